"""The end of a play: its scorecard on the screen, its debrief in a file."""

from pathlib import Path

from simulator.exercise import Recording
from simulator.library import Outage
from simulator.terminal.screen import Screen


def judge(recording: Recording, outage: Outage, kept_in: Path, screen: Screen) -> None:
    """Show how it went, write the debrief beside the recording, and say where both are."""
    from simulator.library.debriefing import debrief, shown, written

    screen.show(["", screen.paint("Judging the play: this takes some seconds.", "dim")])
    report = debrief(recording, outage)
    screen.show(["", *shown(report, screen.width, screen.paint.on).splitlines(), ""])
    page = kept_in.with_suffix(".html")
    if not kept_in.is_file():  # a device, which has no place beside it
        return
    try:
        page.write_text(written(report, "html"), "utf-8")
        screen.show([f"Debrief:   {page}  (open it in a browser)"])
    except OSError as error:
        screen.show([f"! The debrief cannot be written to {page}: {(error.strerror or str(error)).lower()}."])
    screen.show([f"Recording: {kept_in}"])
