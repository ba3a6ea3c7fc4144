"""The debrief as one HTML page that needs nothing else, and as Markdown."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from simulator.debrief.lines import Line
from simulator.debrief.report import Report
from simulator.domain.duration import show_clock, show_minutes

PAGE, TEXT = "debrief.html.j2", "debrief.md.j2"
DRILL_PAGE, DRILL_TEXT = "drill.html.j2", "drill.md.j2"
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
_USE = re.compile(r"var\(--([\w-]+)(?:, #[0-9a-f]{6})?\)")
STYLES = ("palette.css", "page.css", "figures.css", "print.css")


def to_html(report: Report, templates: Path, *, paper: bool = False, again: str = "") -> str:
    """The page. `templates` is the folder that holds `templates/` and `styles/`.

    With `paper` every colour is written out as it is on white paper, for printers that know no variables.
    `again` is the address where one decides again; without one the command for it is told.
    """
    styles = styled(templates)
    made = (
        _render(report, templates, DRILL_PAGE, {"styles": styles})
        if report.drill
        else _render(report, templates, PAGE, {"styles": styles, "figures": _figures(report), "again": again})
    )
    return _on_paper(made, styles) if paper else made


def _on_paper(html: str, styles: str) -> str:
    light = dict(_COLOUR.findall(styles))  # the last word is that of the style for print
    return _USE.sub(lambda found: light.get(found.group(1), found.group()), html)


def to_markdown(report: Report, templates: Path) -> str:
    """The debrief in Markdown, for a wiki or a ticket."""
    return _render(report, templates, DRILL_TEXT if report.drill else TEXT, {})


def _render(report: Report, templates: Path, name: str, more: Mapping[str, object]) -> str:
    return rendered(templates, name, {"report": report, "anchors": anchors(report.lines), **more})


def rendered(templates: Path, name: str, values: Mapping[str, object]) -> str:
    """A template of the folder, filled."""
    return _environment(templates, name.endswith(".html.j2")).get_template(name).render(**values)


def styled(templates: Path, *more: str) -> Markup:
    """The style sheets of a page, one after the other, and more that it needs."""
    sheets = ((templates / "styles" / name).read_text("utf-8") for name in (*STYLES, *more))
    return Markup("\n".join(sheets))


@lru_cache(maxsize=8)
def _environment(templates: Path, escaping: bool) -> Environment:
    loader = FileSystemLoader(templates / "templates")
    made = Environment(
        loader=loader, autoescape=escaping, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"clock": show_clock, "minutes": show_minutes, "percent": _percent, "cell": _cell}
    return made


def _percent(share: float) -> str:
    return "under 1 %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


def _cell(text: str) -> str:
    """Text that cannot end a cell of a Markdown table."""
    return text.replace("|", r"\|")


def anchors(lines: Iterable[Line]) -> Mapping[int, str]:
    """The time of every line that can be linked to, by its number."""
    return {number: line.clock for line in lines for number in line.numbers}


def _figures(report: Report) -> Mapping[str, Markup]:
    """The drawings; matplotlib is loaded only now."""
    from simulator.debrief.figures.belief import about_belief, draw_belief
    from simulator.debrief.figures.story import about_story, draw_story

    story = report.story
    drawn = {"story": draw_story(story).svg("story", "The incident over time", about_story(story))}
    if story.beliefs:
        belief = draw_belief(story.beliefs, story.end)
        drawn["belief"] = belief.svg("belief", "What could be believed", about_belief(story.beliefs))
    return {name: Markup(svg) for name, svg in drawn.items()}
