"""The values of the debrief, from timelines written as text."""

import pytest

from simulator.debrief import to_html, to_markdown, to_text
from simulator.debrief.axes import RuleLine, _says
from simulator.debrief.changes import changes_of
from simulator.debrief.choices import worst_of
from simulator.debrief.decided import line_of
from simulator.debrief.guide import LONG, SHORT
from simulator.debrief.lessons import habit_of, lesson
from simulator.debrief.luck import luck_of
from simulator.debrief.naming import named, slow_fix
from simulator.debrief.questions import _BY_RULE, about_marks
from simulator.debrief.replays import Replay, Replayed
from simulator.debrief.turning import turns
from simulator.domain.notation import read_timeline
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.explanation import explanation
from simulator.scoring.mark import Mark
from simulator.scoring.rules import RULES
from simulator.scoring.score import score
from simulator.scoring.weighing import Decision, Option
from tests.debrief.conftest import MADE_FROM, REFERENCES, REPORTS
from tests.debriefs import report
from tests.plays import shipped

IMPACT = """
    0:00:00 cause-drawn cause="stalled primary" truth="The primary stopped." seen=truth
    0:00:00 impact-changed failing=9000 arriving=0 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
    0:04:00 declared severity=P1 commander=commander
"""
TWO_AT_ONCE = f"""{IMPACT}
    0:05:00 change-ordered id=c1 change="roll back app" owner=mei
    0:05:00 change-started id=c1 change="roll back app" owner=mei
    0:06:00 change-ordered id=c2 change="restart app" owner=bo
    0:06:00 change-started id=c2 change="restart app" owner=bo
    0:15:00 change-done id=c1 change="roll back app" owner=mei
    0:15:00 change-acted id=c1 change="roll back app" acted=nothing seen=truth
    0:16:00 change-done id=c2 change="restart app" owner=bo
    0:16:00 change-acted id=c2 change="restart app" acted=nothing harmed=yes seen=truth
    0:20:00 verified id=c1 change="roll back app" signal="app errors" window=3m result=same owner=mei
    0:40:00 ended
"""


def test_the_outcome_counts_what_customers_lost(told):
    outcome = told(f"{IMPACT}\n0:10:00 impact-changed failing=0 arriving=9000 total=90000 seen=truth").outcome

    assert (outcome.lost, outcome.worst, outcome.began, outcome.ended) == (90_000, 9000, 0, 600)
    assert [bar.name for bar in outcome.bars] == ["knew the cause", "by the book", "you", "nobody leads"]
    assert [figure.value for figure in outcome.figures] == ["90,000", "9,000", "2 min", "10 min"]


CAME_BACK = f"""{IMPACT}
    0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:05:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:10:00 change-done id=c1 change="turn off new inbox" owner=bo
    0:10:00 impact-changed failing=0 arriving=9000 total=90000 seen=truth
    0:10:00 change-acted id=c1 change="turn off new inbox" acted=cured seen=truth
    0:40:00 revert-started id=c1 change="turn off new inbox" owner=bo
    0:42:00 change-reverted id=c1 change="turn off new inbox" owner=bo
    0:42:00 impact-changed failing=9000 arriving=0 total=90000 seen=truth
    0:42:00 change-acted id=c1 change="turn off new inbox" acted=reverted seen=truth
    0:48:00 impact-changed failing=0 arriving=9000 total=144000 seen=truth
    1:00:00 ended why="ended by the commander"
"""
"""An undo after half an hour of calm lets the outage in again, for six minutes."""


def test_customers_who_were_well_in_between_did_not_fail_meanwhile(told):
    found = told(CAME_BACK)

    assert [(spell.since, spell.until) for spell in found.outcome.spells] == [(0, 600), (2520, 2880)]
    assert found.verdict.happened.startswith(
        "For 16 min in all (10 min, and again for 6 min from 0:42:00 on), up to 9,000 customers"
    )
    last = found.outcome.figures[-1]
    assert (last.what, last.value) == ("customers failed for", "16 min")
    assert [point.text for point in turns(found, LONG) if "customers" in point.text] == [
        "0:10:00 customers well, after 10 min",
        "0:42:00 customers were failing again",
        "0:48:00 customers well again, after 6 min",
    ]


def test_customers_who_still_fail_after_it_came_back_are_told_of(told):
    text = CAME_BACK.partition("    0:48:00")[0]

    assert "some still could not when it ended; it had come back at 0:42:00" in told(text).verdict.happened


