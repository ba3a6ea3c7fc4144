"""Two at once: a second change goes in while it is not yet clear what the first one did.

Leads to: it gets better or worse, and nobody can say which of them it was; both have to stay, or both have
to go.

Instead: prepare the second while the first is watched, and apply it when the first is told. If both are
needed at once, say why, for the record.

Source: SEED; X4

Seen:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:06:00 change-ordered id=c2 change="fail over a shard" owner=mei
    0:06:00 change-started id=c2 change="fail over a shard" owner=mei
    0:20:00 noted text="which of them was it?"

Not seen:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:09:00 change-done id=c1 change="stop the migration"
    0:12:30 verified id=c1 change="stop the migration" signal="shard write time" window=3m result=same
    0:13:00 change-ordered id=c2 change="fail over a shard" owner=mei
    0:13:00 change-started id=c2 change="fail over a shard" owner=mei
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import one_change_at_a_time

NAME = "two-at-once"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each change that was begun too soon after another."""
    yield from behind(NAME, one_change_at_a_time.marks(case))
