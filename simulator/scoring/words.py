"""How the judge speaks: changes in quotes, times as on the timeline, durations as people say them."""

from collections.abc import Iterable

from simulator.domain.attempt import Attempt
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.stakes import PUBLIC

__all__ = ["audience", "clock", "listed", "minutes", "name", "percent", "summed"]

clock = show_clock
minutes = show_minutes


def name(attempt: Attempt) -> str:
    """A change as it is named in a sentence; the small form says so."""
    return f"'{attempt.change}'" + (" (staged)" if attempt.staged else "")


def percent(share: float) -> str:
    """A share as people say it; what is not nothing is never called 0 %."""
    return "under 1 %" if 0 < share < 0.01 else f"{share:.0%}".replace("%", " %")


def summed(customer_minutes: float) -> str:
    """An amount of customer-minutes with as many digits as it is worth."""
    digits = 0 if customer_minutes < 1000 else -2 if customer_minutes < 100_000 else -3
    return f"{round(customer_minutes, digits):,.0f} customer-minutes"


def audience(channel: str) -> str:
    """Who hears from an audience's channel, as one says it."""
    return "customers" if channel == PUBLIC else channel


def listed(words: Iterable[str]) -> str:
    """Words as in a sentence: `a`, `a and b`, `a, b and c`."""
    every = list(words)
    return every[0] if len(every) == 1 else ", ".join(every[:-1]) + " and " + every[-1] if every else ""
