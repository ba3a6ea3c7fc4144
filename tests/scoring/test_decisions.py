"""The pivotal decisions, for the debrief: chosen, known, believed, best, and what it was expected to cost."""

import pytest

from simulator.debrief.choices import title
from simulator.debrief.lessons import lesson
from simulator.debrief.plan import plan_of
from simulator.domain.value import replace
from simulator.scoring.decisions import costliest, decisions, taken
from simulator.scoring.explanation import chances, described, explanation
from simulator.scoring.words import summed

TEXT = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:00:00 cause-drawn cause="stalled primary" seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:05:00 task-given task=t1 what=investigate subject=db-shards owner=ana
0:05:00 task-started task=t1 what=investigate subject=db-shards owner=ana
0:09:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:09:00 task-ended task=t1 what=investigate subject=db-shards owner=ana
0:10:00 change-ordered id=c1 change="turn off new inbox" owner=ana
0:10:00 change-started id=c1 change="turn off new inbox" owner=ana
0:14:00 change-done id=c1 change="turn off new inbox" owner=ana
0:18:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=4m result=same owner=ana
0:40:00 hazard-checked person=ana change="fail over a shard" hazard="replica is behind" holds=no
0:40:30 change-ordered id=c2 change="fail over a shard" owner=ana
0:40:30 change-started id=c2 change="fail over a shard" owner=ana
0:48:00 change-done id=c2 change="fail over a shard" owner=ana
0:48:30 impact-changed failing=0 arriving=9000 total=436500 seen=truth
"""


@pytest.fixture(scope="module")
def made(case):
    return decisions(case(TEXT))


def test_every_pivotal_decision_is_there_in_order(made):
    assert [(one.chosen.kind, one.chosen.name) for one in made] == [
        ("look", "db-shards"),
        ("change", "turn off new inbox"),
        ("wait", ""),
        ("change", "fail over a shard"),
    ]


def test_a_decision_knows_what_had_been_told_by_then(made):
    look, flag, wait, failover = made
    assert look.known == ()
    assert flag.known == ((7, "db-shards: Writes on shard 3 are stuck."),)
    assert wait.known[1:] == ((12, "'turn off new inbox' was verified on 'inbox loading': no difference"),)
    assert failover.known[2:] == ((13, "'fail over a shard': not the case that replica is behind"),)


def test_belief_is_what_followed_from_it_and_not_the_truth(made):
    look, flag, *_ = made
    assert dict(look.belief) == pytest.approx(
        {"stalled primary": 0.5, "runaway migration": 0.3, "bad release": 0.2}
    )
    assert flag.belief[0][0] == "stalled primary"
    assert sum(share for _, share in flag.belief) == pytest.approx(1)


def test_regret_is_what_was_chosen_against_the_best_there_was(made):
    for one in made:
        assert one.regret == pytest.approx(one.chosen.cost - one.best.cost)
    assert made[3].regret < 0.01 * made[3].best.cost
    assert made[1].best.name == "fail over a shard"


def test_chances_and_durations_are_there_to_be_shown(made):
    flag, best = made[1].chosen, made[1].best
    assert flag.chance == pytest.approx(0.07, abs=0.02)
    assert best.chance > 0.9
    assert 400 < best.seconds < 800


def test_the_costliest_come_first_and_the_faultless_not_at_all(made):
    worst = costliest(made, 2)
    assert [one.chosen.kind for one in worst] == ["wait", "change"]
    assert costliest([one for one in made if one.regret == 0], 3) == ()


def test_a_wait_is_told_with_its_times_and_its_price(made):
    """Of the five minutes to decide, one each had gone before the look and after it."""
    wait = made[2]
    assert (wait.since, wait.at, wait.entries) == (18 * 60, 21 * 60, (12, 14))
    assert explanation(wait).startswith(
        "From 0:18:00 to 0:40:30 nothing was under way while about 9,000 customers were failing; "
    )
    assert explanation(wait).endswith("Waiting beyond 0:21:00 cost 176,000 customer-minutes.")


def test_an_order_is_told_beside_the_best_choice(made):
    assert explanation(made[1]).startswith(
        "'turn off new inbox' takes 10 min on average until it shows, and was 7 % likely to help, but only "
        "for a while; 'fail over a shard' takes 11 min on average until it shows, and was 96 % likely to "
        "help at least for a while, 78 % for good. "
    )


def test_a_cure_is_told_from_a_relief_in_few_words(made):
    look, flag = made[0].chosen, made[1]
    assert [chances(one) for one in (look, flag.chosen, flag.best)] == [
        "",
        "7 %, for a while",
        "96 % (78 % for good)",
    ]
    assert chances(replace(flag.best, lasting=flag.best.chance)) == "96 %"
    assert chances(replace(flag.best, lasting=0.0, chance=0.0)) == "0 %"


def test_what_works_only_with_others_is_told_as_one_part_of_a_fix(made):
    best = made[1].best
    part = replace(best, chance=0.0, lasting=0.0, part=0.52)
    assert chances(part) == "52 % as one part"
    assert described(part).endswith("until it shows, and was 52 % likely to be one part of a fix")
    both = replace(part, chance=0.1, lasting=0.1)
    assert chances(both) == "10 %; 52 % as one part"
    assert described(both).endswith(
        "was 52 % likely to be one part of a fix, and 10 % likely to help by itself"
    )
    passes = replace(both, chance=0.6, lasting=0.0)
    assert chances(passes) == "60 %, for a while; 52 % as one part"
    assert described(passes).endswith(
        "was 60 % likely to help by itself, but only for a while, and 52 % likely to be one part of a fix"
    )
    assert chances(replace(part, part=0.09)) == "0 %"
    assert described(replace(part, part=0.09)).endswith("could not be expected to help")


def test_the_best_choice_is_told_as_such(made):
    assert explanation(made[3]).endswith("No other choice was expected to cost noticeably less.")


def test_what_cannot_help_is_said_not_to(case):
    text = TEXT.replace("turn off new inbox", "clear cache")
    assert explanation(decisions(case(text))[1]).startswith(
        "'clear cache' takes 8 min on average until it shows, could not be expected to help, and may "
    )


def test_with_nothing_quick_left_the_slow_way_is_best(case):
    text = """
        0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
        0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
        0:04:00 joined person=ana
        0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
        0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
        0:05:00 change-started id=c1 change="fail over a shard" owner=ana
        0:12:00 change-done id=c1 change="fail over a shard" owner=ana
        0:16:00 verified id=c1 change="fail over a shard" signal="shard write time" result=same owner=ana
        0:17:00 change-ordered id=c2 change="stop the migration" owner=ana
        0:17:00 change-started id=c2 change="stop the migration" owner=ana
        0:20:00 change-done id=c2 change="stop the migration" owner=ana
        0:24:00 verified id=c2 change="stop the migration" signal="shard write time" result=same owner=ana
        0:25:00 change-ordered id=c3 change="roll back app" owner=ana
        0:25:00 change-started id=c3 change="roll back app" owner=ana
        0:37:00 change-done id=c3 change="roll back app" owner=ana
        0:41:00 verified id=c3 change="roll back app" signal="shard write time" result=same owner=ana
        0:42:00 change-ordered id=c4 change="clear cache" owner=ana
    """
    last = decisions(case(text))[-1]
    assert last.best.kind == "slow way"
    assert "nothing quick was worth its time any more" in explanation(last)


def test_a_scenario_without_causes_has_nothing_to_weigh(case, write_stall):
    assert (
        decisions(case(TEXT, scenario=replace(write_stall, causes={}, outcomes={}, dangers=(), clues={})))
        == ()
    )


IN_HAND = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:05:00 hazard-checked person=ana change="fail over a shard" hazard="replica is behind" holds=no
0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:06:00 change-started id=c1 change="fail over a shard" owner=ana
0:07:00 change-ordered id=c2 change="restart app" owner=mei
0:20:00 impact-changed failing=0 arriving=9000 total=180000 seen=truth
"""


