"""Odds: under causes that exist, and never more than 100 % for things that exclude each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from simulator.authoring.checks.names import keys_known
from simulator.authoring.forms import PERCENT
from simulator.authoring.problem import Problem
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.authoring.text.node import Node, quoted

_ROUNDING = 1e-6


def spread_over(odds: Mapping[str, float], causes: Iterable[str]) -> dict[str, float]:
    """The odds under every cause: its own, else those of always, else 0."""
    return {cause: odds.get(cause, odds.get(ALWAYS, 0.0)) for cause in causes}


def check_odds(odds: Node, causes: Collection[str] | None) -> Iterator[Problem]:
    """Odds, and outcomes, are given under causes of the scenario, or always; None when these are unclear."""
    if causes is not None:
        yield from keys_known(odds, causes, "cause")


def check_sums(place: str, clues: Node, causes: Iterable[str]) -> Iterator[Problem]:
    """The clues of a place exclude each other, so under each cause their odds add up to 100 % at most."""
    always, own = _totals([_odds(clue["odds"]) for clue in clues.each])
    for cause in causes:
        total = always + own.get(cause, 0.0)
        if total > 1 + _ROUNDING:
            message = f"the odds of {quoted(place)} under {quoted(cause)} add up to {total * 100:.6g}%"
            yield clues.key_problem(message, "at most 100%: one investigation says one of them")


def _totals(each: Iterable[Mapping[str, float]]) -> tuple[float, Mapping[str, float]]:
    """The sum of what is always so, and by how much each cause departs from it."""
    always, own = 0.0, dict[str, float]()
    for odds in each:
        usual = odds.get(ALWAYS, 0.0)
        always += usual
        for cause, share in odds.items():
            own[cause] = own.get(cause, 0.0) + share - usual
    return always, own


def _odds(odds: Node) -> dict[str, float]:
    read = ((cause, PERCENT.read(node.value)) for cause, node in odds)
    return {cause: share for cause, share in read if share is not None}
