"""When an alert goes off: `app errors > 5% for 3m`."""

import re
from typing import Literal

from simulator.authoring.forms.amounts import SHARE, factor, percentage
from simulator.authoring.forms.form import Form
from simulator.authoring.forms.times import DURATION, TIME
from simulator.domain.value import Value


class Crossing(Value):
    """A signal beyond a threshold for some seconds; `unit` is `%`, `x`, or `s` for a time in seconds."""

    signal: str
    beyond: Literal["above", "below"]
    threshold: float
    unit: str
    hold: int


_CROSSING = re.compile(
    rf"(\S.*?) (>|<|above|below) ({SHARE}|\d{{1,4}}(?:\.\d{{1,3}})?x|{TIME}) for (\S+)", re.ASCII
)


def _crossing(text: str) -> Crossing | None:
    found = _CROSSING.fullmatch(text)
    hold = DURATION.read(found[4]) if found else None
    if not found or hold is None:
        return None
    beyond: Literal["above", "below"] = "above" if found[2] in (">", "above") else "below"
    threshold, unit = _threshold(found[3])
    return Crossing(found[1], beyond, threshold, unit, hold)


def _threshold(text: str) -> tuple[float, str]:
    if text.endswith("%"):
        return percentage(text) or 0.0, "%"
    if text.endswith("x"):
        return factor(text) or 0.0, "x"
    return float(DURATION.read(text) or 0), "s"


CROSSING = Form(
    "a signal beyond a threshold",
    "app errors > 5% for 3m, shard write time > 4x for 5m or mail queue > 10m for 2m",
    r"^\S.* (>|<|above|below) \d+(\.\d+)?[%xdhms]\S* for \S+$",
    _crossing,
)
