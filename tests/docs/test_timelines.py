"""The reference of timelines shows what can be read."""

from simulator.authoring.history import read_histories
from tests.docs.markdown import fences
from tests.docs.pages import DOCS

PAGE = (DOCS / "reference" / "timeline-format.md").read_text("utf-8")


def test_the_timelines_shown_are_read():
    shown = [fence for fence in fences(PAGE) if fence.info in ("csv", "json")]
    table, lines = (read_histories(fence.text, fence.info) for fence in shown)
    told = [reading.value.events for (reading,) in (table, lines) if reading.value]
    assert [event.kind for event in told[0]] == [
        "alert", "declare", "change", "post", "verify", "mitigated", "resolved",
    ]  # fmt: skip
    assert [event.at for event in told[1]] == [0, 240, 690, 900, 1680]


def test_a_time_that_the_page_refuses_is_refused():
    (reading,) = read_histories("time,text\n14:05,x\n", "x")
    assert "`14:05` alone is refused" in PAGE
    assert reading.value is None
