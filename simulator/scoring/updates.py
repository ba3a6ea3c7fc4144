"""Which updates were useful: those that said something new, or came when the time had come.

New is a claim other than the last, or words of its own that this audience had not read (see
`domain.own_words`), and that have to do with this incident: nonsense is news to nobody, and a claim that
nobody can check is none because its words are others. So is what had been seen to turn since this was last
told, in however few words (see `turned`).
"""

import re
from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.duration import MINUTE
from simulator.domain.value import Value
from simulator.scoring.beside_the_point import beside_the_point
from simulator.scoring.case import Case
from simulator.scoring.heard import Heard, stock
from simulator.scoring.sighted import once

NEARLY_DUE = 0.8
"""An update this far into the time promised for it keeps the promise rather than breaking the quiet."""
TOGETHER = 3 * MINUTE
"""Real updates this close to each other are one message in pieces (assumption)."""
_WORD = re.compile(r"\w+")


class Judged(Value):
    """An update, whether it was useful, the last useful one before it, and whether none came between.

    `bare` is one that says nothing, and `empty` one that says nothing after another that said that there is
    no news; the first to an audience may be a template.
    """

    sent: Sent
    useful: bool
    after: Sent | None
    first: bool
    bare: bool = False
    empty: bool = False

    @property
    def contentless(self) -> bool:
        """Whether it said nothing new, too soon, and nobody had been promised it.

        Only the first update after a useful one can redeem what that one promised.
        """
        if self.useful or self.after is None:
            return False
        promised = self.after.fact.update.next_in
        redeems = promised is not None and self.sent.at >= self.after.at + NEARLY_DUE * promised
        return not (self.first and redeems)


@once
def judged(case: Case, audience: str) -> tuple[Judged, ...]:
    """The updates to an audience while anything was owed, each judged by the last useful one before it."""
    return tuple(one for one in _every(case, audience) if one.sent.at <= case.over)


def afterwards(case: Case, audience: str) -> Sent | None:
    """The first update with something in it that came when nothing was owed any more: late, but it came."""
    later = (one for one in _every(case, audience) if one.sent.at > case.over)
    return next((one.sent for one in later if not (one.contentless or one.empty)), None)


def useful(case: Case, audience: str) -> tuple[Sent, ...]:
    """The useful updates to an audience, in order; that there is no news is useful once."""
    return tuple(each.sent for each in judged(case, audience) if each.useful and not each.empty)


def idle(case: Case, audience: str, since: int, until: int) -> tuple[Sent, ...]:
    """The updates between two seconds that ended no silence, for they told this audience nothing new."""
    told = {one.entry for one in useful(case, audience)}
    sent = (one.sent for one in judged(case, audience))
    return tuple(one for one in sent if since < one.at < until and one.entry not in told)


def bare(case: Case) -> frozenset[int]:
    """The lines of all updates that said nothing."""
    told = (one for audience in case.updates for one in judged(case, audience))
    return frozenset(one.sent.entry for one in told if one.bare)


@once
def _every(case: Case, audience: str) -> tuple[Judged, ...]:
    """All updates to an audience, each judged by the last useful one before it."""
    return tuple(_judged(case, audience))


def _judged(case: Case, audience: str) -> Iterator[Judged]:
    last: Sent | None = None
    previous: Sent | None = None
    window = case.doctrine.threshold("duplicate update within")
    heard, silent = Heard(), False
    real = case.records.real
    for sent in case.sent(audience):
        bare = heard.bare(case, sent) and not real
        empty, silent = silent and bare and not _holds(case, sent, previous), bare and last is not None
        rested = previous is None or sent.at - previous.at >= window
        useful_now = last is None or _fresh(case, sent, last, heard) or rested
        yield Judged(sent, useful_now, last, previous is last, bare, empty)
        heard = heard.and_then(case, sent)
        last, previous = sent if useful_now else last, sent


def _holds(case: Case, sent: Sent, before: Sent | None) -> bool:
    """Whether an update says in ordinary words that it goes on, when one had been promised for about then."""
    update = sent.fact.update
    if before is None or beside_the_point(case, update) or stock(update):
        return False
    return before.due is not None and sent.at >= before.at + NEARLY_DUE * (before.due - before.at)


def _fresh(case: Case, sent: Sent, last: Sent, heard: Heard) -> bool:
    """Whether an update says something else than the last; where nobody can tell, it does."""
    one, other = sent.fact.update, last.fact.update
    if case.records.news == "claims":
        moved = one.state != other.state or heard.moved(case, sent)
        return moved or heard.told_more(case, sent)
    if one.claims != other.claims:
        return True
    return case.records.news == "unknown" or _words(one.text) != _words(other.text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
