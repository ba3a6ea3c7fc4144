"""When customers failed again who had been well, and from which line on that could be known."""

from collections.abc import Iterator

from simulator.domain.entry import Entry
from simulator.domain.fact import AlertFired, ChangeOrdered, CustomersReported
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.sighted import once
from simulator.scoring.spells import Spell, spells_of


class Relapse(Value):
    """It came back: known from `at` on, by the line `entry`, until dashboards showed all well again."""

    at: int
    entry: int
    until: int


@once
def relapses(case: Case) -> tuple[Relapse, ...]:
    """Every relapse that could be known before the incident was over, in order."""
    return tuple(_relapses(case))


def _relapses(case: Case) -> Iterator[Relapse]:
    for spell in spells_of(case.impact)[1:]:
        ends = case.end if spell.until is None else min(case.end, spell.until + case.lag_at(spell.until))
        sign = _sign(case, spell, ends)
        if sign is not None and sign.at <= case.over and not case.affected(spell.since):
            yield Relapse(sign.at, sign.number, ends)


def _sign(case: Case, spell: Spell, until: int) -> Entry | None:
    """The first line that told of it: an alarm, customers, or an order to make again what was just undone."""
    undone = [attempt for attempt in case.attempts if attempt.reverted is not None]
    for entry in case.seen:
        if not spell.since <= entry.at <= until:
            continue
        match entry.fact:
            case AlertFired() | CustomersReported():
                return entry
            case ChangeOrdered(change=change) if any(
                one.change == change and (one.reverted or 0) <= entry.at for one in undone
            ):
                return entry
            case _:
                pass
    return None
