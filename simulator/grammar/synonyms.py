"""Common words for the same thing, so that `flush the cache` finds `clear cache`."""

from collections.abc import Iterable

_ALIKE = (
    ("restart", "reboot", "bounce", "recycle"),
    ("clear", "flush", "purge", "empty", "invalidate", "wipe"),
    ("stop", "kill", "halt", "cancel", "abort"),
    ("turn off", "disable", "deactivate", "switch off"),
    ("turn on", "enable", "activate", "switch on"),
    ("roll back", "undeploy"),
    ("fail over", "switchover", "promote"),
    ("add", "scale out", "scale up", "grow", "increase"),
    ("throttle", "rate limit", "limit"),
    ("database", "db"),
    ("databases", "dbs"),
    ("application", "app"),
    ("release", "deploy", "deployment"),
)
_USUAL = {tuple(other.split()): tuple(group[0].split()) for group in _ALIKE for other in group[1:]}
_LONGEST = max(map(len, _USUAL))


_SHORTEST_STEM = 3


def common(words: Iterable[str]) -> tuple[str, ...]:
    """The words with each synonym replaced by the usual word, and without endings (`sending messages`)."""
    rest, said = tuple(words), list[str]()
    while rest:
        length, usual = _first(rest)
        said += map(_stem, usual)
        rest = rest[length:]
    return tuple(said)


def _first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    for length in range(_LONGEST, 0, -1):
        usual = _USUAL.get(words[:length])
        if usual:
            return length, usual
    return 1, words[:1]


def _stem(word: str) -> str:
    bare = word.removesuffix("s") if not word.endswith("ss") else word
    bare = bare.removesuffix("ing")
    if len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2] != "s":
        bare = bare[:-1]
    return bare if len(bare) >= _SHORTEST_STEM else word
