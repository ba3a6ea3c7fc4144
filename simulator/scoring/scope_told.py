"""When customers were told what is affected, and by when they had to be."""

from simulator.domain.course import Sent
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims.scope import named
from simulator.scoring.clocks import first_due

NOTHING_AT = 3
"""So many times `scope within` late is as good as never (assumption)."""


class ScopeTold(Value):
    """Since when the time ran, seconds allowed, the line that set it off, and the update that told, if any.

    `owed` is whether the time was up before nothing was owed any more.
    """

    since: int
    within: float
    line: int
    sent: Sent | None
    owed: bool

    @property
    def by(self) -> int:
        """The second by which it was due."""
        return self.since + round(self.within)

    @property
    def late(self) -> int:
        """The seconds from when the time began to run to the update that told; 0 where none did."""
        return max(0, self.sent.at - self.since) if self.sent else 0

    @property
    def too_late(self) -> float:
        """So many seconds are as good as never."""
        return NOTHING_AT * self.within


def scope_told(case: Case) -> ScopeTold | None:
    """How customers were told the scope; None when they were owed nothing."""
    begins = _begins(case)
    if begins is None:
        return None
    since, line = begins
    within = case.doctrine.threshold("scope within")
    owed = case.over >= since + within
    told = (sent for sent in case.sent(PUBLIC) if owed or sent.at <= max(case.over, since))
    scoped = next((sent for sent in told if named(case, sent.fact.update)), None)
    return ScopeTold(since, within, line, scoped, owed)


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
