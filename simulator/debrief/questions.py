"""Questions for the debrief. They ask how, not why: how is answered with a story, why with an excuse."""

from collections.abc import Iterator, Mapping, Sequence

from simulator.debrief.changes import unasked
from simulator.debrief.choices import Card, telling
from simulator.debrief.story import Story
from simulator.domain.duration import show_clock
from simulator.domain.entry import first
from simulator.domain.fact import Objected, PageUnanswered, Swooped
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import Scorecard

AT_MOST = 7
LOST = 0.5
SET = "right-severity"
"""How a severity was decided is not asked where none was ever set."""

_BY_RULE: Mapping[str, str] = {
    "one-change-at-a-time": "How would you have known which of the two changes had helped, at {at}?",
    "verify-before-next": "How did you decide that you had seen enough of the change made at {at} to go on?",
    "right-signal": "How did you choose what to watch at {at}, and what would it show if you were wrong?",
    "undo-or-record": "How does the team know today what is still in place from this incident (see {at})?",
    "staged-first": "How did you weigh a small first form against doing it everywhere at once, at {at}?",
    "ask-for-objections": "How would a strong objection have been heard before the order at {at}?",
    "keep-the-evidence": "How does whoever restarts something keep what it could have told, before {at}?",
    "say-the-change-aloud": "How would someone who joined later have learnt why this was done at {at}?",
    "plan-b-at-hand": "How would the call have gone on if what was ordered at {at} had not helped?",
    "ask-what-is-quick": "How did the list of quick things to try come about?",
    "ask-what-changed": "How does the team learn what was shipped or set in the hour before, around {at}?",
    "no-repeats": "How did the option tried again at {at} come back on the table?",
    "think-again": "How was it noticed that the first theory no longer held, before {at}?",
    "check-hazards": "How did you judge that it was safe at {at}, and who could have told you otherwise?",
    "cap-the-easy-phase": "How did you notice that the quick options were running out, around {at}?",
    "declare-early": "How did you know that this was an incident, and how could you have known it earlier?",
    "first-post": "How did everyone who had to know learn of it, around {at}?",
    "scope-post": "How did you decide what to say about who is affected, at {at}?",
    "cadence": "How did you keep track of who was waiting for news, around {at}?",
    "approve-drafts": "How did you learn that the draft of {at} was waiting for you?",
    "another-way-out": "How would customers have heard without the status page, from {at} on?",
    "promises-kept": "How was the update promised by {at} remembered, and by whom?",
    "one-commander": "How did everybody on the call know who was leading, around {at}?",
    "fill-roles": "How was it decided who would take which role, around {at}?",
    "commander-commands": "How did the others go on while you were looking for yourself, from {at} on?",
    "named-owner": "How did the call know who was meant at {at}?",
    "time-boxes": "How long was it to take, what was asked for at {at}, and how did you keep track of that?",
    "span-of-control": "How could you still hear everybody, from {at} on?",
    "page-whom-you-need": "How did you decide who had to be there, and who could go, around {at}?",
    "freeze-other-change": "How would you have learnt of what other teams were changing, around {at}?",
    "rein-in": "How did the others take what was done, or said, at {at}?",
    "sitreps": "How did the people on the call know what was going on, from {at} on?",
    "true-state": "How sure were you of what was said at {at}, and what would have made you wait with it?",
    "true-scope": "How did you find out who was affected, before it was said at {at}?",
    "no-guesses": "How did what was only supposed become what was told, at {at}?",
    "data-stated": "How would you have found out what became of customers' data, before {at}?",
    "same-story": "How did people who had heard different things find that out, around {at}?",
    "news-in-it": "How would a reader have known, at {at}, what had changed since the last update?",
    "plain-words": "How does somebody who does not work here read what was written at {at}?",
    "hand-over": "How would you have noticed that it was time for somebody else to lead, around {at}?",
    "answer-the-swoop": "How did it go on for the call while someone senior waited, from {at} on?",
    "right-severity": "How did you decide how severe it was, around {at}, and what would have changed that?",
    "escalate-on-triggers": "How would the call have noticed by {at} that it had become more severe?",
    "measure-before-lowering": "How did you know at {at} that it was less severe than before?",
    "severity-not-debated": "How did what it is called come to be talked about, around {at}?",
    "resolve-on-recovery": "How did you know at {at} that customers were well and would stay so?",
    "end-promptly": "How was it decided who still had to be there, and who could go, before {at}?",
    "owned-follow-ups": "How will anyone know in two weeks what came of this, and who would ask?",
    "leave-no-residue": "How will what was switched off or held back find its way back to normal?",
    "no-tidy-up-in-the-night": "How did something come to be changed at {at}, with customers well?",
    "release-people": "How was it said who had to stay, and who could go, before {at}?",
}
_BY_VERDICT: Mapping[str, Mapping[str, str]] = {
    "true-state": {
        "under-claimed": "How sure were you of what was wrong at {at}, and what kept you from saying more?",
        "stale": "How would you have noticed that what had been said at {at} was no longer so?",
    }
}
"""What is asked where the usual question would be the wrong one, by the verdict on a claim."""


