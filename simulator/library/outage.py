"""An outage ready to be played: scenario, doctrine, and the texts that both were made from."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from simulator.authoring import Reading, read_doctrine, read_organisation, read_scenario
from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.domain.source import Source
from simulator.domain.value import Value, replace
from simulator.library.trouble import Faulty

if TYPE_CHECKING:
    from simulator.exercise import Exercise

T = TypeVar("T")


class Outage(Value):
    """A scenario with the doctrine it is commanded by; `sources` are their files, for the recording."""

    scenario: Scenario
    doctrine: Doctrine
    sources: tuple[Source, ...] = ()

    def exercise(self, seed: int, journal: "Callable[[str], None] | None" = None) -> "Exercise":
        """The outage, running from its first second; the engine is not loaded before."""
        from simulator.exercise import Exercise

        return Exercise(self.scenario, self.doctrine, seed, sources=self.sources, journal=journal)


class Written(Value):
    """A source with the path that problems in it are told by: its own name when it comes from a recording."""

    source: Source
    path: Path | str


@lru_cache(maxsize=48)
def make(organisation: Written, doctrine: Written, scenario: Written, doctrines: tuple[str, ...]) -> Outage:
    """The outage in three texts. Raises `Faulty` for the first of them that has problems.

    The same texts are the same outage, made once.
    """
    company = _sound(organisation, read_organisation(organisation.source.text, organisation.source.name))
    process = process_in(doctrine)
    text, name = scenario.source.text, scenario.source.name
    outage = _sound(scenario, read_scenario(text, name, company, doctrines))
    return Outage(outage, process, (organisation.source, doctrine.source, scenario.source))


def process_in(doctrine: Written) -> Doctrine:
    """The doctrine in a text. Raises `Faulty` for one that has problems."""
    return _sound(doctrine, read_doctrine(doctrine.source.text, doctrine.source.name))


def _sound(written: Written, reading: Reading[T]) -> T:
    if reading.value is None:
        here = str(written.path)
        problems = tuple(replace(each, origin=replace(each.origin, file=here)) for each in reading.problems)
        raise Faulty(here, problems, written.source.text)
    return reading.value
