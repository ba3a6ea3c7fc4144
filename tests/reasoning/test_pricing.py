"""Pricing no more than is asked for: the same best choices and counts as when everything is priced."""

import pytest

from simulator.domain.value import replace
from simulator.library import Library
from simulator.reasoning import ClueHeard, EffectSeen, HazardSeen, Problem

MADE = frozenset({"fail over a shard"})
TOLD = {
    "nothing": ((), frozenset(), frozenset()),
    "a clue": ((ClueHeard("db-shards", 1),), frozenset(), frozenset()),
    "a change that did nothing": (
        (EffectSeen("fail over a shard", "nothing"), HazardSeen("clear cache", "load comes back", False)),
        MADE,
        MADE,
    ),
    "a change that nobody has verified": ((), MADE, MADE),
}


@pytest.fixture(scope="module")
def write_stall():
    return Library.open().outage("write-stall").scenario


@pytest.fixture(params=TOLD)
def asked(request, write_stall):
    """The same question put to two problems that share nothing: one prices all, the other what it must."""
    told = TOLD[request.param]
    return fresh(write_stall).advise(*told), fresh(write_stall).advise(*told)


def fresh(scenario):
    """A problem that has worked out nothing yet."""
    return Problem(scenario, 9000.0, Problem.of(scenario, 9000.0)._table, 10_800)


def test_the_first_few_are_those_of_the_whole_order(asked):
    whole, few = asked
    for most in (1, 2, 4):
        for kinds in ({"change"}, {"look"}, {"change", "look"}, {"change", "look", "check"}):
            names = [name for name in few.quotes.names if name[0] in kinds]
            expected = [choice for choice in whole.ranked if choice.kind in kinds][:most]
            found = few.first(most, names)
            assert [one.cost for one in found] == pytest.approx([one.cost for one in expected])


def test_the_count_within_a_cost_is_that_of_all_costs(asked):
    whole, few = asked
    costs = [choice.cost for choice in whole.ranked]
    for share in (0.999, 1.0001, 1.05, 1.3, 10):
        limit = whole.best.cost * share
        assert [one.cost for one in few.within(limit, few.quotes.names)] == [
            cost for cost in costs if cost <= limit
        ]


def test_a_floor_is_never_above_the_cost(asked):
    _, advice = asked
    for name in advice.quotes.names:
        assert advice.quotes.floor(name) <= advice.quotes.cost(name) * (1 + 1e-9)


def test_what_may_cost_so_much_is_what_does(asked):
    whole, few = asked
    for choice in whole.ranked:
        name = (choice.kind, choice.name)
        assert few.quotes.may_cost(name, choice.cost)
        assert few.quotes.may_cost(name, choice.cost * 1.01)
        assert not few.quotes.may_cost(name, choice.cost * 0.99)


def test_not_everything_is_priced(write_stall):
    advice = fresh(write_stall).advise()
    advice.first(2, advice.quotes.names)
    assert 2 <= len(advice.quotes._costs) < len(advice.quotes.names) / 2


def test_it_is_one_problem_where_the_second_makes_no_difference(write_stall):
    unknown = replace(write_stall, title="of which nobody has asked anything yet")
    assert Problem.of(unknown, 9000.0, now=0) is Problem.of(unknown, 9000.0, now=600)
    assert Problem.of(unknown, 9000.0) is not Problem.of(unknown, 9100.0)
    assert Problem.of(unknown, 9000.0) is not Problem.of(unknown, 9000.0, look=60)


def test_it_is_another_problem_where_an_outage_grows_by_the_second():
    scenario = Library.open().outage("cold-cache").scenario
    assert Problem.of(scenario, 9000.0, now=0) is not Problem.of(scenario, 9000.0, now=3600)
