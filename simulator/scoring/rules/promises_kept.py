"""Promises kept: each update says when the next one comes, and it comes by then.

A promised update that comes in time earns all; late by half of what was promised, or never, it earns
nothing. An update that promises nothing earns half, at half the weight. A promise further away than the
clock allows excuses nothing: the clock is judged on its own. Contentless repeats before their time
earn nothing from the second on: a promise says as well until when there is nothing to read.

Why: people can wait when they know for how long (PD-EXT; F5); a real status page promised an update "by
18:00 UTC if there is no new information" (OUT1).

Exception: the update that says it is resolved; promises that fell due after the incident was closed, while
what fell due before that and came after it came late. A contentless repeat sent before its time redeems
nothing, nor does an empty update after an empty one; but where a repeat said anew when the next one comes,
that time is the one that counts. What a single empty update between two with news promised is part of the
same silence, and is not charged again when it was not kept. A real update whose words about the next one
cannot be read for sure is left out, and so is one that another goes on with at once.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating next_in=20m
    0:27:00 posted audience="status page" state=identified cause="a database" next_in=30m
    0:50:00 posted audience="status page" state=resolved

Fail:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating next_in=10m
    0:50:00 posted audience="status page" state=identified cause="a database"
    1:30:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import Axis
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.nothing_new import nothing_new_in
from simulator.scoring.updates import TOGETHER, Judged, afterwards, judged
from simulator.scoring.words import audience, clock, minutes

NAME = "promises-kept"
AXIS: Axis = "communication timeliness"
LATE_BY = 0.5
"""Late by this share of what was promised is as good as not kept (assumption)."""
HALF = 0.5
SLIPS = 1
"""So many contentless repeats to an audience are a slip, and break no promise (assumption)."""
REPEATS_WEIGH = 4.0
"""What each further one weighs at most: the first of them 1, the second 2 (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every useful update that left more to come."""
    for channel in case.updates:
        told = judged(case, channel)
        idle = [] if case.records.real else [one for one in told if one.contentless][SLIPS:]
        for count, one in enumerate(idle, 1):
            yield from _broken(channel, one, min(count, REPEATS_WEIGH))
        for index, one in enumerate(told):
            if one.useful and one.sent.fact.update.state != "resolved":
                charged = _slip(case, channel, told, index)
                yield from _kept(case, channel, one.sent, told[index + 1 :], charged=charged)


def broken(mark: Mark) -> bool:
    """Whether a mark tells of a promise that was not kept in time, and not of one that was never made."""
    return mark.rule == NAME and mark.earned < 1 and mark.weight > HALF


def _broken(channel: str, one: Judged, weight: float) -> Iterator[Mark]:
    """A promise says as well until when there is nothing to read."""
    after = one.after
    if after is None:
        return
    when = f"at {clock(one.sent.at)}"
    if after.due is None:
        summary = f"{capital(audience(channel))} heard nothing new {when}, which nobody had promised."
    else:
        summary = (
            f"{capital(audience(channel))} had been promised the next update by {clock(after.due)}, "
            f"and heard nothing new {when}."
        )
    yield Mark(NAME, AXIS, 0.0, weight, summary, (after.entry, one.sent.entry), one.sent.at)


def _slip(case: Case, channel: str, told: tuple[Judged, ...], index: int) -> bool:
    """Whether an update was the only empty one between two that had news: their silence is charged once."""
    before = [one for one in told[:index] if not one.contentless]
    later = [one for one in told[index + 1 :] if not one.contentless]
    if not told[index].empty or (before and before[-1].empty):
        return False
    return not later[0].empty if later else afterwards(case, channel) is not None


def _kept(case: Case, channel: str, one: Sent, later: tuple[Judged, ...], *, charged: bool) -> Iterator[Mark]:
    """The mark of what an update promised; none where it came late and was `charged` with the one before."""
    promised, due = _in_force(one, later)
    hollow, following = _came(later)
    if following is None and due is not None and case.over >= due:
        following = afterwards(case, channel)
    if one.entry in case.records.unread or _goes_on(case, one, later):
        return  # it may have promised one in words of its own, or the next is its second half
    if promised is None or due is None:
        summary = (
            f"The update to {audience(channel)} at {clock(one.at)} did not say when the next would come."
        )
        yield Mark(NAME, AXIS, HALF, HALF, summary, (one.entry,), one.at)
    elif following is not None:
        late = max(0, following.at - due)
        if not (late and charged):
            yield _met(channel, one, promised, due, following, hollow if late else ())
    elif case.over >= due:
        who = capital(audience(channel))
        none = f"no news came{nothing_new_in(hollow)}" if hollow else "none came"
        summary = f"{who} had been promised an update by {clock(due)}, and {none}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, cited(one.entry, *_lines(hollow)), due)


def _came(later: tuple[Judged, ...]) -> tuple[tuple[Sent, ...], Sent | None]:
    """The update that came of a promise, if any, and those before it that had nothing new in them."""
    news = [index for index, told in enumerate(later) if not (told.contentless or told.empty)]
    first = news[0] if news else len(later)
    return tuple(told.sent for told in later[:first]), later[first].sent if news else None


def _met(channel: str, one: Sent, promised: int, due: int, following: Sent, hollow: tuple[Sent, ...]) -> Mark:
    late = max(0, following.at - due)
    behind = f", {minutes(late)} late" if late else ""
    summary = (
        f"{capital(audience(channel))} had been promised an update by {clock(due)} "
        f"and got {'news' if hollow else 'it'} at {clock(following.at)}{behind}{nothing_new_in(hollow)}."
    )
    earned = falling(late, 0, LATE_BY * promised)
    evidence = cited(one.entry, *_lines(hollow), following.entry)
    return Mark(NAME, AXIS, earned, 1.0, summary, evidence, due)


def _lines(sent: tuple[Sent, ...]) -> Iterator[int]:
    return (one.entry for one in sent)


def _in_force(one: Sent, later: tuple[Judged, ...]) -> tuple[int | None, int | None]:
    """What was promised, in seconds and by when, as the last repeat before that time put it."""
    promised, due = one.fact.update.next_in, one.due
    for told in later:
        if due is None or told.sent.at >= due or not told.contentless:
            break
        if told.sent.due is not None and told.sent.due > due:
            promised, due = told.sent.fact.update.next_in, told.sent.due
    return promised, due


def _goes_on(case: Case, one: Sent, later: tuple[Judged, ...]) -> bool:
    """Whether a real update without a promise was only the first half of what was said."""
    if one.due is not None or not case.records.real:
        return False
    return bool(later) and later[0].sent.at - one.at <= TOGETHER
