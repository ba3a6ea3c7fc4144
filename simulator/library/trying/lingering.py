"""What lingers: plays in which the cause was cured, and an overload went on to the end all the same."""

from collections import Counter
from collections.abc import Iterable

from simulator.domain.value import Value
from simulator.library.trying.attempt import Tried

BOOK = "by-the-book"


class Lingering(Value):
    """Of the plays that were cured in time, how many did not end, and what was overloaded then."""

    cured: int
    stayed: int
    kept: tuple[str, ...]

    @property
    def mostly(self) -> bool:
        """Whether a cure mostly does not end it."""
        return self.stayed * 2 > self.cured


def lingering(plays: Iterable[Tried]) -> Lingering:
    """What plays by the book say of it, or anyone's where there are none; what kept most of them comes first.

    Who changes everything may well break something else, and that says nothing of the cause.
    """
    some = tuple(plays)
    careful = [tried for tried in some if tried.player == BOOK] or some
    cured = [tried for tried in careful if tried.cured]
    stayed = [tried for tried in cured if tried.over is None and tried.kept]
    times = Counter(name for tried in stayed for name in tried.kept)
    return Lingering(len(cured), len(stayed), tuple(name for name, _ in times.most_common()))
