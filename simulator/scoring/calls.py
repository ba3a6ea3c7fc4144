"""Waiting for someone who was paged: that is no idleness as long as they are needed for what is best."""

from collections.abc import Iterator

from simulator.domain.entry import Entry, each
from simulator.domain.fact import Joined, Paged, PageUnanswered
from simulator.reasoning import Choice
from simulator.scoring.case import Case
from simulator.scoring.outlook import outlook
from simulator.scoring.work import Work


def called(case: Case) -> Iterator[Work]:
    """The wait for each person who was needed, from the page until they joined or missed it."""
    for entry, page in each(case.seen, Paged):
        if _needed(case, entry, page.person):
            yield Work(entry.at, _answered(case, entry, page.person), page.person, entry.number)


def _needed(case: Case, entry: Entry, person: str) -> bool:
    """Whether they can work on what was best to do then, and nobody on the call could."""
    here = case.present(entry.number)
    if case.joined is None or case.joined.number > entry.number:
        return True
    seen = outlook(case, entry.at, entry.number)
    if seen is None:
        return False
    place = _place(case, seen.advice.best)
    return case.can_work(person, place) and not any(case.can_work(each_one, place) for each_one in here)


def _place(case: Case, choice: Choice) -> str:
    return choice.name if choice.kind == "look" else case.organisation.runbook[choice.name].on


def _answered(case: Case, entry: Entry, person: str) -> int:
    joined = (e.at for e, fact in each(case.seen, Joined) if fact.person == person)
    missed = (e.at for e, fact in each(case.seen, PageUnanswered) if fact.person == person)
    return min((at for at in (*joined, *missed) if at >= entry.at), default=case.end + 1)
