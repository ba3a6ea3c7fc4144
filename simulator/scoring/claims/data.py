"""Customers' data: said to be safe or lost, against what was known and could not be ruled out."""

from simulator.domain.update import DataClaim, Update
from simulator.scoring.case import Case
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.claims.data_words import says_safe
from simulator.scoring.claims.fresh import line_at
from simulator.scoring.ledger.safety import RULED_OUT, really_lost, safety
from simulator.scoring.words import percent

LAST_WORD = "resolved"
SAYS = {"safe": "no data is lost", "lost": "data is lost", "unknown": "it is not known whether data is lost"}
SPLIT = "work was on one side of a split only, and nothing had given it up yet"

Finding = tuple[Verdict, float | None, str, int]


def data(case: Case, told: Told) -> Claim | None:
    """What an update says of customers' data; None when it says nothing of it.

    Whoever writes in plain words that nothing is lost has claimed it, as by `data safe`.
    """
    said = _said(told.sent.fact.update)
    if not said:
        return None
    verdict, earned, because, line = _FOUND[said](case, told)
    fresh = told.before is None or _said(told.before.fact.update) != said
    return claim(told, "data", SAYS[said], verdict, earned, because, line, fresh=fresh)


def _said(update: Update) -> DataClaim:
    return update.data or ("safe" if says_safe(update.text) else "")


def _safe(case: Case, told: Told) -> Finding:
    known = safety(case, told.sent.entry)
    if known.known:
        return "false", 0.0, "a loss was known", known.known
    if really_lost(case, told.sent.at):
        return "false", 0.0, "work of customers had been lost, and nobody had looked", 0
    if known.open is None:
        return "not checked", None, "the timeline does not tell", 0
    if known.open > RULED_OUT:
        why = SPLIT if known.split else f"a loss was still {percent(known.open)} possible"
        return "guessed", 0.0, why, known.split
    return "true", 1.0, "nothing that was still possible loses data", 0


def _lost(case: Case, told: Told) -> Finding:
    known = safety(case, told.sent.entry)
    if known.known or really_lost(case, told.sent.at):
        return "true", 1.0, "work of customers had been lost", known.known
    if known.open is None:
        return "not checked", None, "the timeline does not tell", 0
    return "over-claimed", 0.0, SPLIT if known.split else "no loss was known", known.split


def _unknown(case: Case, told: Told) -> Finding:
    known = safety(case, told.sent.entry)
    if known.known:
        return "under-claimed", 0.0, "a loss was known", known.known
    if told.sent.fact.update.state == LAST_WORD and _long_ruled_out(case, told):
        return "under-claimed", 0.0, "it was the last word, and nothing that was still possible loses data", 0
    return "true", 1.0, SPLIT if known.split else "no loss was known, and none was ruled out", known.split


def _long_ruled_out(case: Case, told: Told) -> bool:
    """Whether a loss was ruled out when the update was sent, and by when its facts were gathered."""
    sent = told.sent
    if really_lost(case, sent.at):
        return False
    gathered = line_at(case, sent.at - case.doctrine.threshold("facts fresh for"))
    chances = [safety(case, line).open for line in (gathered, sent.entry)]
    return all(chance is not None and chance <= RULED_OUT for chance in chances)


_FOUND = {"safe": _safe, "lost": _lost, "unknown": _unknown}
