"""Many real incidents as a page with figures, and as Markdown."""

from pathlib import Path

from markupsafe import Markup

from simulator import __version__
from simulator.debrief.page import rendered, styled
from simulator.debrief.real.survey import Survey
from simulator.debrief.real.survey_text import COLUMNS, TIMELINESS, cells, explanation, headline

PAGE, TEXT = "incidents.html.j2", "incidents.md.j2"


def survey_html(told: Survey, templates: Path) -> str:
    """The page; `templates` is the folder that holds `templates/` and `styles/`."""
    from simulator.debrief.figures.survey import about_survey, draw_survey

    figure = ""
    if told.quarters:
        drawn = draw_survey(told)
        figure = drawn.svg("survey", "Incidents by quarter", about_survey(told))
    return rendered(templates, PAGE, {**_values(told), "styles": styled(templates), "figure": Markup(figure)})


def survey_markdown(told: Survey, templates: Path) -> str:
    """The survey in Markdown, without the figures."""
    return rendered(templates, TEXT, _values(told))


def _values(told: Survey) -> dict[str, object]:
    rows = [(period.name, cells(period)) for period in (*told.quarters, told.whole)]
    points = [dict(one.points)[TIMELINESS] for one in told.incidents]
    words = {"headline": headline(told), "explanation": explanation(told), "program": __version__}
    return {"s": told, "columns": COLUMNS, "rows": rows, "points": points, **words}
