"""What was claimed, for a terminal: how many claims held, and those that did not."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from simulator.debrief.claims import Telling
from simulator.debrief.pen import Pen
from simulator.domain.prose.saying import counted

AT_MOST = 8
"""So many wrong claims are read; the page has them all."""


def claim_lines(tellings: Sequence[Telling], pen: Pen) -> Iterator[str]:
    """The section of the scorecard; nothing where nothing was told."""
    claims = [line for telling in tellings for line in telling.claims]
    if not claims:
        return
    wrong = [(telling, line) for telling in tellings for line in telling.wrong]
    held = sum(line.tone == "good" for line in claims)
    unchecked = len(claims) - held - len(wrong)
    yield ""
    yield pen("What was claimed", "bold")
    more = f", {unchecked} could not be checked" if unchecked else ""
    made = f"{counted(len(claims), 'claim')} in {counted(len(tellings), 'update')}"
    yield from pen.wrapped(f"Of {made} {held} held{more}.")
    for telling, line in wrong[:AT_MOST]:
        text = f"{telling.clock}  to {telling.to}, {line.what}: {line.says} - {line.verdict}. {line.because}"
        yield from wrap(text, pen.width, initial_indent="  ", subsequent_indent="     ")
    if len(wrong) > AT_MOST:
        yield from pen.wrapped(f"And {len(wrong) - AT_MOST} more that did not hold.")
