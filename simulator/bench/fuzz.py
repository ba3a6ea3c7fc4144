"""Whether anything that can be typed or written in a file is answered, and never with a traceback."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b

from simulator.authoring import read_doctrine, read_organisation, read_scenario
from simulator.bench.figure import Figure
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise
from simulator.grammar import TABLE
from simulator.library import Library, Outage

LINES, FILES = 20_000, 5_000
PLAY_OF = 400
"""So many lines go to one exercise, then a new one is begun."""
SCRAPS = (
    "", " ", '"', "'", "\x00", "\t", "\u202e", "é", "💥", "-", ":", "{", "}", "[", "]", "&a", "*a", "%", "#",
    "!!python/object:x", "10:30", "no", "99999999999999999999h", "P1", "by", "because", "next in", "1e999",
    "|", ">", "~", "\\",
)  # fmt: skip


class Luck:
    """Numbers from a hash, so that a failure can be had again."""

    def __init__(self, seed: int) -> None:
        self._seed, self._turn = seed, 0

    def below(self, limit: int) -> int:
        """The next whole number from 0 up to, not with, a limit."""
        self._turn += 1
        key = f"{self._seed}|{self._turn}".encode()
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") % max(1, limit)


def mutate(text: str, luck: Luck) -> str:
    """A text with some of it cut, doubled, swapped or replaced by scraps."""
    for _ in range(1 + luck.below(4)):
        at, to = sorted((luck.below(len(text) + 1), luck.below(len(text) + 1)))
        to = min(to, at + 40)
        piece = (SCRAPS[luck.below(len(SCRAPS))], text[at:to] * 2, "", text[at:to][::-1])[luck.below(4)]
        text = text[:at] + piece + text[to:]
    return text


def fuzz(outage: str) -> Iterator[Figure]:
    """Lines and files that were met with an exception, or with a problem that has no place."""
    found = Library.open().outage(outage)
    how = "examples of the command table, mutated, said in exercises"
    yield _none("fuzzed lines with a traceback", _lines(found), f"{LINES} {how}")
    traces, placeless = _files(found)
    how = f"{FILES} mutations of the shipped files of {outage}"
    yield _none("mutated files with a traceback", traces, how)
    yield _none("mutated files with a problem that has no place", placeless, how)


def _none(name: str, count: int, how: str) -> Figure:
    return Figure(name, count, "", how, "none", count == 0)


def _lines(found: Outage) -> int:
    luck, failed = Luck(1), 0
    examples = [row.example for row in TABLE]
    exercise = Exercise(found.scenario, found.doctrine, 0)
    for number in range(LINES):
        if number % PLAY_OF == 0:
            exercise = Exercise(found.scenario, found.doctrine, number)
        text = mutate(examples[luck.below(len(examples))], luck)
        failed += not _survives(partial(_say, exercise, text))
    return failed


def _say(exercise: Exercise, text: str) -> None:
    exercise.tick(exercise.free_at(COMMANDER) + 5)
    receipt = exercise.submit(COMMANDER, text)
    if receipt.status in ("unreadable", "ambiguous", "refused") and not receipt.answer:
        raise AssertionError(text)


def _files(found: Outage) -> tuple[int, int]:
    luck, traces, placeless = Luck(2), 0, 0
    for _ in range(FILES):
        source = found.sources[luck.below(len(found.sources))]
        text = mutate(source.text, luck)
        problems: list[int] = []
        traces += not _survives(partial(_note_places, found, source.kind, text, problems))
        placeless += any(line < 1 for line in problems)
    return traces, placeless


def _note_places(found: Outage, kind: str, text: str, into: list[int]) -> None:
    into.extend(_places(found, kind, text))


def _places(found: Outage, kind: str, text: str) -> list[int]:
    if kind == "organisation":
        return [problem.origin.line for problem in read_organisation(text, "x.yaml").problems]
    if kind == "doctrine":
        return [problem.origin.line for problem in read_doctrine(text, "x.yaml").problems]
    company = found.scenario.organisation
    return [
        problem.origin.line
        for problem in read_scenario(text, "x.yaml", company, (found.doctrine.id,)).problems
    ]


def _survives(work: Callable[[], object]) -> bool:
    try:
        work()
    except Exception:  # noqa: BLE001 - whatever it is, it is what is being counted
        return False
    return True
