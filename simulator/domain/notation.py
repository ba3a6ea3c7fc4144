"""Entries as readable text and back, one a line, for tests, documentation and transcripts.

    0:07:05 change-started id=c1 change="roll back app" owner=bo

A line is the time, the kind, then fields as `name=value` in any order; a field left out has its empty value.
Values with blanks are quoted; durations may be spelled `20m`; lists are separated by commas; the fields
of an update stand beside the others. `seen=`, `#=` (number of the line that brought it about) and `source=`
are the entry's own. Within quotes `\\n` is a line break; a comma within a list's item is written `\\,`.
"""

import math
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Literal, Union, get_args, get_origin

from simulator.domain.codec import KINDS, Slot, kind_of, slots_of
from simulator.domain.duration import read_clock, read_duration, show_clock
from simulator.domain.entry import ROOM, Entry
from simulator.domain.fact import Fact
from simulator.domain.update import Update
from simulator.domain.value import NODEFAULT


class Unwritten(ValueError):
    """A line that is not in the notation."""


def read_timeline(text: str) -> tuple[Entry, ...]:
    """The entries of a text; blank lines and lines that begin with `#` are passed over.

    Raises `Unwritten`, quoting the line, for one that cannot be read.
    """
    lines = [line.strip() for line in text.split("\n")]
    written = [line for line in lines if line and not line.startswith("#")]
    return tuple(read_entry(line, number) for number, line in enumerate(written, 1))


def read_entry(line: str, number: int) -> Entry:
    """The entry written on a line."""
    try:
        clock, kind, *rest = shlex.split(line)
    except ValueError as error:
        raise Unwritten(f"{line!r}: {error}") from None
    at, shape = read_clock(clock), KINDS.get(kind)
    if at is None or shape is None:
        raise Unwritten(f"{line!r}: expected a time and a kind of entry")
    values = _pairs(rest, line)
    own = {name: _plain(values.pop(name)) for name in ("seen", "source") if name in values}
    because = int(_amount(values.pop("#", "0"), int, line))
    fact = _build(shape, values, line)
    if values:
        raise Unwritten(f"{line!r}: {kind} has no field {min(values)!r}")
    seen, source = str(own.get("seen", ROOM)), str(own.get("source", ""))
    return Entry(number, at, fact, seen, because, source)  # type: ignore[arg-type]  # a fact by its kind


def _pairs(words: Iterable[str], line: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise Unwritten(f"{line!r}: expected name=value, found {word!r}")
        if name in values:
            raise Unwritten(f"{line!r}: {name!r} is given twice")
        values[name] = value
    return values


def _build(shape: type, values: dict[str, str], line: str) -> object:
    built: dict[str, object] = {}
    for slot in slots_of(shape):
        if slot.type is Update:
            built[slot.name] = _build(Update, values, line)
        elif slot.name in values:
            built[slot.name] = _value(values.pop(slot.name), slot.type, line)
        else:
            built[slot.name] = slot.default if slot.default is not NODEFAULT else _empty(slot)
    return shape(**built)


_EMPTY: Mapping[object, object] = {str: "", int: 0, float: 0.0, bool: False}


def _empty(slot: Slot) -> object:
    if get_origin(slot.type) is Literal:
        return get_args(slot.type)[0]
    return _EMPTY.get(slot.type, ())


def _value(text: str, kind: object, line: str) -> object:
    origin = get_origin(kind)
    if origin is tuple:
        return _listed(text, get_args(kind), line)
    if origin in (Union, UnionType):
        return None if text == "none" else _value(text, int, line)
    if kind is bool:
        return _choice(text, Literal["no", "yes"], line) == "yes"
    if kind is int or kind is float:
        return _amount(text, kind, line)
    return _plain(text) if kind is str else _choice(text, kind, line)


def _listed(text: str, args: tuple[object, ...], line: str) -> tuple[object, ...]:
    if args[1] is not Ellipsis:
        name, _, amount = text.rpartition(":")
        return (_plain(name), _amount(amount, float, line))
    return tuple(_value(item.strip(), args[0], line) for item in _ITEM.findall(text) if item.strip())


def _amount(text: str, kind: type[int] | type[float], line: str) -> int | float:
    seconds = read_duration(text) if text[-1:] in "smhd" else None
    if seconds is not None:
        return kind(seconds)
    try:
        amount = kind(text)
        if math.isfinite(amount):
            return amount
    except (ValueError, OverflowError):
        pass
    raise Unwritten(f"{line!r}: expected a number, found {text!r}")


def _choice(text: str, kind: object, line: str) -> object:
    allowed = get_args(kind)
    if text not in allowed:
        raise Unwritten(f"{line!r}: {text!r} is none of {', '.join(allowed)}")
    return text


def write_timeline(entries: Iterable[Entry]) -> str:
    """The text of entries, one a line; `read_timeline` reads it back when numbers are without gaps."""
    return "".join(f"{write_entry(entry)}\n" for entry in entries)


def write_entry(entry: Entry) -> str:
    """One entry as a line."""
    words = [show_clock(entry.at), kind_of(entry.fact), *_fields(entry.fact)]
    if entry.seen != ROOM:
        words.append(f"seen={_quote(_one_line(entry.seen))}")
    if entry.because:
        words.append(f"#={entry.because}")
    if entry.source:
        words.append(f"source={_quote(_one_line(entry.source))}")
    return " ".join(words)


def _fields(value: Fact | Update) -> Iterator[str]:
    for slot in slots_of(type(value)):
        held = getattr(value, slot.name)
        if isinstance(held, Update):
            yield from _fields(held)
        elif held != (slot.default if slot.default is not NODEFAULT else _empty(slot)):
            yield f"{slot.name}={_quote(_spell(held))}"


def _spell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(_item, value))
    return _one_line(str(value))


def _item(value: object) -> str:
    if isinstance(value, tuple):
        return f"{_item(value[0])}:{value[1]}"
    return _one_line(str(value)).replace(",", "\\,")


_ITEM = re.compile(r"(?:[^,\\]|\\.)+")
_MARKED = re.compile(r"\\([\\n,])")
_NEEDS_QUOTES = re.compile(r"[\s\"'\\#=]")


def _one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _plain(text: str) -> str:
    return _MARKED.sub(lambda match: "\n" if match[1] == "n" else match[1], text)


def _quote(text: str) -> str:
    return '"' + _escaped(text) + '"' if not text or _NEEDS_QUOTES.search(text) else text


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
