"""Many real incidents together: quarters, medians, what is left out."""

import re

import pytest

from simulator.debrief.figures.survey import draw_survey
from simulator.debrief.real import survey_html, survey_markdown, survey_text
from simulator.debrief.real.survey import quarter_of
from tests.debrief.real.conftest import REPORTS


@pytest.fixture(scope="module")
def year(surveyed, page):
    began = {"started_at": "2026-01-10T09:30:00Z"}
    return surveyed(
        page("10:00 investigating", "10:20 identified", "11:00 resolved", day="2026-01-10", id="a", **began),
        page("10:00 investigating Next update in 20 minutes.", "10:10 resolved", day="2026-02-10", id="b"),
        page("10:00 investigating", "13:00 resolved", day="2026-05-10", id="c"),
        page("10:00 scheduled", "13:00 completed", day="2026-05-11", id="d"),
    )


@pytest.mark.parametrize(
    ("began", "quarter"),
    [
        ("2026-01-01T00:00:00Z", "2026 Q1"), ("2026-03-31T23:59:59Z", "2026 Q1"),
        ("2026-04-01T00:00:00Z", "2026 Q2"), ("2025-12-01T00:00:00Z", "2025 Q4"), ("", ""),
    ],
)  # fmt: skip
def test_quarters(began, quarter):
    assert quarter_of(began) == quarter


def test_incidents_are_counted_by_quarter_and_planned_work_apart(year):
    assert [(period.name, period.incidents) for period in year.quarters] == [("2026 Q1", 2), ("2026 Q2", 1)]
    assert (year.whole.incidents, year.planned) == (3, 1)
    assert [one.id for one in year.incidents] == ["a", "b", "c"]


def test_medians_and_sums(year):
    first, second = year.quarters
    assert (first.lag.count, first.lag.middle) == (1, 1800)
    assert (first.gap.count, first.gap.middle) == (2, 1200)
    assert (first.longest.middle, second.longest.middle) == (1500, 10800)
    assert (first.promised, first.kept, second.promised) == (1, 1, 0)
    assert (second.lag.count, second.lag.middle) == (0, None)
    assert 0 < year.whole.judged < 1


def test_the_usual_time_between_posts_is_never_beyond_the_longest(surveyed, page):
    minutes = ("00", "30", "59")
    busy = page(*(f"1{hour}:{m} update" for hour in range(4) for m in minutes), "14:20 resolved", id="busy")
    quick = [page("10:00 investigating", f"10:1{n} resolved", id=f"q{n}") for n in range(3)]
    whole = surveyed(busy, *quick).whole
    assert (whole.gap.count, whole.longest.count) == (4, 4)
    assert whole.gap.middle <= whole.longest.middle


def test_an_incident_keeps_its_points(year):
    points = dict(year.incidents[0].points)
    assert points["communication timeliness"] is not None
    assert points["command"] is None


def test_the_table_for_a_terminal(year):
    lines = survey_text(year).splitlines()
    assert lines[0] == "3 incidents, judged by Intercom's incident process of 2018"
    rows = [line.split() for line in lines if line.startswith(("2026", "all"))]
    assert rows[0][:4] == ["2026", "Q1", "2", "30"]
    assert rows[-1][0] == "all"
    assert "Planned work (1) is left out." in " ".join(" ".join(lines).split())


def test_one_quarter_needs_no_sum(surveyed, page):
    text = survey_text(surveyed(page("10:00 investigating", "10:40 resolved")))
    assert text.startswith("1 incident, judged by")
    assert "\nall" not in text


def test_pages_hold_every_incident_and_the_figure(year):
    html = survey_html(year, REPORTS)
    assert html.count("<svg") == 1
    assert all(f">{one.id}<" in html for one in year.incidents)
    assert "| 2026 Q1 | 2 |" in survey_markdown(year, REPORTS)
    assert html == survey_html(year, REPORTS)


def test_what_could_not_be_read_is_on_the_page(surveyed, page):
    html = survey_html(surveyed(page("10:00 resolved"), problems=("x.json:1:1: <bad>",)), REPORTS)
    assert "x.json:1:1: &lt;bad&gt;" in html


def test_nothing_at_all_is_a_page_too(surveyed):
    empty = surveyed()
    assert "0 incidents" in survey_text(empty)
    assert "<svg" not in survey_html(empty, REPORTS)


@pytest.mark.parametrize("many", [1, 3, 30])
def test_the_figure_names_no_more_quarters_than_fit(surveyed, page, many):
    days = [f"{2000 + n // 4}-{3 * (n % 4) + 1:02}-10" for n in range(many)]
    figure = draw_survey(surveyed(*(page("10:00 investigating", "10:40 resolved", day=day) for day in days)))
    assert 1 <= len(set(re.findall(r">(\d{4} Q\d)<", figure.svg("a", "b", "c")))) <= 10
