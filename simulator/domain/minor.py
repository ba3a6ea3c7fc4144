"""Too minor a severity to tell anybody, and what it is taken as while more than a few customers fail."""

from simulator.domain.doctrine import Doctrine
from simulator.domain.stakes import PUBLIC

NO_MINOR_MATTER = 0.01
"""More active customers failing than this share is nothing that nobody needs to hear of (assumption)."""


def least(doctrine: Doctrine, *channels: str) -> str | None:
    """The lowest severity at which one of these audiences is owed an update."""
    clocks = [clock for channel, clock in doctrine.clocks.items() if channel in channels]
    binding = [each for each in doctrine.severities if any(each in clock.first for clock in clocks)]
    return binding[-1] if binding else None


def taken_as(doctrine: Doctrine, severity: str) -> str | None:
    """The severity whose clocks bind all the same where one is too minor for any; None where it is not.

    That is so while more customers than `NO_MINOR_MATTER` are known to be failing. A severity that nobody
    knows is as minor.
    """
    binding, told = least(doctrine, *doctrine.clocks), least(doctrine, PUBLIC)
    known = doctrine.severities
    if binding is None or (severity in known and doctrine.rank(severity) <= doctrine.rank(binding)):
        return None
    return told
