"""Somebody simulated leads on after a hand-over, so that the outage is led to its end.

    exercise.lead_with(Succession(exercise, successor))

A door where a person plays lets this speak as time goes on. Once command was accepted it says `step aside`
for whoever handed it over, and from then on a program's words in the commander's seat. All of them are
recorded like anybody's, so a replay needs neither this nor the program. Programs and scripts speak for
whoever leads, and are left alone.
"""

from collections.abc import Callable
from typing import Protocol

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Commanded, CommandHanded, CommandOffered, Fact
from simulator.domain.seats import COMMANDER, RELIEVED
from simulator.domain.succession import leads_on, led_on
from simulator.exercise.exercise import Exercise

BREATH = 20
"""Simulated seconds between two thoughts of somebody who has nothing to say (assumption)."""
ANSWERED_WITHIN = 15 * MINUTE
"""Whoever was offered command and said nothing for so long takes it no more: they have left."""
IN_A_ROW = 8
"""So many words that cost no time may be said in one second."""
NEVER = 10**9


class _Says(Protocol):
    def says(self, exercise: Exercise) -> str: ...


class Succession:
    """Looks whether command was handed on, and leads on with a program that `make` gives.

    What was handed over before this was made, and led on by whoever sits here since, is left as it is.
    """

    def __init__(self, exercise: Exercise, make: Callable[[Exercise], _Says]) -> None:
        self._make = make
        self._since = len(exercise.entries)
        self._program: _Says | None = None
        self._stretch = 0
        self._thinks_at = 0
        self._said_at, self._in_a_row = -1, 0

    def next(self, exercise: Exercise) -> int:
        """The second at which there may be something to say."""
        if exercise.scenario.drill:
            return NEVER
        if leads_on(exercise.seen()):
            return max(exercise.free_at(COMMANDER), self._thinks_at)
        if accepted(exercise, self._since):
            return exercise.free_at(COMMANDER)
        return max(exercise.now, exercise.upcoming) + 1 if _offered(exercise) else NEVER

    def speak(self, exercise: Exercise) -> None:
        """Say what is to be said in this second, if anything is."""
        if exercise.over:
            return
        if leads_on(exercise.seen()):
            self._lead(exercise)
        elif accepted(exercise, self._since) and exercise.free_at(COMMANDER) <= exercise.now:
            exercise.submit(RELIEVED, "step aside")

    def _lead(self, exercise: Exercise) -> None:
        text = self._leader(exercise).says(exercise)
        self._thinks_at = exercise.now
        if text.startswith(("wait", "skip")) or self._ran_on(exercise.now):
            self._thinks_at += BREATH
        else:
            exercise.submit(COMMANDER, text)

    def _leader(self, exercise: Exercise) -> _Says:
        """The program that leads in this stretch; each begins with what is known then."""
        stretch = led_on(exercise.seen())[-1].begins.number
        if self._program is None or stretch != self._stretch:
            self._program, self._stretch = self._make(exercise), stretch
        return self._program

    def _ran_on(self, now: int) -> bool:
        """Whether more was said in this second than anybody can say."""
        self._in_a_row = self._in_a_row + 1 if now == self._said_at else 0
        self._said_at = now
        return self._in_a_row >= IN_A_ROW


def _handed(exercise: Exercise) -> Entry | None:
    """The last line on which command passed."""
    return _last(exercise, CommandHanded)


def _last(exercise: Exercise, kind: type[Fact]) -> Entry | None:
    lines = exercise.seen().of(kind)
    return lines[-1][0] if lines else None


def accepted(exercise: Exercise, since: int) -> bool:
    """Whether somebody else has accepted command, and whoever handed it over has not stepped aside yet.

    What was led on in their name before line `since` stays so.
    """
    handed = None if exercise.scenario.drill else _handed(exercise)
    if handed is None or not isinstance(handed.fact, CommandHanded) or handed.fact.person == COMMANDER:
        return False
    if leads_on(exercise.seen()):
        return False
    spoken = [entry.number for entry, said in each(exercise.seen(), Commanded) if said.takes]
    return not any(handed.number < number <= since for number in spoken)


def _offered(exercise: Exercise) -> bool:
    """Whether command was offered, and an answer may still come."""
    offered = _last(exercise, CommandOffered)
    handed = _handed(exercise)
    if offered is None or (handed is not None and handed.number > offered.number):
        return False
    return exercise.now < offered.at + ANSWERED_WITHIN
