"""How far a change is, in a few words."""

from simulator.domain.attempt import Attempt
from simulator.domain.duration import show_clock


def standing(attempt: Attempt) -> str:
    """How far a change is."""
    if attempt.reverted is not None:
        return f"undone {show_clock(attempt.reverted)}"
    if attempt.called_off:
        return f"called off {show_clock(attempt.failed or 0)}"
    if attempt.failed is not None:
        return f"could not be made {show_clock(attempt.failed)}"
    if attempt.done is not None:
        return f"made {show_clock(attempt.done)}, {_judged(attempt)}"
    if attempt.hung is not None:
        return f"hangs since {show_clock(attempt.hung)}"
    return "under way" if attempt.started is not None else "ordered"


def _judged(attempt: Attempt) -> str:
    kept = ", stays" if attempt.residual is not None else ""
    if any(watch.fact is None for watch in attempt.verifications):
        return f"being watched{kept}"
    if attempt.worn_off is not None:
        return f"helped, but wore off {show_clock(attempt.worn_off)}{kept}"
    return (f"verified: {attempt.result}" if attempt.result else "NOT VERIFIED") + kept
