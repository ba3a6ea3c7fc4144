"""Parts of a fix: what a change needs in place before it ends the outage, and what only then makes it better.

By itself a part makes nothing better, and is not meant to: what keeps the trouble from spreading, or has to
be there first. By what could be known it is a part where it is likelier than not that a cause is behind it
under which it is one; and it is one where a later order says that it builds on it.
"""

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case
from simulator.scoring.mending import mends
from simulator.scoring.outlook import believed, not_ruled_out
from simulator.scoring.showing import result
from simulator.scoring.talked import half_names, reason

LIKELY = 0.5
"""From this share on it is likelier than not."""


def in_vain(case: Case, attempt: Attempt) -> bool:
    """Whether a change was seen to make nothing better that was meant to.

    A part is not, nor what puts right what another change has harmed.
    """
    told = result(case, attempt)
    return told == "worse" or (told == "same" and not _meant_otherwise(case, attempt))


def _meant_otherwise(case: Case, attempt: Attempt) -> bool:
    return mends(case, attempt) or likely_part(case, attempt) or _built_on(case, attempt)


def likely_part(case: Case, attempt: Attempt) -> bool:
    """Whether a change that was watched was likely a part of what ends it, by what was known then."""
    watched = [watch.entry for watch in attempt.verifications]
    before = max((attempt.order, *watched)) + 1
    shares = believed(case, before).items()
    return sum(share for cause, share in shares if _is_part(case, attempt.change, cause)) >= LIKELY


def _is_part(case: Case, change: str, cause: str) -> bool:
    """Whether under a cause another change ends it only with this one in place."""
    return any(_needs(case, other, change, cause) for other in case.scenario.outcomes if other != change)


def _needs(case: Case, other: str, change: str, cause: str) -> bool:
    outcome = case.scenario.outcome(other, cause)
    return outcome.cures and change in outcome.after


def _built_on(case: Case, attempt: Attempt) -> bool:
    """Whether a later order needs it in place, as far as known then, and its reason names it."""
    later = (one for one in case.attempts if one.order > attempt.order and attempt.in_place(one.ordered))
    return any(_builds_on(case, one, attempt) for one in later)


def _builds_on(case: Case, one: Attempt, part: Attempt) -> bool:
    said = reason(case, one)
    why = " ".join((one.because, said[1] if said else ""))
    needed = (_needs(case, one.change, part.change, cause) for cause in not_ruled_out(case, one.order))
    return half_names(case, why, part) and any(needed)
