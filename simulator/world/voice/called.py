"""What a cause is called in a sentence: authors name them as on a label, `new plan`."""

_COUNTED = frozenset({"a", "an", "the", "one", "no", "some", "too", "many", "two", "three"})
_NO_ONE_THING = frozenset({"data", "traffic", "load", "memory", "news", "work", "power"})


def called(cause: str) -> str:
    """A cause as one says it: `a new plan`, `deaf hosts`, `one poisoned message`."""
    words = cause.split()
    several = any(word.endswith("s") and not word.endswith(("ss", "'s")) for word in (words[0], words[-1]))
    bare = several or words[0] in _COUNTED or words[-1].endswith("ing") or words[-1] in _NO_ONE_THING
    article = "an" if cause[:1] in "aeio" or cause.startswith(("un", "up")) else "a"
    return cause if bare else f"{article} {cause}"
