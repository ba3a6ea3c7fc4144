"""Since when nobody more has to be called in, kept or led: it was rightly called mitigated, or is over."""

from simulator.domain.entry import each
from simulator.domain.fact import CalledMitigated
from simulator.scoring.case import Case
from simulator.scoring.claims.called import false_relief, known_first
from simulator.scoring.sighted import once

FEW = 0.15
"""With no more than this share of the worst still failing, nobody more is kept for it (assumption)."""


@once
def relieved(case: Case) -> int | None:
    """The second from which it was called mitigated, and customers were known to fail no more, or but a few.

    Said a little too early it holds from when that was known. Said falsely, or before anybody was known to
    fail, it holds for nothing, and can be said again.
    """
    begun = known_first(case)
    for entry, _ in each(case.seen, CalledMitigated):
        well = entry.at if _few(case, entry.at) else case.relief(entry.at)
        left = case.affected(well) and well != entry.at
        if begun <= entry.at and not left and not false_relief(case, entry):
            return well
    return None


def _few(case: Case, at: int) -> bool:
    """Whether few were known to fail at a second, beside the worst until then."""
    worst = max((case.failing(step.at) for step in case.impact if step.at <= at), default=0.0)
    return (case.known_failing(at) or 0.0) <= FEW * worst


def led_until(case: Case) -> int:
    """The last second at which whoever led could still do something for those on the call.

    Who leaves while customers fail is judged for that, and not once more for what nobody did afterwards.
    """
    return case.over if case.left is None else min(case.over, case.left.at)


def pressing_until(case: Case) -> int:
    """The second from which nothing more is owed to those on the call."""
    since = relieved(case)
    return case.over if since is None else min(case.over, since)
