"""The table of how true to life it is: what is observed, how it is put together, how it is told."""

import io
import json

import pytest

from simulator.bench import MEASURES, run
from simulator.bench.figure import Figure
from simulator.bench.realism import crew
from simulator.bench.realism.by_the_book import began_at, observe, over_at
from simulator.bench.realism.fit import Estimate
from simulator.bench.realism.made import everyday, note_changes, note_runbook
from simulator.bench.realism.people import note_pages
from simulator.bench.realism.row import Row, Target, table
from simulator.bench.realism.rows import rows
from simulator.bench.realism.sample import Notes, pooled
from simulator.bench.realism.tickets import note_tickets
from simulator.bench.realism.verifying import note_verifications
from simulator.domain.duration import HOUR, Spread
from simulator.domain.notation import read_timeline
from simulator.domain.value import replace
from simulator.library import Library
from tests.plays import SHIPPED, shipped

SCENARIO, _ = shipped()
TARGET = Target(4, 6, "min", "people")


def noted(take, text, *more):
    notes = Notes()
    take(read_timeline(text), *more, notes)
    return dict(notes.taken)


def test_pages_are_told_apart_by_whose_night_it_is():
    """Raj is in San Francisco, where it is early afternoon, and on call: he sits ready, while Ana, in Dublin
    just before ten at night, has to be fetched."""
    found = noted(
        note_pages,
        """
        0:00:00 paged person=raj
        0:02:00 acknowledged person=raj
        0:05:00 joined person=raj
        0:10:00 paged person=ana
        0:15:00 page-unanswered person=ana
        0:25:00 paged person=ana
        0:29:00 acknowledged person=ana
        0:40:00 joined person=ana
        """,
        SCENARIO,
    )
    assert found == {
        "unheard by day": [0, 1],
        "acknowledged by day": [2],
        "unheard by night": [0],
        "acknowledged by night": [4],
        "joined by night": [15],
    }


CHANGES = """
    0:00:00 change-ordered id=c1 change="roll back app" owner=mei
    0:01:00 change-started id=c1 change="roll back app" owner=mei
    0:13:00 change-done id=c1 change="roll back app" owner=mei
    0:13:00 verify-started id=c1 change="roll back app" signal="app errors" window=3m owner=mei
    0:16:00 verified id=c1 change="roll back app" signal="app errors" window=3m owner=mei
    0:16:00 verify-started id=c1 change="roll back app" signal="mail delivery" window=15m owner=mei
    0:31:00 verified id=c1 change="roll back app" signal="mail delivery" window=15m owner=mei
    0:40:00 change-ordered id=c2 change="roll back app" owner=mei staged=yes
    0:40:00 change-started id=c2 change="roll back app" owner=mei
    0:42:00 change-done id=c2 change="roll back app" owner=mei
    0:50:00 change-ordered id=c3 change="fail over a shard" owner=raj
    0:50:00 change-started id=c3 change="fail over a shard" owner=raj
    0:58:00 change-failed id=c3 change="fail over a shard" owner=raj
"""


def test_whole_changes_are_timed_by_kind():
    assert noted(note_changes, CHANGES, SCENARIO) == {"rollback made": [12], "hung": [0, 0]}


def hanging(odds):
    """The outage with a rollback that hangs with these odds."""
    book = SCENARIO.organisation.runbook
    back = replace(book["roll back app"], sticks=odds, stuck=Spread(HOUR, 0))
    return replace(
        SCENARIO, organisation=replace(SCENARIO.organisation, runbook={**book, "roll back app": back})
    )


@pytest.mark.parametrize(
    ("odds", "found"), [(1, {"hung": [1, 1]}), (0, {"rollback made": [12], "hung": [0, 0]})]
)
def test_what_hung_is_counted_and_not_timed(odds, found):
    assert noted(note_changes, CHANGES, hanging(odds)) == found


def test_a_change_that_only_a_boss_is_about_is_no_everyday_one():
    assert not everyday([replace(SCENARIO, boss=True)])
    assert "roll back app" in everyday([SCENARIO])
    outcomes = {name: o for name, o in SCENARIO.outcomes.items() if name != "roll back app"}
    assert not noted(note_changes, CHANGES, replace(SCENARIO, outcomes=outcomes))


def test_watching_a_queue_is_another_thing_than_watching_a_rate():
    found = noted(note_verifications, CHANGES, SCENARIO)
    assert found == {"verified on a rate": [3], "verified on a queue": [15]}


def test_the_runbook_is_noted_by_kind():
    notes = Notes()
    note_runbook(SCENARIO.organisation, everyday([SCENARIO]), notes)
    assert notes.taken["rollback in the runbook"] == [15]
    assert "hotfix in the runbook" not in notes.taken
    assert set(notes.taken["failover in the runbook"]) == {7}


