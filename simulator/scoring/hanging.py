"""Changes that are stuck half-way: their owner has said so, and nobody knows for how long."""

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case


def hanging(case: Case, at: int) -> str:
    """The first change that was stuck at a second; empty when none was."""
    return next((attempt.change for attempt in case.attempts if _hangs(attempt, at)), "")


def _hangs(attempt: Attempt, at: int) -> bool:
    """Whether its owner had said by a second that it is stuck, and nothing had come of it yet."""
    acted = (each for each in (attempt.done, attempt.failed, attempt.reverting) if each is not None)
    return attempt.hung is not None and attempt.hung <= at < min(acted, default=at + 1)
