"""Assumed handoff: command passes, or lapses, without somebody saying that they have it.

Leads to: minutes in which nobody leads, or in which two do and are both obeyed.

Instead: brief them, ask "you are now the commander, okay?", wait for the yes, and tell everyone.

Source: SRE14; X21

Seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=ana
    0:40:00 role-assigned role=commander person=ana

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=ana
    0:40:00 sitrep-given text="Shard 3 is failed over, Bo watches it until 0:50."
    0:41:00 command-offered person=ana
    0:42:00 command-handed person=ana
"""

from collections.abc import Iterator

from simulator.domain.entry import Entry, each
from simulator.domain.fact import CommandHanded, CommandOffered
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.rules.hand_over import briefing
from simulator.scoring.rules.one_commander import breaks
from simulator.scoring.words import clock

NAME = "assumed-handoff"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each time that nobody led or two did, and for each hand-over without a briefing."""
    if case.records.real:
        return
    yield from behind(NAME, breaks(case))
    for entry, _ in each(case.seen, CommandHanded):
        if briefing(case, entry) is None:
            summary = f"Command was handed over at {clock(entry.at)}, and nobody was told how things stand."
            yield sighting(NAME, entry.at, summary, *_offer(case, entry), entry.number)


def _offer(case: Case, handed: Entry) -> Iterator[int]:
    """The line on which it had been offered."""
    offers = [entry.number for entry, _ in each(case.known_until(handed.number), CommandOffered)]
    yield from offers[-1:]
