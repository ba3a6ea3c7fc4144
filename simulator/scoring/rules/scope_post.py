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
from simulator.scoring.claims.scope import named
from simulator.scoring.clocks import first_due
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.words import clock, minutes

NAME = "scope-post"
AXIS: Axis = "communication timeliness"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """One mark, once customers were told the scope or ought to have been."""
    begins = _begins(case)
    if begins is None:
        return
    since, line = begins
    within = case.doctrine.threshold("scope within")
    owed = case.over >= since + within
    told = (sent for sent in case.sent(PUBLIC) if owed or sent.at <= max(case.over, since))
    scoped = next((sent for sent in told if named(case, sent.fact.update)), None)
    if scoped is not None:
        late = max(0, scoped.at - since)
        summary = f"{_when(case, scoped.at, late, line)}."
        evidence = cited(line, scoped.entry)
        yield Mark(NAME, AXIS, falling(late, within, NOTHING_AT * within), 1.0, summary, evidence, scoped.at)
    elif owed:
        summary = (
            f"Customers were never told what is affected; that was due by {clock(since + round(within))}."
        )
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (line,), since + round(within))


def _when(case: Case, at: int, late: int, line: int) -> str:
    if not late:
        return f"The first public update, at {clock(at)}, said what is affected"
    heard = "heard" if case.sent(PUBLIC)[0].entry == line else "should have heard"
    return f"Customers were told what is affected at {clock(at)}, {minutes(late)} after they first {heard}"


def _begins(case: Case) -> tuple[int, int] | None:
    """The first public post, else when it was due; with its line. None when customers were owed nothing.

    Who hears only when it is over was left without scope for as long as who never hears.
    """
    ticking = case.doctrine.clocks.get(PUBLIC)
    due = first_due(case, ticking) if ticking and case.hears(PUBLIC) and case.shows("scope") else None
    sent = case.sent(PUBLIC)
    if due is None:
        return None
    if not sent or sent[0].at > case.over >= due.by:
        return due.by, due.entry
    return sent[0].at, sent[0].entry