def test_what_is_in_hand_is_never_the_better_choice(case):
    failover, restart = decisions(case(IN_HAND))
    assert failover.best.name == "fail over a shard"
    assert restart.best.name != "fail over a shard"


def test_what_is_in_hand_may_well_have_ended_it(case):
    """The same order weighs less beside a change that will probably do."""
    alone = decisions(case(IN_HAND.replace("0:06:00", "0:09:00")))
    (restart,) = [one for one in alone if one.chosen.name == "restart app"]
    beside = decisions(case(IN_HAND))[1]
    assert beside.chosen.cost < restart.chosen.cost


def test_what_helps_only_for_a_while_is_said_to(made):
    options = {one.name: one.brief for decision in made for one in (decision.chosen, decision.best)}
    assert options["turn off new inbox"]
    assert not options["fail over a shard"]


CLEARED = (
    IN_HAND.split("0:06:00", maxsplit=1)[0] + '0:06:00 change-ordered id=c2 change="clear cache" owner=ana\n'
)


def test_the_damage_that_a_change_may_do_is_said(case):
    (cleared,) = [one for one in decisions(case(CLEARED)) if one.chosen.name == "clear cache"]
    assert cleared.chosen.harm > 0.1 * cleared.chosen.cost
    assert f"could not be expected to help, and may do damage: {summed(cleared.chosen.harm)} on average" in (
        explanation(cleared)
    )


