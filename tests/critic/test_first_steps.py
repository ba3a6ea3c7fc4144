"""A first step is at fault when it is refused whatever the seed draws, and not when somebody came late once.

In `write-stall` Raj joins within four minutes under seed 2, within five under seed 1, and never under seed 3.
"""

import pytest

from simulator.library import Library, shipped
from simulator.library.checking import criticise

AS_SHIPPED = "first steps: [declare P1, page datastores, signals, wait]"


@pytest.fixture
def refused(tmp_path):
    """What the critic says of write-stall when one asks Raj so long after he was paged."""

    def answer(waited: str) -> list[str]:
        text = shipped("scenarios").joinpath("write-stall.yaml").read_text("utf-8")
        assert AS_SHIPPED in text
        steps = f"first steps: [declare P1, page datastores, wait {waited}, ask raj what changed]"
        outage = tmp_path / "write-stall.yaml"
        outage.write_text(text.replace(AS_SHIPPED, steps), "utf-8")
        found = criticise(outage, Library.open([])).problems
        return [problem.message for problem in found if problem.rule == "first-step-refused"]

    return answer


def test_what_is_refused_under_every_seed_is_told_once(refused):
    assert refused("2m") == ["this is refused: Raj has been paged but is not on the call yet."]


@pytest.mark.parametrize("waited", ["3m", "4m"])
def test_what_is_refused_under_the_first_seed_and_not_under_all_is_luck(waited, refused):
    assert refused(waited) == []


def test_what_is_refused_under_the_last_seed_only_is_luck(refused):
    assert refused("6m") == []
