"""A recording: everything needed to play an exercise again, with its entries as evidence.

JSON Lines: a header, then a line for each command and each entry in the order they happened. Only the header
and the commands matter for a replay; the entries are there to be compared.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from simulator import __version__
from simulator.domain.codec import Json, to_json
from simulator.domain.entry import Entry
from simulator.domain.source import Source
from simulator.domain.value import Value

FORMAT = 1
"""Raised whenever an older program could not read, or would misread, what this one writes."""


class Parent(Value):
    """The recording a what-if was made from: its digest, the second it departs at, and how it goes on."""

    digest: str
    at: int
    mode: str


class Header(Value):
    """What the exercise was made from."""

    seed: int
    scenario: str
    doctrine: str
    sources: tuple[Source, ...] = ()
    parent: Parent | None = None
    program: str = __version__
    format: int = FORMAT


class Line(NamedTuple):
    """One command: when, by whom, and the words."""

    at: int
    seat: str
    text: str


@dataclass(frozen=True)
class Recording:
    """A header with the commands and entries that followed."""

    header: Header
    commands: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    order: tuple[Line | Entry, ...] = field(default=(), repr=False)

    def text(self) -> str:
        """The whole recording as JSON Lines."""
        return "".join(f"{line}\n" for line in (spell_header(self.header), *map(spell, self.order)))

    @property
    def digest(self) -> str:
        """The SHA-256 of header and commands: equal for two plays of the same words."""
        lines = (spell_header(self.header), *map(spell, self.commands))
        return sha256("\n".join(lines).encode()).hexdigest()


def _compact(record: Mapping[str, Json]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def spell_header(header: Header) -> str:
    """The first line of a recording."""
    record: dict[str, Json] = {
        "icsim": "recording", "format": header.format, "program": header.program, "seed": header.seed,
        "scenario": header.scenario, "doctrine": header.doctrine,
    }  # fmt: skip
    if header.parent:
        record["parent"] = {
            "digest": header.parent.digest,
            "at": header.parent.at,
            "mode": header.parent.mode,
        }
    record["sources"] = [
        {"kind": source.kind, "name": source.name, "digest": source.digest, "text": source.text}
        for source in header.sources
    ]
    return _compact(record)


def spell(item: Line | Entry) -> str:
    """A command or an entry as one line."""
    if isinstance(item, Line):
        return _compact({"command": item.text, "at": item.at, "seat": item.seat})
    return _compact(to_json(item))
