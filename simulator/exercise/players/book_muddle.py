"""By the book: what no watch can tell any more, as too much was changed, is not watched for ever.

Who takes over from somebody who changed much at a time finds such a muddle. After a second watch that could
not tell, the changes in it count as seen through: whether customers are served is what says how to go on. So
does what was watched twice while no dashboard loads, and a change that was made again: a watch tells of its
last making.
"""

from collections.abc import Iterable, Sequence

from simulator.domain.attempt import Attempt

IN_VAIN = 2
"""So often a change is watched before it is given up that a watch could tell what it did (assumption)."""


def still_open(changes: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """The changes that are being made, or of which a watch may still tell what they did."""
    open_changes = tuple(one for one in changes if one.closed is None)
    if not open_changes:
        return ()
    lost = muddled(open_changes) | _made_again(changes)
    return tuple(one for one in open_changes if one.id not in lost)


def muddled(changes: Iterable[Attempt]) -> set[str]:
    """The changes that were watched in vain often enough, and those they were taken for."""
    found: set[str] = set()
    for attempt in changes:
        if len(attempt.verifications) < IN_VAIN:
            continue
        vain = [v.fact.confounded for v in attempt.verifications if v.fact and v.fact.result == "unclear"]
        if len(vain) >= IN_VAIN:
            found.update((attempt.id, *vain[-1]))
    return found


def _made_again(changes: Iterable[Attempt]) -> set[str]:
    """The attempts (ids) whose change was made once more after them."""
    last = {one.change: one.id for one in changes if one.done is not None and one.reverted is None}
    return {one.id for one in changes if one.done is not None and one.id != last.get(one.change, one.id)}
