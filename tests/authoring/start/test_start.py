"""The first draft of an outage: it fits any company, and what a company has not is left out."""

from pathlib import Path

import pytest

from simulator.authoring import read_doctrine, read_organisation, read_scenario
from simulator.authoring.history import read_histories
from simulator.authoring.start import cast, fill, past, written
from simulator.authoring.text.compose import compose
from simulator.domain.duration import DAY, HOUR

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "scenarios" / "templates"
COMPANIES = {
    "acme": ROOT / "tests" / "authoring" / "good" / "organisation.yaml",
    "parley": ROOT / "scenarios" / "organisations" / "parley.yaml",
    "kiosk": ROOT / "tests" / "debrief" / "outage" / "kiosk.yaml",
}


def history(text: str):
    (reading,) = read_histories(text, "x")
    assert reading.value
    return reading.value


HISTORY = history((ROOT / "tests/authoring/history/incident.csv").read_text("utf-8"))


def company(text: str):
    reading = read_organisation(text, "company.yaml")
    assert reading.problems == ()
    return reading.value


def template(kind: str) -> str:
    return (TEMPLATES / f"{kind}.yaml.in").read_text("utf-8")


def draft(organisation, real=None) -> str:
    words = {"id": "it", "title": "It", "length": "40m", "began": "5m", "what": "x", "source": "y"}
    words |= cast(organisation, ("P0", "P1"), real.moment if real else None)
    return fill(template("scenario"), words | (past(real) if real else {}))


def scenario(text: str, organisation):
    reading = read_scenario(text, "it.yaml", organisation, {"plain", "intercom"})
    assert reading.problems == ()
    return reading.value


@pytest.mark.parametrize("real", [None, HISTORY], ids=["nothing", "a real incident"])
@pytest.mark.parametrize("name", COMPANIES)
def test_the_draft_of_an_outage_fits_any_company(name, real):
    organisation = company(COMPANIES[name].read_text("utf-8"))
    outage = scenario(draft(organisation, real), organisation)
    assert len(outage.causes) == 2
    assert len(outage.outcomes) >= 2
    assert bool(outage.history.events) == bool(real)


def test_a_new_organisation_is_small_and_complete():
    organisation = company(
        fill(template("organisation"), {"id": "acme", "title": "Acme", "doctrine": "intercom"})
    )
    assert 4 <= len(organisation.services) <= 6
    assert len(organisation.journeys) == 2
    assert len(organisation.runbook) == 6
    outage = scenario(draft(organisation), organisation)
    assert [step.split()[0] for step in outage.first_steps] == ["declare", "page", "signals", "wait"]
    assert {inject.trigger for inject in outage.injects} == {"time", "silence"}
    assert outage.dangers
    assert set(outage.clues) == {"shop", "database", "what changed?"}


@pytest.mark.parametrize("hour", [12, 23])
def test_at_any_hour_one_waits_for_who_comes_before_anything_is_asked(hour):
    text = fill(template("organisation"), {"id": "acme", "title": "Acme", "doctrine": "intercom"})
    assert cast(company(text), ("P0", "P1"), DAY + hour * HOUR)["first_steps"].endswith(", signals, wait]")


def test_a_new_doctrine_is_sound():
    assert read_doctrine(fill(template("doctrine"), {"id": "ours", "title": "Ours"}), "x").problems == ()


BARE = """\
organisation: "123"
title: Bare
about: Little.
doctrine: plain
customers: {active: 10, rhythm: weekday}
journeys: {all: {share: 100%, needs: ["a, b"]}}
services:
  "a, b": {team: "no"}
signals: {s: {of: "a, b", shows: errors, lag: 2m, noise: 1%}}
alerts: [{when: s > 5% for 3m, pages: "no"}]
runbook: {"turn: away": {kind: throttle, on: "a, b", takes: 5m, undo: 5m, signal: s, about: x}}
sites: {here: {clock: UTC+9, hours: Sat-Sun 22:00-23:00}}
people: {jo: {name: Jo Kim, site: here, team: "no", temper: steady}}
on call: {"no": {here hours: [jo]}}
stakeholders: {customers: {hears: status page, patience: 10m}}
"""


