"""Least regret: orders, looks and waits against the best choice by what could be known."""

import pytest

from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.scoring.decisions import taken
from simulator.scoring.rules import least_regret as rule
from simulator.scoring.weighing import LEAST_STAKE

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
"""
STUCK = '0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."\n'
LOCKS = '0:05:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."\n'


def ordered(change, at="0:06:00", number=1):
    return f"""
        {at} change-ordered id=c{number} change="{change}" owner=ana
        {at} change-started id=c{number} change="{change}" owner=ana
    """


def look(place, at, number=1, until=None):
    ended = f"{until} task-ended task=t{number} what=investigate subject={place} owner=ana" if until else ""
    return f"""
        {at} task-given task=t{number} what=investigate subject={place} owner=ana
        {at} task-started task=t{number} what=investigate subject={place} owner=ana
        {ended}
    """


def one(judge, text):
    (mark,) = judge(rule, text)
    return mark


def test_what_is_best_depends_on_what_had_been_heard(judge):
    """The failover first; but full of lock waits, stopping the migration is as good or better."""
    assert one(judge, START + ordered("fail over a shard")).earned == 1
    assert one(judge, START + STUCK + ordered("fail over a shard")).earned == 1
    assert one(judge, START + LOCKS + ordered("stop the migration")).earned == 1
    assert one(judge, START + STUCK + ordered("stop the migration")).earned < 0.5


@pytest.mark.parametrize(
    "change", ["clear cache", "ship a hotfix", "roll back app", "add shard replicas", "restart main database"]
)
def test_harmful_slow_and_unlikely_changes_first_earn_nothing(judge, change):
    """Among them the cheapest (the cache) and the surest in the long run (a hotfix)."""
    assert one(judge, START + ordered(change)).earned == 0


def test_hindsight_never_enters(judge):
    """What really is wrong, and how it went on, changes nothing about an order."""
    truth = '0:00:00 cause-drawn cause="bad release" seen=truth\n'
    after = '0:20:00 verified id=c1 change="fail over a shard" signal="shard write time" result=same\n'
    plain = one(judge, START + ordered("fail over a shard"))
    told = one(judge, truth + START + ordered("fail over a shard") + after)
    assert (plain.earned, plain.weight, plain.summary) == (told.earned, told.weight, told.summary)


def test_what_was_heard_after_the_order_does_not_count(judge):
    heard_later = START + ordered("fail over a shard", "0:04:30") + LOCKS
    assert (
        one(judge, heard_later).summary == one(judge, START + ordered("fail over a shard", "0:04:30")).summary
    )


def test_the_mark_says_what_else_there_was(judge):
    mark = one(judge, START + STUCK + ordered("roll back app"))
    assert mark.summary.startswith(
        "Ordered 'roll back app' at 0:06:00. "
        "'roll back app' takes 26 min on average until it shows, and was 6 %"
    )
    assert "'fail over a shard' takes" in mark.summary
    assert "The difference was expected to cost" in mark.summary


def test_decisions_weigh_what_they_were_expected_to_cost(judge):
    good, bad = (one(judge, START + ordered(change)) for change in ("fail over a shard", "clear cache"))
    assert bad.weight > 2 * good.weight


def test_what_nobody_measured_is_not_weighed(points):
    no_impact = START.replace("0:00:00 impact-changed failing=9000 arriving=9000 seen=truth", "")
    assert points(rule, no_impact + ordered("clear cache")) is None


def test_nothing_is_weighed_once_customers_are_served(points):
    recovered = "0:05:00 impact-changed failing=0 arriving=9000 total=45000 seen=truth\n"
    assert points(rule, START + recovered + ordered("clear cache", "0:09:00")) is None


def test_a_change_that_no_runbook_knows_is_not_weighed(points):
    assert points(rule, START + ordered("turn it off and on again")) is None


def test_a_first_look_costs_a_little_and_a_second_in_a_row_nearly_all(judge):
    text = START + look("db-shards", "0:05:00", 1, "0:09:00") + look("app", "0:09:00", 2, "0:13:00")
    first, second = judge(rule, text)
    assert 0.5 < first.earned < 0.9
    assert second.earned < 0.2


def test_two_looks_at_once_cost_the_time_of_one(judge):
    text = START + look("db-shards", "0:05:00", 1, "0:09:00") + look("app", "0:05:00", 2, "0:09:00")
    assert len(judge(rule, text)) == 1


def test_overlapping_looks_do_not_hide_the_waiting(judge):
    places = ["db-shards", "app", "edge", "cache", "search", "workers"]
    looks = (
        look(each, f"0:{5 + 3 * i:02}:00", i + 1, f"0:{9 + 3 * i:02}:00") for i, each in enumerate(places)
    )
    marks = judge(rule, START + "".join(looks))
    assert len(marks) == len(places)
    assert [mark.earned for mark in marks[2:]] == [0, 0, 0, 0]


def test_a_look_beside_a_change_costs_nothing(judge):
    text = START + ordered("fail over a shard", "0:05:00") + look("app", "0:06:00")
    assert len(judge(rule, text)) == 1


@pytest.mark.parametrize("at", ["0:05:17", "0:06:00"])
def test_an_order_in_the_same_breath_did_not_wait_for_the_look(judge, at):
    """Two looks by two people, and the change 17 s later: nobody waited for anybody."""
    looks = look("db-shards", "0:05:00", 1, "0:09:00") + look("app", "0:05:00", 2, "0:10:00")
    mark = one(judge, START + looks + ordered("fail over a shard", at))
    assert (mark.earned, mark.summary[:7]) == (1, "Ordered")


def test_an_order_before_the_answer_waited_only_that_long(judge):
    def earned(at):
        found, _ = judge(
            rule, START + look("app", "0:05:00", 1, "0:12:00") + ordered("fail over a shard", at)
        )
        return found.earned

    assert earned("0:06:01") > earned("0:08:00") > earned("0:09:00") == earned("0:11:00")


def test_a_look_that_the_order_waited_for_is_charged_in_full(judge):
    alone = one(judge, START + look("app", "0:05:00", 1, "0:09:00"))
    waited, _ = judge(
        rule, START + look("app", "0:05:00", 1, "0:09:00") + ordered("fail over a shard", "0:09:00")
    )
    assert (waited.earned, waited.summary) == (alone.earned, alone.summary)


def test_a_look_that_was_answered_at_once_kept_nobody_waiting_for_long(judge):
    """Sixteen seconds are sixteen seconds, whatever such a look takes as a rule."""
    quick, slow = (one(judge, START + look("app", "0:05:00", 1, until)) for until in ("0:05:16", "0:09:00"))
    assert (quick.earned, slow.earned < 1) == (1, True)


def check(change, at, number, until=None, holds="no"):
    hazard = {"fail over a shard": "replica is behind", "roll back app": "data has been migrated since"}[
        change
    ]
    told = (
        f'{until} hazard-checked person=ana change="{change}" hazard="{hazard}" holds={holds}'
        if until
        else ""
    )
    return f"""
        {at} task-given task=t{number} what=check subject="{change}" owner=ana
        {at} task-started task=t{number} what=check subject="{change}" owner=ana
        {told}
    """


def kinds(judge, text):
    return [(mark.summary.partition(" at 0")[0], mark.earned) for mark in judge(rule, text)]


def test_a_check_that_was_heeded_is_no_regret_and_inherits_none(judge):
    """What was looked at too long before it is the looks' own fault; `check-hazards` praises the check."""
    looks = look("db-shards", "0:05:00", 1, "0:09:00") + look("app", "0:09:00", 2, "0:13:00")
    asked = START + looks + check("fail over a shard", "0:13:00", 3, "0:14:00")
    *_, second, asking, order = kinds(judge, asked + ordered("fail over a shard", "0:14:00"))
    assert second[1] < 0.2
    assert asking == ("Waited for a pre-check of 'fail over a shard'", 1)
    assert order == ("Ordered 'fail over a shard'", 1)


