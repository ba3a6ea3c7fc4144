"""When a drill begins and ends: `1m after clear cache is verified`; `after 2 decisions`, `when posted`."""

import re

from simulator.authoring.forms.form import Form
from simulator.authoring.forms.times import DURATION
from simulator.domain.drill import EVENTS, Ending, Point

_POINT = re.compile(r"(\S+)(?: after (\S.*?)(?P<verified> is verified)?)?")


def _point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    seconds = DURATION.read(match[1]) if match else None
    if match is None or seconds is None:
        return None
    return Point(seconds, match[2] or "", bool(match["verified"]))


POINT = Form(
    "a point of time",
    "'4m', '30s after clear cache' or '30s after clear cache is verified'",
    r"^\S+( after \S.*)?$",
    _point,
)

_DECISIONS = re.compile(r"after (\d{1,2}) decisions?")
_EVENT = re.compile(rf"when ({'|'.join(EVENTS)})(?: (\S.*))?")


def _ending(text: str) -> Ending | None:
    counted = _DECISIONS.fullmatch(text)
    if counted:
        return Ending(decisions=int(counted[1])) if int(counted[1]) else None
    match = _EVENT.fullmatch(text)
    event = next((each for each in EVENTS if match and each == match[1]), None)
    return Ending(event, match[2] or "") if match and event else None


ENDING = Form(
    "an end",
    "'after 2 decisions', 'when posted status page', 'when ordered clear cache', or 'when' and one of: "
    + ", ".join(EVENTS),
    rf"^(after [0-9]{{1,2}} decisions?|when ({'|'.join(EVENTS)})( \S.*)?)$",
    _ending,
)
