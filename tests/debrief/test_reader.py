"""For whom a debrief is written: one who played alone is `you`, a team is told by who did what."""

import pytest

from simulator.debrief import reader_of, to_html, to_json, to_markdown
from simulator.debrief.reader import Reader, alone_to
from simulator.domain.prose import Names, told_by
from simulator.domain.prose.names import YOU
from tests.debrief.conftest import MADE_FROM, REFERENCES, REPORTS
from tests.debriefs import report

ALONE = """
    0:00:00 cause-drawn cause="stalled primary" truth="The primary stopped." seen=truth
    0:00:00 impact-changed failing=9000 arriving=0 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
    0:04:00 commanded seat=commander text="declare P1" seen=commander
    0:04:00 declared severity=P1 commander=commander #=4
"""
TEAM = f"""{ALONE}
    0:05:00 commanded seat=technical-lead text="order roll back app" seen=technical-lead
    0:05:00 change-ordered id=c1 change="roll back app" owner=mei #=6
    0:05:00 change-started id=c1 change="roll back app" owner=mei #=7
    0:06:00 commanded seat=facilitator text="whisper commander saying x" seen=facilitator
    0:06:00 whispered to=commander text="Think of Bo" seen=commander #=9
    0:07:00 misread seat=responder text="hello all" answer="No such command." seen=responder
    0:10:00 commanded seat=technical-lead text="note looks better" seen=technical-lead
    0:10:00 noted text="looks better" #=12
    0:15:00 change-done id=c1 change="roll back app" owner=mei
    0:16:00 stakeholder-asked who=customers audience="status page" silence=600 says="Is it known?"
    0:17:00 commanded seat=business-lead text="post status page" seen=business-lead
    0:17:00 posted audience="status page" state=investigating scope="send a message" by=business-lead #=16
    0:18:00 mood-changed who="Nordwind Freight" mood=impatient anger=12
    0:19:00 mood-changed who="Nordwind Freight" mood=angry before=impatient anger=30
    0:20:00 mood-changed who="Nordwind Freight" mood=impatient before=angry anger=20
    0:40:00 ended
"""


def lines(told):
    return [line.text for line in told.lines]


def by_name(case, seat):
    """A reader who sat in a seat, where the others are Ann, Cem and Ben."""
    called = {"commander": "Ann", "technical-lead": "Cem", "business-lead": "Ben", "responder": "Dee"}
    called[seat] = YOU
    names = Names.of(case.organisation, called["commander"])
    told = Names({**names.people, **called}, names.shows)
    alone = alone_to(case.entries)
    return Reader(
        case.entries, told_by(case.entries, told), seat, True,
        lambda entry: alone.get(entry.number, seat) == seat,
    )  # fmt: skip


@pytest.fixture
def team(case):
    return case(TEAM)


def test_who_plays_alone_is_you(told):
    found = told(ALONE)
    assert "You declare the incident at P1 and take command." in lines(found)
    assert (found.words.who, found.own) == ("You", None)


def test_a_recording_of_a_team_tells_each_by_their_role(case, told):
    found = told(TEAM)
    assert "The commander declares the incident at P1 and takes command." in lines(found)
    assert [line.by for line in found.lines if line.text == "Note: looks better."] == ["The technical lead"]
    assert not [text for text in lines(found) if text.startswith("You ")]
    assert reader_of(case(TEAM)).team
    assert "Think of Bo" in to_markdown(found, REPORTS)


def test_a_reader_is_you_and_the_others_have_names(case, team):
    cem = report(team, REFERENCES, MADE_FROM)
    assert cem.words.they == "the team"
    reader = by_name(team, "technical-lead")
    found = [team.entries[number - 1] for number in (5, 7, 17)]
    assert [reader.author(entry) for entry in found] == ["Ann", "You", "Ben"]
    assert [reader.mine(entry) for entry in found] == [False, True, False]
    assert reader.who((8, 7)) == "You"


