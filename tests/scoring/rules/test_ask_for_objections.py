"""Ask for objections: before what is large, with time to answer, and what is raised is answered."""

import pytest

from simulator.scoring.rules import ask_for_objections as rule

BIG = "fail over a shard"


def order(change=BIG, at="0:10:00", began="0:10:00", made="c1", form="", because=""):
    return f"""
        {at} change-ordered id={made} change="{change}" owner=ana {form} because="{because}"
        {began} change-started id={made} change="{change}" owner=ana
    """


def poll(at="0:05:00", change=BIG):
    return f'{at} polled change="{change}"\n'


def silence(at="0:05:20", change=BIG):
    return f'{at} nobody-objected change="{change}"\n'


def objection(at="0:05:20", change=BIG, person="ana"):
    return f'{at} objected person={person} change="{change}" says="It may be behind."\n'


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("fail over a shard", "it cannot be undone"),
        ("roll back app", "undoing it takes 15 min"),
        ("throttle traffic", "it turns customers away"),
        ("restore a shard from backup", "it puts an old copy of the data back"),
        ("restore the edge rules", "most customers are behind it and the runbook warns of it"),
    ],
)
def test_what_is_large_is_asked_about(judge, change, why):
    (unasked,) = judge(rule, order(change))
    assert unasked.earned == 0
    assert unasked.summary.endswith(f"without asking for strong objections, though {why}.")
    (asked,) = judge(rule, poll(change=change) + silence(change=change) + order(change))
    assert asked.earned == 1
    assert "the call was asked, and nobody objected." in asked.summary
    assert asked.evidence == (1, 2, 3)


def talk(at, seat, text):
    return f'{at} spoke seat={seat} text="{text}"\n'


def test_people_at_keyboards_are_asked_in_so_many_words(judge):
    """As on a real call: a commander had asked and been answered, and was told that nobody was asked."""
    asked = talk("0:05:00", "commander", "Cem, last objection to the failover of a shard?")
    answer = talk("0:05:30", "technical-lead", "None from me.")
    (mark,) = judge(rule, asked + answer + order())
    assert (mark.earned, mark.evidence) == (1, (1, 2, 3))
    assert mark.summary.endswith("the call was asked, and somebody answered.")


ASKED = talk("0:05:00", "commander", "Any objections to the shard plan?")


@pytest.mark.parametrize(
    "said",
    [
        ASKED,
        ASKED + talk("0:05:30", "commander", "None, then."),
        ASKED.replace("Any", "No").replace("?", ".") + talk("0:05:30", "responder", "No."),
        ASKED.replace("the shard plan", "lunch") + talk("0:05:30", "responder", "No."),
        ASKED.replace("Any objections to", "How is") + talk("0:05:30", "responder", "Slow."),
        talk("0:05:30", "responder", "I object to the shard plan?"),
    ],
)
def test_talk_is_no_poll_when_nobody_is_asked_or_nobody_answers(judge, said):
    (mark,) = judge(rule, said + order())
    assert mark.earned == 0
    assert "without asking" in mark.summary


@pytest.mark.parametrize(
    "change", ["turn off new inbox", "add shard replicas", "block the noisiest customer"]
)
def test_what_is_soon_undone_is_just_done(judge, change):
    assert judge(rule, order(change)) == ()


def test_the_small_first_form_needs_no_question(judge):
    assert judge(rule, order("roll back app", form="staged=yes")) == ()


def test_what_the_runbook_does_not_know_is_not_judged(judge):
    assert judge(rule, order("wave a wand")) == ()


def test_an_order_that_nobody_took_up_is_not_judged(judge):
    assert judge(rule, f'0:10:00 change-ordered id=c1 change="{BIG}" owner=ana') == ()


def test_a_question_without_time_to_answer_is_a_phrase(judge):
    (mark,) = judge(rule, poll("0:09:55") + order(began="0:12:00") + silence("0:10:15"))
    assert mark.earned == 0
    assert "given 5 s to object" in mark.summary


def test_an_answered_question_counts_also_when_it_was_asked_again(points):
    assert points(rule, poll() + silence() + poll("0:09:59") + order()) == 1


@pytest.mark.parametrize(("at", "earned"), [("0:40:00", 0), ("0:30:00", 1)])
def test_what_the_call_said_holds_for_half_an_hour(points, at, earned):
    assert points(rule, poll("0:05:00") + silence() + order(at=at, began=at)) == earned


def test_a_question_about_another_change_is_none_about_this(judge):
    marks = judge(rule, poll(change="clear cache") + silence(change="clear cache") + order())
    assert [mark.earned for mark in marks] == [0]


@pytest.mark.parametrize("result", ["better", "recovered", "same"])
def test_what_was_seen_to_help_on_a_part_is_not_asked_about_again(judge, result):
    part = order("roll back app", "0:01:00", "0:01:00", form="staged=yes")
    seen = f"""
        0:03:00 change-done id=c1 change="roll back app"
        0:06:00 verified id=c1 change="roll back app" signal="app errors" result={result}
    """
    marks = judge(rule, part + seen + order("roll back app", made="c2"))
    assert len(marks) == (result == "same")


@pytest.mark.parametrize("change", [BIG, "turn off new inbox"])
def test_an_objection_overrun_earns_nothing_also_on_a_small_change(judge, change):
    marks = judge(rule, objection("0:09:00", change) + order(change))
    assert [mark.earned for mark in marks] == [0] * (2 if change == BIG else 1)
    assert any("it was done without an answer" in mark.summary for mark in marks)


