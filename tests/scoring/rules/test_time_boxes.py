"""Time-boxes: an end that was agreed on, and coming back when it is there."""

import pytest

from simulator.scoring.rules import time_boxes as rule

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
ON = "1:30:00 noted text=on\n"


def look(within, ended="", started="0:06:00", subject="db-shards", owner="ana"):
    work = f'task=t1 what=investigate subject="{subject}" owner={owner}'
    begun = f"{started} task-started {work}\n" if started else ""
    end = f"{ended} task-ended {work}\n" if ended else ""
    return DECLARED + f"0:06:00 task-given {work} within={within}\n" + begun + end


def progress(at, person="ana"):
    return f"{at} answered person={person} topic=progress says=soon sure=0.5\n"


@pytest.mark.parametrize(
    ("within", "earned"),
    [(0, 0), (60, 0.5), (119, 0.5), (120, 1), (600, 1), (1200, 1), (1800, 0.5), (2400, 0), (9000, 0)],
)
def test_a_time_box_is_neither_missing_nor_tiny_nor_huge(judge, within, earned):
    (mark,) = judge(rule, look(within, "0:07:00") + ON)
    assert mark.earned == pytest.approx(earned)
    assert (mark.evidence, mark.at) == ((2,), 360)


def test_the_sentence_names_it(judge):
    (boxed,), (free,) = (judge(rule, look(within, "0:07:00") + ON) for within in (600, 0))
    assert boxed.summary == "The look at 'db-shards' had a time-box of 10 min."
    assert free.summary == "The look at 'db-shards' had no time-box."


@pytest.mark.parametrize(
    ("back", "earned"),
    [("0:15:00", 1), ("0:16:00", 1), ("0:18:00", 1), ("0:22:00", 0.75), ("0:26:00", 0.5), ("1:00:00", 0.5)],
)
def test_one_comes_back_within_two_minutes_of_its_end(judge, back, earned):
    (mark,) = [m for m in judge(rule, look(600) + progress(back) + ON) if m.at == 360]
    assert mark.earned == pytest.approx(earned)
    assert mark.evidence == (2, 4)


def test_nobody_who_comes_back_loses_half(judge):
    (mark,) = judge(rule, look(600) + ON)
    assert (mark.earned, mark.evidence) == (0.5, (2,))
    assert mark.summary.endswith("10 min, over at 0:16:00; nobody asked what became of it.")


def test_a_question_before_its_end_or_to_somebody_else_is_no_coming_back(judge):
    for asked in (progress("0:14:00"), progress("0:17:00", "bo")):
        (mark,) = [m for m in judge(rule, look(600) + asked + ON) if m.at == 360]
        assert mark.earned == 0.5


@pytest.mark.parametrize(
    "line",
    [
        "0:17:00 left person=ana\n",
        "0:17:00 task-given task=t2 what=check subject=x owner=ana within=0\n",
    ],
)
def test_letting_them_go_or_giving_them_something_else_is(judge, line):
    marks = [m for m in judge(rule, look(600) + line + ON) if m.at == 360]
    assert [mark.earned for mark in marks] == [1]


def test_what_ended_in_time_needs_nobody(judge):
    assert [mark.earned for mark in judge(rule, look(600, "0:18:00") + ON)] == [1]
    assert [mark.earned for mark in judge(rule, look(600, "0:18:01") + ON)] == [0.5]


def test_the_time_runs_from_when_they_began(judge):
    late = look(600, "0:29:00", started="0:19:00")
    assert [mark.earned for mark in judge(rule, late + ON)] == [1]
    never = look(600, started="")
    assert [mark.earned for mark in judge(rule, never + ON)] == [0.5]


def test_an_incident_that_is_over_needs_no_coming_back(judge):
    assert [mark.earned for mark in judge(rule, look(600) + "0:18:00 resolved\n" + ON)] == [1]
    assert [mark.earned for mark in judge(rule, look(600) + "0:18:01 resolved\n" + ON)] == [0.5]


def test_asking_what_changed_is_no_look_unless_it_has_a_time_box(judge):
    assert judge(rule, look(0, subject="what changed?") + ON) == ()
    assert [m.earned for m in judge(rule, look(300, "0:10:00", subject="what changed?") + ON)] == [1]


def test_nobody_comes_back_to_themselves_and_a_watch_is_no_look(judge):
    assert judge(rule, look(0, owner="commander") + ON) == ()
    assert judge(rule, look(0).replace("investigate", "verify") + ON) == ()


@pytest.mark.parametrize(("within", "earned"), [(0, 0), (1200, 1), (1800, 0.5)])
def test_a_workstream_has_one_too(judge, within, earned):
    opened = f"0:10:00 workstream-opened name=cache leader=raj scope=warm within={within}\n"
    watch = "0:11:00 task-given task=t9 what=verify subject=x owner=raj within=600\n"
    (mark,) = judge(rule, DECLARED + opened + watch + ON)
    assert (mark.earned, mark.evidence, mark.at) == (earned, (2,), 600)
    assert mark.summary.startswith("The workstream 'cache' was opened with ")
    assert mark.summary.endswith("where its leader has to come back within 20 min.") is (within > 1200)


