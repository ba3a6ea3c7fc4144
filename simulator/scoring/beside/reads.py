"""What a rule reads of a doctrine while it judges a case."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from simulator.domain.value import replace
from simulator.scoring.beside.settings import Setting
from simulator.scoring.case import Case
from simulator.scoring.rules import Rule

T = TypeVar("T")


class Noted(Mapping[str, T]):
    """A mapping that notes which of its names were asked for."""

    def __init__(self, inner: Mapping[str, T]) -> None:
        self._inner = inner
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> T:
        self.asked.add(name)
        return self._inner[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


def read(rule: Rule, case: Case, settings: tuple[Setting, ...]) -> tuple[Setting, ...]:
    """Those of some settings that a rule asks for in a case, in their order.

    What a doctrine lacks cannot be asked for, so that a role or clock of the other one counts when any does.
    """
    doctrine = case.doctrine
    thresholds, switches = Noted(doctrine.thresholds), Noted(doctrine.switches)
    clocks, roles = Noted(doctrine.clocks), Noted(doctrine.roles)
    noting = replace(doctrine, thresholds=thresholds, switches=switches, clocks=clocks, roles=roles)
    for _ in rule.marks(Case(case.scenario, noting, case.entries, case.seat, case.records)):
        pass
    asked = {
        "threshold": thresholds.asked, "switch": switches.asked, "clock": clocks.asked, "role": roles.asked,
    }  # fmt: skip
    lacking = {"clock": doctrine.clocks, "role": doctrine.roles}
    return tuple(
        one
        for one in settings
        if one.kind == "easy kinds"
        or one.name in asked[one.kind]
        or (asked[one.kind] and one.name not in lacking.get(one.kind, (one.name,)))
    )
