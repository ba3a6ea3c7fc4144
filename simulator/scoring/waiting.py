"""What it costs to wait. Who waits while fewer and fewer fail is watching a fix at work, not idling."""

from collections.abc import Callable

from simulator.domain.duration import MINUTE
from simulator.scoring.at_stake import at_stake
from simulator.scoring.case import Case
from simulator.scoring.idle import Stretch
from simulator.scoring.lags import LAGS
from simulator.scoring.outlook import Outlook
from simulator.scoring.passing import to_act_on
from simulator.scoring.standing_harm import FEWER, mender


def lost(case: Case, seen: Outlook, stretch: Stretch, free: float) -> float:
    """Customer-minutes that a wait was expected to cost after its first `free` seconds.

    Counted are those that dashboards showed, each as far as something could still be done about it: about
    what a change broke, as likely as what was wrong has ended.
    """
    since = stretch.since + round(free)
    if mender(case, seen, since):
        return _counted(case, stretch, since, lambda at: 1.0) * (1.0 - seen.advice.failing)
    return _counted(case, stretch, since, _goes_on(case, seen, since)) * to_act_on(case, seen)


def _counted(case: Case, stretch: Stretch, since: int, share: Callable[[int], float]) -> float:
    ends = stretch.until
    steps = range(since, ends, MINUTE)
    return sum(share(at) * (at_stake(case, at) or 0) * min(MINUTE, ends - at) / MINUTE for at in steps)


def fewest_and_most(case: Case, stretch: Stretch) -> tuple[float, float]:
    """Between which numbers customers were known to fail of the outage in a wait, looked at every minute."""
    known = [at_stake(case, at) or 0.0 for at in range(stretch.since, stretch.until, MINUTE)]
    return min(known), max(known)


def _goes_on(case: Case, seen: Outlook, since: int) -> Callable[[int], float]:
    """How likely it was, at a second of a wait, that the outage went on.

    That a change in place may have ended it counts until dashboards would have shown that, and for as long
    as they do. What then still fails is what waits to be worked off.
    """
    done = max((one.done for one in case.attempts if one.done is not None and one.in_place(since)), default=0)
    enough = (case.known_failing(done) or 0.0) * (1 - FEWER)

    def share(at: int) -> float:
        shown = at - done >= LAGS * case.lag_at(at)
        return 1.0 if shown and (case.known_failing(at) or 0.0) > enough else seen.advice.failing

    return share
