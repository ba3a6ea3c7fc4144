"""When an inject happens, as a short text: `at 12m`, `no support update for 20m`, `5m after clear cache`."""

import re
from dataclasses import dataclass

from simulator.authoring.forms.form import Form
from simulator.authoring.forms.times import DURATION
from simulator.domain.scenario import Trigger


@dataclass(frozen=True, slots=True)
class Occasion:
    """What sets an inject off; `subject` is an audience or a change, empty where neither is meant."""

    trigger: Trigger
    subject: str
    seconds: int


# For each kind: how it is written, and which group holds the subject and which the time.
_KINDS: tuple[tuple[Trigger, re.Pattern[str], int, int], ...] = (
    ("time", re.compile(r"at (\S+)"), 0, 1),
    ("silence", re.compile(r"no (\S.*) update for (\S+)"), 1, 2),
    ("impact", re.compile(r"impact for (\S+)"), 0, 1),
    ("change", re.compile(r"(\S+) after (\S.*)"), 2, 1),
)


def _occasion(text: str) -> Occasion | None:
    for trigger, pattern, subject, time in _KINDS:
        match = pattern.fullmatch(text)
        seconds = DURATION.read(match[time]) if match else None
        if match and seconds is not None:
            return Occasion(trigger, match[subject] if subject else "", seconds)
    return None


OCCASION = Form(
    "an occasion",
    "'at 12m', 'no status page update for 20m', '5m after clear cache' or 'impact for 30m'",
    r"^(at \S+|no \S.* update for \S+|impact for \S+|\S+ after \S.*)$",
    _occasion,
)
