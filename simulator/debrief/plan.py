"""What the best choice was the beginning of: the steps after it, if each time the likeliest thing is seen.

Where the slow way was as good as the best of all that is quick, it is named: a quick try that will hardly
help saves little but the minutes until the slow one is begun.
"""

from itertools import islice

from simulator.debrief.naming import named, slow_fix
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.grounds import ground
from simulator.scoring.outlook import Outlook, outlook
from simulator.scoring.overlap import Overlap, landed, overlaps
from simulator.scoring.weighing import Decision, Option, as_good_to_go_slow, likely_to_end
from simulator.scoring.words import summed

QUICK = ("change", "look", "check")
"""Best choices beside which the slow way can be begun."""
FURTHER = 3
"""So many steps are told after the first: what is farther off is going to be decided anew."""


def plan_of(case: Case, decision: Decision) -> str:
    """The next steps, what had to be told first, and the slow way where that was as good; else empty."""
    seen = outlook(case, decision.at, decision.before)
    if seen is None:
        return ""
    told = _in_turn(case, decision), _steps(case, seen, decision), _slowly(case, seen, decision)
    return " ".join(filter(None, told))


def _in_turn(case: Case, decision: Decision) -> str:
    """That the best change had to wait as well, where what was ordered broke into another one's watch."""
    if decision.chosen.kind != "change" or decision.best.kind != "change" or decision.best.after:
        return ""
    mine = (found for found in overlaps(case) if found.later.order == decision.entries[0])
    broken = (found for found in mine if _had_to_wait(case, found, decision.best.name))
    earlier = next((found.earlier.change for found in broken if ground(case, found) is None), "")
    return f"Either only once it was told what '{earlier}' did: one change at a time." if earlier else ""


def _had_to_wait(case: Case, found: Overlap, best: str) -> bool:
    """Whether an order came before another change was told that the best one would be confused with, too."""
    in_flight = found.later.ordered < landed(case, found.earlier)
    return in_flight and case.interact(found.earlier, replace(found.later, change=best))


def _steps(case: Case, seen: Outlook, decision: Decision) -> str:
    """The next steps in a sentence; empty where the best choice was the last, or none that could be made.

    Where the best choice only eases, and no step after it ends anything, what does is told last.
    """
    if seen.advice.plan[:1] != ((decision.best.kind, decision.best.name),):
        return ""
    after = islice(seen.advice.plan, 1, 1 + FURTHER)
    steps = [named(Option(kind, name, 0.0, 0)) for kind, name in after]
    if decision.best.eases:
        steps += _ended_by(case, seen)
    return f"And then, if each time the likeliest thing was seen: {', then '.join(steps)}." if steps else ""


def _ended_by(case: Case, seen: Outlook) -> list[str]:
    """What ends it, where nothing of the plan does: the change that is likeliest to, if any."""
    likely = {name: likely_to_end(case, seen, name) for name in case.scenario.outcomes}
    if any(kind == "change" and likely.get(name) for kind, name in seen.advice.plan):
        return []
    left = [name for name in likely if likely[name] and name not in seen.in_place]
    return [named(Option("change", max(left, key=likely.__getitem__), 0.0, 0))] if left else []


def _slowly(case: Case, seen: Outlook, decision: Decision) -> str:
    """The slow way, where nothing quick was noticeably better: it is begun, and the rest tried beside it.

    Of an undoing there is none, nor where the best choice is the slow one by name.
    """
    if decision.best.kind not in QUICK or not seen.advice.worth_it or not as_good_to_go_slow(case, seen):
        return ""
    slow = slow_fix(case, decision.before)
    if not slow or slow == decision.best.name:
        return ""
    return (
        f"But nothing quick was expected to save much: the slow way, begun at once, came to "
        f"{summed(seen.advice.give_up)}. Have '{slow}' made ready first, and try what is quick meanwhile."
    )
