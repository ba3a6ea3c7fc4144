"""A claim with its verdict as one plain sentence, and as a mark."""

from collections.abc import Sequence

from simulator.domain.doctrine import Axis
from simulator.domain.value import replace
from simulator.scoring.claims.claim import Claim, What
from simulator.scoring.mark import Mark, cited
from simulator.scoring.words import audience, clock, listed

AXIS: Axis = "communication accuracy"
AGAIN = 0.25
"""What is only said again weighs so much of what is said first: repeating earns little, and costs little."""
SPOILS = 3.0
"""What is wrong weighs so many times what is true: trust is lost faster than it is won (assumption)."""
_SAID: dict[What, str] = {
    "state": "said '{}'",
    "scope": "named {} as affected",
    "extent": "spoke of {}",
    "cause": "gave the cause as {}",
    "time": "promised {}",
    "workaround": "gave a way round, {}",
    "data": "said that {}",
}


def sentence_of(claim: Claim) -> str:
    """`The update to sales at 0:12:00 said 'monitoring', which was over-claimed: about 900 ... failing.`"""
    said = _SAID[claim.what].format(claim.says.rstrip("."))
    who, when = audience(claim.audience), clock(claim.at)
    return f"The update to {who} at {when} {said}, which was {claim.verdict}: {claim.because}."


def marked(rule: str, claim: Claim, weight: float = 1.0) -> Mark:
    """The mark of a claim that could be checked; ValueError for another."""
    if claim.earned is None:
        raise ValueError(f"a claim that was not checked earns nothing: {claim}")
    weighs = weight * (weighed(claim.earned) if claim.fresh or claim.earned < 1 else AGAIN)
    evidence = cited(claim.entry, *claim.lines)
    return Mark(rule, AXIS, claim.earned, weighs, sentence_of(claim), evidence, claim.at)


def marked_once(rule: str, claims: Sequence[Claim]) -> Mark:
    """One mark for the same wrong claim, told to several or again: the first is judged, the others are cited.

    Each further telling weighs as little as saying again what is true.
    """
    first, *others = claims
    mark = marked(rule, first)
    if not others:
        return mark
    evidence = cited(*mark.evidence, *(claim.entry for claim in others))
    weight = mark.weight * (1 + AGAIN * len(others))
    return replace(mark, weight=weight, summary=f"{mark.summary} {_told_again(others)}", evidence=evidence)


def _told_again(others: Sequence[Claim]) -> str:
    """`It was told 3 more times, to support and sales, until 0:38:15.`"""
    who = listed(dict.fromkeys(audience(claim.audience) for claim in others))
    if len(others) == 1:
        return f"It was told once more, to {who}, at {clock(others[0].at)}."
    return f"It was told {len(others)} more times, to {who}, until {clock(others[-1].at)}."


def weighed(earned: float) -> float:
    """What a claim weighs by what it earned: 1 when it is right, `SPOILS` when nothing of it is."""
    return earned + SPOILS * (1 - earned)