def test_a_little_damage_is_not_spoken_of(case):
    _, restart = decisions(case(IN_HAND))
    assert 0 < restart.chosen.harm < 0.1 * restart.chosen.cost
    assert "damage" not in explanation(restart)


TRIED = """
0:25:00 change-ordered id=c2 change="stop the migration" owner=ana
0:25:00 change-started id=c2 change="stop the migration" owner=ana
0:28:00 change-done id=c2 change="stop the migration" owner=ana
"""
LOOKED = """
0:26:00 task-given task=t{n} what=investigate subject=app owner=ana
0:26:00 task-started task=t{n} what=investigate subject=app owner=ana
0:30:00 clue-found person=ana place=app clue=0 says="Nothing."
0:30:00 task-ended task=t{n} what=investigate subject=app owner=ana
"""
UNTRIED = "\n".join(TEXT.splitlines()[:9]) + "\n"


def waits(case, text):
    """The waits as marks have them."""
    return [one for one in taken(case(text)) if one.chosen.kind == "wait"]


def test_waits_in_a_row_add_up_whatever_is_looked_at_in_between(case):
    first, second = waits(case, UNTRIED + LOOKED.format(n=2) + "0:50:00 noted text=on")
    assert (first.earlier, second.earlier) == (0, first.regret)
    assert second.regret > first.regret
    assert second.chosen.cost == pytest.approx(second.best.cost + second.regret)
    assert explanation(second).endswith("customer-minutes with the waits before it.")
    assert "before it" not in explanation(first)


def test_something_tried_begins_a_new_row(case):
    first, second = waits(case, UNTRIED + TRIED + "1:00:00 noted text=on")
    assert (first.earlier, second.earlier) == (0, 0)


PAUSES = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:08:30 task-given task=t1 what=investigate subject=db-shards owner=ana
0:08:30 task-started task=t1 what=investigate subject=db-shards owner=ana
0:12:30 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:12:30 task-ended task=t1 what=investigate subject=db-shards owner=ana
0:{ordered}:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:{ordered}:00 change-started id=c1 change="fail over a shard" owner=ana
"""


def test_time_to_decide_is_there_once_in_a_quarter_of_an_hour_and_not_at_every_turn(case):
    """Four and a half minutes had gone before the look; after it there is the minute to say it."""
    assert not waits(case, PAUSES.format(ordered=13))
    (wait,) = waits(case, PAUSES.format(ordered=17))
    assert (wait.since, wait.at) == (12 * 60 + 30, 13 * 60 + 30)


TRIED_BETWEEN = """
0:08:30 change-ordered id=c1 change="turn off new inbox" owner=ana
0:08:30 change-started id=c1 change="turn off new inbox" owner=ana
0:15:00 change-done id=c1 change="turn off new inbox" owner=ana
0:15:00 verify-started id=c1 change="turn off new inbox" signal="inbox loading" window=9m
0:24:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=9m result=same owner=ana
0:28:30 change-ordered id=c2 change="fail over a shard" owner=ana
"""


def test_a_quarter_of_an_hour_later_there_is_as_much_again(case):
    assert not waits(case, PAUSES[: PAUSES.index("0:08:30")] + TRIED_BETWEEN)


CHECKED = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:05:00 task-given task=t1 what=check subject="{change}" owner=ana
0:05:00 task-started task=t1 what=check subject="{change}" owner=ana
0:07:00 hazard-checked person=ana change="{change}" hazard="{hazard}" holds={holds}
0:07:00 task-ended task=t1 what=check subject="{change}" owner=ana
0:11:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:11:00 change-started id=c1 change="fail over a shard" owner=ana
"""
REPLICA = {"change": "fail over a shard", "hazard": "replica is behind"}
HEADROOM = {"change": "clear cache", "hazard": "main database has no headroom"}


