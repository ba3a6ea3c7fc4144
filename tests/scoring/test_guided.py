"""A facilitator's doing is charged to nobody, and stands in the debrief."""

import pytest

from simulator.debrief.guided import guided_of
from simulator.debrief.reader import reader_of
from simulator.scoring.guided import shadows, spared
from simulator.scoring.rules import declare_early, end_promptly, resolve_on_recovery, undo_or_record
from simulator.scoring.score import all_marks

NUDGE = "0:01:00 nudged service=app pull=errors amount=30 lasts=10m seen=truth\n"
ALERT = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
LATE = "0:40:00 declared severity=P1 commander=you\n"
ENDED = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:20:00 impact-changed failing=0 arriving=0 seen=truth
0:36:00 resolved
1:30:00 commanded seat=SEAT text=end seen=SEAT
1:30:00 ended why=over #=5
"""
RESOLVED = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=you
NUDGED
0:20:00 resolved
0:40:00 impact-changed failing=0 arriving=9000 seen=truth
"""
USELESS = """
0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
0:05:00 change-started id=c1 change="turn off new inbox" owner=bo
0:09:00 change-done id=c1 change="turn off new inbox"
NUDGED
0:12:00 verified id=c1 change="turn off new inbox" signal="app errors" window=2m result=worse
1:00:00 resolved
"""


@pytest.fixture
def marks(case):
    """The marks of a rule on a timeline, and those of them that are spared."""

    def found(rule, text):
        it = case(text)
        every = list(rule.marks(it))
        assert every
        return every, [mark for mark in every if spared(it, mark)]

    return found


@pytest.mark.parametrize(
    ("rule", "text", "nudge"),
    [
        (declare_early, "NUDGED" + ALERT + LATE, NUDGE),
        (undo_or_record, USELESS, "0:10:00 nudged service=app pull=errors amount=30 lasts=10m seen=truth"),
        (resolve_on_recovery, RESOLVED, "0:15:00 nudged service=app pull=load amount=5 lasts=8m seen=truth"),
    ],
    ids=lambda value: getattr(value, "NAME", ""),
)
def test_what_a_nudge_spoilt_is_not_charged(rule, text, nudge, marks):
    charged, spared_ = marks(rule, text.replace("NUDGED", ""))
    assert charged[0].earned < 1
    assert not spared_
    charged, spared_ = marks(rule, text.replace("NUDGED", nudge))
    assert spared_ == charged


def test_what_was_late_by_itself_stays_charged_though_a_nudge_came_later(marks):
    later = "0:35:00 nudged service=app pull=errors amount=30 lasts=10m seen=truth\n"
    _, spared_ = marks(declare_early, ALERT + later + LATE)
    assert not spared_


@pytest.mark.parametrize(("seat", "is_spared"), [("facilitator", True), ("commander", False)])
def test_a_room_that_a_facilitator_keeps_open_is_not_charged(seat, is_spared, marks):
    every, spared_ = marks(end_promptly, ENDED.replace("SEAT", seat))
    assert (spared_ == every) is is_spared


@pytest.mark.parametrize(("seat", "charged"), [("facilitator", False), ("commander", True)])
def test_nobody_is_charged_for_not_wrapping_up_what_was_cut_short(seat, charged, case):
    text = ENDED.replace("SEAT", seat).replace("0:36:00 resolved\n", "").replace("#=5", "#=4")
    marks = [mark for mark in all_marks(case(text)) if mark.axis == "wrap-up" and mark.earned < 1]
    assert bool(marks) is charged


def test_a_nudge_casts_its_shadow_for_as_long_as_dashboards_are_behind(case):
    it = case(NUDGE + ALERT)
    (shadow,) = shadows(it)
    assert (shadow.since, shadow.until) == (60, 660)
    assert shadow.shown == 660 + it.view_lag > 660


PLAYED = """
0:00:00 impact-changed failing=600 arriving=600 seen=truth
0:05:00 commanded seat=facilitator text="fire 2" seen=facilitator
0:05:00 inject-fired inject=2 seen=truth #=2
0:05:00 said who=bo says="Is it us?" #=3
0:10:00 nudged service=app pull=errors amount=10 lasts=10m seen=truth
0:15:00 hint-given to=commander step=question text="What changed?" seen=commander
0:16:00 hint-given to=commander step=answer text="Ask bo what changed" seen=commander
0:30:00 commanded seat=facilitator text=end seen=facilitator
0:30:00 ended why="ended by the facilitator" #=8
"""


def test_the_debrief_tells_all_that_the_facilitator_did(case):
    played = case(PLAYED)
    told = guided_of(played, reader_of(played))
    assert told
    assert [(step.clock, step.text) for step in told.interventions] == [
        ("0:05:00", "The facilitator has event 2 happen. Bo: Is it us?"),
        ("0:10:00", "The facilitator nudges app: 10 % errors for 10 min."),
        ("0:15:00", "A hint for you: What changed?"),
        ("0:16:00", "A hint for you: Ask bo what changed."),
        ("0:30:00", "The exercise ends: ended by the facilitator."),
    ]
    assert told.hints == (("commander", 2),)
    assert told.nudged == pytest.approx(6000)
    assert told.says == (
        "The facilitator stepped in 5 times. Help was given 2 times. 6,000 customer-minutes were lost while "
        "nudges acted, by them or not. What a nudge spoilt is not charged to anybody. It was ended before "
        "the incident was closed; the losses of others run on to their own end."
    )


def test_without_a_facilitator_there_is_nothing_to_tell(case):
    played = case(ALERT + LATE)
    assert guided_of(played, reader_of(played)) is None
