"""What the facilitator did, and how often help was given: said in the open, and never part of the score."""

import re
from collections import Counter

from simulator.debrief.reader import Reader
from simulator.domain.duration import show_clock
from simulator.domain.entry import Entry
from simulator.domain.fact import (
    Commanded,
    Ended,
    HintGiven,
    InjectFired,
    InjectHeld,
    InjectLetGo,
    InjectPlanned,
    InjectReworded,
    Nudged,
    Prompted,
    Said,
    Swooped,
    Whispered,
)
from simulator.domain.prose import say
from simulator.domain.prose.saying import counted
from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.guided import cut_short, shadows

_INJECT = re.compile(r"\binject (\d+)")
"""How the facilitator's desk calls what is planned; people who were trained do not know the word."""
_CUT = " It was ended before the incident was closed; the losses of others run on to their own end."
STEPPED_IN = (
    InjectFired, InjectHeld, InjectReworded, InjectPlanned, InjectLetGo, Prompted, Nudged, Whispered,
    HintGiven,
)  # fmt: skip


class Intervention(Value):
    """One thing that the facilitator did."""

    clock: str
    text: str
    entries: tuple[int, ...]


class Guided(Value):
    """What the facilitator did, in order, with the hints that each seat was given.

    `nudged` is the customer-minutes lost while nudges acted, None when nobody nudged.
    """

    interventions: tuple[Intervention, ...]
    hints: tuple[tuple[str, int], ...]
    nudged: float | None
    says: str


def guided_of(case: Case, reader: Reader) -> Guided | None:
    """What the facilitator did; None when there was nobody, or nothing was done."""
    every = [entry for entry in case.entries if _steps_in(case, entry)]
    if not every:
        return None
    found = tuple(_intervention(case, entry, reader) for entry in every if reader.reads(entry))
    hints = Counter(e.fact.to for e in case.entries if isinstance(e.fact, HintGiven))
    nudged = _lost_while_nudged(case)
    says = _says(len(every), hints.total(), nudged) + _apart_from(len(every) - len(found))
    says += _CUT if cut_short(case) else ""
    return Guided(found, tuple(hints.items()), nudged, says)


def _says(steps: int, hints: int, nudged: float | None) -> str:
    times = "once" if steps == 1 else f"{steps} times"
    often = "once" if hints == 1 else f"{hints} times"
    helped = f"Help was given {often}." if hints else "No help was given."
    meanwhile = "were lost while nudges acted, by them or not"
    lost = f" {counted(nudged, 'customer-minute')} {meanwhile}." if nudged else ""
    spared = " What a nudge spoilt is not charged to anybody." if nudged is not None else ""
    return f"The facilitator stepped in {times}. {helped}{lost}{spared}"


def _apart_from(private: int) -> str:
    """How many of them were words to one seat alone, which others do not read."""
    if not private:
        return ""
    were = "was" if private == 1 else "were"
    return f" {private} of them {were} for one seat alone, and can be read there."


def _steps_in(case: Case, entry: Entry) -> bool:
    return isinstance(entry.fact, STEPPED_IN) or _called_off(case, entry)


def _intervention(case: Case, entry: Entry, reader: Reader) -> Intervention:
    said, names = _words(case, entry), reader.names(entry)
    text = _INJECT.sub(r"event \1", say(entry, names)) + (f" {say(said, names)}" if said else "")
    numbers = (entry.number, said.number) if said else (entry.number,)
    return Intervention(show_clock(entry.at), text, numbers)


def _words(case: Case, entry: Entry) -> Entry | None:
    """What was said because of it, in the same second."""
    if not isinstance(entry.fact, InjectFired | Prompted):
        return None
    after = case.entries[entry.number : entry.number + 2]
    return next((e for e in after if e.because == entry.number and isinstance(e.fact, Said | Swooped)), None)


def _called_off(case: Case, entry: Entry) -> bool:
    told = case.entries[entry.because - 1].fact if isinstance(entry.fact, Ended) and entry.because else None
    return isinstance(told, Commanded) and told.seat == FACILITATOR


def _lost_while_nudged(case: Case) -> float | None:
    """None when nobody nudged."""
    spans = [(shadow.since, shadow.until) for shadow in shadows(case)]
    if not spans:
        return None
    return sum(step.lost(since, until) for step in case.impact for since, until in _apart(spans))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches without their overlaps."""
    joined: list[tuple[int, int]] = []
    for since, until in sorted(spans):
        if joined and since <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))
        else:
            joined.append((since, until))
    return joined