def test_a_check_of_what_is_then_left_undone_takes_its_own_minute(judge):
    looks = look("db-shards", "0:05:00", 1, "0:09:00") + look("app", "0:09:00", 2, "0:13:00")
    *_, last = kinds(judge, START + looks + check("fail over a shard", "0:13:00", 3, "0:14:00"))
    alone = kinds(judge, START + check("fail over a shard", "0:13:00", 3, "0:14:00"))[-1]
    assert last == ("Waited for a pre-check of 'fail over a shard'", alone[1])


def test_a_check_that_saved_from_a_danger_is_held_against_nobody(judge):
    """Of two checks of the rollback, for which little speaks, only the second is wasted."""
    fix = ordered("fail over a shard", "0:09:00")
    once = START + check("roll back app", "0:05:00", 1, "0:07:00", "yes")
    again = check("roll back app", "0:07:00", 2, "0:09:00", "yes")
    assert [what for what, _ in kinds(judge, once + fix)] == ["Ordered 'fail over a shard'"]
    in_spite = kinds(judge, once + ordered("roll back app", "0:09:00"))
    assert in_spite[0][0] == "Waited for a pre-check of 'roll back app'"
    wasted, _ = kinds(judge, once + again + fix)
    assert wasted[0] == "Waited for a pre-check of 'roll back app'"
    assert wasted[1] < 1
    in_vain, _ = kinds(judge, once.replace("holds=yes", "holds=no") + fix)
    assert in_vain[1] < 1


