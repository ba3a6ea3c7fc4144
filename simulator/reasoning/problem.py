"""A scenario as a decision problem: ask it for advice with what the seat had been told."""

from collections.abc import Sequence
from functools import lru_cache

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Scenario
from simulator.domain.situations import EXACT, bits
from simulator.reasoning.advice import Advice
from simulator.reasoning.appraisal import options_of
from simulator.reasoning.estimate import FailingOf
from simulator.reasoning.impact import Impact
from simulator.reasoning.options import LOOK, Assumptions, Options, slow_way
from simulator.reasoning.order import Order
from simulator.reasoning.quotes import Quotes
from simulator.reasoning.start import assumed_in_place, start
from simulator.reasoning.table import Table, table_of
from simulator.reasoning.told import Evidence

AHEAD = 3
"""How many decisions ahead to look when an outage has too much to weigh (assumption)."""


class Problem:
    """What to do next in a scenario while `rate` customers fail. Make it with `Problem.of`.

    It remembers what it has worked out, so a second question costs next to nothing. Where some seconds make
    no difference to what can be decided, the problem is the same one at all of them.
    """

    def __init__(self, scenario: Scenario, rate: float, table: Table, give_up: int) -> None:
        self.scenario = scenario
        self.rate = rate
        self._table = table
        ahead = None if bits(scenario) <= EXACT else AHEAD
        self._order = Order(table, Impact(table, rate, give_up), ahead)
        self._advised: dict[object, Advice] = {}

    @classmethod
    def of(
        cls,
        scenario: Scenario,
        rate: float,
        failing_of: FailingOf | None = None,
        *,
        look: int = LOOK,
        give_up: int | None = None,
        now: int = 0,
        ready: frozenset[str] = frozenset(),
    ) -> "Problem":
        """The problem of a scenario; the same one again for the same question.

        `rate` is customers failing now, as far as the seat could know; `failing_of` estimates the customers
        who fail because of some effects (default: the domain's health formulas); `look` and `give_up` are
        seconds (of the slow way if not given); `now` is the second of the exercise, which only decides what
        stopping the growth is worth; `ready` are the changes that were made ready.
        """
        assumed = Assumptions(look, give_up or slow_way(scenario), now, failing_of, ready)
        return _problem(scenario, rate, _table(scenario, assumed), assumed.give_up)

    def advise(
        self,
        told: Sequence[Evidence] = (),
        in_place: frozenset[str] | None = None,
        made: frozenset[str] | None = None,
    ) -> Advice:
        """The best decision now, and what every other one costs, given what the seat had been told.

        `in_place` are the changes in place (default: those of the evidence), `made` those made so far, also
        those whose effect nobody has seen (default: those in place).
        """
        place = assumed_in_place(told) if in_place is None else in_place
        question = (tuple(told), place, place if made is None else made)
        if question not in self._advised:
            self._advised[question] = Advice(
                Quotes(self._order, start(self.scenario, self._table, *question))
            )
        return self._advised[question]

    def waiting(self, seconds: int) -> float:
        """The customer-minutes that pass while nothing is done."""
        return self.rate * seconds / MINUTE


@lru_cache(maxsize=256)
def _problem(scenario: Scenario, rate: float, table: Table, give_up: int) -> Problem:
    return Problem(scenario, rate, table, give_up)


@lru_cache(maxsize=1024)
def _table(scenario: Scenario, assumed: Assumptions) -> Table:
    return _laid_out(options_of(scenario, assumed))


@lru_cache(maxsize=256)
def _laid_out(options: Options) -> Table:
    return table_of(options)
