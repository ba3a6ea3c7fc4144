"""What every shipped outage owes its players: it loads, it can be won, and its table tells the truth."""

import re
from functools import cache
from textwrap import wrap

import pytest

from simulator.authoring.critic.outages.cures import last_effect_goes
from simulator.domain.course import customer_minutes
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn, Ended, HazardDrawn
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.grammar import Ambiguous, Unreadable, Vocabulary, read
from simulator.world import World
from tests.plays import SHIPPED, shipped

OUTAGES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
CAUSES = [(outage, cause) for outage in OUTAGES for cause in shipped(outage)[0].causes]
CURES = [
    (outage, cause, change)
    for outage, cause in CAUSES
    for change in shipped(outage)[0].outcomes
    if shipped(outage)[0].outcome(change, cause).cures
]
ENDED = 0.02
"""With less than this share of customers failing, it is over."""
SEEDS = range(1, 31)
EVERYDAY = {"customer", "customers", "nearly", "after", "before", "every", "another", "until", "which"}


def outage_of(name):
    return shipped(name)[0]


def lets_in(scenario, change, cause) -> bool:
    return any(effect.kind == "shed" and effect.amount < 0 for effect in scenario.outcome(change, cause).does)


def carried_out(rehearse, outage, cause, change, seed):
    """A rehearsal in which a change is made after what it needs, as soon as it can be."""
    it = rehearse(outage, cause, seed)
    it.make(*it.scenario.outcome(change, cause).after)
    if lets_in(it.scenario, change, cause):
        it.refill()
    return it.make(change)


def dangers_today(it, change) -> list[str]:
    """The hazards of a change that are real on its seed: a cure may wake a second fault through them."""
    drawn = (fact for _, fact in each(it.world.entries, HazardDrawn))
    return [fact.hazard for fact in drawn if fact.change == change and fact.holds]


@pytest.mark.parametrize("outage", OUTAGES)
def test_every_cause_is_drawn_by_some_seed(outage):
    worlds = (World(outage_of(outage), seed) for seed in SEEDS)
    drawn = {fact.cause for world in worlds for _, fact in each(world.entries, CauseDrawn)}
    assert drawn == set(outage_of(outage).causes)


def passes(outage, cause) -> bool:
    """Whether all that a cause does goes by itself; a cache that has gone cold stays so."""
    effects = outage_of(outage).causes[cause].effects
    return not any(one.lasts is None or one.every or one.kind == "lost" for one in effects)


PASSING = [(outage, cause) for outage, cause in CAUSES if passes(outage, cause)]
STAYING = [each_one for each_one in CAUSES if each_one not in PASSING]


@pytest.mark.parametrize(("outage", "cause"), STAYING)
def test_every_cause_that_stays_can_be_ended(outage, cause):
    assert any((outage, cause) == (where, under) for where, under, _ in CURES)


@pytest.mark.parametrize(("outage", "cause"), PASSING)
def test_what_passes_is_felt_when_it_begins_and_gone_for_good_when_its_time_is_up(rehearse, outage, cause):
    it = rehearse(outage, cause)
    assert it.failing > 0.1
    it.wait(f"{(last_effect_goes(it.scenario, cause) or 0) // MINUTE + 2}m")
    assert it.failing < ENDED
    assert it.wait("40m").failing < ENDED


def test_few_outages_of_all_pass_by_themselves():
    """A tenth of all incidents do, of one large company's, those that a provider ended among them."""
    share = sum(outage_of(outage).prior[cause] for outage, cause in PASSING) / len(OUTAGES)
    assert 0.05 < share < 0.12


@pytest.mark.parametrize(("outage", "cause", "change"), CURES)
def test_what_cures_ends_the_impact_for_good(rehearse, outage, cause, change):
    seeds = [seed for seed in SEEDS if not dangers_today(rehearse(outage, cause, seed), change)]
    plays = (carried_out(rehearse, outage, cause, change, seed) for seed in seeds or SEEDS)
    it = next(it for it in plays if it.acted[-1].acted == "cured")
    assert it.wait("35m").failing < ENDED
    assert it.wait("20m").failing < ENDED


@pytest.mark.parametrize(("outage", "cause"), STAYING)
def test_what_does_not_cure_does_not_end_it(rehearse, outage, cause):
    scenario = outage_of(outage)
    for change in scenario.outcomes:
        outcome = scenario.outcome(change, cause)
        if outcome.cures and not outcome.after:
            continue
        it = rehearse(outage, cause)
        before = it.failing
        assert before > ENDED
        it.make(change).wait("45m")
        assert it.failing > min(before / 4, 0.02), change


