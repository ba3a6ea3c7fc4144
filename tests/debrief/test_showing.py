"""How long choices take, so that they can be compared: until one sees something, checks with their change."""

import pytest

from simulator.debrief.showing import shows_after, takes
from simulator.scoring.weighing import Option


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (Option("change", "roll back app", 1.0, 1572), "26 min until it shows (runbook: 15 min)"),
        (Option("check", "fail over a shard", 1.0, 60), "60 s, then 11 min until the change shows"),
        (Option("look", "app", 1.0, 240), "4 min"),
        (Option("wait", "roll back app", 1.0, 600), "10 min"),
        (Option("slow way", "the slow way", 1.0, 10_800), "3 h"),
    ],
)
def test_a_change_is_told_beside_its_runbook_and_a_check_with_what_follows(case, option, says):
    assert takes(case("0:00:00 noted text=x"), option) == says


def test_of_what_is_no_change_nobody_can_tell(case):
    assert shows_after(case("0:00:00 noted text=x"), "app") is None
