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


def common(words: Iterable[str]) -> tuple[str, ...]:
    """The words with each synonym replaced by the usual word."""
    rest, said = tuple(words), list[str]()
    while rest:
        length, usual = _first(rest)
        said += usual
        rest = rest[length:]
    return tuple(said)


def _first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    for length in range(_LONGEST, 0, -1):
        usual = _USUAL.get(words[:length])
        if usual:
            return length, usual
    return 1, words[:1]
