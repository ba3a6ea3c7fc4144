"""What went well: decisions before news before records, nothing twice, nothing late, and no error."""

import pytest

from simulator.debrief.decided import DecisionLine
from simulator.debrief.merits import Merits, merits_of
from simulator.debrief.praise import praise_of
from simulator.domain.doctrine import AXES, Axis
from simulator.domain.value import replace
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard
from simulator.scoring.weighing import Decision, Option


def mark(rule, axis, line, earned=1.0, weight=1.0):
    return Mark(rule, axis, earned, weight, f"{rule} on {line}", (line,), line)


def rule(name, points, weight, *marks):
    return RuleScore(name, points, weight, marks)


def card(**axes):
    """A scorecard of axes by the first word of their names: their points and rules."""
    named = {axis.split()[0]: axis for axis in AXES}
    found = {named[name]: AxisScore(named[name], points, rules) for name, (points, rules) in axes.items()}
    scores = tuple(found.get(axis, AxisScore(axis, None, ())) for axis in AXES)
    marks = tuple(one for score in scores for each in score.rules for one in each.marks)
    return Scorecard("x", scores, marks, "not yet")


def told(found):
    return [line.summary for line in praise_of(found)]


@pytest.fixture
def steady():
    """Rules of `command`: one asked once, and one that was kept three times of three."""
    axis = "command"
    once = rule("fill-roles", 100, 1, mark("fill-roles", axis, 1))
    kept = rule("sitreps", 100, 3, *[mark("sitreps", axis, line) for line in (2, 3, 4)])
    return once, kept


def test_the_best_axis_comes_first_and_each_axis_has_its_turn(steady):
    closed = rule("resolve-on-recovery", 80, 1, mark("resolve-on-recovery", "wrap-up", 5))
    found = card(command=(100, steady))
    assert told(found)[0] == "sitreps on 2"
    closed_late = AxisScore("wrap-up", 80.0, (closed,))
    both = tuple(closed_late if axis.axis == "wrap-up" else axis for axis in found.axes)
    assert told(Scorecard("x", both, found.marks, "not yet"))[:3] == [
        "sitreps on 2", "resolve-on-recovery on 5", "sitreps on 3",
    ]  # fmt: skip


EASY: Axis = "easy fix first"


def of(axis, name, *lines, weight=1.0):
    return rule(name, 100, 1, *[mark(name, axis, line, weight=weight) for line in lines])


@pytest.fixture
def played(steady):
    """A play in which everything earned: an order and a look, their watches, news, and records."""
    easy = (of(EASY, "check-hazards", 9), of(EASY, "least-regret", 11, 13))
    watched = (of("sequencing", "verify-before-next", 12), of("sequencing", "say-the-change-aloud", 10))
    return card(
        easy=(71, easy),
        sequencing=(90, watched),
        severity=(100, (of("severity", "right-severity", 1),)),
        communication=(100, (of("communication accuracy", "true-scope", 7),)),
        command=(100, steady),
    )


def test_what_was_decided_comes_first_then_what_was_told_then_all_else(played):
    assert told(played) == [
        "check-hazards on 9",
        "least-regret on 11",
        "verify-before-next on 12",
        "true-scope on 7",
        "sitreps on 2",
    ]


def test_of_choices_those_are_praised_that_were_a_merit_the_best_first(played):
    merits = Merits(best=((13,), (11,)), errors=frozenset())
    assert [line.summary for line in praise_of(played, merits=merits)][1] == "least-regret on 13"
    none = Merits(best=(), errors=frozenset())
    assert not [line for line in praise_of(played, merits=none) if "least-regret" in line.summary]


def test_nobody_is_praised_for_how_they_handled_an_error(played):
    found = praise_of(played, merits=Merits(best=(), errors=frozenset((9, 10, 12))))
    assert [line.summary for line in found][:2] == ["right-severity on 1", "true-scope on 7"]
    assert not {"check-hazards on 9", "verify-before-next on 12"} & {line.summary for line in found}


def test_a_large_change_that_was_prepared_is_praised_for_all_of_it():
    asked = Mark("ask-for-objections", "sequencing", 1, 1, "The call was asked.", (3, 5), 5)
    said = Mark("say-the-change-aloud", "sequencing", 1, 1, "Why was said.", (5,), 5)
    checked = Mark("check-hazards", EASY, 1, 1, "It was safe.", (2, 5), 5)
    found = card(
        sequencing=(100, (rule("ask-for-objections", 100, 1, asked), rule(said.rule, 100, 1, said))),
        easy=(100, (rule("check-hazards", 100, 1, checked),)),
    )
    (line,) = praise_of(found)
    assert line.summary == "The call was asked; its dangers had been checked, and the reason was said."
    assert line.evidence == (2, 3, 5)


