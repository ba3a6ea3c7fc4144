"""What was really wrong, and what each change really did: shown now, and never part of the score."""

from collections.abc import Sequence

from simulator.debrief.beliefs import really
from simulator.debrief.changes import ChangeLane, unasked
from simulator.debrief.parts import what_ends
from simulator.domain.duration import show_clock
from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn, HazardDrawn, Healed
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed

_SEEN = {
    "recovered": "seen as back to normal",
    "better": "seen to help",
    "same": "seen to make no difference",
    "worse": "seen to make it worse",
    "failed": "could not be made",
    "unclear": "watched, but nobody could tell what it did",
    "undone": "undone before anyone saw what it did",
    "worn off": "no watch told; the call heard that it helped no more",
}


class Deed(Value):
    """One change: what it really did, and what the call saw of it; `undone` is what came of undoing it."""

    id: str
    change: str
    clock: str
    did: str
    harmed: bool
    seen: str
    entries: tuple[int, ...]
    undone: str = ""
    undone_in: int | None = None


class Truth(Value):
    """What the seed drew: how likely it was at the start (`prior`), and by all that was told (`believed`).

    `cure` says what would have ended it, where nothing did.
    """

    cause: str
    says: str
    prior: float | None
    believed: float | None
    entry: int | None
    hazards: tuple[str, ...]
    deeds: tuple[Deed, ...]
    cure: str = ""


def truth_of(case: Case, lanes: tuple[ChangeLane, ...]) -> Truth:
    """The truth of a case, as far as its timeline tells."""
    drawn = next(iter(each(case.entries, CauseDrawn)), None)
    cause = really(case)
    known = cause in case.scenario.causes
    end = case.entries[-1].number + 1 if case.entries else 1
    every = sorted((*lanes, *unasked(case)), key=lambda lane: lane.ordered)
    return Truth(
        cause,
        drawn[1].truth if drawn else "",
        case.scenario.prior[cause] if known else None,
        believed(case, end).get(cause) if known else None,
        drawn[0].number if drawn else None,
        tuple(
            f"{fact.hazard} ('{fact.change}')" for _, fact in each(case.entries, HazardDrawn) if fact.holds
        ),
        tuple(_deed(case, lane) for lane in every),
        _cure(case, every),
    )


def _cure(case: Case, lanes: Sequence[ChangeLane]) -> str:
    """What would have ended it; empty where it ended by itself or by a change, or where nobody can tell."""
    ended = any(lane.acted == "cured" and not lane.brought_back for lane in lanes)
    if ended or any(True for _ in each(case.entries, Healed)) or not _goes_on(case):
        return ""
    fixes = what_ends(case)
    return f"Nothing ended it. What would have: {'; or '.join(fixes)}." if fixes else ""


def _goes_on(case: Case) -> bool:
    """Whether customers still failed when it ended."""
    return bool(case.impact) and bool(case.impact[-1].begins or case.impact[-1].ends)


def _deed(case: Case, lane: ChangeLane) -> Deed:
    change = lane.change + (" (small first form)" if lane.staged else "")
    if lane.alone and lane.owner in case.organisation.people:
        change += f" ({case.organisation.people[lane.owner].first_name} on their own)"
    seen = _SEEN.get(lane.result, lane.result)
    entries = (lane.entry,) if lane.told_in is None else (lane.entry, lane.told_in)
    did = "never took effect" if not lane.acted and lane.done is None else lane.did
    clock = show_clock(lane.ordered)
    return Deed(lane.id, change, clock, did, lane.harmed, seen, entries, _undone(lane), lane.undone_in)


def _undone(lane: ChangeLane) -> str:
    """That it was undone, and what that did; empty where it stayed."""
    if lane.reverted is None:
        return ""
    return "undone, and what was wrong was back" if lane.brought_back else "undone later"
