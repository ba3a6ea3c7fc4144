"""How the changes stand at a second: in place, made, in hand. Small first forms count for nothing."""

from collections.abc import Iterable

from simulator.domain.attempt import Attempt
from simulator.domain.value import Value


class Standing(Value):
    """`in_place` are the changes made in full and not undone, `made` those made whether or not undone since,
    `under_way` those that someone has in hand, ordered and yet to act, and `hanging` those of which nobody
    knows when they will, stuck half-way.
    """

    in_place: frozenset[str]
    made: frozenset[str]
    under_way: frozenset[str]
    hanging: frozenset[str]


def standing(tried: Iterable[Attempt], at: int) -> Standing:
    """How the attempts known by a second stand then."""
    full = [attempt for attempt in tried if not attempt.staged]
    return Standing(
        in_place=frozenset(attempt.change for attempt in full if attempt.in_place(at)),
        made=frozenset(attempt.change for attempt in full if attempt.done is not None),
        under_way=frozenset(attempt.change for attempt in full if _in_hand(attempt)),
        hanging=frozenset(attempt.change for attempt in full if attempt.hangs),
    )


def _in_hand(attempt: Attempt) -> bool:
    acted = attempt.done is not None or attempt.failed is not None or attempt.reverting is not None
    return bool(attempt.owner) and not acted and attempt.hung is None
