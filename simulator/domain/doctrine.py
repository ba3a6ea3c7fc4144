"""An incident process as data: severities, roles, clocks, switches, thresholds, each with its source."""

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

from simulator.domain.value import Value, field

UpdateState: TypeAlias = Literal["investigating", "identified", "monitoring", "resolved"]
STATES: tuple[UpdateState, ...] = ("investigating", "identified", "monitoring", "resolved")
GOING_ON: tuple[UpdateState, ...] = ("investigating", "identified")
"""States in which people are told that it still fails."""
ALL_CLEAR: tuple[UpdateState, ...] = ("monitoring", "resolved")
"""States in which they are told that it is over, or all but over."""

Axis: TypeAlias = Literal[
    "sequencing",
    "easy fix first",
    "communication timeliness",
    "communication accuracy",
    "command",
    "severity",
    "wrap-up",
]
AXES: tuple[Axis, ...] = get_args(Axis)
SEVERE = 2


class Severity(Value):
    """A level of the organisation's scale, highest first; examples are shown to trainees who ask.

    `aliases` are its names in other processes, so that a play under one doctrine can be scored under
    another; `rises_when` says in words what makes an incident one level higher.
    """

    name: str
    means: str
    examples: tuple[str, ...]
    source: str
    aliases: tuple[str, ...] = ()
    rises_when: tuple[str, ...] = ()


class Role(Value):
    """A role in the response: what it owns, and the severities at which it must be filled."""

    name: str
    owns: str
    required_at: tuple[str, ...]
    source: str


class Clock(Value):
    """How soon an audience hears, per severity, in seconds.

    `first` counts from the declaration; `then` from the last update, per state of that update.
    A severity that is missing has no obligation. Updates that are sent `settles` seconds after the
    declaration or later start the clock of `later` instead: what has lasted so long is told of less often
    (0: never).
    """

    audience: str
    first: Mapping[str, int]
    then: Mapping[str, Mapping[UpdateState, int]]
    source: str
    settles: int = 0
    later: Mapping[str, Mapping[UpdateState, int]] = field(default_factory=dict)

    def again(self, severity: str, state: UpdateState, elapsed: int) -> int | None:
        """Seconds to the next update after one of a state, sent so long after the declaration."""
        settled = bool(self.settles) and elapsed >= self.settles and severity in self.later
        return (self.later if settled else self.then).get(severity, {}).get(state)


class Threshold(Value):
    """A number that a rule reads. Seconds when it was written as a duration, else a plain number."""

    name: str
    value: float
    source: str


class Doctrine(Value, eq=False):
    """One incident process. `weights` are the points of each rule within its axis; 0 switches it off."""

    id: str
    title: str
    source: str
    stages: tuple[str, ...]
    severities: Mapping[str, Severity]
    roles: Mapping[str, Role]
    switches: Mapping[str, bool]
    clocks: Mapping[str, Clock]
    thresholds: Mapping[str, Threshold]
    easy_kinds: tuple[str, ...]
    weights: Mapping[str, float]
    pass_mark: int
    distinction: int

    def threshold(self, name: str) -> float:
        """The value of a threshold; KeyError for one that the doctrine does not have."""
        return self.thresholds[name].value

    @property
    def severe(self) -> tuple[str, ...]:
        """The levels at which other teams' changes are stopped: the two highest."""
        return tuple(self.severities)[:SEVERE]

    @property
    def usual(self) -> str:
        """The level of an outage of which nothing more is known: the second highest, which may be raised."""
        levels = tuple(self.severities)
        return levels[min(1, len(levels) - 1)]

    def level(self, severity: str) -> str:
        """This doctrine's own name for a severity given by name or alias; KeyError for an unknown one."""
        for name, level in self.severities.items():
            if severity == name or severity in level.aliases:
                return name
        raise KeyError(severity)

    def knows(self, severity: str) -> bool:
        """Whether a severity is one of this doctrine, by name or alias."""
        return any(severity == name or severity in one.aliases for name, one in self.severities.items())

    def rank(self, severity: str) -> int:
        """0 for the highest severity, counting up; aliases count as what they stand for."""
        return list(self.severities).index(self.level(severity))