class Question(Value):
    """A question, and the lines it is about."""

    text: str
    entries: tuple[int, ...]


def questions_of(case: Case, card: Scorecard, cards: Sequence[Card], story: Story) -> tuple[Question, ...]:
    """A handful of questions, each once, by what they are about: choices, marks, people."""
    asked: dict[str, Question] = {}
    marks = [mark for mark in card.marks if mark.rule != SET or case.declared is not None]
    told = (
        *_choices(cards, story),
        *_undeclared(case),
        *_unasked(case),
        *about_marks(marks),
        *_people(case),
        *_always(),
    )
    for question in told:
        asked.setdefault(question.text, question)
    return tuple(list(asked.values())[:AT_MOST])


def _choices(cards: Sequence[Card], story: Story) -> Iterator[Question]:
    if story.changes:
        lane = story.changes[0]
        yield Question(f"How did you decide what to try first, at {show_clock(lane.ordered)}?", (lane.entry,))
    for card in telling(cards)[:2]:
        if not (story.changes and card.entries[:1] == (story.changes[0].entry,)):
            yield Question(_about(card), card.entries)


def _about(card: Card) -> str:
    if card.left:
        return f"How was it decided to leave at {card.clock}, and who was to lead from then on?"
    if card.chosen.name == "go on waiting":
        return f"How did the pause at {card.clock} come about, and how did it end?"
    return f"How did the choice at {card.clock} come about, to {card.chosen.name}?"


def about_marks(marks: Sequence[Mark]) -> Iterator[Question]:
    """One question for each rule that lost, the one that lost most first."""
    worst: dict[str, Mark] = {}
    for mark in sorted(marks, key=lambda mark: (-round(mark.lost, 6), mark.at, mark.rule)):
        worst.setdefault(mark.rule, mark)
    for rule, mark in worst.items():
        if mark.earned <= LOST and rule in _BY_RULE:
            yield Question(_asked(mark).format(at=show_clock(mark.at)), mark.evidence)


def _asked(mark: Mark) -> str:
    others = _BY_VERDICT.get(mark.rule, {}).items()
    return next((text for verdict, text in others if f"was {verdict}:" in mark.summary), _BY_RULE[mark.rule])


def _people(case: Case) -> Iterator[Question]:
    swooped, missed, objected = (first(case.seen, kind) for kind in (Swooped, PageUnanswered, Objected))
    if swooped:
        yield Question(
            f"How did the call change when someone stepped in at {show_clock(swooped.at)}?", (swooped.number,)
        )
    if missed:
        yield Question("How does a page that nobody answers reach the next person here?", (missed.number,))
    if objected:
        text = (
            f"How was the objection at {show_clock(objected.at)} heard, and what would have made it louder?"
        )
        yield Question(text, (objected.number,))


def _unasked(case: Case) -> Iterator[Question]:
    """About the first change that somebody of the company made on their own, known to the call or not."""
    for own in unasked(case)[:1]:
        if own.owner in case.organisation.people:
            who, clock = case.organisation.people[own.owner].first_name, show_clock(own.ordered)
            text = f"How would the call have learnt what {who} did unasked from {clock} on: '{own.change}'?"
            yield Question(text, (own.entry,))


def _undeclared(case: Case) -> Iterator[Question]:
    if case.declared is None:
        yield Question("How would anyone outside the call have known that there was an incident?", ())


def _always() -> Iterator[Question]:
    yield Question("How sure were you of the cause when you first acted on it, and what made you so?", ())
    yield Question("How would this have gone with the two most experienced people on leave?", ())
