"""From when a severity is right, as a short text: `impact for 60m`, `clue 1 of ledger and at 20m`."""

import re
from collections.abc import Callable

from simulator.authoring.forms.amounts import SHARE, part_of_all
from simulator.authoring.forms.form import Form
from simulator.authoring.forms.occasion import condition
from simulator.authoring.forms.times import DURATION
from simulator.domain.severity import Sign, SignKind
from simulator.domain.stakes import KNOWN

_SHARED: tuple[SignKind, ...] = ("time", "impact", "change", "in place", "mitigated")
"""What injects wait for as well."""
_MOST = 4
_Read = Callable[["re.Match[str]"], Sign | None]


def _sign(text: str) -> Sign | None:
    """One sign; None for any other text."""
    for pattern, read in _OWN:
        match = pattern.fullmatch(text)
        if match:
            return read(match)
    one = condition(text)
    kind = next((kind for kind in _SHARED if one and kind == one.trigger), None)
    return Sign(kind, one.subject, one.seconds) if one and kind else None


def _failing(match: "re.Match[str]") -> Sign | None:
    share, seconds = part_of_all(match[1]), _seconds(match[2])
    return Sign("failing", "", seconds, share) if share and seconds is not None else None


def _reports(match: "re.Match[str]") -> Sign | None:
    return Sign("reports", amount=int(match[1])) if int(match[1]) else None


def _known(match: "re.Match[str]") -> Sign | None:
    seconds = _seconds(match[1])
    return None if seconds is None else Sign("known", match[2], seconds)


def _clue(match: "re.Match[str]") -> Sign | None:
    seconds = _seconds(match[1])
    return None if seconds is None else Sign("clue", match[3], seconds, int(match[2]))


def _hazard(match: "re.Match[str]") -> Sign | None:
    seconds = _seconds(match[1])
    return None if seconds is None else Sign("hazard", match[2], seconds)


def _alert(match: "re.Match[str]") -> Sign | None:
    seconds = _seconds(match[1])
    return None if seconds is None else Sign("alert", match[2], seconds)


def _seconds(text: str | None) -> int | None:
    return 0 if text is None else DURATION.read(text)


_OWN: tuple[tuple["re.Pattern[str]", _Read], ...] = (
    (re.compile(rf"({SHARE}) failing(?: for (\S+))?", re.ASCII), _failing),
    (re.compile(r"(\d{1,5}) reports", re.ASCII), _reports),
    (re.compile(rf"(?:(\S+) after )?({'|'.join(KNOWN)}) known"), _known),
    (re.compile(r"(?:(\S+) after )?clue ([1-9]\d?) of (\S.*)", re.ASCII), _clue),
    (re.compile(r"(?:(\S+) after )?hazard (\S.*)"), _hazard),
    (re.compile(r"(?:(\S+) after )?alert (\S.*)"), _alert),
)


def _signs(text: str) -> tuple[Sign, ...] | None:
    whole = _all(text)
    return whole if whole and len(whole) <= _MOST else None


def _all(text: str) -> tuple[Sign, ...] | None:
    """The signs of a text, cut at each `and` in turn: the names of changes may hold that word too."""
    for match in re.finditer(" and ", text):
        first = _sign(text[: match.start()])
        more = _all(text[match.end() :]) if first else None
        if first and more:
            return (first, *more)
    one = _sign(text)
    return (one,) if one else None


SIGNS = Form(
    "a sign",
    "'impact for 60m', '20% failing for 5m', '40 reports', 'data loss known', 'clue 1 of ledger', "
    "'hazard replica is behind', 'alert app errors > 2%', 'at 12m', '5m after clear cache', "
    "'throttle traffic in place for 45m' or '10m after mitigated', joined by 'and'",
    r"^\S.*$",
    _signs,
)
