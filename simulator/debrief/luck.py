"""Luck, kept apart from the score: good choices that this world did not reward, and poor ones that it did."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.debrief.changes import ChangeLane
from simulator.debrief.hindsight import helped
from simulator.debrief.parts import is_part
from simulator.debrief.replays import Replayed, doubted, played
from simulator.domain.duration import show_clock
from simulator.domain.entry import each
from simulator.domain.fact import HazardDrawn
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.objecting import objections
from simulator.scoring.vain import in_vain
from simulator.scoring.weighing import Decision
from simulator.scoring.words import percent, summed


class Luck(Value):
    """One change whose outcome and whose choice point in different directions."""

    good: bool
    clock: str
    text: str
    entries: tuple[int, ...]


def luck_of(
    case: Case,
    decided: Sequence[Decision],
    lanes: tuple[ChangeLane, ...],
    replayed: Sequence[Replayed] = (),
) -> tuple[Luck, ...]:
    """Every ordered change that luck decided, in order; where worlds and weighing disagree nobody can say."""
    clear = [one for one in decided if not (again := played(one, replayed)) or not doubted(one, again)]
    return tuple(_luck(case, clear, {lane.entry: lane for lane in lanes}))


def _luck(case: Case, decided: Sequence[Decision], lanes: dict[int, ChangeLane]) -> Iterator[Luck]:
    for decision in decided:
        lane = lanes.get(decision.entries[0])
        luck = fortune(case, decision, lanes.values())
        if lane is not None and luck:
            yield _mark(luck == "lucky", decision, lane)


def fortune(case: Case, decision: Decision, lanes: Iterable[ChangeLane]) -> str:
    """`unlucky` when a sound change did not help, `lucky` when a poor one was the cure; else empty.

    What nothing spoke for was no sound choice, however little it gave away (see `classes`). A part of what
    ends it has not failed to help: it takes effect with the others. Harm that somebody strongly objected for,
    and was not answered, is nobody's bad luck.
    """
    lane = next((lane for lane in lanes if lane.entry == decision.entries[0]), None)
    if decision.chosen.kind != "change" or lane is None or not lane.acted:
        return ""
    sound = decision.share <= case.doctrine.threshold("tolerated regret") and not in_vain(decision)
    if sound:
        if lane.harmed and _warned(case, lane):
            return ""
        useless = not helped(lane) and not is_part(case, lane.change)
        return "unlucky" if useless or _came_true(case, lane) else ""
    return "lucky" if lane.acted == "cured" else ""


def _came_true(case: Case, lane: ChangeLane) -> bool:
    """Whether a change did the harm that it only might have done; harm that comes with it is its price."""
    drawn = (fact for _, fact in each(case.entries, HazardDrawn) if fact.change == lane.change)
    return lane.harmed and any(fact.holds for fact in drawn)


def _warned(case: Case, lane: ChangeLane) -> bool:
    """Whether somebody had objected to a change, and had neither a deed nor a reason for an answer."""
    made = (one for one in case.attempts if one.order == lane.entry)
    heard = (objection for attempt in made for objection in objections(case, attempt))
    return any(objection.act is None and objection.words is None for objection in heard)


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
