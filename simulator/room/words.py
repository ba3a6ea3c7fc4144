"""What may be written in a room: one line that every browser, log and recording can hold."""

import unicodedata

TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows: with them one name looks like another."""
BREAKS = frozenset("\u2028\u2029")


def wrong_in(text: str) -> str:
    """What cannot be taken in a text, empty when all of it can."""
    if any(unicodedata.category(sign) == "Cs" for sign in text):
        return "half a character"
    if any(unicodedata.category(sign) == "Cc" or sign in BREAKS for sign in text):
        return "a line break or another sign that cannot be seen"
    if TURNS & set(text):
        return "a sign that turns the direction of writing"
    return ""


def paragraphs(text: str) -> tuple[str, ...]:
    """A text of an author's file in paragraphs: each ends where a sentence ends with its line."""
    found = [""]
    for line in map(str.strip, text.strip().splitlines()):
        found[-1] = f"{found[-1]} {line}".strip()
        if not line or line.endswith((".", "?", "!", ":")):
            found.append("")
    return tuple(filter(None, found))
