"""Keep the evidence: what a restart wipes is looked at or saved first.

A restart, an emptied cache and a restored copy destroy what the failing part could still tell: its memory,
its stuck threads, the values it held. The first of them on a part earns when somebody had reported from that
part by the second it began, or somebody who can work on it had been asked to save the evidence and had done
so: a minute's work. Otherwise it earns nothing. A first small form leaves the other units as they were, and
is not judged.

Why: evidence is preserved while service is restored (Google SRE book, on managing incidents); take the heap
dump before the restart (PagerDuty; C5). A restart that helps and leaves nobody knowing why will be needed
again. A rollback and a failover leave version and machine behind, so they are not judged here.

Exception: a cause that was as good as known, with nothing left to find out; customers' data that was told to
be getting lost, where no minute can be spared; what is done to a part again, which has nothing left to wipe.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 answered person=bo topic=evidence says="Dump, logs and counters are saved." sure=1.0
    0:09:00 change-ordered id=c1 change="restart app" owner=bo
    0:09:10 change-started id=c1 change="restart app" owner=bo

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:09:00 change-ordered id=c1 change="restart app" owner=bo
    0:09:10 change-started id=c1 change="restart app" owner=bo
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.fact import Answered, ClueFound
from simulator.domain.organisation import WIPING
from simulator.scoring.case import Case
from simulator.scoring.grounds import told_of_loss
from simulator.scoring.mark import Mark, cited
from simulator.scoring.outlook import believed
from simulator.scoring.words import clock, name

NAME = "keep-the-evidence"
AXIS: Axis = "sequencing"


def marks(case: Case) -> Iterator[Mark]:
    """A mark for the first change on each part that wipes what it could tell."""
    wiped: set[str] = set()
    for attempt in case.started:
        change = case.change(attempt)
        if change is None or change.kind not in WIPING or attempt.staged or change.on in wiped:
            continue
        wiped.add(change.on)
        if not _needless(case, attempt):
            yield _judged(case, attempt, change.on)


def _needless(case: Case, attempt: Attempt) -> bool:
    """Whether there was nothing left to find out, or no minute to spare."""
    known = max(believed(case, attempt.order).values(), default=0.0)
    return known >= case.doctrine.threshold("cause known at") or told_of_loss(case, attempt.order) is not None


def _judged(case: Case, attempt: Attempt, place: str) -> Mark:
    begun, lines = attempt.began, case.known_until(case.beyond)
    kept = next((entry for entry in lines if entry.at <= begun and _keeps(case, entry, place)), None)
    told = f"{name(attempt)} was begun at {clock(begun)}"
    if kept is None:
        summary = f"{told} before anybody had looked at '{place}' or saved what it could tell."
    else:
        summary = f"{told}, after {_what(case, kept)} at {clock(kept.at)}."
    evidence = cited(*([] if kept is None else [kept.number]), attempt.order)
    return Mark(NAME, AXIS, float(kept is not None), 1.0, summary, evidence, begun)


def _keeps(case: Case, entry: Entry, place: str) -> bool:
    """Whether a line tells of a part, or says that what it could tell is saved."""
    match entry.fact:
        case ClueFound(place=where):
            return where == place
        case Answered(topic="evidence", person=person):
            return case.can_work(person, place)
        case _:
            return False


def _what(case: Case, kept: Entry) -> str:
    match kept.fact:
        case Answered(person=person):
            return f"{case.organisation.called(person)} had saved what it could tell"
        case _:
            return "it had been looked into"
