"""An expert's doubt: whoever looked takes it for another cause than the one that stands out."""

from simulator.domain.entry import each
from simulator.domain.fact import Answered
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims.owned_up import CAUTION
from simulator.scoring.ledger import effect
from simulator.scoring.ledger.cause import Suspicion

THEORY = "theory"
HALF = 0.5


class Doubt(Value):
    """Who named which other cause, when, and on which line."""

    who: str
    cause: str
    at: int
    entry: int


def doubted(case: Case, at: int, line: int, thought: Suspicion) -> Doubt | None:
    """The last theory that an expert put more surely than not, if it names another cause than the likeliest.

    Only one that was given after what makes the likeliest stand out: before that they did not know of it. It
    holds until a change was seen to help since, and no longer than `CAUTION`.
    """
    told = (
        (entry, fact) for entry, fact in each(case.seen, Answered)
        if fact.topic == THEORY and max(thought.entries, default=0) < entry.number < line
    )  # fmt: skip
    entry, fact = max(told, key=lambda one: one[0].number, default=(None, None))
    if entry is None or fact is None or fact.sure < HALF or at >= entry.at + CAUTION:
        return None
    helped = effect.seen(case, line)
    other = _named(case, fact.says)
    if not other or other == thought.ranked[0][0] or (helped and helped.since >= entry.at):
        return None
    return Doubt(case.organisation.called(fact.person), other, entry.at, entry.number)


def _named(case: Case, says: str) -> str:
    """The one cause that is named in so many words, empty when none or several are."""
    named = [name for name in case.scenario.causes if name.casefold() in says.casefold()]
    return named[0] if len(named) == 1 else ""
