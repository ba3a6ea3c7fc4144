"""The board as a seat is told it: who asked, since when, how far, and what the call is at."""

import pytest

from simulator.domain.notation import read_timeline
from simulator.exercise.board import board_of
from simulator.room.stage import stage

DECLARED = "1:00 declared severity=P1 commander=commander"
ORDERED = """
    2:00 change-ordered id=c1 change="fail over" owner=bo
    3:00 change-started id=c1 change="fail over" owner=bo
"""
DONE = '5:00 change-done id=c1 change="fail over" owner=bo'
WATCHED = '6:00 verify-started id=c1 change="fail over" signal=errors window=3m owner=bo'
TOLD = '9:00 verified id=c1 change="fail over" signal=errors window=3m result=better owner=bo'


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), ""),
        ((DECLARED,), "triage"),
        (
            (DECLARED, "1:30 task-given task=t1 what=investigate subject=db owner=bo within=10m"),
            "finding out",
        ),
        ((DECLARED, ORDERED), "making a change"),
        ((DECLARED, ORDERED, DONE), "change not verified"),
        ((DECLARED, ORDERED, DONE, WATCHED), "watching a change"),
        ((DECLARED, ORDERED, DONE, WATCHED, TOLD), "triage"),
        ((DECLARED, ORDERED, DONE, "9:30 called-mitigated"), "mitigated"),
        ((DECLARED, "9:30 called-mitigated", "20:00 resolved"), "resolved"),
    ],
)
def test_what_the_call_is_at_follows_from_what_is_done(lines, said):
    assert stage(board_of(read_timeline("\n".join(lines)), "commander", 3600)) == said


def later(room, at):
    room.clock.jump(at)
    room.tick()


def called(room):
    """A commander and a technical lead by name, with somebody of the company on the call."""
    room.sit("a", "Aoife", "commander")
    room.sit("c", "Cem", "technical-lead")
    room.say("a", "commander", "declare P1")
    later(room, 30)
    room.say("a", "commander", "page datastores")
    later(room, 300)


def test_the_board_says_who_asked_for_a_piece_of_work(store, opened):
    def played(room):
        called(room)
        room.say("c", "technical-lead", "investigate app by mei within 10m")
        later(room, 330)
        return room.board("observer")["work"]

    (work,) = opened(store, played)
    assert (work["asked"], work["what"], work["within"]) == ("Cem", "look into app", 600)


def test_who_asked_stays_who_asked_though_somebody_else_sits_there_now(store, opened):
    def played(room):
        called(room)
        room.say("c", "technical-lead", "investigate app by mei within 10m")
        later(room, 330)
        room.leave("c")
        room.sit("d", "Dee", "technical-lead")
        return room.board("observer")["work"]

    assert opened(store, played)[0]["asked"] == "Cem"


def test_a_change_says_who_ordered_it_and_how_long_it_usually_takes(store, opened):
    def played(room):
        called(room)
        room.say("a", "commander", "order roll back app by mei")
        later(room, 420)
        company = room.outage.scenario.organisation
        return room.board("business-lead")["changes"], company.runbook["roll back app"].mean

    (change,), usual = opened(store, played)
    assert (change["asked"], change["id"], change["takes"]) == ("Aoife", "c1", int(usual))


def test_what_the_facilitator_has_happen_is_asked_for_by_nobody(store, opened):
    def played(room):
        called(room)
        room.say("f", "facilitator", 'have mei say "hello"')
        later(room, 360)
        return [work["asked"] for work in room.board("commander")["work"]]

    assert "facilitator" not in str(opened(store, played))


def test_reports_are_told_as_support_told_them(store, opened):
    def played(room):
        quiet = room.board("commander")["reports"]
        later(room, 1800)
        return quiet, room.board("commander")["reports"]

    quiet, told = opened(store, played)
    assert quiet is None
    assert told is None or (told["count"] > 0 and 0 < told["at"] <= 1800)


def test_people_have_their_teams(store, opened):
    def played(room):
        called(room)
        return {each["id"]: each["team"] for each in room.board("observer")["people"]}

    teams = opened(store, played)
    assert (teams["mei"], teams["raj"]) == ("product", "datastores")
