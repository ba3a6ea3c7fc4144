"""The story of the restless workers: relief that is no cure, lost evidence, and a queue that drains."""

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared, AlertFired, CalledMitigated, ChangeActed, Verified
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.script import run_script
from simulator.reasoning import ClueHeard, HazardSeen, Problem
from simulator.scoring.case import Case
from simulator.scoring.rules import resolve_on_recovery
from tests.plays import shipped

POISON, RELEASE, FESTIVAL = "one poisoned message", "forgetful release", "a festival pays back"
CAUSES = [POISON, RELEASE, FESTIVAL]
RESTART, BACK, MORE = "restart the workers", "roll back the workers", "add workers"
KEEP, ASIDE, DROP = "keep what the workers read", "set unreadable messages aside", "drop what was being read"
BLOCK = "block the noisiest shop"
PAYOUTS = "payouts are among it"
RIGHT = {POISON: [KEEP, ASIDE], RELEASE: [BACK], FESTIVAL: [BLOCK]}
QUIET = 6
"""A seed on which nothing is dangerous and every cure works."""


@pytest.fixture
def workers(rehearse):
    return lambda cause=POISON, seed=QUIET: rehearse("restless-workers", cause, seed)


@pytest.mark.parametrize("cause", CAUSES)
def test_it_begins_with_the_dashboard_and_the_queue_grows_unseen(workers, cause):
    it = workers(cause)
    assert 0.06 < it.failing < 0.1
    early = it.waits("queue")
    assert early < 5
    assert it.wait("20m").waits("queue") > early + 5


@pytest.mark.parametrize("cause", CAUSES)
def test_left_alone_it_is_the_queue_that_most_shops_feel(workers, cause):
    it = workers(cause)
    early = it.failing
    assert it.wait("2h").failing > 2 * early


@pytest.mark.parametrize("cause", CAUSES)
def test_every_restart_works_and_none_holds(workers, cause):
    it = workers(cause).wait("1m")
    before = it.failing
    for _ in range(3):
        it.make(RESTART)
        assert it.acted[-1].acted == "relieved"
        it.wait("2m")
        assert it.failing < 0.75 * before
        assert it.wait("5m").failing > 0.9 * before


def test_restarting_again_and_again_is_no_better_than_half_of_it(workers):
    it, cured = workers(), workers().make(*RIGHT[POISON])
    while it.minute < 120:
        it.make(RESTART)
    cured.wait(f"{it.minute - cured.minute}m")
    assert it.lost > 2 * cured.lost


@pytest.mark.parametrize("change", [BACK, BLOCK])
def test_against_a_message_a_rollback_and_a_block_do_nothing(workers, change):
    assert workers().make(change).acted[-1].acted == "nothing"


def test_twice_as_many_workers_fall_twice_as_often(workers):
    it = workers()
    before = it.wait("30m").failing
    it.make(MORE)
    assert (it.acted[-1].acted, it.acted[-1].harmed) == ("nothing", True)
    assert it.failing > before


def test_nobody_can_set_aside_what_nobody_has_read(workers):
    assert workers().make(ASIDE).acted[-1].acted != "cured"
    assert workers().make(KEEP, ASIDE).acted[-1].acted == "cured"


def test_dropping_ends_it_sooner_and_costs_more_than_setting_aside(workers):
    quick, careful = workers().make(DROP), workers().make(KEEP, ASIDE)
    assert quick.acted[-1].acted == "cured"
    assert quick.acted[-1].harmed
    assert quick.minute < careful.minute
    assert quick.wait("3h").lost > careful.wait("3h").lost


@pytest.mark.parametrize("cause", CAUSES)
def test_when_nothing_falls_any_more_the_queue_still_takes_its_time(workers, cause):
    it = workers(cause).wait("45m").make(*RIGHT[cause])
    assert it.acted[-1].acted == "cured"
    cured, waits = it.minute, it.waits("queue")
    it.wait("5m")
    assert it.load("workers") == 0
    assert it.failing > 0.02
    assert 0 < it.waits("queue") < waits
    while it.failing > 0.001:
        it.wait("1m")
    assert 20 < it.minute - cured < 120


