"""Changes, each with its whole life gathered from the timeline."""

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.notation import read_timeline
from simulator.domain.prose.standing import standing

LIFE = """
    1:00 change-ordered id=c1 change="roll back" owner=ana staged=yes because="it began with it"
    2:00 change-started id=c1 change="roll back" owner=bo
    9:00 change-done id=c1 change="roll back" owner=bo
    9:10 verify-started id=c1 change="roll back" signal=errors window=3m owner=bo
   12:10 verified id=c1 change="roll back" signal=errors window=3m result=better before=0.4 after=0.2 owner=bo
   13:00 residual-logged id=c1 change="roll back"
   20:00 revert-started id=c1 change="roll back" owner=bo
   25:00 change-reverted id=c1 change="roll back" owner=bo
"""


def _one(text):
    (attempt,) = attempts(read_timeline(text))
    return attempt


def test_the_life_of_a_change():
    it = _one(LIFE)
    assert (it.id, it.change, it.staged, it.because) == ("c1", "roll back", True, "it began with it")
    assert it.owner == "bo"  # who took it up, not who was asked
    assert (it.ordered, it.started, it.done, it.failed) == (60, 120, 540, None)
    assert (it.residual, it.reverting, it.reverted) == (780, 1200, 1500)
    assert (it.verified, it.result) == (730, "better")
    assert (it.order, it.entries) == (1, (1, 2, 3, 4, 5, 6, 7, 8))


WORN = """
    1:00 change-ordered id=c1 change="fail over" owner=bo
    2:00 change-started id=c1 change="fail over" owner=bo
    5:00 change-done id=c1 change="fail over" owner=bo
    9:00 verified id=c1 change="fail over" signal=errors window=3m result=better owner=bo
   17:00 change-wore-off id=c1 change="fail over" owner=bo says="It is back as it was."
"""


def test_what_wore_off_is_verified_no_longer():
    it = _one(WORN)
    assert (it.result, it.worn, it.worn_off) == ("better", 1020, 1020)
    assert standing(it) == "made 0:05:00, helped, but wore off 0:17:00"
    assert it.entries[-1] == 5


def test_a_later_watch_has_the_last_word():
    it = _one(WORN + '30:00 verified id=c1 change="fail over" signal=errors window=3m result=better owner=bo')
    assert it.worn_off is None
    assert standing(it) == "made 0:05:00, verified: better"


def test_a_verification_is_one_watch_from_begin_to_end():
    (watch,) = _one(LIFE).verifications
    assert (watch.began, watch.at, watch.signal, watch.window, watch.entry) == (550, 730, "errors", 180, 5)
    assert watch.fact.result == "better"


def test_a_watch_that_goes_on_has_no_end():
    it = _one("1:00 change-ordered id=c1\n2:00 verify-started id=c1 signal=errors window=3m")
    (watch,) = it.verifications
    assert (watch.began, watch.at, watch.fact, watch.entry) == (120, None, None, 2)
    assert (it.verified, it.result) == (None, None)


def test_a_verification_that_nobody_saw_begin_began_its_window_ago():
    it = _one("1:00 change-ordered id=c1\n10:00 verified id=c1 signal=errors window=3m result=same")
    assert [(w.began, w.at) for w in it.verifications] == [(420, 600)]
    early = _one("0:01 change-ordered id=c1\n1:00 verified id=c1 signal=errors window=3m")
    assert early.verifications[0].began == 0


def test_two_watches_end_each_on_its_own_signal():
    it = _one("""
        1:00 change-ordered id=c1
        2:00 verify-started id=c1 signal=errors window=5m
        3:00 verify-started id=c1 signal=time window=2m
        5:00 verified id=c1 signal=time window=2m result=same
        7:00 verified id=c1 signal=errors window=5m result=worse
    """)
    assert [(w.signal, w.began, w.at) for w in it.verifications] == [("errors", 120, 420), ("time", 180, 300)]
    assert (it.verified, it.result) == (300, "worse")  # by when they ended, not by when they began


def test_the_first_of_two_watches_of_a_signal_ends_first():
    it = _one("""
        1:00 change-ordered id=c1
        2:00 verify-started id=c1 signal=errors window=1m
        2:30 verify-started id=c1 signal=errors window=5m
        3:00 verified id=c1 signal=errors window=1m result=unclear
        7:30 verified id=c1 signal=errors window=5m result=recovered
    """)
    assert [(w.began, w.at) for w in it.verifications] == [(120, 180), (150, 450)]
    assert (it.verified, it.result) == (450, "recovered")


