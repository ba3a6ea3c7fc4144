"""When an inject happens, as a short text: `at 12m`, `5m after clear cache`, `declared and at 30m`."""

import re
from collections.abc import Iterator

from simulator.authoring.forms.form import Form
from simulator.authoring.forms.times import DURATION
from simulator.domain.scenario import Condition, Trigger
from simulator.domain.value import Value


class Occasion(Value):
    """What sets an inject off: all of some conditions, unless one of others holds."""

    conditions: tuple[Condition, ...]
    unless: tuple[Condition, ...] = ()


# For each kind: how it is written, and which group holds the subject and which the time; 0 for none.
_KINDS: tuple[tuple[Trigger, re.Pattern[str], int, int], ...] = (
    ("time", re.compile(r"at (\S+)"), 0, 1),
    ("silence", re.compile(r"no (\S.*) update for (\S+)"), 1, 2),
    ("impact", re.compile(r"impact for (\S+)"), 0, 1),
    ("unled", re.compile(r"nobody in command for (\S+)"), 0, 1),
    ("in place", re.compile(r"(?:while )?(\S.*) in place for (\S+)"), 1, 2),
    ("real", re.compile(r"hazard (\S.*) is real"), 1, 0),
    ("declared", re.compile(r"(?:(\S+) after )?declared"), 0, 1),
    ("regraded", re.compile(r"(?:(\S+) after )?severity changed"), 0, 1),
    ("mitigated", re.compile(r"(?:(\S+) after )?mitigated"), 0, 1),
    ("told", re.compile(r"(?:(\S+) after )?(\S.*) told"), 2, 1),
    ("helped", re.compile(r"(\S+) after (\S.*) helped"), 2, 1),
    ("change", re.compile(r"(\S+) after (\S.*)"), 2, 1),
)
_MOST = 6
"""More conditions than this nobody can picture."""


def condition(text: str) -> Condition | None:
    """One condition; None for any other text."""
    for trigger, pattern, subject, time in _KINDS:
        match = pattern.fullmatch(text)
        seconds = _seconds(match[time] if time else None) if match else None
        if match and seconds is not None:
            return Condition(trigger, match[subject] if subject else "", seconds)
    return None


def _seconds(text: str | None) -> int | None:
    return 0 if text is None else DURATION.read(text)


def _occasion(text: str) -> Occasion | None:
    for whole, exceptions in _split(text, " unless "):
        conditions = _all(whole)
        unless = _all(exceptions) if exceptions else ()
        if conditions and unless is not None and len(conditions) + len(unless) <= _MOST:
            return Occasion(conditions, unless)
    return None


def _split(text: str, word: str) -> Iterator[tuple[str, str]]:
    """The text cut at each place of a word, then whole: the names of changes may hold such words too."""
    for match in re.finditer(word, text):
        yield text[: match.start()], text[match.end() :]
    yield text, ""


def _all(text: str) -> tuple[Condition, ...] | None:
    for first, rest in _split(text, " and "):
        one = condition(first)
        more = _all(rest) if rest else ()
        if one and more is not None:
            return (one, *more)
    return None


OCCASION = Form(
    "an occasion",
    "'at 12m', 'no status page update for 20m', '5m after clear cache', 'impact for 30m', "
    "'while throttle traffic in place for 45m', '5m after clear cache helped', 'declared', "
    "'severity changed', '10m after mitigated', 'leadership told', 'nobody in command for 10m' or "
    "'hazard replica is behind is real', joined by 'and' and 'unless'",
    r"^(at \S+|no \S.* update for \S+|(impact|nobody in command) for \S+|\S.* in place for \S+"
    r"|declared|severity changed|mitigated|\S.* told|hazard \S.* is real|\S+ after \S.*"
    r"|\S.* (and|unless) \S.*)$",
    _occasion,
    longest=200,
)
