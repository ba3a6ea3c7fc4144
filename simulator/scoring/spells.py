"""When customers failed: every stretch of it by itself, for what came back had been gone."""

from collections.abc import Sequence

from simulator.domain.course import Step
from simulator.domain.duration import MINUTE
from simulator.domain.value import Value
from simulator.scoring.words import clock, listed, minutes

CALM = MINUTE
"""Customers who are well for less than this were not well again (assumption)."""
TOLD = 3
"""Stretches that are told one by one, at most."""


class Spell(Value):
    """A stretch in which customers failed; `until` is None where some still did at the end."""

    since: int
    until: int | None


def spells_of(steps: Sequence[Step]) -> tuple[Spell, ...]:
    """Every stretch in which customers failed, in order."""
    found: list[tuple[int, int]] = []
    for step in steps:
        if step.begins or step.ends:
            goes_on = found and step.at - found[-1][1] < CALM
            found[-1:] = [(found[-1][0], step.until)] if goes_on else [*found[-1:], (step.at, step.until)]
    spells = [Spell(since, until) for since, until in found]
    if spells and steps[-1].ends:
        spells[-1] = Spell(spells[-1].since, None)
    return tuple(spells)


def came_back(spells: Sequence[Spell]) -> tuple[Spell, ...]:
    """The stretches after the first; of an outage that comes and goes only the last."""
    return tuple(spells[1:] if len(spells) <= TOLD else spells[-1:])


def lasted(spells: Sequence[Spell]) -> int:
    """The seconds in which customers failed, of those stretches that have an end."""
    return sum(spell.until - spell.since for spell in spells if spell.until is not None)


def one_by_one(spells: Sequence[Spell]) -> str:
    """`23 min, and again for 6 min from 1:13:37 on`; of many only how often, and when the last one began."""
    first, *again = spells
    if len(spells) > TOLD:
        return f"in {len(spells)} stretches, the last from {clock(spells[-1].since)} on"
    parts = [
        minutes(first.until - first.since) if first.until is not None else f"from {clock(first.since)} on"
    ]
    return ", and again ".join([*parts, listed([_again(spell) for spell in again])] if again else parts)


def _again(spell: Spell) -> str:
    so_long = f"for {minutes(spell.until - spell.since)} " if spell.until is not None else ""
    return f"{so_long}from {clock(spell.since)} on"
