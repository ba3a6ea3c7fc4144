"""What a timeline records at all: what is missing from it may have happened where nobody wrote it down."""

from typing import Literal, TypeAlias

from simulator.domain.history import EventKind
from simulator.domain.value import Value

Aspect: TypeAlias = EventKind | Literal["scope", "finding"]
"""What a timeline may record: kinds of event, what each post named as affected, what was found out."""
News: TypeAlias = Literal["claims", "words", "unknown"]


class Records(Value):
    """What a timeline would show if it had happened. None stands for everything, as in an exercise.

    `audiences` are those whose updates are in view. `news` is how one can tell that an update says something
    new: by its claims, by its words, or not at all (a status page shows other components with the same
    words). `unread` are the lines of updates that may have promised the next one in words that were not
    understood; `unmarked` those that gave no state of their own, and are taken to be in the one before.
    """

    aspects: frozenset[Aspect] | None = None
    audiences: frozenset[str] | None = None
    news: News = "claims"
    unread: frozenset[int] = frozenset()
    unmarked: frozenset[int] = frozenset()

    @property
    def real(self) -> bool:
        """Whether it was written down of something real, rather than made by an exercise."""
        return self.aspects is not None

    def shows(self, *aspects: Aspect) -> bool:
        """Whether every one of these would be seen here if it had happened."""
        return self.aspects is None or self.aspects.issuperset(aspects)

    def hears(self, audience: str) -> bool:
        """Whether the updates to an audience would be seen here."""
        return self.audiences is None or audience in self.audiences


EVERYTHING = Records()
"""The records of an exercise: whatever is done in it stands on its timeline."""
