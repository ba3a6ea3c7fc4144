"""Gauntlets that were saved as JSON, read again: a picture of many outages needs no second run of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from simulator.domain.doctrine import AXES
from simulator.library.trouble import Unknown, Unusable

_OUTAGE = ("outage", "seeds", "doctrines", "flaws", "missed")
_FLAW = ("player", "axis", "applies", "costs")


def saved(paths: Sequence[Path], outages: Sequence[str] = ()) -> dict[str, Any]:
    """The records of some files as one, of all their outages or of those named.

    Of several of the same outage the last one counts. Raises `Unusable` for what no gauntlet wrote, and
    `Unknown` for an outage that is in none of the files.
    """
    records = [_read(path) for path in paths]
    found = {one["outage"]: one for record in records for one in record["outages"]}
    for name in outages:
        if name not in found:
            raise Unknown(f"{name!r} is in none of them; there is {', '.join(found)}")
    chosen = [found[name] for name in (outages or found)]
    return {"outages": chosen, "couplings": records[-1]["couplings"] if records else []}


def _read(path: Path) -> dict[str, Any]:
    try:
        record = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Unusable(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except ValueError as error:
        raise Unusable(f"{path}: it is no JSON: {error}") from None
    if problem := _problem(record):
        raise Unusable(f"{path}: it is not what icsim gauntlet --json writes: {problem}")
    return dict(record)


def _problem(record: Any) -> str:
    """What is missing in a record; empty when all is there that a picture needs."""
    if not isinstance(record, dict) or not isinstance(record.get("outages"), list) or not record["outages"]:
        return "it holds no 'outages'"
    if not all(
        isinstance(one, dict) and {"player", "axis"} <= one.keys() for one in _list(record, "couplings")
    ):
        return "it holds no 'couplings'"
    for number, outage in enumerate(record["outages"], 1):
        lacking = _lacking(outage, _OUTAGE) or _flaws(outage)
        if lacking:
            return f"outage {number} has no {lacking}"
    return ""


def _flaws(outage: dict[str, Any]) -> str:
    for flaw in _list(outage, "flaws"):
        if lacking := _lacking(flaw, _FLAW) or _lacking(flaw["costs"], AXES):
            return f"{lacking} for each flaw"
    return "" if all(not _lacking(gate, ("player", "axis")) for gate in _list(outage, "missed")) else "gates"


def _lacking(value: Any, wanted: Sequence[str]) -> str:
    if not isinstance(value, dict):
        return f"{wanted[0]!r}"
    return next((repr(key) for key in wanted if key not in value), "")


def _list(record: dict[str, Any], key: str) -> list[Any]:
    found = record.get(key)
    return found if isinstance(found, list) else [None]
