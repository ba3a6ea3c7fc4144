"""Page whom you need: a missed page goes to the next, a stuck expert gets help, and nobody is kept for
nothing.

When a page is missed, or somebody says that they do not know a place, somebody else who can be of use is
paged or set to it `page again within`; later earns less, and nothing at three times that time. Whoever is
on the call earns when they had work, a role or a question without being left idle for longer than `idle at
most`; longer earns less, and nothing at twice that time. Who made a change ready or found it safe, and could
make it, has something to do while another one is under way: one person for each stands by for plan B. When
more than three people came whom the response, and no alert, had paged, and who were given no work and no
role, that earns less with each one more, and weighs up to three times as much as they are: it stands in the
place of their time on the call, whatever they were asked. A look at a place that they do not know is no work,
nor one where somebody who knows it looks.

Why: never hesitate to call for more, but call the one you need: nine times in ten nobody else is (PD-AP;
B7). A page that nobody takes within five minutes goes on to the next (PD-ONC). Whoever has stood by for a
quarter of an hour could have slept, and a room full of them is hard to lead (PD-AP; X12).

Exception: a real timeline that does not show who came, went and worked. No page is owed where somebody of
the same use is here or on the way, where all the others of that use had missed theirs before, where the
pager itself went on to the next, or when the incident was rightly called mitigated, or over, before the
time was up. Whoever left while customers were failing keeps nobody from then on; the leaving is judged
elsewhere. Who was on the call for less than the time and did nothing is not judged.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:04:00 paged person=raj team=datastores
    0:09:00 page-unanswered person=raj
    0:10:00 paged person=ana team=""
    0:16:00 joined person=ana
    0:17:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:17:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:25:00 task-ended task=t1 what=investigate subject=db-shards owner=ana
    0:30:00 called-mitigated

Fail:
    0:03:00 declared severity=P1 commander=you
    0:04:00 paged person=raj team=datastores
    0:04:00 paged person=lee team=""
    0:09:00 page-unanswered person=raj
    0:09:00 joined person=lee
    1:00:00 noted text="lee has not been asked a thing"
"""

from collections.abc import Collection, Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    Acknowledged,
    AlertFired,
    Answered,
    Joined,
    Left,
    NotKnown,
    Paged,
    PageUnanswered,
    TaskGiven,
)
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims.in_words import weighed
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.pieces import Piece, technical, work_of
from simulator.scoring.relieved import led_until, pressing_until
from simulator.scoring.standing_by import standing_by
from simulator.scoring.tenures import Tenure, settled
from simulator.scoring.words import clock, minutes

NAME = "page-whom-you-need"
AXIS: Axis = "command"
NOTHING_AT, IDLE_NOTHING_AT = 3, 2
SPARE, CROWD = 3, 7
"""So many may have been called in vain, to be ready; with so many of them nothing is earned (assumption)."""


class Stay(Value):
    """Somebody's time on the call."""

    person: str
    since: int
    until: int
    entry: int


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every missed page and stuck expert who left a gap, and for everybody's time on the call."""
    for entry, missed in each(case.seen, PageUnanswered):
        told = f"The page of {case.organisation.called(missed.person)} was missed"
        yield from _gap(case, entry, told, missed.person, "")
    for entry, stuck in each(case.seen, NotKnown):
        able = stuck.person == COMMANDER or case.can_work(stuck.person, stuck.place)
        if not able and stuck.place in case.organisation.services:
            told = f"{case.organisation.called(stuck.person)} did not know '{stuck.place}'"
            yield from _gap(case, entry, told, "", stuck.place)
    yield from kept(case)


def kept(case: Case) -> Iterator[Mark]:
    """A mark for everybody's time on the call."""
    if case.declared is not None and case.shows("join", "leave", "task", "change"):
        vain = _vain(case)
        crowd = vain if len(vain) > SPARE else ()
        for stay in _stays(case):
            if stay.person not in crowd:
                yield from _kept(case, stay)
        yield from _for_nothing(case, crowd)


