"""Cadence: once an audience has heard, it keeps hearing, as often as its clock says.

The time to the next update depends on the severity and on the state of the last one. Up to `cadence grace`
times that is fine; a longer silence earns less, and nothing at twice that. Each stretch counts as much as the
time it covers, and the silence until the end counts too. Only a useful update ends a stretch: one that says
something new, by a claim or by words of its own that this audience had not read, or that comes no sooner than
`duplicate update within`. That there is no news may be said once; an empty update after an empty one ends
nothing. A repeat sooner than that which nobody had been promised costs nearly as much as a silence, the
second four times and the third nine times as much, up to sixteen times.

Why: silence makes people ask, complain and step in; regular updates, also without news, keep them away
(PD-EXT, GL2; F3). Contentless updates cost attention and trust (X18, guard 1).

Exception: after the incident was closed, or an audience was told it is resolved, nothing is owed. A real
timeline is judged on those audiences whose updates it shows; without a severity, an update may set its own
clock by saying when the next one comes.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating
    0:16:00 posted audience="status page" state=investigating scope="send a message"
    0:44:00 posted audience="status page" state=identified scope="send a message" cause="a database"
    0:46:00 resolved

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating
    0:09:00 posted audience="status page" state=investigating text="Still investigating."
    0:10:00 posted audience="status page" state=investigating text="Still looking into it."
    1:40:00 posted audience="status page" state=resolved
"""

from collections.abc import Iterator
from itertools import pairwise

from simulator.domain.course import Sent
from simulator.domain.doctrine import Axis, Clock
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.clocks import Due, first_due, owed_after, owed_again
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.nothing_new import nothing_new_in
from simulator.scoring.updates import idle, judged, useful
from simulator.scoring.words import audience, clock, minutes

NAME = "cadence"
AXIS: Axis = "communication timeliness"
NOTHING_AT = 2
"""A silence of this many times what is tolerated earns nothing (assumption)."""
LEAST = 0.05
"""What the shortest stretch weighs."""
NUISANCE, NUISANCE_AT_MOST = 0.75, 12.0
"""What the first contentless update to an audience weighs; the second four times, the third nine times as
much, up to this: one is a slip, and a row of them buries the rest (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every stretch between useful updates, for the last silence, for every contentless update."""
    for ticking in case.doctrine.clocks.values():
        if not case.hears(ticking.audience):
            continue
        sent = useful(case, ticking.audience)
        for one, following in pairwise(sent):
            yield from _stretch(case, ticking, one, following)
        yield from _last(case, ticking, sent[-1]) if sent else _never(case, ticking)
        yield from _nuisances(case, ticking)


def _stretch(case: Case, ticking: Clock, one: Sent, following: Sent) -> Iterator[Mark]:
    due = owed_after(case, ticking, one)
    if due is not None:
        gap = following.at - one.at
        hollow = idle(case, ticking.audience, one.at, following.at)
        summary = (
            f"{capital(audience(ticking.audience))} heard {'something new' if hollow else 'again'} "
            f"at {clock(following.at)}, after {minutes(gap)} ({_allowed(case, due, gap)})"
            f"{nothing_new_in(hollow)}."
        )
        evidence = cited(one.entry, *(each.entry for each in hollow), following.entry)
        yield _mark(case, due, gap, summary, evidence, following.at)


def _last(case: Case, ticking: Clock, one: Sent) -> Iterator[Mark]:
    """The silence from the last update until nothing was owed any more."""
    due = owed_after(case, ticking, one)
    if due is not None and case.over > due.by:
        gap = case.over - one.at
        hollow = idle(case, ticking.audience, one.at, case.over)
        summary = (
            f"{capital(audience(ticking.audience))} heard nothing{' new' if hollow else ''} for "
            f"{minutes(gap)} after {clock(one.at)} ({_allowed(case, due, gap)}){nothing_new_in(hollow)}."
        )
        yield _mark(case, due, gap, summary, cited(one.entry, *(each.entry for each in hollow)), due.by)


def _never(case: Case, ticking: Clock) -> Iterator[Mark]:
    """No update at all: each one that was owed after the first is missing."""
    first = first_due(case, ticking)
    due = owed_again(case, ticking, "investigating", first.by) if first else None
    if first is not None and due is not None and case.over > due.by:
        who = capital(audience(ticking.audience))
        late = next((sent.at for sent in case.sent(ticking.audience) if sent.at > case.over), None)
        never = (
            "never heard anything" if late is None else f"heard nothing until {clock(late)}, when it was over"
        )
        summary = f"{who} {never}; updates were owed from {clock(first.by)} on."
        missing = max(1.0, (case.over - first.by) / due.allowed)
        yield Mark(NAME, AXIS, 0.0, missing, summary, (first.entry,), due.by)


def _nuisances(case: Case, ticking: Clock) -> Iterator[Mark]:
    empty = [told for told in judged(case, ticking.audience) if told.contentless]
    for count, told in enumerate(empty, 1):
        if told.after is not None:
            summary = (
                f"The update to {audience(ticking.audience)} at {clock(told.sent.at)} said nothing new "
                f"{minutes(told.sent.at - told.after.at)} after the last."
            )
            yield Mark(
                NAME,
                AXIS,
                0.0,
                min(NUISANCE_AT_MOST, count * count * NUISANCE),
                summary,
                (told.after.entry, told.sent.entry),
                told.sent.at,
            )


def _allowed(case: Case, due: Due, gap: int) -> str:
    """How long a silence was allowed, with the grace where it was used up in part and not overdrawn."""
    grace = f"; up to {minutes(_tolerated(case, due))} is tolerated"
    used = minutes(gap) != minutes(due.allowed) and due.allowed < gap <= _tolerated(case, due)
    return f"allowed: {minutes(due.allowed)}{grace if used else ''}"


def _tolerated(case: Case, due: Due) -> float:
    return due.allowed * case.doctrine.threshold("cadence grace")


def _mark(case: Case, due: Due, gap: int, summary: str, evidence: tuple[int, ...], at: int) -> Mark:
    tolerated = _tolerated(case, due)
    earned = falling(gap, tolerated, NOTHING_AT * tolerated)
    return Mark(NAME, AXIS, earned, max(LEAST, gap / due.allowed), summary, evidence, at)
