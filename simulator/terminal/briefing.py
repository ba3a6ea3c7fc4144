"""The briefing: who you are, what is known, what to type first, on one screen of 24 lines by 80."""

from simulator.domain.drill import Drill
from simulator.domain.duration import show_minutes
from simulator.domain.what_changed import WHAT_CHANGED
from simulator.exercise import Exercise
from simulator.exercise.pace import show_pace
from simulator.terminal.paint import Paint
from simulator.terminal.wrap import hang, paragraph

LINES = 24
_LEGEND = "Lines marked ! want you, * is news."
_LEAVING = "Finish with end; then you read how it went. Ctrl-C twice leaves it, to go on another day."
_ONCE_SOMEBODY_IS_HERE = f" When somebody has joined: ask NAME {WHAT_CHANGED}."
"""Who comes, and when, is luck: what is suggested must hold for every seed. Some steps ask already."""


def briefing(exercise: Exercise, kept_in: str, speed: float, paint: Paint, width: int) -> list[str]:
    """The screen before the first command."""
    scenario = exercise.scenario
    if scenario.drill:
        return drill_briefing(exercise, speed, paint, width)
    name = f"{scenario.id}, seed {exercise.seed}"
    title = f"{scenario.title}  ({name})"
    company = scenario.organisation.title
    lines = [
        *(paint(line, "bold") for line in paragraph(title, width)),
        *paragraph(f"You are the incident commander on call at {company}.", width),
        "",
        *paragraph(scenario.briefing.strip(), width),
        "",
        *_first_steps(exercise, paint, width),
        *paragraph(_time(speed), width),
        *paragraph(f"{_LEGEND} {_LEAVING}", width),
        *hang("This play is kept in ", f"{kept_in}.", width),
    ]
    return lines if len(lines) <= LINES else [line for line in lines if line]


def drill_briefing(exercise: Exercise, speed: float, paint: Paint, width: int) -> list[str]:
    """What stands before the timeline of a drill: the company, what is known, how time goes."""
    scenario = exercise.scenario
    return [
        *(paint(line, "bold") for line in paragraph(f"Drill: {scenario.title}  ({scenario.id})", width)),
        *paragraph(f"You are about to take over at {scenario.organisation.title}.", width),
        "",
        *paragraph(scenario.briefing.strip(), width),
        "",
        *paragraph(_time(speed), width),
        *paragraph("It ends by itself, or with end. This is what went before:", width),
    ]


def drill_task(drill: Drill, paint: Paint, width: int) -> list[str]:
    """What stands between the timeline of a drill and the first prompt."""
    within = f"You have {show_minutes(drill.within)}."
    return [paint(line, "bold") for line in paragraph(f"Your task: {drill.task} {within}", width)]


def _first_steps(exercise: Exercise, paint: Paint, width: int) -> list[str]:
    steps = exercise.scenario.first_steps
    asks = any(WHAT_CHANGED in step for step in steps)
    told = f"You could begin with: {', then '.join(steps)}.{'' if asks else _ONCE_SOMEBODY_IS_HERE}"
    words = paragraph(told, width) if steps else []
    first = [paint(line, "bold") for line in words]
    more = (
        "help has ten words to begin with, help declare explains one; Tab completes. "
        "board shows where you stand."
    )
    return [*first, *paragraph(more, width)]


def _time(speed: float) -> str:
    if speed:
        return (
            f"Time runs by itself, at {show_pace(speed)}, also while you type. "
            "pause stops it, go lets it run; wait 5m skips ahead."
        )
    return (
        "Time stands still while you think. What you say takes some seconds of your attention; "
        "wait 5m lets time pass, wait alone lets it pass until there is news."
    )
