"""Hero: somebody takes up what another already has in hand, and nobody gave it to them.

Leads to: the same is done twice, or each undoes what the other did, and one person carries everything.

Instead: ask who has it before you take it. To help is fine; the owner says how.

Source: PD-AP; X15

Seen:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:08:00 task-started task=t2 what=investigate subject=db-shards owner=mei

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:08:00 task-given task=t2 what=investigate subject=db-shards owner=mei within=10m
    0:08:00 task-started task=t2 what=investigate subject=db-shards owner=mei
"""

from collections.abc import Iterator

from simulator.domain.fact import ONE_BY_ONE
from simulator.domain.what_changed import asks_what_changed
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.pieces import Piece, pieces
from simulator.scoring.words import clock

NAME = "hero"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each piece of work that a second person took up while the first one was at it.

    Whom the commander names for it is a second pair of eyes that was wanted.
    """
    work = [piece for piece in pieces(case) if piece.what in ONE_BY_ONE and piece.owner]
    for index, later in enumerate(work):
        earlier = next((one for one in work[:index] if _same(one, later)), None)
        if earlier is not None and not (later.asked and later.named):
            at = later.begins
            summary = f"'{later.subject}' was taken up at {clock(at)} while somebody else had it in hand."
            yield sighting(NAME, at, summary, earlier.entry, later.entry)


def _same(earlier: Piece, later: Piece) -> bool:
    """Whether two people had the same in hand, the first within the time that was agreed on."""
    alike = earlier.what == later.what and earlier.subject == later.subject
    in_hand = earlier.started is not None and earlier.open(later.begins)
    in_time = not earlier.within or later.begins < earlier.begins + earlier.within
    asks = asks_what_changed(later.subject)
    return alike and in_hand and in_time and not asks and earlier.owner != later.owner