def test_a_company_with_hardly_anything_gets_causes_that_go_by_themselves():
    organisation = company(BARE)
    text = draft(organisation)
    outage = scenario(text, organisation)
    assert outage.outcomes == {}
    assert all(effect.lasts for cause in outage.causes.values() for effect in cause.effects)
    assert "changes:" not in text
    assert "injects:" not in text
    assert outage.first_steps[1] == "page no"


def test_a_real_incident_gives_its_day_its_length_and_what_was_done():
    organisation = company(COMPANIES["parley"].read_text("utf-8"))
    text = draft(organisation, HISTORY)
    outage = scenario(text, organisation)
    assert "starts: Wed 14:05 " in text
    assert outage.length == 55 * 60
    assert [(event.at, event.kind) for event in outage.history.events][:3] == [
        (0, "alert"), (240, "declare"), (690, "change"),
    ]  # fmt: skip
    assert outage.history.events[2].text == "finn: Rolled back the shop, all of it"


LATE = """\
time,who,kind,text,id
2021-09-30T15:00:00Z,,impact,Customers cannot reach us,
2021-09-30T15:30:00Z,,alert,lookups fail,dns
2021-09-30T15:32:00Z,ada,declare,,SEV-1
2021-09-30T16:20:00Z,ada,resolved,,
"""


def test_a_play_begins_when_somebody_was_told_and_not_when_the_trouble_began():
    organisation = company(COMPANIES["parley"].read_text("utf-8"))
    text = draft(organisation, history(LATE))
    outage = scenario(text, organisation)
    assert "began: 30m " in text
    assert "What came before anybody was told is left out" in text
    assert outage.length == 50 * 60
    assert [(event.at, event.kind) for event in outage.history.events] == [
        (0, "alert"), (120, "declare"), (3000, "resolved"),
    ]  # fmt: skip


def test_without_a_gap_the_template_says_how_long_it_had_lasted():
    organisation = company(COMPANIES["parley"].read_text("utf-8"))
    assert "began: 5m " in draft(organisation, HISTORY)


def test_a_record_that_begins_with_a_post_says_what_is_missing():
    told = history("time,kind,text\n0:00:00,post,hello\n0:30:00,resolved,\n")
    assert "The record begins with the first post" in past(told)["history"]
    assert "The record begins" not in past(HISTORY)["history"]


def test_too_many_events_and_too_many_words_are_cut():
    rows = "\n".join(f"{minute}m,post,{'word ' * 100}" for minute in range(100))
    told = past(history(f"time,kind,text\n{rows}\n40d,note,late\n"))
    assert "21 later events were left out" in told["history"]
    assert max(map(len, told["history"].splitlines())) < 300
    assert told["length"] == "2h"


def test_a_line_goes_with_its_word_and_with_what_hangs_on_it():
    text = "a:   # why\n  - $x\n  - $y\nb: $x\nc $z:   # long\n  - 1\n    2\nd: 1\ne $x  # so\n"
    assert fill(text, {"x": "one"}) == "a:   # why\n  - one\nb: one\nd: 1\ne one # so\n"
    assert fill("a:\n  b:\n    - $x\nc: 1\n", {}) == "c: 1\n"


@pytest.mark.parametrize(
    "text", ["yes", "it: is", "it # is", "[it]", "a, b", "12", "'", '"', "é", "- a", "null", "?"]
)
def test_any_text_is_written_so_that_it_stays_that_text(text):
    tree = compose(f"a: {{b: {written(text)}, c: [{written(text)}]}}", "x").tree
    assert tree
    assert tree.plain == {"a": {"b": text, "c": (text,)}}
