"""What the end of a play looks like: whether the cause was gone, and which services were overloaded."""

from collections.abc import Iterator, Sequence

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeActed, Healed, Overloaded
from simulator.domain.organisation import Organisation

SETTLED = 20 * MINUTE
"""What has not settled so long after the cure is taken to stay (assumption)."""


def cured_in_time(entries: Sequence[Entry]) -> bool:
    """Whether the cause was gone long enough before the end for everything to settle."""
    return any(entries[-1].at - at >= SETTLED for at in _cures(entries))


def _cures(entries: Sequence[Entry]) -> Iterator[int]:
    yield from (entry.at for entry, fact in each(entries, ChangeActed) if fact.acted == "cured")
    yield from (entry.at for entry, _ in each(entries, Healed))


def overloaded_at_the_end(entries: Sequence[Entry], organisation: Organisation) -> tuple[str, ...]:
    """The services that are overloaded at the end, each in words."""
    over = {fact.service: fact.over for _, fact in each(entries, Overloaded)}
    shielded = {service.shields for service in organisation.services.values()}
    return tuple(_told(name, name in shielded) for name, still in over.items() if still)


def _told(service: str, shielded: bool) -> str:
    return f"{service} behind a cold cache" if shielded else f"{service} overloaded"