def test_what_a_team_typed_stands_with_what_came_of_it_and_can_be_linked_to(told):
    found = told(TEAM)
    (noted,) = [line for line in found.lines if line.text == "Note: looks better."]
    assert noted.numbers == (12, 13)
    page = to_html(found, REPORTS)
    assert 'id="e12"' in page
    assert 'id="e13"' in page


def test_lines_for_one_seat_are_known_with_the_words_that_had_them_said(team):
    assert alone_to(team.entries) == {9: "facilitator", 10: "commander", 11: "responder"}


@pytest.mark.parametrize("seat", ["technical-lead", "business-lead", "commander", "responder"])
def test_no_form_of_a_debrief_holds_what_was_anothers_alone(seat, team):
    from simulator.debrief import compose
    from simulator.debrief.provenance import written
    from simulator.scoring.score import score

    found = compose(team, score(team), (), REFERENCES, written(team), (), by_name(team, seat))
    for text in (to_html(found, REPORTS), to_markdown(found, REPORTS), to_json(found)):
        assert ("Think of Bo" in text) is (seat == "commander")
        assert ("hello all" in text) is (seat == "responder")
    assert found.guided
    private = " One of them" if seat == "commander" else "1 of them was for one seat alone"
    assert (private in found.guided.says) is (seat != "commander")


def test_ones_own_part_says_what_one_was_asked_and_how_fast_one_answered(team):
    from simulator.debrief.own import own_of
    from simulator.scoring.score import score

    card = score(team)
    ben = own_of(team, card, by_name(team, "business-lead"))
    assert ben
    assert ben.did == "You sent one update."
    assert [(one.clock, one.after) for one in ben.asked] == [("0:16:00", 60)]
    assert "You answered after 60 s." in ben.asked[0].text
    cem = own_of(team, card, by_name(team, "technical-lead"))
    assert cem
    assert (cem.asked, cem.did) == ((), "You ordered one change and took one note.")
    assert own_of(team, card, by_name(team, "observer")) is None


def test_nobody_but_who_leads_is_judged_on_leading(team):
    from simulator.debrief.own import OF_WHO_LEADS, own_of
    from simulator.scoring.score import score

    card = score(team)
    summaries = {mark.summary for mark in card.marks if mark.rule in OF_WHO_LEADS}
    cem = own_of(team, card, by_name(team, "technical-lead"))
    assert cem
    assert not summaries & {mark.summary for mark in cem.marks}


def test_praise_names_what_was_done(told):
    text = f"{TEAM.replace('0:40:00 ended', '')}\n    0:40:00 ended"
    assert not [mark.summary for mark in told(text).praise if "done by others" in mark.summary]
    assert [mark.summary for mark in told(text).praise if "gave all technical work to others" in mark.summary]


def test_a_key_customer_is_introduced_once_and_a_mood_has_a_direction(told):
    moods = [text for text in lines(told(TEAM)) if "Nordwind" in text]
    assert moods == [
        "The mood of Nordwind Freight (a key customer, a twentieth of the revenue): impatient.",
        "The mood of Nordwind Freight worsens from impatient to angry.",
        "The mood of Nordwind Freight eases from angry to impatient.",
    ]


def test_the_top_tells_what_decides_by_one_mark_a_rule(told, rough):
    verdict = told(rough).verdict
    assert 1 <= len(verdict.decided) <= 3
    assert all(mark.verdict != "earned" for mark in verdict.decided)
    assert verdict.outdone.startswith("You lost ")
    assert "In the same world:" in verdict.outdone
    assert verdict.ahead


def test_a_page_that_leads_somewhere_to_decide_again_names_no_command(rough_report):
    assert "icsim retry" in to_html(rough_report, REPORTS)
    page = to_html(rough_report, REPORTS, again="/r/x/after#again")
    assert "icsim retry" not in page
    assert 'href="/r/x/after#again"' in page
