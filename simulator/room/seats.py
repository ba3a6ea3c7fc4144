"""The seats of a room: who may sit where, and what each is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.exercise import COMMANDER

FACILITATOR, OBSERVER, RESPONDER = "facilitator", "observer", "responder"


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in the room. `shared` ones have room for many people."""

    id: str
    title: str
    about: str
    shared: bool = False


SEATS: Mapping[str, Seat] = {
    seat.id: seat
    for seat in (
        Seat(COMMANDER, "Incident Commander", "Leads: declares, pages, delegates, decides, tells, ends."),
        Seat("deputy", "Deputy", "Stands beside the commander, and may say nearly all that they may."),
        Seat("business-lead", "Business Lead", "Writes to customers, support, sales and leadership."),
        Seat("technical-lead", "Technical Lead", "Leads the technical work: looks, checks, changes."),
        Seat("scribe", "Scribe", "Keeps the record of what was said, decided and done."),
        Seat(RESPONDER, "Responder", "Has parts of the system looked at, checked and verified.", shared=True),
        Seat(OBSERVER, "Observer", "Watches, and pins notes to what happens.", shared=True),
    )
}
"""The seats that trainees take; the facilitator's is not offered to anybody who joins by the code."""
