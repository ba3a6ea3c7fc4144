"""What an audience has heard so far, and whether an update adds anything to it."""

from dataclasses import dataclass

from simulator.domain.course import Sent
from simulator.domain.own_words import SAID, own_words

OVER = ("monitoring", "resolved")


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
        return Heard(self.words | own_words(sent.fact.update), self.claims | claims_in(sent), scoped, sent)

    def moved(self, sent: Sent) -> bool:
        """Whether an update claims another state than the last, or something that was not claimed before."""
        before = self.last.fact.update.state if self.last else None
        return sent.fact.update.state != before or bool(claims_in(sent) - self.claims)

    def bare(self, sent: Sent) -> bool:
        """Whether an update could have been written at any minute: no claim that is new, and stock phrases.

        So is a first one that names nothing; an all-clear never is.
        """
        if sent.fact.update.state in OVER or len(own_words(sent.fact.update)) >= SAID:
            return False
        return not claims_in(sent) if self.last is None else not self.moved(sent)


def claims_in(sent: Sent) -> frozenset[object]:
    """Everything that an update claims beside its state; what it leaves out is no claim."""
    update = sent.fact.update
    said = {"scope": tuple(sorted(update.scope)), "cause": update.cause, "data": update.data}
    more = {"workaround": update.workaround, "eta": update.eta}
    return frozenset((what, value) for what, value in (said | more).items() if value)
