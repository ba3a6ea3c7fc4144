"""Who was called, who was there, and what each worked on."""

from simulator.debrief.reader import Reader, Spoken
from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded, Joined, Left, Paged, PageUnanswered, TaskEnded, TaskStarted
from simulator.domain.prose import Names
from simulator.domain.prose.names import YOU
from simulator.domain.prose.people import working
from simulator.domain.seats import COMMANDER, TRAINEES
from simulator.domain.value import Value
from simulator.scoring.case import Case


class Task(Value):
    """A piece of work in someone's hands."""

    what: str
    subject: str
    since: int
    until: int
    says: str
    entry: int


class PersonLane(Value):
    """One person: paged, on the call from `joined` to `left`, with what they worked on."""

    id: str
    name: str
    paged: int | None
    unanswered: bool
    joined: int | None
    left: int
    tasks: tuple[Task, ...]


class Utterance(Value):
    """A command that `by` gave, and the attention it took."""

    at: int
    until: int
    text: str
    entry: int
    by: str = YOU


def utterances_of(case: Case, reader: Reader) -> tuple[Utterance, ...]:
    """What was said, and when: the commander's words, or those of everybody in a team."""
    seats = TRAINEES if reader.team else (case.seat,)
    said = (Spoken(e, e.fact) for e in case.entries if isinstance(e.fact, Commanded) and e.fact.seat in seats)
    return tuple(
        Utterance(e.at, e.at + fact.takes, fact.text, e.number, reader.called(Spoken(e, fact)))
        for e, fact in said
    )


def people_of(case: Case, reader: Reader) -> tuple[PersonLane, ...]:
    """A lane for everyone who was paged, joined or worked, the commander first, then as they come up."""
    names = reader.names(case.entries[0]) if case.entries else Names()
    ids: dict[str, None] = {}
    for entry in case.seen:
        person = _who(entry)
        if person:
            ids.setdefault(person)
    return tuple(_lane(case, person, names) for person in sorted(ids, key=lambda each: each != COMMANDER))


def _who(entry: Entry) -> str:
    match entry.fact:
        case Paged(person=person) | Joined(person=person):
            return person
        case TaskStarted(owner=owner):
            return owner
        case _:
            return ""


def _lane(case: Case, person: str, names: Names) -> PersonLane:
    def second(kind: type[Paged] | type[Joined] | type[Left]) -> int | None:
        return next((e.at for e in case.seen if isinstance(e.fact, kind) and e.fact.person == person), None)

    joined, left = second(Joined), second(Left)
    missed = any(isinstance(e.fact, PageUnanswered) and e.fact.person == person for e in case.seen)
    return PersonLane(
        person, names.start(person), second(Paged), missed and joined is None,
        0 if person == COMMANDER else joined, case.end if left is None else left, _tasks(case, person),
    )  # fmt: skip


def _tasks(case: Case, person: str) -> tuple[Task, ...]:
    ended = {e.fact.task: e.at for e in case.seen if isinstance(e.fact, TaskEnded)}
    found = []
    for entry in case.seen:
        fact = entry.fact
        if isinstance(fact, TaskStarted) and fact.owner == person:
            until = ended.get(fact.task, case.end)
            says = working(fact.what, fact.subject)
            found.append(Task(fact.what, fact.subject, entry.at, until, says, entry.number))
    return tuple(found)
