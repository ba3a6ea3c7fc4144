"""What a choice brought in this world, and what another would have brought. Shown, and never scored."""

from simulator.debrief.beliefs import really
from simulator.debrief.changes import ChangeLane
from simulator.debrief.parts import completed_by, is_part
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeOrdered, ClueFound, HazardChecked, HazardDrawn, NotKnown, TaskGiven
from simulator.domain.scenario import Outcome
from simulator.scoring.case import Case
from simulator.scoring.weighing import Decision
from simulator.scoring.words import clock, listed, percent


def turned_out(case: Case, decision: Decision, lanes: tuple[ChangeLane, ...]) -> str:
    """What the choice brought in this world, in a sentence or two; empty when the timeline does not tell."""
    match decision.chosen.kind:
        case "change":
            lane = next((lane for lane in lanes if lane.entry in decision.entries), None)
            return _change(lane) if lane else ""
        case "look" | "check":
            return _answer(case, decision)
        case "wait":
            return _ended(case, decision)
        case "undo":
            return _came_back(case, decision)
        case _:
            return ""


def _came_back(case: Case, decision: Decision) -> str:
    """Whether customers failed again once it was undone, and for how long."""
    undone = next((at for at in _undone(case, decision) if at >= decision.at), None)
    if undone is None:
        return "It was not undone in the end."
    after = [step for step in case.impact if step.until > undone]
    failed = next((step.at for step in after if step.begins or step.ends), None)
    if failed is None:
        return "It did not come back."
    well = next((step.at for step in after if step.at > failed and not step.begins and not step.ends), None)
    lasted = f" until {clock(well)}" if well is not None else " to the end"
    return f"It was undone at {clock(undone)}, and customers failed again from {clock(failed)}{lasted}."


def _undone(case: Case, decision: Decision) -> list[int]:
    """The seconds at which its change was undone."""
    name = decision.chosen.name
    return [one.reverted for one in case.attempts if one.change == name and one.reverted is not None]


def _ended(case: Case, decision: Decision) -> str:
    """What ended a wait, or that whoever led had gone."""
    until = decision.since + decision.chosen.seconds
    if case.left is not None and case.left.at <= until:
        return f"Whoever led had left at {clock(case.left.at)}."
    last = case.entries[decision.entries[-1] - 1]
    match last.fact if last.at >= until else None:
        case ChangeOrdered(change=change):
            return f"It ended at {clock(last.at)}, when '{change}' was ordered."
        case TaskGiven(what="investigate", subject=place):
            return f"It ended at {clock(last.at)} with a look at {place}."
        case _:
            why = "" if case.affected(until) else ", when customers were known to be well again"
            return f"It ended at {clock(until)}{why}."


def helped(lane: ChangeLane) -> bool:
    """Whether a change was for the better, all in all."""
    return lane.balance == "helped"


def _change(lane: ChangeLane) -> str:
    if lane.failed is not None:
        return f"It could not be made; that was known at {clock(lane.failed)}."
    if lane.done is None:
        return "It was never finished."
    if not lane.acted:
        return f"It was made at {clock(lane.done)}."
    harm = ", and it made something worse" if lane.harmed else ""
    if lane.took_effect is not None and lane.deed == "first part":
        return f"It {lane.did} at {clock(lane.took_effect)}{harm}."
    told = "" if lane.deed == "early" else f" {_told(lane)}"
    return f"It {lane.did}{harm}.{told}"


def _told(lane: ChangeLane) -> str:
    if not lane.watches:
        return "Nobody watched what it did."
    if lane.told_in is None or lane.told is None:
        return "Nobody could tell from what was watched."
    return f"That was clear at {clock(lane.told)}."


def _answer(case: Case, decision: Decision) -> str:
    """The first answer that came to a look or a check."""
    for entry in case.seen:
        said = _said(entry, decision.chosen.name) if entry.number > decision.entries[0] else ""
        if said:
            return f"At {clock(entry.at)} the answer was: {said}"
    return "No answer ever came."


def _said(entry: Entry, subject: str) -> str:
    match entry.fact:
        case ClueFound(place=place, says=says) | NotKnown(place=place, says=says) if place == subject:
            return says
        case HazardChecked(change=change, says=says) if change == subject:
            return says
        case _:
            return ""


def would_have(case: Case, decision: Decision) -> str:
    """What the best choice would have brought under what was really wrong; empty when nobody can tell."""
    cause, option = really(case), decision.best
    if not cause or cause not in case.scenario.causes:
        return ""
    if case.impact and not any(case.suffering(at) for at in _turns_from(case, decision.at)):
        return "In this world it was over by then, which dashboards did not show yet."
    if option.kind == "change":
        return _would(case, option.name, case.scenario.outcome(option.name, cause))
    if option.kind == "look":
        return _would_say(case, option.name, cause)
    return _would_find(case, option.name) if option.kind == "check" else ""


def _turns_from(case: Case, at: int) -> tuple[int, ...]:
    """A second, and those after it at which who fails may change."""
    return (at, *(step.at for step in case.impact if step.at > at))


def _would_find(case: Case, change: str) -> str:
    """What a check of a change would have found."""
    drawn = [fact for _, fact in each(case.entries, HazardDrawn) if fact.change == change]
    if not drawn:
        return ""
    real = [fact.hazard for fact in drawn if fact.holds]
    return f"In this world it would have warned: {listed(real)}." if real else "In this world it was safe."


def _would(case: Case, change: str, outcome: Outcome) -> str:
    danger = next(
        (f.hazard for _, f in each(case.entries, HazardDrawn) if f.change == change and f.holds), ""
    )
    harm = f" It would have done harm as well: {danger}." if danger else ""
    if not outcome.works or not (_ready(case, outcome) or is_part(case, change)):
        return f"In this world it would not have helped: what could be known spoke for it.{harm}"
    if not _ready(case, outcome):
        first = listed(f"'{name}'" for name in outcome.after)
        return f"In this world it would have been a part of the fix, which takes effect after {first}.{harm}"
    likely = "" if outcome.chance >= 1 else f" with a chance of {percent(outcome.chance)}"
    if outcome.cures:
        return f"In this world it would have ended what was wrong{likely}.{harm}"
    if outcome.stops:
        return f"In this world it would have kept the trouble from spreading{likely}.{harm}"
    if outcome.relieves is not None:
        return f"In this world it would have helped for a while{likely}.{harm}"
    made = [name for name in outcome.mends if any(one.change == name for one in case.attempts)]
    if made:
        return f"In this world it would have taken away what '{made[0]}' broke{likely}.{harm}"
    fixes = completed_by(case, change)
    if fixes:
        part = f"the first part of the fix, which takes effect with '{fixes[0]}'"
        return f"In this world it would have been {part}.{harm}"
    return f"In this world it would have done what it is meant to do{likely}.{harm}"


def _ready(case: Case, outcome: Outcome) -> bool:
    """Whether the changes it rests on were ever made."""
    ordered = {fact.change for _, fact in each(case.seen, ChangeOrdered)}
    return ordered.issuperset(outcome.after)


def _would_say(case: Case, place: str, cause: str) -> str:
    clues = case.scenario.clues.get(place, ())
    likely = max(clues, key=lambda clue: clue.odds.get(cause, 0.0), default=None)
    if likely is None or not likely.odds.get(cause):
        return "In this world it would have said nothing conclusive."
    odds = likely.odds[cause]
    return f'In this world the likeliest answer ({percent(odds)}) was: "{likely.says}"'
