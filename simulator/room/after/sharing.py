"""Links to read by, for people without a seat: signed, and taken back whenever the facilitator likes."""

from collections.abc import Mapping

from itsdangerous import BadSignature, URLSafeSerializer

from simulator.domain.value import Value
from simulator.room.room import Room
from simulator.room.rooms import Rooms


class Link(Value):
    """A link that was given out: whether it still opens, and whether what observers pinned is shown by it."""

    open: bool
    pins: bool = False


class Links:
    """Signs and reads links. One that was taken back opens nothing, though its signature is right."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        # The secret is there already: the keys of the seats made it.
        self._signer = URLSafeSerializer(rooms.store.setting("secret", ""), "icsim link")

    def token(self, room: Room, number: int) -> str:
        """What the address of a link ends with."""
        signed: str = self._signer.dumps([room.id, number])
        return signed

    def give(self, room: Room, who: str, pins: bool = False) -> str:
        """A new link to a room; without the observers' `pins`, which were written for the team."""
        number = len(standing(room)) + 1
        room.keep("shared", who, {"link": number, "open": True, "pins": pins})
        return self.token(room, number)

    def take_back(self, room: Room, who: str, number: int) -> None:
        """Close a link for good."""
        link = standing(room).get(number)
        if link and link.open:
            room.keep("shared", who, {"link": number, "open": False})

    def opens(self, token: str) -> tuple[Room, Link] | None:
        """The room that a link opens, and what by it; None when it opens none."""
        try:
            id_, number = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            return None
        room = self._rooms.get(str(id_))
        link = standing(room).get(number) if room else None
        return (room, link) if room and link and link.open else None


def standing(room: Room) -> Mapping[int, Link]:
    """Every link that was given out, by its number, and how it stands."""
    return {
        int(event.body["link"]): Link(bool(event.body["open"]), bool(event.body.get("pins")))
        for event in room.kept("shared")
    }
