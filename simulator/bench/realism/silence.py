"""What is observed while nobody leads and nobody tells customers anything."""

from simulator.bench.realism.sample import Notes
from simulator.bench.realism.tickets import EARLY, LATE, MIDDLE, note_tickets
from simulator.exercise.players import Idle, play
from simulator.library import Outage


def observe(outage: Outage, seed: int, notes: Notes) -> None:
    """Leave the outage alone and note what customers report."""
    entries = play(outage.exercise(seed), Idle()).entries
    for name, stretch in (("early", EARLY), ("silent", MIDDLE), ("late", LATE)):
        note_tickets(entries, name, stretch, notes)