def test_asking_about_the_slow_way_first_is_charged_where_something_quick_was_better(judge):
    """Though it was heeded: nine minutes went by before the quick one was asked about."""
    asked = check("roll back app", "0:05:00", 1, "0:14:00", "yes").replace(
        "roll back app", "restore a shard from backup"
    )
    asked = asked.replace("data has been migrated since", "the last hours would be lost")
    first, *_ = judge(rule, START + asked + ordered("fail over a shard", "0:14:00"))
    assert first.summary.startswith("Waited for a pre-check of 'restore a shard from backup'")
    assert first.earned < 1


def test_a_heeded_check_of_the_best_choice_inherits_nothing_of_a_bad_one(judge):
    bad = check("roll back app", "0:05:00", 1, "0:07:00", "no") + check(
        "roll back app", "0:07:00", 2, "0:12:00", "no"
    )
    good = check("fail over a shard", "0:12:00", 3, "0:13:00")
    marks = judge(rule, START + bad + good + ordered("fail over a shard", "0:13:00"))
    assert [mark.earned for mark in marks[-2:]] == [1, 1]
    assert marks[0].earned < 1


def test_checks_in_a_row_add_up(judge):
    """Nothing is tried for an hour but asking whether it is safe."""
    asked = "".join(
        check("fail over a shard", f"0:{minute:02}:00", minute, f"0:{minute + 1:02}:00")
        for minute in range(5, 30)
    )
    earned = [mark.earned for mark in judge(rule, START + asked)]
    assert earned == sorted(earned, reverse=True)
    assert earned[-1] == 0


def test_asking_what_changed_is_always_worth_its_minute(points):
    text = START + '0:05:00 task-given task=t1 what=investigate subject="what changed?" owner=ana\n'
    assert points(rule, text) is None


def test_doing_nothing_while_something_was_worth_trying_is_a_decision(judge):
    mark = one(judge, START + "0:45:00 noted")
    assert mark.earned == 0
    assert mark.summary.startswith(
        "From 0:04:00 to 0:45:00 nothing was under way while about 9,000 customers"
    )
    assert "Waiting beyond 0:09:00 cost 324,000 customer-minutes." in mark.summary


@pytest.mark.parametrize("until", ["0:08:00", "0:09:00", "0:10:00"])
def test_a_few_minutes_to_decide_are_no_fault(judge, until):
    assert one(judge, START + ordered("fail over a shard", until)).earned == 1


