"""What a reader answers when a line is not a command: it quotes what was typed and says what would be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Not a command, or a part of it names nothing."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It could mean several things; `options` are their names."""

    text: str
    answer: str
    options: tuple[str, ...]
