"""Every decision with its class in a word and a sign; luck and confidence apart; replays in words."""

import pytest

from simulator.debrief import Replay, Replayed
from simulator.debrief.decided import decided_of
from simulator.debrief.replays import doubted, lines_of, quantile, sentence_of
from simulator.domain.value import replace
from simulator.scoring.classes import SIGNS
from simulator.scoring.weighing import Decision, Option

SURE = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:13:00 called-mitigated sure=90
0:20:00 called-mitigated sure=90
0:40:00 resolved sure=60
0:55:00 ended why=x
"""


def test_every_decision_is_a_line_with_a_word_and_its_sign(rough_report):
    assert rough_report.decided.lines
    for line in rough_report.decided.lines:
        assert SIGNS[line.judged] == line.sign
        assert bool(line.regrets) == (line.judged in ("inaccuracy", "mistake", "blunder"))
    cards = {(card.clock, card.judged) for card in rough_report.cards}
    assert cards <= {(line.clock, line.judged) for line in rough_report.decided.lines}


def test_they_are_counted_in_a_sentence(rough_report):
    says = rough_report.decided.says
    for judged in {line.judged for line in rough_report.decided.lines}:
        assert (judged[:9] if judged != "no matter" else "made no difference by what was known") in says


def test_choices_that_made_no_difference_are_not_counted_as_a_class_of_their_own(case):
    alike = [replace(DECIDED, chosen=B, best=B, regret=0.0, choices=4, as_good=4)] * 2
    assert decided_of(case(SURE), alike, ()).says == "2 that made no difference by what was known"


def test_a_wait_that_was_tolerated_is_no_decision(case):
    wait = Option("wait", "", 50.0, 600)
    sound, poor = (replace(DECIDED, chosen=wait, regret=regret) for regret in (0.1, 400.0))
    told = decided_of(case(SURE), [sound, poor], ())
    assert ([line.judged for line in told.lines], told.says) == (["blunder"], "1 blunder")


def test_the_page_does_not_tell_classes_by_colour_alone(rough_page, rough_report):
    text = " ".join(rough_page.text.split())
    for line in rough_report.decided.lines:
        assert f"{line.sign} {line.judged}" in text


def test_a_play_without_decisions_has_no_such_part(told):
    empty = told("0:02:00 alert-fired alert='write time' signal='shard write time' pages=datastores")
    assert (empty.decided.says, empty.decided.lines) == ("", ())
    assert (empty.confidence.says, empty.confidence.lines) == ("", ())


def test_how_sure_one_was_is_told_in_words(told):
    found = told(SURE).confidence
    assert found.says.startswith("You said 60 % sure once, right never and 90 % sure twice, right never.")
    assert [line.right for line in found.lines] == ["wrong", "wrong", "wrong"]
    assert found.brier == pytest.approx((0.36 + 0.81 + 0.81) / 3)


A, B = Option("change", "a", 100.0, 60), Option("change", "b", 50.0, 60)
DECIDED = Decision(60, 60, A, B, 50.0, 100.0, (7,), (), ())


def replayed(mine, best):
    return Replayed((7,), 7200, (Replay(A, mine, mine[0]), Replay(B, best, best[0])))


def test_options_are_told_by_their_middle_world_and_range():
    found = replayed((100.0, 200.0, 300.0), (50.0, 250.0, 60.0))
    lines = lines_of(DECIDED, found, ["order a", "order b"])
    assert [line.says for line in lines] == ["200 (120 to 280)", "60 (52 to 212)"]
    assert [(line.yours, line.best, line.fewer) for line in lines] == [(True, False, 0), (False, True, 2)]
    assert sentence_of(found, lines).endswith("In 2 of the 3 the best choice cost less than what was done.")


def test_where_nothing_made_a_difference_that_is_said():
    found = replayed((100.0, 200.0), (101.0, 199.0))
    lines = lines_of(DECIDED, found, ["order a", "order b"])
    assert sentence_of(found, lines).endswith("By then no choice made a difference.")


C = Option("change", "c", 60.0, 60)
APART = (
    "It need not be as expected: that is an average over causes, with the best order of all that follows, "
    "and here a program goes on by the book."
)


def said(mine, best, another):
    """What is said of a decision between what was done, what was best, and another option."""
    lost = (A, mine), (B, best), (C, another)
    found = Replayed((7,), 7200, tuple(Replay(option, each, each[0]) for option, each in lost))
    names = ["order 'a'", "order 'b'", "order 'c'"]
    return sentence_of(found, lines_of(DECIDED, found, names), doubted(DECIDED, found))


def test_an_option_that_did_better_than_the_best_choice_is_named():
    told = said((100.0, 200.0, 300.0), (90.0, 150.0, 250.0), (50.0, 60.0, 260.0))
    assert told.endswith(
        "In 3 of the 3 the best choice cost less than what was done. To order 'c' did better than all: in 2 "
        f"of the 3 it cost less than the best choice. {APART}"
    )


def test_one_that_did_so_in_no_more_than_six_worlds_in_ten_is_not():
    told = said((100.0, 200.0, 300.0), (90.0, 150.0, 250.0), (95.0, 60.0, 260.0))
    assert told.endswith("In 3 of the 3 the best choice cost less than what was done.")


def test_that_the_best_choice_cost_more_in_this_world_is_said():
    told = said((100.0, 200.0, 300.0), (140.0, 150.0, 250.0), (150.0, 160.0, 260.0))
    assert told.endswith(
        "In 2 of the 3 the best choice cost less than what was done; in this world it cost more. " + APART
    )


SOFTENED = (
    "By what was known it was expected to cost less. Played on, it did not, or not clearly: this is an "
    "inaccuracy at most, and no advice follows from it."
)


@pytest.mark.parametrize(
    ("mine", "best", "says"),
    [
        (
            (100.0, 200.0, 300.0), (150.0, 250.0, 260.0),
            "In 1 of the 3 the best choice cost less than what was done.",
        ),
        (
            (528.0, 525.0, 528.0), (528.0, 526.0, 528.0),
            "By then no choice made a difference.",
        ),
        (
            (617.0, 434.0, 712.0), (691.0, 150.0, 695.0),
            "In 2 of the 3 the best choice cost less than what was done, but not in the middle one.",
        ),
        (
            (200.0, 200.0, 200.0, 200.0, 200.0), (150.0, 150.0, 150.0, 260.0, 260.0),
            "In 3 of the 5 the best choice cost less than what was done.",
        ),
    ],
    ids=["mostly dearer", "both alike", "a dearer middle", "no more than six in ten"],
)  # fmt: skip
def test_what_the_worlds_do_not_bear_out_is_doubted(mine, best, says):
    found = replayed(mine, best)
    assert doubted(DECIDED, found)
    lines = lines_of(DECIDED, found, ["order a", "order b"])
    assert sentence_of(found, lines, doubt=True).endswith(f"{says} {SOFTENED}")


def test_yours_is_held_against_the_best_and_not_against_the_others():
    """A third choice that would have been worse does not make the two any different."""
    both, other = (528.0, 525.0, 528.0), Option("change", "c", 60.0, 60)
    found = Replayed((7,), 7200, (*replayed(both, both).options, Replay(other, (557.0,) * 3, 557.0)))
    assert doubted(DECIDED, found)
    lines = lines_of(DECIDED, found, ["order a", "order b", "order c"])
    assert f"In none of the 3 did the best choice cost less than what was done. {SOFTENED}" in sentence_of(
        found, lines, doubt=True
    )


@pytest.mark.parametrize(
    ("mine", "best"),
    [
        ((100.0, 200.0, 300.0), (50.0, 250.0, 60.0)),
        ((100.0, 200.0, 300.0), (100.0, 150.0, 60.0)),
        ((300.0, 100.0, 310.0, 320.0, 110.0), (301.0, 101.0, 10.0, 20.0, 111.0)),
    ],
    ids=["dearer once", "alike but twice", "nearly alike but twice"],
)
def test_what_they_bear_out_is_not(mine, best):
    assert not doubted(DECIDED, replayed(mine, best))


def test_the_best_choice_itself_is_not_doubted():
    assert not doubted(replace(DECIDED, chosen=B, best=B), replayed((100.0, 200.0), (50.0, 60.0)))


@pytest.mark.parametrize(("share", "value"), [(0.0, 1.0), (0.5, 2.5), (1.0, 4.0), (0.1, 1.3)])
def test_a_quantile_lies_on_the_line_between_two_values(share, value):
    assert quantile([4.0, 1.0, 3.0, 2.0], share) == pytest.approx(value)
    assert quantile([7.0], share) == 7.0
