"""Belief and best order in the middle of a response, against counting every world and trying every plan.

A response is walked along: places are looked at, hazards checked, changes made that do not help. After each
walk the posterior must be the same fractions as counting gives, and every choice must cost what trying every
plan from there gives, divided by the chance to be there.
"""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from simulator.domain.duration import MINUTE
from simulator.domain.value import replace
from simulator.reasoning import ClueHeard, EffectSeen, Evidence, HazardSeen, Outlasted, Problem, belief
from simulator.reasoning.likelihood import LINGERS, MISSED
from tests.reasoning.conftest import Tries, cures, stories, story
from tests.reasoning.joint import agrees, worlds
from tests.reasoning.plans import History, Plans

RATE, LOOK, SLOW = 60.0, 4 * MINUTE, 90 * MINUTE
SIZES = {
    "many causes": {"most_causes": 4, "most_changes": 2, "most_looks": 2},
    "many changes": {"most_causes": 2, "most_changes": 5, "most_looks": 0},
    "a bit of all": {"most_causes": 3, "most_changes": 3, "most_looks": 1},
}


def failing_of(effects):
    return 40.0 * sum(effect.amount for effect in effects)


def harmless(scenario, change):
    """Whether a change does no harm under any cause: then a miss tells no more than that it missed."""
    harms = any(scenario.outcome(change, cause).harms for cause in scenario.causes)
    return not harms and not scenario.dangers_of(change)


class Walk:
    """A response under way: what was told, and the same as a history for trying plans from."""

    def __init__(self, scenario, plans):
        self.scenario, self.plans = scenario, plans
        self.told: list[Evidence] = []
        self.history: History = plans.start()

    @property
    def moves(self):
        """What is worth taking: what cannot be told from harm is left to the tests of belief."""
        for kind, name in self.plans._open(self.history):
            if kind != "change" or (harmless(self.scenario, name) and name not in self.history.placed):
                yield kind, name

    def take(self, kind, name, answer):
        {"look": self._look, "check": self._check, "change": self._miss}[kind](name, answer)

    def outlast(self, over):
        """Something still fails after this cause would have been over."""
        self.told.append(Outlasted(over))
        self.history = self.history.split(
            {cause: LINGERS if cause == over else Fraction(1) for cause in self.scenario.causes}
        )

    def _odds(self, odds):
        return {cause: Fraction(str(odds[cause])) for cause in self.scenario.causes}

    def _look(self, place, answer):
        clues = [self._odds(clue.odds) for clue in self.scenario.clues[place]]
        rest = {cause: 1 - sum(odds[cause] for odds in clues) for cause in self.scenario.causes}
        number = answer % (len(clues) + 1)
        self.told.append(ClueHeard(place, number))
        found = self.history.split([rest, *clues][number])
        self.history = replace(found, looked=found.looked | {place})

    def _check(self, change, answer):
        (danger,) = self.scenario.dangers_of(change)
        holds = bool(answer % 2)
        real = self._odds(danger.odds)
        odds = {cause: share if holds else 1 - share for cause, share in real.items()}
        self.told.append(HazardSeen(change, danger.hazard, holds))
        found = self.history.split(odds)
        self.history = replace(found, hazards=tuple(sorted((*found.hazards, (change, holds)))))

    def _miss(self, change, _answer):
        history = self.history
        works = {cause: self.plans._works(history, change, cause) for cause in self.scenario.causes}
        used = self.plans.told(history, change)
        self.told.append(EffectSeen(change, "nothing", history.placed))
        missed = history.split({cause: max(1 - chance, MISSED) for cause, chance in works.items()})
        for cause in self.scenario.causes:
            for _, chance in self.plans.waiting(history, change, cause):
                missed = missed.split({**dict.fromkeys(works, Fraction(1)), cause: max(1 - chance, MISSED)})
        self.history = replace(missed, placed=history.placed | {change}, used=history.used | used)


