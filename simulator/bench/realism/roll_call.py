"""A roll call: everyone is paged, asked with and without a name on it, and has every change made.

No way to lead an incident, but a way to see each person's answer and each kind of change often.
"""

from collections.abc import Iterator

from simulator.bench.realism.made import note_changes
from simulator.bench.realism.people import note_pages
from simulator.bench.realism.sample import Notes
from simulator.bench.realism.verifying import note_verifications
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import Interrupted, TaskGiven, TaskStarted
from simulator.domain.scenario import Scenario
from simulator.domain.seats import COMMANDER
from simulator.domain.value import replace
from simulator.exercise import Exercise
from simulator.library import Outage

GATHERED = HOUR
"""Everyone who comes has come by then."""
APART = 500_000
"""A roll call has seeds of its own, so that nobody's luck is seen twice."""
TAKEN_BY = 10 * MINUTE
"""What nobody has taken up by then is not taken up."""
ASKED = 6
"""So many places are asked to be looked at, without a name."""
WATCHED, LONGEST = 26 * HOUR, 30 * HOUR
"""When what was made is watched, one by one, and when the roll call ends."""
LEFT_OUT = ("restore", "infrastructure")
"""Kinds that take so long that the end of the roll call would cut them off."""


def observe(outage: Outage, seed: int, notes: Notes) -> None:
    """Hold the roll call and note."""
    scenario = replace(outage.scenario, limit=LONGEST, injects=())
    exercise = Exercise(scenario, outage.doctrine, seed + APART)
    for text in _pages(scenario, next(iter(outage.doctrine.severities))):
        _say(exercise, text)
    exercise.tick(GATHERED)
    _ask_nobody(exercise, notes)
    for text in _orders(exercise):
        _say(exercise, text)
    exercise.tick(WATCHED)
    for attempt in exercise.board(COMMANDER).changes:
        _say(exercise, f"verify {attempt.change}" + "".join(_hands(exercise, attempt.change)))
    exercise.tick(LONGEST)
    note_pages(exercise.entries, scenario, notes)
    note_changes(exercise.entries, scenario, notes, seed + APART)
    note_verifications(exercise.entries, scenario, notes)
    for _, fact in each(exercise.entries, Interrupted):
        notes.take("interruption", fact.seconds / MINUTE)


def _say(exercise: Exercise, text: str) -> None:
    exercise.tick(exercise.free_at(COMMANDER))
    exercise.submit(COMMANDER, text)


def _pages(scenario: Scenario, severity: str) -> Iterator[str]:
    yield f"declare {severity}"
    for person in scenario.organisation.people.values():
        yield f"page {person.name}"


def _ask_nobody(exercise: Exercise, notes: Notes) -> None:
    """Ask for looks without a name; whoever takes one is asked something in the middle of it."""
    for place in _known(exercise)[:ASKED]:
        heard = len(exercise.entries)
        _say(exercise, f"investigate {place}")
        given = next((e for e, fact in each(exercise.entries[heard:], TaskGiven) if not fact.owner), None)
        if given is None:
            continue
        began = _taken_up(exercise, heard, given.at + TAKEN_BY)
        notes.take("never taken up", 1 if began is None else 0)
        if began is not None:
            notes.took("taken up", given.at, began)
        _interrupt(exercise)
        exercise.tick(exercise.now + 2 * TAKEN_BY)


def _taken_up(exercise: Exercise, heard: int, until: int) -> int | None:
    """When somebody starts on what was asked; None when nobody has by a second."""
    while exercise.now < until:
        exercise.tick(exercise.now + MINUTE)
        started = next(each(exercise.entries[heard:], TaskStarted), None)
        if started:
            return started[0].at
    return None


def _interrupt(exercise: Exercise) -> None:
    people = exercise.scenario.organisation.people
    for work in tuple(exercise.board(COMMANDER).work.values()):
        if work.owner in people:
            _say(exercise, f"ask {people[work.owner].name} what can we try")


def _known(exercise: Exercise) -> list[str]:
    """The services that somebody on the call can look into."""
    return [service for service in exercise.scenario.organisation.services if _able(exercise, service)]


def _able(exercise: Exercise, place: str) -> list[str]:
    company = exercise.scenario.organisation
    here = [person for person in exercise.board(COMMANDER).here if person in company.people]
    return [company.people[person].name for person in here if company.can_work(person, place)]


def _hands(exercise: Exercise, change: str) -> list[str]:
    able = _able(exercise, exercise.scenario.organisation.runbook[change].on)
    return [f" by {name}" for name in able[:1]]


def _orders(exercise: Exercise) -> Iterator[str]:
    """Every change once, spread over those who can make it."""
    given: dict[str, int] = {}
    for change in exercise.scenario.organisation.runbook.values():
        able = _able(exercise, change.on)
        if able and change.kind not in LEFT_OUT:
            name = min(able, key=lambda each: given.get(each, 0))
            given[name] = given.get(name, 0) + 1
            yield f"order {change.name} by {name}"
