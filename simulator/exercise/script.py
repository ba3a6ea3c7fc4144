"""A script: commands as the lines of a text, a turn each, with notes and with moments that are waited for.

    # a note
    declare P1
    page datastores
    @joined raj
    @0:12:00 order roll back app by mei

A line `@KIND WORDS` lets time run until the seat sees an entry of that kind whose line in the timeline holds
the words; one that it has seen already is not waited for. `@CLOCK` lets time run to that second, and what
follows it on the line is said then. So a play still makes sense when people come a little later than before.
"""

from simulator.domain.codec import KINDS, kind_of
from simulator.domain.duration import HOUR, read_clock
from simulator.domain.entry import Entry
from simulator.domain.notation import write_entry
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value
from simulator.exercise.exercise import Exercise, may_see
from simulator.exercise.receipt import Receipt
from simulator.exercise.turns import take_turn

MOMENT = "@"
PATIENCE = HOUR
"""What has not happened after this long is waited for no longer (seconds)."""


class Stray(Value):
    """A line of a script, counted from 1, that did not do what it was written for, and why."""

    line: int
    text: str
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.text!r}: {self.why}"


def run_script(exercise: Exercise, text: str) -> tuple[Stray, ...]:
    """Say the lines of a script; what was not understood, refused, or waited for in vain comes back."""
    strays: list[Stray] = []
    for number, line in enumerate(text.splitlines(), 1):
        why = "" if exercise.over else _said(exercise, line.strip())
        if why:
            strays.append(Stray(number, line.strip(), why))
    return tuple(strays)


def _said(exercise: Exercise, line: str) -> str:
    """Why a line did not do what it was written for; empty when it did."""
    if not line or line.startswith("#"):
        return ""
    words, missed = pass_time(exercise, line)
    if missed or not words or exercise.over:
        return missed
    receipt = take_turn(exercise, COMMANDER, words)
    return _answer(receipt)


def _answer(receipt: Receipt) -> str:
    return receipt.answer if receipt.status in ("unreadable", "ambiguous", "refused") else ""


def pass_time(exercise: Exercise, line: str) -> tuple[str, str]:
    """Let time run to the moment that a line begins with: the words left, and what was missed."""
    if not line.startswith(MOMENT):
        return line, ""
    first, _, rest = line.removeprefix(MOMENT).strip().partition(" ")
    second = read_clock(first)
    if second is not None:
        exercise.tick(second)
        return rest.strip(), ""
    return "", _wait_for(exercise, first, rest.strip())


def _wait_for(exercise: Exercise, kind: str, words: str) -> str:
    if kind not in KINDS:
        return f"{kind!r} is no time and no kind of entry; write @0:12:00, or a kind such as @joined raj"
    heard, until = 0, exercise.now + PATIENCE
    while not any(_is(entry, kind, words) for entry in exercise.entries[heard:]):
        if exercise.over or exercise.now >= until:
            return "it did not happen"
        heard = len(exercise.entries)
        exercise.tick(exercise.now + 1)
    return ""


def _is(entry: Entry, kind: str, words: str) -> bool:
    return may_see(entry, COMMANDER) and kind_of(entry.fact) == kind and words in write_entry(entry)
