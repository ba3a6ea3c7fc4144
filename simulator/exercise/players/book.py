"""The player that does everything by the book: what good ordinary command looks like."""

from collections.abc import Iterator

from simulator.exercise.players.book_changes import changes
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight


class ByTheBook(WellMannered):
    """Declares, staffs, tells, tries the best option, verifies, and winds down, one thing at a time.

    It knows the organisation, the doctrine and how likely things are, as an experienced commander would;
    what is really wrong it learns like anyone.
    """

    name = "by-the-book"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The best next step on what is known, one at a time, each seen through."""
        yield from changes(sight, self.said)
