"""How long a choice takes until one sees what it brought, beside what the runbook says of its change."""

from simulator.scoring.case import Case
from simulator.scoring.weighing import Option
from simulator.scoring.words import minutes


def shows_after(case: Case, change: str) -> int | None:
    """The seconds until what a change did is seen, on average: it may hang, and signals lag behind."""
    known = case.organisation.runbook.get(change)
    return None if known is None else round(known.mean) + case.lag(known)


def takes(case: Case, option: Option) -> str:
    """What a choice takes, in words; of a check, what its change takes after it."""
    known, after = case.organisation.runbook.get(option.name), shows_after(case, option.name)
    took = minutes(option.seconds)
    if option.kind == "change" and known is not None:
        return f"{took} until it shows (runbook: {minutes(known.takes.median)})"
    if option.kind == "check" and after is not None:
        return f"{took}, then {minutes(after)} until the change shows"
    return took
