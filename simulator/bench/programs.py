"""How long people wait for the program: help, the first prompt, a review, a check of what they wrote."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.bench.clock import middle
from simulator.bench.figure import Figure
from simulator.library import Library
from simulator.library.checking import criticise
from simulator.library.places import shipped

ROUNDS = 5
HELP_WITHIN, PROMPT_WITHIN, REVIEW_WITHIN = 0.3, 1.0, 5.0
CHECK_WITHIN, CHECK_ALL_WITHIN = 0.3, 3.0
CHECKED = "no-search.yaml"
"""The shipped outage that is checked: of some 150 lines, as most are."""
BRIEFED = b"You could begin with"


def icsim(*words: str) -> list[str]:
    """The command line of the program that is measured: this interpreter's."""
    return [sys.executable, "-m", "simulator", *words]


def waits() -> Iterator[Figure]:
    """Seconds until help is shown, until the briefing and prompt are, and until a play is reviewed."""
    yield _timed("icsim --help", lambda: _whole(icsim("--help")), HELP_WITHIN, "whole process")
    with TemporaryDirectory() as folder:
        begun, play = Path(folder) / "begun.jsonl", Path(folder) / "play.jsonl"
        yield _timed(
            "icsim play to its prompt", lambda: _until_briefed(begun), PROMPT_WITHIN, "to the first prompt"
        )
        _whole(
            icsim("play", "write-stall", "--seed", "2", "--player", "by-the-book", "--out", str(play)), folder
        )
        review = icsim("review", str(play), "--out", str(Path(folder) / "debrief.html"))
        how = "a play by the book, figures and costliest decisions in"
        yield _timed("icsim review", lambda: _whole(review, folder), REVIEW_WITHIN, how)
    yield from _checks()


def _checks() -> Iterator[Figure]:
    """Seconds to check one outage, without and with the start of the program, and all that is shipped."""
    outage = shipped("scenarios") / CHECKED
    lines = len(outage.read_text("utf-8").splitlines())
    one = f"{CHECKED}, {lines} lines, organisation and doctrine read anew"
    yield _timed("check of an outage", lambda: _criticised(outage), CHECK_WITHIN, one)
    whole = middle([_whole(icsim("check", str(outage))) for _ in range(ROUNDS)])
    yield Figure("icsim check of it", whole, "s", f"whole process, which first starts, median of {ROUNDS}")
    every = icsim("check", str(shipped("scenarios")))
    yield _timed(
        "icsim check of everything shipped", lambda: _whole(every), CHECK_ALL_WITHIN, "whole process"
    )


def _criticised(outage: Path) -> float:
    begin = time.perf_counter()
    criticise(outage, Library.open())
    return time.perf_counter() - begin


def _timed(name: str, work: Callable[[], float], within: float, how: str) -> Figure:
    work()
    took = middle([work() for _ in range(ROUNDS)])
    return Figure(name, took, "s", f"{how}, median of {ROUNDS}", f"under {within:g} s", took < within)


def _whole(words: Sequence[str], folder: str | None = None) -> float:
    begin = time.perf_counter()
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - begin


def _until_briefed(play: Path) -> float:
    play.unlink(missing_ok=True)
    begin = time.perf_counter()
    words = icsim("play", "write-stall", "--seed", "1", "--plain", "--out", str(play))
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as child:
        shown = b""
        while not (BRIEFED in shown and b"> " in shown.rpartition(BRIEFED)[2]) and child.poll() is None:
            shown += os.read(child.stdout.fileno(), 65536) if child.stdout else b""
        took = time.perf_counter() - begin
        child.kill()
    return took
