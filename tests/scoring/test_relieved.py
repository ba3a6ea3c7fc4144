"""Relieved: the word counts from when it is so, and a false one for nothing."""

import pytest

from simulator.scoring.relieved import pressing_until, relieved

FELT = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:20:00 impact-changed failing=0 arriving=0 seen=truth
"""
GOES_ON = "1:00:00 noted text=on\n"


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ((), None),
        (("0:03:00",), None),
        (("0:14:00",), None),
        (("0:18:00",), "0:22:00"),
        (("0:25:00",), "0:25:00"),
        (("0:03:00", "0:30:00"), "0:30:00"),
        (("0:00:30",), None),
    ],
    ids=[
        "never",
        "false",
        "much too early",
        "as news takes",
        "right",
        "false, then right",
        "before anything",
    ],
)
def test_it_is_relieved_once_it_is_rightly_called_mitigated(case, said, since):
    """Dashboards are two minutes behind: customers are known to be well at 0:22."""
    called = "".join(f"{at} called-mitigated\n" for at in said)
    judged = case(FELT + called + GOES_ON)
    assert relieved(judged) == (None if since is None else seconds(since))
    assert pressing_until(judged) == (seconds("1:00:00") if since is None else seconds(since))


def seconds(clock):
    hours, minutes, rest = (int(part) for part in clock.split(":"))
    return 3600 * hours + 60 * minutes + rest


def test_where_nobody_was_ever_known_to_fail_the_word_holds(case):
    assert relieved(case("0:03:00 called-mitigated\n" + GOES_ON)) == 180


def test_what_is_called_mitigated_and_never_closed_presses_no_more(case):
    closed = FELT + "0:25:00 called-mitigated\n0:40:00 resolved\n" + GOES_ON
    assert pressing_until(case(closed)) == seconds("0:25:00")
    early = FELT + "0:03:00 called-mitigated\n0:40:00 resolved\n" + GOES_ON
    assert pressing_until(case(early)) == 2400


def test_said_when_it_was_so_and_slow_to_show_it_holds_from_when_it_showed(case):
    slow = """
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:20:00 impact-changed failing=4000 arriving=0 seen=truth
    0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=better
    0:25:00 called-mitigated
    0:40:00 impact-changed failing=0 arriving=0 seen=truth
    """
    assert relieved(case(slow + GOES_ON)) == seconds("0:42:00")


@pytest.mark.parametrize(("left", "pressed_until"), [(1300, "0:25:00"), (1400, "0:42:00")])
def test_with_few_of_the_worst_left_nobody_more_is_kept(case, left, pressed_until):
    """Nine thousand failed at worst; a seventh of them is few."""
    nearly = f"""
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:20:00 impact-changed failing={left} arriving={left} seen=truth
    0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=better
    0:25:00 called-mitigated
    0:40:00 impact-changed failing=0 arriving={left} seen=truth
    """
    assert relieved(case(nearly + GOES_ON)) == seconds(pressed_until)
