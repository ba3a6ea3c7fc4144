"""What can be decided next: changes, looks and pre-checks, each with what it costs and may bring.

Costs are customer-minutes, durations seconds.
"""

from fractions import Fraction

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Scenario
from simulator.domain.value import Value
from simulator.reasoning.estimate import FailingOf
from simulator.reasoning.relief import Ease

LOOK = 4 * MINUTE
"""An investigation by someone who knows the place, unless told otherwise (assumption)."""
GIVE_UP = 180 * MINUTE
"""When the quick options are worthless: the slow way, about a rollback through the full pipeline."""


def slow_way(scenario: Scenario) -> int:
    """The seconds of the slow way: a boss outage has none but to bear it to the end."""
    return scenario.limit if scenario.boss else GIVE_UP


class Assumptions(Value):
    """What no file gives: seconds of a look and of giving up, the second it is now, the estimate.

    `ready` are the changes that were made ready: what is done takes no time any more.
    """

    look: int = LOOK
    give_up: int = GIVE_UP
    now: int = 0
    failing_of: FailingOf | None = None
    ready: frozenset[str] = frozenset()


class Promise(Value):
    """What a change brings under one cause, once the changes `after` are in place.

    With probability `chance` it cures, or eases the impact; with probability `stops` it keeps the outage from
    growing. What may be made `early` does so when the last of them comes. `harm` is what it costs in any
    case, in customer-minutes.
    """

    chance: Fraction = Fraction(0)
    cures: bool = False
    ease: Ease | None = None
    stops: Fraction = Fraction(0)
    harm: float = 0.0
    after: frozenset[str] = frozenset()
    early: bool = False


class Risk(Value):
    """A hazard of a change: its odds under each cause, and the customer-minutes it costs when it holds."""

    hazard: str
    odds: tuple[Fraction, ...]
    harm: float


class ChangeOption(Value):
    """A change of the runbook; `under` has one promise for each cause, in the order of the scenario."""

    name: str
    seconds: int
    under: tuple[Promise, ...]
    risks: tuple[Risk, ...] = ()


class LookOption(Value):
    """A place to investigate: for each answer it may give, the odds under each cause."""

    name: str
    seconds: int
    answers: tuple[tuple[Fraction, ...], ...]


class CheckOption(Value):
    """A pre-check of all hazards of a change."""

    name: str
    seconds: int


class Options(Value):
    """Everything that can be decided, in the order of the files.

    `growing` are the customers who fail besides, under each cause, until the growth is stopped; `heals` the
    seconds after which each cause is expected to be over by itself, None where it is not.
    """

    causes: tuple[str, ...]
    changes: tuple[ChangeOption, ...]
    looks: tuple[LookOption, ...]
    checks: tuple[CheckOption, ...]
    growing: tuple[float, ...]
    heals: tuple[int | None, ...] = ()
