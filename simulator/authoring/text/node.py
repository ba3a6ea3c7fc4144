"""A value of a file with its place: what it is, where it starts, where its key is written."""

from collections.abc import Iterator, KeysView, Mapping
from typing import TypeAlias

from simulator.authoring.problem import Problem, harmless
from simulator.domain.origin import NOWHERE, Origin
from simulator.domain.value import Value

Scalar: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = "Scalar | dict[str, Plain] | tuple[Plain, ...]"
Path: TypeAlias = tuple[str | int, ...]

_LONGEST_QUOTE = 60


class Mark(Value):
    """Where a word is written, and how long it is."""

    origin: Origin
    width: int = 1


class Node(Value):
    """A value in a file: keys with values (`entries`), a list (`items`), or one scalar (`value`).

    `raw` is a scalar as it is written, without quotes. `key` is where the key stands that leads to it;
    it is the node's own place for items of a list. A mapping is `twice` when a key of it was given twice,
    so that a name may be missing only because another was written in its place.
    """

    path: Path
    mark: Mark
    key: Mark
    value: Scalar = None
    raw: str = ""
    entries: Mapping[str, "Node"] | None = None
    items: tuple["Node", ...] | None = None
    present: bool = True
    twice: bool = False

    def __getitem__(self, key: str) -> "Node":
        """The value under a key; an absent node, on which one may go on, when there is none."""
        return (self.entries or {}).get(key, ABSENT)

    def __iter__(self) -> Iterator[tuple[str, "Node"]]:
        """Keys and values, none when this is no mapping."""
        return iter((self.entries or {}).items())

    @property
    def names(self) -> KeysView[str]:
        """The keys in the order of the file."""
        return (self.entries or {}).keys()

    @property
    def each(self) -> tuple["Node", ...]:
        """The items of a list; a single mapping counts as a list of one, anything else as empty."""
        if self.items is not None:
            return self.items
        return (self,) if self.entries is not None else ()

    @property
    def text(self) -> str | None:
        """The scalar when it is text."""
        return self.value if isinstance(self.value, str) else None

    @property
    def plain(self) -> Plain:
        """The bare data: dict, tuple or scalar."""
        if self.entries is not None:
            return {key: node.plain for key, node in self.entries.items()}
        if self.items is not None:
            return tuple(node.plain for node in self.items)
        return self.value

    @property
    def found(self) -> str:
        """What stands here, in words, for a message."""
        if self.entries is not None:
            return "keys with values"
        if self.items is not None:
            return "a list"
        if self.value is None:
            return "nothing"
        shown = quoted(self.raw)
        return f"the text {shown}" if isinstance(self.value, str) else shown.strip("'")

    def step(self, part: str | int) -> "Node | None":
        """The child that a part of a path leads to, or None."""
        if isinstance(part, str):
            return (self.entries or {}).get(part)
        items = self.items or ()
        return items[part] if 0 <= part < len(items) else None

    def at(self, path: Path) -> "Node":
        """The node that a path leads to. Parts that lead nowhere, as in a short form, are passed over."""
        node = self
        for part in path:
            node = node.step(part) or node
        return node

    def problem(self, message: str, expected: str = "", hint: str = "") -> Problem:
        """A problem with this value."""
        return Problem(self.mark.origin, message, expected, hint, show_path(self.path), self.mark.width)

    def key_problem(self, message: str, expected: str = "", hint: str = "") -> Problem:
        """A problem with the key that this value stands under, or with what is not below it."""
        return Problem(self.key.origin, message, expected, hint, show_path(self.path), self.key.width)


ABSENT = Node((), Mark(NOWHERE), Mark(NOWHERE), present=False)


def quoted(text: str) -> str:
    """Text from a file in quotes, cut when it is long, and safe to print."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 3] + "..."
    return f"'{harmless(short)}'"


def show_path(path: Path) -> str:
    """A path as it is shown: `services.app.needs[1]`."""
    shown = ""
    for part in path:
        shown += f"[{part}]" if isinstance(part, int) else f".{harmless(part[:_LONGEST_QUOTE])}"
    return shown.removeprefix(".")
