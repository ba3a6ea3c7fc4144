"""Coverage: what the plays reached, and what they never did."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal, TypeAlias

from simulator.domain.value import Value
from simulator.library.trying.items import KINDS, Item, Kind, items_of
from simulator.library.trying.sweep import Sweep, by_luck

Verdict: TypeAlias = Literal["reached", "never", "rare", "quiet"]


class Covered(Value):
    """An item with the number of plays that reached it.

    `never`: not reached, and that is no luck. `rare`: not reached, and its odds as written explain it.
    `quiet`: something of the company that plays no part in this outage.
    """

    item: Item
    times: int
    verdict: Verdict


class Coverage(Value):
    """Every item with its verdict, in the order of the file."""

    items: tuple[Covered, ...]
    plays: int

    def of(self, verdict: Verdict) -> tuple[Covered, ...]:
        """The items with a verdict."""
        return tuple(covered for covered in self.items if covered.verdict == verdict)

    @property
    def counts(self) -> Mapping[Kind, tuple[int, int]]:
        """For each kind of item: how many were reached, of how many."""
        by_kind = {kind: [c for c in self.items if c.item.kind == kind] for kind in KINDS}
        return {kind: (sum(c.times > 0 for c in some), len(some)) for kind, some in by_kind.items()}


def cover(swept: Sweep) -> Coverage:
    """The coverage of a sweep."""
    times = Counter(key for tried in swept.all for key in tried.reached)
    items = items_of(swept.outage.scenario)
    found = tuple(Covered(item, times[item.key], _verdict(item, times[item.key], swept)) for item in items)
    return Coverage(found, len(swept.all))


def _verdict(item: Item, times: int, swept: Sweep) -> Verdict:
    if times:
        return "reached"
    if not item.own:
        return "quiet"
    return "rare" if by_luck(item, swept.tries) else "never"
