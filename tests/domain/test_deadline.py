"""By when word is owed along severities that change: a rise brings it nearer, to and fro wins no time."""

from typing import NamedTuple

import pytest

from simulator.domain.deadline import begins, deadline

LIMITS = {"P0": 20, "P1": 30, "P2": 60}


class Held(NamedTuple):
    severity: str
    since: int
    until: int


def due(course, since=0, until=200):
    """The deadline along a course such as `P1 0-10 P0 10-50`, and the severity that set it."""
    words = course.split()
    spans = (map(int, word.split("-")) for word in words[1::2])
    held = [Held(severity, *span) for severity, span in zip(words[::2], spans, strict=True)]
    found = deadline(held, ["P0", "P1", "P2", "P3"].index, LIMITS.get, since, until)
    return found and (found[0], found[1].severity)


@pytest.mark.parametrize(
    ("course", "found"),
    [
        ("P1 0-90", (30, "P1")),
        ("P1 0-10 P0 10-90", (30, "P1")),
        ("P1 0-5 P0 5-90", (25, "P0")),
        ("P1 0-10 P2 10-90", (60, "P2")),
        ("P1 0-10 P2 10-20 P1 20-90", (50, "P1")),
        ("P1 0-40 P2 40-90", (30, "P1")),
        ("P1 0-10 P3 10-90", None),
        ("P1 0-10 P3 10-40 P1 40-90", (70, "P1")),
        ("P3 0-90", None),
    ],
)
def test_a_clock_along_severities(course, found):
    assert due(course) == found


def test_one_that_starts_later_asks_what_held_from_then_on():
    assert due("P0 0-10 P1 10-90", since=20) == (50, "P1")


def test_what_begins_when_nothing_is_owed_any_more_starts_no_clock():
    assert due("P3 0-50 P1 50-90", until=40) is None
    assert due("P3 0-50 P1 50-90", until=60) == (80, "P1")


@pytest.mark.parametrize(("declared", "due", "since"), [(120, 300, 120), (900, 300, 300), (900, None, 900)])
def test_clocks_run_from_the_declaration_but_from_no_later_than_it_was_due(declared, due, since):
    assert begins(declared, due) == since
