"""The roles that a severity asks for, and which of them nobody on the call has."""

from functools import lru_cache

from simulator.domain.doctrine import Doctrine
from simulator.domain.seats import COMMANDER
from simulator.exercise.sight import Sight

LEAD = "business-lead"
"""Whoever writes to those outside the response."""


def missing(sight: Sight) -> list[str]:
    """The roles that the severity asks for and nobody here has; command is the seat's own."""
    roles = sight.board.roles
    return [
        name
        for name in _asked(sight.doctrine, sight.board.severity)
        if roles.get(name) not in (*sight.here, name)  # or it is the seat of a role, and somebody sits there
    ]


@lru_cache(maxsize=64)
def _asked(doctrine: Doctrine, severity: str) -> tuple[str, ...]:
    asked = (name for name, role in doctrine.roles.items() if severity in role.required_at)
    return tuple(name for name in asked if name != COMMANDER)
