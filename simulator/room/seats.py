"""The seats of a room: who may sit where, and what each is for."""

from collections.abc import Mapping
from re import split

from simulator.domain.seats import COMMANDER, OBSERVER, RESPONDER
from simulator.domain.value import Value

SHADOW, BESIDE = "shadow-", "beside-"
"""Places at somebody's seat: one only watches, the other may say something to whoever sits there, alone."""

AT_SCREEN = "screen "
"""Before somebody's id: they look at the big screen, beside what they do in their seat."""


class Seat(Value):
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

FIRST: Mapping[str, str] = {
    "deputy": "Begin with the Board: who looks at what, what is due when. Say what is missing.",
    "business-lead": "Begin with Updates once it is declared; the Board says who is due when.",
    "technical-lead": "Begin with Charts and Map. Page the team whose part alarms, and have it looked into.",
    "scribe": "Begin with Note: who decided what, and why. The Board has what is on record.",
    RESPONDER: "Begin with Charts and Map. Once somebody is on the call, have a part looked into.",
    OBSERVER: "Begin with Pins: choose a line of the channel, and write what you saw.",
}
"""What somebody could do first who never sat there; the commander's are the outage's own."""


VIEWS: Mapping[str, str] = {
    "Board": "board", "Updates": "post", "Charts": "charts", "Map": "map", "People": "crew",
    "Runbook": "runbook", "Notes": "pinned",
}  # fmt: skip
"""The views beside the channel, by their names."""


def begin(seat: str) -> tuple[Mapping[str, str], ...]:
    """What somebody could do first, in parts: those that name a view say which one."""
    parts = split(rf"\b({'|'.join(VIEWS)})\b", FIRST.get(seat, ""))
    return tuple({"text": part, "view": VIEWS.get(part, "")} for part in parts if part)


def _at(prefix: str, seat: Seat) -> Seat:
    if prefix == SHADOW:
        return Seat(SHADOW + seat.id, f"Shadow of the {seat.title}", "Sees what that seat sees.", shared=True)
    about = "Sees what that seat sees, and may nudge whoever sits there in private."
    return Seat(BESIDE + seat.id, f"Supervisor of the {seat.title}", about, shared=True)


WATCHED = tuple(seat for seat in SEATS.values() if not seat.shared)
"""The seats at which others may sit and watch."""
PLACES: Mapping[str, Seat] = {
    **SEATS,
    **{place.id: place for prefix in (SHADOW, BESIDE) for place in (_at(prefix, seat) for seat in WATCHED)},
}
"""Every place that one can join: the seats, and those at their side."""


def eyes(place: str) -> str:
    """The seat whose view a place has: its own, or that of the seat it is at."""
    return place.removeprefix(SHADOW).removeprefix(BESIDE)


def speaks(place: str) -> bool:
    """Whether words can be said from a place; beside a seat one only watches."""
    return eyes(place) == place
