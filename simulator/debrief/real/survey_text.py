"""Many real incidents as a table for a terminal."""

from collections.abc import Iterator

from simulator.debrief.pen import Pen
from simulator.debrief.real.survey import Period, Survey, Usual
from simulator.domain.duration import show_minutes

TIMELINESS = "communication timeliness"
NARROWEST, WIDEST = 60, 110
COLUMNS = ("incidents", "first post", "between", "longest", "promises", "timeliness", "judged")
_FIRST, _WIDTH = 9, 11


def survey_text(told: Survey, width: int = 80, colour: bool = False) -> str:
    """The table with a line for each quarter, as lines of about `width` letters."""
    pen = Pen(min(WIDEST, max(NARROWEST, width)), colour)
    return "\n".join(_lines(told, pen)) + "\n"


def _lines(told: Survey, pen: Pen) -> Iterator[str]:
    yield pen(headline(told), "bold")
    yield ""
    yield pen(" " * _FIRST + "".join(f"{name:>{_WIDTH}}" for name in COLUMNS), "quiet")
    for period in told.quarters:
        yield _row(period)
    if len(told.quarters) > 1:
        yield pen(_row(told.whole), "bold")
    yield ""
    yield from pen.wrapped(explanation(told))


def _row(period: Period) -> str:
    return f"{period.name:<{_FIRST}}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells(period))


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
        f"Medians. First post: after the impact began, where that is shown ({whole.lag.count} of them). "
        "Between: from one public post to the next; longest: within one incident. Promises: updates that "
        "came by the time promised. Timeliness: points of 100. Judged: share of the "
        f"{told.rules} rules that found something to judge; what is not shown is not scored.{planned}"
    )
