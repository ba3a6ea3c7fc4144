"""The HTML page: whole, unique, self-contained, and helpful also when there is little to say."""

import re

import pytest

from simulator.debrief import to_html
from tests.debrief.conftest import REPORTS

LITTLE = {
    "nothing at all": "",
    "three lines, no truth": """
        0:00:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
        0:01:00 declared severity=P1 commander=commander
        0:09:00 resolved
    """,
    "nothing declared": """
        0:00:00 impact-changed failing=900 arriving=0 seen=truth
        0:02:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
        0:40:00 impact-changed failing=900 arriving=900 total=36000 seen=truth
        0:40:00 ended why="the time is up"
    """,
    "no changes and no posts": """
        0:00:00 impact-changed failing=900 arriving=0 seen=truth
        0:02:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
        0:03:00 declared severity=P1 commander=commander
        0:04:00 clue-found person=ana place=db-shards clue=1 says="Writes are stuck."
        0:20:00 impact-changed failing=0 arriving=900 total=18000 seen=truth
        0:30:00 ended why="done"
    """,
    "a cause that the scenario does not know": """
        0:00:00 cause-drawn cause="solar flare" truth="The sun did it." seen=truth
        0:01:00 declared severity=P1 commander=commander
        0:02:00 change-ordered id=c1 change="pray" owner=ana
        0:03:00 change-started id=c1 change="pray" owner=ana
        0:04:00 change-failed id=c1 change="pray" owner=ana says="Nobody answers."
        0:05:00 ended
    """,
    "a severity that the doctrine does not know": """
        0:01:00 declared severity=amber commander=commander
        0:02:00 posted audience="the board" state=investigating
        0:05:00 ended
    """,
    "one second": "0:00:00 opened title=x briefing=y",
}


@pytest.mark.parametrize("text", LITTLE.values(), ids=LITTLE.keys())
def test_a_timeline_with_little_in_it_still_makes_a_page(page, text):
    made = page(text)

    assert "Questions for the debrief" in made.text
    assert "None" not in made.text


def test_without_truth_the_page_says_so_and_still_scores(page):
    made = page(LITTLE["three lines, no truth"])

    assert "does not say how many customers were affected" in made.section("outcome")
    assert "does not say what was really wrong" in made.section("truth")
    assert "declare early" in made.section("marks").lower()


def test_an_incident_that_nobody_declared_is_named_as_such(page):
    made = page(LITTLE["nothing declared"])

    assert "never until declared" in made.text.replace("until declared never", "never until declared")
    assert "How would anyone outside the call have known" in made.section("questions")


def test_every_id_is_unique_also_within_the_figures(rough_page):
    assert sorted(set(rough_page.ids)) == sorted(rough_page.ids)


def test_every_link_leads_to_something_on_the_page(rough_page):
    assert {link for link in rough_page.links if not link.startswith("#")} == set()
    assert {link[1:] for link in rough_page.links} <= set(rough_page.ids)


def test_every_line_that_is_cited_as_evidence_has_its_anchor(rough_report, rough_page):
    cited = {
        number
        for axis in rough_report.axes
        for rule in axis.rules
        for m in rule.marks
        for number in m.evidence
    }
    cited |= {number for card in rough_report.cards for number in card.entries}
    cited |= {fact.entry for card in rough_report.cards for fact in card.known}

    assert cited
    assert {f"e{number}" for number in cited} <= set(rough_page.ids)


def test_every_entry_has_an_anchor(case, rough, rough_page):
    assert {f"e{entry.number}" for entry in case(rough).entries} <= set(rough_page.ids)


def test_nothing_is_loaded_from_outside(rough_page):
    assert rough_page.loaded == []
    assert not re.findall(r"url\((?!#)", rough_page.html)
    assert not re.findall(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", rough_page.html)
    assert "@import" not in rough_page.html
    assert not [tag for tag, _ in rough_page.tags if tag in ("script", "link", "iframe", "object")]


def test_words_from_outside_cannot_become_markup(page):
    made = page('0:01:00 noted text="<script>alert(1)</script>"\n0:02:00 said who="<b>" says="</section>"')

    assert "<script>" not in made.html
    assert "<script>alert(1)</script>" in made.text


def test_the_headline_says_what_happened_what_was_best_and_what_cost_most(rough_page):
    head = rough_page.text[: rough_page.text.index("Outcome Scores")]

    assert "up to 5,437 customers could not do what they came for" in head
    assert "212,000 customer-minutes" in head
    assert "Best:" in head
    assert "Cost most:" in head
    assert "Not yet" in head


def test_the_outcome_stands_beside_the_others(rough_page):
    outcome = rough_page.section("outcome")

    for number in ("31,200", "67,400", "212,000", "412,000"):
        assert number in outcome


def test_a_decision_shows_both_costs_and_what_was_known(rough_page):
    decisions = rough_page.section("decisions")

    assert "What you knew" in decisions
    assert "How likely each cause was then" in decisions
    assert "Expected cost" in decisions
    assert "How it turned out, in this world" in decisions
    assert "How to see it next time" in decisions


def test_what_nobody_could_see_is_marked_in_the_timeline(rough_page, rough_report):
    hidden = [line for line in rough_report.lines if line.hidden]

    assert hidden
    assert rough_page.html.count("not visible to you then</span>") == len(hidden)


def test_a_good_play_has_no_cards_but_praise(page, book):
    made = page(book)

    assert "Distinction" in made.text or "Pass" in made.text
    assert "earned" in made.section("well")


def test_figures_are_named_and_described(rough_page):
    named = [held for tag, held in rough_page.tags if tag == "svg" and held.get("aria-labelledby")]

    assert len(named) == 2
    for held in named:
        assert set(str(held["aria-labelledby"]).split()) <= set(rough_page.ids)


def test_the_page_has_its_landmarks_and_headers(rough_page):
    tags = [tag for tag, _ in rough_page.tags]

    assert tags.count("main") == tags.count("h1") == tags.count("footer") == 1
    assert all(held.get("scope") for tag, held in rough_page.tags if tag == "th")
    sections = [held for tag, held in rough_page.tags if tag == "section"]
    assert all(held.get("aria-labelledby") in rough_page.ids for held in sections)


def test_the_footer_says_how_to_make_the_page_again(rough_page):
    footer = rough_page.html[rough_page.html.index("<footer>") :]

    for what in ("write-stall", "intercom", "cd" * 32, "ab" * 32):
        assert what in footer


def test_on_paper_every_colour_is_written_out(rough_report):
    made = to_html(rough_report, REPORTS, paper=True)

    assert "var(--" not in made
    assert "fill: #a83226" in made


def test_the_same_report_is_the_same_page(rough_report):
    assert to_html(rough_report, REPORTS) == to_html(rough_report, REPORTS)
