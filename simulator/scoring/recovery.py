"""Recovery as the response could know it: since when customers are well, and how long that has to hold."""

from collections.abc import Iterable

from simulator.domain.duration import HOUR
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    AlertFired,
    ChangeOrdered,
    CommandLeft,
    Ended,
    Posted,
    Resolved,
    TaskGiven,
    Verified,
)
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.lags import LAGS
from simulator.scoring.showing import shows

UNLED = "nobody led it any more"
"""What is written when it ends long after the commander left."""
TIME_UP = "time is up"
"""What is written when an exercise ends by the clock."""


def well_since(case: Case, at: int) -> int | None:
    """The second since when nobody was known to fail; None when somebody was, or nobody can tell."""
    if not case.impact or case.affected(at):
        return None
    bad = [turn for turn in case.turns if turn <= at and case.affected(turn)]
    return case.relief(max(bad)) if bad else 0


def served_since(case: Case, at: int) -> int | None:
    """The second since when as few failed as on any day; None when more did, or nobody can tell.

    Between this and `well_since` nobody could see that some still failed, and nobody need hurry to leave.
    """
    if not case.impact or case.hindered(at):
        return None
    bad = [turn for turn in case.turns if turn <= at and case.hindered(turn)]
    return next((turn for turn in sorted({at, *case.turns}) if turn > bad[-1]), at) if bad else 0


def soak(case: Case, at: int) -> int:
    """How long recovery has to hold: `soak at least`, or three times the lag of the signal that shows it.

    A signal that cannot show what was changed shows no recovery either.
    """
    return _times_the_lag(case, _shown(case, at)[-1:])


def patience(case: Case, at: int) -> int:
    """How long recovery may be watched before people are let go: for as long as it has to hold.

    Where nobody had verified it, that is by the slowest of the signals that had told of the trouble: whoever
    does not know what helped is in no hurry.
    """
    alarms = [fact.signal for entry, fact in each(case.seen, AlertFired) if entry.at <= at]
    return _times_the_lag(case, _shown(case, at)[-1:] or alarms)


def _shown(case: Case, at: int) -> list[str]:
    """The signals on which recovery had been seen, of those that can show it."""
    told = ((e, fact) for e, fact in each(case.seen, Verified) if e.at <= at and fact.result == "recovered")
    return [fact.signal for entry, fact in told if _can_show(case, entry, fact)]


def _times_the_lag(case: Case, names: Iterable[str]) -> int:
    signals = case.organisation.signals
    lag = max((signals[name].lag for name in names if name in signals), default=0)
    return max(round(case.doctrine.threshold("soak at least")), LAGS * lag)


def _can_show(case: Case, entry: Entry, fact: Verified) -> bool:
    change, known = case.organisation.runbook.get(fact.change), case.organisation.signals
    return change is None or fact.signal not in known or shows(case, change, fact.signal, entry.number)


def called_over(case: Case) -> Entry | None:
    """The first line that said it is over: resolved, or customers were told so."""
    return next((entry for entry in case.seen if _says_over(entry)), None)


def _says_over(entry: Entry) -> bool:
    match entry.fact:
        case Posted(update=update):
            return update.audience == PUBLIC and update.state == "resolved"
        case _:
            return isinstance(entry.fact, Resolved)


def ended(case: Case) -> Entry | None:
    """The line on which everybody went, None while they are still at it.

    Where the commander left and nobody led any more, it was then, however long the outage went on.
    """
    end = next((entry for entry, _ in each(case.seen, Ended)), None)
    if end is not None and isinstance(end.fact, Ended) and end.fact.why == UNLED:
        return next((entry for entry, _ in each(case.seen, CommandLeft)), end)
    return end


def broken_off(case: Case) -> bool:
    """Whether time was up before people could be let go, while the response was still at it.

    Whoever had given out nothing and told nobody anything for an hour was not (assumption).
    """
    end = ended(case)
    if end is None or not isinstance(end.fact, Ended) or end.fact.why != TIME_UP or called_closed(case):
        return False
    since = well_since(case, end.at)
    if since is not None and end.at > since + soak(case, end.at) + case.doctrine.threshold("end within"):
        return False
    last = (e.at for e in case.seen if isinstance(e.fact, ChangeOrdered | TaskGiven | Posted))
    return max(last, default=0) >= end.at - HOUR


def called_closed(case: Case) -> bool:
    """Whether the incident was closed."""
    return any(True for _ in each(case.seen, Resolved))