def test_a_breath_of_calm_is_no_recovery(told):
    text = f"""{IMPACT}
        0:10:00 impact-changed failing=0 arriving=9000 total=90000 seen=truth
        0:10:30 impact-changed failing=900 arriving=0 total=90000 seen=truth
        0:11:00 impact-changed failing=0 arriving=900 total=90450 seen=truth
    """

    assert told(text).verdict.happened.startswith("For 11 min, up to 9,000 customers")


def test_of_what_comes_and_goes_only_the_first_and_the_last_time_are_marked(told):
    text = IMPACT + "".join(
        f"0:{at}:00 impact-changed failing=0 arriving=9000 seen=truth\n"
        f"0:{at + 5}:00 impact-changed failing=9000 arriving=0 seen=truth\n"
        for at in (10, 20, 30, 40)
    )

    found = told(f"{text}0:50:00 impact-changed failing=0 arriving=9000 seen=truth\n1:00:00 ended")
    assert found.verdict.happened.startswith(
        "For 30 min in all (in 5 stretches, the last from 0:45:00 on), up to 9,000 customers"
    )
    assert [moment.at for moment in found.story.moments if moment.name == "failing again"] == [2700]
    assert [point.text for point in turns(found, LONG) if "customers" in point.text] == [
        "0:10:00 customers well, after 10 min",
        "0:45:00 customers were failing again",
        "0:50:00 customers well again, after 5 min",
    ]


def test_the_undoing_that_let_it_in_again_is_told_with_its_effect(told):
    found = told(CAME_BACK)

    said = "0:42:00 'turn off new inbox' was undone; what was wrong was back"
    assert said in [point.text for point in turns(found, SHORT)]
    assert [deed.undone for deed in found.truth.deeds] == ["undone, and what was wrong was back"]


def test_a_watch_that_could_not_tell_is_no_verification_and_no_neglect(told):
    text = TWO_AT_ONCE.replace("result=same", "result=unclear confounded=c2")

    found = told(text)
    assert [deed.seen for deed in found.truth.deeds] == [
        "watched, but nobody could tell what it did", "never verified",
    ]  # fmt: skip


def test_an_outage_that_goes_on_has_no_end(told):
    outcome = told(IMPACT).outcome

    assert outcome.ended is None
    assert outcome.figures[-1].value == "not yet"


def test_two_changes_in_flight_clash(told):
    story = told(TWO_AT_ONCE).story

    assert [(c.earlier, c.later, c.since, c.until, c.excuse) for c in story.clashes] == [
        ("c1", "c2", 360, 1200, "")
    ]
    assert [(lane.id, lane.result, lane.acted, lane.harmed) for lane in story.changes] == [
        ("c1", "same", "nothing", False),
        ("c2", "never verified", "nothing", True),
    ]


def test_what_each_change_really_did_is_told(told):
    deeds = told(TWO_AT_ONCE).truth.deeds

    assert [(deed.id, deed.did, deed.harmed, deed.seen) for deed in deeds] == [
        ("c1", "did nothing about what was wrong", False, "seen to make no difference"),
        ("c2", "did nothing about what was wrong", True, "never verified"),
    ]


def test_silence_is_measured_against_the_clock(told):
    text = f"""{IMPACT}
        0:06:00 posted audience="status page" state=investigating by=carol
        0:50:00 posted audience="status page" state=identified scope="send a message" by=carol
        0:55:00 resolved
    """
    lane = next(lane for lane in told(text).story.audiences if lane.audience == "status page")

    assert [(post.at, post.state, post.useful) for post in lane.posts] == [
        (360, "investigating", True),
        (3000, "identified", True),
    ]
    assert [silence.overdue > 0 for silence in lane.silences] == [False, True, False]


def test_a_repeat_does_not_stop_the_clock(told):
    text = f"""{IMPACT}
        0:06:00 posted audience="status page" state=investigating by=carol
        0:07:00 posted audience="status page" state=investigating text="Still on it." by=carol
        0:55:00 resolved
    """
    lane = next(lane for lane in told(text).story.audiences if lane.audience == "status page")

    assert [post.useful for post in lane.posts] == [True, False]


