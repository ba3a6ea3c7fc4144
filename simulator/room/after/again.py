"""Deciding again: a room of its own that starts a moment before, and how it went beside the first one."""

from collections.abc import Mapping
from typing import Any

from simulator.debrief import Reader
from simulator.debrief.choices import titled
from simulator.debrief.naming import named
from simulator.domain.duration import DAY, show_clock
from simulator.domain.value import Value
from simulator.exercise import Departure, Exercise, what_if
from simulator.library.debriefing import judged
from simulator.library.retrying import Again, Moment, again, moments_of
from simulator.room.after.courses import Courses, courses
from simulator.room.room import Room
from simulator.room.store import Body
from simulator.scoring.weighing import Decision
from simulator.scoring.words import summed

LONGEST = 7 * DAY
"""No exercise has a later second than this: a boss may last for a week (`icsim check`, too-long)."""


def moments(room: Room) -> tuple[Moment, ...]:
    """The costliest decisions of a room's exercise, the worst first; none of a drill."""
    if room.outage.scenario.drill:
        return ()
    return moments_of(judged(room.exercise.recording, room.outage))


def told(moment: Moment, reader: Reader) -> Mapping[str, Any]:
    """A moment as a page shows it: when, who did what, and what it was expected to cost."""
    decision = moment.decision
    return {
        "number": moment.number,
        "at": moment.at,
        "clock": show_clock(moment.at),
        "title": titled(decision, reader, moment.left),
        "more": summed(decision.own),
        "better": moment.better,
    }


def reentered(room: Room, at: int) -> Exercise:
    """The exercise of a room as it stood at a second, to be played on: a child of its recording."""
    departure = Departure(at, mode="take over")
    return what_if(room.exercise.recording, room.outage.scenario, room.outage.doctrine, departure)


def origin_of(room: Room, at: int, moment: int, owner: str = "") -> Body:
    """What the new room was opened for; `moment` 0 is no decision of the debrief, just a second.

    The `owner` is who opened it for themselves, and keeps its time.
    """
    owned = {"owner": owner} if owner else {}
    return {"from": room.id, "at": at, "moment": moment, "name": f"again from {show_clock(at)}", **owned}


class Beside(Value):
    """The first course and this one. `then` and `now` are the decisions, None where none can be weighed."""

    at: int
    courses: Courses
    then: Moment | None
    now: Again | None


def beside(parent: Room, child: Room) -> Beside:
    """How a room that decided again went, beside the one that it left; both are over."""
    at, number = int(child.origin["at"]), int(child.origin["moment"])
    card = judged(child.exercise.recording, child.outage)
    then = next((each for each in moments(parent) if each.number == number), None)
    return Beside(at, courses(parent, child, at), then, again(card.case, card.decided, at))


def sentence(decision: Decision, then: Moment | None = None) -> str:
    """A decision in a line: when, what, and what it gave away; `then` is the moment that it was."""
    at, chosen = (then.at, then.chosen) if then else (decision.since, named(decision.chosen))
    what = f"{show_clock(at)} {chosen}"
    if not decision.own:
        return f"{what}: nothing better was to be expected"
    return f"{what}: expected to cost {summed(decision.own)} more than the best choice"
