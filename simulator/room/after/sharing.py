"""Links to read by, for people without a seat: signed, and taken back whenever the facilitator likes."""

from collections.abc import Mapping

from itsdangerous import BadSignature, URLSafeSerializer

from simulator.room.room import Room
from simulator.room.rooms import Rooms


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

    def give(self, room: Room, who: str) -> str:
        """A new link to a room."""
        number = len(standing(room)) + 1
        room.keep("shared", who, {"link": number, "open": True})
        return self.token(room, number)

    def take_back(self, room: Room, who: str, number: int) -> None:
        """Close a link for good."""
        if standing(room).get(number):
            room.keep("shared", who, {"link": number, "open": False})

    def room(self, token: str) -> Room | None:
        """The room that a link opens, None when it opens none."""
        try:
            id_, number = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            return None
        room = self._rooms.get(str(id_))
        return room if room and standing(room).get(number) else None


def standing(room: Room) -> Mapping[int, bool]:
    """Every link that was given out, by its number, and whether it still opens."""
    return {int(event.body["link"]): bool(event.body["open"]) for event in room.kept("shared")}
