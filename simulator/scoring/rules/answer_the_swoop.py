"""Answer the swoop: someone senior who steps in soon has an answer, and the response goes on.

Once somebody senior stands in the room, they have to be answered there, or their audience has to hear,
within `answer a swoop within`, or they take command themselves; to hand it to somebody else tells them
nothing. The first of these counts, whoever of the response says it, unless they insisted right after it: what
left open why they came was no answer. Whoever steps back has had one. Later earns less, and nothing at three
times that time. What they proposed counts for nothing here: if it was bad to do, the change itself is judged.

Why: an executive who steps in takes the attention of everybody, and each word costs more while they wait.
They are told what is going on, or asked whether they wish to take command; nothing is done because they said
so (PD-IC; G4, X9).

Exception: an incident that was over before the time was up; whoever comes when the commander has left finds
nobody, and that is another fault.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:20:00 swooped who=leadership audience=leadership says="Roll it back!"
    0:22:00 posted audience=leadership state=investigating next_in=30m

Fail:
    0:03:00 declared severity=P1 commander=you
    0:20:00 swooped who=leadership audience=leadership says="Roll it back!"
    0:21:00 change-ordered id=c1 change="roll back app" owner=bo
    0:45:00 noted text="they are still waiting"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CommandHanded, Posted, Replied, StakeholderAsked, SteppedBack, Swooped
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock, minutes

NAME = "answer-the-swoop"
AXIS: Axis = "command"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """A mark for everyone who stepped in."""
    within = case.doctrine.threshold("answer a swoop within")
    for entry, swoop in each(case.seen, Swooped):
        if not case.hears(swoop.audience) or not case.leads(entry.at):
            continue
        who = capital(swoop.who)
        answer = _answer(case, entry, swoop)
        if answer is not None and answer.at <= max(case.over, entry.at + within):
            waited = answer.at - entry.at
            earned = falling(waited, within, NOTHING_AT * within)
            summary = f"{who} stepped in at {clock(entry.at)} and had an answer after {minutes(waited)}."
            yield Mark(NAME, AXIS, earned, 1.0, summary, (entry.number, answer.number), entry.at)
        elif case.over >= entry.at + within:
            words = (line for line in case.seen if line.number > entry.number and _answers(line, swoop))
            in_vain = answer is None and any(words)
            left = "heard nothing that let them go" if in_vain else "was left without an answer"
            summary = f"{who} stepped in at {clock(entry.at)} and {left}."
            yield Mark(NAME, AXIS, 0.0, 1.0, summary, (entry.number,), entry.at)


def _answer(case: Case, swoop: Entry, fact: Swooped) -> Entry | None:
    """The first line after on which they had what they came for."""
    later = [entry for entry in case.seen if entry.number > swoop.number]
    asked = each(later, StakeholderAsked)
    insisted = {one.because for one, question in asked if question.audience == fact.audience}
    answers = (entry for entry in later if _answers(entry, fact))
    return next((entry for entry in answers if entry.number not in insisted), None)


def _answers(entry: Entry, swoop: Swooped) -> bool:
    match entry.fact:
        case Posted(update=update):
            return update.audience == swoop.audience
        case Replied(audience=audience) | SteppedBack(audience=audience):
            return audience == swoop.audience
        case CommandHanded(person=person):
            return person == swoop.who
        case _:
            return False
