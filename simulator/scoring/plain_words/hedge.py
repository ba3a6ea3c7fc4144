"""Whether words are said in earnest: not denied, not asked, and not made to hang on an `if` or `whether`."""

import re

_OPEN = re.compile(
    r"\b(?:not|no|none|nothing|never|nobody|cannot|without|if|whether|unless|until|once|what)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[.!?;:,](?=\s)|\s(?:but|and|so) |\s[-\u2013\u2014]\s")
"""What parts one statement from the next."""
_END = re.compile(r"[.!?;](?=\s|$)")


def said_in_earnest(text: str, begin: int, end: int) -> bool:
    """Whether what a text says between two places is a statement: its own clause leaves nothing open."""
    ends = (found.end() for found in _APART.finditer(text))
    clause = max((end for end in ends if end <= begin), default=0)
    stop = _END.search(text, end)
    asked = stop is not None and stop[0] == "?"
    return not asked and not _OPEN.search(text[clause:end])