@pytest.mark.parametrize(("at", "earned"), [("0:10:00", 0), ("2:02:00", 0), ("2:03:00", 1)])
def test_in_a_long_incident_it_may_be_as_long_as_between_two_reports(judge, at, earned):
    opened = f"{at} workstream-opened name=cache leader=raj scope=warm within=3600\n"
    watch = "2:11:00 task-given task=t9 what=verify subject=x owner=raj within=600\n"
    (mark,) = judge(rule, DECLARED + opened + watch + '4:00:00 noted text="on it"')
    assert mark.earned == earned


CACHE = "0:10:00 workstream-opened name=cache leader=raj scope=warm within=20m\n"
WATCH = "{} task-given task=t9 what=verify subject=x owner={} within=600\n"


def test_a_workstream_that_is_left_with_nothing_to_do_loses(judge):
    (mark,) = judge(rule, DECLARED + CACHE + ON)
    assert mark.earned == 0
    assert mark.summary == (
        "The workstream 'cache' was opened with a time-box of 20 min, and nobody in it was given anything to "
        "do by its end."
    )
    for late in (WATCH.format("0:31:00", "raj"), WATCH.format("0:11:00", "mei")):
        assert [m.earned for m in judge(rule, DECLARED + CACHE + late + ON)] == [0]
    in_time = WATCH.format("0:29:59", "ana")  # of the leader's team
    assert [m.earned for m in judge(rule, DECLARED + CACHE + in_time + ON)] == [1]


def test_one_that_is_closed_before_anybody_worked_in_it_is_none(judge):
    assert judge(rule, DECLARED + CACHE + "0:29:00 workstream-closed name=cache\n" + ON) == ()
    assert judge(rule, DECLARED + CACHE + "0:29:00 noted text=on\n") == ()


@pytest.mark.parametrize(("at", "pestered"), [("0:08:00", 1), ("0:14:59", 1), ("0:15:00", 0), ("0:17:00", 0)])
def test_who_is_asked_before_their_time_is_up_is_pestered(judge, at, pestered):
    marks = [m for m in judge(rule, look(600, "0:30:00") + progress(at) + ON) if m.at != 360]
    assert [mark.earned for mark in marks] == [0] * pestered


def test_it_says_how_much_too_soon(judge):
    text = look(600) + progress("0:08:00")
    assert (
        judge(rule, text)[-1].summary
        == "At 0:08:00 Ana was asked for progress 8 min before their time was up."
    )


def test_a_question_counts_from_when_it_was_asked(judge):
    asked = "0:14:50 commanded seat=commander text=ask takes=20\n"
    text = look(600) + asked + progress("0:15:20").rstrip() + " #=4\n" + ON
    assert [m.earned for m in judge(rule, text) if m.at != 360] == [0]


@pytest.mark.parametrize(("again", "pestered"), [("0:22:59", 1), ("0:23:00", 0)])
def test_nobody_is_asked_twice_in_five_minutes(judge, again, pestered):
    text = DECLARED + progress("0:18:00", "bo") + progress("0:19:00", "ana") + progress(again, "bo") + ON
    marks = judge(rule, text)
    assert [mark.earned for mark in marks] == [0] * pestered
    if marks:
        assert marks[0].summary == "At 0:22:59 Bo was asked for progress 5 min after the last time."
        assert marks[0].evidence == (4,)


@pytest.mark.parametrize(("answered", "pestered"), [("0:18:40", 0), ("0:18:03", 1)])
def test_two_who_ask_at_once_know_nothing_of_each_other(judge, answered, pestered):
    """The one who speaks first may be answered last; whoever asks after an answer has heard it."""
    spoken = (("0:18:00", "commander"), ("0:18:05", "technical-lead"))
    asked = "".join(f"{at} commanded seat={seat} text=ask takes=7 seen={seat}\n" for at, seat in spoken)
    first = progress(answered, "bo").rstrip() + " #=2\n"
    second = progress("0:18:30", "bo").rstrip() + " #=3\n"
    answers = first + second if answered < "0:18:30" else second + first
    assert [mark.earned for mark in judge(rule, DECLARED + asked + answers + ON)] == [0] * pestered


def test_other_questions_are_no_pestering(judge):
    theory = progress("0:08:00").replace("progress", "theory") * 3
    assert [m.earned for m in judge(rule, look(600, "0:10:00") + theory)] == [1]


def withdrawn(at, within=600, by="commander", before="", begun="0:06:00"):
    work = 'task=t1 what=investigate subject="db-shards" owner=ana'
    taken = f"{at} withdrawn {work} by={by or repr('')}\n{at} task-ended {work}\n"
    return look(within, started=begun) + before + taken + ON


@pytest.mark.parametrize(
    ("at", "within", "marks"),
    [("0:06:30", 600, 0), ("0:15:59", 600, 0), ("0:16:00", 600, 1), ("0:07:59", 0, 0), ("0:08:00", 0, 1)],
)
def test_a_look_that_was_taken_back_before_its_time_was_up_is_none(judge, at, within, marks):
    assert len(judge(rule, withdrawn(at, within))) == marks


@pytest.mark.parametrize(
    "line",
    [
        '0:10:00 clue-found person=ana place=db-shards clue=1 says="Writes are stuck."\n',
        '0:10:00 not-known person=ana place=db-shards says="No."\n',
        progress("0:15:30"),
    ],
)
def test_unless_something_had_come_of_it(judge, line):
    assert [m.earned for m in judge(rule, withdrawn("0:15:45", before=line)) if m.at == 360] == [1]


def test_what_lapsed_as_somebody_else_had_the_answer_was_asked_all_the_same(judge):
    assert len(judge(rule, withdrawn("0:07:00", by=""))) == 1
