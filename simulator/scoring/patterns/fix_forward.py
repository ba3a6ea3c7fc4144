"""Fix forward under pressure: new code is shipped while a quicker, plainer way was at hand.

Leads to: something untried goes out in a hurry, through a pipeline that may be ill itself, and takes long.

Instead: take back what has changed, or switch it off; write the fix meanwhile, and ship it in daylight.

Source: SEED; X22

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:08:00 change-ordered id=c1 change="ship a hotfix" owner=bo
    0:08:00 change-started id=c1 change="ship a hotfix" owner=bo
    0:50:00 noted text="the build is red"

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:08:00 change-ordered id=c1 change="fail over a shard" owner=bo
    0:08:00 change-started id=c1 change="fail over a shard" owner=bo
    0:50:00 noted text="going on"
"""

from collections.abc import Iterator

from simulator.domain.organisation import ChangeKind
from simulator.scoring.case import Case
from simulator.scoring.decisions import orders
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.weighing import Decision
from simulator.scoring.words import clock

NAME = "fix-forward"
FORWARD: tuple[ChangeKind, ...] = ("hotfix", "infrastructure")
"""Changes that have to be made first."""


def seen(case: Case) -> Iterator[Sighting]:
    """One for each new change that was chosen while an easy one was noticeably better, as far as known."""
    tolerated = case.doctrine.threshold("tolerated regret")
    for decision in orders(case):
        quick = _quick(case, decision)
        if quick and decision.share > tolerated and _kind(case, decision.chosen.name) in FORWARD:
            chosen = f"'{decision.chosen.name}' was ordered at {clock(decision.at)}"
            summary = f"{chosen}, while '{quick}' was ready and the better bet."
            yield sighting(NAME, decision.at, summary, *decision.entries)


def _quick(case: Case, decision: Decision) -> str:
    """The easy change that was best then, if one was."""
    best = decision.best
    return best.name if best.kind == "change" and _kind(case, best.name) in case.doctrine.easy_kinds else ""


def _kind(case: Case, change: str) -> str:
    page = case.organisation.runbook.get(change)
    return page.kind if page else ""