def test_people_are_paged_join_and_work(told):
    text = f"""{IMPACT}
        0:05:00 paged person=raj team=datastores
        0:07:00 joined person=raj
        0:08:00 task-started task=t1 what=investigate subject=db-shards owner=raj
        0:12:00 task-ended task=t1 what=investigate subject=db-shards owner=raj
        0:13:00 paged person=bo team=product
        0:18:00 page-unanswered person=bo
        0:20:00 left person=raj
    """
    raj, bo = told(text).story.people

    assert (raj.name, raj.paged, raj.joined, raj.left) == ("Raj", 300, 420, 1200)
    assert [(task.what, task.since, task.until) for task in raj.tasks] == [("investigate", 480, 720)]
    assert (bo.joined, bo.unanswered) == (None, True)


def test_belief_moves_with_what_is_told(told):
    text = f'{IMPACT}\n0:10:00 clue-found person=raj place=db-shards clue=1 says="Writes are stuck."'
    before, after = told(text).story.beliefs
    real = [next(share for share in belief.shares if share.really) for belief in (before, after)]

    assert [share.cause for share in real] == ["stalled primary", "stalled primary"]
    assert (before.at, after.at) == (0, 600)
    assert real[0].share < real[1].share
    assert sum(share.share for share in after.shares) == pytest.approx(1, abs=0.001)


def test_moving_impact_is_one_line_that_keeps_every_number(told):
    text = f"""{IMPACT}
        0:05:00 impact-changed failing=9100 arriving=9000 total=1 seen=truth
        0:06:00 impact-changed failing=9200 arriving=9100 total=2 seen=truth
        0:07:00 noted text=x
    """
    lines = told(text).lines

    assert [line.numbers for line in lines] == [(1,), (2,), (3,), (4,), (5, 6), (7,)]
    assert lines[4].text.startswith("9,200 customers are failing")
    assert lines[4].text.endswith("It was 9,100 at 0:05:00.")


def test_lines_weigh_what_they_matter(told):
    text = """
        0:01:00 commanded seat=commander text="declare P1" takes=20
        0:01:00 declared severity=P1 commander=commander
        0:02:00 task-started task=t1 what=investigate subject=app owner=bo
        0:03:00 joined person=bo
    """
    assert [line.weight for line in told(text).lines] == ["words", "major", "minor", "plain"]


def test_cards_are_the_costliest_and_say_what_was_better(rough_report):
    cards = rough_report.cards

    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    assert [card.regret for card in cards] == sorted((card.regret for card in cards), reverse=True)
    assert all(card.best.cost < card.chosen.cost for card in cards)
    assert all(card.lesson and card.turned_out for card in cards)


def test_a_card_says_how_to_decide_it_again(rough_report):
    assert [card.again for card in rough_report.cards] == [
        f"icsim retry RECORDING --moment {card.number}" for card in rough_report.cards
    ]


def test_a_card_names_the_recording_where_its_name_is_known(case, rough):
    named = report(case(rough), (), replace(MADE_FROM, name="write-stall-7"))

    assert named.cards[0].again == "icsim retry write-stall-7 --moment 1"


def test_the_program_that_knew_the_cause_is_no_bound(told):
    text = f"{IMPACT}\n0:01:00 impact-changed failing=0 arriving=9000 total=9000 seen=truth"

    outdone = told(text).verdict.outdone
    assert "9,000 customer-minutes. In the same world: 31,200 by a program that knew the cause" in outdone
    assert "possible" not in outdone


def test_where_it_made_no_difference_who_led_it_is_told_once(case):
    text = f"{IMPACT}\n0:01:00 impact-changed failing=0 arriving=31200 total=31200 seen=truth"
    alike = [replace(one, lost=31_200) for one in REFERENCES]

    assert report(case(text), alike, MADE_FROM).verdict.outdone == (
        "You lost 31,200 customer-minutes. In the same world it was as many by one that leads by the book, "
        "by a program that knew the cause and with nobody leading."
    )


def _ordered(cost, best):
    """A decision to roll back, in the play of two changes at once."""
    chosen, better = Option("change", "roll back app", cost, 900, 0.5), Option("change", "x", best, 600, 0.5)
    return Decision(300, 300, chosen, better, cost - best, 9000.0, (5,), (), ())