def test_a_long_wait_before_the_right_order_costs(judge):
    wait, order = judge(rule, START + ordered("fail over a shard", "0:14:00"))
    assert 0 < wait.earned < 1
    assert order.earned == 1


def test_preparing_the_slow_way_is_no_excuse_while_something_quick_is_worth_trying(points):
    text = START + '0:05:00 task-given task=t1 what=prepare subject="ship a hotfix" owner=ana\n'
    assert points(rule, text + "0:05:00 task-started task=t1\n0:45:00 noted") == 0


def test_watching_on_after_it_is_clear_is_waiting(judge):
    text = (
        START
        + ordered("fail over a shard", "0:05:00")
        + """
        0:12:00 change-done id=c1 change="fail over a shard" owner=ana
        0:16:00 verified id=c1 change="fail over a shard" signal="shard write time" window=3m result=better
        0:17:00 verify-started id=c1 change="fail over a shard" signal="shard write time" window=40m
        0:57:00 noted
    """
    )
    assert [mark.earned for mark in judge(rule, text)] == [1, 0]


def test_the_wait_for_someone_who_was_paged_is_no_idleness(points):
    text = """
        0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
        0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
        0:02:00 paged person=ana team=datastores
        0:25:00 joined person=ana
        0:28:00 noted
    """
    assert points(rule, text) is None


