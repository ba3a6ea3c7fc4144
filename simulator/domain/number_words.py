"""Numbers as people write them in words, wherever a time or a count of such is read."""

import re
from collections.abc import Mapping

NUMBER_WORDS: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
"""Those that times are told in; `forty five` is the same with a space."""
_AROUND: Mapping[str, int] = {"a": 1, "an": 1, "a couple of": 2, "a couple": 2, "couple of": 2}
"""What stands for a number before a unit: `an hour`, `the next couple of hours`."""
_VALUES = {word.replace("-", " "): number for word, number in (*NUMBER_WORDS.items(), *_AROUND.items())}

_LONGEST_FIRST = sorted(_VALUES, key=lambda word: (-len(word), word))

NUMBER = "|".join((r"\d{1,4}", *(word.replace(" ", "[- ]") for word in _LONGEST_FIRST)))
"""A pattern of one before a unit, in figures or in small letters: put it in brackets of its own."""
GAP = r"(?:(?<=\d)[ -]?|[ -])"
"""What parts it from its unit: `5m`, `5-minute`, `five minutes`; but `eighth` is not eight hours."""
UP_TO = rf"(?:\d{{1,4}} ?(?:-|\u2013|to) ?|(?:{NUMBER}) to )?"
"""What stands before it where a range is told: `20-30 minutes`, `five to ten minutes`."""


def number_of(words: str) -> int:
    """The number that words fitting `NUMBER` stand for."""
    return int(words) if words.isdecimal() else _VALUES[re.sub(r"[- ]", " ", words.lower())]
