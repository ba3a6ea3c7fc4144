"""When the people on the call are owed the next situation report."""

from simulator.domain.duration import HOUR
from simulator.exercise.sight import Sight

ROOM = 2
"""With so many others on the call there is a room to speak to."""
LONG = 2 * HOUR
"""From here on an incident is a long one, and the call is told less often."""


def sitrep_due(sight: Sight, ahead: int = 0) -> int | None:
    """When the next situation report is due, or so long before; None while there is no room to speak to."""
    board = sight.board
    if board.declared is None or len(sight.here) < ROOM:
        return None
    joined = sorted(sight.joined[person] for person in sight.here)
    since = max(board.declared, joined[ROOM - 1], board.sitrep[0] if board.sitrep else 0)
    return since + round(sitrep_every(sight)) - ahead


def sitrep_every(sight: Sight) -> float:
    """The seconds that a situation report given now may get old."""
    slow = sight.board.mitigated is not None or is_long(sight)
    return sight.doctrine.threshold("sitrep later every" if slow else "sitrep every")


def is_long(sight: Sight) -> bool:
    """Whether the incident is a long one by now."""
    return sight.now - (sight.board.declared or 0) >= LONG
