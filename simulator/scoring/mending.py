"""Changes against what another change has harmed: the causes have no part in them.

Filters that were taken away are put back. Whoever does so tries nothing, and nothing need get better by it.
"""

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case


def mends(case: Case, attempt: Attempt) -> bool:
    """Whether it takes away what a change harmed that was in place when it was ordered."""
    broken = case.scenario.mends(attempt.change)
    return any(one.change in broken and one.in_place(attempt.ordered) for one in case.attempts)