def walked(data, scenario, plans):
    walk = Walk(scenario, plans)
    for _ in range(data.draw(st.integers(0, 3))):
        moves = list(walk.moves)
        if not moves:
            break
        kind, name = data.draw(st.sampled_from(moves))
        walk.take(kind, name, data.draw(st.integers(0, 2)))
        assume(any(walk.history.shares.values()))
    for over in sorted(data.draw(st.sets(st.sampled_from(tuple(scenario.causes)), max_size=2))):
        walk.outlast(over)
    return walk


@pytest.mark.parametrize("size", SIZES)
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_on_the_way_belief_is_exact_and_every_choice_costs_what_trying_every_plan_gives(size, data):
    scenario = data.draw(stories(**SIZES[size]))
    plans = Plans(scenario, RATE, failing_of, LOOK, SLOW)
    walk = walked(data, scenario, plans)
    history, here = walk.history, sum(walk.history.shares.values())
    placed = history.placed
    advice = Problem.of(scenario, RATE, failing_of, look=LOOK, give_up=SLOW).advise(walk.told, placed, placed)

    assert advice.belief.exact == {cause: share / here for cause, share in history.shares.items()}
    assert advice.failing == 1
    least = plans.least(history) / float(here)
    assert min(advice.best.cost, advice.give_up) == pytest.approx(least, rel=1e-9, abs=1e-9)
    for kind, name in plans._open(history):
        expected = plans.cost(history, kind, name) / float(here)
        assert advice.of(kind, name).cost == pytest.approx(expected, rel=1e-9, abs=1e-9)
        assert advice.of(kind, name).regret == pytest.approx(expected - advice.best.cost, rel=1e-6, abs=1e-6)


@given(st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_belief_after_a_walk_is_what_counting_every_world_gives(data):
    scenario = data.draw(stories(most_causes=4, most_changes=5))
    walk = walked(data, scenario, Plans(scenario, RATE, failing_of, LOOK, SLOW))
    total = dict.fromkeys(scenario.causes, Fraction(0))
    for world, chance in worlds(scenario, walk.told):
        if agrees(scenario, world, walk.told):
            total[world.cause] += chance
    everything = sum(total.values())
    assert belief(scenario, walk.told).exact == {cause: share / everything for cause, share in total.items()}


THREE = {"a": (50, 10), "b": (30, 2), "c": (20, 5)}
"""A textbook case to be worked out by hand: chance in percent and minutes of three exclusive repairs."""
BY_HAND = {
    ("b", "a", "c"): 2 + 0.7 * 10 + 0.2 * 5,  # by chance over cost: 15, 5 and 4 percent a minute
    ("b", "c", "a"): 2 + 0.7 * 5 + 0.5 * 10,  # the cheapest first
    ("a", "b", "c"): 10 + 0.5 * 2 + 0.2 * 5,  # the likeliest first
    ("a", "c", "b"): 10 + 0.5 * 5 + 0.3 * 2,
    ("c", "b", "a"): 5 + 0.8 * 2 + 0.5 * 10,
    ("c", "a", "b"): 5 + 0.8 * 10 + 0.3 * 2,
}


def test_a_case_from_the_textbook():
    """The seven changes of the published example are not given with it; this one is small enough to see."""
    changes = {name: Tries(minutes, {name: cures(1.0)}) for name, (_, minutes) in THREE.items()}
    scenario = story({name: percent for name, (percent, _) in THREE.items()}, changes)
    problem = Problem.of(scenario, RATE)
    assert set(BY_HAND) == set(permutations(THREE))
    assert min(BY_HAND, key=BY_HAND.__getitem__) == ("b", "a", "c")
    assert [BY_HAND[order] for order in (("b", "a", "c"), ("b", "c", "a"), ("a", "b", "c"))] == [10, 10.5, 12]
    advice = problem.advise()
    assert advice.best.cost / RATE == pytest.approx(10.0, rel=1e-12)
    assert [name for _, name in advice.path] == ["b", "a", "c"]
    for first in THREE:
        best_after = min(minutes for order, minutes in BY_HAND.items() if order[0] == first)
        assert advice.of("change", first).cost / RATE == pytest.approx(best_after, rel=1e-12)
