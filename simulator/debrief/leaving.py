"""Leaving while customers fail: a wait that is no pause, but the choice to go with nobody to lead on."""

from simulator.scoring.case import Case
from simulator.scoring.weighing import Decision
from simulator.scoring.words import minutes


def leaving(case: Case, decision: Decision) -> int | None:
    """The second at which whoever led left, where a wait came of that; None for any other decision.

    That was decided then, though hands that had work went on for a while.
    """
    if case.left is None or decision.chosen.kind != "wait" or case.left.at > decision.at:
        return None
    return case.left.at


def decided_at(case: Case, decision: Decision) -> int:
    """The second at which a decision was open: of a wait its beginning, or that of the leaving behind it."""
    left = leaving(case, decision)
    return decision.since if left is None else left


def left_as(who: str) -> str:
    """The leaving as a heading; `who` left."""
    return f"{who} left with customers failing and nobody leading"


def stay_or_hand_over(case: Case, decision: Decision, left: int) -> str:
    """How to see it next time."""
    return (
        "While customers fail somebody leads: stay, or offer command to one person by name, and go when they "
        f"have said yes. Here nobody led for {minutes(case.end - left)}, with {decision.rate:,.0f} customers "
        "failing."
    )
