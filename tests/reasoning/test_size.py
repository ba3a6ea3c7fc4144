"""A large outage stays small to the search: states are counted, since seconds depend on the machine."""

import pytest

from simulator.domain.situations import EXACT, bits
from simulator.reasoning import ClueHeard, EffectSeen, Problem
from tests.reasoning.conftest import Tries, cures, errors, harms, relieves, story

CAUSES = {"disk": 4, "release": 3, "overload": 3, "provider": 2}


def clue(likely, odds=0.5, otherwise=0.1):
    return {cause: odds if cause == likely else otherwise for cause in CAUSES}


def large(hazards=False):
    """Four causes, ten changes, four looks."""
    odds = {"disk": 0.05, "release": 0.1, "overload": 0.4, "provider": 0.1}
    lag = {"replica is behind": odds} if hazards else {}
    migrated = {"data was migrated": {"always": 0.2}} if hazards else {}
    changes = {
        "fail over": Tries(10, {"disk": cures(0.95), "overload": relieves(0.6, 6)}, lag, (errors(0.9, 30),)),
        "roll back": Tries(20, {"release": cures(0.9)}, migrated, (errors(0.3, 15),)),
        "flag off": Tries(6, {"release": cures(0.5)}),
        "throttle": Tries(5, {"overload": relieves(0.4, 20)}),
        "scale out": Tries(35, {"overload": cures(0.8)}),
        "switch provider": Tries(12, {"provider": cures(0.85)}),
        "restart": Tries(14, {"release": relieves(0.8, 8), "overload": cures(0.3)}),
        "hotfix": Tries(150, {"release": cures(0.7)}),
        "clear cache": Tries(5, {"always": harms(0.8, 40)}),
        "turn off counts": Tries(6),
    }  # fmt: skip
    clues = {
        "database": [clue("disk"), clue("overload", 0.3)],
        "application": [clue("release", 0.6)],
        "edge": [clue("overload", 0.4), clue("provider", 0.4, 0.05)],
        "outside": [clue("provider", 0.8, 0.05)],
    }
    return story(CAUSES, changes, clues)


def test_the_best_decision():
    problem = Problem.of(large(), 6000.0)
    assert problem.advise().best.name == "fail over"
    assert len(problem._order) < 500


def test_all_decisions():
    problem = Problem.of(large(), 6000.0)
    assert len(problem.advise().ranked) == 10 + 4 + 1
    assert len(problem._order) < 3000


def test_with_hazards_to_check():
    problem = Problem.of(large(hazards=True), 6000.0)
    assert (problem.advise().best.kind, problem.advise().best.name) == ("check", "fail over")
    assert len(problem._order) < 2000


def test_the_next_decision_finds_most_of_it_done():
    problem = Problem.of(large(), 6000.0)
    first = problem.advise().ranked
    states = len(problem._order)
    problem.advise([EffectSeen(first[0].name, "nothing")]).best  # noqa: B018
    problem.advise([ClueHeard("database", 1)]).best  # noqa: B018
    assert len(problem._order) < 1.2 * states


def crowded():
    """Reliefs that look alike under every cause, and many changes that help with either of two of them."""
    odds = {"disk": 0.5, "release": 0.1, "overload": 0.1, "provider": 0.1}
    eases = {f"ease {n}": Tries(5 + n, {"always": relieves(0.2 + 0.1 * n, 30)}) for n in range(3)}
    cure = {f"cure {cause}": Tries(20, {cause: cures(0.7)}) for cause in CAUSES}
    parts = {f"part {n}": Tries(6 + n, {"disk": cures(0.4), "release": cures(0.4)}) for n in range(3)}
    clues = {f"place {n}": [odds, clue("release", 0.3)] for n in range(4)}
    return story(CAUSES, eases | cure | parts, clues)


def test_where_too_much_is_left_to_weigh_it_looks_a_few_decisions_ahead():
    scenario = crowded()
    assert bits(scenario) > EXACT
    problem = Problem.of(scenario, 6000.0)
    assert problem.advise().ranked
    assert len(problem._order) < 2000


def test_what_it_then_finds_does_not_depend_on_what_was_asked_before():
    scenario = crowded()
    asked, fresh = Problem.of(scenario, 6000.0), Problem.of(crowded(), 6000.0)
    later = [ClueHeard("place 0", 1)]
    assert asked.advise().ranked
    costs = [problem.advise(later).ranked for problem in (asked, fresh)]
    assert [choice.cost for choice in costs[0]] == pytest.approx([choice.cost for choice in costs[1]])
