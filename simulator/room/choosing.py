"""Hints on what to find out or to change: what the judge's own reckoning holds for best.

It goes by what could be known. So a hint never gives away more than the team could have worked out, and
whoever follows it is judged to have decided well. What can neither help nor tell anything under a cause that
is still believed is never a hint.
"""

from collections.abc import Iterator
from typing import TypeAlias

from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.domain.interaction import interact
from simulator.domain.organisation import Change
from simulator.domain.scenario import Outcome
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise
from simulator.reasoning import Advice, Choice
from simulator.room.ladder import Ladder
from simulator.scoring.case import Case
from simulator.scoring.outlook import Outlook, believed, likely_to_help, outlook

LIKELY = 0.5
"""A cause this likely is to be acted on: a hint prefers what ends it to what hides it (assumption)."""
LONG = 10 * MINUTE
"""With somebody there who could, and nothing ordered for this long, a hint is to act (assumption)."""
Doing: TypeAlias = frozenset[tuple[str, str]]
"""What is being done, or was: looks, checks and changes by kind and name; `checking` is one not yet told."""


def doing(exercise: Exercise) -> Doing:
    """What somebody looks into, checks or changes, and what was checked; whoever asked for it."""
    board = exercise.board(COMMANDER)
    kinds = {"investigate": ("look",), "check": ("check", "checking")}
    work = {(kind, one.subject) for one in board.work.values() for kind in kinds.get(one.what, ())}
    checked = {("check", fact.change) for _, fact in each(exercise.entries, HazardChecked)}
    made = {("change", one.change) for one in board.changes if one.failed is None and one.reverted is None}
    return frozenset((*work, *checked, *made))


def choices(case: Case, busy: Doing = frozenset()) -> Iterator[Ladder]:
    """What is best to find out or to change; before it a hint to act, where nobody has for long."""
    seen = outlook(case, case.end, case.beyond)
    if seen is None:
        return
    best = _best(case, seen, busy)
    if _hesitates(case) and (best is None or best.kind != "change"):
        act = _to_act(case, seen, busy)
        if act is not None:
            yield _act(case, act, ("checking", act.name) in busy)
    if best is not None:
        yield _choice(case, best)


def _best(case: Case, seen: Outlook, busy: Doing) -> Choice | None:
    """The best of what nobody is doing yet.

    While the best thing is being done, what can be found out meanwhile costs nothing; another change would.
    """
    best = seen.advice.best
    if _name(best) in busy:
        return _meanwhile(seen.advice, busy)
    return (_cure_of(case, seen, busy) or best) if best.kind == "change" else best


def _name(choice: Choice) -> tuple[str, str]:
    return choice.kind, choice.name.rstrip("?")


def _meanwhile(advice: Advice, busy: Doing) -> Choice | None:
    """What can be found out while the best thing is being done, and would tell something."""
    names = [
        (kind, name)
        for kind, name in advice.useful
        if kind != "change" and (kind, name.rstrip("?")) not in busy
    ]
    found = advice.first(1, names) if names else ()
    return next((choice for choice in found if advice.gains(choice)), None)


def _hesitates(case: Case) -> bool:
    """Whether nothing has been ordered for long, though somebody was there who could have made it."""
    if case.joined is None or any(attempt.closed is None for attempt in case.attempts):
        return False
    last = max((attempt.closed or attempt.ordered for attempt in case.attempts), default=0)
    return case.end - max(last, case.joined.at) >= LONG


def _to_act(case: Case, seen: Outlook, busy: Doing) -> Choice | None:
    """The cheapest change that is more likely than not to help; first one that nobody checks just now."""
    found = [
        seen.advice.of(kind, name)
        for kind, name in seen.advice.useful
        if kind == "change" and ("change", name) not in busy and name not in seen.in_place
        and likely_to_help(case, seen, name) >= LIKELY
    ]  # fmt: skip
    return min(found, key=lambda one: (("checking", one.name) in busy, one.cost), default=None)


def _leading(case: Case) -> tuple[str, float]:
    """The likeliest cause by what could be known, and how likely it is."""
    return max(believed(case, case.beyond).items(), key=lambda pair: pair[1])


def _cure_of(case: Case, seen: Outlook, busy: Doing) -> Choice | None:
    """The cheapest change that ends the likeliest cause, where the best one would only hide it."""
    cause, share = _leading(case)
    if share < LIKELY or _ends(case.scenario.outcome(seen.advice.best.name, cause)):
        return None
    cures = [
        seen.advice.of("change", name)
        for kind, name in seen.advice.quotes.names
        if kind == "change" and ("change", name) not in busy and name not in seen.in_place
        and _ends(outcome := case.scenario.outcome(name, cause)) and seen.in_place.issuperset(outcome.after)
    ]  # fmt: skip
    return min(cures, key=lambda choice: choice.cost, default=None)


def _ends(outcome: Outcome) -> bool:
    return outcome.cures or outcome.stops


def _choice(case: Case, best: Choice) -> Ladder:
    if best.kind == "look":
        return Ladder(
            "finding out",
            "What could be wrong, and what would tell those apart?",
            f"Something is still to be found out about {best.name.rstrip('?')}.",
            f"Say: investigate {best.name.rstrip('?')} within 10m",
        )
    change = case.organisation.runbook[best.name]
    if best.kind == "check":
        return Ladder(
            "dangers",
            "What could your next change make worse?",
            f"The runbook names dangers for a change on {change.on}.",
            f"Say: check {best.name}",
        )
    return _after(case, change) or Ladder(
        "acting",
        "What is quick, can be judged soon, and would help if the likeliest cause is it?",
        f"Think of a {change.kind} on {change.on}.{_relief(case, change)}",
        f"Say: order {best.name}",
    )


def _after(case: Case, change: Change) -> Ladder | None:
    """What comes after a change whose effect is not known: one beside it would hide what each does."""
    for attempt in case.attempts:
        other = case.change(attempt)
        if attempt.closed is None and other and interact(other, change, case.organisation):
            return Ladder(
                "what comes next",
                f"If '{attempt.change}' does nothing, what do you do then, and is it ready?",
                "One change at a time; meanwhile the next can be talked through: "
                f"a {change.kind} on {change.on}.",
                f"Say: poll {change.name}",
            )
    return None


def _act(case: Case, choice: Choice, checking: bool) -> Ladder:
    """A hint to those who find out and find out."""
    change = case.organisation.runbook[choice.name]
    told = " Its danger is being checked: decide as soon as that is told." if checking else ""
    undone = f"can be undone in {show_minutes(change.undo)}" if change.undo else "cannot be undone"
    return Ladder(
        "acting",
        "What do you still have to know before you change something, and what does each minute cost?",
        f"Nothing has been ordered for long. Think of a {change.kind} on {change.on}: it takes about"
        f" {show_minutes(int(change.mean))} and {undone}.{told}{_relief(case, change)}",
        f"Say: order {change.name}",
    )


def _relief(case: Case, change: Change) -> str:
    """What a change does that only eases the likeliest cause."""
    outcome = case.scenario.outcome(change.name, _leading(case)[0])
    if _ends(outcome) or not outcome.relieves:
        return ""
    share, seconds = outcome.relieves
    eased = f"{100 * share:.0f} % of it away, and buys about {show_minutes(seconds)}"
    return f" If the likeliest cause is it, that takes {eased}; it mends nothing."
