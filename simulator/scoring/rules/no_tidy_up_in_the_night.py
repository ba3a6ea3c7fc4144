"""No tidy-up too soon: once customers are well, nothing is changed that can wait until that has held.

From the second customers were known to be well until that has held for as long as it takes to call it
resolved, nothing is ordered and nothing is undone. A small first form earns half. When a temporary
measure was in place to be tempted by and was left alone, that earns; not where it was to be undone already,
and nobody took that up, or where something that nothing asked for was changed before it was called over.

Why: Stripe's second outage of 2019 came three hours after the first, from a change made to prevent it
(OUT; X23). Everybody is tired, and what one sees is not yet the whole: what can wait is done by day.

Exception: what may still be needed, as far as could be known: the outage was not likely to be over, the
change completes one in place, mends what another broke, or saves data; taking back what made it worse or
keeps customers out.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:10:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:10:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:14:00 change-done id=c1 change="turn off new inbox"
    0:15:00 impact-changed failing=0 arriving=0 seen=truth
    0:19:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=3m result=recovered
    0:40:00 resolved

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:10:00 change-ordered id=c1 change="roll back app" owner=bo
    0:10:00 change-started id=c1 change="roll back app" owner=bo
    0:14:00 change-done id=c1 change="roll back app"
    0:15:00 impact-changed failing=0 arriving=0 seen=truth
    0:19:00 verified id=c1 change="roll back app" signal="app errors" window=3m result=recovered
    0:21:00 change-ordered id=c2 change="restart app" owner=bo
    0:21:00 change-started id=c2 change="restart app" owner=bo
    0:40:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case
from simulator.scoring.held import held
from simulator.scoring.large import TURNS_AWAY
from simulator.scoring.mark import Mark, cited
from simulator.scoring.measures import asked_back, in_place
from simulator.scoring.outlook import STILL_LIKELY, goes_on
from simulator.scoring.recovery import called_over, served_since, soak
from simulator.scoring.words import clock, minutes, name

NAME = "no-tidy-up-in-the-night"
AXIS: Axis = "wrap-up"
HALF = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """A mark for everything changed while recovery had yet to hold, or one for having left it alone."""
    said = called_over(case)
    until = said.at if said else case.end
    since = served_since(case, until)
    if since is None or case.trouble is None or since <= case.trouble.at:
        return
    holds = since + soak(case, until)
    found = [*_orders(case, since, holds), *_undone(case, since, holds)]
    yield from found
    left = [one for one in in_place(case, until) if not since <= (asked_back(case, one) or 0) < holds]
    calm = not found and not any(_orders(case, holds, until))
    if calm and said is not None and left and until >= holds:
        summary = (
            f"Customers were well from {clock(since)} on, and {name(left[0])} was left as it was meanwhile."
        )
        yield _mark(1.0, summary, (left[0].order, said.number), since)


def _orders(case: Case, since: int, until: int) -> Iterator[Mark]:
    for attempt in case.started:
        if since <= attempt.ordered < until and can_wait(case, attempt):
            told = f"{name(attempt)} was ordered at {clock(attempt.ordered)}"
            yield _tidied(attempt, told, attempt.ordered - since, attempt.order, attempt.ordered)


def _undone(case: Case, since: int, held: int) -> Iterator[Mark]:
    for attempt in case.started:
        change, at = case.change(attempt), attempt.reverting
        if at is None or change is None or not since <= at < held:
            continue
        if attempt.result != "worse" and change.kind not in TURNS_AWAY:
            told = f"{name(attempt)} was undone at {clock(at)}"
            yield _tidied(attempt, told, at - since, attempt.entries[-1], at)


def can_wait(case: Case, attempt: Attempt) -> bool:
    """Whether it was likely to be over, and the change had no part in that."""
    likely = goes_on(case, attempt.ordered, attempt.order)
    under = case.scenario.outcomes.get(attempt.change, {}).values()
    needed = any(outcome.after or outcome.mends or outcome.merges for outcome in under)
    over = likely is not None and (likely <= STILL_LIKELY or held(case, attempt.ordered))
    return over and not needed


def _tidied(attempt: Attempt, told: str, after: int, line: int, at: int) -> Mark:
    summary = f"{told}, {minutes(after)} after customers were well again; it could have waited."
    return _mark(HALF if attempt.staged else 0.0, summary, (attempt.order, line), at)


def _mark(earned: float, summary: str, lines: tuple[int, ...], at: int) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(*lines), at)
