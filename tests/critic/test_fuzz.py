"""Whatever is dropped, doubled or changed in sound files: the critic answers with places, never a fault."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.library import Library
from simulator.library.checking import criticise
from tests.critic.examples import FILES

TEXTS = {path.stem: path.read_text("utf-8") for path in FILES}
NUMBERS = ("0", "1", "7", "100", "999")
Cut = tuple[int, int, str]
cuts = st.lists(
    st.tuples(
        st.integers(0, 85),
        st.integers(1, 6),
        st.sampled_from(("drop", "double", *NUMBERS)),
    ),
    min_size=1,
    max_size=6,
)


def cut(text: str, where: Sequence[Cut]) -> str:
    """The text with some runs of lines dropped or doubled, or another number in them."""
    lines = text.splitlines()
    for begin, size, what in where:
        run = lines[begin : begin + size]
        if what == "drop":
            new = []
        elif what == "double":
            new = run + run
        else:
            new = [re.sub(r"\d+(?=[%msh,}]|$)", what, line) for line in run]
        lines[begin : begin + size] = new
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", TEXTS)
@given(where=cuts)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_critic_survives(name, where, shelf):
    path = next(path for path in shelf.rglob("*.yaml") if path.stem == name)
    path.write_text(cut(TEXTS[name], where), "utf-8")
    library = Library.open([])
    for each in sorted(shelf.rglob("*.yaml")):
        found = criticise(each, library)
        lines = found.text.count("\n") + 1
        assert all(1 <= problem.origin.line <= lines + 1 for problem in found.problems)
        assert list(found.problems) == sorted(found.problems, key=lambda problem: problem.order)
    path.write_text(TEXTS[name], "utf-8")
