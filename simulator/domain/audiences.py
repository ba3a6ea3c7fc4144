"""Who may be told of an incident, and who of them has asked something and had no word since."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry, about
from simulator.domain.fact import Escalated, Fact, Posted, Replied, Said, StakeholderAsked, SteppedBack
from simulator.domain.organisation import Organisation


class Question(NamedTuple):
    """What somebody outside the response asked, and when."""

    who: str
    audience: str
    at: int


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


_TURNS = frozenset({Said, StakeholderAsked, Escalated, Posted, Replied, SteppedBack})


def unanswered(seen: Iterable[Entry], company: Organisation) -> Mapping[str, Question]:
    """The first question of each audience that has been told nothing since."""
    asked: dict[str, Question] = {}
    for entry in about(seen, _TURNS):
        match entry.fact:
            case Posted(update=update):
                asked.pop(update.audience, None)
            case Replied(audience=audience) | SteppedBack(audience=audience):
                asked.pop(audience, None)
            case Said(who=who) | StakeholderAsked(who=who) | Escalated(who=who):
                audience = asks_for(entry.fact, company)
                if audience:
                    asked.setdefault(audience, Question(who, audience, entry.at))
    return asked
