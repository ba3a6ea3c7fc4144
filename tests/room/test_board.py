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
GIVEN = "1:30 task-given task=t1 what=investigate subject=db owner=bo within=10m"
ENDED = "1:50 task-ended task=t1 what=investigate subject=db owner=bo"
WATCHED = '6:00 verify-started id=c1 change="fail over" signal=errors window=3m owner=bo'
TOLD = '9:00 verified id=c1 change="fail over" signal=errors window=3m result=better owner=bo'


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), ""),
        ((DECLARED,), "triage"),
        ((DECLARED, GIVEN), "finding out"),
        ((DECLARED, GIVEN, ENDED), "finding out"),
        ((DECLARED, ORDERED), "making a change"),
        ((DECLARED, ORDERED, DONE), "change not verified"),
        ((DECLARED, ORDERED, DONE, WATCHED), "watching a change"),
        ((DECLARED, ORDERED, DONE, WATCHED, TOLD), "triage"),
        ((DECLARED, ORDERED, DONE, "9:30 called-mitigated"), "mitigated"),
        ((DECLARED, "9:30 called-mitigated", "20:00 resolved"), "resolved"),
    ],
)
def test_what_the_call_is_at_follows_from_what_is_done(lines, said):
    seen = read_timeline("\n".join(lines))
    assert stage(board_of(seen, "commander", 3600), seen) == said


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


def test_who_asks_from_outside_calls_and_stands_on_the_board_until_they_are_told(store, opened):
    def played(room):
        room.sit("b", "Ben", "business-lead")
        room.say("f", "facilitator", 'have data authority say "Whose mail is lost?"')
        (asked,) = [line for line in room.lines("business-lead") if line["kind"] == "Said"]
        board = room.board("business-lead")
        room.say("b", "business-lead", "answer data authority saying nobody's")
        later(room, 120)
        return asked, board, room.board("business-lead")

    asked, before, after = opened(store, played)
    assert (asked["audience"], asked["mark"]) == ("regulator", "!")
    assert [each["who"] for each in before["asks"]] == ["data authority"]
    assert "regulator" in [due["audience"] for due in before["dues"]]
    assert after["asks"] == []
    assert "regulator" not in [due["audience"] for due in after["dues"]]


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


def test_whoever_sits_as_commander_is_known_before_they_declare(store, opened):
    def played(room):
        before = [room.board(seat)["sits"] for seat in ("commander", "scribe")]
        room.sit("a", "Aoife", "commander")
        room.tick()
        return before, [room.board(seat)["sits"] for seat in ("commander", "scribe", "facilitator")]

    before, sits = opened(store, played)
    assert before == ["", ""]
    assert sits == ["you", "Aoife", "Aoife"]


def test_a_role_is_not_owed_whose_seat_is_taken(store, opened):
    def owed(room):
        return [each["what"] for each in room.board("commander")["owed"]]

    def played(room):
        room.sit("a", "Aoife", "commander")
        room.say("a", "commander", "declare P1")
        alone = owed(room)
        room.sit("b", "Ben", "business-lead")
        return alone, owed(room)

    alone, together = opened(store, played)
    assert "no business lead yet" in alone
    assert together == [what for what in alone if what != "no business lead yet"]


def test_whoever_ran_out_of_time_can_be_let_go_on_from_the_line_where_they_ask(store, opened):
    def played(room):
        called(room)
        room.say("c", "technical-lead", "investigate app by mei within 1m")
        later(room, 600)
        (line,) = [each for each in room.lines("technical-lead") if "goes_on" in each]
        before = room.board("technical-lead")["stands_by"]
        room.say("c", "technical-lead", line["goes_on"])
        return line["goes_on"], before, room.board("technical-lead")

    words, before, board = opened(store, played)
    assert words == "investigate app by mei within 5m"
    assert before == [words]
    assert board["stands_by"] == []
    assert [(each["who"], each["what"]) for each in board["work"]] == [("Mei", "look into app")]


def test_the_board_says_when_the_hazards_of_a_change_were_looked_for(store, opened):
    def played(room):
        called(room)
        assert room.board("commander")["checked"] == {}
        room.say("a", "commander", "check fail over a shard")
        later(room, 1500)
        return room.board("commander")["checked"]

    (checked,) = opened(store, played).items()
    assert checked[0] == "fail over a shard"
    assert 300 < checked[1] <= 1500
