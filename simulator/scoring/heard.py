"""What an audience has heard so far, and whether an update adds anything to it."""

import re
from dataclasses import dataclass

from simulator.domain.course import Sent
from simulator.scoring.plain_words.stock import STOCK

SAID = 2
"""So many words of its own make a statement (assumption)."""
OVER = ("monitoring", "resolved")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[a-z']{4,}")


@dataclass(frozen=True, slots=True)
class Heard:
    """What has been heard: words of their own, claims, whether any of the scope, and the last update."""

    words: frozenset[str] = frozenset()
    claims: frozenset[object] = frozenset()
    scoped: bool = False
    last: Sent | None = None

    def and_then(self, sent: Sent) -> "Heard":
        """With one more update."""
        scoped = self.scoped or bool(sent.fact.update.scope)
        return Heard(self.words | own_words(sent), self.claims | claims_in(sent), scoped, sent)

    def moved(self, sent: Sent) -> bool:
        """Whether an update claims another state than the last, or something that was not claimed before."""
        before = self.last.fact.update.state if self.last else None
        return sent.fact.update.state != before or bool(claims_in(sent) - self.claims)

    def bare(self, sent: Sent) -> bool:
        """Whether an update could have been written at any minute: no claim that is new, and stock phrases.

        So is a first one that names nothing; an all-clear never is.
        """
        if sent.fact.update.state in OVER or len(own_words(sent)) >= SAID:
            return False
        return not claims_in(sent) if self.last is None else not self.moved(sent)


def claims_in(sent: Sent) -> frozenset[object]:
    """Everything that an update claims beside its state; what it leaves out is no claim."""
    update = sent.fact.update
    said = {"scope": tuple(sorted(update.scope)), "cause": update.cause, "data": update.data}
    more = {"workaround": update.workaround, "eta": update.eta}
    return frozenset((what, value) for what, value in (said | more).items() if value)


def own_words(sent: Sent) -> frozenset[str]:
    """The words and numbers of an update's text, its workaround and its cause that are no stock phrases."""
    update = sent.fact.update
    text = f"{update.text} {update.workaround} {update.cause}".lower()
    return frozenset(word for word in _WORD.findall(text) if word not in STOCK)