@pytest.mark.parametrize(
    ("asked", "holds", "waited"),
    [(REPLICA, "no", [9 * 60]), (REPLICA, "yes", []), (HEADROOM, "no", [])],
    ids=["nothing against the best choice", "something against it", "another was asked about"],
)
def test_after_a_clean_check_of_what_is_best_only_the_word_is_left(case, asked, holds, waited):
    """Four minutes would be time to decide; here all was decided, and two are enough to say it."""
    made = decisions(case(CHECKED.format(**asked, holds=holds)))
    assert [one.at for one in made if one.chosen.kind == "wait"] == waited


LET_GROW = TEXT.replace("0:40:00", "0:30:00 impact-changed failing=12000 arriving=9000 seen=truth\n0:40:00")


def test_a_wait_in_which_more_came_to_fail_says_from_how_many_to_how_many(case):
    wait = next(one for one in decisions(case(LET_GROW)) if one.chosen.kind == "wait")
    assert "nothing was under way while about 9,000 to 12,000 customers were failing; " in explanation(wait)


def test_beside_a_decision_stand_only_options_that_could_help_or_tell_something(made):
    """A look at edge tells nothing about a stuck shard: it costs its four minutes, and is cheap for that."""
    assert {other.name for one in made for other in one.others} == {"app", "stop the migration"}


ASKED_TO_READY = """
0:{begun}:00 task-given task=t1 what=prepare subject="ship a hotfix" owner=ana
0:{begun}:00 task-started task=t1 what=prepare subject="ship a hotfix" owner=ana
0:50:00 change-prepared change="ship a hotfix" owner=ana
0:50:00 task-ended task=t1 what=prepare subject="ship a hotfix" owner=ana
1:40:00 noted
"""
FAILED_OVER = """
0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:05:00 change-started id=c1 change="fail over a shard" owner=ana
0:12:00 change-done id=c1 change="fail over a shard" owner=ana
0:16:00 verified id=c1 change="fail over a shard" signal="shard write time" result=same owner=ana
"""
NOTHING_TRIED = TEXT.split("0:05:00", maxsplit=1)[0] + (
    '0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."\n'
)


def test_a_wait_in_which_something_was_only_made_ready_says_so(case):
    """The quick fix was far better, and was not tried."""
    (wait,) = decisions(case(NOTHING_TRIED + ASKED_TO_READY.format(begun="06")))
    assert wait.since == 4 * 60
    assert "nothing was under way but the making ready of 'ship a hotfix', while" in explanation(wait)
    assert (
        title(wait.chosen) == "For 1 h 36 min nothing was under way but the making ready of 'ship a hotfix'"
    )
    assert "Here 'ship a hotfix' was made ready and nothing was tried" in lesson(wait)


def test_who_has_the_slow_way_made_ready_where_it_is_as_good_is_idle_from_when_it_is_ready(case):
    """One more quick try was expected to save three per cent."""
    *_, wait = decisions(case(NOTHING_TRIED + FAILED_OVER + ASKED_TO_READY.format(begun="17")))
    assert (wait.chosen.kind, wait.chosen.name, wait.since) == ("wait", "", 50 * 60)
    assert wait.chosen.seconds == 50 * 60


def test_a_slow_way_that_is_as_good_is_no_excuse_for_doing_nothing(case):
    *_, wait = decisions(case(NOTHING_TRIED + FAILED_OVER + "1:40:00 noted\n"))
    assert (wait.chosen.kind, wait.since) == ("wait", 15 * 60)


ONE_MORE = """
0:17:00 change-ordered id=c2 change="roll back app" owner=ana
0:17:00 change-started id=c2 change="roll back app" owner=ana
0:40:00 noted
"""


def test_beside_a_best_choice_that_saves_next_to_nothing_the_slow_way_is_named(case):
    made = case(NOTHING_TRIED + FAILED_OVER + ONE_MORE)
    first, last = (one for one in decisions(made) if one.chosen.kind == "change")
    assert last.best.name == "stop the migration"
    assert plan_of(made, last).endswith(
        "Have 'ship a hotfix' made ready first, and try what is quick meanwhile."
    )
    assert "the slow way" not in plan_of(made, first)