@pytest.mark.parametrize(
    ("acted", "cost", "luck"),
    [
        ("nothing", 100.0, [False]),
        ("nothing", 200.0, []),
        ("cured", 100.0, []),
        ("cured", 200.0, [True]),
    ],
    ids=["sound and unlucky", "poor and useless", "sound and useful", "poor and lucky"],
)
def test_luck_is_told_apart_from_the_choice(case, acted, cost, luck):
    judged = case(
        TWO_AT_ONCE.replace('change="roll back app" acted=nothing', f'change="roll back app" acted={acted}')
    )
    found = luck_of(judged, [_ordered(cost, 100.0)], changes_of(judged))

    assert [each.good for each in found] == luck


def test_what_the_worlds_do_not_bear_out_is_an_inaccuracy_and_nobodys_luck(case):
    judged = case(
        TWO_AT_ONCE.replace('change="roll back app" acted=nothing', 'change="roll back app" acted=cured')
    )
    poor, lanes = _ordered(2e6, 1e6), changes_of(judged)
    assert (line_of(judged, poor, lanes).judged, line_of(judged, poor, lanes).luck) == ("blunder", "lucky")
    options = Replay(poor.chosen, (1.0, 2.0, 3.0), 1.0), Replay(poor.best, (5.0, 6.0, 2.0), 5.0)
    again = Replayed(poor.entries, 7200, options)
    softened = line_of(judged, poor, lanes, again)
    assert (softened.judged, softened.sign, softened.luck) == ("inaccuracy", "?!", "")
    assert luck_of(judged, [poor], lanes, [again]) == ()


def test_praise_is_of_marks_earned(rough_report):
    assert rough_report.praise
    assert all(mark.verdict == "earned" for mark in rough_report.praise)


def test_the_grade_is_explained_by_the_weakest_axis(rough_report):
    weakest = next(axis for axis in rough_report.axes if axis.weakest)

    assert rough_report.verdict.grade == "not yet"
    assert f"{weakest.name} is at {weakest.points}" in rough_report.verdict.reason


def test_what_decided_the_grade_is_told_rule_by_rule_the_dearest_first(rough_report):
    """Of each rule its dearest mark, and how many more there are like it."""
    weakest = next(axis for axis in rough_report.axes if axis.weakest)
    lost = {rule.name: rule.weight * (100 - rule.points) for rule in weakest.rules}
    told, costs = rough_report.verdict.decided, []
    for line in told:
        summary, _, more = line.summary.partition(" And ")
        (rule,) = [rule for rule in weakest.rules if any(mark.summary == summary for mark in rule.marks)]
        poor = sum(mark.verdict != "earned" for mark in rule.marks)
        assert more == {1: "", 2: "one more like it."}.get(poor, f"{poor - 1} more like it.")
        costs.append(lost[rule.name])
    assert len(told) == min(3, sum(1 for cost in lost.values() if cost))
    assert costs == sorted(costs, reverse=True)
    assert costs[0] == max(lost.values())


@pytest.mark.parametrize(
    ("points", "says"),
    [(100, "All of it earned."), (97, "Nearly all of it earned."), (90, "Most was lost on 'cadence' (90).")],
)
def test_what_is_not_all_is_not_called_all(points, says):
    """98 points had stood beside 'all of it earned'."""
    assert _says((RuleLine("cadence", "Cadence", "", "", "", points, 100, ()),)) == says


def test_beside_all_points_of_an_axis_no_loss_is_told():
    rules = (
        RuleLine("cadence", "Cadence", "", "", "", 65, 1, ()),
        RuleLine("x", "X", "", "", "", 100, 99, ()),
    )
    assert _says(rules, 100) == "Nearly all of it earned."
    assert _says(rules, 99).startswith("Most was lost on 'cadence' (65)")


def test_an_axis_names_the_rule_that_cost_it_most(rough_report):
    for axis in rough_report.axes:
        costs = {rule.title.lower(): rule.weight * (100 - rule.points) for rule in axis.rules}
        if not any(costs.values()):
            assert axis.says == "All of it earned."
            continue

        assert f"Most was lost on '{max(costs, key=lambda title: costs[title])}'" in axis.says


@pytest.mark.parametrize(
    ("verdict", "asks"),
    [
        ("over-claimed", "what would have made you wait with it?"),
        ("under-claimed", "what kept you from saying more?"),
        ("stale", "was no longer so?"),
    ],
)
def test_the_question_about_a_state_fits_the_verdict(verdict, asks):
    summary = f"The update to support at 0:58:46 said 'investigating', which was {verdict}: so."
    mark = Mark("true-state", "communication accuracy", 0.5, 1.0, summary, (3,), 3526)
    (question,) = about_marks([mark])
    assert question.text.endswith(asks)


