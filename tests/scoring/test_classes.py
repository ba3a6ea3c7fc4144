"""Decisions classed like moves: by share of the best cost, by how many were as good, by what was at stake."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.classes import SIGNS, class_of
from simulator.scoring.decisions import decisions
from simulator.scoring.weighing import Decision, Option
from tests.scoring.test_decisions import TEXT


@pytest.fixture
def decided():
    best = Option("change", "a", 1000.0, 300)
    return Decision(300, 300, best, best, 0.0, 60.0, (1,), (), (), choices=10, as_good=1)


@pytest.fixture
def judged(case, decided):
    def classed(regret, **more):
        return class_of(case(TEXT), replace(decided, regret=regret, **more))

    return classed


@pytest.mark.parametrize(
    ("regret", "found"),
    [
        (0.0, "best"), (5.0, "best"), (5.1, "good"), (40.0, "good"), (40.1, "inaccuracy"),
        (100.0, "inaccuracy"), (100.1, "mistake"), (250.0, "mistake"), (250.1, "blunder"),
    ],
)  # fmt: skip
def test_a_class_is_a_share_of_the_best_cost(judged, regret, found):
    assert judged(regret) == found


@pytest.mark.parametrize(("as_good", "found"), [(4, "best"), (5, "no matter"), (10, "no matter")])
def test_where_half_of_the_choices_were_as_good_none_was_a_merit(judged, as_good, found):
    assert judged(0.0, as_good=as_good) == found
    assert judged(300.0, as_good=as_good) == "blunder"


def test_nothing_known_of_the_others_is_no_reason_to_doubt(judged):
    assert judged(0.0, choices=0, as_good=0) == "best"


def test_less_than_a_minute_of_the_outage_is_no_blunder(judged):
    assert judged(300.0, rate=300.0) == "blunder"
    assert judged(300.0, rate=301.0) == "inaccuracy"


@pytest.mark.parametrize(
    ("regret", "chance", "name", "found"),
    [
        (20.0, 0.0, "roll back app", "mistake"),
        (20.0, 0.01, "roll back app", "mistake"),
        (300.0, 0.0, "roll back app", "blunder"),
        (20.0, 0.02, "roll back app", "good"),
        (0.0, 0.0, "roll back app", "best"),
        (20.0, None, "roll back app", "good"),
    ],
)
def test_a_change_that_nothing_spoke_for_is_a_mistake_however_little_it_gave_away(
    judged, regret, chance, name, found
):
    chosen = Option("change", name, 1000.0 + regret, 300, chance)
    assert judged(regret, chosen=chosen) == found


@pytest.mark.parametrize(("part", "found"), [(0.4, "good"), (0.01, "mistake")])
def test_one_part_of_a_likely_fix_is_not_in_vain_though_it_does_nothing_alone(judged, part, found):
    chosen = Option("change", "roll back app", 1020.0, 300, 0.0, part=part)
    assert judged(20.0, chosen=chosen) == found


def test_each_class_has_a_sign_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS) == 6


def test_a_play_is_classed_by_what_could_be_known(case):
    """The flag was a mistake before it was known where the trouble is; the failover then was none."""
    made = decisions(case(TEXT))
    found = {one.chosen.name: class_of(case(TEXT), one) for one in made}
    assert found["turn off new inbox"] in ("mistake", "blunder")
    assert found["fail over a shard"] in ("best", "good")
    assert found[""] == "blunder"
    truth = TEXT.replace('cause="stalled primary"', 'cause="bad release"')
    assert [class_of(case(truth), one) for one in decisions(case(truth))] == [
        class_of(case(TEXT), one) for one in made
    ]


def test_the_other_choices_stand_beside_a_decision(case):
    for one in decisions(case(TEXT)):
        taken = {(option.kind, option.name) for option in (one.chosen, one.best)}
        assert len(one.others) == 2
        assert not taken & {(option.kind, option.name) for option in one.others}
        assert [option.cost for option in one.others] == sorted(option.cost for option in one.others)
        assert all(option.cost >= one.best.cost for option in one.others)
        assert 1 <= one.as_good <= one.choices


@pytest.mark.parametrize(
    ("chance", "part", "found"),
    [(0.0, 0.0, "no matter"), (0.01, 0.01, "no matter"), (0.4, 0.0, "best"), (0.0, 0.4, "best")],
)
def test_to_ask_whether_it_is_safe_is_no_merit_where_the_change_could_not_help(judged, chance, part, found):
    chosen = Option("check", "roll back app", 1000.0, 120, chance, part=part)
    assert judged(0.0, chosen=chosen) == found
