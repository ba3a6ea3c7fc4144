"""Every pattern's page holds a timeline that shows it and one that does not; both are run here."""

import pytest

from simulator.scoring.patterns import NOT_SHOWN, PATTERNS, sightings
from simulator.scoring.patterns.documentation import pattern_documentation, pattern_page
from simulator.scoring.patterns.sighting import Sighting

EACH = pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.NAME)


@EACH
def test_it_is_seen_in_the_timeline_that_shows_it(pattern, case):
    found = tuple(pattern.seen(case(pattern_page(pattern).shown)))
    assert found
    assert {one.pattern for one in found} == {pattern.NAME}


@EACH
def test_it_is_not_seen_in_the_other_one(pattern, case):
    assert tuple(pattern.seen(case(pattern_page(pattern).not_shown))) == ()


@EACH
def test_a_sighting_is_a_sentence_that_cites_lines_which_exist(pattern, case):
    made = case(pattern_page(pattern).shown)
    lines = {entry.number for entry in made.entries}
    for one in pattern.seen(made):
        assert one.summary[0].isupper() or one.summary[0] in "'0123456789"
        assert one.summary.endswith(".")
        assert lines.issuperset(one.evidence)
        assert list(one.evidence) == sorted(set(one.evidence))


@EACH
def test_the_file_of_a_pattern_is_called_like_the_pattern(pattern):
    assert pattern.__name__.rpartition(".")[2] == pattern.NAME.replace("-", "_")


@EACH
def test_the_reference_shows_each_pattern_in_full(pattern):
    text, one = pattern_documentation(), pattern_page(pattern)
    parts = (one.title, one.name, one.about, one.leads_to, one.instead, one.source, one.shown, one.not_shown)
    assert all(part in text for part in parts)


@EACH
def test_nothing_is_seen_where_nothing_happened(pattern, case):
    assert tuple(pattern.seen(case('0:00:00 opened title="An evening"'))) == ()


def test_no_two_have_one_name():
    pages = [pattern_page(pattern) for pattern in PATTERNS]
    assert len({one.title for one in pages}) == len({one.name for one in pages}) == len(PATTERNS)


def test_what_cannot_be_shown_is_listed_with_the_reason():
    text = pattern_documentation()
    assert all(name in text and reason in text for name, reason in NOT_SHOWN.items())


def test_a_docstring_without_its_parts_is_refused(monkeypatch):
    pattern = PATTERNS[0]
    monkeypatch.setattr(pattern, "__doc__", "A name: and nothing else.")
    with pytest.raises(
        ValueError, match="'late-declaration' lacks Leads to, Instead, Source, Seen, Not seen"
    ):
        pattern_page(pattern)


def test_a_sighting_without_a_line_is_refused():
    with pytest.raises(ValueError, match="a sighting of 'shotgun' cites no line"):
        Sighting("shotgun", 0, "Something.", ())


def test_sightings_come_in_the_order_of_the_patterns_and_then_of_time(case):
    found = sightings(
        case(
            """
            0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
            0:40:00 declared severity=P1 commander=you
            0:41:00 joined person=bo
            0:41:00 joined person=ana
            0:42:00 task-given task=t2 what=investigate subject=cache owner="" within=10m
            0:44:00 task-given task=t1 what=investigate subject=app owner="" within=10m
            """
        )
    )
    assert [one.pattern for one in found] == ["late-declaration", "can-someone", "can-someone"]
    assert found[1].at <= found[2].at
