"""Scope post: soon after the first public post, customers are told what is affected.

The first public post need not know the scope; one that names journeys or services has to follow within
`scope within` of it. A text names a journey as well by saying, in its full name, that it does not work. Later
earns less, and nothing at three times that time, or when it never comes.

Why: customers need to know whether it is them (PD-EXT; F2), and staying vague to be safe is a way to say
nothing (guard 2). Whether the scope was right is judged elsewhere.

Exception: an incident that was over before the time was up. Without any public post before it was over the
time runs from when the first was due. A real timeline has to show for each post what it named.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating
    0:16:00 posted audience="status page" state=investigating scope="send a message"

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating
    0:38:00 posted audience="status page" state=investigating text="We are still investigating."
    1:00:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.scope_told import ScopeTold, scope_told
from simulator.scoring.words import clock, minutes

NAME = "scope-post"
AXIS: Axis = "communication timeliness"


def marks(case: Case) -> Iterator[Mark]:
    """One mark, once customers were told the scope or ought to have been."""
    told = scope_told(case)
    if told is None:
        return
    if told.sent is not None:
        earned = falling(told.late, told.within, told.too_late)
        evidence = cited(told.line, told.sent.entry)
        yield Mark(NAME, AXIS, earned, 1.0, _when(case, told, told.sent.at), evidence, told.sent.at)
    elif told.owed:
        summary = f"Customers were never told what is affected; that was due by {clock(told.by)}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (told.line,), told.by)


def _when(case: Case, told: ScopeTold, at: int) -> str:
    if not told.late:
        return f"The first public update, at {clock(at)}, said what is affected."
    heard = "heard" if case.sent(PUBLIC)[0].entry == told.line else "should have heard"
    return (
        f"Customers were told what is affected at {clock(at)}, {minutes(told.late)} after they first {heard}."
    )
