"""How far it reaches, in free words: everybody, or a few. Held against the share of customers who failed."""

import re
from typing import Literal

from simulator.scoring.case import Case
from simulator.scoring.claims.claim import Claim, Told, claim
from simulator.scoring.ledger import customers
from simulator.scoring.words import percent

MOST, FEW = 0.5, 0.25
"""Who says everybody means at least half, who says a few means at most a quarter (assumptions)."""
_TROUBLE = r"(?:cannot|can't|unable|fail\w*|down|affected|impacted|unavailable|not (?:work|load|respond)\w*)"
_ALL = re.compile(
    r"\b(?:all|every) (?:of )?(?:our )?(?:customers?|users?|systems|services)\b"
    rf"[^.!?;]{{0,40}}\b{_TROUBLE}|\b(?:nobody|no one) can\b|\b(?:complete|total|full) outage\b"
    r"|\beverything (?:is|was) (?:down|broken|failing)\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:a (?:very )?(?:small|limited|tiny) (?:number|subset|share|fraction|percentage)|a few|a handful)"
    rf" (?:of )?(?:our )?(?:customers|users)\b[^.!?;]{{0,60}}\b{_TROUBLE}",
    re.IGNORECASE,
)
GOING_ON = ("investigating", "identified")


def extent(case: Case, told: Told) -> Claim | None:
    """The reach that a text claims while it goes on; None when it claims none, or nothing tells."""
    update, at = told.sent.fact.update, told.sent.at
    everybody, few = _ALL.search(update.text), _FEW.search(update.text)
    if not (everybody or few) or update.state not in GOING_ON or not customers.told(case):
        return None
    since = at - round(case.doctrine.threshold("facts fresh for"))
    if everybody:
        most = max(
            _share(case, customers.most_known(case, since, at)), _share(case, customers.really(case, at))
        )
        because = f"at most {percent(most)} of what customers did failed"
        return _claim(told, everybody[0], because, "true" if most >= MOST else "over-claimed")
    least = _share(case, customers.least_known(case, since, at))
    because = f"at least {percent(least)} of what customers did failed, and that was known"
    return _claim(told, few[0] if few else "", because, "true" if least <= FEW else "under-claimed")


def _share(case: Case, failing: customers.Shares) -> float:
    """How much of all that customers do fails."""
    journeys = case.organisation.journeys.values()
    return sum(journey.share * failing.get(journey.name, 0.0) for journey in journeys)


def _claim(
    told: Told, words: str, because: str, verdict: Literal["true", "over-claimed", "under-claimed"]
) -> Claim:
    """The words are quoted; what is right is told first and again like any other scope."""
    before = told.before.fact.update.text if told.before else ""
    earned = 1.0 if verdict == "true" else 0.0
    return claim(told, "extent", f"'{words}'", verdict, earned, because, fresh=words not in before)
