"""Who may be told of an incident, and who of them has asked something and had no word since."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry, read_by
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
    return dict(read_by(seen, _TURNS, _reader(company)).asked)


@lru_cache(maxsize=32)
def _reader(company: Organisation) -> "Callable[[], Asked]":
    return partial(Asked, company)


class Asked:
    """Reads who outside asks and who is told: `asked` are the questions that stand, by audience."""

    def __init__(self, company: Organisation) -> None:
        self._company = company
        self.asked: dict[str, Question] = {}
        self._put: dict[str, Question] = {}
        self._given: dict[int, int] = {}

    def take(self, entry: Entry) -> None:
        """One more line."""
        match entry.fact:
            case TaskStarted(what="write"):
                self._given[entry.number] = entry.because
            case Posted(update=update):
                self._told(update.audience, self._given.get(entry.because, entry.because) or entry.number)
            case Replied(audience=audience) | SteppedBack(audience=audience):
                self._told(audience, entry.number)
            case Said(who=who) | StakeholderAsked(who=who) | Escalated(who=who):
                self._asks(entry, who)
            case _:
                pass

    def _asks(self, entry: Entry, who: str) -> None:
        audience = asks_for(entry.fact, self._company)
        question = Question(who, audience, entry.at, entry.number)
        if audience:
            self.asked.setdefault(audience, question)
        if audience and isinstance(entry.fact, Said):
            self._put[audience] = question

    def _told(self, audience: str, words: int) -> None:
        """An audience has had word, whose words were given on a line: what was asked since then stands."""
        self.asked.pop(audience, None)
        if audience in self._put and self._put[audience].number > words:
            self.asked[audience] = self._put[audience]
        else:
            self._put.pop(audience, None)
