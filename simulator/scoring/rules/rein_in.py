"""Rein in: who acts alone or derails the call is answered soon; nobody else is told off.

When it comes out that somebody made a change that nobody had ordered, or when somebody fights the room,
they are warned or let go `rein in within`; a freeze that was not in place answers a change, too, and so does
having it undone. Later earns less, and nothing at three times that time. A warning for somebody who did
neither earns nothing.

Why: one group changes the system, and others ask (SRE14; B9, X3). A belligerent gets one plain warning and
then leaves the call (PD-IC; G4). Let go by, it is the rule of the call from then on.

Exception: an incident that was over before the time was up, whoever left by themselves, and what was done
after the commander had left: that is another fault.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:20:00 acted-alone person=bo id=c1 change="restart app" says="I have restarted it."
    0:22:00 warned person=bo

Fail:
    0:03:00 declared severity=P1 commander=you
    0:20:00 acted-alone person=bo id=c1 change="restart app" says="I have restarted it."
    0:45:00 noted text="nobody said anything"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ActedAlone, Frozen, Left, Said, TaskGiven, Warned
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock, minutes

NAME = "rein-in"
AXIS: Axis = "command"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """A mark for everyone who broke ranks, each time until they were answered, and for each idle warning."""
    answered: dict[str, int] = {}
    offences = tuple(_offences(case))
    for entry, person, what in offences:
        if answered.get(person, 0) <= entry.number:
            answer = _answer(case, entry, person)
            answered[person] = case.beyond if answer is None else answer.number
            yield from _judged(case, entry, person, what, answer)
    for entry, warned in each(case.seen, Warned):
        if not any(person == warned.person and line.number < entry.number for line, person, _ in offences):
            who = case.organisation.called(warned.person)
            summary = f"{who} was warned at {clock(entry.at)} for nothing that was known."
            yield Mark(NAME, AXIS, 0.0, 1.0, summary, (entry.number,), entry.at)


def _offences(case: Case) -> Iterator[tuple[Entry, str, str]]:
    """Who broke ranks, on which line, and how."""
    for entry in (line for line in case.seen if case.leads(line.at)):
        match entry.fact:
            case ActedAlone(person=person, change=change):
                yield entry, person, f"made '{change}' unasked"
            case Said(who=who) if _fights(case, entry, who):
                yield entry, who, "fought the room"


def _fights(case: Case, entry: Entry, who: str) -> bool:
    """Whether a belligerent spoke up by themselves: nobody had said or done anything that they answered."""
    known = case.organisation.people.get(who)
    unprompted = not entry.because and not entry.source
    return known is not None and known.temper == "belligerent" and unprompted


def _answer(case: Case, offence: Entry, person: str) -> Entry | None:
    later = (entry for entry in case.seen if entry.number > offence.number)
    return next((entry for entry in later if _reins(entry, offence, person)), None)


def _reins(entry: Entry, offence: Entry, person: str) -> bool:
    match entry.fact:
        case Warned(person=who) | Left(person=who):
            return who == person
        case Frozen():
            return isinstance(offence.fact, ActedAlone)
        case TaskGiven(what="revert", subject=change):
            return isinstance(offence.fact, ActedAlone) and offence.fact.change == change
        case _:
            return False


def _judged(case: Case, entry: Entry, person: str, what: str, answer: Entry | None) -> Iterator[Mark]:
    within, who = case.doctrine.threshold("rein in within"), case.organisation.called(person)
    told = f"{who} {what} ({clock(entry.at)})"
    if answer is not None and answer.at <= max(case.over, entry.at + within):
        waited = answer.at - entry.at
        earned = falling(waited, within, NOTHING_AT * within)
        summary = f"{told} and was answered after {minutes(waited)}."
        yield Mark(NAME, AXIS, earned, 1.0, summary, (entry.number, answer.number), entry.at)
    elif case.over >= entry.at + within:
        yield Mark(NAME, AXIS, 0.0, 1.0, f"{told}, and nobody said a word.", (entry.number,), entry.at)
