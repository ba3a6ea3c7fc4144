"""Whatever was written down, it can be told in every form, and no number is made up."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.history import read_histories
from simulator.debrief.real import account, account_html, account_markdown, account_text, reviewed
from simulator.domain.history import EVENT_KINDS
from tests.debrief.real.conftest import REPORTS

STATES = {
    "post": ("investigating", "identified", "monitoring", "resolved", ""),
    "verify": ("same", "recovered", ""),
}
WORDS = st.text(alphabet="ab <&|$\n", max_size=6)


@st.composite
def events(draw):
    kind = draw(st.sampled_from(EVENT_KINDS))
    return {
        "time": f"{draw(st.integers(0, 600))}m",
        "kind": kind,
        "who": draw(WORDS),
        "text": draw(WORDS | st.just("Next update in 20 minutes.")),
        "id": draw(st.sampled_from(["", "c1", "P1", "SEV-2", "support", "options"])),
        "state": draw(st.sampled_from(STATES.get(kind, ("",)))),
        "scope": draw(st.lists(WORDS, max_size=2)),
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(events(), min_size=1, max_size=9), st.sampled_from([[], ["post"], ["everything"]]))
def test_any_timeline_is_told(intercom, rows, records):
    (reading,) = read_histories(json.dumps({"events": rows, "records": records}), "x")
    history = reading.value
    assert history is not None
    told = account(history, intercom)
    assert account_html(told, REPORTS).count("</html>") == 1
    assert account_markdown(told, REPORTS)
    assert account_text(told)
    assert told.measures == reviewed(history, intercom, "x").measures
    assert all(0 <= axis.points <= 100 for axis in told.axes if axis.points is not None)
    assert sum(len(line.numbers) for line in told.lines) == max(
        (n for ln in told.lines for n in ln.numbers), default=0
    )
