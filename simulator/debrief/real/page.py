"""The account of a real incident as one HTML page, and as Markdown."""

from pathlib import Path

from markupsafe import Markup

from simulator.debrief.page import rendered, styled
from simulator.debrief.real.account import Account

PAGE, TEXT = "incident.html.j2", "incident.md.j2"


def account_html(told: Account, templates: Path) -> str:
    """The page; `templates` is the folder that holds `templates/` and `styles/`."""
    from simulator.debrief.figures.updates import about_updates, draw_updates

    figure = ""
    if told.updates:
        drawn = draw_updates(told.end, told.moments, told.audiences)
        figure = drawn.svg("updates", "Updates over time", about_updates(told.end, told.audiences))
    more = {"styles": styled(templates), "figure": Markup(figure), "anchors": _anchors(told)}
    return rendered(templates, PAGE, {"a": told, **more})


def account_markdown(told: Account, templates: Path) -> str:
    """The account in Markdown, for a wiki or a ticket."""
    return rendered(templates, TEXT, {"a": told, "anchors": _anchors(told)})


def _anchors(told: Account) -> dict[int, str]:
    """The time of every line that can be linked to, by its number."""
    return {number: line.clock for line in told.lines for number in line.numbers}
