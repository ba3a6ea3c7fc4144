"""What the README tells a newcomer to type leads well, whoever comes first."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import TaskGiven
from simulator.exercise import take_turn
from simulator.library import Library
from tests.docs.markdown import ROOT, fences


def typed():
    """The lines of the first five minutes, without what the README says of them."""
    every = fences((ROOT / "README.md").read_text("utf-8"))
    (block,) = (fence for fence in every if fence.lines[0].startswith("declare"))
    return [line.split("   ")[0] for line in block.lines]


@pytest.mark.parametrize("seed", [1, 2, 6, 1370])
def test_the_first_five_minutes_put_a_name_on_all_work(seed):
    exercise = Library.open([]).outage("write-stall").exercise(seed)
    for line in typed():
        while line == "wait" and not exercise.board("commander").here:
            take_turn(exercise, "commander", line)
        here = list(exercise.board("commander").here)
        words = line.replace("NAME", here[0] if here else "")
        if words != "wait":
            assert take_turn(exercise, "commander", words).status == "done", words
    given = [fact for _, fact in each(exercise.entries, TaskGiven)]
    assert len(given) == 2
    assert all(fact.owner for fact in given)
