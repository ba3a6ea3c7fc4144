"""The comparison as one HTML page, and as Markdown."""

from collections.abc import Mapping
from pathlib import Path

from simulator.debrief.beside.account import Beside
from simulator.debrief.page import rendered, styled

PAGE, TEXT = "beside.html.j2", "beside.md.j2"


def beside_html(told: Beside, templates: Path) -> str:
    """The page; `templates` is the folder that holds `templates/` and `styles/`."""
    more = {"styles": styled(templates, "beside.css"), "anchors": _anchors(told)}
    return rendered(templates, PAGE, {"r": told, **more})


def beside_markdown(told: Beside, templates: Path) -> str:
    """The same in Markdown, for a wiki or a ticket."""
    return rendered(templates, TEXT, {"r": told, "anchors": _anchors(told)})


def _anchors(told: Beside) -> Mapping[int, str]:
    """The time of every line that can be linked to, by its number."""
    return {number: line.clock for line in told.lines for number in line.numbers}
