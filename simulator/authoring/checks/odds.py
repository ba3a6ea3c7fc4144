"""Odds: under causes that exist, and never more than 100 % for things that exclude each other."""

from collections.abc import Iterator, Mapping, Sequence

from simulator.authoring.checks.names import keys_known
from simulator.authoring.forms import PERCENT
from simulator.authoring.problem import Problem
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.authoring.text.node import Node, quoted

_ROUNDING = 1e-6


def spread_over(odds: Mapping[str, float], causes: Sequence[str]) -> dict[str, float]:
    """The odds under every cause: its own, else those of always, else 0."""
    return {cause: odds.get(cause, odds.get(ALWAYS, 0.0)) for cause in causes}


def check_odds(odds: Node, causes: Sequence[str]) -> Iterator[Problem]:
    """Odds are given under causes of the scenario, or always."""
    yield from keys_known(odds, (*causes, ALWAYS), "cause")


def check_sums(place: str, clues: Node, causes: Sequence[str]) -> Iterator[Problem]:
    """The clues of a place exclude each other, so under each cause their odds add up to 100 % at most."""
    read = [_odds(clue["odds"]) for clue in clues.each]
    for cause in causes:
        total = sum(spread_over(odds, (cause,))[cause] for odds in read)
        if total > 1 + _ROUNDING:
            message = f"the odds of {quoted(place)} under {quoted(cause)} add up to {total * 100:.6g}%"
            yield clues.key_problem(message, "at most 100%: one investigation says one of them")


def _odds(odds: Node) -> dict[str, float]:
    read = ((cause, PERCENT.read(node.text or "")) for cause, node in odds)
    return {cause: share for cause, share in read if share is not None}
