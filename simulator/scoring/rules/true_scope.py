"""True scope: who is said to be affected is affected, and nobody is left out who was known to be.

An update that names journeys or services is held against the journeys that were known to fail in the last
`facts fresh for`: Jaccard's index over the failing customers. Where it names none, the journeys count of
which its text says, by their full names, that they do not work. From four fifths on it is right, below that
it earns less, and nothing at two fifths: too much costs as much as too little. A journey that really failed
by then may be named though nobody could see it; one has to be named once more than 5 % of it were known to
fail. A service stands for the journeys that need it. Those that need a queue may be named while an alert says
that it has piled up: what comes late does not work. What the briefing names as affected may be named too, for
twenty minutes at most, until a look at its chart shows it well. A journey without a chart of its own need not
be named while the chart of the service that it alone needs is quiet, and nobody has said that it fails. What
was right some minutes ago and is no longer earns half. What is wrong weighs up to three times what is right.
Words such as "all customers cannot" or "a few customers cannot" are held against how much of what customers
do failed: half is everybody, up to a tenth a few, and from a quarter on that earns nothing; "nobody is
affected" and "everything works normally" are wrong once more than 5 % of a journey were known to fail.
Whoever writes to customers and never says what is affected, or only when `scope post` earns nothing any more,
has left it out: one mark of nothing.

Why: "all systems down" was posted while most of the data still came in (HC2), and whoever is left out looks
for the fault at home. Over- and under-statement both count (F7).

Exception: one update without a scope; a timeline that does not tell who was failing. Once it is said to be
over, the scope is that of the whole incident.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.4" seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating scope="send a message"
    0:30:00 posted audience="status page" state=investigating scope="send a message"

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.4" seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating scope=search
    0:30:00 posted audience="status page" state=investigating scope="search, log in, open the inbox"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.claims import claims_of
from simulator.scoring.claims.in_words import marked
from simulator.scoring.ledger import customers
from simulator.scoring.mark import Mark, cited
from simulator.scoring.scope_told import scope_told
from simulator.scoring.words import clock

NAME = "true-scope"
AXIS: Axis = "communication accuracy"
WHO = ("scope", "extent")


def marks(case: Case) -> Iterator[Mark]:
    """A mark for the scope of every update that names one that could be checked, or for leaving it out."""
    for claim in claims_of(case):
        if claim.what in WHO and claim.earned is not None:
            yield marked(NAME, claim)
    yield from _left_out(case)


def _left_out(case: Case) -> Iterator[Mark]:
    """A mark where customers read updates while some were known to fail, and never whom it concerned."""
    told = scope_told(case)
    posts = [sent for sent in case.sent(PUBLIC) if sent.at <= case.over]
    if told is None or not told.owed or not posts or not customers.told(case) or not case.affected(told.by):
        return
    said = next((one for one in claims_of(case) if one.what in WHO and one.audience == PUBLIC), None)
    if said is None or said.at - told.since >= told.too_late:
        which = f"the updates to customers until {clock(said.at)}" if said else "every update to customers"
        summary = (
            f"What is affected was left out of {which}, though some were known to fail at {clock(told.by)}."
        )
        evidence = cited(told.line, posts[0].entry, *((said.entry,) if said else ()))
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, evidence, told.by)
