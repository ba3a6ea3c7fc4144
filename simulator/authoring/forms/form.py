"""A short text that stands for a value: it reads itself, says what it is, and guesses what was meant."""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from simulator.domain.value import Value

T = TypeVar("T")
LONGEST = 120


def match(pattern: str, text: str) -> "re.Match[str] | None":
    """The whole text as a pattern; digits are 0 to 9 only."""
    return re.fullmatch(pattern, text, re.ASCII)


def _no_idea(_: str) -> str:
    return ""


class Form(Value, Generic[T]):
    """A way of writing a value as text.

    `parse` gives None for a text that is not of this form; `mend` the text that was probably meant, or an
    empty one. `pattern` is for editors and may allow a little more than `parse` does. `longest` bounds the
    characters of a text: what joins names of changes needs more.
    """

    name: str
    such_as: str
    pattern: str
    parse: Callable[[str], T | None]
    mend: Callable[[str], str] = _no_idea
    longest: int = LONGEST

    @property
    def expected(self) -> str:
        """The form in words with examples."""
        return f"{self.name} such as {self.such_as}"

    def read(self, value: object) -> T | None:
        """The value of a text in this form; None for any other text, and for what is no text."""
        if not isinstance(value, str) or len(value) > self.longest:
            return None
        return self.parse(value.strip())

    def meant(self, text: str) -> str:
        """A text of this form that the given one was probably meant to be, or empty."""
        if len(text) > self.longest:
            return ""
        meant = self.mend(text.strip())
        return meant if meant and self.parse(meant) is not None else ""