def test_questions_ask_how_and_each_once(rough_report):
    questions = [question.text for question in rough_report.questions]

    assert 3 <= len(questions) <= 7
    assert len(set(questions)) == len(questions)
    assert all(text.lower().startswith("how") for text in questions)
    assert not any("why" in text.lower().split() for text in questions)


@pytest.mark.parametrize(
    ("chosen", "best", "says"),
    [
        (Option("wait", "", 2, 600), Option("look", "app", 1, 240), "who is working, and on what?"),
        (Option("change", "a", 2, 60, 0.2), Option("slow way", "slow", 1, 600), "have 'ship a fix' begun"),
        (
            Option("change", "a", 2, 60, 0.2),
            Option("change", "b", 1, 60, 0.8),
            "'b': 80 % in 60 s. 'a': 20 %",
        ),
        (Option("change", "a", 2, 60, 0.0), Option("change", "b", 1, 60, 0.8), "nothing that was still open"),
        (Option("change", "a", 2, 60, 0.5), Option("change", "a", 1, 60, 0.5), "small first form"),
        (
            Option("change", "a", 2, 60, 0.9, harm=0.6),
            Option("change", "b", 1, 60, 0.8),
            "what it may break",
        ),
        (
            Option("change", "a", 2, 60, 0.2),
            Option("check", "b", 1, 60, 0.8),
            "'b': 80 % in 11 min, the check of 60 s included. 'a': 20 % in 60 s.",
        ),
        (Option("change", "a", 2, 60, 0.2), Option("check", "a", 1, 60, 0.2), "dangerous today"),
        (
            Option("change", "a", 2, 60, 0.2),
            Option("look", "app", 1, 240),
            "the odds stood at 20 %, with 60 s until that would show. A look at app takes 4 min",
        ),
        (
            Option("change", "a", 2, 60, 0.0, part=0.4),
            Option("look", "app", 1, 240),
            "the odds stood at 40 % as one part",
        ),
        (
            Option("change", "a", 2, 60, 0.0),
            Option("look", "app", 1, 240),
            "nothing that was still open fitted. A look at app takes 4 min",
        ),
        (Option("change", "a", 2, 60, 0.2, harm=0.9), Option("look", "app", 1, 240), "what it may break"),
        (
            Option("look", "app", 2, 240),
            Option("change", "a", 1, 60, 0.5),
            "No answer was worth the 4 min that it took. 'a' could be tried at once: 50 %. Start it",
        ),
        (
            Option("look", "app", 2, 240),
            Option("change", "a", 1, 60, 0.99),
            "'a' helps under nearly every cause that was still open (99 %). Start it",
        ),
        (
            Option("look", "app", 2, 240),
            Option("check", "a", 1, 60, 0.5),
            "'a' could be tried at once: 50 %. Have it checked, 60 s, then start it",
        ),
        (Option("look", "app", 2, 240), Option("look", "db", 1, 240), "if I were wrong?"),
    ],
)
def test_every_costly_choice_has_its_habit(chosen, best, says):
    belief = (("this", 0.55), ("that", 0.45))

    decision = Decision(0, 0, chosen, best, 1.0, 900.0, (1,), (), belief)
    assert says in lesson(decision, after=600, slow="ship a fix")


def test_where_the_runbook_has_no_slow_way_help_is_called_for():
    change, slow = Option("change", "a", 2, 60, 0.2), Option("slow way", "the slow way", 1, 600)
    assert "call for somebody who knows what is not in it" in lesson(
        Decision(0, 0, change, slow, 1.0, 900.0, (1,), (), ())
    )


def test_the_slow_way_is_told_as_a_change_of_the_runbook_that_was_not_ordered_before(case):
    slow = Option("slow way", "the slow way", 1, 600)
    ordered = '    0:41:00 change-ordered id=c3 change="ship a hotfix" owner=bo'
    judged = case(f"{TWO_AT_ONCE}{ordered}")
    assert named(slow, slow_fix(judged, len(judged.entries))) == "begin 'ship a hotfix'"
    assert "'ship a hotfix'" not in named(slow, slow_fix(judged, judged.beyond))
    assert named(slow) == "call for help, with nothing in the runbook likely to help"


