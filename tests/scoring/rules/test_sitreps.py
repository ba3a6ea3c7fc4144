"""Sitreps: nobody on the call is left without a word for long, and none of them is empty."""

import pytest

from simulator.scoring.rules import sitreps as rule

START = "0:00:00 declared severity=P1 commander=you\n"
ROOM = START + "0:00:00 joined person=bo\n0:00:00 joined person=ana\n"


def report(at, text="Ana looks at db-shards."):
    return f'{at} sitrep-given text="{text} {at}"\n'


def plain(at, text):
    return f'{at} sitrep-given text="{text}"\n'


def end(at):
    return f"{at} noted text=on\n"


def covered(judge, text, **given):
    return [mark for mark in judge(rule, text, **given) if mark.weight == 1]


@pytest.mark.parametrize(
    ("ends", "earned"), [("0:16:00", 15 / 16), ("0:30:00", 0.5), ("1:00:00", 0.25), ("2:00:00", 0.125)]
)
def test_without_one_only_the_first_quarter_of_an_hour_counts(judge, ends, earned):
    (mark,) = covered(judge, ROOM + end(ends))
    assert mark.earned == pytest.approx(earned)
    assert mark.evidence == (1,)


def test_one_every_quarter_of_an_hour_earns_everything(judge):
    (mark,) = covered(judge, ROOM + report("0:15:00") + report("0:30:00") + end("0:45:00"))
    assert (mark.earned, mark.evidence, mark.at) == (1, (1, 4, 5), 0)
    assert mark.summary == "In 100 % of the time people on the call knew how things stood."


def test_a_gap_costs_what_it_is_too_long(judge):
    (mark,) = covered(judge, ROOM + report("0:10:00") + report("0:40:00") + end("0:50:00"))
    assert mark.earned == pytest.approx(35 / 50)
    assert mark.at == 600
    told = "from 0:10:00 on they were told nothing for too long, by 15 min."
    assert mark.summary == f"In 70 % of the time people on the call knew how things stood; {told}"


@pytest.mark.parametrize(("at", "told"), [("0:25:59", False), ("0:26:00", True)])
def test_a_few_seconds_too_long_are_not_told_of(judge, at, told):
    (mark,) = covered(judge, ROOM + report("0:10:00") + report(at) + end("0:40:00"))
    assert ("for too long" in mark.summary) is told


def test_the_worst_gap_is_told(judge):
    (mark,) = covered(judge, ROOM + report("0:20:00") + end("1:00:00"))
    assert "from 0:20:00 on" in mark.summary


def test_nothing_is_owed_before_the_first_is_due(judge):
    assert judge(rule, ROOM + end("0:15:00")) == ()
    assert judge(rule, ROOM + "0:15:00 resolved\n" + end("2:00:00")) == ()


def test_nor_without_a_room_or_a_declaration(judge):
    alone = START + "0:00:00 joined person=bo\n"
    assert judge(rule, alone + end("2:00:00")) == ()
    assert judge(rule, ROOM.replace(START, "") + end("2:00:00")) == ()


def test_the_room_counts_from_the_second_one_and_to_when_they_leave(judge):
    later = START + "0:00:00 joined person=bo\n0:40:00 joined person=ana\n1:10:00 left person=bo\n"
    (mark,) = covered(judge, later + end("2:00:00"))
    assert mark.earned == pytest.approx(0.5)
    back = later + "1:30:00 joined person=mei\n"
    (mark,) = covered(judge, back + end("2:00:00"))
    assert mark.earned == pytest.approx(0.5)


def test_or_from_the_declaration(judge):
    early = ROOM.replace(START, "") + START.replace("0:00:00", "0:30:00")
    (mark,) = covered(judge, early + end("1:00:00"))
    assert mark.earned == pytest.approx(0.5)


def test_a_room_that_was_gone_before_the_declaration_is_none(judge):
    gone = "0:00:00 joined person=bo\n0:00:00 joined person=ana\n0:10:00 left person=bo\n"
    declared = START.replace("0:00:00", "0:40:00")
    assert judge(rule, gone + declared + end("1:30:00")) == ()
    (mark,) = covered(judge, gone + declared + "0:40:00 joined person=bo\n" + end("1:10:00"))
    assert mark.earned == pytest.approx(0.5)


def test_once_customers_are_well_an_hour_is_soon_enough(judge):
    well = ROOM + report("0:10:00") + "0:20:00 called-mitigated\n"
    assert [mark.earned for mark in covered(judge, well + end("1:20:00"))] == [1]
    (mark,) = covered(judge, well + end("1:30:00"))
    assert mark.earned == pytest.approx(80 / 90)


