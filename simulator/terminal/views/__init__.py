"""Views: what one can read during an exercise, each a function of what the seat may know."""

from collections.abc import Callable, Mapping

from simulator.domain.fact import Looked
from simulator.exercise.sight import Sight
from simulator.terminal.views.board import board
from simulator.terminal.views.people import people
from simulator.terminal.views.process import clocks, severities
from simulator.terminal.views.runbook import runbook
from simulator.terminal.views.services import services
from simulator.terminal.views.signals import signals
from simulator.terminal.views.timeline import timeline

VIEWS: Mapping[str, Callable[[Sight, int], list[str]]] = {
    "board": board, "timeline": timeline, "people": people, "services": services, "runbook": runbook,
    "signals": signals, "severities": severities, "clocks": clocks,
}  # fmt: skip


def shown(looked: Looked, sight: Sight, width: int) -> list[str]:
    """What somebody sees who looks, below its heading."""
    if looked.of:
        return runbook(sight, width, looked.of)
    return VIEWS[looked.view](sight, width)


def heading(looked: Looked) -> str:
    """What was looked at."""
    view = looked.view.capitalize()
    return f"{view} for {looked.of}" if looked.of else view


__all__ = ["VIEWS", "heading", "shown"]
