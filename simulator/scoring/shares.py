"""A share that is said aloud, held against what the dashboards showed: who read it there is about right."""

import re
from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.scoring.case import Case
from simulator.scoring.ledger import customers

SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s?(?:%|per ?cent)", re.IGNORECASE)
"""A share as it is written: `3 %`, `2,5 percent`."""
ROUGHLY = 0.5
"""Off by this share of what was shown is roughly right (assumption)."""
AT_LEAST = 0.02
"""So little off is right however small the share is (assumption)."""
LATELY = 5 * MINUTE
"""What stood on a dashboard so long ago may be what is said now (assumption)."""


def read_off(case: Case, at: int, text: str) -> bool:
    """Whether a share is said that is roughly what was shown to fail, or to work, of customers or a journey.

    Where the timeline does not tell who failed, any share may have been.
    """
    said = [float(number.replace(",", ".")) / 100 for number in SHARE.findall(text)]
    if not said or not case.impact:
        return bool(said)
    shown = list(_shown(case, at))
    return any(_near(one, other) for share in said for one in (share, 1 - share) for other in shown)


def _near(said: float, shown: float) -> bool:
    return abs(said - shown) <= max(AT_LEAST, ROUGHLY * shown)


def _shown(case: Case, at: int) -> Iterator[float]:
    """What the dashboards showed to fail, in the last few minutes: of all customers, and of each journey."""
    for moment in (at - LATELY, at):
        yield (case.known_failing(moment) or 0.0) / max(1.0, case.active(moment))
    for known in (customers.least_known, customers.most_known):
        shares = known(case, at - LATELY, at).values()
        yield from (share for share in shares if share >= customers.HARDLY)