@pytest.mark.parametrize("outage", OUTAGES)
def test_clues_tell_causes_apart_and_some_tell_nothing(outage):
    scenario = outage_of(outage)
    clues = [clue for clues in scenario.clues.values() for clue in clues]
    told = [tuple(clue.odds.get(cause, 0.0) for cause in scenario.causes) for clue in clues]
    for one in range(len(scenario.causes)):
        for other in range(one):
            assert any(abs(odds[one] - odds[other]) > 0.3 for odds in told)
    assert any(len(set(odds)) == 1 for odds in told)
    assert all(any(odds) for odds in told)
    assert any(place.endswith("?") for place in scenario.clues)
    assert sum(any(map(tells, clues)) for clues in scenario.clues.values()) >= 2


def tells(clue) -> bool:
    return len(set(clue.odds.values())) > 1


@pytest.mark.parametrize("outage", OUTAGES)
def test_the_first_steps_can_be_typed(outage):
    scenario, doctrine = shipped(outage)
    vocabulary = Vocabulary.of(scenario, doctrine)
    for step in scenario.first_steps:
        assert not isinstance(read(step, vocabulary), Unreadable | Ambiguous), step


@pytest.mark.parametrize("outage", OUTAGES)
def test_the_briefing_is_read_at_a_glance(outage):
    assert len(wrap(outage_of(outage).briefing, 80)) <= 8


def words(*texts) -> set[str]:
    return {word for text in texts for word in re.findall(r"[a-z]{5,}", text.lower())}


@pytest.mark.parametrize("outage", OUTAGES)
def test_nothing_told_at_the_start_gives_the_cause_away(outage):
    scenario = outage_of(outage)
    company = scenario.organisation
    known = words(*company.services, *company.journeys, *(s.about for s in company.services.values()))
    hidden = words(*(text for cause in scenario.causes.values() for text in (cause.name, cause.truth)))
    assert not words(scenario.title, scenario.briefing) & hidden - known - EVERYDAY


@pytest.mark.parametrize("outage", OUTAGES)
def test_there_is_something_to_choose_between(outage):
    scenario = outage_of(outage)
    under = {
        change: [scenario.outcome(change, cause) for cause in scenario.causes]
        for change in scenario.organisation.runbook
    }
    works = [change for change, they in under.items() if any(outcome.works for outcome in they)]
    harmful = [change for change, they in under.items() if all(o.harms and not o.works for o in they)]
    useless = [change for change, they in under.items() if not any(o.works or o.harms for o in they)]
    assert len(scenario.causes) >= 3
    assert len(scenario.outcomes) >= 6
    assert len(works) >= 3
    assert harmful
    assert any(not scenario.dangers_of(change) for change in useless)
    assert scenario.dangers


@pytest.mark.parametrize("outage", OUTAGES)
def test_someone_speaks_up_and_is_there_to_do_so(outage):
    scenario = outage_of(outage)
    company = scenario.organisation
    assert any(inject.trigger == "silence" for inject in scenario.injects)
    assert len(scenario.injects) <= 8
    for inject in scenario.injects:
        if inject.who in company.people:
            team = company.people[inject.who].team
            assert inject.who in company.on_call(team, scenario.starts), inject.says


@pytest.mark.parametrize("outage", OUTAGES)
def test_what_is_throttled_can_be_let_in_again(outage):
    scenario = outage_of(outage)
    for cause in scenario.causes:
        shed = [e.amount for e in scenario.outcome("throttle traffic", cause).does if e.to == "edge"]
        for lift in ("lift the throttle slowly", "lift the throttle at once"):
            outcome = scenario.outcome(lift, cause)
            assert -sum(shed) == sum(e.amount for e in outcome.does if (e.to, e.kind) == ("edge", "shed"))
            assert "throttle traffic" in outcome.after


@cache
def lost(outage, player, seed):
    return customer_minutes(play(Exercise(*shipped(outage), seed), PLAYERS[player](seed)).entries)


@pytest.mark.parametrize("seed", range(1, 7))
@pytest.mark.parametrize("outage", OUTAGES)
def test_by_the_book_loses_far_less_than_nobody(outage, seed):
    exercise = play(Exercise(*shipped(outage), seed), PLAYERS["by-the-book"](seed))
    (cause,) = (fact.cause for _, fact in each(exercise.entries, CauseDrawn))
    most = 1.1 if (outage, cause) in PASSING else 0.7
    assert customer_minutes(exercise.entries) < most * lost(outage, "idle", seed)
    (why,) = (fact.why for _, fact in each(exercise.entries, Ended))
    assert why in ("ended by the commander", "time is up")


@pytest.mark.parametrize("outage", OUTAGES)
def test_over_many_worlds_by_the_book_loses_far_less_than_nobody(outage):
    """A change that hangs costs the best commander dearly; over some worlds the book still pays."""
    mine, theirs = (
        sum(lost(outage, player, seed) for seed in range(1, 7)) for player in ("by-the-book", "idle")
    )
    assert mine < 0.4 * theirs


@pytest.mark.parametrize("outage", OUTAGES)
def test_who_has_learnt_one_world_by_heart_loses_more_in_the_others(outage):
    mine, theirs = (
        sum(lost(outage, player, seed) for seed in range(2, 7)) for player in ("by-the-book", "memorised")
    )
    assert theirs > 1.2 * mine
