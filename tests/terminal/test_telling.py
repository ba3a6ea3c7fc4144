"""How entries are told: one line of the timeline in, lines of the screen out."""

import pytest

from simulator.domain.notation import read_entry
from simulator.domain.prose import Names
from simulator.domain.prose.weight import happened
from simulator.terminal.paint import Paint
from simulator.terminal.telling import tell

PLAIN = Paint(on=False)
NAMES = Names({"bo": "Bo", "commander": "you"}, {"app errors": "errors"})


def told(line: str, paint: Paint = PLAIN) -> list[str]:
    return tell(read_entry(line, 1), NAMES, paint, 80)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            '0:12:40 change-done id=c1 change="roll back app" owner=bo',
            [" 0:12:40 * Change c1 'roll back app' made by Bo."],
        ),
        (
            '0:05:00 alert-fired alert="app errors > 5%" signal="app errors" reading=0.21 pages=product',
            [" 0:05:00 ! Alert 'app errors > 5%': app errors reads 21 %. It pages product."],
        ),
        ("0:00:20 paged person=bo", [" 0:00:20   Bo is paged."]),
        ('0:00:20 commanded seat=commander text="declare P1" takes=20', []),
        ("0:00:20 looked view=board", []),
        (
            '0:00:20 refused seat=commander text="ask bo" reason="Bo is not on the call."',
            ["  not possible: Bo is not on the call."],
        ),
        (
            "0:00:20 misread seat=commander text=foo answer=\"'foo' is not a command.\"",
            ["  ? 'foo' is not a command."],
        ),
        ("10:00:20 joined person=bo", ["10:00:20 * Bo joins the call."]),
        ("0:01:00 ended why=over", ["", " 0:01:00   The exercise ends: over."]),
    ],
)
def test_an_entry_is_told_in_plain_lines(line, shown):
    assert told(line) == shown


def test_colour_adds_nothing_that_the_words_do_not_say():
    painted = told("0:05:00 page-unanswered person=bo", Paint(on=True))
    assert "\x1b[1;31m" in painted[0]
    assert told("0:05:00 page-unanswered person=bo") == [" 0:05:00 ! Bo's page goes unanswered."]


def test_work_that_another_line_tells_of_is_not_told_twice():
    given = '0:05:00 task-given task=t1 what={} subject="roll back app" owner={}'
    assert told(given.format("change", "bo")) == []
    assert told(given.format("change", '""')) != [], "a request without a name on it wants to be seen"
    assert told(given.format("investigate", "bo")) != []


def test_what_happened_is_not_what_one_said():
    assert happened(read_entry("0:05:00 joined person=bo", 1))
    assert not happened(read_entry("0:05:00 misread seat=commander text=foo", 1))
