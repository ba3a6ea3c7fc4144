"""A person's progress as one HTML page that needs nothing else: a figure by axis, and the same as a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from simulator.debrief.page import rendered, styled
from simulator.domain.progress import FEWEST, SPREAD, TRUST, WINDOW, Claimed, Progress
from simulator.domain.value import Value

PAGE, STYLE = "progress.html.j2", "progress.css"


class Mark(Value):
    """One play on one axis: its place among the plays, counted from 1, and its points (0 to 100)."""

    place: int
    points: float


class Course(Value):
    """An axis with the marks of all plays it was scored in, and what the last ones come to."""

    axis: str
    marks: tuple[Mark, ...]
    progress: Progress


class Played(Value):
    """A play as a row: its place, the day, what was played, its grade, customer-minutes lost, its points."""

    place: int
    day: str
    what: str
    grade: str
    lost: float
    points: Mapping[str, float | None]


class Sureness(Value):
    """How sure somebody was, gathered, and what that comes to in sentences."""

    claims: tuple[Claimed, ...]
    says: tuple[str, ...]


def progress_page(
    plays: Sequence[Played], courses: Sequence[Course], templates: Path, sureness: Sureness | None = None
) -> str:
    """The page of plays in the order in which they were played. `templates` is as for the debrief."""
    from simulator.debrief.figures.progress import about_progress, draw_progress

    figure = ""
    if courses:
        drawn = draw_progress(plays, courses)
        figure = drawn.svg("progress", "Points by axis, play by play", about_progress(courses))
    values = {
        "plays": plays,
        "courses": courses,
        "figure": Markup(figure),
        "sureness": sureness,
        "styles": styled(templates, STYLE),
    }
    told = {"window": WINDOW, "fewest": FEWEST, "spread": SPREAD, "trust": TRUST}
    return rendered(templates, PAGE, {**values, **told})