def test_merits_and_errors_are_told_by_the_class_that_stands(case):
    look, order = Option("look", "app", 900.0, 240), Option("change", "a", 100.0, 240)
    wait = Option("wait", "", 100.0, 240)
    made = [
        Decision(n, n, one, one, 0.0, 900.0, (n,), (), ()) for n, one in enumerate((look, order, order, wait))
    ]
    judged = ("best", "good", "inaccuracy", "blunder")
    assert merits_of(case(""), made, classed(*judged)) == Merits(best=((1,), (0,)), errors=frozenset((2,)))


def classed(*judged):
    return [DecisionLine(n, "", "", word, "", "", "", (n,)) for n, word in enumerate(judged)]


def decided(line, kind, name, regret=0.0):
    one = Option(kind, name, 1000.0 + regret, 240)
    return Decision(line, line, one, replace(one, cost=1000.0), regret, 900.0, (line,), (), ())


def merits(case, text, *made, marks=()):
    lines = [DecisionLine(one.at, "", "", "best", "", "", "", one.entries) for one in made]
    return merits_of(case(text), made, lines, marks)


def test_a_choice_that_gave_something_away_is_tolerated_and_no_praise(case):
    made = [decided(1, "change", "a", regret=40.0), decided(2, "change", "b", regret=20.0)]
    assert merits(case, "", *made).best == ((2,),)


LAPSED = """
    0:03:00 task-given task=t1 what=investigate subject=db-shards
    0:04:00 task-given task=t2 what=investigate subject=app owner=ana within=5m
    0:04:00 task-started task=t2 what=investigate subject=app owner=ana
    0:07:00 task-ended task=t1
"""


def test_a_look_that_nobody_took_up_is_no_praise(case):
    assert merits(case, LAPSED, decided(1, "look", "db-shards"), decided(2, "look", "app")).best == ((2,),)


def test_a_look_by_somebody_who_does_not_know_the_place_is_no_praise(case):
    asked_sean = """
    0:03:00 task-given task=t1 what=investigate subject=app owner=sean within=5m
    0:03:00 task-started task=t1 what=investigate subject=app owner=sean
    0:05:00 not-known person=sean place=app says="No use asking me about app, sorry."{longer}
    0:05:00 task-ended task=t1 what=investigate subject=app owner=sean
    """
    look = decided(1, "look", "app")
    assert merits(case, asked_sean.format(longer=""), look).best == ()
    assert merits(case, asked_sean.format(longer=" longer=yes"), look).best == ((1,),)


def test_a_look_that_was_badly_asked_for_is_no_praise(case):
    box = Mark("time-boxes", "command", 0.0, 1, "The look at 'app' had no time-box.", (2,), 240)
    assert merits(case, LAPSED, decided(2, "look", "app"), marks=[box]).best == ()


def test_a_check_whose_answer_was_known_is_no_praise(case):
    asked_twice = """
    0:03:00 task-given task=t1 what=check subject="clear cache" owner=ana
    0:03:00 task-started task=t1 what=check subject="clear cache" owner=ana
    0:05:00 hazard-checked change="clear cache" hazard="main database has no headroom" holds=no
    0:30:00 task-given task=t2 what=check subject="clear cache" owner=ana
    0:30:00 task-started task=t2 what=check subject="clear cache" owner=ana
    """
    made = [decided(line, "check", "clear cache") for line in (1, 4)]
    assert merits(case, asked_twice, *made).best == ((1,),)


def test_an_order_that_was_out_of_sequence_is_no_praise(case):
    """Of two changes at once the later one, also where it was ordered before the other."""
    two = """
    0:10:00 change-ordered id=c1 change="clear cache" owner=ana
    0:11:00 change-ordered id=c2 change="roll back app" owner=bo
    0:11:00 change-started id=c2 change="roll back app" owner=bo
    0:14:00 change-started id=c1 change="clear cache" owner=ana
    """
    clash = Mark("one-change-at-a-time", "sequencing", 0.0, 1, "'clear cache' was begun", (1, 2), 840)
    made = [decided(1, "change", "clear cache"), decided(2, "change", "roll back app")]
    assert merits(case, two, *made, marks=[clash]) == Merits(best=((2,),), errors=frozenset((1,)))
    unwatched = replace(clash, rule="verify-before-next", evidence=(2,))
    assert merits(case, two, *made, marks=[unwatched]) == Merits(best=((1,),), errors=frozenset((2,)))