def _gap(case: Case, entry: Entry, what: str, person: str, place: str) -> Iterator[Mark]:
    """Whether somebody else came for what was missing."""
    within = case.doctrine.threshold("page again within")
    if entry.at >= pressing_until(case) or _covered(case, entry, person, place):
        return
    if person and _missed_before(case, entry, person):
        return
    helped = _help(case, entry, person, place)
    if helped is not None and helped.because == entry.number:
        return
    if helped is not None and helped.at <= max(pressing_until(case), entry.at + within):
        waited = helped.at - entry.at
        earned = falling(waited, within, NOTHING_AT * within)
        summary = f"{what} ({clock(entry.at)}); the next one was called on after {minutes(waited)}."
        yield Mark(NAME, AXIS, earned, 1.0, summary, (entry.number, helped.number), entry.at)
    elif pressing_until(case) >= entry.at + within:
        summary = f"{what} ({clock(entry.at)}), and nobody else was called on."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (entry.number,), entry.at)


def _covered(case: Case, entry: Entry, person: str, place: str) -> bool:
    """Whether somebody of the same use is here or on the way."""
    coming = set(case.present(entry.number))
    for line in case.known_until(entry.number):
        if isinstance(line.fact, Paged | Acknowledged):
            coming.add(line.fact.person)
        elif isinstance(line.fact, PageUnanswered | Left):
            coming.discard(line.fact.person)
    return any(_of_use(case, one, person, place) for one in sorted(coming - {person}))


def _missed_before(case: Case, entry: Entry, person: str) -> bool:
    """Whether everybody else of the same use had been paged in vain before."""
    missed = {fact.person for line, fact in each(case.seen, PageUnanswered) if line.number < entry.number}
    others = {one for one in case.organisation.people if one != person and _of_use(case, one, person, "")}
    return bool(others) and others <= missed


def _of_use(case: Case, one: str, person: str, place: str) -> bool:
    """Whether somebody can do what was missing: work on the place, or stand in for the person."""
    people = case.organisation.people
    if place:
        return one in people and case.can_work(one, place)
    if one not in people or person not in people:
        return True
    here, there = people[one], people[person]
    return here.team == there.team or bool(set(there.knows) & set(here.knows))


def _help(case: Case, entry: Entry, person: str, place: str) -> Entry | None:
    """The first line after on which somebody of use was paged, joined, or set to the place."""
    for line in case.seen:
        if line.number <= entry.number:
            continue
        match line.fact:
            case Paged(person=one) | Joined(person=one) if _of_use(case, one, person, place):
                return line
            case TaskGiven(owner=one, subject=subject) if place and subject == place:
                if _of_use(case, one, person, place):
                    return line
    return None


def _stays(case: Case) -> Iterator[Stay]:
    """Everybody's times on the call, from the declaration on, while they could be of use."""
    begins, ends = case.declared.at if case.declared else 0, min(pressing_until(case), led_until(case))
    here: dict[str, Entry] = {}
    for entry in case.seen:
        match entry.fact:
            case Joined(person=person):
                here[person] = entry
            case Left(person=person) if person in here:
                joined = here.pop(person)
                yield Stay(person, max(begins, joined.at), min(ends, entry.at), joined.number)
    for person, joined in here.items():
        yield Stay(person, max(begins, joined.at), ends, joined.number)


def _kept(case: Case, stay: Stay) -> Iterator[Mark]:
    if stay.until <= stay.since:
        return
    most, used = case.doctrine.threshold("idle at most"), sorted(_used(case, stay))
    roles = [(one.since, one.until) for one in _roles(case, stay)]
    idle, since = _longest(stay, sorted((*used, *roles)))
    if idle <= most and (roles or not used):
        return
    earned, who = falling(idle, most, IDLE_NOTHING_AT * most), case.organisation.called(stay.person)
    summary = f"{who} joined at {clock(stay.since)} and was put to use"
    if idle > most:
        summary = f"{who} was kept on the call with nothing to do for {minutes(idle)}, from {clock(since)} on"
    yield Mark(NAME, AXIS, earned, 1.0, f"{summary}.", cited(stay.entry), stay.since)