def test_where_one_cause_stood_out_that_was_enough_to_act_on():
    look, change = Option("look", "app", 2, 240), Option("change", "a", 1, 60, 0.8)
    told = lesson(Decision(0, 0, look, change, 1.0, 900.0, (1,), (), (("this", 0.98), ("that", 0.02))))
    assert "One cause stood out, at 98 %, and 'a' could be tried on it: 80 %. Start it" in told


def test_there_is_a_question_for_every_rule_but_the_decisions_own():
    assert {rule.NAME for rule in RULES} - set(_BY_RULE) <= {"least-regret"}
    assert all(text.startswith("How ") and text.endswith("?") for text in _BY_RULE.values())


def test_a_swoop_is_asked_about(told):
    text = f'{IMPACT}\n0:09:00 swooped who=leadership audience=leadership says="Who is running this?"'

    assert any("stepped in at 0:09:00" in question.text for question in told(text).questions)


def weighed(at, regret, kind):
    """A decision at a second that gave away so much of 1,000 customer-minutes."""
    best = Option("change", "fail over", 1000.0, 60, 0.9)
    chosen = Option(kind, "app", 1000.0 + regret, 60)
    return Decision(at, at, chosen, best, regret, 9000.0, (at,), (), ())


def test_looks_in_a_row_are_one_card():
    looks = [weighed(at, 100.0 * at, "look") for at in (1, 2, 3)]
    others = [weighed(4, 250.0, "change"), weighed(5, 150.0, "check")]
    assert [one.at for one in worst_of(Case(*shipped("write-stall"), ()), [*looks, *others])] == [3, 4, 5]


def test_a_wait_between_them_does_not_part_a_row_of_looks():
    row = [
        weighed(1, 100.0, "look"),
        weighed(2, 120.0, "wait"),
        weighed(3, 300.0, "look"),
        weighed(4, 200.0, "wait"),
    ]
    after = [weighed(5, 50.0, "change"), weighed(6, 40.0, "look")]
    assert [one.at for one in worst_of(Case(*shipped("write-stall"), ()), [*row, *after])] == [3, 4, 5]


def test_who_left_did_so_once(case):
    """The work of others ended twice after that; the costlier wait is the one that is told."""
    left = case("""
        0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
        0:10:00 command-left person=commander
        0:20:00 change-done id=c1 change="roll back app" owner=bo
    """)
    waits = [weighed(at, regret, "wait") for at, regret in ((300, 100.0), (700, 200.0), (1500, 300.0))]
    order = weighed(1200, 50.0, "change")
    assert [one.at for one in worst_of(left, [*waits, order])] == [1500, 300, 1200]


def test_a_check_that_was_not_worth_its_time_is_told_as_one():
    best = Option("change", "fail over", 1000.0, 600, 0.9)
    told = explanation(replace(weighed(1, 500.0, "check"), best=replace(best, name="app")))
    assert told == (
        "Checking whether 'app' is safe takes 60 s, and by what was known that time was worth more than the "
        "harm it could save. The difference was expected to cost 500 customer-minutes."
    )


@pytest.mark.parametrize(
    ("told", "habit"),
    [
        ("Ask first. It takes 60 s.", "Ask first."),
        ("What is wrong? Ask.", "What is wrong?"),
        ("One sentence.", "One sentence."),
    ],
)
def test_the_habit_of_a_lesson_is_its_first_sentence(told, habit):
    assert habit_of(told) == habit


def test_each_habit_is_told_once(rough_report):
    habits = [habit_of(card.lesson) for card in rough_report.cards if not card.lesson.startswith("As at ")]
    assert len(habits) == len(set(habits))


def _best_is_no_better(decision, *lost):
    """The best choice costs twice as much in each world as what was chosen."""
    chosen, best = decision.chosen, decision.best
    mine, other = Replay(chosen, lost, lost[0]), Replay(best, tuple(2 * one for one in lost), 2 * lost[0])
    return Replayed(decision.entries, 7200, (mine, other))


def _alike_in_all_worlds(decision, *lost):
    """Other choices than a decision's cost just the same in each world."""
    options = [decision.chosen, decision.best, *decision.others]
    return Replayed(decision.entries, 7200, tuple(Replay(one, lost, lost[0]) for one in options))


