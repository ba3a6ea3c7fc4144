"""When an alert goes off: `app errors > 5% for 3m`."""

import re
from dataclasses import dataclass
from typing import Literal

from simulator.authoring.forms.amounts import SHARE, factor, percentage
from simulator.authoring.forms.form import Form
from simulator.authoring.forms.times import DURATION


@dataclass(frozen=True, slots=True)
class Crossing:
    """A signal beyond a threshold for some seconds; `unit` is `%` or `x`."""

    signal: str
    beyond: Literal["above", "below"]
    threshold: float
    unit: str
    hold: int


_CROSSING = re.compile(rf"(\S.*?) (>|<|above|below) ({SHARE}|\d{{1,4}}(?:\.\d{{1,3}})?x) for (\S+)", re.ASCII)


def _crossing(text: str) -> Crossing | None:
    found = _CROSSING.fullmatch(text)
    hold = DURATION.read(found[4]) if found else None
    if not found or hold is None:
        return None
    threshold = percentage(found[3])
    unit = "x" if threshold is None else "%"
    number = threshold if threshold is not None else factor(found[3])
    beyond: Literal["above", "below"] = "above" if found[2] in (">", "above") else "below"
    return Crossing(found[1], beyond, number or 0.0, unit, hold)


CROSSING = Form(
    "a signal beyond a threshold",
    "app errors > 5% for 3m or shard write time > 4x for 5m",
    r"^\S.* (>|<|above|below) \d+(\.\d+)?[%x] for \S+$",
    _crossing,
)
