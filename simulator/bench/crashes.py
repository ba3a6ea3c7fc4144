"""Whether a killed process loses anything that it had acknowledged, and resumes to the same end."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.bench.figure import Figure
from simulator.bench.fuzz import Luck
from simulator.bench.programs import icsim
from simulator.exercise import Exercise, read_recording
from simulator.exercise.players import ByTheBook, play
from simulator.library import Library

KILLS = 50
SEED = 3


def crashes(outage: str) -> Iterator[Figure]:
    """Kills after which an acknowledged command was missing, or the resumed play ended otherwise."""
    found = Library.open().outage(outage)
    played = play(Exercise(found.scenario, found.doctrine, SEED), ByTheBook())
    words = [line.text for line in played.recording.commands]
    luck, lost, other = Luck(3), 0, 0
    with TemporaryDirectory() as folder:
        unbroken = _played(Path(folder) / "whole.jsonl", outage, words)
        for number in range(KILLS):
            path = Path(folder) / f"{number}.jsonl"
            acknowledged = _killed(path, outage, words, luck)
            kept = _commands(path)
            lost += kept < acknowledged
            begun = path.exists()  # killed before it had begun, it is simply played
            other += (_resumed(path, words[kept:]) if begun else _played(path, outage, words)) != unbroken
    how = f"SIGKILL at {KILLS} moments of a play of {outage} read from a pipe"
    yield Figure("kills that lost an acknowledged command", lost, "", how, "none", lost == 0)
    yield Figure("kills after which the play ended otherwise", other, "", how, "none", other == 0)


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines()[1:]


def _commands(path: Path) -> int:
    recording = read_recording(path.read_text()).recording if path.exists() else None
    return len(recording.commands) if recording else 0


def _feed(line: list[str], words: list[str], folder: Path) -> None:
    text = "\n".join(words) + "\n"
    subprocess.run(line, input=text, text=True, check=False, stdout=subprocess.DEVNULL, cwd=folder)


def _play(path: Path, outage: str) -> list[str]:
    return icsim("play", outage, "--seed", str(SEED), "--script", "-", "--out", str(path))


def _played(path: Path, outage: str, words: list[str]) -> list[str]:
    _feed(_play(path, outage), words, path.parent)
    return _lines(path)


def _resumed(path: Path, words: list[str]) -> list[str]:
    _feed(icsim("play", "--resume", str(path), "--script", "-"), words, path.parent)
    return _lines(path)


def _killed(path: Path, outage: str, words: list[str], luck: Luck) -> int:
    """Feed a play some of its lines, kill it somewhere among them, and count what it had acknowledged."""
    upto = 1 + luck.below(len(words) - 1)
    pipe = subprocess.PIPE
    with subprocess.Popen(_play(path, outage), stdin=pipe, stdout=pipe, bufsize=0, cwd=path.parent) as child:
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the child has no pipes")
        child.stdin.write(("\n".join(words[:upto]) + "\n").encode())
        shown, wanted = b"", luck.below(40_000)
        while len(shown) < wanted and _echoed(shown, words) < upto - 1 and child.poll() is None:
            shown += os.read(child.stdout.fileno(), 1 + luck.below(4096))
        child.send_signal(signal.SIGKILL)
        child.wait()
    return _echoed(shown, words[:upto])


def _echoed(shown: bytes, words: list[str]) -> int:
    """How many lines were answered: each was echoed, and so was the one after it."""
    echoed, at = 0, 0
    for text in words:
        at = shown.find(f"> {text}".encode()[:40], at) + 1
        if not at:
            break
        echoed += 1
    return max(0, echoed - 1)