def test_whoever_says_resolved_when_the_workers_are_well_says_it_too_soon():
    script = """
    declare SEV-2
    @joined tiago
    order roll back the workers by tiago
    @change-done c1
    verify roll back the workers by tiago
    @verified c1
    resolve
    wait 2m
    end
    """
    exercise = Exercise(*shipped("restless-workers"), 4)
    assert not run_script(exercise, script)
    (seen,) = [fact.result for _, fact in each(exercise.entries, Verified)]
    assert seen == "recovered"
    (mark,) = resolve_on_recovery.marks(Case(*shipped("restless-workers"), tuple(exercise.entries)))
    assert mark.earned < 0.2


@pytest.mark.parametrize("seed", [1, 3, 8])
def test_by_the_book_it_is_over_when_the_queue_is_empty(seed):
    exercise = play(Exercise(*shipped("restless-workers"), seed), PLAYERS["by-the-book"](seed))
    about = "queue wait > 3m"
    assert any(fact.alert == about for _, fact in each(exercise.entries, AlertFired))
    cleared = max(entry.at for entry, fact in each(exercise.entries, AlertCleared) if fact.alert == about)
    (well,) = [entry.at for entry, _ in each(exercise.entries, CalledMitigated)]
    cured = max(entry.at for entry, fact in each(exercise.entries, ChangeActed) if fact.acted == "cured")
    assert cured < cleared <= well
    assert all(entry.at <= cured for entry, _ in each(exercise.entries, ChangeActed))


def test_whoever_goes_on_restarting_pays_for_it():
    told = "declare SEV-2\n@joined tiago\n" + "order restart the workers by tiago\nwait 12m\n" * 8 + "end"
    exercise = Exercise(*shipped("restless-workers"), 3)
    run_script(exercise, told)
    exercise.tick(exercise.scenario.limit)
    book = play(Exercise(*shipped("restless-workers"), 3), PLAYERS["by-the-book"](3))
    assert customer_minutes(exercise.entries) > 3 * customer_minutes(book.entries)


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=5000):
    return Problem.of(shipped("restless-workers")[0], rate).advise(told)


def test_the_workers_are_looked_at_before_they_are_restarted():
    first = advice()
    assert first.of("look", "workers").regret < 0.05 * first.best.cost
    assert first.of("change", RESTART).regret > first.of("look", "workers").regret


def test_what_drops_is_kept_and_set_aside_and_what_is_dropped_is_asked_about():
    told = (ClueHeard("workers", 1), ClueHeard("queue", 1))
    one = advice(*told)
    assert one.best.name == KEEP
    assert one.of("change", DROP).regret > 0.2 * one.best.cost
    worse = advice(*told, HazardSeen(DROP, PAYOUTS, True))
    assert worse.of("change", DROP).regret > one.of("change", DROP).regret


def test_what_grows_points_at_the_release_or_at_what_is_read():
    believed = advice(ClueHeard("workers", 2)).belief
    assert believed[POISON] < 0.2
    assert advice(ClueHeard("workers", 2), ClueHeard("queue", 2)).best.name == BLOCK


# ---- what is said is so ----


def said_in(it) -> str:
    return " ".join(str(getattr(entry.fact, "says", "")) for entry in it.world.entries)


@pytest.mark.parametrize(("cause", "names"), [(POISON, "a comma"), (FESTIVAL, "a thousand tickets")])
def test_what_the_workers_noted_names_what_they_fall_over(workers, cause, names):
    assert names in said_in(workers(cause).make(KEEP))
    scenario, _ = shipped("restless-workers")
    assert not any("gone" in clue.says or "logs go" in clue.says for clue in scenario.clues["workers"])


@pytest.mark.parametrize(("cause", "asks"), [(RELEASE, True), (POISON, False)])
def test_nobody_asks_whether_it_is_over_after_a_rollback_in_vain(workers, cause, asks):
    assert ("Do I write that it is over?" in said_in(workers(cause).make(BACK).wait("15m"))) is asks
