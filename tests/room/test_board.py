"""The board as a seat is told it: who asked, since when, how far, and what the call is at."""

import pytest

from simulator.domain.notation import read_timeline
from simulator.exercise.board import board_of
from simulator.room.stage import fails_again, stage

DECLARED = "1:00 declared severity=P1 commander=commander"
ORDERED = """
    2:00 change-ordered id=c1 change="fail over" owner=bo
    3:00 change-started id=c1 change="fail over" owner=bo
"""
DONE = '5:00 change-done id=c1 change="fail over" owner=bo'
GIVEN = "1:30 task-given task=t1 what=investigate subject=db owner=bo within=10m"
ENDED = "1:50 task-ended task=t1 what=investigate subject=db owner=bo"
WATCHED = '6:00 verify-started id=c1 change="fail over" signal=errors window=3m owner=bo'
FIRED = '{} alert-fired alert="errors > 5%" signal=errors reading=0.4 pages=product'
CLEARED = '25:00 alert-cleared alert="errors > 5%" signal=errors'
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
        ((DECLARED, FIRED.format("2:00"), "9:30 called-mitigated"), "mitigated"),
        ((DECLARED, "9:30 called-mitigated", FIRED.format("20:00")), "mitigated, and failing again"),
        ((DECLARED, "9:30 called-mitigated", FIRED.format("20:00"), CLEARED), "mitigated"),
        ((DECLARED, "9:30 called-mitigated", FIRED.format("20:00"), "31:00 called-mitigated"), "mitigated"),
    ],
)
def test_what_the_call_is_at_follows_from_what_is_done(lines, said):
    seen = read_timeline("\n".join(lines))
    board = board_of(seen, "commander", 3600)
    assert stage(board, seen, fails_again(board, went_dark=False)) == said


def test_dashboards_that_went_dark_since_say_that_it_fails_again():
    seen = read_timeline(f"{DECLARED}\n9:30 called-mitigated")
    board = board_of(seen, "commander", 3600)
    assert fails_again(board, went_dark=True) == ("the dashboards do not load",)
    assert fails_again(board_of(seen, "commander", 500), went_dark=True) == ()


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


def test_the_board_shows_what_stands_prepared_until_it_is_ordered(store, opened):
    def played(room):
        called(room)
        room.say("a", "commander", "prepare roll back app by mei")
        later(room, 1500)
        ready = room.board("observer")["prepared"]
        room.say("a", "commander", "order roll back app by mei")
        later(room, 1560)
        return ready, room.board("observer")["prepared"]

    ((ready,), ordered) = opened(store, played)
    assert ready["change"] == "roll back app"
    assert 300 < ready["at"] <= 1500
    assert ordered == []


def test_a_relapse_is_seen_on_the_dashboards_that_went_dark(store, opened):
    def played(room):
        room.sit("a", "Aoife", "commander")
        room.say("a", "commander", "declare SEV-1")
        room.say("a", "commander", "mitigated")
        later(room, 60)
        never = room.board("observer")["again"]
        room.say("a", "commander", "page platform")
        later(room, 1200)
        room.say("a", "commander", "order turn off all edge rules by siti")
        later(room, 2400)
        room.say("a", "commander", "mitigated")
        later(room, 2500)
        well = room.board("observer")["stage"]
        room.say("a", "commander", "revert turn off all edge rules")
        later(room, 3000)
        dark = room.board("observer")
        later(room, 3400)
        return never, well, dark, room.board("observer")

    never, well, dark, fired = opened(store, played, outage="everywhere-at-once")
    assert "the dashboards do not load" not in never
    assert well == "mitigated"
    assert (dark["stage"], dark["again"]) == ("mitigated, and failing again", ["the dashboards do not load"])
    assert fired["again"] == ["edge errors > 40%", "payments < 92%", "the dashboards do not load"]
