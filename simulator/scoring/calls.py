"""Waiting for someone who was paged: that is no idleness as long as they are needed for what is best."""

from collections.abc import Iterator

from simulator.domain.entry import Entry, each
from simulator.domain.fact import Joined, Paged, PageUnanswered
from simulator.reasoning import Choice
from simulator.scoring.case import Case
from simulator.scoring.outlook import outlook
from simulator.scoring.sighted import once
from simulator.scoring.work import Work


@once
def called(case: Case) -> tuple[Work, ...]:
    """The wait for each person who was needed, from the page until they joined or missed it.

    Until somebody is on the call, anybody is needed. Where another one could have been paged, a wait is work
    for `time box at most`: who has acknowledged and does not come is waited for no longer.
    """
    return tuple(_called(case))


def _called(case: Case) -> Iterator[Work]:
    for entry, page in each(case.seen, Paged):
        for since, before in _stages(case, entry):
            until = _answered(case, entry, page.person)
            place = _needed_at(case, since, before, page.person) if since < until else None
            if place is not None:
                until = min(until, _patience(case, entry, page.person, place), _another(case, since, place))
                yield Work(since, min(until, _next_stage(case, since)), page.person, entry.number)


def _stages(case: Case, entry: Entry) -> Iterator[tuple[int, int]]:
    """The seconds at which somebody paged may be needed anew, each with the line before which it shows."""
    yield entry.at, entry.number
    if case.joined is not None and case.joined.number > entry.number:
        yield case.joined.at, case.joined.number + 1


def _next_stage(case: Case, since: int) -> int:
    return case.joined.at if case.joined is not None and case.joined.at > since else case.end + 1


def _needed_at(case: Case, at: int, before: int, person: str) -> str | None:
    """Where they are needed: they can work on what was best to do then, and nobody on the call could.

    Anywhere, the empty name, while nobody has joined; None when they are not needed.
    """
    if case.joined is None or case.joined.number >= before:
        return ""
    seen = outlook(case, at, before)
    if seen is None:
        return None
    place, here = _place(case, seen.advice.best), case.present(before)
    alone = case.can_work(person, place) and not any(case.can_work(one, place) for one in here)
    return place if alone else None


def _patience(case: Case, entry: Entry, person: str, place: str) -> int:
    """Until when one may wait for somebody: for ever when everybody else who can has been called too."""
    until = entry.at + round(case.doctrine.threshold("time box at most"))
    coming = {
        fact.person
        for other, fact in each(case.seen, Paged)
        if other.at <= until < _answered(case, other, fact.person)
    }
    able = {one for one in case.organisation.people if not place or case.can_work(one, place)}
    return until if able - coming - {person} else case.end + 1


def _another(case: Case, since: int, place: str) -> int:
    """The second at which somebody else who can work on a place joined; they are needed no more then."""
    joined = ((e.at, fact.person) for e, fact in each(case.seen, Joined) if place and e.at > since)
    return next((at for at, one in joined if case.can_work(one, place)), case.end + 1)


def _place(case: Case, choice: Choice) -> str:
    return choice.name if choice.kind == "look" else case.organisation.runbook[choice.name].on


def _answered(case: Case, entry: Entry, person: str) -> int:
    joined = (e.at for e, fact in each(case.seen, Joined) if fact.person == person)
    missed = (e.at for e, fact in each(case.seen, PageUnanswered) if fact.person == person)
    return min((at for at in (*joined, *missed) if at >= entry.at), default=case.end + 1)
