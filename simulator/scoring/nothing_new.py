"""Updates that ended no silence, in words: they told nothing new, but nobody may say that none came."""

from collections.abc import Sequence

from simulator.domain.course import Sent
from simulator.scoring.words import clock, listed

NAMED = 3
"""So many are named one by one."""


def nothing_new_in(sent: Sequence[Sent]) -> str:
    """`; the updates at 1:26:14 and 1:57:37 had nothing new in them`, to end a sentence; empty for none."""
    if not sent:
        return ""
    if len(sent) == 1:
        return f"; the update at {clock(sent[0].at)} had nothing new in it"
    when = f"at {listed(clock(one.at) for one in sent)}"
    if len(sent) > NAMED:
        when = f"from {clock(sent[0].at)} to {clock(sent[-1].at)}, {len(sent)} of them,"
    return f"; the updates {when} had nothing new in them"
