"""`icsim retry`, from a script to its comparison, and what comes back when."""

import json
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.exercise import read_recording
from simulator.library.diary import Diary, diary_path

WORDS = """\
declare high
page data
wait 10m
order roll back web by ben
wait 15m
verify roll back web by ben
wait 20m
order fail over db by ada
wait 20m
end
"""
LONG_AGO = "2026-01-05T12:00:00+00:00"
BETTER, SAME = "order fail over db by ada\nwait 10m\nend\n", "order roll back web by ben\nwait 10m\nend\n"


@pytest.fixture(autouse=True)
def _own_history(tmp_path, monkeypatch):
    monkeypatch.setenv("ICSIM_HISTORY", str(tmp_path / "own.db"))


def script(text: str) -> str:
    Path("said.txt").write_text(text, "utf-8")
    return "said.txt"


@pytest.fixture
def mine(icsim) -> Path:
    """A play of one's own in which the wrong change came first."""
    assert icsim("play", "slow-shop", "--seed", "1", "--script", script(WORDS))[0] == 0
    return Path("icsim-plays/slow-shop-1.jsonl")


def diary() -> Diary:
    path = diary_path(os.environ)
    assert path
    return Diary(path)


def test_the_debrief_says_how_to_decide_again(icsim):
    _, out, _ = icsim("play", "slow-shop", "--seed", "1", "--script", script(WORDS))
    assert "To decide one of them again:\n    icsim retry slow-shop-1 --moment 1\n" in out
    page = Path("icsim-plays/slow-shop-1.html").read_text("utf-8")
    assert "<code>icsim retry slow-shop-1 --moment 2</code>" in page
    _, text, _ = icsim("review", "slow-shop-1", "--format", "md", "--out", "-")
    assert "`icsim retry slow-shop-1 --moment 1`" in text


def test_each_command_that_the_debrief_tells_runs(icsim, mine):
    _, text, _ = icsim("review", "slow-shop-1", "--format", "json")
    for card in json.loads(text)["cards"]:
        words = card["again"].split()[1:]
        assert icsim(*words, "--short", "--script", script("order fail over db by ada\n"))[0] == 0


def test_the_moments_of_a_recording_are_listed_without_what_was_best(icsim, mine):
    code, out, err = icsim("retry", "slow-shop-1")
    assert (code, err) == (0, "")
    assert "1. 0:10:35  You ordered 'roll back web'\n   icsim retry slow-shop-1 --moment 1\n" in out
    assert "fail over" not in out
    listed = json.loads(icsim("retry", "slow-shop-1", "--json")[1])
    assert listed[0] == {"moment": 1, "at": 635, "chosen": "You ordered 'roll back web'"}


def test_a_moment_is_decided_better_and_the_two_courses_are_compared(icsim, mine):
    code, out, err = icsim("retry", "slow-shop-1", "--moment", "1", "--script", script(BETTER))
    assert (code, err) == (0, "")
    opening, _, rest = out.partition("What do you do?")
    assert "Buying fails for some  (slow-shop, seed 1), back at 0:10:35" in opening
    assert "Known         nothing yet that tells the causes apart" in opening
    assert "fail over db" not in opening, "what was best is not told before"
    assert "Then  0:10:35  order 'roll back web': expected to cost 2,200 customer-minutes" in rest
    assert "Now   0:10:35  order 'fail over db': expected to cost nothing more" in rest
    assert "Passed: by what you knew, no other choice was noticeably better." in rest
    assert "then           now\ncustomer-minutes lost" in rest
    assert "easy fix first" in rest
    assert re.search(
        r"\nIn this world you lost [\d,]+ customer-minutes (less|more) than the first time\.\n", rest
    )
    assert "It comes back on " in rest


def test_the_same_again_is_not_passed_and_says_what_was_better(icsim, mine):
    _, out, _ = icsim("retry", "slow-shop-1", "--moment", "1", "--script", script(SAME))
    assert "Not yet: by what you knew, it was better to order 'fail over db'." in out


def test_nothing_decided_does_not_count(icsim, mine):
    _, out, _ = icsim("retry", "slow-shop-1", "--moment", "1", "--short", "--script", script("board\n"))
    assert "nothing was decided that could be weighed; this time does not count" in out
    assert not any(each.tries for each in diary().moments())


def test_a_child_has_a_recording_of_its_own_that_replays_and_keeps_its_parent(icsim, mine):
    before = mine.read_bytes()
    icsim("retry", "slow-shop-1", "--moment", "1", "--script", script(BETTER))
    child = Path("icsim-plays/slow-shop-1-retry.jsonl")
    recording = read_recording(child.read_text("utf-8")).recording
    parent = read_recording(mine.read_text("utf-8")).recording
    assert recording
    assert parent
    assert recording.header.parent
    assert recording.header.parent.digest == parent.digest
    assert recording.text() == child.read_text("utf-8")
    assert icsim("replay", "slow-shop-1-retry")[0] == 0
    assert mine.read_bytes() == before
    icsim("retry", "slow-shop-1", "--moment", "1", "--script", script(BETTER))
    assert Path("icsim-plays/slow-shop-1-retry-2.jsonl").read_bytes() == child.read_bytes()


def test_a_short_one_ends_with_the_decision_and_can_be_gone_on_with(icsim, mine):
    _, out, _ = icsim("retry", "slow-shop-1", "--moment", "1", "--short", "--script", script(BETTER))
    assert "Passed" in out
    assert "> wait 10m" not in out
    assert "Scores" not in out
    assert "icsim play --resume icsim-plays/slow-shop-1-retry.jsonl" in out
    assert icsim("replay", "slow-shop-1-retry")[0] == 0
    code, out, _ = icsim("play", "--resume", "slow-shop-1-retry", "--script", script("wait 10m\nend\n"))
    assert code == 0
    assert "Scores" in out


