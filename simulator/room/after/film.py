"""The film of an exercise that is over: what there was to see at each of its seconds, truth included."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from simulator.debrief.beliefs import beliefs_of, really
from simulator.debrief.lines import echoes_of
from simulator.debrief.reader import Reader
from simulator.debrief.story import moments_of
from simulator.domain.attempt import premature
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import ChangeOrdered, ChangeReverted, Commanded, Decided, Posted, Verified
from simulator.domain.prose import say
from simulator.domain.prose.capital import capital
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.domain.value import Value
from simulator.exercise import Exercise, Recording
from simulator.exercise.replay import give, run_to
from simulator.library import Outage
from simulator.room.channel import line
from simulator.room.known import board
from simulator.scoring.case import Case

FRAMES = 600
"""A chart of the film has about so many points: no screen shows more (assumption)."""
FINEST = 5
"""Seconds between two points at least: dashboards are no finer."""
Json = Mapping[str, Any]


class Film(Value):
    """`reel` is what everybody's browser is sent at once, beside lines and marks (`told_to`).

    The boards are kept apart, and asked for one at a time: `boards` are texts of JSON by seat, `turns` the
    seconds from which each of them holds.
    """

    reel: Json
    turns: Mapping[str, tuple[int, ...]]
    boards: Mapping[str, tuple[str, ...]]

    def board_at(self, seat: str, second: int) -> str | None:
        """What a seat knew at a second, as JSON; None for a seat that nobody sat in."""
        if seat not in self.turns:
            return None
        return self.boards[seat][max(0, bisect_right(self.turns[seat], second) - 1)]


def film_of(recording: Recording, outage: Outage, far: Callable[[float], None] = lambda share: None) -> Film:
    """Play a recording again, and look at the dashboards and the boards on the way.

    It says how `far` it is, as a share, on the way.
    """
    taken = _Taking(recording, outage)
    taken.run(far)
    turns = {seat: tuple(at for at, _ in shots) for seat, shots in taken.shots.items()}
    boards = {seat: tuple(text for _, text in shots) for seat, shots in taken.shots.items()}
    reel = {**_told(taken.exercise), **taken.charts(), "turns": turns}
    return Film(reel, turns, boards)


class _Taking:
    """One replay, with a look at every frame, and at the boards after every second in which anything came."""

    def __init__(self, recording: Recording, outage: Outage) -> None:
        header = recording.header
        self.exercise = Exercise(
            outage.scenario, outage.doctrine, header.seed, sources=header.sources, parent=header.parent
        )
        self._recording = recording
        self.end = recording.entries[-1].at if recording.entries else 0
        self.step = max(FINEST, -(-self.end // FRAMES))
        self._values: dict[str, list[float | None]] = {
            name: [] for name in outage.scenario.organisation.signals
        }
        seats = dict.fromkeys((COMMANDER, *(each.seat for each in recording.commands)))
        self.shots: dict[str, list[tuple[int, str]]] = {seat: [] for seat in seats if seat != FACILITATOR}

    def run(self, far: Callable[[float], None]) -> None:
        """Play it from the first second to the last."""
        waiting = list(reversed(self._recording.commands))
        for second, looks in self._stops():
            far(second / max(1, self.end))
            while waiting and waiting[-1].at < second:
                give(self.exercise, waiting.pop())
            run_to(self.exercise, second, 0)
            if looks:
                self._look()
            else:
                self._shoot(second - 1)

    def _stops(self) -> Iterator[tuple[int, bool]]:
        """Where to stop: at each frame for the dashboards, after each second with entries for the boards."""
        frames = {(second, True) for second in range(0, self.end + 1, self.step)}
        turns = {(second + 1, False) for second in (0, *(entry.at for entry in self._recording.entries))}
        yield from sorted(frames | turns)

    def _look(self) -> None:
        shown = dict(self.exercise.gauges)
        for name, values in self._values.items():
            values.append(round(shown[name], 4) if name in shown else None)

    def _shoot(self, second: int) -> None:
        for seat, shots in self.shots.items():
            text = _compact(board(self.exercise, seat, reader=""))
            if not shots or shots[-1][1] != text:
                shots.append((second, text))

    def charts(self) -> Json:
        """What every signal showed, a point each `step` seconds."""
        signals = self.exercise.scenario.organisation.signals.values()
        told = [
            {"name": s.name, "shows": s.shows, "of": s.of, "lag": s.lag, "values": self._values[s.name]}
            for s in signals
        ]
        return {"end": self.end, "step": self.step, "signals": told}


def _told(exercise: Exercise) -> Json:
    entries = tuple(exercise.entries)
    case = Case(exercise.scenario, exercise.doctrine, entries)
    beliefs = beliefs_of(case)
    return {
        "impact": [[s.at, s.until, s.begins, s.ends, round(s.total, 2)] for s in case.impact],
        "causes": [cause.name for cause in exercise.scenario.causes.values()],
        "really": list(exercise.scenario.causes).index(really(case)) if really(case) else None,
        "beliefs": [[each.at, *(share.share for share in each.shares)] for each in beliefs],
    }


_SHOWN = ("at", "kind", "text", "who", "tone", "mark", "news", "said", "truth")


def told_to(film: Film, exercise: Exercise, reader: Reader, desk: Sequence[Json] = ()) -> str:
    """The film as somebody's browser is sent it: with the lines that they may read, told by who did what.

    What was heard from the facilitator's `desk` stands where it was heard.
    """
    case = Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries))
    marks = sorted(marks_of(case, reader), key=lambda mark: mark["at"])
    heard = [((word["after"], word["nth"]), word) for word in desk]
    told = [line for _, line in sorted([*_lines(exercise, reader), *heard], key=lambda placed: placed[0])]
    return _compact({**film.reel, "lines": told, "marks": marks})


def _lines(exercise: Exercise, reader: Reader) -> Iterator[tuple[tuple[int, int], Json]]:
    echoes = frozenset(echoes_of(exercise.entries).values()) if reader.team else frozenset()
    for number, entry in enumerate(exercise.entries, 1):
        if reader.reads(entry):
            told = line(entry, number, reader.names(entry), FACILITATOR)
            shown = {name: told[name] for name in _SHOWN if told.get(name)}
            if entry.seen == TRUTH or _aside(entry):
                shown["truth"] = True
            if number in echoes:
                shown["echo"] = True
            yield (number, 0), {"at": entry.at, **shown, **_by(entry, shown, reader)}


def _aside(entry: Entry) -> bool:
    """Whether it was the facilitator's own doing, which nobody heard."""
    return isinstance(entry.fact, Commanded) and entry.fact.seat == FACILITATOR


