"""What is owed to whom by when: the doctrine's clocks, run along the severities of an incident."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.domain.doctrine import Clock, UpdateState
from simulator.scoring.case import Case, Span

PUBLIC = "status page"
"""The audience that customers hear from."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something owed: from when its time ran, by when it was due, and the line that set the clock."""

    since: int
    by: int
    entry: int

    @property
    def allowed(self) -> int:
        """The seconds there were."""
        return self.by - self.since


def spans(case: Case, clock: Clock) -> tuple[Span, ...]:
    """The severities in force, up to the end of what is owed.

    An incident that was never declared had no severity; it is held to the least demanding that binds, from
    the second by which it had to be declared.
    """
    if case.spans:
        return case.spans
    binding = [severity for severity in case.doctrine.severities if severity in clock.first]
    if not binding or case.declaration_due is None or case.trouble is None:
        return ()
    return (
        Span(binding[-1], case.declaration_due, max(case.over, case.declaration_due), case.trouble.number),
    )


def first_due(case: Case, clock: Clock) -> Due | None:
    """When an audience had to hear first, None when it had not."""
    run = spans(case, clock)
    return _run(case, run, clock.first.get, run[0].since, case.over) if run else None


def owed_again(case: Case, clock: Clock, state: UpdateState, since: int) -> Due | None:
    """When an audience had to hear again after an update of a state at a second, None when it had not."""

    def limit(severity: str) -> int | None:
        return clock.then.get(severity, {}).get(state)

    return _run(case, spans(case, clock), limit, since, case.over)


def _run(
    case: Case, run: tuple[Span, ...], limit: Callable[[str], int | None], since: int, until: int
) -> Due | None:
    """The deadline of a clock started at `since`.

    A rise in severity can only bring it nearer: the new limit runs from the rise. After a fall the longer
    limit counts from the start of the clock, so that changing the severity to and fro wins no time.
    """
    due: Due | None = None
    for before, span in zip((None, *run), run, strict=False):
        if span.until < since or span.since > (due.by if due else until):
            continue
        allowed = limit(span.severity)
        if allowed is None:
            due = None
            continue
        rose = before is not None and span.since > since and _rose(case, before, span)
        starts = max(since, span.since) if rose or (due is None and span.since > since) else since
        candidate = Due(since, starts + allowed, span.entry)
        due = min(due, candidate, key=lambda each: each.by) if due and rose else candidate
    return due


def _rose(case: Case, before: Span, span: Span) -> bool:
    known = case.doctrine.severities
    if before.severity not in known or span.severity not in known:
        return False
    return case.doctrine.rank(span.severity) < case.doctrine.rank(before.severity)
