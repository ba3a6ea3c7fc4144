"""The comparison as one HTML page, and as Markdown."""

from pathlib import Path

from simulator.debrief.beside.account import Beside
from simulator.debrief.page import anchors, rendered, styled

PAGE, TEXT = "beside.html.j2", "beside.md.j2"


def beside_html(told: Beside, templates: Path) -> str:
    """The page; `templates` is the folder that holds `templates/` and `styles/`."""
    more = {"styles": styled(templates, "beside.css"), "anchors": anchors(told.lines)}
    return rendered(templates, PAGE, {"r": told, **more})


def beside_markdown(told: Beside, templates: Path) -> str:
    """The comparison in Markdown, for a wiki or a ticket."""
    return rendered(templates, TEXT, {"r": told, "anchors": anchors(told.lines)})