@pytest.mark.parametrize(
    ("told", "verified", "result"),
    [
        ("result=recovered", 600, "recovered"),
        ("result=same", 600, "same"),
        ("result=worse early=yes", 600, "worse"),
        ("result=same early=yes", None, None),  # it had not waited for the signal
        ("result=unclear confounded=c2", None, None),
    ],
)
def test_what_tells_something(told, verified, result):
    it = _one(f"1:00 change-ordered id=c1\n10:00 verified id=c1 signal=errors window=3m {told}")
    assert (it.verified, it.result, it.closed) == (verified, result, verified)


def test_the_first_that_tells_closes_and_the_last_that_tells_counts():
    it = _one("""
        1:00 change-ordered id=c1
        5:00 verified id=c1 signal=errors window=1m result=unclear
        6:00 verified id=c1 signal=errors window=1m result=better
        9:00 verified id=c1 signal=errors window=1m result=worse
       12:00 verified id=c1 signal=errors window=1m result=unclear
       13:00 verified id=c1 signal=errors window=1m result=same early=yes
    """)
    assert (it.verified, it.result) == (360, "worse")


@pytest.mark.parametrize(
    ("end", "closed"),
    [
        ("change-failed id=c1", 720),
        ("change-reverted id=c1", 720),
        ("verified id=c1 result=same", 720),
        ("verified id=c1 result=unclear", None),
        ("residual-logged id=c1", None),
        ("revert-started id=c1", None),
    ],
)
def test_what_keeps_it_from_confounding_others(end, closed):
    it = _one(f"1:00 change-ordered id=c1\n2:00 change-started id=c1\n12:00 {end}")
    assert it.closed == closed


def test_the_earliest_end_counts():
    it = _one(LIFE)
    assert it.closed == 730
    reverted_first = _one("""
        1:00 change-ordered id=c1
        5:00 change-reverted id=c1
        6:00 verified id=c1 result=same
    """)
    assert reverted_first.closed == 300


@pytest.mark.parametrize(("at", "there"), [(539, False), (540, True), (1499, True), (1500, False)])
def test_it_is_in_place_from_done_to_undone(at, there):
    assert _one(LIFE).in_place(at) is there


def test_what_nobody_undoes_stays_in_place():
    it = _one("1:00 change-ordered id=c1\n2:00 change-started id=c1\n3:00 change-done id=c1")
    assert [it.in_place(at) for at in (179, 180, 99999)] == [False, True, True]


def test_what_failed_was_never_in_place():
    it = _one("1:00 change-ordered id=c1\n2:00 change-started id=c1\n3:00 change-failed id=c1")
    assert (it.failed, it.in_place(240)) == (180, False)
    assert (it.called_off, standing(it)) == (False, "could not be made 0:03:00")


def test_what_failed_before_it_was_begun_was_called_off():
    it = _one("1:00 change-ordered id=c1\n3:00 change-failed id=c1")
    assert (it.called_off, standing(it)) == (True, "called off 0:03:00")


@pytest.mark.parametrize(
    ("then", "hangs"),
    [("", True), ("9:00 change-done id=c1", False), ("9:00 change-failed id=c1", False),
     ("9:00 revert-started id=c1", False)],
)  # fmt: skip
def test_it_hangs_from_when_its_owner_says_so_until_anything_comes_of_it(then, hangs):
    it = _one(f"1:00 change-ordered id=c1\n2:00 change-started id=c1\n6:00 change-hung id=c1\n{then}")
    assert (it.hung, it.hangs) == (360, hangs)
    assert (it.hung_at(359), it.hung_at(360), it.hung_at(539), it.hung_at(540)) == (False, True, True, hangs)
    assert not hangs or standing(it) == "hangs since 0:06:00"


def test_attempts_come_in_the_order_of_their_orders():
    them = attempts(
        read_timeline("""
        1:00 change-ordered id=c1 change=x owner=bo
        2:00 change-ordered id=c2 change=y
        3:00 change-started id=c2 change=y owner=ana
        4:00 noted text="x and y"
        5:00 change-started id=c9 change=z owner=ana
    """)
    )
    assert [(it.id, it.change, it.owner, it.started) for it in them] == [
        ("c1", "x", "bo", None),
        ("c2", "y", "ana", 180),
    ]