SAFE = f'hazard-checked person=ana change="{BIG}" hazard="replica is behind" holds=no\n'
ACTS = {
    "a check": f'{{at}} task-given task=t1 what=check subject="{BIG}" owner=ana\n',
    "an answer to a check": "{at} " + SAFE,
    "a question back": "{at} task-given task=t1 what=answer subject=theory owner=ana\n",
    "an answer": '{at} answered person=ana topic=theory says="It lags." sure=0.5\n',
    "an undoing": f'{{at}} revert-started id=c1 change="{BIG}" owner=ana\n',
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_deed_answers_an_objection(judge, act):
    asked, raised = judge(rule, poll() + objection() + act.format(at="0:06:00") + order())[-2:]
    assert {asked.earned, raised.earned} == {1}
    told = [mark.summary for mark in (asked, raised)]
    assert any("that was looked into at 0:06:00" in text for text in told)
    assert any("the call was asked, and somebody objected" in text for text in told)


OTHER = {
    "another's answer": '0:06:00 answered person=raj topic=theory says="It lags." sure=0.5\n',
    "another check": '0:06:00 task-given task=t1 what=check subject="clear cache" owner=ana\n',
    "another undoing": '0:06:00 revert-started id=c9 change="clear cache" owner=ana\n',
    "a look": "0:06:00 task-given task=t1 what=investigate subject=app owner=ana\n",
    "two words": '0:06:00 decided text="do it"\n',
    "an alert": '0:06:00 alert-fired alert="app errors" signal="app errors" pages=product\n',
}


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_anything_else_is_no_answer(judge, other):
    assert 0 in [mark.earned for mark in judge(rule, poll() + objection() + other + order())]


DECIDED = '0:06:00 decided text="waiting costs more than what it breaks"\n'
CHECKED = "0:04:00 " + SAFE
REASON = "writes have been stuck for an hour"


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        (objection() + DECIDED + order(), 0.5),
        (CHECKED + objection() + DECIDED + order(), 1),
        (objection() + order(because=REASON), 0.5),
        (CHECKED + objection() + order(because=REASON), 1),
        (CHECKED + objection() + order(because="hurry up"), 0),
        (DECIDED + objection("0:07:00") + order(), 0),
    ],
    ids=[
        "unchecked",
        "checked",
        "in the order",
        "in the order, checked",
        "no reason",
        "before it was raised",
    ],
)
def test_a_reason_answers_what_cannot_be_checked(judge, text, earned):
    raised = [mark for mark in judge(rule, text) if "objected to" in mark.summary]
    assert [mark.earned for mark in raised] == [earned]
    if earned == 0.5:
        assert "though nobody had checked whether 'replica is behind'" in raised[0].summary


@pytest.mark.parametrize(("at", "earned"), [("0:12:00", 1), ("0:14:00", 0)])
def test_who_objects_as_it_begins_is_answered_within_three_minutes(judge, at, earned):
    raised = objection("0:10:00", "turn off new inbox")
    text = order("turn off new inbox") + raised + f'{at} decided text="it is off within a minute"\n'
    assert [mark.earned for mark in judge(rule, text)] == [earned]


def test_who_holds_an_order_back_may_be_answered_until_it_begins(judge):
    raised = objection("0:10:00", "turn off new inbox")
    text = '0:15:00 decided text="it is off within a minute"\n'
    ordered = order("turn off new inbox", began="0:16:00").splitlines(keepends=True)
    assert [m.earned for m in judge(rule, ordered[1] + raised + text + ordered[2])] == [1]


def test_an_objection_after_it_began_is_about_the_next_making(judge):
    assert judge(rule, order("turn off new inbox") + objection("0:11:00", "turn off new inbox")) == ()


def test_an_objection_is_held_against_one_making_only(judge):
    again = order("turn off new inbox", "0:20:00", "0:20:00", "c2")
    text = objection("0:09:00", "turn off new inbox") + order("turn off new inbox") + again
    assert len(judge(rule, text)) == 1


def test_polling_what_is_trivial_costs_a_little(judge):
    (mark,) = judge(rule, poll(change="turn off new inbox"))
    assert (mark.earned, mark.weight) == (0.5, 0.5)
    assert mark.summary.startswith("The call was asked about 'turn off new inbox' at 0:05:00: ")
    assert mark.summary.endswith("it is quickly undone, and needs no asking.")


@pytest.mark.parametrize("change", ["scale out app", "block the noisiest customer", "wave a wand"])
def test_what_is_neither_large_nor_trivial_may_be_polled(judge, change):
    assert judge(rule, poll(change=change)) == ()


def test_a_check_that_was_taken_back_before_it_told_anything_answers_nobody(judge):
    work = f'task=t1 what=check subject="{BIG}" owner=ana'
    check = f"0:06:00 task-given {work}\n"
    taken = f"0:06:30 withdrawn {work} by=commander\n"
    told = f'0:06:10 hazard-checked change="{BIG}" hazard="replica is behind" holds=no\n'
    for text, answered in ((check, True), (check + taken, False), (check + told + taken, True)):
        marks = judge(rule, poll() + objection() + text + order())
        assert any("done without an answer" in mark.summary for mark in marks) is not answered