def test_going_on_with_it_counts_for_the_moment_too(icsim, mine):
    icsim("retry", "slow-shop-1", "--moment", "1", "--short", "--script", script("board\n"))
    icsim("play", "--resume", "slow-shop-1-retry", "--script", script(BETTER))
    there = next(one for one in diary().moments() if one.moment.at == 635)
    assert [each.passed for each in there.tries] == [True]


def test_the_same_words_another_time_count_again(icsim, mine):
    for _ in range(2):
        icsim("retry", "slow-shop-1", "--moment", "1", "--short", "--script", script(BETTER))
    there = next(one for one in diary().moments() if one.moment.at == 635)
    assert [each.passed for each in there.tries] == [True, True]


def test_a_what_if_that_is_taken_over_at_the_moment_counts(process, mine):
    told = process("whatif", "slow-shop-1", "--at", "0:10:35", "--take-over", typed=BETTER)
    assert told.returncode == 0, told.stderr
    there = next(one for one in diary().moments() if one.moment.at == 635)
    assert [each.passed for each in there.tries] == [True]


def test_without_a_recording_those_are_told_that_are_waiting(icsim, mine):
    code, out, _ = icsim("retry")
    assert code == 0
    assert "Moments that you have not decided again yet\n  slow-shop, seed 1, 0:10:35: You ordered" in out
    assert "    icsim retry slow-shop-1 --moment 1 --short\n" in out


def test_a_moment_that_was_decided_again_is_out_of_the_way_until_it_is_due(icsim, mine):
    icsim("retry", "slow-shop-1", "--moment", "1", "--short", "--script", script(BETTER))
    _, out, _ = icsim("retry")
    assert "0:10:35" not in out
    assert "The next moment comes back on " in out
    make_due()
    _, out, _ = icsim("retry")
    assert "Moments that are due again\n  slow-shop, seed 1, 0:10:35" in out
    assert "decided again 1 time, passed 1; last on" in out
    assert "Due again from your own plays: 1 moment. To see: icsim retry" in icsim("drill")[1]
    told = json.loads(icsim("retry", "--json")[1])
    assert told[0]["tries"] == 1
    assert told[0]["due"]


def make_due() -> None:
    """Let it be long ago that moments were tried."""
    with closing(sqlite3.connect(diary().path)) as database, database:
        database.execute("UPDATE tries SET tried = ?", (LONG_AGO,))


def test_somebody_else_s_recording_can_be_tried_and_only_that_moment_is_kept(
    icsim, mine, monkeypatch, tmp_path
):
    monkeypatch.setenv("ICSIM_HISTORY", str(tmp_path / "other.db"))
    icsim("retry", "slow-shop-1", "--moment", "1", "--short", "--script", script(BETTER))
    assert diary().plays() == ()
    assert [(one.moment.number, len(one.tries)) for one in diary().moments()] == [(1, 1)]


def test_without_a_history_it_is_compared_all_the_same(icsim, mine, monkeypatch):
    monkeypatch.setenv("ICSIM_HISTORY", "off")
    code, out, err = icsim("retry", "slow-shop-1", "--moment", "1", "--script", script(BETTER))
    assert (code, err) == (0, "")
    assert "Passed" in out
    assert "comes back" not in out
    code, _, err = icsim("retry")
    assert code == 2
    assert "no history is kept" in err


def test_a_what_if_that_plays_itself_does_not_count(icsim, mine):
    told = icsim("whatif", "slow-shop-1", "--at", "0:10:35", "--say", "order fail over db by ada")
    assert told[0] == 0
    assert not any(each.tries for each in diary().moments()), "only what was played on from there"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("slow-shop-1", "--moment", "9"), 1, "has no moment 9. It has 1, 2"),
        (("slow-shop-1", "--moment", "0"), 2, "0 is not in the range"),
        (("nowhere", "--moment", "1"), 2, "there is no recording 'nowhere'"),
        (("--moment", "1"), 2, "name the recording whose moment it is"),
        (("--short",), 2, "name the recording whose moment it is"),
        (("slow-shop-1", "--moment", "1", "--json"), 2, "--json is for lists"),
        (("slow-shop-1", "--moment", "1", "--pace", "10x", "--plain"), 2, "a running clock needs the live"),
        (("slow-shop-1", "--moment", "1", "--out", "icsim-plays/slow-shop-1.jsonl"), 1, "is there already"),
    ],
)
def test_what_cannot_be_tried_gets_a_sentence(icsim, mine, words, code, message):
    outcome, _, err = icsim("retry", *words)
    assert outcome == code
    assert message in " ".join(err.split())
    assert not Path("icsim-plays/slow-shop-1-retry.jsonl").exists()


def test_a_drill_is_done_again_as_a_drill(icsim):
    icsim("play", "declare-now", "--seed", "1", "--script", script("declare P1\n"))
    assert "icsim drill declare-now" in icsim("retry", "declare-now-1")[1]
    code, _, err = icsim("retry", "declare-now-1", "--moment", "1")
    assert code == 1
    assert "icsim drill declare-now" in err


def test_a_play_without_a_costly_decision_says_so(icsim):
    icsim("play", "slow-shop", "--seed", "1", "--script", script("declare high\n" + "page data\nend\n"))
    _, out, _ = icsim("retry", "slow-shop-1")
    assert out.count("icsim retry") <= 1 or "no decision" in out
