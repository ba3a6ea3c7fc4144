"""Entries as JSON values and back. Every fact has exactly one spelling, so equal entries give equal bytes."""

import math
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from simulator.domain.entry import ROOM, Entry
from simulator.domain.fact import FACTS, Fact
from simulator.domain.update import Update
from simulator.domain.value import NODEFAULT, Value, fields

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Misfit(ValueError):
    """A JSON value that is not an entry, or not the entry it says it is."""


def kind_of(fact: type[Fact] | Fact) -> str:
    """The kebab-case kind of a fact: `ChangeOrdered` is `change-ordered`."""
    return _kind((fact if isinstance(fact, type) else type(fact)).__name__)


@cache
def _kind(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


KINDS: Mapping[str, type[Fact]] = {_kind(fact.__name__): fact for fact in FACTS}
"""Every kind of entry by its name."""


class Slot(Value):
    """One field of a fact or an update: its name, type, and default (NODEFAULT when it must be given)."""

    name: str
    type: object
    default: object


def slots_of(shape: type) -> tuple[Slot, ...]:
    """The fields of a fact or an update with their resolved types."""
    return _SLOTS[shape]


def _slots(shape: type) -> tuple[Slot, ...]:
    return tuple(Slot(field.name, field.type, field.default) for field in fields(shape))


_SLOTS: Mapping[type, tuple[Slot, ...]] = {shape: _slots(shape) for shape in (*FACTS, Update)}


def to_json(entry: Entry) -> dict[str, Json]:
    """An entry as a JSON object; defaults are left out so that recordings stay small."""
    record: dict[str, Json] = {"entry": entry.number, "at": entry.at, "kind": kind_of(entry.fact)}
    if entry.seen != ROOM:
        record["seen"] = entry.seen
    if entry.because:
        record["because"] = entry.because
    if entry.source:
        record["source"] = entry.source
    record["fact"] = _plain(entry.fact)
    return record


def _plain(value: object) -> dict[str, Json]:
    """The fields of a fact or update; those at their default are left out."""
    own = ((slot, getattr(value, slot.name)) for slot in slots_of(type(value)))
    return {slot.name: _bare(held) for slot, held in own if held != slot.default}


def _bare(value: object) -> Json:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_bare(item) for item in value]
    return _plain(value)


def from_json(record: Mapping[str, Json]) -> Entry:
    """The entry of a JSON object; raises `Misfit`, naming the field, when it is not one."""
    kind = record.get("kind")
    shape = KINDS.get(kind) if isinstance(kind, str) else None
    if shape is None:
        raise Misfit(f"unknown kind of entry {kind!r}")
    if strange := set(record) - _ENTRY:
        raise Misfit(f"an entry has no field {min(strange)!r}")
    number, at = _number(record.get("entry"), "entry"), _number(record.get("at"), "at")
    because = _number(record.get("because", 0), "because")
    seen, source = record.get("seen", ROOM), record.get("source", "")
    if not isinstance(seen, str) or not isinstance(source, str):
        raise Misfit("'seen' and 'source' are text")
    return Entry(number, at, _shaped(record.get("fact"), shape), seen, because, source)  # type: ignore[arg-type]  # checked above


_ENTRY = {"entry", "at", "kind", "seen", "because", "source", "fact"}


def _number(value: Json, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Misfit(f"{name!r} is not a whole number: {value!r}")
    return value


def _shaped(value: Json, shape: type) -> object:
    if not isinstance(value, dict):
        raise Misfit(f"expected an object for {shape.__name__}, found {value!r}")
    known = slots_of(shape)
    strange = set(value) - {slot.name for slot in known}
    if strange:
        raise Misfit(f"{_kind(shape.__name__)} has no field {min(strange)!r}")
    return shape(**{slot.name: _field(value, slot, shape) for slot in known})


def _field(value: dict[str, Json], slot: Slot, shape: type) -> object:
    if slot.name not in value:
        if slot.default is NODEFAULT:
            raise Misfit(f"{_kind(shape.__name__)} lacks the field {slot.name!r}")
        return slot.default
    return fit(value[slot.name], slot.type, f"{_kind(shape.__name__)}.{slot.name}")


def fit(value: Json, kind: object, where: str) -> object:
    """The value as the type a field wants; raises `Misfit` naming `where` when it is another."""
    origin = get_origin(kind)
    if origin is tuple:
        return _fit_tuple(value, get_args(kind), where)
    if origin is Literal:
        return _one_of(value, get_args(kind), where)
    if origin in (Union, UnionType):
        return None if value is None else fit(value, _only(kind), where)
    if kind is Update:
        return _shaped(value, Update)
    return _scalar(value, kind, where)


def _fit_tuple(value: Json, args: tuple[object, ...], where: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise Misfit(f"{where} is not a list: {value!r}")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(fit(item, args[0], where) for item in value)
    if len(args) != len(value):
        raise Misfit(f"{where} has {len(value)} items, not {len(args)}")
    return tuple(fit(item, kind, where) for item, kind in zip(value, args, strict=True))


def _one_of(value: Json, allowed: tuple[object, ...], where: str) -> object:
    if value not in allowed:
        raise Misfit(f"{where} is none of {', '.join(map(str, allowed))}: {value!r}")
    return value


def _only(kind: object) -> object:
    return next(arg for arg in get_args(kind) if arg is not NoneType)


_CHECKS: Mapping[object, Callable[[Json], bool]] = {
    str: lambda value: isinstance(value, str),
    bool: lambda value: isinstance(value, bool),
    int: lambda value: isinstance(value, int) and not isinstance(value, bool),
    float: lambda value: isinstance(value, int | float) and not isinstance(value, bool) and _finite(value),
}


def _finite(value: int | float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond what a float can hold
        return False


def _scalar(value: Json, kind: object, where: str) -> object:
    if not _CHECKS[kind](value):
        raise Misfit(f"{where} is not {getattr(kind, '__name__', kind)}: {value!r}")
    return float(value) if kind is float else value  # type: ignore[arg-type]  # of this kind by now
