"""Parts of a fix: what a change needs in place before it ends the outage, and what only then makes it better.

By itself a part makes nothing better, and is not meant to: what keeps the trouble from spreading, or has to
be there first. By what could be known it is a part where a cause is likelier than not under which it is one.
"""

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed

LIKELY = 0.5
"""From this share on a cause is likelier than not."""


def in_vain(case: Case, attempt: Attempt) -> bool:
    """Whether a change was seen to make nothing better that was not meant as a part."""
    return attempt.result == "worse" or (attempt.result == "same" and not likely_part(case, attempt))


def likely_part(case: Case, attempt: Attempt) -> bool:
    """Whether a change that was watched was likely a part of what ends it, by what was known then."""
    watched = [watch.entry for watch in attempt.verifications]
    before = max((attempt.order, *watched)) + 1
    causes = (cause for cause, share in believed(case, before).items() if share >= LIKELY)
    return any(_is_part(case, attempt.change, cause) for cause in causes)


def _is_part(case: Case, change: str, cause: str) -> bool:
    """Whether under a cause another change ends it only with this one in place."""
    others = (case.scenario.outcome(other, cause) for other in case.scenario.outcomes if other != change)
    return any(other.cures and change in other.after for other in others)
