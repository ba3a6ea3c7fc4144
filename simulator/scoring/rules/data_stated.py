"""Data stated: customers are told what became of their data, and it is true.

The last word to customers, that it is resolved, says whether data is safe or lost. To say that it is safe
earns nothing when a loss was known or real, or while a cause or a change that loses some is still possible;
nor does a loss that nobody knows of. "Not known" is true until a loss is known; in the last word it earns
nothing where what could be known rules a loss out.

Why: it is the first thing that customers ask when all works again (PD-EXT; H1), and the answer is quoted for
years.

Exception: an incident that customers were not told the end of. Plain words that nothing is lost are a claim
like any other; any other statement in free words counts as said, and is not checked. Of a real incident it is
not known whether any data was ever in danger.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:40:00 posted audience="status page" state=resolved data=safe

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 losing=200 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating data=safe
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:40:00 posted audience="status page" state=resolved
"""

import re
from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import Axis
from simulator.domain.sentences import sentences
from simulator.domain.stakes import PUBLIC
from simulator.scoring.beside_the_point import beside_the_point
from simulator.scoring.case import Case
from simulator.scoring.claims import claims_of
from simulator.scoring.claims.in_words import marked
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock

NAME = "data-stated"
AXIS: Axis = "communication accuracy"
_SPOKEN = re.compile(
    r"\b(?:lost|lose|loss|losing|missing|safe|intact|corrupt\w*|damaged|recover\w*|kept|duplicates?|twice"
    r"|half[- ](?:taken|made|sent|written)|not (?:taken|booked|charged|sent)|repa(?:y|id)|sent again)\b",
    re.IGNORECASE,
)
_OF_DATA = re.compile(
    r"\b(?:data|messages?|payments?|bookings?|orders?|records?|files?|mails?|nothing|work)\b", re.IGNORECASE
)


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every statement that could be checked, and one for the last word to customers."""
    for claim in claims_of(case):
        if claim.what == "data" and claim.earned is not None:
            yield marked(NAME, claim)
    last = [one for one in case.sent(PUBLIC) if one.fact.update.state == "resolved"]
    if last and not case.records.real:
        yield _stated(case, next((one for one in last if _says(one)), last[0]))


def _stated(case: Case, last: Sent) -> Mark:
    said = _says(last) and not beside_the_point(case, last.fact.update)
    what = "said what became of customers' data" if said else "did not say what became of customers' data"
    summary = f"The update that called it resolved, at {clock(last.at)}, {what}."
    return Mark(NAME, AXIS, float(said), 1.0, summary, (last.entry,), last.at)


def _says(last: Sent) -> bool:
    update = last.fact.update
    if update.data:
        return True
    return any(_SPOKEN.search(one) and _OF_DATA.search(one) for one in sentences(update.text))
