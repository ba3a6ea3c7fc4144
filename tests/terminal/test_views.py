"""What one can read during an exercise: tidy, within the screen, and nothing but what is known."""

import re

import pytest

from simulator.domain.level import level
from simulator.domain.organisation import Alert
from simulator.domain.value import replace
from simulator.exercise import Exercise, take_turn
from simulator.exercise.sight import Sight
from simulator.terminal.views import VIEWS
from simulator.terminal.views.runbook import runbook
from tests.plays import shipped

COURSE = (
    "declare high", "page data", "wait 10m", "signals", "investigate db by ada within 10m",
    "post status page investigating affecting buy next in 20m", "order fail over db by ada", "wait 20m",
    "verify fail over db on db time for 5m", "wait 6m", "freeze", "residual fail over db because it works",
)  # fmt: skip


@pytest.fixture
def played(exercise):
    """Half an hour into the small outage."""
    for text in COURSE:
        take_turn(exercise, "commander", text)
    return exercise


@pytest.mark.parametrize("view", list(VIEWS))
@pytest.mark.parametrize("width", [60, 80, 110])
def test_a_view_stays_within_the_screen(played, view, width):
    lines = VIEWS[view](Sight(played), width)
    assert lines
    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_view_can_be_read_at_the_first_second(exercise, view):
    if view != "signals":
        assert VIEWS[view](Sight(exercise), 80) or view == "timeline"


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_view_of_a_shipped_outage_stays_within_the_screen(library, view):
    exercise = library.outage("write-stall").exercise(3)
    take_turn(exercise, "commander", "signals")
    assert [line for line in VIEWS[view](Sight(exercise), 80) if len(line) > 80] == []


def test_signals_that_do_not_load_are_no_empty_page(library):
    exercise = library.outage("everywhere-at-once").exercise(5)
    take_turn(exercise, "commander", "wait 5m")
    take_turn(exercise, "commander", "signals")
    assert VIEWS["signals"](Sight(exercise), 80) == ["The dashboards do not load."]


def test_the_truth_is_in_no_view(played):
    told = "\n".join(line for view in VIEWS.values() for line in view(Sight(played), 80))
    for cause in played.scenario.causes.values():
        assert cause.name not in told
        assert cause.truth not in told


def test_the_board_says_where_one_stands(played):
    board = "\n".join(VIEWS["board"](Sight(played), 80))
    assert "Command     high, triage" in board
    assert "other teams' changes are frozen" in board
    assert "c1 fail over db by Ada: made" in board
    assert "stays" in board
    assert "status page: investigating at " in board


def test_the_board_holds_what_whoever_takes_over_needs(played):
    before = "\n".join(VIEWS["board"](Sight(played), 80))
    assert "Notes" not in before or "stays for now" in before
    for words in ("sitrep one shard is back", "decide to wait for the replica", "wait 70m"):
        take_turn(played, "commander", words)
    board = "\n".join(VIEWS["board"](Sight(played), 80))
    assert re.search(r"summed up 0:\d\d:\d\d: one shard is back", board)
    assert re.search(r"decided 0:\d\d:\d\d: to wait for the replica", board)
    assert re.search(r"Here +Ada \(1 h", board)
    assert "Waiting" in board


def test_an_overdue_update_is_marked_by_words(played):
    take_turn(played, "commander", "wait 40m")
    sight = Sight(played)
    assert " LATE" in "\n".join(VIEWS["board"](sight, 80))
    assert "! next" in "\n".join(VIEWS["clocks"](sight, 80))


def test_the_clocks_say_what_too_minor_a_severity_lets_nobody_off():
    """A P3 owes nobody anything; a large outage declared as one is held to what a P2 owes."""
    exercise = Exercise(*shipped("write-stall"), 1)
    take_turn(exercise, "commander", "declare P3")
    told = " ".join("\n".join(VIEWS["clocks"](Sight(exercise), 200)).split())
    assert "status page not told yet nothing due. Nothing is owed at P3, unless more than 1 % of" in told
    take_turn(exercise, "commander", "severity P2 because more fail")
    told = " ".join("\n".join(VIEWS["clocks"](Sight(exercise), 200)).split())
    assert "leadership not told yet nothing due. Nothing is owed at P2." in told


def test_the_runbook_puts_what_is_easy_first(exercise):
    lines = VIEWS["runbook"](Sight(exercise), 80)
    order = [line.split("  ")[1] if line.startswith("  ") else line for line in lines]
    easy = next(
        n
        for n, line in enumerate(lines)
        if line.startswith(" Kinds of change that the process tries first (")
    )
    slow = next(n for n, line in enumerate(lines) if line == " Other kinds:")
    assert easy < order.index("roll back web") < slow < order.index("clear cache")
    assert any("! harmful if replica is behind (check: 60 s)" in line for line in lines)


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        ("db", {"fail over db", "clear cache"}),
        ("db time", {"fail over db", "clear cache"}),
        ("web", {"roll back web"}),
        ("pizza oven", set()),
    ],
)
def test_the_runbook_for_a_place_or_a_signal_has_what_is_made_or_shows_there(exercise, of, shown):
    lines = "\n".join(runbook(Sight(exercise), 80, of))
    named = {name for name in exercise.scenario.organisation.runbook if name in lines}
    assert named == shown
    assert shown or lines.startswith("  Nothing in the runbook is made at pizza oven")


def test_the_runbook_for_a_place_tells_what_each_change_does():
    """That no primary can be named while a vote is open stood in the runbook, where nobody could read it."""
    vault = Sight(Exercise(*shipped("stuck-vault"), 1))
    told = "They do not listen while a vote is open"
    assert told in " ".join(" ".join(runbook(vault, 80, "vault")).split())
    assert told not in " ".join(" ".join(runbook(vault, 80)).split())  # all of it is long enough


def test_people_show_who_is_here_first(played):
    lines = VIEWS["people"](Sight(played), 80)
    assert "here" in lines[1]
    assert "Ada Moss" in lines[1]


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("web errors", 0.03, "up"), ("web errors", 0.01, "normal"), ("purchases", 0.9, "down"),
        ("purchases", 0.99, "normal"), ("db time", 4.0, "up"), ("db time", 1.1, "normal"),
    ],
)  # fmt: skip
def test_a_reading_is_up_down_or_normal(exercise, name, value, word):
    company = exercise.scenario.organisation
    assert level(company.signals[name], value, company) == word


@pytest.mark.parametrize(
    ("shows", "value", "word"),
    [
        ("waiting", 20, "normal"),
        ("waiting", 900, "up"),
        ("lost work", 0.001, "normal"),
        ("lost work", 0.1, "up"),
    ],
)
def test_queues_and_lost_work_have_their_words_too(exercise, shows, value, word):
    signal = replace(exercise.scenario.organisation.signals["web errors"], name="other", shows=shows)
    assert level(signal, value, exercise.scenario.organisation) == word


def test_what_sets_off_an_alert_is_never_normal(exercise):
    alert = Alert("tight", "web errors", "above", 0.005, 60, "site")
    company = replace(exercise.scenario.organisation, alerts=(alert,))
    assert level(company.signals["web errors"], 0.01, company) == "up"
