"""Whether a question asks how far something is, or only holds a word that such questions hold, too."""

from collections.abc import Sequence

TELLING = frozenset(
    {"progress", "eta", "status", "update", "updates", "news", "long", "longer", "going", "doing"}
    | {"done", "finished", "ready"}
)
"""Words that tell that progress is asked for, where a question says little else."""
_READY = frozenset({"done", "finished", "ready"})
_NOUNS = frozenset({"progress", "eta", "status"})
"""What follows them is of what: `status of the check`."""
_FILLING = frozenset(
    {"what", "what's", "whats", "how", "how's", "when", "where", "is", "are", "am", "was", "were", "will"}
    | {"do", "does", "did", "can", "could", "have", "has", "had", "got", "get", "give", "me", "us", "any"}
    | {"anything", "it", "it's", "that", "this", "there", "you", "you're", "we", "we're", "your", "they"}
    | {"far", "along", "much", "more", "new", "latest", "current", "quick", "short", "still", "so", "yet"}
    | {"now", "already", "nearly", "almost", "be", "been", "take", "takes", "need", "until", "till", "or"}
    | {"and", "think", "bit", "some", "with", "on", "an"}
)
"""Words that add nothing to ask about."""
_TAIL = frozenset({"with", "on", "about", "for", "from", "at", "in", "over", "until", "till"})
"""Words after which it only says of what: `any news on the check`."""
_WHETHER = frozenset({"is", "are", "when"})
_FAR = (("how", "far", "are"), ("how", "far", "is"), ("how", "far", "along"))


def asks_how_far(asked: Sequence[str]) -> bool:
    """Whether a question, without its little words, is one for progress.

    `Is there an attack going on` has a content of its own, `how long has it been going on` asks for the
    past, and `how far has it spread` for the impact; `how far are you with the edge` says of what.
    """
    text = " ".join(asked)
    if "going on" in text or "going to" in text:
        return False
    if tuple(asked[:3]) in _FAR:
        return True
    said = _before_tail(asked)
    if all(word in _FILLING or word in TELLING for word in said):
        return not TELLING.isdisjoint(said)
    last = next((word for word in reversed(asked) if word not in _FILLING), "")
    whether = asked[0] in _WHETHER and last in _READY and "there" not in asked
    return whether or (asked[0] in ("how", "how's") and asked[-1] == "going")


def _before_tail(asked: Sequence[str]) -> Sequence[str]:
    """The question up to where it says of what, once it has said what it wants to know."""
    for place, word in enumerate(asked):
        if word in _TAIL and not TELLING.isdisjoint(asked[:place]):
            return asked[:place]
        if word in _NOUNS and asked[place + 1 : place + 2] != ["page"]:
            return asked[: place + 1]
    return asked
