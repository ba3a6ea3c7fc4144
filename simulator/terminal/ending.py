"""The end of a play: its scorecard on the screen, its debrief in a file."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from simulator.domain.calling import as_called
from simulator.exercise import Recording
from simulator.library import Outage, name_of
from simulator.terminal.screen import Screen

if TYPE_CHECKING:
    from simulator.library.debriefing import Judged


Progress: TypeAlias = Callable[[], AbstractContextManager[Callable[[int], None]]]
"""Something that is told of the turns played while decisions are played again."""


def judge(
    recording: Recording, outage: Outage, kept_in: Path, screen: Screen, progress: Progress
) -> "Judged":
    """Show how it went, write the debrief beside the recording, and say where both are."""
    from simulator.library.debriefing import judged, shown, told, written

    screen.show(["", screen.paint("Judging the play: this takes some seconds.", "dim")])
    found = judged(recording, outage)
    with progress() as turns_played:
        report = told(found, recording, outage, name_of(kept_in), turns_played)
    screen.show(["", *as_called(shown(report, screen.width, screen.paint.on)).splitlines(), ""])
    page = kept_in.with_suffix(".html")
    if not kept_in.is_file():  # a device, which has no place beside it
        return found
    try:
        page.write_text(written(report, "html"), "utf-8")
        screen.show([f"Debrief:   {page}  (open it in a browser)"])
    except OSError as error:
        screen.show([f"! The debrief cannot be written to {page}: {(error.strerror or str(error)).lower()}."])
    screen.show([f"Recording: {kept_in}"])
    return found
