"""How it really is and how it goes, for the facilitator alone: worked out beside the room, now and then.

Scoring and weighing take the better part of a second; the room's clock does not wait for that. What is worked
out starts from entries that do not change any more, in another thread, and no oftener than `EVERY` seconds.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from time import monotonic
from typing import Any

from starlette.concurrency import run_in_threadpool

from simulator.domain import course
from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn, Ended, HazardDrawn
from simulator.domain.scenario import Outcome
from simulator.domain.seats import COMMANDER
from simulator.reasoning import in_place
from simulator.room.choosing import Doing, choices, doing
from simulator.room.ladder import Ladder, owed
from simulator.room.room import Room
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
    """The truth, what would cure it, what the team could believe, the score so far, and hints."""
    cause = next((fact.cause for _, fact in each(case.entries, CauseDrawn)), "")
    return {
        "at": now,
        "cause": {"name": cause, "truth": case.scenario.causes[cause].truth if cause else ""},
        "cures": _cures(case, cause),
        "belief": [
            {"cause": name, "share": round(share, 4), "really": name == cause}
            for name, share in believed(case, case.beyond).items()
        ],
        "failing": round(case.failing(now)),
        "lost": round(course.customer_minutes(case.entries)),
        "score": _score(case, now),
        "hints": [asdict(ladder) for ladder in (*process, *choices(case, busy))],
    }


def _cures(case: Case, cause: str) -> list[Json]:
    """What would help under the real cause, what ends it first; and what it needs that is not in place."""
    scenario = case.scenario
    placed = in_place(case.entries, case.end + 1)
    helps = [(change, scenario.outcome(change, cause)) for change in scenario.organisation.runbook]
    found = [(change, outcome) for change, outcome in helps if outcome.works]
    found.sort(key=lambda pair: (not pair[1].cures, not pair[1].stops, -pair[1].chance))
    return [
        {
            "change": change,
            "what": _what(outcome),
            "chance": outcome.chance,
            "needs": [part for part in outcome.after if part not in placed],
            "in_place": change in placed,
            "dangers": [
                fact.hazard
                for _, fact in each(case.entries, HazardDrawn)
                if fact.holds and fact.change == change
            ],
        }
        for change, outcome in found
    ]


def _what(outcome: Outcome) -> str:
    if outcome.cures:
        return "ends it"
    if outcome.stops:
        return "keeps it from spreading"
    if outcome.relieves:
        share, seconds = outcome.relieves
        return f"takes {100 * share:.0f} % away for {show_minutes(seconds)}"
    return "helps in part"


def _score(case: Case, now: int) -> Json:
    """No grade before there is enough to judge: what is missing would make it jump."""
    card = score(case)
    judged = sum(axis.points is not None for axis in card.axes)
    over = any(True for _ in each(case.entries, Ended))
    enough = over or (now >= ENOUGH and 2 * judged > len(card.axes))
    lost = sorted((mark for mark in card.marks if mark.earned < 1), key=lambda mark: -mark.at)
    return {
        "grade": (card.grade or "not scored") if enough else "",
        "judged": judged,
        "axes": [
            {"axis": axis.axis, "points": None if axis.points is None else round(axis.points)}
            for axis in card.axes
        ],
        "pass_mark": case.doctrine.pass_mark,
        "lost": [{"at": mark.at, "text": mark.summary} for mark in lost[:LATEST]],
        "earned": sum(1 for mark in card.marks if mark.earned == 1),
        "marks": len(card.marks),
        "seat": COMMANDER,
    }
