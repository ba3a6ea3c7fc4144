"""A game day: rooms with programs that lead, people in the other seats, and words from all of them."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import perf_counter

from simulator.bench.room.browser import Browser, Door
from simulator.bench.room.server import Served

SEATS = (
    "deputy", "business-lead", "technical-lead", "scribe", *["responder"] * 3, *["observer"] * 3,
)  # fmt: skip
SPEED = 10
SPEAKS = 8
"""Of the ten in a room, so many speak: observers only watch, the last of them."""


class Day:
    """Rooms of one outage on a server, with everybody in their seat."""

    def __init__(self, served: Served, rooms: int) -> None:
        self.served = served
        self.host = Door(served.port)
        self.host.ask("GET", f"/host/{served.key}")
        self.rooms: list[list[Browser]] = []
        self.said: list[tuple[int, str, float]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._facilitators: list[tuple[Door, str]] = []
        for number in range(rooms):
            self._open(number)

    def _open(self, number: int) -> None:
        id_, code = open_room(self.host, number + 1)
        guide = Door(self.served.port)
        guide.cookies = dict(self.host.cookies)
        guide.ask("GET", f"/host/enter/{id_}/facilitator")
        self._facilitators.append((guide, f"/r/{id_}/facilitator/act"))
        people = [Browser(self.served.port, code, seat, f"{seat} {n}") for n, seat in enumerate(SEATS)]
        self.rooms.append(people)

    @property
    def everybody(self) -> list[Browser]:
        """Everybody in every room."""
        return [browser for people in self.rooms for browser in people]

    async def begin(self) -> None:
        """Everybody follows; programs lead; the clocks run."""
        self._tasks = [asyncio.create_task(browser.follow()) for browser in self.everybody]
        await self.connected()
        for guide, path in self._facilitators:
            for act, amount in (("program", 0), ("speed", SPEED), ("go", 0)):
                await asyncio.to_thread(guide.ask, "POST", path, {"act": act, "amount": amount})

    async def connected(self) -> float:
        """Wait until everybody is there; the seconds it took."""
        begin = perf_counter()
        await asyncio.gather(*(browser.connected.wait() for browser in self.everybody))
        return perf_counter() - begin

    async def talk(self, until: Callable[[], bool], pause: float) -> None:
        """In every room in turn somebody says something, one word each `pause` seconds."""
        turn = 0
        while not until():
            room, seat = turn % len(self.rooms), turn // len(self.rooms) % SPEAKS
            word, begin = f"bench-{turn}", perf_counter()
            if await self.rooms[room][seat].say(f"note {word}", f"k{turn}"):
                self.said.append((room, word, begin))
            turn += 1
            await asyncio.sleep(pause)

    async def end(self) -> None:
        """Everybody goes."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task


def open_room(host: Door, seed: int, outage: str = "write-stall") -> tuple[str, str]:
    """A new room: its id and its code."""
    status, told = host.ask("POST", "/host/open", {"outage": outage, "doctrine": "", "seed": seed})
    if status != 200:
        raise RuntimeError(f"no room was opened: {told}")
    return told["id"], told["code"]
