"""Options as one would say them."""

from simulator.debrief.leaving import leaving
from simulator.scoring.case import Case
from simulator.scoring.easy import SLOW_KINDS
from simulator.scoring.weighing import Decision, Option

_DEEDS = {"change": "make '{}'", "look": "look at {}", "check": "check '{}'"}


def slow_fix(case: Case, before: int) -> str:
    """The change by which one goes the slow way: code first, then machines, then a backup.

    One that had been ordered before a line is not begun again; empty where the runbook has none.
    """
    ordered = {attempt.change for attempt in case.attempts if attempt.order < before}
    pages = [page for page in case.organisation.runbook.values() if page.name not in ordered]
    slow = [page.name for kind in SLOW_KINDS for page in pages if page.kind == kind]
    return slow[0] if slow else ""


def chosen_of(case: Case, decision: Decision) -> str:
    """What was chosen, as an instruction."""
    left = leaving(case, decision) is not None
    return "leave with nobody to lead on" if left else named(decision.chosen)


def best_of(case: Case, decision: Decision) -> str:
    """The best choice of a decision as an instruction that can be given."""
    return named(decision.best, slow_fix(case, decision.before or decision.entries[0]))


def named(option: Option, slow: str = "") -> str:
    """An option as an instruction: `order 'roll back app'`; `slow` is the change that is the slow way."""
    if option.absent:
        return f"page somebody who can {_DEEDS[option.kind].format(option.name)}"
    match option.kind:
        case "change":
            return f"{f'wait for {option.after}, then ' if option.after else ''}order '{option.name}'"
        case "look":
            return f"wait for the look at {option.name}" if option.in_hand else f"look at {option.name}"
        case "check":
            return f"{'wait to hear' if option.in_hand else 'check'} whether '{option.name}' is safe"
        case "undo":
            return f"undo '{option.name}'"
        case "keep":
            return f"keep '{option.name}' until something else is known to hold"
        case "wait":
            return "go on waiting"
        case _:
            return f"begin '{slow}'" if slow else "call for help, with nothing in the runbook likely to help"
