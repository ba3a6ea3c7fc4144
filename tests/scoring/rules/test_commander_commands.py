"""The commander commands: hands off, unless there is nobody else."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.rules import commander_commands as rule

ANA = "0:05:00 joined person=ana\n"
START = "0:03:00 declared severity=P1 commander=you\n"


def look(owner, task="t1", at="0:06", until="0:11", what="investigate", subject="db-shards"):
    work = f'task={task} what={what} subject="{subject}" owner={owner}'
    ended = f"{until}:00 task-ended {work}\n" if until else ""
    return f"{at}:00 task-given {work} within=0\n{at}:00 task-started {work}\n{ended}"


def made(owner, done="0:11"):
    ids = 'id=c1 change="roll back app"'
    ended = f"{done}:00 change-done {ids} owner={owner} says=done\n" if done else ""
    return f"0:06:00 change-ordered {ids} owner={owner}\n0:06:00 change-started {ids} owner={owner}\n" + ended


@pytest.fixture
def strict(intercom):
    """The same process, in which a commander directs and no more."""
    return replace(intercom, switches={**intercom.switches, "commander may direct diagnosis": False})


@pytest.fixture
def lenient(intercom):
    """The same process, in which a commander may lend a hand on production."""
    return replace(intercom, switches={**intercom.switches, "commander may touch production": True})


def test_nothing_to_do_is_nothing_to_judge(judge):
    assert judge(rule, START + ANA) == ()
    assert judge(rule, START + ANA + look("ana", what="write")) == ()


def test_work_by_others_earns_everything_and_cites_all_of_it(judge):
    (mark,) = judge(rule, START + ANA + look("ana") + made("ana"))
    assert (mark.earned, mark.evidence, mark.at) == (1, (3, 6), 360)
    assert mark.summary == "The commander led, and left the technical work to others: 2 pieces of it."


@pytest.mark.parametrize(("until", "earned"), [("0:06", 0.5), ("0:11", 0.25), ("0:16", 0), ("0:30", 0)])
def test_a_look_of_ones_own_costs_half_and_then_its_time(judge, until, earned):
    (mark,) = judge(rule, START + ANA + look("commander", until=until))
    assert mark.earned == pytest.approx(earned)
    assert (mark.evidence, mark.at) == ((3,), 360)


def test_the_sentence_says_how_long_and_on_what(judge):
    (mark,) = judge(rule, START + ANA + look("commander"))
    assert mark.summary == "The commander spent 5 min on 'db-shards' at 0:06:00; meanwhile nobody led."


def test_looks_add_up(points):
    twice = look("commander", until="0:08") + look("you", "t2", at="0:10", until="0:13", what="verify")
    assert points(rule, START + ANA + twice) == pytest.approx(0.25)


def test_one_that_goes_on_lasts_to_the_end(points):
    assert points(rule, START + ANA + look("commander", until="") + "0:11:00 noted text=on\n") == 0.25


def test_what_was_still_going_on_when_it_was_over_counts_no_longer(points):
    over = look("commander", until="") + "0:11:00 resolved\n0:40:00 noted text=on\n"
    assert points(rule, START + ANA + over) == 0.25


@pytest.mark.parametrize("process", ["intercom", "strict"])
def test_until_somebody_has_joined_one_may_look(points, process, request):
    assert points(rule, START + look("commander"), doctrine=request.getfixturevalue(process)) is None


def test_where_one_may_direct_the_diagnosis_a_look_is_excused_while_nobody_is_free(points, strict):
    busy = START + ANA + look("ana", "t0", at="0:05", until="0:09") + look("commander")
    elsewhere = START + "0:05:00 joined person=petra\n" + look("commander")
    for text, earned in ((busy, 1), (elsewhere, None)):
        assert points(rule, text) == earned
        assert points(rule, text, doctrine=strict) == 0.25


def test_somebody_whose_work_ended_or_began_later_is_free(points):
    before = look("ana", "t0", at="0:05", until="0:06")
    after = look("ana", "t2", at="0:07", until="0:12")
    assert points(rule, START + ANA + before + look("commander")) == 0.25
    assert points(rule, START + ANA + look("commander") + after) == 0.25


def test_a_change_of_ones_own_is_never_excused(points, lenient):
    assert points(rule, START + made("commander")) == 0.25
    assert points(rule, START + made("commander"), doctrine=lenient) is None


def test_where_one_may_touch_production_somebody_free_still_comes_first(points, lenient):
    assert points(rule, START + "0:05:00 joined person=bo\n" + made("commander"), doctrine=lenient) == 0.25


def test_undoing_is_a_change_and_not_a_look(points):
    undone = look("commander", what="revert", subject="roll back app")
    assert points(rule, START + undone) == 0.25


def test_a_change_that_was_ordered_and_not_begun_is_nobodys_work(points):
    assert points(rule, START + ANA + look("ana") + ordered()) == 1


def ordered():
    return '0:12:00 change-ordered id=c1 change="roll back app" owner=commander\n'


def test_whoever_took_command_over_is_the_commander(points):
    handed = START + ANA + "0:05:30 joined person=bo\n0:05:40 command-handed person=ana\n"
    assert points(rule, handed + look("ana", subject="app")) == 0.25
    assert points(rule, handed + look("bo", subject="app")) == 1


def test_whoever_declared_is_the_commander_by_any_name(points):
    other = "0:03:00 declared severity=P1 commander=niamh\n" + ANA + "0:05:30 joined person=niamh\n"
    assert points(rule, other + look("niamh")) == 0.25


def test_what_was_ones_own_was_not_left_to_others(judge):
    """A look before anybody had come is excused, and is no piece of work that others did."""
    (mark,) = judge(rule, START + look("commander", until="0:04", at="0:03") + ANA + look("ana", "t2"))
    assert mark.summary == "The commander led, and left the technical work to others: one piece of it."
