"""Whose words: from which seat somebody spoke who brought a line about, or all that a mark judges."""

from collections.abc import Mapping

from simulator.domain.fact import Commanded
from simulator.domain.seats import FACILITATOR
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.sighted import once


def seat_of(case: Case, line: int) -> str:
    """The seat whose words brought a line about, however many lines lie between; empty where nobody's did."""
    return _seats(case).get(line, "")


def seated(case: Case, mark: Mark) -> Mark:
    """A mark with the seat whose words it judges: those behind the last line it cites that was somebody's."""
    behind = (seat_of(case, line) for line in reversed(mark.evidence))
    seat = next((one for one in behind if one and one != FACILITATOR), "")
    return mark.by(seat) if seat else mark


@once
def _seats(case: Case) -> Mapping[int, str]:
    seats: dict[int, str] = {}
    for entry in case.entries:
        said = entry.fact.seat if isinstance(entry.fact, Commanded) else seats.get(entry.because, "")
        if said:
            seats[entry.number] = said
    return seats
