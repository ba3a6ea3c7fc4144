"""What the tests of the command line share: an empty folder, a small shelf, the command itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli import group
from simulator.cli.outcome import run as run_group

SHELF = Path(__file__).parents[1] / "library" / "shelf"
SCRIPT = (Path(__file__).parent / "commands.txt").read_text("utf-8")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Every test works in an empty folder of its own, with the small shelf beside what is shipped."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICSIM_SCENARIOS", str(SHELF))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def icsim(capsys):
    """Run a command in this process: its exit code, output and error output."""

    def run(*words: str) -> tuple[int, str, str]:
        code = run_group(group, words)
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def process():
    """Run a command as a process of its own."""

    def run(*words: str, typed: str = "", **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "simulator", *words], input=typed, capture_output=True, text=True,
            timeout=120, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip

    return run


@pytest.fixture
def played(tmp_path) -> Path:
    """A recording of the small outage, as `icsim play` leaves it."""
    from simulator.exercise import take_turn
    from simulator.library import Journal, Library

    path = tmp_path / "icsim-plays" / "slow-shop-1.jsonl"
    journal = Journal.begin(path)
    outage = Library.open([SHELF]).outage("slow-shop")
    exercise = journal.start(lambda: outage.exercise(1, journal))
    for text in SCRIPT.splitlines():
        take_turn(exercise, "commander", text)
    journal.close()
    return path
