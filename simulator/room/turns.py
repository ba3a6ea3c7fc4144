"""What was done with a room's clock, to be told to everybody in it: time jumps and runs faster for all."""

from collections.abc import Mapping
from typing import Any

from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.exercise.pace import Clock
from simulator.room.event import Event
from simulator.room.store import Body

AT_A_TIME = 10
"""Simulated seconds within which one skip goes on from another: they are told as one (assumption)."""

LEAP = 30
"""Simulated seconds that were skipped, from which on what was shown meanwhile is sent again (assumption)."""


PAUSED = "The facilitator paused. All clocks stand still."


class Turn(Value):
    """One turn of the clock: when, what is said of it, and from where it skipped, if it did.

    It comes `after` so many entries, as the `nth` of what is said or done beside the exercise.
    """

    at: int
    text: str
    after: int
    nth: int
    skipped: int | None = None


class Turns:
    """All turns of a room's clock so far, from its log."""

    def __init__(self) -> None:
        self.so_far: list[Turn] = []
        self.taken = 0
        """How often the clock was set."""
        self.leaps = 0
        """How often so much was skipped that charts have a hole."""
        self.told: list[Mapping[str, Any]] = []
        """The turns as they are sent; another list when there is another turn."""
        self._speed, self._stopped, self._began = 1.0, True, False

    def take(self, event: Event) -> None:
        """One more time that the clock was set, as it stands among what was said (`asides.among`)."""
        self.taken += 1
        body = event.body
        if "from" in body:
            self._skip(event)
        if float(body["speed"]) != self._speed:
            self._speed = float(body["speed"])
            self._say(event, self._runs())
        if bool(body["stopped"]) != self._stopped:
            self._stopped = bool(body["stopped"])
            self._say(event, self._stood_or_goes())
        self.told = [
            {"at": turn.at, "text": turn.text, "after": turn.after, "nth": turn.nth} for turn in self.so_far
        ]

    def _runs(self) -> str:
        return (
            f"Time {'runs' if self._began else 'will run'} at {self._speed:g}x{' from now on' * self._began}."
        )

    def _stood_or_goes(self) -> str:
        if self._stopped:
            return PAUSED
        began, self._began = self._began, True
        return "Time runs on." if began else "The facilitator started the clock."

    def _skip(self, event: Event) -> None:
        """Several skips in a row are one."""
        since, to = int(event.body["from"]), int(event.body["to"])
        self.leaps += to - since >= LEAP
        last = self.so_far[-1] if self.so_far else None
        if last and last.skipped is not None and 0 <= since - last.at <= AT_A_TIME:
            since = last.skipped
            self.so_far.pop()
        text = f"The facilitator skipped from {show_clock(since)} to {show_clock(to)}."
        self.so_far.append(Turn(to, text, int(event.body["after"]), event.number, since))

    def _say(self, event: Event, text: str) -> None:
        self.so_far.append(Turn(event.at, text, int(event.body["after"]), event.number))


def set_so(clock: Clock, since: int, to: int) -> Body:
    """How a clock is set: what a restart needs, and of a skip from where it went."""
    stands: Body = {"speed": clock.speed, "stopped": clock.stopped, "stood": str(clock.exact)}
    return {**stands, "from": since, "to": to} if to else stands
