"""The live console in a real pseudo-terminal: what a person sees while they type."""

import os
import re
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

pytestmark = [pytest.mark.tty, pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="no pty")]

SHELF = Path(__file__).parents[1] / "library" / "shelf"
PATIENCE = 120
WHERE_IS_THE_CURSOR = "\x1b[6n"


class Window:
    """A terminal of 80 by 24 with `icsim` in it. It answers where its cursor is, as terminals do."""

    def __init__(self, *words: str) -> None:
        environment = {**os.environ, "ICSIM_SCENARIOS": str(SHELF), "TERM": "xterm-256color"}
        environment.pop("NO_COLOR", None)
        self.screen = pyte.HistoryScreen(80, 24, history=5000)
        self._stream = pyte.Stream(self.screen)
        self._child = pexpect.spawn(
            sys.executable, ["-m", "simulator", *words], env=environment, dimensions=(24, 80),
            encoding="utf-8", codec_errors="replace", echo=False,
        )  # fmt: skip

    def look(self, seconds: float = 0.1) -> str:
        """Take in what came, and the screen as it is then."""
        try:
            came = self._child.read_nonblocking(65536, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            came = ""
        for _ in range(came.count(WHERE_IS_THE_CURSOR)):
            self._child.send(f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")
        self._stream.feed(came)
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def all(self) -> str:
        """Everything shown so far."""
        gone = ("".join(row[x].data for x in range(80)).rstrip() for row in self.screen.history.top)
        return "\n".join((*gone, *(line.rstrip() for line in self.screen.display)))

    def sees(self, pattern: str, within: float = PATIENCE) -> str:
        """Wait until something has been shown."""
        until = time.monotonic() + within
        while not re.search(pattern, self.all):
            assert time.monotonic() < until, f"never seen: {pattern}\n{self.all}"
            self.look()
        return self.all

    def stands(self, pattern: str) -> str:
        """Wait until something stands on the screen as it is now."""
        until = time.monotonic() + PATIENCE
        while not re.search(pattern, shown := self.look(), re.MULTILINE):
            assert time.monotonic() < until, f"does not stand there: {pattern}\n{shown}"
        return shown

    def type(self, keys: str) -> None:
        """Press keys, and let the console take them in."""
        self._child.send(keys)
        self.look(0.3)

    def say(self, words: str) -> None:
        """Type a line when the prompt is there."""
        self.type(words)
        self.type("\r")

    def wait(self) -> int:
        """Wait for the program to end; its exit code."""
        until = time.monotonic() + 2 * PATIENCE
        while self._child.isalive() and time.monotonic() < until:
            self.look()
        self._child.close()
        return int(self._child.exitstatus)


@pytest.fixture
def window(monkeypatch, tmp_path):
    """Opens windows, with a home of their own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    opened: list[Window] = []

    def open_window(*words: str) -> Window:
        opened.append(Window(*words))
        return opened[-1]

    yield open_window
    for each in opened:
        each._child.close(force=True)


def test_lines_stream_in_above_a_half_typed_one(window):
    seen = window("play", "slow-shop", "--seed", "1", "--pace", "60x")
    seen.sees(r"0:0\d:\d\d >")
    seen.say("declare high")
    seen.sees("You declare the incident at high")
    seen.type("order fail ov")
    seen.stands("> order fail ov$")
    seen.sees("Alert 'web errors > 5%'")
    seen.stands("> order fail ov$")  # the half-typed line is whole, and last
    seen.say("er db")
    seen.sees("(ordered|not possible|Who can)")
    said = [line.text for line in commands()]
    assert "order fail over db" in said


def test_tab_completes_from_the_exercise(window):
    seen = window("play", "slow-shop", "--seed", "1")
    seen.sees("0:00:00 >")
    seen.type("decl")
    seen.type("\t")
    seen.stands("> declare$")
    seen.type("h")
    seen.type("\t")
    seen.stands("> declare high$")
    seen.type("\r")
    seen.sees("You declare the incident at high")


def test_the_status_says_where_one_stands(window):
    seen = window("play", "slow-shop", "--seed", "1")
    seen.sees(r"0:00:00 \| not declared \| no alerts")
    seen.say("declare high")
    seen.sees(r"0:00:20 \| high triage \|")


def test_a_key_stops_the_clock_and_says_so(window):
    seen = window("play", "slow-shop", "--seed", "1", "--pace", "5x")
    seen.sees(r"\d 5x \|")
    seen.type("\x1a")
    seen.sees("Time stands still. go lets it run.")
    seen.sees(r"PAUSED \(go\)")


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_takes_two_presses_and_the_play_can_be_gone_on_with(window, key):
    first = window("play", "slow-shop", "--seed", "1")
    first.sees("0:00:00 >")
    first.say("declare high")
    first.sees("0:00:20 >")
    first.type(key)
    first.sees("press Ctrl-C again: your play is kept in[^>]*0:00:20 >")  # keys are taken at a prompt
    first.type(key)
    first.sees("icsim play --resume icsim-plays/slow-shop-1.jsonl")
    assert first.wait() == 0
    again = window("play", "--resume", "icsim-plays/slow-shop-1.jsonl")
    again.sees("You declare the incident at high")
    again.sees("0:00:20 >")
    again.say("page data")
    again.sees("Ada is paged")
    again.say("end")
    again.sees(r"End all the same\? \(y/N\)")
    again.say("y")
    again.sees("Debrief: ")
    assert again.wait() == 0
    assert [line.text for line in commands()] == ["declare high", "page data", "end"]


def test_what_was_typed_comes_back_in_the_next_play(window):
    first = window("play", "slow-shop", "--seed", "1")
    first.sees("0:00:00 >")
    first.say("declare high")
    first.sees("0:00:20 >")
    second = window("play", "slow-shop", "--seed", "2")
    second.sees("0:00:00 >")
    until = time.monotonic() + PATIENCE
    while "> declare high" not in second.look():  # earlier lines are read while one types
        assert time.monotonic() < until
        second.type("\x1b[A")


def commands():
    """The commands of the one recording there is."""
    from simulator.exercise import read_recording

    (path,) = Path("icsim-plays").glob("*.jsonl")
    recording = read_recording(path.read_text("utf-8")).recording
    assert recording
    return recording.commands


def test_a_moment_is_decided_again_at_the_console(window, tmp_path, monkeypatch):
    monkeypatch.setenv("ICSIM_HISTORY", str(tmp_path / "own.db"))
    (tmp_path / "said.txt").write_text(
        "declare high\npage data\nwait 10m\norder roll back web by ben\nwait 15m\n"
        "verify roll back web by ben\nwait 20m\norder fail over db by ada\nwait 20m\nend\n", "utf-8",
    )  # fmt: skip
    first = window("play", "slow-shop", "--seed", "1", "--script", "said.txt")
    first.sees("icsim retry slow-shop-1 --moment 1")
    assert first.wait() == 0
    again = window("retry", "slow-shop-1", "--moment", "1", "--short")
    again.sees("back at 0:10:35")
    again.sees("What do you do?")
    again.say("order fail over db by ada")
    again.sees("Passed: by what you knew")
    again.sees("It comes back on")
    assert again.wait() == 0
