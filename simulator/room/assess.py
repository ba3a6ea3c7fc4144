"""How it really is and how it goes, for the facilitator alone: worked out beside the room, now and then.

Scoring and weighing take the better part of a second; the room's clock does not wait for that. What is worked
out starts from entries that do not change any more, in another thread, and no oftener than `EVERY` seconds.
"""

import asyncio
from collections.abc import Mapping
from time import monotonic
from typing import Any

from starlette.concurrency import run_in_threadpool

from simulator.domain import course
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn, Ended
from simulator.domain.seats import COMMANDER
from simulator.domain.value import parts_of
from simulator.room.choosing import Doing, choices, doing
from simulator.room.ladder import Ladder, owed
from simulator.room.room import Room
from simulator.room.truth import cures, ordered
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed
from simulator.scoring.score import score

EVERY = 4.0
"""Real seconds for which an assessment is good enough."""
LATEST = 6
"""So many of the marks that lost points are shown, the latest first."""
ENOUGH = 10 * MINUTE
"""Before this second no grade is shown, nor while at most half of the axes can be judged (assumption)."""
Json = Mapping[str, Any]


class Assessor:
    """Keeps the last assessment of each room; whoever asks meanwhile gets the same one."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[float, int, Json]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def of(self, room: Room) -> Json:
        """How it is in a room, at most `EVERY` seconds old."""
        async with self._locks.setdefault(room.id, asyncio.Lock()):
            made, version, told = self._made.get(room.id, (float("-inf"), -1, {}))
            if version != room.version and monotonic() - made > EVERY:
                version, now = room.version, room.now
                case = Case(room.outage.scenario, room.outage.doctrine, tuple(room.exercise.entries))
                process = () if room.exercise.over else owed(room.exercise)
                told = await run_in_threadpool(assess, case, now, process, doing(room.exercise))
                self._made[room.id] = (monotonic(), version, told)
            return told


def assess(case: Case, now: int, process: tuple[Ladder, ...] = (), busy: Doing = frozenset()) -> Json:
    """The truth, what cures it, what changes will do, what could be believed, the score, and hints."""
    cause = next((fact.cause for _, fact in each(case.entries, CauseDrawn)), "")
    return {
        "at": now,
        "cause": {"name": cause, "truth": case.scenario.causes[cause].truth if cause else ""},
        "cures": cures(case, cause),
        "ordered": ordered(case, cause),
        "belief": [
            {"cause": name, "share": round(share, 4), "really": name == cause}
            for name, share in believed(case, case.beyond).items()
        ],
        "failing": round(case.failing(now)),
        "lost": round(course.customer_minutes(case.entries)),
        "score": _score(case, now),
        "hints": [parts_of(ladder) for ladder in (*process, *choices(case, busy))],
    }


def _score(case: Case, now: int) -> Json:
    """No grade before there is enough to judge, and no mark before its time is over: both would jump."""
    card = score(case)
    over = any(True for _ in each(case.entries, Ended))
    marks = [mark for mark in card.marks if over or mark.at < case.end]
    settled = {mark.axis for mark in marks}
    axes = [(axis.axis, axis.points if axis.axis in settled else None) for axis in card.axes]
    judged = sum(points is not None for _, points in axes)
    enough = over or (now >= ENOUGH and 2 * judged > len(axes))
    lost = sorted((mark for mark in marks if mark.earned < 1), key=lambda mark: -mark.at)
    return {
        "grade": (card.grade or "not scored") if enough else "",
        "judged": judged,
        "axes": [
            {"axis": axis, "points": None if points is None else round(points)} for axis, points in axes
        ],
        "pass_mark": case.doctrine.pass_mark,
        "lost": [{"at": mark.at, "text": mark.summary} for mark in lost[:LATEST]],
        "earned": sum(1 for mark in marks if mark.earned == 1),
        "marks": len(marks),
        "seat": COMMANDER,
    }
