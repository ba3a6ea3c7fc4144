"""Who may be told of an incident, and who of them has asked something and had no word since."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry, about
from simulator.domain.fact import (
    Escalated,
    Fact,
    Posted,
    Replied,
    Said,
    StakeholderAsked,
    SteppedBack,
    TaskStarted,
)
from simulator.domain.organisation import Organisation
from simulator.domain.reply_words import tells


class Question(NamedTuple):
    """What somebody outside the response asked, and when, on which line."""

    who: str
    audience: str
    at: int
    number: int = 0


def audiences_of(company: Organisation, doctrine: Doctrine) -> Sequence[str]:
    """All who can be told: those whom the process has a clock for, and whoever else hears of the company."""
    heard = (who.hears for who in company.stakeholders.values() if who.hears)
    return tuple(dict.fromkeys((*doctrine.clocks, *heard)))


def asks_for(fact: Fact, company: Organisation) -> str:
    """The audience that wants an answer by what somebody outside said; empty where nobody does."""
    match fact:
        case StakeholderAsked(audience=audience) | Escalated(audience=audience):
            return audience
        case Said(who=who, says=says) if "?" in says and who in company.stakeholders:
            return company.stakeholders[who].hears
    return ""


def is_word(reply: Replied) -> bool:
    """Whether an answer tells who asked something: a time, or a sentence, and not only when there is more."""
    return reply.how == "eta" or tells(reply.text)


_TURNS = frozenset({Said, StakeholderAsked, Escalated, Posted, Replied, SteppedBack, TaskStarted})


def unanswered(seen: Iterable[Entry], company: Organisation) -> Mapping[str, Question]:
    """The first question of each audience that has been told nothing since.

    Any update is word for who asks for news. A question of somebody's own is not answered by an update whose
    words were given before it was put.
    """
    asked: dict[str, Question] = {}
    put: dict[str, Question] = {}
    given: dict[int, int] = {}
    for entry in about(seen, _TURNS):
        match entry.fact:
            case TaskStarted(what=what):
                given |= {entry.number: entry.because} if what == "write" else {}
            case Posted(update=update):
                words = given.get(entry.because, entry.because) or entry.number
                _told(update.audience, words, asked, put)
            case Replied(audience=audience) | SteppedBack(audience=audience):
                _told(audience, entry.number, asked, put)
            case Said(who=who) | StakeholderAsked(who=who) | Escalated(who=who):
                audience = asks_for(entry.fact, company)
                question = Question(who, audience, entry.at, entry.number)
                if audience:
                    asked.setdefault(audience, question)
                if audience and isinstance(entry.fact, Said):
                    put[audience] = question
    return asked


def _told(audience: str, words: int, asked: dict[str, Question], put: dict[str, Question]) -> None:
    """An audience has had word, whose words were given on a line: what was asked since then stands."""
    asked.pop(audience, None)
    if audience in put and put[audience].number > words:
        asked[audience] = put[audience]
    else:
        put.pop(audience, None)
