"""Small words that sentences are made of."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from simulator.domain.fact import Fact
from simulator.domain.prose.names import Names

Sayings: TypeAlias = Mapping[type[Fact], Callable[[Any, Names], str]]
"""For each kind of fact, the sentence it makes."""


def sentence(text: str) -> str:
    """A text with a full stop, unless it ends like a sentence already."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", '"', ":")) else f"{text}."


def because(reason: str) -> str:
    """A stated reason at the end of a sentence, if there was one."""
    reason = reason.strip().rstrip(".").removeprefix("because ")
    return f", because {reason}" if reason else ""


def quoted(names: Iterable[str]) -> str:
    """Names in a row: `'a', 'b' and 'c'`."""
    return joined(f"'{name}'" for name in names)


def joined(words: Iterable[str]) -> str:
    """Words in a row: `a, b and c`."""
    every = list(words)
    return " and ".join([", ".join(every[:-1]), every[-1]] if len(every) > 1 else every)


def share(value: float) -> str:
    """A share as a percentage, with a digit more when it is small."""
    return f"{100 * value:.0f} %" if value >= 0.1 or value == 0 else f"{100 * value:.1f} %"


def counted(amount: float, thing: str) -> str:
    """A number with its thing, in the plural where it is due: `1 customer`, `13,500 customers`."""
    return f"{amount:,.0f} {thing}" + ("" if round(amount) == 1 else "s")


def audience(name: str) -> str:
    """An audience with its article where it has one: `the status page`, `leadership`."""
    return f"the {name}" if name.endswith(("page", "team", "room")) else name
