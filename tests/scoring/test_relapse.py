"""A relapse: customers fail again who had been well, and from some line on that is known."""

import pytest

from simulator.scoring.claims import claims_of
from simulator.scoring.relapse import relapses
from simulator.scoring.rules import first_post, true_state

BACK = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=you
0:05:00 posted audience="status page" state=investigating
0:10:00 impact-changed failing=0 arriving=9000 seen=truth
0:15:00 posted audience="status page" state=monitoring
0:40:00 impact-changed failing=9000 arriving=0 seen=truth
0:43:00 alert-fired alert="app errors" signal="app errors" pages=product
"""
WELL = "1:20:00 impact-changed failing=0 arriving=9000 seen=truth\n1:50:00 noted\n"
TOLD = '{} posted audience="status page" state=investigating\n'


def told(case, text):
    return [(one.at, one.entry, one.until) for one in relapses(case(text))]


def test_it_is_known_from_the_first_line_that_tells_of_it_until_dashboards_show_all_well(case):
    assert told(case, BACK + WELL) == [(2580, 8, 4920)]


def test_whoever_makes_again_what_was_just_undone_knows_it(case):
    c1, c2 = ('change="turn off new inbox" id=' + made for made in ("c1", "c2"))
    undone = f"0:06:00 change-ordered {c1} owner=bo\n0:08:00 change-done {c1} owner=bo\n"
    again = f"0:40:00 change-reverted {c1} owner=bo\n0:41:00 change-ordered {c2} owner=bo\n"
    lines = BACK.replace("0:10:00", f"{undone}0:10:00").replace("0:43:00", f"{again}0:43:00")
    assert told(case, lines + WELL) == [(2460, 11, 4920)]


@pytest.mark.parametrize(
    "text", [BACK.partition("0:43")[0] + "0:50:00 noted", BACK.partition("0:40")[0] + "0:50:00 noted"],
    ids=["nobody was told of it", "it did not come back"],
)  # fmt: skip
def test_what_nobody_could_know_is_none(case, text):
    assert told(case, text) == []


def again(judge, text):
    """The mark for having told that it came back; None where there is none."""
    found = [mark for mark in judge(first_post, text) if "come back" in mark.summary]
    return found[0] if found else None


@pytest.mark.parametrize(("at", "earned"), [("0:45:00", 1), ("0:53:00", 1), ("1:03:00", 0.5), ("1:13:00", 0)])
def test_whoever_was_told_that_all_is_well_hears_that_it_is_not_in_time(judge, at, earned):
    assert again(judge, BACK + TOLD.format(at) + WELL).earned == pytest.approx(earned)


def test_the_mark_says_when_it_could_be_known(judge):
    mark = again(judge, BACK + TOLD.format("0:48:00") + WELL)
    assert mark.summary == (
        "Customers heard at 0:48:00 that it had come back, 5 min after that was known (allowed: 10 min)."
    )
    assert mark.evidence == (8, 9)


def test_never_to_hear_of_it_earns_nothing(judge):
    assert again(judge, BACK + WELL).earned == 0


def test_what_is_over_before_the_time_is_up_need_not_be_told(judge):
    assert again(judge, BACK + WELL.replace("1:20", "0:46")) is None


def test_whoever_was_not_told_that_it_is_over_needs_no_word_of_it(judge):
    assert again(judge, BACK.replace("monitoring", "identified") + WELL) is None


def stale(case, text):
    return [(c.entry, c.earned) for c in claims_of(case(text)) if (c.what, c.verdict) == ("state", "stale")]


@pytest.mark.parametrize(("at", "earned"), [("0:48:00", None), ("0:53:00", 0.5), ("0:58:00", 0)])
def test_an_all_clear_that_stands_while_it_is_known_to_be_false_goes_stale(case, at, earned):
    """News takes five minutes; left for three times that, it is as false as if it were said."""
    assert stale(case, BACK + TOLD.format(at) + WELL) == ([] if earned is None else [(6, earned)])


def test_it_stands_until_it_is_true_again(case):
    assert stale(case, BACK + WELL.replace("1:20", "0:51")) == [(6, 0.5)]


def test_the_mark_cites_what_told_of_it_and_what_took_it_back(judge):
    marks = judge(true_state, BACK + TOLD.format("0:53:00") + WELL)
    (mark,) = (mark for mark in marks if "stale" in mark.summary)
    assert mark.evidence == (6, 8, 9)
    assert mark.summary == (
        "The update to customers at 0:15:00 said 'monitoring', which was stale: "
        "that it had come back was known from 0:43:00 on, and this stood for 10 min more."
    )
