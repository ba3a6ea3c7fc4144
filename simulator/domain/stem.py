"""Words without their endings, by which forms of one word are told to be the same."""

import re
from functools import lru_cache

STEM = 6
"""Words are of one kind when so many of their first letters are the same, without their ending."""
_ENDING = re.compile(r"(?<=...)(?:ings?|ed|es|s|e|'s)$")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What is left of a word without its ending: the same for `fail`, `fails`, `failed` and `failing`."""
    return _ENDING.sub("", word)[:STEM]
