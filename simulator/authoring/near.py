"""Near misses: which of the known names someone probably meant, and the names as a list to read."""

from collections.abc import Collection
from difflib import get_close_matches

_AT_MOST = 14
_LONGEST = 60


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint with the known name that is closest to the word; empty when none is close."""
    if word in known or len(word) > _LONGEST:
        return ""
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f"did you mean '{by_lower[close[0]]}'?" if close else ""


def one_of(known: Collection[str]) -> str:
    """The names as a phrase: `one of: edge, app, cache`. A long list is cut."""
    names = list(known)
    if not names:
        return ""
    shown = ", ".join(names[:_AT_MOST])
    more = f" and {len(names) - _AT_MOST} more" if len(names) > _AT_MOST else ""
    return f"one of: {shown}{more}" if len(names) > 1 else f"'{names[0]}'"
