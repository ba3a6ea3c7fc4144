"""Which change was seen to help, since when and by which line; what fell back or was undone is none."""

from bisect import bisect_left

from simulator.domain.entry import Entry
from simulator.domain.fact import HELPED, ChangeWoreOff, RevertStarted, Verified
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.sighted import once


class Effect(Value):
    """A change that was verified to help: since which second that was known, and by which line.

    `id` is the attempt's; `whole` is whether that brought recovery, and was no mere relief.
    """

    id: str
    change: str
    since: int
    entry: int
    whole: bool


def seen(case: Case, before: int) -> Effect | None:
    """The change that was the last to be seen to help before a line, if that has not been unsaid since."""
    lines, states = _course(case)
    index = bisect_left(lines, before) - 1
    return states[index] if index >= 0 else None


@once
def _course(case: Case) -> tuple[tuple[int, ...], tuple[Effect | None, ...]]:
    """The lines that tell of an effect, each with what was known after it."""
    helped: dict[str, Effect] = {}
    lines, states = list[int](), list[Effect | None]()
    for entry in case.seen:
        if isinstance(entry.fact, Verified | ChangeWoreOff | RevertStarted):
            _follow(helped, entry)
            lines.append(entry.number)
            states.append(max(helped.values(), key=lambda effect: effect.entry, default=None))
    return tuple(lines), tuple(states)


def _follow(helped: dict[str, Effect], entry: Entry) -> None:
    match entry.fact:
        case Verified(id=id_, change=change, result=result) if result in HELPED:
            first = helped.get(id_)
            since = first.since if first else entry.at
            helped[id_] = Effect(id_, change, since, entry.number, result == "recovered")
        case Verified(id=id_, result="same" | "worse") | ChangeWoreOff(id=id_) | RevertStarted(id=id_):
            helped.pop(id_, None)
        case _:
            return
