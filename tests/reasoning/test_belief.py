"""Belief is exact: against every world that a small scenario allows, one by one."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.reasoning import (
    ClueHeard,
    EffectSeen,
    Evidence,
    HazardSeen,
    Problem,
    WordsHeard,
    belief,
    would_be_part,
    would_help,
    would_last,
)
from simulator.reasoning.likelihood import chance_left
from tests.reasoning.conftest import Tries, cures, errors, harms, relieves, shed, stories, story
from tests.reasoning.joint import agrees, worlds

TWO = {"disk": 3, "release": 1}
WORDS = ("It was full.", "It was not full.")


def pieces(scenario):
    """Things that could be told in a scenario, true or not."""
    changes, places = tuple(scenario.outcomes), tuple(scenario.clues)
    seen = st.sampled_from(["helped", "nothing", "worse", "relapsed"])
    placed = st.frozensets(st.sampled_from(changes), max_size=2)
    delay = st.sampled_from([0, 15 * MINUTE])
    effects = st.builds(_effect, st.sampled_from(changes), seen, placed, delay, placed)
    kinds: list[st.SearchStrategy[Evidence]] = [effects]
    kinds.append(st.builds(WordsHeard, st.sampled_from(changes), st.sampled_from([*WORDS, "Done."])))
    if places:
        kinds.append(st.builds(ClueHeard, st.sampled_from(places), st.integers(0, 2)))
    if scenario.dangers:
        risky = st.sampled_from([danger.change for danger in scenario.dangers])
        kinds.append(st.builds(HazardSeen, risky, st.just("risk"), st.booleans()))
    return st.one_of(kinds)


@st.composite
def spoken(draw):
    """A scenario in which authors wrote what is said when a change is made, under some causes."""
    scenario = draw(stories())
    outcomes = {
        change: {
            cause: replace(one, says=draw(st.sampled_from(["", *WORDS]))) for cause, one in under.items()
        }
        for change, under in scenario.outcomes.items()
    }
    return replace(scenario, outcomes=outcomes)


def _effect(change, seen, placed, delay, since):
    late = delay if seen in ("nothing", "worse") else 0
    return EffectSeen(change, seen, placed - {change}, late, since - placed - {change})


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_belief_is_what_counting_all_worlds_gives(data):
    scenario = data.draw(spoken())
    told = tuple(data.draw(st.lists(pieces(scenario), max_size=3, unique_by=_about)))
    total = dict.fromkeys(scenario.causes, Fraction(0))
    for world, chance in worlds(scenario, told):
        if agrees(scenario, world, told):
            total[world.cause] += chance
    everything = sum(total.values())
    assume(everything)
    found = belief(scenario, told)
    assert found.exact == {cause: share / everything for cause, share in total.items()}
    assert not found.set_aside


def _about(piece):
    match piece:
        case ClueHeard(place=place):
            return place
        case HazardSeen(change=change):
            return change, "hazard"
        case WordsHeard(change=change):
            return change, "words"
        case _:
            return piece.change, piece.in_place


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_belief_sums_to_one_and_does_not_depend_on_the_order(data):
    scenario = data.draw(stories())
    told = data.draw(st.lists(pieces(scenario), max_size=4))
    checks = [(each.change, each.hazard) for each in told if isinstance(each, HazardSeen)]
    assume(len(set(checks)) == len(checks))  # what was checked again counts as it was answered last
    found = belief(scenario, told)
    assert sum(found.exact.values()) == 1
    if not found.set_aside:
        assert belief(scenario, told[::-1]).exact == found.exact


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_going_back_each_piece_is_kept_that_some_cause_explains_with_those_kept_so_far(data):
    scenario = data.draw(spoken())
    told = tuple(dict.fromkeys(data.draw(st.lists(pieces(scenario), max_size=7))))
    believed, kept = belief(scenario, told), tuple[Evidence, ...]()
    for piece in reversed(told):
        if not belief(scenario, (piece, *kept)).set_aside:
            kept = (piece, *kept)
    assert believed.set_aside == tuple(piece for piece in told if piece not in kept)
    assert believed.exact == belief(scenario, kept).exact


def test_nothing_told_is_the_prior():
    found = belief(story(TWO, {}), ())
    assert found.exact == {"disk": Fraction(3, 4), "release": Fraction(1, 4)}
    assert found.ranked == (("disk", 0.75), ("release", 0.25))
    assert found["release"] == 0.25
    assert list(found) == ["disk", "release"]


def test_a_clue_counts_by_its_odds_and_the_rest_is_inconclusive():
    scenario = story(TWO, {}, {"db": [{"disk": 0.6, "release": 0.2}]})
    assert belief(scenario, [ClueHeard("db", 1)]).exact["disk"] == Fraction(18, 20)
    assert belief(scenario, [ClueHeard("db", 0)]).exact["disk"] == Fraction(12, 20)


def test_nothing_found_by_who_cannot_tell_leaves_a_private_clue_as_likely_as_it_was():
    open_to_all = story(TWO, {}, {"db": [{"disk": 0.6, "release": 0.2}, {"disk": 0.3, "release": 0.4}]})
    first, second = open_to_all.clues["db"]
    scenario = replace(open_to_all, clues={"db": (replace(first, only=("mei",)), second)})
    by_bo, by_mei = ClueHeard("db", 0, "bo"), ClueHeard("db", 0, "mei")
    # bo has ruled out the second clue only: disk 3 * 0.7, release 1 * 0.6
    assert belief(scenario, [by_bo]).exact["disk"] == Fraction(21, 27)
    # mei has ruled out both, whoever looked before or after: disk 3 * 0.1, release 1 * 0.4
    for told in ([by_mei], [by_bo, by_mei], [by_mei, by_bo]):
        assert belief(scenario, told).exact["disk"] == Fraction(3, 7)
    assert belief(scenario, [by_bo, ClueHeard("db", 1)]).exact["disk"] == Fraction(18, 20)


def test_words_that_fit_one_cause_speak_for_it_and_prove_nothing():
    scenario = story(TWO, {"failover": Tries(5)})
    full = {
        "disk": replace(Outcome(), says="It was full."),
        "release": replace(Outcome(), says="It was fine."),
    }
    told = replace(scenario, outcomes={"failover": full})
    # disk 3 * 4/5, release 1 * 1/5
    assert belief(told, [WordsHeard("failover", "It was full.")]).exact["disk"] == Fraction(12, 13)
    assert belief(told, [WordsHeard("failover", "As I said: It was fine.")]).exact["disk"] == Fraction(3, 7)
    assert belief(told, [WordsHeard("failover", "The tool says it is complete.")]).exact["disk"] == Fraction(
        3, 4
    )


def test_of_two_texts_the_longer_one_was_said():
    scenario = story(TWO, {"failover": Tries(5)})
    full = {"disk": replace(Outcome(), says="Full."), "release": replace(Outcome(), says="Full. Or not.")}
    told = replace(scenario, outcomes={"failover": full})
    assert belief(told, [WordsHeard("failover", "Full. Or not.")]).exact["disk"] == Fraction(3, 7)


def test_a_place_without_clues_says_nothing():
    assert belief(story(TWO, {}), [ClueHeard("app", 0)]).exact["disk"] == Fraction(3, 4)


def test_odds_for_always_hold_under_every_cause_not_named():
    scenario = story(TWO, {}, {"db": [{"disk": 0.6, "always": 0.2}]})
    assert belief(scenario, [ClueHeard("db", 1)]).exact["disk"] == Fraction(9, 10)


def test_percentages_are_exact():
    scenario = story({"a": 1, "b": 1}, {}, {"db": [{"a": 0.1, "b": 0.2}]})
    assert belief(scenario, [ClueHeard("db", 1)]).exact["a"] == Fraction(1, 3)


def test_a_failed_change_speaks_against_its_cause():
    scenario = story(TWO, {"failover": Tries(7, {"disk": cures(0.9)})})
    told = [EffectSeen("failover", "nothing")]
    assert belief(scenario, told).exact["disk"] == Fraction(3, 13)
    assert belief(scenario, [*told, *told]).exact["disk"] == Fraction(3, 13)  # the same draw
    assert would_help(scenario, told, "failover", frozenset()) == 0
    assert would_help(scenario, (), "failover", frozenset()) == Fraction(27, 40)


def test_a_change_that_was_tried_before_what_it_needs_has_told_nothing():
    scenario = story(TWO, {"shed": Tries(3), "restart": Tries(7, {"disk": cures(0.9, "shed")})})
    early = EffectSeen("restart", "nothing")
    assert belief(scenario, [early]).exact["disk"] == Fraction(3, 4)
    assert would_help(scenario, [early], "restart", frozenset()) == 0
    assert would_help(scenario, [early], "restart", frozenset({"shed"})) == Fraction(27, 40)
    late = EffectSeen("restart", "nothing", frozenset({"shed"}))
    assert belief(scenario, [early, late]).exact["disk"] == Fraction(3, 13)
    assert would_help(scenario, [early, late], "restart", frozenset({"shed"})) == 0


def test_a_help_that_relapses_was_no_cure():
    under = {"disk": cures(0.9), "release": relieves(0.8, 8)}
    scenario = story(TWO, {"restart": Tries(12, under)})
    assert belief(scenario, [EffectSeen("restart", "relapsed")]).exact["release"] == 1
    helped = belief(scenario, [EffectSeen("restart", "helped")]).exact["release"]
    assert helped == Fraction(19, 73)  # 1/4 x 19/20, as it can be missed, against 3/4 x 9/10
    assert would_help(scenario, [EffectSeen("restart", "relapsed")], "restart", frozenset()) == 1


def test_what_helps_for_a_while_is_told_from_what_lasts():
    """A cure under the disk, a relief under the release, nothing but a stop of the growth for the other."""
    under = {"disk": cures(0.9), "release": relieves(0.8, 8)}
    scenario = story(TWO, {"restart": Tries(12, under), "freeze": Tries(4, {"disk": Outcome(stops=True)})})
    assert would_help(scenario, (), "restart", frozenset()) == Fraction(27, 40) + Fraction(1, 4)
    assert would_last(scenario, (), "restart", frozenset()) == Fraction(27, 40)
    assert would_last(scenario, (), "freeze", frozenset()) == Fraction(3, 4)
    assert would_last(scenario, [EffectSeen("restart", "relapsed")], "restart", frozenset()) == 0


def test_what_only_mends_helps_once_what_it_mends_is_in_place():
    """A change that was sure to do something, and had nothing to do, was called 100 % likely to help."""
    scenario = story(
        TWO, {"refit": Tries(4, {"always": Outcome(mends=("restart",))}), "restart": Tries(4, {})}
    )
    assert would_help(scenario, (), "refit", frozenset()) == 0
    assert would_help(scenario, (), "refit", frozenset({"restart"})) == 1
    both = story(
        TWO, {"refit": Tries(4, {"always": Outcome(cures=True, mends=("restart",))}), "restart": Tries(4, {})}
    )
    assert would_help(both, (), "refit", frozenset()) == 1


def test_a_relief_may_be_over_before_anyone_looks():
    scenario = story(TWO, {"restart": Tries(12, {"release": relieves(0.8, 8)})}, lag=2 * MINUTE)
    soon, late = (EffectSeen("restart", "nothing", delay=minutes * MINUTE) for minutes in (10, 11))
    assert belief(scenario, [soon]).exact["release"] == Fraction(1, 61)  # 1/4 x 1/20 against 3/4
    assert belief(scenario, [late]).exact["release"] == Fraction(1, 4)


def test_a_small_relief_is_not_told_from_noise():
    scenario = story(TWO, {"flag": Tries(4, {"release": relieves(0.15, 30)})})
    assert belief(scenario, [EffectSeen("flag", "nothing")]).exact["release"] == Fraction(1, 4)


def test_stopping_the_growth_shows_nothing():
    scenario = story(TWO, {"freeze": Tries(4, {"disk": Outcome(stops=True)})})
    assert belief(scenario, [EffectSeen("freeze", "nothing")]).exact["disk"] == Fraction(3, 4)
    assert would_help(scenario, (), "freeze", frozenset()) == Fraction(3, 4)


def test_an_effect_of_its_own_may_or_may_not_show():
    scenario = story(TWO, {"throttle": Tries(4, {"disk": Outcome(does=(shed(0.3),))})})
    assert belief(scenario, [EffectSeen("throttle", "helped")]).exact["disk"] == 1
    assert belief(scenario, [EffectSeen("throttle", "nothing")]).exact["disk"] == Fraction(3, 5)


def test_harm_that_shows_speaks_for_the_cause_under_which_it_does_harm():
    scenario = story(TWO, {"scale": Tries(9, {"release": harms(0.2, 20)})})
    worse, same = (belief(scenario, [EffectSeen("scale", seen)]) for seen in ("worse", "nothing"))
    assert worse.exact["release"] == Fraction(15, 21)  # 1 x 3/4 against 3 x 1/10
    assert same.exact["release"] == Fraction(5, 59)  # 1 x 1/4 against 3 x 9/10


def test_a_hazard_checked_beforehand_explains_what_went_worse():
    hazards = {"lag": {"disk": 0.5, "release": 0.5}}
    scenario = story(TWO, {"failover": Tries(7, {}, hazards)})
    told: list[Evidence] = [HazardSeen("failover", "lag", True), EffectSeen("failover", "worse")]
    assert belief(scenario, told).exact["disk"] == Fraction(3, 4)


def test_a_hazard_without_odds_tells_nothing():
    scenario = story(TWO, {"failover": Tries(7)})
    for holds in (True, False):
        assert belief(scenario, [HazardSeen("failover", "lag", holds)]).exact["disk"] == Fraction(3, 4)


class TestContradictions:
    """People may be wrong: what fits no cause together with what came later is set aside."""

    scenario = story(
        TWO,
        {"failover": Tries(7, {"disk": cures(1.0)}), "useless": Tries(5)},
        {"db": [{"disk": 1.0}], "app": [{"release": 1.0}]},
    )

    def test_the_latest_counts_most(self):
        db, app = ClueHeard("db", 1), ClueHeard("app", 1)
        found = belief(self.scenario, [db, app])
        assert found["release"] == 1
        assert found.set_aside == (db,)
        found = belief(self.scenario, [app, db])
        assert found["disk"] == 1
        assert found.set_aside == (app,)

    def test_what_no_cause_explains_is_set_aside_by_itself(self):
        strange, failed = EffectSeen("useless", "helped"), EffectSeen("failover", "nothing")
        found = belief(self.scenario, [failed, strange])
        assert found.exact["release"] == Fraction(20, 23)
        assert found.set_aside == (strange,)


@pytest.mark.parametrize("change", [cures(1.0), relieves(1.0, 60)])
def test_no_cause_is_ruled_out_by_help_that_was_not_seen(change):
    """It may have been missed: 3/4 x 1/20 against 1/4. But it is not tried again."""
    scenario = story(TWO, {"failover": Tries(7, {"disk": change})})
    failed = EffectSeen("failover", "nothing")
    assert belief(scenario, [failed]).exact["disk"] == Fraction(3, 23)
    assert would_help(scenario, [failed], "failover", frozenset()) == 0
    assert belief(scenario, [EffectSeen("failover", "helped")])["disk"] == 1


def test_a_cure_that_was_never_sure_is_missed_no_more_often_than_it_fails():
    scenario = story(TWO, {"failover": Tries(7, {"disk": cures(0.9)})})
    failed = EffectSeen("failover", "nothing")
    assert belief(scenario, [failed]).exact["disk"] == Fraction(3, 13)  # 3/4 x 1/10 against 1/4


class TestUnwritten:
    """What the file does not know."""

    scenario = TestContradictions.scenario

    def test_a_clue_that_is_not_in_the_file_is_set_aside(self):
        found = belief(self.scenario, [ClueHeard("db", 7)])
        assert (found.exact["disk"], len(found.set_aside)) == (Fraction(3, 4), 1)


@pytest.mark.parametrize("seen", ["helped", "nothing", "worse", "relapsed"])
def test_a_change_that_does_nothing_under_any_cause_never_moves_the_belief(seen):
    assert belief(story(TWO, {"useless": Tries(5)}), [EffectSeen("useless", seen)])["disk"] == 0.75


def test_what_does_nothing_alone_may_be_part_of_what_ends_it():
    """Under the disk it takes both, in 9 of 10 cases; under the release the restart does it by itself."""
    under = {"disk": cures(0.9, "shed"), "release": cures(1)}
    scenario = story(TWO, {"shed": Tries(3), "restart": Tries(7, under), "flag": Tries(2)})
    none, shed_off = frozenset[str](), frozenset({"shed"})
    assert would_be_part(scenario, (), "shed", none) == Fraction(27, 40)
    assert would_be_part(scenario, (), "restart", none) == Fraction(27, 40)
    assert would_help(scenario, (), "restart", none) == Fraction(1, 4)
    assert would_be_part(scenario, (), "flag", none) == 0
    assert would_be_part(scenario, (), "restart", shed_off) == 0  # now it would do it alone
    failed = [EffectSeen("restart", "nothing", shed_off)]
    assert would_be_part(scenario, failed, "shed", none) == 0


@pytest.mark.parametrize(
    ("outcome", "helped", "left"),
    [
        (cures(0.7), set(), Fraction(7, 10)),
        (cures(0.7), {True}, Fraction(1)),
        (cures(0.7), {False}, Fraction(0)),
        (cures(0.7), {True, False}, Fraction(1)),
        (relieves(0.1, 5, 0.7), {False}, Fraction(7, 10)),
        (Outcome(chance=0.7, does=(errors(0.1),)), {False}, Fraction(35, 65)),
        (Outcome(chance=0.7, does=(errors(0.1),)), {True}, Fraction(1)),
    ],
)
def test_the_chance_that_is_left_by_what_was_seen(outcome, helped, left):
    """What is always seen when it works has none left; what half of the time is not, (0.7-0.35)/(1-0.35)."""
    assert chance_left(outcome, helped) == left


# ---- a state made before what it needs ----

FLAG = Tries(10, {"a": cures(1.0, "kill"), "b": Outcome()}, kind="flag")


def flagged(kill):
    return story({"a": 1, "b": 1}, {"kill": Tries(10, {"a": kill, "b": Outcome()}), "flag": FLAG})


def test_help_seen_of_a_part_speaks_for_what_waited_for_it():
    told = [EffectSeen("flag", "nothing"), EffectSeen("kill", "helped", frozenset({"flag"}))]
    assert belief(flagged(Outcome()), told[:1])["a"] == 0.5
    assert belief(flagged(Outcome()), told)["a"] == 1
    assert not belief(flagged(Outcome()), told).set_aside


def test_help_seen_on_a_later_watch_of_what_came_first_is_no_wonder():
    told = [EffectSeen("flag", "helped", frozenset(), 0, frozenset({"kill"}))]
    assert belief(flagged(Outcome()), told)["a"] == 1
    assert not belief(flagged(Outcome()), told).set_aside


def test_no_help_where_both_are_in_place_speaks_against_the_cause():
    told = [EffectSeen("kill", "nothing", frozenset({"flag"}))]
    assert belief(flagged(relieves(0.5, 60)), told)["a"] == pytest.approx(0.05 * 0.05 / (0.05 * 0.05 + 1))


def test_the_missing_part_has_the_chance_of_what_waits_for_it():
    """And what is in place already does no more for being made again: no card tells to."""
    scenario, place = flagged(Outcome()), frozenset({"flag"})
    assert would_help(scenario, [], "kill", place) == Fraction(1, 2)
    assert would_help(scenario, [], "kill", frozenset()) == 0
    assert would_help(scenario, [], "flag", place | {"kill"}) == 0
    assert would_help(scenario, [], "flag", frozenset({"kill"})) == Fraction(1, 2)
    advice = Problem.of(scenario, 60.0).advise([], place, place)
    assert advice.plan == (("change", "kill"),)
    assert not advice.quotes.useful(("change", "flag"))


def test_once_both_are_in_place_unseen_it_may_be_over():
    scenario, place = flagged(Outcome()), frozenset({"flag", "kill"})
    told = [EffectSeen("flag", "nothing")]
    assert Problem.of(scenario, 60.0).advise(told, place, place).failing == 0.5