IMPACT = """
    0:00:00 impact-changed failing=600 arriving=0
    0:10:00 customers-reported count=4
    0:30:00 impact-changed failing=1200 arriving=600 total=18000
    0:40:00 customers-reported count=10
    0:50:00 impact-changed failing=30 arriving=1200 total=42000
    1:30:00 impact-changed failing=0 arriving=30 total=43200
    1:40:00 ended
"""


def test_tickets_stand_against_the_hours_they_come_from():
    assert noted(note_tickets, IMPACT, "all", (0, HOUR)) == {"all tickets": [4, 6], "all hours": [100, 400]}
    assert noted(note_tickets, IMPACT, "late", (600, HOUR)) == {"late tickets": [6], "late hours": [400]}


def test_an_incident_lasts_from_its_cause_until_hardly_anyone_is_left():
    cause = '0:00:00 cause-drawn cause="stalled primary" seen=truth\n'
    entries = read_timeline(cause + IMPACT.strip())
    assert began_at(entries, SCENARIO) == -360
    assert over_at(entries) == 50 * 60
    assert over_at(()) == 0


def test_a_boss_is_no_everyday_incident():
    outage, usual, notorious = Library.open().outage("write-stall"), Notes(), Notes()
    observe(outage, 1, usual)
    observe(replace(outage, scenario=replace(outage.scenario, boss=True)), 1, notorious)
    assert len(usual.taken["incident"]) == 1
    assert "incident" not in notorious.taken
    assert usual.taken["acknowledged by day"] == notorious.taken["acknowledged by day"]


def test_samples_are_pooled_in_order():
    assert pooled([{"a": [1], "b": [2]}, {"a": [3]}]) == {"a": [1, 3], "b": [2]}


@pytest.mark.slow
def test_what_is_observed_fills_every_row_and_does_not_hang_on_the_cores():
    one, two = (
        crew.observed(["write-stall", "hot-replicas", "customer-config"], [1, 2], cores) for cores in (1, 2)
    )
    assert one == two
    notes = Notes()
    note_runbook(SCENARIO.organisation, frozenset(SCENARIO.organisation.runbook), notes)
    empty = [row.quantity for row in rows(pooled([notes.taken, one])) if not row.found.count]
    assert [name for name in empty if "night" not in name] == []


def test_a_row_says_whether_it_is_within():
    rows_ = [
        Row("a", TARGET, Estimate(5, 0.1, 99)).figure(),
        Row("b", TARGET, Estimate(8, 0.1, 99)).figure(),
        Row("c", TARGET, Estimate(8, 0.1, 3)).figure(),
    ]
    assert table(rows_).splitlines() == [
        "| quantity | source | target  | simulated    | within  |",
        "|----------|--------|---------|--------------|---------|",
        "| a        | people | 4-6 min | 5 min (n=99) | yes     |",
        "| b        | people | 4-6 min | 8 min (n=99) | NO      |",
        "| c        | people | 4-6 min | 8 min (n=3)  | too few |",
    ]


def test_without_any_observation_every_row_is_still_told():
    figures = [row.figure() for row in rows({})]
    assert {figure.held for figure in figures} == {None}
    assert json.loads(json.dumps([figure.record() for figure in figures], allow_nan=False))


@pytest.mark.parametrize(("held", "code"), [(True, 0), (None, 0), (False, 1)])
def test_the_command_ends_with_1_when_something_is_outside(monkeypatch, capsys, held, code):
    figure = Figure("a", 5, "min", "9 observations", "4-6 min", held, "people")
    monkeypatch.setitem(MEASURES, "realism", lambda _: iter([figure]))
    assert run(["realism"]) == code
    assert capsys.readouterr().out.startswith("| quantity | source")
    assert run(["realism"], as_json=True) == code
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["source"], record["bar"], record["held"]) == ("people", "4-6 min", held)


def test_a_bar_is_shown_on_a_terminal_only():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    screen, pipe = Terminal(), io.StringIO()
    assert list(crew.told(iter([{"a": [1]}, {}]), 2, screen)) == [{"a": [1]}, {}]
    assert "1 of 2 plays" in screen.getvalue()
    assert screen.getvalue().endswith("\r\033[K")
    list(crew.told(iter([{}]), 1, pipe))
    assert pipe.getvalue() == ""


PAGE = (SHIPPED.parent / "docs" / "background" / "realism.md").read_text("utf-8")


@pytest.mark.parametrize("row", list(rows({})), ids=lambda row: row.quantity)
def test_every_row_is_explained_and_its_source_is_a_section(row):
    told = " ".join(PAGE.split())
    name = row.quantity.replace(" by night", " by day")
    assert f"*{name}*" in told
    assert f"\n### {row.target.source.capitalize()}\n" in PAGE
    assert f"\n| {row.quantity} " in PAGE
    assert f" {row.target.words} " in PAGE
