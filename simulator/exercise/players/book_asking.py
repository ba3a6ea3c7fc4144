"""By the book: ask before what is large, answer who objects, and say why."""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    Answered,
    ChangeOrdered,
    ClueFound,
    Decided,
    NobodyObjected,
    Objected,
    Polled,
    TaskGiven,
)
from simulator.domain.organisation import WIPING, Change
from simulator.domain.what_changed import WHAT_CHANGED, asks_what_changed
from simulator.exercise.sight import Sight
from simulator.reasoning import Advice

HOLDS = 25 * MINUTE
"""What the call said about a change is not asked again for so long."""
SAVED_WITHIN = 3 * MINUTE
"""Who was asked to save the evidence is waited for so long before they are asked again."""
EASILY = "easily undone within"
PLAN_B = "plan b from"


def large(sight: Sight, change: Change) -> bool:
    """Whether a change is worth asking the call about: not soon undone, dangerous, or keeping people out."""
    soon = change.undo is not None and change.undo <= sight.doctrine.threshold(EASILY)
    return not soon or bool(change.hazards) or change.kind == "throttle"


def objections(sight: Sight, change: Change, staged: bool) -> Iterator[str]:
    """The question for strong objections and the wait for an answer; nothing once the call has been heard."""
    if staged or not large(sight, change) or _seen_to_help(sight, change.name):
        return
    asked = [entry for entry, fact in each(sight.seen, Polled) if fact.change == change.name]
    if not asked or sight.now - asked[-1].at > HOLDS:
        yield f"poll {change.name}"
    elif not any(_heard(entry, change.name) for entry in sight.seen if entry.number > asked[-1].number):
        yield "wait 10s"


def _heard(entry: Entry, change: str) -> bool:
    return isinstance(entry.fact, NobodyObjected | Objected) and entry.fact.change == change


def _seen_to_help(sight: Sight, change: str) -> bool:
    return any(a.change == change and a.helped for a in sight.board.changes)


def answer(sight: Sight, attempt: Attempt) -> Iterator[str]:
    """The reason for going on, for whoever objected to what was ordered and has had no answer."""
    raised = [entry for entry, fact in each(sight.seen, Objected) if fact.change == attempt.change]
    if not raised or raised[-1].at < attempt.ordered:
        return
    since = (entry for entry in reversed(sight.seen) if entry.number > raised[-1].number)
    if not any(_answers(entry, attempt.change) for entry in since):
        yield f"decide we go on with {attempt.change}: waiting costs more than what it may break"


def _answers(entry: Entry, change: str) -> bool:
    match entry.fact:
        case ChangeOrdered(change=ordered):
            return ordered == change
        case _:
            return isinstance(entry.fact, Decided)


def keep_evidence(sight: Sight, change: Change, staged: bool, person: str) -> Iterator[str]:
    """The word to save what a change wipes, and the wait for it; nothing once somebody has looked there."""
    if staged or change.kind not in WIPING or any(_kept(entry, change, sight) for entry in sight.seen):
        return
    asked = f"ask {sight.name(person)} to save the evidence"
    yield "wait 20s" if sight.spoken(asked, sight.now - SAVED_WITHIN) else asked


def _kept(entry: Entry, change: Change, sight: Sight) -> bool:
    match entry.fact:
        case ClueFound(place=place):
            return place == change.on
        case Answered(topic="evidence", person=person):
            return sight.knows(person, change.on)
        case _:
            return False


def what_changed(sight: Sight, said: set[str], person: str) -> Iterator[str]:
    """The question of what changed, before a second thing is tried."""
    if sight.board.changes and WHAT_CHANGED not in said and not any(_asked(entry) for entry in sight.seen):
        said.add(WHAT_CHANGED)
        yield f"ask {sight.name(person)} what changed"


def _asked(entry: Entry) -> bool:
    match entry.fact:
        case TaskGiven(subject=subject) | Answered(topic=subject) | ClueFound(place=subject):
            return asks_what_changed(subject)
        case _:
            return False


def reason(sight: Sight, change: Change, advice: Advice) -> str:
    """Why a change is made, where that will show, and what comes next if it does not help."""
    return f"{_why(sight, change, advice)}{or_else(sight, change, advice)}"


def or_else(sight: Sight, change: Change, advice: Advice) -> str:
    """What comes next if a change that takes long does not help; nothing when there is nothing else."""
    shown = sight.organisation.lag_of(change)
    if change.mean + shown < sight.doctrine.threshold(PLAN_B):
        return ""
    tried = {one.change for one in sight.board.changes if one.failed is None} | {change.name}
    for kind, name in (*advice.path, *advice.useful):
        if kind != "look" and name not in tried:
            return f", else '{name}'"
        if kind == "look" and name in sight.organisation.services and name != change.on:
            return f", else look at '{name}'"
    return ""


def _why(sight: Sight, change: Change, advice: Advice) -> str:
    """Its part in a fix, or the likeliest cause that it is for, and how soon that will show."""
    under = sight.scenario.outcomes
    shows = f"takes {show_minutes(round(change.mean))} and shows on {change.signal}"
    if any(change.name in outcome.after for each_under in under.values() for outcome in each_under.values()):
        return f"it is one part of a fix that only works together with the next, {shows}"
    after = [outcome.after for outcome in under.get(change.name, {}).values() if outcome.after]
    if after:
        return f"it completes what {after[0][-1]} began, {shows}"
    helps = [
        (name, share)
        for name, share in advice.belief.ranked
        if sight.scenario.outcome(change.name, name).works
    ]
    if not helps:
        return f"it is the best next step on what we know, {shows}"
    name, share = helps[0]
    return f"it would help if it is {name}, {share:.0%} likely, {shows}"
