"""The story of the stuck vault: a restart ends it soon, and the precaution after it is a second outage."""

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import CalledMitigated, ChangeFailed, Ended, Said, Swooped
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.script import run_script
from simulator.reasoning import ClueHeard, HazardSeen, Problem
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.rules import check_hazards
from tests.plays import shipped

STALLED, MOVING, DISK = "stalled voters", "a shop moves in", "tired disk"
CAUSES = [STALLED, MOVING, DISK]
RESTART, BY_HAND, BLOCK = "restart all vault nodes", "name a vault primary by hand", "block the noisiest shop"
OUT = "take lagging nodes out of the vault"
FORMER, FIT = "put the vault's former version back", "fit the vault's settings to its version"
WINS, NEWER = "a stale copy may win the vote", "settings are newer than that version"
QUIET = 23
"""A seed on which only the former version is dangerous, and every cure works."""
TO_THE_CURE = """
declare SEV-2
page ledger
page bea
@joined marta
check restart all vault nodes by marta
@hazard-checked restart all vault nodes
order restart all vault nodes by marta
@change-done c1
verify restart all vault nodes by marta
@verified c1
mitigated
"""
TIDY = "wait 7m\norder put the vault's former version back by marta\nwait 30m\n@change-done c2\nwait 2h\nend"
LEAVE = "wait 12m\nresolve\nend"


@pytest.fixture
def vault(rehearse):
    return lambda cause=STALLED, seed=QUIET: rehearse("stuck-vault", cause, seed)


def said(script):
    exercise = Exercise(*shipped("stuck-vault"), QUIET)
    assert not run_script(exercise, script)
    return exercise


@pytest.mark.parametrize("cause", CAUSES)
def test_it_begins_with_a_third_of_all_payments_whatever_it_is(vault, cause):
    assert 0.18 < vault(cause).failing < 0.22


@pytest.mark.parametrize(
    ("cause", "change", "acted"),
    [
        (STALLED, RESTART, "cured"), (MOVING, RESTART, "relieved"), (DISK, RESTART, "relieved"),
        (STALLED, OUT, "cured"), (MOVING, BLOCK, "cured"), (DISK, BY_HAND, "cured"),
    ],
)  # fmt: skip
def test_what_ends_it_depends_on_what_it_is(vault, cause, change, acted):
    assert vault(cause).make(change).acted[-1].acted == acted


def test_a_primary_cannot_be_named_while_a_vote_is_open():
    ordered = "order name a vault primary by hand by marta\n@change-failed c1"
    exercise = said(f"declare SEV-2\npage ledger\n@joined marta\n{ordered}")
    (told,) = [fact.says for _, fact in each(exercise.entries, ChangeFailed)]
    assert "vote" in told


def test_all_is_quiet_after_the_restart_for_as_long_as_nobody_tidies_up(vault):
    it = vault().make(RESTART).wait("5m")
    assert it.failing == 0
    assert it.wait("3h").failing == 0


def test_the_precaution_is_a_second_and_larger_outage_that_stays(vault):
    it = vault()
    first = it.failing
    it.make(RESTART).wait("10m").make(FORMER).wait("5m")
    assert it.acted[-1].harmed
    assert it.load("vault") > 1
    assert it.failing > 1.5 * first
    assert it.wait("1h").failing > 1.5 * first


def test_settings_that_fit_mend_it_and_undoing_takes_longer(vault):
    assert vault().make(RESTART, FORMER, FIT).wait("2m").failing < 0.02
    undone = vault().make(RESTART, FORMER).undo(FORMER)
    assert undone.failing > 0.3
    assert undone.wait("30m").failing < 0.02


def test_as_the_cure_itself_the_former_version_wakes_the_same_second_fault(vault):
    it = vault().make(FORMER).wait("5m")
    assert it.acted[-1].harmed
    assert it.failing > 0.3


@pytest.mark.parametrize("change", ["roll back the gateway", "restart the workers", "clear the balances"])
def test_what_lies_near_at_hand_does_nothing(vault, change):
    it = vault().make(change)
    assert it.acted[-1].acted == "nothing"
    assert it.failing > 0.15


# ---- the second decision ----


def test_the_temptation_comes_when_all_is_well_and_before_people_go():
    exercise = said(TO_THE_CURE + LEAVE)
    (well,) = [entry.at for entry, _ in each(exercise.entries, CalledMitigated)]
    offers = [entry.at for entry, fact in each(exercise.entries, Said) if "sleep tonight" in fact.says]
    pressed = [entry.at for entry, fact in each(exercise.entries, Swooped) if "older version" in fact.says]
    (end,) = [entry.at for entry, _ in each(exercise.entries, Ended)]
    assert well < offers[0] < pressed[0] < end < well + 20 * 60


def test_whoever_gives_in_loses_at_least_twice_what_the_one_who_leaves_it_loses():
    left, tidied = said(TO_THE_CURE + LEAVE), said(TO_THE_CURE + TIDY)
    assert customer_minutes(tidied.entries) > 2 * customer_minutes(left.entries)


def test_the_judge_sees_that_nobody_asked():
    case = Case(*shipped("stuck-vault"), tuple(said(TO_THE_CURE + TIDY).entries))
    restarted, tidied = check_hazards.marks(case)
    assert RESTART in restarted.summary
    assert restarted.earned == 1
    assert FORMER in tidied.summary
    assert tidied.earned == 0


def test_mending_what_one_broke_is_no_decision_about_the_cause():
    mend = "order put the vault's former version back by marta\nwait 30m\n@change-done c2\nwait 8m\n"
    mend += "order fit the vault's settings to its version by marta\n@change-done c3\nend"
    case = Case(*shipped("stuck-vault"), tuple(said(TO_THE_CURE + mend).entries))
    assert FIT not in {decision.chosen.name for decision in decisions(case)}


def test_by_the_book_nobody_tidies_up():
    for seed in range(1, 5):
        exercise = play(Exercise(*shipped("stuck-vault"), seed), PLAYERS["by-the-book"](seed))
        assert not any(attempt.change == FORMER for attempt in exercise.board().changes)


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=7000):
    return Problem.of(shipped("stuck-vault")[0], rate).advise(told)


def test_one_asks_whether_a_restart_is_safe_or_looks_and_then_restarts():
    assert (advice().best.kind, advice().best.name) == ("check", RESTART)
    assert advice().of("look", "vault").regret < 0.01 * advice().best.cost
    voting = ClueHeard("vault", 1)
    assert (advice(voting).best.kind, advice(voting).best.name) == ("check", RESTART)
    assert advice(HazardSeen(RESTART, WINS, False), voting).best.name == RESTART


def test_to_restart_at_once_costs_more_than_to_ask():
    assert advice().of("change", RESTART).regret > 0.01 * advice().best.cost
    assert (
        advice(ClueHeard("vault", 1)).of("change", RESTART).regret
        > 0.1 * advice(ClueHeard("vault", 1)).best.cost
    )


def test_a_buried_primary_asks_for_something_else():
    assert advice(ClueHeard("vault", 2)).best.name == BLOCK
    assert advice(ClueHeard("vault", 2), ClueHeard("cloud", 1)).best.name == BY_HAND


def test_where_a_lagging_node_could_win_it_is_taken_out_first():
    assert advice(HazardSeen(RESTART, WINS, True), ClueHeard("vault", 1)).best.name == OUT


def test_the_former_version_is_never_worth_it():
    for told in [(), (ClueHeard("vault", 1),), (HazardSeen(FORMER, NEWER, True),)]:
        one = advice(*told)
        assert one.of("change", FORMER).regret > 0.5 * one.best.cost