def _by(entry: Entry, shown: Json, reader: Reader) -> Json:
    """Whose words a line is, or what brought it about, where it does not say so itself."""
    said = reader.cause(entry)
    if said is None or said.fact.seat == FACILITATOR:
        return {}
    who = reader.called(said)
    told = str(shown.get("text", "")).casefold().startswith(who.casefold())
    return {} if told and not isinstance(entry.fact, Commanded) else {"by": capital(who)}


def marks_of(case: Case, reader: Reader) -> Iterator[dict[str, Any]]:
    """What a time axis is marked with."""
    for moment in moments_of(case):
        yield {"at": moment.at, "kind": "moment", "text": moment.name}
    for entry in case.seen:
        kind = _kind(entry)
        if kind:
            yield {"at": entry.at, "kind": kind, "text": say(entry, reader.names(entry)), **_called(entry)}


def _called(entry: Entry) -> Json:
    match entry.fact:
        case ChangeOrdered(id=id_) | Verified(id=id_):
            return {"id": id_}
        case ChangeReverted(id=id_):
            return {"id": f"{id_} undone"}
        case _:
            return {}


def _kind(entry: Entry) -> str:
    match entry.fact:
        case ChangeOrdered() | ChangeReverted():
            return "change"
        case Posted():
            return "update"
        case Decided():
            return "decision"
        case Verified() as fact:
            return "watched" if fact.result == "unclear" or premature(fact) else "verified"
        case _:
            return ""


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
