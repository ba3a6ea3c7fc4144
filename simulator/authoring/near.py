"""Near misses: which of the known names someone probably meant, and the names as a list to read."""

from collections.abc import Collection
from difflib import get_close_matches

_AT_MOST = 14
_LONGEST = 60
_MOST_KNOWN = 300
_OTHERS_SAY = {
    "depends on": "needs",
    "dependencies": "needs",
    "description": "about",
    "duration": "takes",
    "probability": "odds",
    "chances": "odds",
    "likelihood": "odds",
    "owner": "team",
    "skills": "knows",
    "summary": "briefing",
    "effects": "does",
    "at": "when",
    "text": "says",
    "reason": "source",
    "name": "title",
}
"""Words for keys in other tools, and ours."""


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint with the known name that is closest to the word; empty when none is close, or only one known."""
    if word in known or len(word) > _LONGEST or not 1 < len(known) <= _MOST_KNOWN:
        return ""
    name = _closest(_folded(word), {_folded(name): name for name in known})
    return f"did you mean '{name}'?" if name else ""


def _folded(word: str) -> str:
    return word.lower().replace("_", " ").replace("-", " ")


def _closest(word: str, known: dict[str, str]) -> str:
    swapped = [name for name in known if sorted(name) == sorted(word)]
    close = swapped or get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return known[close[0]]
    others = {other: ours for other, ours in _OTHERS_SAY.items() if ours in known}
    close = get_close_matches(word, others, n=1, cutoff=0.75)
    return others[close[0]] if close else ""


def one_of(known: Collection[str]) -> str:
    """The names as a phrase: `one of: edge, app, cache`. A long list is cut."""
    names = [name[:_LONGEST] for name in dict.fromkeys(known)]
    if not names:
        return ""
    shown = ", ".join(names[:_AT_MOST])
    more = f" and {len(names) - _AT_MOST} more" if len(names) > _AT_MOST else ""
    return f"one of: {shown}{more}" if len(names) > 1 else f"'{names[0]}'"