def _vain(case: Case) -> tuple[str, ...]:
    """Who was paged and came, and was given no work and no role; a question is none."""
    used = {piece.owner for piece in technical(case) if _of_value(case, piece)}
    used |= {attempt.owner for attempt in case.attempts}
    used |= {stay.person for stay in _stays(case) if _roles(case, stay)}
    came = {one.fact.person for one in case.seen if isinstance(one.fact, Joined)}
    return tuple(person for person in _paged(case) if person in came and person not in used)


def _of_value(case: Case, piece: Piece) -> bool:
    """Whether work is more than a look by who cannot read the place, or a second pair of eyes on it."""
    if piece.what != "investigate":
        return True
    return case.can_work(piece.owner, piece.subject) and not any(
        other.open(piece.given) and other.entry < piece.entry and case.can_work(other.owner, other.subject)
        for other in technical(case)
        if (other.what, other.subject) == (piece.what, piece.subject) and other.owner != piece.owner
    )


def _paged(case: Case) -> dict[str, Entry]:
    """Whom the response paged while somebody could be needed, with the line; not whom an alert had paged."""
    alerts = {entry.number for entry, _ in each(case.seen, AlertFired)}
    calls = each(case.seen, Paged)
    return {
        fact.person: entry
        for entry, fact in calls
        if entry.at < pressing_until(case) and entry.because not in alerts
    }


def _for_nothing(case: Case, crowd: Collection[str]) -> Iterator[Mark]:
    """One mark, when many of those who were paged and came were of no use to anyone."""
    if crowd:
        paged = _paged(case)
        earned = falling(len(crowd), SPARE, CROWD)
        looked = any(piece.owner in crowd for piece in technical(case))
        what = "nothing to do that needed them" if looked else "nothing to do when they came"
        summary = f"{len(crowd)} of the {len(paged)} people who were paged were given {what}."
        lines = cited(*(paged[person].number for person in crowd))
        weight, at = len(crowd) * weighed(earned), min(paged[one].at for one in crowd)
        yield Mark(NAME, AXIS, earned, weight, summary, lines, at)


def _roles(case: Case, stay: Stay) -> list[Tenure]:
    """Their roles, workstreams and command, while they held them: there is always something to do then."""
    theirs = (one for one in settled(case) if one.person == stay.person)
    return [one for one in theirs if one.since < stay.until and stay.since < one.until]


def _used(case: Case, stay: Stay) -> Iterator[tuple[int, int]]:
    """From when to when they had something to do; a question takes the second in which it is answered."""
    for piece in work_of(case).get(stay.person, ()):
        if stay.since <= piece.given <= stay.until:
            yield piece.given, stay.until if piece.ended is None else piece.ended
    for attempt in case.attempts:
        if attempt.owner == stay.person and stay.since <= attempt.ordered <= stay.until:
            yield attempt.ordered, attempt.hung or attempt.done or attempt.failed or stay.until
    for watch in standing_by(case):
        if watch.person == stay.person and watch.since < stay.until and stay.since < watch.until:
            yield max(watch.since, stay.since), min(watch.until, stay.until)
    for entry, answer in each(case.seen, Answered):
        if answer.person == stay.person and stay.since <= entry.at <= stay.until:
            yield entry.at, entry.at


def _longest(stay: Stay, used: list[tuple[int, int]]) -> tuple[int, int]:
    """The longest time with nothing to do, and its first second."""
    free, longest = stay.since, (0, stay.since)
    for begins, ends in [*used, (stay.until, stay.until)]:
        if begins - free > longest[0]:
            longest = (begins - free, free)
        free = max(free, ends)
    return longest
