"""Whether plays repeat to the byte: under other hash seeds, other steps of time, other Pythons."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from simulator.bench.figure import Figure
from simulator.exercise import Exercise, expect_many, read_recording, replay
from simulator.exercise.players import RandomWords, play
from simulator.library import Library

TICKS = (7, 600)
HASH_SEEDS = ("1", "2")


def digests(outage: str, plays: int) -> Iterator[str]:
    """A digest of each random play, after it has been written, read and replayed with two sizes of steps.

    Raises AssertionError, naming the seed and the difference, for a play that does not repeat.
    """
    found = Library.open().outage(outage)
    for seed in range(1, plays + 1):
        played = play(
            Exercise(found.scenario, found.doctrine, seed, sources=found.sources), RandomWords(seed)
        )
        text = played.recording.text()
        recording = read_recording(text).recording
        if recording is None:
            raise AssertionError(f"seed {seed}: the recording does not read back")
        for tick in TICKS:
            again = replay(recording, found.scenario, found.doctrine, tick=tick)
            if again.difference or again.exercise.recording.text() != text:
                raise AssertionError(f"seed {seed}, steps of {tick} s: {again.difference}")
        yield sha256(text.encode()).hexdigest()


def replays(outage: str, plays: int, pythons: Sequence[str] = ()) -> Iterator[Figure]:
    """Plays that came out otherwise in any of the processes; each replays its own with two sizes of steps."""
    runs = [(python, hash_seed) for python in pythons or (sys.executable,) for hash_seed in HASH_SEEDS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each waits for a process of its own
        results = list(pool.map(lambda run: _elsewhere(run[0], run[1], outage, plays), runs))
    differ = sum(len(set(row)) > 1 for row in zip(*results, strict=True))
    versions = ", ".join(dict.fromkeys(_version(python) for python in pythons or (sys.executable,)))
    how = f"{plays} random plays of {outage}, hash seeds {' and '.join(HASH_SEEDS)}, "
    how += f"steps of {' and '.join(map(str, TICKS))} s, Python {versions}"
    yield Figure("plays that did not repeat to the byte", differ, "", how, "none", differ == 0)


def _elsewhere(python: str, hash_seed: str, outage: str, plays: int) -> list[str]:
    program = "from simulator.bench.replays import tell; tell()"
    words = [python, "-c", program, outage, str(plays)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return done.stdout.split()


def _version(python: str) -> str:
    words = [python, "-c", "import platform; print(platform.python_version())"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def tell() -> None:
    """Print the digests that another process asked for."""
    expect_many()
    for digest in digests(sys.argv[1], int(sys.argv[2])):
        sys.stdout.write(f"{digest}\n")
