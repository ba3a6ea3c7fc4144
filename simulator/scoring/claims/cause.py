"""The cause: verified, the most likely, guessed or wrong, as far as words can be compared."""

import re
from typing import TypeAlias

from simulator.domain.sentences import sentences
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.claims.cause_in_text import causes_in
from simulator.scoring.claims.cause_words import gist, spoken_of, supposed, unsaid
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.claims.fresh import EARLY, line_at, soon_after
from simulator.scoring.claims.tells_apart import tells_apart
from simulator.scoring.ledger import cause as ledger
from simulator.scoring.words import clock, percent

HALF = 0.5
Finding: TypeAlias = tuple[Verdict, float | None, str, tuple[int, ...]]
"""A verdict with what it earns, why, and the lines it rests on."""

_OF_IT = re.compile(r"\b(?:cause|it|this|that)\b", re.IGNORECASE)


def cause(case: Case, told: Told) -> Claim | None:
    """The cause that an update gives; None when it gives none, or says that it is not known."""
    says = _said(case, told)
    if not says or unsaid(says):
        return None
    verdict, earned, because, lines = _found(case, told, says)
    fresh = told.before is None or _said(case, Told(told.before, None, ())) != says
    same = ", ".join(sorted(spoken_of(case.scenario, says))) or gist(says)
    found = claim(told, "cause", says, verdict, earned, because, *lines, fresh=fresh)
    return replace(found, same=same)


def _said(case: Case, told: Told) -> str:
    """What is given as the cause: in so many words, or in the text where it fits a cause of the scenario."""
    update = told.sent.fact.update
    if update.cause.strip():
        return update.cause.strip()
    return next((one for one in causes_in(update.text) if spoken_of(case.scenario, one)), "")


def _found(case: Case, told: Told, says: str) -> Finding:
    thought = ledger.suspected(case, told.sent.entry)
    if thought is None:
        return "not checked", None, "the timeline does not tell the cause", ()
    meant = spoken_of(case.scenario, says)
    if meant and not tells_apart(case, meant):
        return "not checked", None, "it could be any of them", ()
    share, lines = thought.share(meant), thought.entries
    if meant and share >= thought.needs:
        return "true", 1.0, f"that was {percent(share)} likely by what had been told", lines
    if meant and _was_known(case, told, meant):
        return "stale", HALF, "that was known some minutes before, and no longer", lines
    if not meant and thought.known:
        return "not checked", None, "these words fit no cause that the scenario knows", lines
    if _among_us(case, told, says, meant) and (supposition := _supposition(thought, meant)):
        return supposition
    soon = _soon_known(case, told, meant) if meant else None
    if soon is not None:
        return "early", EARLY, f"that could be known only at {clock(soon)}", lines
    return _guessed(case, thought, meant)


def _guessed(case: Case, thought: ledger.Suspicion, meant: frozenset[str]) -> Finding:
    """What was not known is a guess, also where it was not so; false is what was known not to be."""
    if not meant:
        return "guessed", 0.0, "several causes were still possible", thought.entries
    share = thought.share(meant)
    likely = f"that was {percent(share)} likely then"
    if ledger.drawn(case) in (*meant, ""):
        return "guessed", 0.0, likely, thought.entries
    denied = bool(thought.entries) and 1 - share >= thought.needs
    verdict: Verdict = "false" if denied else "guessed"
    return verdict, 0.0, f"{likely}, and was not so", thought.entries


def _supposition(thought: ledger.Suspicion, meant: frozenset[str]) -> Finding | None:
    """What a supposition is worth that is called one; None where the cause is known to be another."""
    if thought.ranked[0][0] in meant and thought.entries:
        return "true", 1.0, "it was the likeliest, and said to be no more than that", thought.entries
    if thought.known:
        return None
    return "not checked", None, "it was said to be no more than a supposition", thought.entries


def _was_known(case: Case, told: Told, meant: frozenset[str]) -> bool:
    """Whether the cause was known while the update was on its way."""
    since = line_at(case, told.sent.at - case.doctrine.threshold("facts fresh for"))
    thought = ledger.lately(case, since, told.sent.entry)
    return any(before.entries and before.share(meant) >= before.needs for before in thought)


def _soon_known(case: Case, told: Told, meant: frozenset[str]) -> int | None:
    """The second at which the cause was known, if that was within a couple of minutes after it was said."""
    for entry in soon_after(case, told.sent):
        thought = ledger.suspected(case, entry.number + 1)
        if thought and thought.entries and thought.share(meant) >= thought.needs:
            return entry.at
    return None


def _among_us(case: Case, told: Told, says: str, meant: frozenset[str]) -> bool:
    """Whether it was said inside the company, and as a supposition: there that is no guess sold as news.

    The text beside it may say so too, where it speaks of that cause: a `maybe` about anything else does not.
    """
    if told.audience == PUBLIC:
        return False
    beside = (one for one in sentences(told.sent.fact.update.text) if supposed(one))
    return supposed(says) or any(
        _OF_IT.search(one) or spoken_of(case.scenario, one) & meant for one in beside
    )
