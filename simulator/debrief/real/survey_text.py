"""Many real incidents as a table for a terminal."""

from collections.abc import Iterator, Sequence

from simulator.debrief.pen import Pen
from simulator.debrief.real.survey import Period, Survey, Usual
from simulator.domain.duration import show_minutes

TIMELINESS = "communication timeliness"
NARROWEST, WIDEST = 60, 110
COLUMNS = ("incidents", "first post", "between", "longest", "promises", "points", "judged")
_FIRST, _WIDTHS = 8, (10, 11, 11, 11, 10, 8, 8)


def survey_text(told: Survey, width: int = 80, colour: bool = False) -> str:
    """The table with a line for each quarter, as lines of about `width` letters."""
    pen = Pen(min(WIDEST, max(NARROWEST, width)), colour)
    return "\n".join(_lines(told, pen)) + "\n"


def _lines(told: Survey, pen: Pen) -> Iterator[str]:
    yield pen(headline(told), "bold")
    yield ""
    yield pen(" " * _FIRST + _across(COLUMNS), "quiet")
    for period in told.quarters:
        yield _row(period)
    if len(told.quarters) > 1:
        yield pen(_row(told.whole), "bold")
    yield ""
    yield from pen.wrapped(explanation(told))


def _row(period: Period) -> str:
    return f"{period.name:<{_FIRST}}" + _across(cells(period))


def _across(told: Sequence[str]) -> str:
    return "".join(f"{cell:>{width}}" for cell, width in zip(told, _WIDTHS, strict=True))


def headline(told: Survey) -> str:
    """How many incidents there are, and by which process they are judged."""
    noun = "incident" if told.whole.incidents == 1 else "incidents"
    return f"{told.whole.incidents} {noun}, judged by {told.process}"


def cells(period: Period) -> tuple[str, ...]:
    """The numbers of a period, as the columns name them."""
    timeliness = dict(period.points)[TIMELINESS].middle
    return (
        str(period.incidents),
        time(period.lag),
        time(period.gap),
        time(period.longest),
        f"{period.kept} of {period.promised}" if period.promised else "-",
        "-" if timeliness is None else f"{timeliness:.0f}",
        f"{100 * period.judged:.0f} %",
    )


def time(usual: Usual) -> str:
    """A median time; a dash where no incident shows it."""
    return "-" if usual.middle is None else show_minutes(usual.middle)


def explanation(told: Survey) -> str:
    """What the columns say, and what was left out."""
    whole = told.whole
    planned = f" Planned work ({told.planned}) is left out." if told.planned else ""
    return (
        f"Medians. First post: after the impact or the first alert, where shown ({whole.lag.count} of them). "
        "Between: from one public post to the next, as usual within each incident; longest: within each of "
        "the same incidents. Promises: updates that "
        "came by the time promised. Points: communication timeliness, of 100. Judged: share of the "
        f"{told.rules} rules that found something to judge; what is not shown is not scored.{planned}"
    )