def test_and_in_an_incident_of_more_than_two_hours(judge):
    steady = "".join(report(f"{m // 60}:{m % 60:02}:00") for m in range(15, 120, 15))
    assert [mark.earned for mark in covered(judge, ROOM + steady + end("3:00:00"))] == [1]
    (mark,) = covered(judge, ROOM + steady + end("4:00:00"))
    assert mark.earned == pytest.approx(180 / 240)


def noise(judge, text):
    return [mark for mark in judge(rule, ROOM + text + end("0:15:00")) if mark.weight < 1]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("all hands on it", True), ("we are working hard", True), ("", True),
        ("Ana has it", False), ("DB-SHARDS is sick", False), ("roll back app runs", False),
        ("nobody can send a message", False), ("next look in 5 minutes", False),
        ("datastores are at it", False), ("banana", True),
        ("1", True), ("sitrep 1", True), ("12:30", True), ("report 2, 3", True), ("5 still fail", False),
        ("nothing to tell 14", True), ("errors at 14 %", False), ("half of 40 nodes are back", False),
    ],
)  # fmt: skip
def test_a_report_names_something(judge, text, empty):
    marks = noise(judge, plain("0:10:00", text))
    assert [mark.earned for mark in marks] == [0] * empty
    if marks:
        assert marks[0].summary == "The situation report at 0:10:00 named nothing of this incident."
        assert (marks[0].evidence, marks[0].at) == ((4,), 600)


def test_one_that_names_nothing_does_not_count(judge):
    (mark,) = covered(judge, ROOM + plain("0:15:00", "all hands on it") + end("0:30:00"))
    assert (mark.earned, mark.evidence) == (0.5, (1,))


def test_the_same_again_is_noise(judge):
    again = plain("0:05:00", "Ana has it") + plain("0:12:00", "ana  has IT")
    (mark,) = noise(judge, again)
    assert (mark.summary, mark.evidence) == (
        "The situation report at 0:12:00 said again what the last one had said.", (5,),
    )  # fmt: skip


@pytest.mark.parametrize(("again", "wrong"), [("0:08:59", 1), ("0:09:00", 0)])
def test_so_is_one_within_four_minutes(judge, again, wrong):
    marks = noise(judge, report("0:05:00") + report(again))
    assert len(marks) == wrong
    if marks:
        assert marks[0].summary == "The situation report at 0:08:59 came 4 min after the last one."


def test_what_was_noise_does_not_count_against_the_next(judge):
    assert len(noise(judge, report("0:05:00") + report("0:08:00") + report("0:09:30"))) == 1


@pytest.mark.parametrize("line", ["command-offered", "command-handed"])
def test_before_a_hand_over_it_is_never_too_soon(judge, line):
    brief = report("0:05:00") + report("0:07:00") + f"0:08:00 {line} person=ana\n"
    assert noise(judge, brief) == []


def test_one_long_before_or_after_a_hand_over_is(judge):
    assert (
        len(noise(judge, report("0:02:00") + report("0:03:00") + "0:14:00 command-handed person=ana\n")) == 1
    )
    assert (
        len(noise(judge, "0:01:00 command-handed person=ana\n" + report("0:02:00") + report("0:03:00"))) == 1
    )


def test_noise_weighs_less_than_the_time(judge):
    marks = judge(rule, ROOM + plain("0:10:00", "all hands on it") + end("0:30:00"))
    assert sorted(mark.weight for mark in marks) == [0.5, 1]


def test_a_gap_of_a_second_too_long_is_told_from_its_beginning(judge):
    (mark,) = covered(judge, ROOM + report("0:10:00") + end("0:25:01"))
    assert mark.at == 600
    assert mark.earned == pytest.approx(1500 / 1501)


def test_who_comes_at_the_end_makes_no_room(judge):
    late = START + "0:00:00 joined person=bo\n0:20:00 resolved\n0:20:00 joined person=ana\n"
    assert judge(rule, late + end("1:00:00")) == ()


def test_two_who_are_left_of_three_are_still_a_room(judge):
    three = ROOM + "0:00:00 joined person=mei\n0:10:00 left person=mei\n"
    (mark,) = covered(judge, three + end("1:00:00"))
    assert mark.earned == pytest.approx(0.25)
    assert mark.weight == 1


def test_a_report_just_before_a_hand_over_may_be_a_brief(judge):
    at_once = report("0:05:00") + report("0:07:00") + "0:07:00 command-offered person=ana\n"
    assert noise(judge, at_once) == []
    ten = report("0:02:00") + report("0:03:00") + "0:13:00 command-offered person=ana\n"
    assert noise(judge, ten) == []


def test_who_left_owes_no_report_for_the_time_after(judge):
    failing = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    left = f"{failing}{ROOM}{report('0:10:00')}0:20:00 command-left person=commander\n{end('8:00:00')}"
    (mark,) = covered(judge, left)
    assert mark.earned == 1
