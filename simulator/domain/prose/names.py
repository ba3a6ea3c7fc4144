"""Who is who: ids as people say them, and how a signal's readings are spelled."""

from collections.abc import Callable, Mapping, Sequence

from simulator.domain.duration import show_minutes
from simulator.domain.entry import Entry, first
from simulator.domain.fact import TakenOver
from simulator.domain.organisation import Organisation, Person, Shows
from simulator.domain.prose.capital import capital
from simulator.domain.seats import COMMANDER, FACILITATOR, OTHERS, RELIEVED
from simulator.domain.succession import Chair
from simulator.domain.value import Value, field

YOU = "you"
ANOTHER = "the commander"
"""Who led before one took over."""
_YOURS = {"is": "are", "has": "have", "does": "do", "goes": "go", "watches": "watch", "passes": "pass"}


class Names(Value, eq=False):
    """What people and seats are called, and what each signal shows. Unknown ids are called by their id."""

    people: Mapping[str, str] = field(default_factory=dict)
    shows: Mapping[str, Shows] = field(default_factory=dict)

    @classmethod
    def of(cls, organisation: Organisation, commander: str = YOU) -> "Names":
        """The names of an organisation's people; the commander is `you` unless told otherwise."""
        people = organisation.people.values()
        shared = [person.first_name for person in people]
        called = {person.id: _called(person, shared.count(person.first_name) > 1) for person in people}
        shows = {signal.name: signal.shows for signal in organisation.signals.values()}
        seats = {seat: f"the {seat.replace('-', ' ')}" for seat in (*OTHERS, FACILITATOR)}
        return cls({**seats, **called, COMMANDER: commander, RELIEVED: commander}, shows)

    def led_by(self, commander: str) -> "Names":
        """These names, with another one for the commander."""
        return Names({**self.people, COMMANDER: commander}, self.shows)

    def __getitem__(self, person: str) -> str:
        return self.people.get(person, YOU if person == COMMANDER else person)

    def start(self, person: str) -> str:
        """A name as a sentence begins with it."""
        return capital(self[person])

    def does(self, person: str, verb: str) -> str:
        """The beginning of a sentence: `Bo joins`, `You join`."""
        return f"{self.start(person)} {self.verb(person, verb)}"

    def verb(self, person: str, verb: str) -> str:
        """A verb as it goes with a name: `takes`, but `take` after `you`."""
        return _YOURS.get(verb, verb.removesuffix("s")) if self[person] == YOU else verb

    def reading(self, signal: str, value: float) -> str:
        """A signal's value as people say it: `21 %`, `12 min`; `4.2x` is that many times the usual."""
        shows = self.shows.get(signal)
        if shows is None:
            return f"{value:g}"
        if shows == "latency":
            return f"{value:.2g}x" if value < 10 else f"{value:.0f}x"
        if shows == "waiting":
            return show_minutes(round(value))
        return f"{100 * value:.0f} %" if value >= 0.1 else f"{100 * value:.1f} %"


def _called(person: Person, ambiguous: bool) -> str:
    return person.name if ambiguous else person.first_name


def told_by(entries: Sequence[Entry], names: Names) -> Callable[[Entry], Names]:
    """The names to tell each entry by. The entries may grow meanwhile.

    Somebody else is the commander before one takes over, and while they lead on after a hand-over.
    """
    begun = first(entries, TakenOver)
    before, chair = names.led_by(ANOTHER), Chair(entries)

    def of(entry: Entry) -> Names:
        if begun and entry.number < begun.number:
            return before
        leads = chair.at(entry.number)
        return names.led_by(names[leads]) if leads else names

    return of
