"""The severity that an event names, as the doctrine calls it; people write the same level in many ways."""

import re

from simulator.domain.doctrine import Doctrine
from simulator.domain.history import Event

_LEVEL = re.compile(r"\b(sev(?:erity)?|s|p)[ -]?(\d)\b", re.IGNORECASE)


def level(event: Event, doctrine: Doctrine) -> str:
    """The doctrine's name for what an event names in `id` or text; empty when it names none that is known."""
    for text in (event.about, event.text):
        for written in (text.strip(), *_spelt(text)):
            known = _known(written, doctrine)
            if known:
                return known
    return ""


def _spelt(text: str) -> list[str]:
    """`SEV1`, `sev 1` and `severity-1` as `SEV-1`; `p1` as `P1`; in the order they are written."""
    found = [(word[:1].upper(), word.lower(), number) for word, number in _LEVEL.findall(text)]
    return [
        f"SEV-{number}" if word.startswith("sev") else f"{letter}{number}" for letter, word, number in found
    ]


def _known(written: str, doctrine: Doctrine) -> str:
    try:
        return doctrine.level(written) if written else ""
    except KeyError:
        return ""
