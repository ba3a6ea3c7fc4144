"""What is owed to whom by when: the doctrine's clocks, run along the severities of an incident."""

from collections.abc import Callable, Iterator

from simulator.domain.course import Sent
from simulator.domain.deadline import begins, deadline
from simulator.domain.doctrine import Clock, UpdateState
from simulator.domain.minor import NO_MINOR_MATTER, least, taken_as
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case, Span
from simulator.scoring.sighted import once


class Due(Value):
    """Something owed: from when its time ran, by when it was due, and the line that set the clock."""

    since: int
    by: int
    entry: int

    @property
    def allowed(self) -> int:
        """The seconds there were."""
        return self.by - self.since


@once
def spans(case: Case) -> tuple[Span, ...]:
    """The severities that bind, one after the other, up to the end of what is owed.

    Two kinds of incident are held to the least demanding severity at which customers are told: one that was
    never declared, from the second by which it had to be; and one declared as too minor to tell anybody,
    while more customers than `NO_MINOR_MATTER` were known to be failing. So is a real one whose severity
    its timeline does not show.
    """
    if not case.shows("severity"):
        return tuple(_unranked(case))
    if case.spans:
        first, *rest = (_raised(case, span) for span in case.spans)
        return (replace(first, since=begins(first.since, case.declaration_due)), *rest)
    told = least(case.doctrine, PUBLIC)
    if told is None or case.declaration_due is None or case.trouble is None:
        return ()
    return (Span(told, case.declaration_due, max(case.over, case.declaration_due), case.trouble.number),)


def _unranked(case: Case) -> Iterator[Span]:
    """Without a severity: from the declaration; where none is shown, from the first word to customers."""
    told, posts = least(case.doctrine, PUBLIC), case.sent(PUBLIC)
    if told is not None and case.declared is not None:
        since = begins(case.declared.at, case.declaration_due)
        yield Span(told, since, max(case.over, since), case.declared.number)
    elif told is not None and posts:
        yield Span(told, posts[0].at, max(case.over, posts[0].at), posts[0].entry)


def _raised(case: Case, span: Span) -> Span:
    told = taken_as(case.doctrine, span.severity)
    if told is None:
        return span
    looks = (at for at in (span.since, *case.turns) if span.since <= at < span.until)
    felt = any((case.known_failing(at) or 0) > NO_MINOR_MATTER * case.active(at) for at in looks)
    return replace(span, severity=told) if felt else span


def first_due(case: Case, clock: Clock) -> Due | None:
    """When an audience had to hear first, None when it had not."""
    run = spans(case)
    return due_since(case, clock, run[0].since) if run else None


def due_since(case: Case, clock: Clock, since: int) -> Due | None:
    """When an audience has to hear of what is known since a second as of something new, None where not."""
    run = spans(case)
    return _run(case, run, clock.first.get, since, case.over) if run else None


def owed_again(case: Case, clock: Clock, state: UpdateState, since: int) -> Due | None:
    """When an audience had to hear again after an update of a state at a second, None when it had not."""
    run = spans(case)

    def limit(severity: str) -> int | None:
        return clock.again(severity, state, since - run[0].since)

    return _run(case, run, limit, since, case.over)


def owed_after(case: Case, clock: Clock, sent: Sent) -> Due | None:
    """When an audience had to hear again after an update, None when it had not.

    Where a real timeline shows no severity, an update that says when the next one comes sets its own clock:
    what was owed beyond that is not known.
    """
    due = owed_again(case, clock, sent.fact.update.state, sent.at)
    if due is None or sent.due is None or case.shows("severity"):
        return due
    return replace(due, by=max(due.by, sent.due))


def _run(
    case: Case, run: tuple[Span, ...], limit: Callable[[str], int | None], since: int, until: int
) -> Due | None:
    """The deadline of a clock started at `since`; see `deadline`. A severity nobody knows is the lowest."""
    levels = tuple(case.doctrine.severities)
    due = deadline(run, lambda one: levels.index(one) if one in levels else len(levels), limit, since, until)
    return None if due is None else Due(since, due[0], due[1].entry)
