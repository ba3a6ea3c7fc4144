"""Limits on what a file may do to its reader: files come from anywhere.

Parsing events do not recurse, so depth, size and the growth by aliases are known before a tree is built.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from simulator.authoring.problem import Problem
from simulator.authoring.text.node import quoted
from simulator.domain.origin import Origin

LONGEST = 500_000
DEEPEST = 24
MOST_VALUES = 20_000


@dataclass
class _Open:
    """A list or mapping that is still being read."""

    anchor: str | None
    size: int = 1
    height: int = 1


@dataclass
class Bounds:
    """Follows the events of a file and says when it goes too far."""

    file: str
    total: int = 0
    documents: int = 0
    stack: list[_Open] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)

    def check(self, events: Iterator[Any]) -> Problem | None:
        """The first thing that goes too far, or None. Errors of the parser pass through."""
        for event in events:
            found = self._see(event)
            if found or self.total > MOST_VALUES or len(self.stack) > DEEPEST:
                return found or self._too_much(event)
        return None

    def _see(self, event: Any) -> Problem | None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            return self._at(event, *_SECOND) if self.documents > 1 else None
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        self._count(event)
        return self._named_twice(event)

    def _count(self, event: Any) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self.total += 1
            self.stack.append(_Open(event.anchor))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self.stack.pop()
            self._grow(done.anchor, done.size, done.height)
        elif isinstance(event, yaml.ScalarEvent):
            self.total += 1
            self._grow(event.anchor, 1, 0)

    def _named_twice(self, event: Any) -> Problem | None:
        anchor = getattr(event, "anchor", None)
        if anchor in self.named:
            return self._at(
                event, f"the name {quoted(f'&{anchor}')} is given twice", "each name once in a file"
            )
        if anchor is not None:
            self.named.add(anchor)
        return None

    def _alias(self, event: Any) -> Problem | None:
        if event.anchor not in self.anchors:
            message = f"the alias {quoted(f'*{event.anchor}')} stands for nothing"
            return self._at(event, message, f"{quoted(f'&{event.anchor}')} on a finished value above it")
        size, height = self.anchors[event.anchor]
        self.total += size
        self._grow(None, size, height)
        return self._too_much(event) if len(self.stack) + height > DEEPEST else None

    def _grow(self, anchor: str | None, size: int, height: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (size, height)
        if self.stack:
            self.stack[-1].size += size
            self.stack[-1].height = max(self.stack[-1].height, height + 1)

    def _too_much(self, event: Any) -> Problem:
        if self.total > MOST_VALUES:
            return self._at(
                event, f"the file holds more than {MOST_VALUES} values", "a file that a person can read"
            )
        return self._at(event, f"values are nested more than {DEEPEST} deep", "a file that a person can read")

    def _at(self, event: Any, message: str, expected: str = "") -> Problem:
        mark = event.start_mark
        return Problem(Origin(self.file, mark.line + 1, mark.column + 1), message, expected)


_SECOND = ("a second document begins here", "one document a file")