@pytest.mark.parametrize("refuted", [_alike_in_all_worlds, None], ids=["by then none mattered", "no better"])
def test_what_is_said_first_is_of_decisions_that_mattered(case, rough, refuted):
    """The costliest decision of all is told after the others, and nothing is learned from it."""
    judged = case(rough)
    first, second, *_ = worst_of(judged, decisions(judged))
    found = report(
        judged, REFERENCES, MADE_FROM, replayed=[(refuted or _best_is_no_better)(first, 500.0, 700.0)]
    )
    leading, *_, last = found.cards
    assert (last.entries, last.number, last.teaches) == (first.entries, 1, False)
    assert (leading.entries, leading.number, leading.teaches) == (second.entries, 2, True)
    assert f"({leading.clock})" in found.verdict.costliest
    assert any(line.startswith(f"Decide again at {leading.clock}.") for line in found.verdict.ahead)
    asked = [question.text for question in found.questions]
    assert not any(text.startswith(f"How did the choice at {last.clock}") for text in asked)


def test_what_the_worlds_do_not_bear_out_gives_no_advice(case, rough):
    judged = case(rough)
    worst = worst_of(judged, decisions(judged))
    no_better = [_best_is_no_better(one, 500.0, 700.0) for one in worst]
    found = report(judged, REFERENCES, MADE_FROM, replayed=no_better)
    assert found.cards
    for told in (to_html(found, REPORTS), to_markdown(found, REPORTS), to_text(found, 90)):
        assert "it was expected to cost less. Played on, it did not" in " ".join(told.split())
        assert "How to see it next time" not in told
    assert not any(line.startswith("Decide again") for line in found.verdict.ahead)
    refuted = {one.entries for one in worst}
    dearest = max(
        (m for m in score(judged).marks if m.evidence not in refuted), key=lambda m: (m.lost, -m.at)
    )
    assert found.verdict.costliest == dearest.summary, "what cost most is a mark that nothing speaks against"


POOR_THEN_BEST = """
    0:00:00 impact-changed failing=20000 arriving=20000 seen=truth
    0:02:00 alert-fired alert="cache hits low" signal="cache hits" pages=datastores
    0:04:00 joined person=niamh
    0:05:00 task-given task=t1 what=investigate subject=edge owner=niamh
    0:05:00 task-started task=t1 what=investigate subject=edge owner=niamh
    0:09:00 clue-found person=niamh place=edge clue=0 says="Nothing here."
    0:09:00 task-ended task=t1 what=investigate subject=edge owner=niamh
    0:10:00 task-given task=t2 what=investigate subject=cache owner=niamh
    0:10:00 task-started task=t2 what=investigate subject=cache owner=niamh
    0:14:00 clue-found person=niamh place=cache clue=0 says="Nothing here."
    0:14:00 task-ended task=t2 what=investigate subject=cache owner=niamh
    0:15:00 ended
"""


def test_what_the_worlds_do_not_bear_out_costs_most_at_no_later_look_either():
    """A look that was the best one is charged with the poor one before it, whose card gives no advice."""
    scenario, doctrine = shipped("cold-cache")
    judged = Case(scenario, doctrine, read_timeline(POOR_THEN_BEST))
    (card,) = worst_of(judged, decisions(judged))
    no_better = [_best_is_no_better(card, 500.0, 700.0)]
    found = report(judged, REFERENCES, MADE_FROM, replayed=no_better)
    assert not any("look at" in line.summary.lower() for line in found.verdict.decided[:1])
    assert "ook at" not in found.verdict.costliest


def test_what_no_choice_changed_is_told_without_its_numbers(case, rough):
    judged = case(rough)
    first = worst_of(judged, decisions(judged))[0]
    alike = report(judged, REFERENCES, MADE_FROM, replayed=[_alike_in_all_worlds(first, 123456.0)])
    for told in (to_html(alike, REPORTS), to_markdown(alike, REPORTS), to_text(alike, 90)):
        assert "By then no choice made a difference." in " ".join(told.split())
        assert "123,000" not in told


def test_a_change_that_was_told_to_have_worn_off_is_not_called_unverified_only(told):
    gone = '0:25:00 change-wore-off id=c2 change="{}" owner=raj says="It is back."\n'
    made = told(TWO_AT_ONCE).story.changes[1]

    found = told(TWO_AT_ONCE + gone.format(made.change))
    assert found.truth.deeds[1].seen == "no watch told; the call heard that it helped no more"
    assert (found.story.changes[1].told, found.story.changes[1].until) == (1500, 1500)
