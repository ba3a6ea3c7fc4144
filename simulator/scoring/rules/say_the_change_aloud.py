"""Say the change aloud: why a change is made is on record before it is.

The order says why (`because`), or a decision stated in the ten minutes before it does, or somebody says so
around the order, naming the change: in talk, in a note or in a situation report. A reason has at least three
different words, and is this change's own: the same words for another change, whatever number is in them, are
no reason any more. What it says is not judged here; whether the choice was
good is (`least-regret`).

Why: a line with what, who and why lets the next person, and the review, follow what was expected, and a
sentence that has to be said is a thought that has to be had (D7, C8). Almost every change should have one.

Exception: the same change again, in full or on the next unit, needs no new words.

Pass:
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana because="writes on shard 3 are stuck"
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:20:00 decided text="the release fits as well, we take it back next"
    0:21:00 change-ordered id=c2 change="roll back app" owner=bo
    0:21:00 change-started id=c2 change="roll back app" owner=bo

Fail:
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:20:00 change-ordered id=c2 change="roll back app" owner=bo because="may help"
    0:20:00 change-started id=c2 change="roll back app" owner=bo
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Decided
from simulator.scoring import talked
from simulator.scoring.case import Case
from simulator.scoring.grounds import STATED_BEFORE
from simulator.scoring.mark import Mark, cited
from simulator.scoring.objecting import is_reason
from simulator.scoring.words import clock, name

NAME = "say-the-change-aloud"
AXIS: Axis = "sequencing"


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that was begun."""
    if not case.shows("decide"):
        return
    decided = [(entry, fact.text) for entry, fact in each(case.seen, Decided)]
    used: dict[str, str] = {}
    told: set[str] = set()
    for attempt in case.started:
        reasons = [(line, text) for line, text in _said(case, attempt, decided) if is_reason(text)]
        own = [pair for pair in reasons if used.setdefault(_plain(pair[1]), attempt.change) == attempt.change]
        if own:
            told.add(attempt.change)
        if own or attempt.change not in told:
            yield _mark(attempt, own, reasons)


def _said(case: Case, attempt: Attempt, decided: list[tuple[Entry, str]]) -> Iterator[tuple[int, str]]:
    """What was given as a reason, with its line: in the order, in decisions, or in what was said around it.

    The nearest comes first, and what names the change before what does not.
    """
    yield attempt.order, attempt.because
    lately = [
        (entry.number, text)
        for entry, text in reversed(decided)
        if entry.number < attempt.order and entry.at >= attempt.ordered - STATED_BEFORE
    ]
    named = [(line, text) for line, text in lately if talked.names(case, text, attempt)]
    yield from named
    aloud = talked.reason(case, attempt)
    if aloud is not None:
        yield aloud[0].number, aloud[1]
    yield from (pair for pair in lately if pair not in named)


def _plain(text: str) -> str:
    return " ".join(word for word in text.lower().split() if not word.isdecimal())


def _mark(attempt: Attempt, own: list[tuple[int, str]], reasons: list[tuple[int, str]]) -> Mark:
    when = f"{name(attempt)} was ordered at {clock(attempt.ordered)}"
    if own:
        line, text = own[0]
        summary = f"{when}, and why was said: {text.strip().rstrip('.')}."
        return Mark(NAME, AXIS, 1.0, 1.0, summary, cited(line, attempt.order), attempt.ordered)
    summary = f"{when}, {_missing(attempt, reasons)}."
    lines = cited(*(line for line, _ in reasons), attempt.order)
    return Mark(NAME, AXIS, 0.0, 1.0, summary, lines, attempt.ordered)


def _missing(attempt: Attempt, reasons: list[tuple[int, str]]) -> str:
    if reasons:
        return "in words that had been used for another change"
    short = attempt.because.strip().rstrip(".")
    return f"and why was said in too few words: {short}" if short else "and nobody said why"
