"""Recordings from text: what can be read is read, and every damaged line is named."""

import json

from simulator.domain.codec import Json, Misfit, from_json
from simulator.domain.entry import Entry
from simulator.domain.source import Source
from simulator.domain.value import Value
from simulator.exercise.recording import FORMAT, Header, Line, Parent, Recording


class Damage(Value):
    """A line of a recording that cannot be used, counted from 1, and what is wrong with it."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


class Read(Value):
    """What could be read of a recording. Without a header there is no recording at all."""

    recording: Recording | None
    damage: tuple[Damage, ...]


def read_recording(text: str) -> Read:
    """The recording in a text. Reading stops at the first damaged line: what follows hangs on it."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    header, damage = _header(lines[0] if lines else "")
    if header is None:
        return Read(None, (Damage(1, damage),))
    order: list[Line | Entry] = []
    problems: list[Damage] = []
    for number, line in enumerate(lines[1:], 2):
        item = _item(line)
        if isinstance(item, str):
            last = number == len(lines) and not text.endswith("\n")
            problems.append(Damage(number, f"cut off while it was written: {item}" if last else item))
            break
        order.append(item)
    commands = tuple(item for item in order if isinstance(item, Line))
    entries = tuple(item for item in order if isinstance(item, Entry))
    return Read(Recording(header, commands, entries, tuple(order)), tuple(problems))


def _parsed(line: str) -> dict[str, Json] | str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error}): {line[:60]!r}"
    return value if isinstance(value, dict) else f"not an object: {line[:60]!r}"


def _header(line: str) -> tuple[Header | None, str]:
    record = _parsed(line)
    if isinstance(record, str):
        return None, f"this is not an icsim recording: {record}"
    if record.get("icsim") != "recording":
        return None, 'this is not an icsim recording: its first line has no "icsim": "recording"'
    if not isinstance(record.get("format"), int) or record["format"] != FORMAT:
        told = f"written in format {record.get('format')!r} by icsim {record.get('program')!r}"
        return None, f"{told}; this program reads format {FORMAT}"
    try:
        return _read_header(record), ""
    except (KeyError, TypeError, AttributeError) as error:
        return None, f"its header is damaged: {error}"


def _objects(value: Json) -> list[dict[str, Json]]:
    if not isinstance(value, list):
        raise TypeError("sources is not a list")
    return [each for each in value if isinstance(each, dict)]


def _read_header(record: dict[str, Json]) -> Header:
    sources = tuple(
        Source(str(each["kind"]), str(each["name"]), str(each["text"]))
        for each in _objects(record["sources"])
    )
    told = record.get("parent")
    parent = _parent(told) if isinstance(told, dict) else None
    seed = record["seed"]
    if isinstance(seed, bool) or not isinstance(seed, int):
        raise TypeError(f"seed is not a number: {seed!r}")
    return Header(
        seed, str(record["scenario"]), str(record["doctrine"]), sources, parent, str(record["program"])
    )


def _parent(told: dict[str, Json]) -> Parent:
    at = told["at"]
    if isinstance(at, bool) or not isinstance(at, int):
        raise TypeError(f"the parent's second is not a number: {at!r}")
    return Parent(str(told["digest"]), at, str(told["mode"]))


def _item(line: str) -> Line | Entry | str:
    record = _parsed(line)
    if isinstance(record, str):
        return record
    if "command" in record:
        return _command(record)
    try:
        return from_json(record)
    except Misfit as error:
        return str(error)


def _command(record: dict[str, Json]) -> Line | str:
    at, seat, text = record.get("at"), record.get("seat"), record.get("command")
    if isinstance(at, bool) or not isinstance(at, int) or at < 0:
        return f"a command without its second: {at!r}"
    if not isinstance(seat, str) or not isinstance(text, str):
        return "a command without seat or words"
    return Line(at, seat, text)
