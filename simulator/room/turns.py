"""What was done with a room's clock, to be told to everybody in it: time jumps and runs faster for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.domain.duration import show_clock
from simulator.room.event import Event

AT_A_TIME = 10
"""Simulated seconds within which one skip goes on from another: they are told as one (assumption)."""

LEAP = 30
"""Simulated seconds that were skipped, from which on what was shown meanwhile is sent again (assumption)."""


PAUSED = "The facilitator paused. All clocks stand still."
"""What is told of a pause: it stands before all that is said in the second at which time stands."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the clock: when, what is said of it, and from where it skipped, if it did."""

    at: int
    text: str
    skipped: int | None = None


class Turns:
    """All turns of a room's clock so far, from its log."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.so_far: list[Turn] = []
        self.leaps = 0
        """How often so much was skipped that charts have a hole."""
        self.told: list[Mapping[str, Any]] = []
        """The turns as they are sent; another list when there is another turn."""
        self._speed, self._stopped, self._began = 1.0, True, False
        for event in events:
            self.take(event)

    def take(self, event: Event) -> None:
        """One more event: nothing follows from those that do not set the clock."""
        if event.act != "clock":
            return
        body, at = event.body, event.at
        if "from" in body:
            self._skip(int(body["from"]), int(body["to"]))
        if float(body["speed"]) != self._speed:
            self._speed = float(body["speed"])
            self._say(at, self._runs())
        if bool(body["stopped"]) != self._stopped:
            self._stopped = bool(body["stopped"])
            self._say(at, self._stood_or_goes())
        self.told = [{"at": turn.at, "text": turn.text, "stops": turn.text == PAUSED} for turn in self.so_far]

    def _runs(self) -> str:
        return (
            f"Time {'runs' if self._began else 'will run'} at {self._speed:g}x{' from now on' * self._began}."
        )

    def _stood_or_goes(self) -> str:
        if self._stopped:
            return PAUSED
        began, self._began = self._began, True
        return "Time runs on." if began else "The facilitator started the clock."

    def _skip(self, since: int, to: int) -> None:
        """Several skips in a row are one."""
        self.leaps += to - since >= LEAP
        last = self.so_far[-1] if self.so_far else None
        if last and last.skipped is not None and 0 <= since - last.at <= AT_A_TIME:
            since = last.skipped
            self.so_far.pop()
        text = f"The facilitator skipped from {show_clock(since)} to {show_clock(to)}."
        self.so_far.append(Turn(to, text, since))

    def _say(self, at: int, text: str) -> None:
        self.so_far.append(Turn(at, text))
