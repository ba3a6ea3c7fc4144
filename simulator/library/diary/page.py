"""A diary's progress as a page."""

from collections.abc import Iterator, Sequence

from simulator.debrief.progress_page import Course, Mark, Played, Sureness, progress_page
from simulator.library.diary.record import Record
from simulator.library.diary.summary import Summary
from simulator.library.diary.telling import confidence_lines
from simulator.library.places import shipped


def page(summary: Summary) -> str:
    """The HTML page of the plays that progress is read from."""
    rows = [
        Played(
            place, f"{play.played:%Y-%m-%d}", f"{play.outage}, seed {play.seed}", play.grade or "not scored",
            play.lost, play.axes,
        )
        for place, play in enumerate(summary.counted, 1)
    ]  # fmt: skip
    courses = [
        Course(axis, tuple(_marks(summary.counted, axis)), course)
        for axis, course in summary.progress.items()
    ]
    found = summary.confidence
    sureness = Sureness(summary.calibration, tuple(confidence_lines(found))) if found else None
    return progress_page(rows, courses, shipped("reports"), sureness)


def _marks(plays: Sequence[Record], axis: str) -> Iterator[Mark]:
    for place, play in enumerate(plays, 1):
        points = play.axes.get(axis)
        if points is not None:
            yield Mark(place, points)
