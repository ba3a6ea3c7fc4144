"""What is worth asking the whole call about, and what is too small for it (doctrine D5)."""

from simulator.domain.organisation import Change
from simulator.scoring.case import Case
from simulator.scoring.words import minutes

TURNS_AWAY = ("throttle", "block")
"""Kinds of change that keep customers out."""

MOST = 0.5
"""A service that this share of what customers do needs concerns most of them (assumption)."""


def large(case: Case, change: Change, staged: bool = False) -> str:
    """Why a change is large, in words; empty when it is not. The small first form never is."""
    if staged:
        return ""
    if change.kind == "restore":
        return "it puts an old copy of the data back"
    if change.undo is None:
        return "it cannot be undone"
    if change.undo > case.doctrine.threshold("easily undone within"):
        return f"undoing it takes {minutes(change.undo)}"
    if change.kind == "throttle":
        return "it turns customers away"
    if change.hazards and _most_are_behind(case, change.on):
        return "most customers are behind it and the runbook warns of it"
    return ""


def trivial(case: Case, change: Change) -> bool:
    """Whether nobody needs to be asked: soon undone, without known hazards, and it keeps nobody out."""
    return not large(case, change) and not change.hazards and change.kind not in TURNS_AWAY


def _most_are_behind(case: Case, service: str) -> bool:
    """Whether at least half of what customers do needs a service."""
    reaches, journeys = case.organisation.reaches, case.organisation.journeys.values()
    behind = (j.share for j in journeys if any(service in reaches[needed] for needed in j.needs))
    return sum(behind) >= MOST * sum(journey.share for journey in journeys)
