"""Which updates were useful: those that said something new, or came when the time had come."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.course import Sent
from simulator.scoring.case import Case

NEARLY_DUE = 0.8
"""An update this far into the time promised for it keeps the promise rather than breaking the quiet."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An update, whether it was useful, and the last useful one before it."""

    sent: Sent
    useful: bool
    after: Sent | None

    @property
    def contentless(self) -> bool:
        """Whether it said nothing new, too soon, and nobody had been promised it."""
        if self.useful or self.after is None:
            return False
        promised = self.after.fact.update.next_in
        return promised is None or self.sent.at < self.after.at + NEARLY_DUE * promised


def judged(case: Case, audience: str) -> tuple[Judged, ...]:
    """The updates to an audience while anything was owed, each judged by the last useful one before it."""
    return tuple(_judged(case, audience))


def useful(case: Case, audience: str) -> tuple[Sent, ...]:
    """The useful updates to an audience, in order."""
    return tuple(each.sent for each in judged(case, audience) if each.useful)


def _judged(case: Case, audience: str) -> Iterator[Judged]:
    last: Sent | None = None
    window = case.doctrine.threshold("duplicate update within")
    for sent in case.sent(audience):
        if sent.at > case.over:
            return
        fresh = last is None or sent.fact.update.claims != last.fact.update.claims
        told = Judged(sent, fresh or last is None or sent.at - last.at >= window, last)
        yield told
        last = sent if told.useful else last
