"""By the book: whoever runs what is ill outside is called, and makes the changes that only they can make."""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import Contacted, Said
from simulator.domain.scenario import Clue
from simulator.exercise.players.book_known import likeliest, something_told
from simulator.exercise.players.book_passing import LIKELY
from simulator.exercise.players.book_people import once
from simulator.exercise.sight import Sight


def outside(sight: Sight, said: set[str]) -> Iterator[str]:
    """A call to each provider in whose part something was found, or would be. They answer when they do."""
    if not sight.board.severity or sight.board.mitigated is not None:
        return
    for place, provider in sight.organisation.contacts.items():
        if f"call {provider.name}" not in said and not called(sight, place) and _points(sight, place):
            yield from once(said, f"call {provider.name}", f"page {provider.name}")


def _points(sight: Sight, place: str) -> bool:
    """Whether a look there found something, or what it is by all that was told would show there most."""
    if any(clue.place == place and clue.clue for clue in sight.board.clues):
        return True
    clues = sight.scenario.clues.get(place, ())
    if not clues or not something_told(sight):
        return False
    cause, share = likeliest(sight)
    return share >= LIKELY and any(_marks(clue, cause) for clue in clues)


def _marks(clue: Clue, cause: str) -> bool:
    """Whether a clue is mostly heard under one cause."""
    odds = clue.odds.get(cause, 0.0)
    return odds >= LIKELY and all(odds > 2 * other for name, other in clue.odds.items() if name != cause)


def called(sight: Sight, place: str) -> bool:
    """Whether the provider of a place was called."""
    provider = sight.organisation.contacts.get(place)
    return provider is not None and any(fact.who == provider.name for _, fact in each(sight.seen, Contacted))


def maker(sight: Sight, place: str) -> str:
    """Who is free to change a place now: whoever runs it outside, once they have answered, else one of us."""
    provider = sight.organisation.contacts.get(place)
    if provider is None:
        return sight.hands(place)
    reached = any(fact.who == provider.name for _, fact in each(sight.seen, Said))
    return provider.name if reached and not sight.busy(provider.name) else ""


def fetched(sight: Sight, place: str) -> Iterator[str]:
    """The page for whoever can change a place, unless somebody is here or on the way."""
    provider = sight.organisation.contacts.get(place)
    if provider is not None:
        yield "" if called(sight, place) else f"page {provider.name}"
    elif not sight.able(place) and not sight.coming(place):
        yield sight.summon(place)
