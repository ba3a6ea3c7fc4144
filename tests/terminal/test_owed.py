"""What the people on the call are owed, and what to say."""

import pytest

from simulator.exercise import Exercise
from simulator.exercise.owed import owed
from simulator.exercise.sight import Sight
from simulator.terminal.status import status
from simulator.terminal.views import VIEWS
from tests.plays import say, shipped


@pytest.fixture
def play():
    """Write-stall, seed 1, after some words."""

    def played(*texts):
        exercise = Exercise(*shipped(), 1)
        for text in texts:
            say(exercise, text)
        return exercise

    return played


def what(exercise):
    return [each.what for each in owed(Sight(exercise))]


def test_nothing_is_owed_before_it_is_declared(play):
    assert what(play("wait 5m")) == []


def test_then_a_role_and_a_freeze(play):
    exercise = play("declare P1")
    assert what(exercise) == ["no business lead yet", "other teams still change production"]
    told = [str(each) for each in owed(Sight(exercise))]
    assert told[0] == "no business lead yet (assign business lead to SOMEBODY on the call)"
    assert told[1] == "other teams still change production (freeze)"
    assert what(play("declare P1", "freeze")) == ["no business lead yet"]


def test_whoever_takes_part_from_the_seat_of_the_role_fills_it(play):
    exercise = play("declare P1", "freeze")
    exercise.submit("business-lead", "note i write to customers")
    assert what(exercise) == []
    assert exercise.board().roles == {"business-lead": "business-lead"}


def test_a_minor_matter_owes_neither(play):
    assert what(play("declare P3")) == []


def test_once_the_role_is_filled_it_is_owed_no_more(play):
    assert (
        what(play("declare P1", "freeze", "page carol", "@joined carol", "assign business lead to carol"))
        == []
    )


STAFFED = (
    "declare P1",
    "freeze",
    "page carol",
    "@joined carol",
    "assign business lead to carol",
    "@joined mei",
)


def test_a_situation_report_is_owed_a_little_before_it_is_late(play):
    waits = "the call waits for a sitrep"
    assert waits not in what(play(*STAFFED))
    assert waits in what(play(*STAFFED, "wait 15m"))
    assert waits not in what(play(*STAFFED, "wait 15m", "sitrep Mei looks at app, next at 22:10"))


@pytest.mark.parametrize("text", ["all hands on it", "we are working hard", "12:30"])
def test_a_report_that_says_nothing_leaves_it_owed(play, text):
    assert "the call waits for a sitrep" in what(play(*STAFFED, "wait 15m", f"sitrep {text}"))


def test_whoever_ran_out_of_time_is_owed_a_word_whether_to_go_on(play):
    asked = (*STAFFED, "investigate app by mei within 1m", "wait 3m")
    waits = "Mei waits whether to go on at app"
    (told,) = [each for each in owed(Sight(play(*asked))) if each.what == waits]
    assert told.say == "investigate app by mei within 5m, or give other work"
    for word in ("investigate app by mei within 5m", "ask mei what changed", "release mei"):
        assert waits not in what(play(*asked, word))
    assert waits not in what(play(*asked, "investigate app by carol within 5m", "wait 1m"))


def test_who_has_done_other_work_since_waits_no_more(play):
    asked = (*STAFFED, "investigate app by mei within 1m", "wait 3m", "check roll back app by mei", "wait 4m")
    assert not any("whether to go on" in each for each in what(play(*asked)))


def test_a_workstream_whose_leader_has_left_is_owed_another(play):
    led = (*STAFFED, "open workstream index led by mei within 20m")
    assert not any("has left" in each for each in what(play(*led)))
    exercise = play(*led, "release mei")
    (told,) = [str(each) for each in owed(Sight(exercise)) if "has left" in each.what]
    assert told == (
        "Mei, who led workstream index, has left (close workstream index, or open it anew under SOMEBODY)"
    )
    assert "under Mei (left) since" in " ".join(VIEWS["board"](Sight(exercise), 100))


def test_a_role_of_who_has_left_is_shown_so(play):
    exercise = play(*STAFFED, "release carol")
    shown = " ".join(VIEWS["board"](Sight(exercise), 100))
    assert "business-lead Carol (left)" in shown
    assert "no business lead yet" in shown


def test_nobody_waits_for_leave_to_go_on_who_cannot_read_a_place(play):
    exercise = play(*STAFFED, "investigate db-shards by mei within 20m", "wait 20m")
    assert not any("whether to go on" in each for each in what(exercise))


def test_whoever_stands_by_is_owed_work_or_leave_to_go(play):
    exercise = play(*STAFFED, "wait 14m")
    (idle,) = [each for each in owed(Sight(exercise)) if each.what.startswith("Mei has had nothing to do")]
    assert idle.say == "ask mei for a theory, give work, or release mei"
    for text in ("release mei", "ask mei for a theory"):
        later = play(*STAFFED, "wait 14m", text, "wait 2m")
        assert not any(each.startswith("Mei") for each in what(later))


def test_so_is_a_question_when_their_time_is_over(play):
    boxed = (*STAFFED, "wait 1m", "investigate app by mei within 1m", "ask mei for a theory")
    over = [each for each in owed(Sight(play(*boxed, "wait 1m"))) if "time-box" in each.what]
    assert [str(each) for each in over] == ["Mei's time-box is over (ask mei for progress)"]
    assert "Mei's time-box is over" not in what(play(*boxed[:-1]))


def test_when_it_is_resolved_nothing_is_owed_and_when_it_is_mitigated_only_a_word(play):
    assert what(play("declare P1", "mitigated")) == []
    assert what(play(*STAFFED, "mitigated", "wait 58m")) == ["the call waits for a sitrep"]
    assert what(play(*STAFFED, "mitigated", "resolve", "wait 58m")) == []


def test_board_and_status_show_it(play):
    exercise = play("declare P1")
    shown = "\n".join(VIEWS["board"](Sight(exercise), 100))
    assert "! no business lead yet (assign business lead to SOMEBODY on the call)" in shown
    assert "no business lead yet (board shows 1 more)" in status(Sight(exercise), "", 100)[1]
    assert "Owed" not in "\n".join(VIEWS["board"](Sight(play("wait 1m")), 80))
