"""A trial as plain values, for scripts."""

from collections.abc import Mapping

from simulator.domain.origin import Origin
from simulator.domain.value import parts_of
from simulator.library.trying.coverage import Covered
from simulator.library.trying.solved import CauseSolved
from simulator.library.trying.standing import Standing
from simulator.library.trying.trial import Trial

Paths = Mapping[str, str]
"""The files as a person finds them, by what entries call them."""


def place(origin: Origin, paths: Paths) -> str:
    """Where something is written: `file:line:column`."""
    return f"{paths.get(origin.file, origin.file)}:{origin.line}:{origin.column}"


def as_record(found: Trial, paths: Paths) -> dict[str, object]:
    """The trial as one JSON object; losses in customer-minutes, shares from 0 to 1."""
    swept = found.swept
    return {
        "outage": swept.outage.scenario.id, "seeds": swept.seeds, "plays": len(swept.plays),
        "other_plays": len(swept.others), "further_seeds": list(swept.sought), "scored": found.scored,
        "fine": found.fine, "players": [_player(each) for each in found.standings],
        "causes": [_cause(each, paths) for each in found.causes],
        "difficulty": _rounded(parts_of(found.difficulty)) if found.difficulty else None,
        "coverage": [_covered(each, paths) for each in found.coverage.items],
    }  # fmt: skip


def _player(each: Standing) -> dict[str, object]:
    lost = {"low": each.low, "median": each.lost, "high": each.high, "mean": each.mean}
    return {
        "player": each.player, "plays": each.plays, "solved": each.solved,
        "lost": _rounded({**lost, "mean_without_seed_1": each.others}),
        "minutes": None if each.minutes is None else round(each.minutes, 2),
        "axes": _rounded(each.axes), "grades": dict(each.grades),
    }  # fmt: skip


def _cause(each: CauseSolved, paths: Paths) -> dict[str, object]:
    return {
        "cause": each.cause, "place": place(each.origin, paths), "weight": round(each.weight, 4),
        "solvable": each.solvable, "cured": each.lingers.cured, "cured_and_stayed": each.lingers.stayed,
        "solved": {name: {"times": times, "of": of} for name, (times, of) in each.solved.items()},
    }  # fmt: skip


def _covered(each: Covered, paths: Paths) -> dict[str, object]:
    item = each.item
    return {
        "kind": item.kind, "name": item.name, "place": place(item.origin, paths), "times": each.times,
        "odds": round(item.odds, 4), "verdict": each.verdict,
    }  # fmt: skip


def _rounded(values: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: value if value is None else round(value, 2) for name, value in values.items()}
