"""What the people on the call are owed by whoever leads, and the words that settle it."""

from collections.abc import Collection, Iterator, Mapping

from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.fact import NotKnown
from simulator.domain.prose import Names
from simulator.domain.value import Value
from simulator.exercise.going_on import A_BIT, asking
from simulator.exercise.roles import missing
from simulator.exercise.sight import Sight
from simulator.exercise.sitreps import sitrep_due
from simulator.exercise.standing_by import free, idle_since

SOON = 3 * MINUTE
"""What will be due so soon is told already."""


class Owed(Value):
    """Something owed: in a few words for the status, and the command that settles it."""

    what: str
    say: str

    def __str__(self) -> str:
        return f"{self.what} ({self.say})"


def owed(sight: Sight, filled: Collection[str] = ()) -> list[Owed]:
    """What is owed now, the most urgent first; nothing before it is declared, nor once it is resolved.

    Roles that are `filled` by somebody who has not spoken yet are not owed.
    """
    board = sight.board
    if not board.severity or board.resolved is not None:
        return []
    early = (
        []
        if board.mitigated is not None
        else [*_roles(sight, filled), *_freeze(sight), *_unled(sight), *_over(sight), *_waits(sight)]
    )
    late = [] if board.mitigated is not None else list(_idle(sight))
    return [*early, *_sitrep(sight), *late]


def _roles(sight: Sight, filled: Collection[str]) -> Iterator[Owed]:
    for role in missing(sight):
        spoken = role.replace("-", " ")
        if role not in filled:
            yield Owed(f"no {spoken} yet", f"assign {spoken} to SOMEBODY on the call")


def _freeze(sight: Sight) -> Iterator[Owed]:
    severe = sight.board.severity in sight.doctrine.severe
    if severe and not sight.board.frozen:
        yield Owed("other teams still change production", "freeze")


def _unled(sight: Sight) -> Iterator[Owed]:
    """Workstreams whose leader has left: nobody reports from there any more."""
    for name, stream in sight.board.workstreams.items():
        if sight.board.people.get(stream.leader) == "left":
            told = f"{_name(sight, stream.leader)}, who led workstream {name}, has left"
            yield Owed(told, f"close workstream {name}, or open it anew under SOMEBODY")


def _over(sight: Sight) -> Iterator[Owed]:
    """Looks that have gone on for longer than was agreed."""
    for work in sight.board.work.values():
        began = work.began
        known = work.owner in sight.organisation.people
        if work.what == "investigate" and work.within and known and sight.now >= began + work.within:
            name = _name(sight, work.owner)
            yield Owed(f"{name}'s time-box is over", f"ask {name.lower()} for progress")


def _waits(sight: Sight) -> Iterator[Owed]:
    names = Names.of(sight.organisation)
    for person, fact in _standing_by(sight).items():
        yield Owed(
            f"{_name(sight, person)} waits whether to go on at {fact.place.rstrip('?')}",
            f"{go_on(fact, names)}, or give other work",
        )


def _standing_by(sight: Sight) -> Mapping[str, NotKnown]:
    """Who ran out of time at a place, and has stood by since to be told whether to go on."""
    asked = asking(sight.seen)
    return {person: asked[person] for person in free(sight) if person in asked}


def stands_by(sight: Sight) -> Mapping[str, str]:
    """Who waits whether to go on with a look, each with the words that let them."""
    names = Names.of(sight.organisation)
    return {person: go_on(fact, names) for person, fact in _standing_by(sight).items()}


def go_on(fact: NotKnown, names: Names) -> str:
    """The words that let somebody go on with a look for which they had too little time."""
    return f"investigate {fact.place} by {names[fact.person].lower()} within {A_BIT // MINUTE}m"


def _sitrep(sight: Sight) -> Iterator[Owed]:
    due = sitrep_due(sight)
    if due is not None and sight.now >= due - SOON:
        yield Owed("the call waits for a sitrep", "sitrep STATE, TASKS, NEXT TIME")


def _idle(sight: Sight) -> Iterator[Owed]:
    most = sight.doctrine.threshold("idle at most")
    for person in free(sight):
        idle, name = sight.now - idle_since(sight, person), _name(sight, person)
        if idle >= most - SOON:
            told = f"{name} has had nothing to do for {show_minutes(idle)}"
            yield Owed(told, f"ask {name.lower()} for a theory, give work, or release {name.lower()}")


def _name(sight: Sight, person: str) -> str:
    return Names.of(sight.organisation)[person]
