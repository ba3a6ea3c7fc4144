"""Words cut to the room there is."""

LETTER = 0.055
"""About how wide a small letter is, in inches."""
STUMP = 6
"""Fewer letters than this say nothing."""


def short(words: str, most: int) -> str:
    """At most so many letters of the words."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def fitting(words: str, fewer: str, width: float) -> str:
    """The words if there is room, else the fewer, else what fits of those; nothing rather than a stump."""
    most = int(width / LETTER)
    for tried in (words, fewer):
        if len(tried) <= most:
            return tried
    return short(fewer, most) if most >= STUMP else ""