def test_a_rule_that_was_asked_once_does_not_come_before_one_that_was_kept(steady):
    assert told(card(command=(100, steady)))[0] == "sitreps on 2"


def test_what_was_not_quite_in_time_is_no_praise():
    late = rule("sitreps", 96, 1, mark("sitreps", "command", 2, 0.96), mark("sitreps", "command", 3))
    assert told(card(command=(98, (late,)))) == ["sitreps on 3"]


def test_what_ends_in_one_line_is_said_once():
    one = rule("fill-roles", 100, 2, mark("fill-roles", "command", 7))
    other = rule("sitreps", 100, 1, mark("sitreps", "command", 7))
    assert told(card(command=(100, (one, other)))) == ["fill-roles on 7"]


@pytest.mark.parametrize(
    ("earned", "says"),
    [
        ((1, 1, 1), "All 3 further updates came in time."),
        ((1, 0, 1), "2 of 3 further updates came in time."),
    ],
)
def test_a_cadence_that_was_kept_is_praised_as_a_whole(earned, says):
    axis: Axis = "communication timeliness"
    kept = rule("cadence", 90, 1, *[mark("cadence", axis, n, one) for n, one in enumerate(earned, 1)])
    found = card(command=(None, ()))
    axes = tuple(AxisScore(axis, 90.0, (kept,)) if one.axis == axis else one for one in found.axes)
    assert told(Scorecard("x", axes, kept.marks, "not yet"))[0] == says


TIMELY: Axis = "communication timeliness"


@pytest.mark.parametrize(("late", "weight", "praised"), [(1, 1, True), (0.9, 1, False), (0.5, 0.5, True)])
def test_updates_that_came_later_than_promised_are_not_praised_as_in_time(late, weight, praised):
    """Not to promise anything breaks no promise."""
    kept = rule("cadence", 100, 3, mark("cadence", TIMELY, 1), mark("cadence", TIMELY, 2))
    promises = mark("promises-kept", TIMELY, 3, late, weight), mark("promises-kept", TIMELY, 4)
    promised = rule("promises-kept", 90, 1, *promises)
    said = told(card(communication=(98, (kept, promised))))
    assert ("All 2 further updates came in time." in said) is praised
    assert ("promises-kept on 4" in said) is praised


@pytest.mark.parametrize(("earned", "praised"), [(0.5, True), (0.0, False)])
def test_what_a_first_update_said_is_no_praise_where_it_came_far_too_late(earned, praised):
    heard = Mark("first-post", TIMELY, earned, 1, "heard on 7", (1, 7), 7)
    found = card(communication=(20, (rule("first-post", 0, 3, heard), of(TIMELY, "scope-post", 7))))
    assert ("scope-post on 7" in told(found)) is praised
    never = Mark("first-post", TIMELY, 0, 1, "never heard", (7,), 7)
    found = card(communication=(20, (rule("first-post", 0, 3, never), of(TIMELY, "scope-post", 7))))
    assert "scope-post on 7" in told(found)


def test_of_dozens_of_lines_a_few_are_cited():
    work = Mark("commander-commands", "command", 1, 1, "done by others", tuple(range(1, 57)), 1)
    found = card(command=(100, (rule("commander-commands", 100, 1, work),)))
    (line,) = praise_of(found)
    assert line.summary == "You led, and gave all technical work to others: 56 pieces of it."
    assert line.evidence == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(("true", "praised"), [(1.0, True), (0.5, True), (0.0, False)])
def test_nobody_is_praised_for_how_soon_they_told_what_was_not_so(true, praised):
    first = rule("first-post", 100, 3, mark("first-post", "communication timeliness", 7))
    state = rule("true-state", 100 * true, 3, mark("true-state", "communication accuracy", 7, earned=true))
    told_when, told_what = AXES.index("communication timeliness"), AXES.index("communication accuracy")
    scores = [AxisScore(axis, None, ()) for axis in AXES]
    scores[told_when] = AxisScore("communication timeliness", 100, (first,))
    scores[told_what] = AxisScore("communication accuracy", 100 * true, (state,))
    found = Scorecard("x", tuple(scores), (*first.marks, *state.marks), "not yet")
    assert ("first-post on 7" in told(found)) is praised
