"""Whoever on the call has nothing to do, and since when."""

from simulator.exercise.roles import LEAD
from simulator.exercise.sight import Sight


def free(sight: Sight) -> list[str]:
    """Whoever has neither work nor a role."""
    held = (*sight.board.roles.values(),)
    return [p for p in sight.led if not (sight.busy(p) or p in held or is_lead(sight, p))]


def is_lead(sight: Sight, person: str) -> bool:
    """Whether somebody is trained as business lead: what they do is no work of the response's."""
    return sight.organisation.people[person].role == LEAD


def idle_since(sight: Sight, person: str) -> int:
    """Since when somebody has had nothing to do."""
    return max(sight.joined[person], sight.last_done.get(person, 0))
