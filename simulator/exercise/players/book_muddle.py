"""By the book: what no watch can tell apart, as several changes were made at once, is not watched for ever.

Who takes over from somebody who changed much at a time finds such a muddle. After a second watch that could
not tell, the changes in it count as seen through: whether customers are served is what says how to go on.
"""

from collections.abc import Iterable

from simulator.domain.attempt import Attempt

WATCHES = 2
"""So often a change is watched before it is given up that a watch could tell what it did (assumption)."""


def still_open(open_changes: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    """Those of the changes not told yet that are being made, or of which a watch may still tell."""
    lost = muddled(open_changes)
    return tuple(one for one in open_changes if one.id not in lost) if lost else open_changes


def muddled(changes: Iterable[Attempt]) -> set[str]:
    """The changes that were watched in vain often enough, and those they were taken for."""
    found: set[str] = set()
    for attempt in changes:
        if len(attempt.verifications) < WATCHES:
            continue
        vain = [v.fact.confounded for v in attempt.verifications if v.fact and v.fact.confounded]
        if len(vain) >= WATCHES:
            found.update((attempt.id, *vain[-1]))
    return found
