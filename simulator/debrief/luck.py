"""Luck, kept apart from the score: good choices that this world did not reward, and poor ones that it did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.debrief.changes import ChangeLane
from simulator.debrief.hindsight import helped
from simulator.domain.duration import show_clock
from simulator.scoring.case import Case
from simulator.scoring.weighing import Decision
from simulator.scoring.words import percent, summed


@dataclass(frozen=True, slots=True)
class Luck:
    """One change whose outcome and whose choice point in different directions."""

    good: bool
    clock: str
    text: str
    entries: tuple[int, ...]


def luck_of(case: Case, decided: Sequence[Decision], lanes: tuple[ChangeLane, ...]) -> tuple[Luck, ...]:
    """Every ordered change that luck decided, in order."""
    return tuple(_luck(case, decided, {lane.entry: lane for lane in lanes}))


def _luck(case: Case, decided: Sequence[Decision], lanes: dict[int, ChangeLane]) -> Iterator[Luck]:
    tolerated = case.doctrine.threshold("tolerated regret")
    for decision in decided:
        lane = lanes.get(decision.entries[0])
        if decision.chosen.kind != "change" or lane is None or not lane.acted:
            continue
        sound = decision.share <= tolerated
        if sound and not helped(lane):
            yield _mark(False, decision, lane)
        elif not sound and lane.acted == "cured":
            yield _mark(True, decision, lane)


def _mark(good: bool, decision: Decision, lane: ChangeLane) -> Luck:
    chance = percent(decision.chosen.chance or 0.0)
    if good:
        text = (
            f"'{lane.change}' ended the trouble, but it was not the best bet: {chance} likely to help, and "
            f"expected to cost {summed(decision.regret)} more than the best choice."
        )
    else:
        harm = "did harm" if lane.harmed else "did not help"
        text = (
            f"'{lane.change}' {harm}, and was still a sound choice: nothing that could be known was expected "
            f"to cost noticeably less ({chance} likely to help)."
        )
    return Luck(good, show_clock(decision.at), text, decision.entries)
