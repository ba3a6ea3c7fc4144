"""Worlds that fit what had been told: settled where it was told, drawn anew where it was not."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.course import customer_minutes, impact, lost_between
from simulator.domain.entry import each, visible
from simulator.domain.fact import (
    CalledMitigated,
    CauseDrawn,
    ChangeDone,
    HazardDrawn,
    ImpactChanged,
    WorkLost,
)
from simulator.exercise import Exercise, take_turn
from simulator.exercise.fitting import fitting, key
from simulator.exercise.players import ByTheBook
from simulator.exercise.players.instead import Instead, Step
from simulator.exercise.variations import (
    COUNTED_FOR,
    HOLDS,
    Turning,
    Variation,
    counted_for,
    fits,
    follow_to,
    play_on,
)
from simulator.reasoning import ClueHeard, EffectSeen, HazardSeen, belief, evidence
from simulator.world import Redrawn
from simulator.world.dice import Dice
from tests.plays import say, shipped

PLAYS = Path(__file__).parents[1] / "plays"

LOOKED = """
declare P1
page datastores
wait 7m
investigate db-shards by raj within 12m
wait 10m
check fail over a shard by raj
wait 3m
"""
HEARD = (ClueHeard("db-shards", 1), HazardSeen("fail over a shard", "replica is behind", False))


def drawn_in(redrawn):
    scenario, doctrine = shipped()
    entries = Exercise(scenario, doctrine, 1, redrawn=redrawn).entries
    cause = next(fact.cause for _, fact in each(entries, CauseDrawn))
    return cause, {(fact.change, fact.hazard): fact.holds for _, fact in each(entries, HazardDrawn)}


def test_the_causes_come_in_the_proportions_of_the_belief():
    scenario, _ = shipped()
    many = Counter(drawn_in(world)[0] for world in fitting(scenario, (), 1, 600, 64))
    for cause, share in belief(scenario, ()).ranked:
        assert many[cause] / 64 == pytest.approx(share, abs=0.03)
    few = Counter(drawn_in(world)[0] for world in fitting(scenario, (), 1, 600, 8))
    assert len(few) == len(belief(scenario, ()).ranked)


def test_a_cause_that_was_ruled_out_is_in_no_world():
    scenario, _ = shipped()
    told = (*HEARD, EffectSeen("fail over a shard", "nothing"))
    shares = belief(scenario, told)
    for world in fitting(scenario, told, 1, 600, 32):
        assert shares.exact[drawn_in(world)[0]] > 0


def test_what_was_checked_is_settled_and_other_hazards_are_drawn_anew():
    scenario, _ = shipped()
    found = [drawn_in(world)[1] for world in fitting(scenario, HEARD, 1, 600, 40)]
    checked = [hazards["fail over a shard", "replica is behind"] for hazards in found]
    assert not any(checked)
    loose = Counter(tuple(sorted(hazards.items())) for hazards in found)
    assert len(loose) > 1


@pytest.mark.parametrize(("seen", "likely"), [("helped", True), ("nothing", False)])
def test_the_luck_of_a_change_that_was_seen_is_settled(seen, likely):
    scenario, _ = shipped()
    told = (EffectSeen("fail over a shard", seen),)
    for world in fitting(scenario, told, 1, 600, 16):
        outcome = scenario.outcome("fail over a shard", drawn_in(world)[0])
        if outcome.works:
            assert (world.given["fail over a shard", "works"] < outcome.chance) is likely


def test_the_same_question_has_the_same_worlds_and_more_of_them_begin_alike():
    scenario, _ = shipped()
    assert list(fitting(scenario, HEARD, 1, 600, 9))[:4] == list(fitting(scenario, HEARD, 1, 600, 4))
    assert len({world.seed for world in fitting(scenario, HEARD, 1, 600, 9)}) == 9


def test_two_worlds_are_alike_whoever_looked_and_however_late():
    one = (ClueHeard("a", 0, "ana"), EffectSeen("b", "nothing", delay=60))
    other = (EffectSeen("b", "nothing", delay=90), ClueHeard("a", 0))
    assert key(one) == key(other)
    assert key(one) != key(one[:1])


@given(st.integers(0, 10**6), st.integers(1, 500), st.integers(501, 1000))
def test_dice_drawn_anew_are_the_old_ones_before_and_others_after(seed, before, after):
    now = [before]
    dice = Dice(seed, Redrawn(seed + 1, 501, {("x", "settled"): 0.25}), lambda: now[0])
    early = dice.fixed("ana", "joins", 1)
    assert early == Dice(seed).fixed("ana", "joins", 1)
    now[0] = after
    assert dice.fixed("ana", "joins", 1) == early
    assert dice.fixed("bo", "joins", 1) == Dice(seed + 1).fixed("bo", "joins", 1)
    assert dice.fixed("x", "settled") == 0.25


@pytest.fixture
def played(exercise):
    say(exercise, LOOKED)
    return exercise


def turning_of(played):
    told = evidence(visible(played.entries, "commander"), played.now + 1)
    return Turning(played.now, len(played.recording.commands), key(told), 120), told


def test_the_past_of_a_world_that_fits_is_what_was_told(played):
    scenario, doctrine = shipped()
    turning, told = turning_of(played)
    assert told
    fitted = 0
    for world in fitting(scenario, told, 1, turning.since, 12):
        exercise = follow_to(played.recording, scenario, doctrine, turning, world)
        fitted += fits(exercise, turning)
        assert [e.fact for e in exercise.entries if type(e.fact).__name__ == "Commanded"] == [
            e.fact for e in played.entries if type(e.fact).__name__ == "Commanded"
        ]
    assert fitted >= 10


def test_a_world_in_which_something_else_was_heard_does_not_fit(played):
    scenario, doctrine = shipped()
    turning, _ = turning_of(played)
    other = Turning(turning.since, turning.before, key((ClueHeard("db-shards", 2),)), 120)
    exercise = follow_to(played.recording, scenario, doctrine, turning)
    assert fits(exercise, turning)
    assert not fits(exercise, other)


def test_the_course_that_was_is_followed_to_the_same_second(played):
    scenario, doctrine = shipped()
    turning, _ = turning_of(played)
    again = follow_to(played.recording, scenario, doctrine, turning)
    assert again.entries == played.entries
    assert again.now == played.now


def test_another_choice_takes_another_course(played):
    scenario, doctrine = shipped()
    turning, _ = turning_of(played)

    def lost(name):
        exercise = follow_to(played.recording, scenario, doctrine, turning)
        variation = Variation(turning.since, step=Step("change", name))
        return play_on(exercise, played.recording, turning, variation)

    good, poor = lost("fail over a shard"), lost("clear cache")
    assert good.lost < poor.lost
    assert good == lost("fail over a shard")
    assert 0 < good.turns < 200


def test_waiting_on_costs_what_it_costs(played):
    scenario, doctrine = shipped()
    turning, _ = turning_of(played)
    exercise = follow_to(played.recording, scenario, doctrine, turning)
    at_once = play_on(exercise, played.recording, turning, Variation(turning.since))
    exercise = follow_to(played.recording, scenario, doctrine, turning)
    later = play_on(exercise, played.recording, turning, Variation(turning.since + 1200))
    assert later.lost > at_once.lost


def test_the_words_that_were_said_are_said_again(played):
    scenario, doctrine = shipped()
    turning, _ = turning_of(played)
    exercise = follow_to(played.recording, scenario, doctrine, turning)
    play_on(exercise, played.recording, turning, Variation(turning.since, words="order clear cache by raj"))
    assert "order clear cache by raj" in [line.text for line in exercise.recording.commands]
    assert exercise.now <= turning.since + COUNTED_FOR + 3600


def test_who_can_do_it_is_paged_first(exercise):
    say(exercise, "declare P1")
    player = Instead(Step("look", "db-shards"))
    said = []
    for _ in range(60):
        said.append(player.says(exercise))
        take_turn(exercise, "commander", said[-1])
    looks = [text for text in said if text.startswith("investigate db-shards by ")]
    assert len(looks) >= 1
    assert said[0].startswith("page ")


def test_without_a_step_it_goes_by_the_book(exercise):
    assert Instead().says(exercise) == ByTheBook().says(exercise)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 4000))
def test_losses_add_up_over_stretches(a, b, c):
    entries = impact(idle())
    first, middle, last = sorted((a, b, c))
    whole = lost_between(entries, first, last)
    assert whole == pytest.approx(lost_between(entries, first, middle) + lost_between(entries, middle, last))


LOST_IN = [
    ("restless-workers", 24, "it-came-up-fine"), ("split-ledger", 14, "switches-home"),
    ("everywhere-at-once", 3, "throws-the-switch"), ("write-stall", 1, "fails-over-unchecked"),
]  # fmt: skip


@pytest.mark.parametrize(("outage", "seed", "name"), LOST_IN)
def test_a_whole_course_loses_what_the_world_has_counted(outage, seed, name):
    """Also the work that was lost or thrown away, of which no customer knew."""
    exercise = Exercise(*shipped(outage), seed)
    say(exercise, (PLAYS / outage / f"{name}.script").read_text())
    told = {entry.at: fact.total for entry, fact in each(exercise.entries, ImpactChanged)}
    thrown_away = {entry.at for entry, _ in each(exercise.entries, WorkLost)}
    last = max(told)
    assert lost_between(impact(exercise.entries), 0, last) == pytest.approx(told[last])
    assert customer_minutes(exercise.entries) == pytest.approx(told[last])
    for at in set(told) - thrown_away:
        assert lost_between(impact(exercise.entries), at, last) == pytest.approx(told[last] - told[at])
    failed = sum(step.failed(step.until) for step in impact(exercise.entries))
    assert (failed < 0.99 * told[last]) is (outage in ("restless-workers", "split-ledger"))


DROPPED = "declare P1\npage dewi\npage tiago\n@joined tiago"


def test_a_course_that_drops_payments_counts_them_though_nobody_fails():
    scenario, doctrine = shipped("restless-workers")
    exercise = Exercise(scenario, doctrine, 53)
    say(exercise, DROPPED)
    turning = Turning(exercise.now, len(exercise.recording.commands))
    again = follow_to(exercise.recording, scenario, doctrine, turning)
    words = "order drop what was being read by tiago because each restart dies of it"
    followed = play_on(again, exercise.recording, turning, Variation(turning.since, words=words))
    done = next(entry.at for entry, _ in each(again.entries, ChangeDone))
    failed = sum(step.failed(step.until) for step in impact(again.entries) if step.at >= turning.since)
    assert any(fact.losing for entry, fact in each(again.entries, ImpactChanged) if entry.at >= done)
    assert followed.lost > 2 * failed


def test_what_a_change_broke_is_counted_for_as_long_as_it_stands():
    """Called mitigated, with nine in a hundred payments still failing of the attack that rules held off."""
    scenario, doctrine = shipped("everywhere-at-once")
    exercise = Exercise(scenario, doctrine, 43)
    say(exercise, "declare SEV-1\npage joana\npage siti\n@joined siti")
    turning = Turning(exercise.now, len(exercise.recording.commands))
    again = follow_to(exercise.recording, scenario, doctrine, turning)
    words = "order turn off all edge rules by siti because all is down"
    play_on(again, exercise.recording, turning, Variation(turning.since, words=words))
    called = next(entry.at for entry, _ in each(again.entries, CalledMitigated))
    assert any(step.until > called + 2 * HOLDS and step.begins for step in impact(again.entries))


@cache
def idle():
    exercise = Exercise(*shipped(), 1)
    exercise.tick(4200)
    return tuple(exercise.entries)


def test_what_its_forerunner_left_lying_holds_up_nothing(exercise):
    """A look and an order that nobody took up, and an end that was called too early."""
    say(
        exercise,
        "declare P1\ninvestigate search\norder stop the migration\nmitigated\npage datastores\nwait 12m",
    )
    player = Instead()
    said_by: list[str] = []
    for _ in range(40):
        said_by.append(player.says(exercise))
        take_turn(exercise, "commander", said_by[-1])
    acts = [text for text in said_by if text.split()[0] in ("check", "order", "investigate")]
    assert acts


def test_what_it_calls_mitigated_itself_stands(exercise):
    say(exercise, "declare P1\npage datastores\nwait 7m")
    player = Instead()
    said_by: list[str] = []
    while not exercise.over and len(said_by) < 150:
        said_by.append(player.says(exercise))
        take_turn(exercise, "commander", said_by[-1])
    assert said_by.count("mitigated") == 1


@pytest.mark.parametrize(
    ("takes", "hours"), [(60, 2), (3600, 2), (3601, 2 + 1 / 3600), (4 * 3600, 5), (90_000, 6)]
)
def test_losses_are_counted_until_a_long_choice_shows(takes, hours):
    assert counted_for(takes) == round(hours * 3600)
