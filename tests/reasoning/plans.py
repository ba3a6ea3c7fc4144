"""The value of a small problem by trying every plan: every decision after every history.

It reads the scenario by itself. No bounds, nothing left out; only the same history, told in another order, is
not worked out again.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import prod

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Scenario
from simulator.domain.value import replace
from simulator.reasoning.harm import customer_minutes
from simulator.reasoning.likelihood import TOLD_FROM_NOISE


@dataclass(frozen=True)
class History:
    """What was decided and seen: shares by cause while failing, changes in place, luck told, reliefs."""

    shares: dict[str, Fraction]
    placed: frozenset[str] = frozenset()
    used: frozenset[tuple[str, frozenset[str], bool]] = frozenset()
    looked: frozenset[str] = frozenset()
    hazards: tuple[tuple[str, bool], ...] = ()
    eased: tuple[tuple[float, int], ...] = ()

    def split(self, odds):
        """The history with each cause's share times its odds."""
        return replace(self, shares={cause: share * odds[cause] for cause, share in self.shares.items()})


class Plans:
    """Tries every plan. `rate` customers fail; costs are customer-minutes, not divided by the shares' sum."""

    def __init__(self, scenario: Scenario, rate: float, failing_of, look: int, give_up: int) -> None:
        self.scenario, self.rate, self.failing_of = scenario, rate, failing_of
        self.look, self.give_up = look, give_up
        self.found: dict[object, float] = {}
        self.growing = {cause: self._grows(cause) for cause in scenario.causes}

    def start(self) -> History:
        total = sum(cause.weight for cause in self.scenario.causes.values())
        return History({name: Fraction(c.weight, total) for name, c in self.scenario.causes.items()})

    def least(self, history: History) -> float:
        if not any(history.shares.values()):
            return 0.0
        key = (tuple(history.shares.values()), history.placed, history.used, history.looked, history.hazards)
        if (*key, history.eased) not in self.found:
            costs = [self.time(history, self.give_up)]
            costs += [self.cost(history, kind, name) for kind, name in self._open(history)]
            self.found[(*key, history.eased)] = min(costs)
        return self.found[(*key, history.eased)]

    def cost(self, history: History, kind: str, name: str) -> float:
        """The expected cost of one decision and the best ones after it, times the chance to get here."""
        return {"change": self._change, "look": self._look, "check": self._check}[kind](history, name)

    def _open(self, history: History):
        for change in self.scenario.outcomes:
            needs = {self.luck(change, cause) for cause in self.scenario.causes}
            fresh = [luck not in history.used for luck in needs if luck[1] <= history.placed]
            if any(fresh) or change not in history.placed:
                yield "change", change
        for place in self.scenario.clues:
            if place not in history.looked:
                yield "look", place
        for danger in self.scenario.dangers:
            if danger.change not in dict(history.hazards):
                yield "check", danger.change

    def _outcome(self, change: str, cause: str):
        return self.scenario.outcome(change, cause)

    def luck(self, change: str, cause: str) -> tuple[str, frozenset[str], bool]:
        """What has one luck: a change with what it needs, and whether it may be made before that."""
        after = frozenset(self._outcome(change, cause).after)
        return change, after, self.scenario.may_come_first(change, cause)

    def told(self, history: History, change: str) -> set[tuple[str, frozenset[str], bool]]:
        """Whose luck is told when a change is made: its own, and that of what waited for it."""
        own = (self.luck(change, cause) for cause in self.scenario.causes)
        used = {luck for luck in own if luck[1] <= history.placed}
        for cause in self.scenario.causes:
            used |= {self.luck(name, cause) for name, _ in self.waiting(history, change, cause)}
        return used

    def waiting(self, history: History, part: str, cause: str) -> list[tuple[str, Fraction]]:
        """The changes in place that work when a part comes, under a cause, each with its chance."""
        if part in history.placed:
            return []
        lucks = [self.luck(name, cause) for name in sorted(history.placed)]
        whole = [
            luck for luck in lucks
            if luck[2] and part in luck[1] and luck[1] <= {*history.placed, part} and luck not in history.used
        ]  # fmt: skip
        chances = [(name, self._outcome(name, cause)) for name, _, _ in whole]
        return [(name, Fraction(str(one.chance)) if one.cures else Fraction(0)) for name, one in chances]

    def time(self, history: History, seconds: int) -> float:
        """Second by second: the strongest relief counts."""
        turns = sorted({0, seconds, *(min(left, seconds) for _, left in history.eased)})
        felt = 0.0
        for begins, ends in pairwise(turns):
            share = max((share for share, left in history.eased if left > begins), default=0.0)
            felt += (1 - share) * (ends - begins)
        failing = (
            float(share) * (self.rate + self._besides(history, c)) for c, share in history.shares.items()
        )
        return felt / MINUTE * sum(failing)

    def _besides(self, history: History, cause: str) -> float:
        """The customers who fail besides, unless the growth was stopped."""
        left = self.growing[cause]
        for change in self.scenario.outcomes:
            outcome = self._outcome(change, cause)
            if outcome.stops and not outcome.cures and self.luck(change, cause) in history.used:
                left *= 1 - outcome.chance
        return left

    def _grows(self, cause: str) -> float:
        """On average over half an hour; a cause whose growth nothing stops does not count as growing."""
        if not any(self._outcome(change, cause).stops for change in self.scenario.outcomes):
            return 0.0
        late = [effect for effect in self.scenario.causes[cause].effects if effect.at > 0]
        return sum(self.failing_of((effect,)) * (1 - effect.at / (30 * MINUTE)) for effect in late)

    def _later(self, history: History, seconds: int) -> History:
        eased = tuple((share, left - seconds) for share, left in history.eased if left > seconds)
        return replace(history, eased=eased)

    def _look(self, history: History, place: str) -> float:
        clues = [clue.odds for clue in self.scenario.clues[place]]
        exact = [{cause: Fraction(str(odds[cause])) for cause in self.scenario.causes} for odds in clues]
        rest = {cause: 1 - sum(odds[cause] for odds in exact) for cause in self.scenario.causes}
        after = replace(self._later(history, self.look), looked=history.looked | {place})
        return self.time(history, self.look) + sum(self.least(after.split(odds)) for odds in (rest, *exact))

    def _check(self, history: History, change: str) -> float:
        (danger,) = self.scenario.dangers_of(change)
        seconds = sum(hazard.check for hazard in self.scenario.organisation.runbook[change].hazards)
        real = {cause: Fraction(str(danger.odds[cause])) for cause in self.scenario.causes}
        cost = self.time(history, seconds)
        for holds in (True, False):
            odds = {cause: share if holds else 1 - share for cause, share in real.items()}
            after = replace(
                self._later(history, seconds), hazards=tuple(sorted((*history.hazards, (change, holds))))
            )
            cost += self.least(after.split(odds))
        return cost

    def _change(self, history: History, change: str) -> float:
        seconds = round(self.scenario.organisation.runbook[change].takes.mean)
        cost = self.time(history, seconds) + self._harm(history, change)
        works = {cause: self._works(history, change, cause) for cause in self.scenario.causes}
        used = self.told(history, change)
        made = replace(
            self._later(history, seconds), placed=history.placed | {change}, used=history.used | used
        )
        made = made.split(
            {
                cause: prod(
                    (1 - chance for _, chance in self.waiting(history, change, cause)), start=Fraction(1)
                )
                for cause in works
            }
        )
        cost += self.least(made.split({cause: 1 - chance for cause, chance in works.items()}))
        reliefs = {self._outcome(change, cause).relieves for cause in self.scenario.causes} - {None}
        for relief in reliefs:
            odds = {
                cause: chance if self._outcome(change, cause).relieves == relief else Fraction(0)
                for cause, chance in works.items()
            }
            cost += self.least(replace(made.split(odds), eased=(*made.eased, relief)))
        return cost

    def _works(self, history: History, change: str, cause: str) -> Fraction:
        outcome = self._outcome(change, cause)
        after = frozenset(outcome.after)
        small = outcome.relieves is not None and outcome.relieves[0] < TOLD_FROM_NOISE
        helps = outcome.cures or (outcome.relieves is not None and not small)
        if not helps or not after <= history.placed or self.luck(change, cause) in history.used:
            return Fraction(0)
        return Fraction(str(outcome.chance))

    def _harm(self, history: History, change: str) -> float:
        known, total = dict(history.hazards), 0.0
        for cause, share in history.shares.items():
            harm = customer_minutes(self._outcome(change, cause).harms, 0, self.failing_of)
            for danger in self.scenario.dangers_of(change):
                odds = float(known[change]) if change in known else danger.odds[cause]
                harm += odds * customer_minutes(danger.harms, 0, self.failing_of)
            total += float(share) * harm
        return total