EARLY_BIRD = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:03:00 joined person=mei
0:04:00 paged person={paged} team=some
0:25:00 joined person={paged}
0:28:00 noted
"""


def test_the_wait_for_the_one_who_can_do_what_is_best_is_no_idleness(points):
    """Mei of product cannot fail over a shard; Raj of datastores can."""
    assert points(rule, EARLY_BIRD.format(paged="raj")) is None


def test_the_wait_for_someone_who_is_not_needed_is(points):
    """Kofi knows search only, and Dario what Mei knows."""
    assert points(rule, EARLY_BIRD.format(paged="kofi")) < 0.2
    assert points(rule, EARLY_BIRD.format(paged="dario")) < 0.2


def test_not_paging_anybody_is_idleness(points):
    text = """
        0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
        0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
        0:45:00 noted
    """
    assert points(rule, text) == 0


def test_someone_from_support_on_the_call_cannot_fix_anything(points):
    text = """
        0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
        0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
        0:03:00 paged person=raj team=datastores
        0:03:30 joined person=carol
        0:20:00 joined person=raj
        0:22:00 noted
    """
    assert points(rule, text) is None


@pytest.fixture
def easy_going(intercom):
    """A doctrine that tolerates any regret, so that only what cannot help earns nothing."""
    any_regret = replace(intercom.thresholds["tolerated regret"], value=1000.0)
    return replace(intercom, thresholds={**intercom.thresholds, "tolerated regret": any_regret})


def test_what_could_not_be_expected_to_help_earns_nothing_however_cheap(judge, easy_going):
    (mark,) = judge(rule, START + STUCK + ordered("turn off inbox counts"), doctrine=easy_going)
    assert mark.earned == 0
    assert "could not be expected to help; 'fail over a shard' takes" in mark.summary


@pytest.mark.parametrize("change", ["turn off new inbox", "roll back app", "stop the migration"])
def test_a_small_chance_is_a_chance(judge, easy_going, change):
    (mark,) = judge(rule, START + STUCK + ordered(change), doctrine=easy_going)
    assert mark.earned == 1


def test_a_part_of_a_fix_is_not_in_vain(judge, easy_going, write_stall):
    fix = {"stalled primary": Outcome(cures=True, after=("turn off inbox counts",))}
    scenario = replace(write_stall, outcomes={**write_stall.outcomes, "kill slow queries": fix})
    text = START + STUCK + ordered("turn off inbox counts")
    (mark,) = judge(rule, text, doctrine=easy_going, scenario=scenario)
    assert mark.earned == 1


def test_what_is_ordered_beside_an_unverified_change_is_judged_elsewhere(judge):
    """It is one deed, and `one-change-at-a-time` has a mark for it."""
    first, second = ordered("fail over a shard"), ordered("stop the migration", "0:07:00", 2)
    later = '0:20:00 noted text="both are made"\n'
    alone, both = (judge(rule, START + STUCK + orders + later) for orders in (first, first + second))
    assert [mark.at for mark in both] == [mark.at for mark in alone] == [6 * 60]


def test_what_was_chosen_badly_weighs_three_times_as_much(judge, case):
    """But a wait does not, which weighs more the longer it is."""
    good = one(judge, START + STUCK + ordered("fail over a shard"))
    bad = one(judge, START + STUCK + ordered("roll back app"))
    assert (good.earned, bad.earned) == (1, 0)
    (decision,) = taken(case(START + STUCK + ordered("roll back app")))
    assert bad.weight == pytest.approx(3 * decision.chosen.cost)
    idle = case(START + "0:20:00 noted text=on\n")
    (wait,), (mark,) = taken(idle), rule.marks(idle)
    assert mark.earned == 0
    assert mark.weight == pytest.approx(wait.chosen.cost)


def test_a_long_wait_is_decided_again_every_quarter_of_an_hour(case):
    """Somebody should have been there at 4, and may take 5 minutes to decide: 111 minutes are too many."""
    idle = case(START + "2:00:00 noted text=on\n")
    (wait,), (mark,) = taken(idle), rule.marks(idle)
    assert wait.times == pytest.approx((2 * 3600 - wait.at) / (15 * 60))
    assert mark.weight == pytest.approx(wait.times * wait.best.cost + wait.regret)


def test_what_only_time_could_end_counts_little(case, write_stall):
    """The same order beside causes that pass and that nothing ends, and beside none such."""
    text = START + ordered("fail over a shard")
    (here,) = taken(case(text))
    some, most = (
        passing(write_stall, *list(write_stall.causes)[-count:]) for count in (1, len(write_stall.causes))
    )
    (there,), (nowhere,) = taken(case(text, scenario=some)), taken(case(text, scenario=most))
    assert here.times == 1
    assert LEAST_STAKE < there.times < 1
    assert nowhere.times == LEAST_STAKE


def test_looks_at_the_same_time_count_as_one(judge):
    """Three beside each other weigh no more together than the time that they took."""
    look = """
        0:05:0{n} task-given task=t{n} what=investigate subject={place} owner={who}
        0:05:0{n} task-started task=t{n} what=investigate subject={place} owner={who}
    """
    alone = one(judge, START + look.format(n=1, place="db-shards", who="ana"))
    places = (("db-shards", "ana"), ("app", "mei"), ("search", "bo"))
    text = START + "".join(look.format(n=n, place=p, who=w) for n, (p, w) in enumerate(places, start=1))
    beside = judge(rule, text)
    assert 0.9 * alone.weight < sum(mark.weight for mark in beside) < 1.5 * alone.weight


def passing(scenario, *causes):
    """The outage with causes that pass by themselves after an hour, and that no change ends or eases."""
    effects = {
        name: tuple(replace(effect, lasts=3600, every=None) for effect in scenario.causes[name].effects)
        for name in causes
    }
    fades = {name: replace(scenario.causes[name], effects=effects[name]) for name in causes}
    outcomes = {
        change: {**under, **{name: Outcome() for name in causes}}
        for change, under in scenario.outcomes.items()
    }
    return replace(scenario, causes={**scenario.causes, **fades}, outcomes=outcomes)


def test_what_only_time_ends_is_not_lost_by_waiting(case, write_stall):
    """With every cause such a one looks and waits cost nothing; with some, their share is spared."""
    text = START + look("app", "0:05:00", until="0:20:00") + "1:00:00 noted text=on\n"

    def lost(*causes):
        made = taken(case(text, scenario=passing(write_stall, *causes)))
        return sum(one.regret for one in made)

    assert 0 < lost("bad release") < lost()
    assert lost(*write_stall.causes) == 0
