"""What a reader answers when a line is not a command: it quotes what was typed and says what would be."""

from simulator.domain.value import Value


class Unreadable(Value):
    """Not a command, or a part of it names nothing."""

    text: str
    answer: str


class Ambiguous(Value):
    """It could mean several things; `options` are their names."""

    text: str
    answer: str
    options: tuple[str, ...]
