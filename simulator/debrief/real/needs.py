"""What a timeline would have to show for an axis on which nothing could be judged, as far as it does not."""

from collections.abc import Callable, Mapping

from simulator.domain.doctrine import AXES, Axis
from simulator.domain.records import Aspect
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.words import listed

Shown = Callable[[Case], bool]


def _never(case: Case) -> bool:
    return False


def _kind(aspect: Aspect) -> Shown:
    return lambda case: case.shows(aspect)


def _heard_again(case: Case) -> bool:
    return len(case.sent(PUBLIC)) > 1


_NEEDS: Mapping[Axis, tuple[tuple[str, Shown], ...]] = {
    "sequencing": (("what each change touches", _never), ("what was seen after it", _kind("verify"))),
    "easy fix first": (("what could be tried", _never), ("what was known of the cause by then", _never)),
    "communication timeliness": (
        ("when the incident was declared", _kind("declare")),
        ("a second update", _heard_again),
    ),
    "communication accuracy": (("what was really so when each update went out", _never),),
    "command": (
        ("roles", _kind("assign")), ("who was there", lambda case: case.shows("join", "leave")),
        ("tasks", _kind("task")), ("situation reports", _kind("brief")), ("hand-overs", _kind("handover")),
    ),
    "severity": (("the severities", _kind("severity")), ("how many customers were affected", _never)),
    "wrap-up": (
        ("work for afterwards", _kind("follow-up")), ("the review", _kind("review")),
        ("when people went", _kind("stand-down")),
    ),
}  # fmt: skip
"""What each axis is judged by, with whether a timeline shows it; some of it none ever does."""


def missing(case: Case, axis: str) -> str:
    """What is not shown of what an axis is judged by; empty where all of it is."""
    needs = _NEEDS[next(each for each in AXES if each == axis)]
    return listed(name for name, shown in needs if not shown(case))
