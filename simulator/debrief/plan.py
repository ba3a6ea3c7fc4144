"""What the best choice was the beginning of: the steps after it, if each time the likeliest thing is seen."""

from itertools import islice

from simulator.debrief.naming import named
from simulator.scoring.case import Case
from simulator.scoring.outlook import outlook
from simulator.scoring.weighing import Decision, Option

FURTHER = 3
"""So many steps are told after the first: what is farther off is going to be decided anew."""


def plan_of(case: Case, decision: Decision) -> str:
    """The next steps in a sentence; empty where the best choice was the last, or none that could be made."""
    seen = outlook(case, decision.at, decision.before)
    if seen is None or seen.advice.plan[:1] != ((decision.best.kind, decision.best.name),):
        return ""
    after = islice(seen.advice.plan, 1, 1 + FURTHER)
    steps = [named(Option(kind, name, 0.0, 0)) for kind, name in after]
    return f"And then, if each time the likeliest thing was seen: {', then '.join(steps)}." if steps else ""
