"""How far it reaches, in free words: held against how much of what customers do failed."""

from collections.abc import Callable, Mapping

from simulator.domain.doctrine import GOING_ON
from simulator.scoring.case import Case
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.claims.extent_words import Reach, Who, reach_in
from simulator.scoring.ledger import customers
from simulator.scoring.vocabulary import words_of
from simulator.scoring.words import percent

MOST, FEW = 0.5, 0.25
"""Who says everybody means at least half, who says a few means at most a quarter (assumptions)."""


Finding = tuple[Verdict, str]


def extent(case: Case, told: Told) -> Claim | None:
    """The reach that a text claims while it goes on; None when it claims none, or nothing tells."""
    update = told.sent.fact.update
    reach = reach_in(update.text)
    if reach is None or update.state not in GOING_ON or not customers.told(case):
        return None
    since = told.sent.at - round(case.doctrine.threshold("facts fresh for"))
    found = _FOUND[reach.who](case, reach, since, told.sent.at)
    return _claim(told, reach, *found) if found else None


def _everybody(case: Case, reach: Reach, since: int, at: int) -> Finding:
    """That everybody is affected, or everybody who does what the sentence goes on to name."""
    known, truth = customers.most_known(case, since, at), customers.really(case, at)
    said = words_of(reach.sentence)
    for name in case.organisation.journeys:
        failing = max(known.get(name, 0.0), truth.get(name, 0.0))
        if failing >= MOST and words_of(name) <= said:
            return "true", f"{percent(failing)} of {name} failed"
    most = max(_share(case, known), _share(case, truth))
    return "true" if most >= MOST else "over-claimed", f"at most {percent(most)} of what customers did failed"


def _few(case: Case, _: Reach, since: int, at: int) -> Finding:
    least = _share(case, customers.least_known(case, since, at))
    because = f"at least {percent(least)} of what customers did failed, and that was known"
    return "true" if least <= FEW else "under-claimed", because


def _nobody(case: Case, _: Reach, since: int, at: int) -> Finding | None:
    """That nobody is affected. Nothing is made of it when it was wrong and nobody could know it yet."""
    known = customers.least_known(case, since, at)
    worst = max(known, key=lambda name: known[name], default="")
    if worst and known[worst] >= customers.SURELY:
        return "under-claimed", f"at least {percent(known[worst])} of {worst} failed, and that was known"
    well = all(share < customers.SURELY for share in customers.really(case, at).values())
    return ("true", "customers were well, or nearly") if well else None


_FOUND: Mapping[Who, Callable[[Case, Reach, int, int], Finding | None]] = {
    "everybody": _everybody,
    "few": _few,
    "nobody": _nobody,
}


def _share(case: Case, failing: customers.Shares) -> float:
    """How much of all that customers do fails."""
    journeys = case.organisation.journeys.values()
    return sum(journey.share * failing.get(journey.name, 0.0) for journey in journeys)


def _claim(told: Told, reach: Reach, verdict: Verdict, because: str) -> Claim:
    """The words are quoted; what is right is told first and again like any other scope."""
    before = told.before.fact.update.text if told.before else ""
    earned = 1.0 if verdict == "true" else 0.0
    fresh = reach.words not in before
    return claim(told, "extent", f"'{reach.words}'", verdict, earned, because, fresh=fresh)
