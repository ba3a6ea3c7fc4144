"""The patterns that were seen, in words: where, what that tends to lead to, what else one can do."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.patterns import PATTERNS, sightings
from simulator.scoring.patterns.documentation import PatternPage, pattern_page
from simulator.scoring.patterns.sighting import Sighting

SHOWN = 6
"""So many sightings of one pattern are told; more of them say nothing more."""


class Glimpse(Value):
    """One place at which a pattern was seen."""

    clock: str
    text: str
    entries: tuple[int, ...]


class PatternSeen(Value):
    """A pattern, how often it was seen, and the first few places."""

    name: str
    title: str
    about: str
    leads_to: str
    instead: str
    times: int
    glimpses: tuple[Glimpse, ...]

    @property
    def more(self) -> int:
        """How many places are not told."""
        return self.times - len(self.glimpses)


class Patterns(Value):
    """The patterns that were seen, of so many that are `known`."""

    known: int
    seen: tuple[PatternSeen, ...]


def patterns_of(case: Case) -> Patterns:
    """The patterns of a case, in the order of their list. They are no part of the score."""
    return Patterns(len(PATTERNS), tuple(_seen(sightings(case))))


def _seen(found: tuple[Sighting, ...]) -> Iterator[PatternSeen]:
    for name in dict.fromkeys(one.pattern for one in found):
        page, places = _pages()[name], [one for one in found if one.pattern == name]
        glimpses = tuple(Glimpse(show_clock(one.at), one.summary, one.evidence) for one in places[:SHOWN])
        yield PatternSeen(
            name, page.title, page.about, page.leads_to, page.instead, len(places), glimpses
        )  # fmt: skip


@lru_cache(maxsize=1)
def _pages() -> Mapping[str, PatternPage]:
    return {page.name: page for page in map(pattern_page, PATTERNS)}
