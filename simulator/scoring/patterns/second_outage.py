"""Second outage from tidying up: customers are just well again, and something is changed that could wait.

Leads to: what held it together is taken away, at a time when everybody has stopped looking.

Instead: wait until recovery has held, keep what works in place, and write down what is to be tidied up by
whom.

Source: OUT; X23

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:10:00 change-ordered id=c1 change="roll back app" owner=bo
    0:10:00 change-started id=c1 change="roll back app" owner=bo
    0:14:00 change-done id=c1 change="roll back app"
    0:15:00 impact-changed failing=0 arriving=0 seen=truth
    0:19:00 verified id=c1 change="roll back app" signal="app errors" window=3m result=recovered
    0:21:00 change-ordered id=c2 change="restart app" owner=bo
    0:21:00 change-started id=c2 change="restart app" owner=bo
    0:40:00 noted text="tidied up"

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:10:00 change-ordered id=c1 change="roll back app" owner=bo
    0:10:00 change-started id=c1 change="roll back app" owner=bo
    0:14:00 change-done id=c1 change="roll back app"
    0:15:00 impact-changed failing=0 arriving=0 seen=truth
    0:19:00 verified id=c1 change="roll back app" signal="app errors" window=3m result=recovered
    0:50:00 change-ordered id=c2 change="restart app" owner=bo
    0:50:00 change-started id=c2 change="restart app" owner=bo
    0:51:00 noted text="it had held for half an hour"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.recovery import served_since, soak
from simulator.scoring.rules import no_tidy_up_in_the_night
from simulator.scoring.rules.no_tidy_up_in_the_night import can_wait
from simulator.scoring.words import clock, minutes, name

NAME = "second-outage"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each change that was made, and each that was undone, before recovery had held."""
    found = tuple(_ordered(case))
    yield from found
    told = {one.evidence[0] for one in found}
    for one in behind(NAME, no_tidy_up_in_the_night.marks(case)):
        if one.evidence[0] not in told:
            yield one


def _ordered(case: Case) -> Iterator[Sighting]:
    """Orders that could wait, also before it began again; the rule judges only after the last time."""
    for attempt in case.started if case.trouble else ():
        since = served_since(case, attempt.ordered)
        fresh = since and attempt.ordered - since < soak(case, attempt.ordered)
        if since and fresh and not attempt.staged and can_wait(case, attempt):
            yield _sighted(case, attempt, since)


def _sighted(case: Case, attempt: Attempt, since: int) -> Sighting:
    later = (step.at for step in case.impact if step.at > attempt.ordered and case.affected(step.until))
    again = next(later, None)
    after = f"; from {clock(again)} on customers failed again" if again is not None else ""
    held = f"when customers had been well for {minutes(attempt.ordered - since)}"
    summary = f"{name(attempt)} was ordered at {clock(attempt.ordered)}, {held}{after}."
    return sighting(NAME, attempt.ordered, summary, *attempt.entries[:2])
