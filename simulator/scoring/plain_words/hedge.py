"""Whether words are said in earnest: not denied, not asked, and not made to hang on an `if` or `whether`."""

import re

from simulator.domain.plain_text import plain
from simulator.domain.sentences import asked, statement_up_to

_OPEN = re.compile(
    r"\b(?:not|no|none|nothing|never|nobody|cannot|without|if|whether|unless|until|once|what)\b"
    r"|n't\b",
    re.IGNORECASE,
)


def said_in_earnest(text: str, begin: int, end: int) -> bool:
    """Whether what a text says between two places is a statement: its own clause leaves nothing open."""
    said = statement_up_to(text, begin) + plain(text[begin:end])
    return not asked(text, end) and not _OPEN.search(said)
