"""What whoever sits at a seat has before them: the board, what was said, and the clocks they are held to."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import TypeVar

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import UpdateState
from simulator.domain.duration import HOUR
from simulator.domain.entry import Entry, Register, each, gathered
from simulator.domain.fact import AlertFired, Answered, Commanded, Joined, Looked, Paged, Refused, TaskEnded
from simulator.domain.interaction import can_show
from simulator.domain.organisation import Change, Organisation
from simulator.domain.seats import COMMANDER
from simulator.exercise.board import HAD, Board
from simulator.exercise.clocks import cadence, dues_of
from simulator.exercise.exercise import Exercise

WELL = 0.97
"""A journey that succeeds at least this often is called working."""
QUITE = 0.99
"""Less success than this is more than how far a reading shivers: somebody still fails (assumption)."""
MANY = 0.05
"""A service that turns more requests away than this is felt by whoever needs it."""
LONGER = 1.1
"""A queue that is longer by less than this factor may be a reading that shivers."""


DONE: frozenset[type] = frozenset({TaskEnded, Answered})
JOINED: frozenset[type] = frozenset({Joined})
PAGED: frozenset[type] = frozenset({Paged})
F = TypeVar("F")


class Sight:
    """One look at an exercise from a seat, the commander's by default. Nothing in it is unseen by it."""

    def __init__(self, exercise: Exercise, seat: str = COMMANDER) -> None:
        self.exercise = exercise
        self.seat = seat
        self.scenario = exercise.scenario
        self.organisation = exercise.scenario.organisation
        self.doctrine = exercise.doctrine
        self.now = exercise.now
        self.board: Board = exercise.board(seat)
        self._able: dict[str, str] = {}

    @cached_property
    def seen(self) -> Sequence[Entry]:
        """The entries this seat may have seen."""
        return self.exercise.seen(self.seat)

    @cached_property
    def last_done(self) -> Mapping[str, int]:
        """When each person last ended a task or answered a question."""
        return gathered(self.seen, DONE, _last_done)

    @cached_property
    def paged(self) -> Mapping[str, int]:
        """When each person was paged last."""
        return gathered(self.seen, PAGED, _paged)

    @property
    def moment(self) -> int:
        """The moment of the week."""
        return self.scenario.starts + self.now

    @property
    def looked(self) -> int:
        """When the signals were last looked at; long ago if never."""
        return -HOUR if self.board.looked is None else self.board.looked

    @property
    def readings(self) -> Mapping[str, float]:
        """What the signals showed when last looked at."""
        return self.board.readings

    def refused(self, text: str, since: int) -> bool:
        """Whether something was said from a second on and not possible."""
        lately = takewhile(lambda told: told[0].at >= since, _back(self.seen, Refused))
        return any(fact.text == text for _, fact in lately)

    def spoken(self, text: str, since: int) -> bool:
        """Whether this seat said something from a second on."""
        lately = takewhile(lambda told: told[0].at >= since, _back(self.seen, Commanded))
        return any(fact.text == text for _, fact in lately)

    @cached_property
    def behind(self) -> int:
        """By how many seconds the slowest signal that set off an alert is behind."""
        fired = {fact.signal for _, fact in each(self.seen, AlertFired)}
        return max((self.organisation.signals[name].lag for name in fired), default=0)

    def draining(self, since: int) -> bool:
        """Whether a queue that an alert is about has not grown from a second on, as far as was looked."""
        alerts = (alert for alert in self.organisation.alerts if alert.name in self.board.alerts)
        queues = {a.signal for a in alerts if self.organisation.signals[a.signal].shows == "waiting"}
        looks = [fact.readings for entry, fact in each(self.seen, Looked) if entry.at >= since]
        waits = [[value for look in looks for name, value in look if name == queue] for queue in queues]
        return any(not seen or seen[-1] <= LONGER * seen[0] for seen in waits)

    @cached_property
    def affected(self) -> tuple[str, ...]:
        """Journeys that did not work when the signals were last looked at.

        What the dashboards did not show then, because they do not load, is known from the alerts that fire.
        One that nobody measures is taken to fail with a service that it needs and that turns many requests
        away, unless another journey that needs it works.
        """
        return _affected(self.organisation, tuple((self._alarming | dict(self.readings)).items()))

    @property
    def all_well(self) -> bool:
        """Whether every journey that is measured worked, as far as readings tell, when last looked at."""
        signals = self.organisation.signals
        telling = (value for name, value in self.readings.items() if signals[name].shows == "success")
        return not self.affected and all(value >= QUITE for value in telling)

    @property
    def relapsed(self) -> bool:
        """Whether an alert of what customers feel went off after it was called mitigated, and still fires."""
        since = self.board.mitigated
        telling = {
            a.name for a in self.organisation.alerts if self.organisation.signals[a.signal].shows == "success"
        }
        fired = (at for alert, at in self.board.alerts.items() if alert in telling)
        return since is not None and any(at > since for at in fired)

    @property
    def _alarming(self) -> dict[str, float]:
        """What the signals read for whose sake an alert fires."""
        fired = (fact for _, fact in each(self.seen, AlertFired))
        return {fact.signal: fact.reading for fact in fired if fact.alert in self.board.alerts}

    @cached_property
    def joined(self) -> Mapping[str, int]:
        """When each person last joined."""
        return gathered(self.seen, JOINED, _joined)

    def awake(self, person: str) -> bool:
        """Whether someone's office is open now."""
        return self.organisation.sites[self.organisation.people[person].site].open_at(self.moment)

    def tired(self, person: str, share: float = 1.0) -> bool:
        """Whether someone has been on the call for as long as a shift, or a share of one."""
        shift = self.doctrine.threshold("command at most")
        return self.now - self.joined.get(person, self.now) >= share * shift

    def colleagues(self, person: str) -> list[str]:
        """The others of someone's team."""
        people = self.organisation.people
        return [one for one in people if one != person and people[one].team == people[person].team]

    def busy(self, person: str) -> bool:
        """Whether someone has work in hand."""
        return person in self._owners

    @cached_property
    def _owners(self) -> frozenset[str]:
        return frozenset(work.owner for work in self.board.work.values())

    def knows(self, person: str, place: str) -> bool:
        """Whether someone can work on a place."""
        return self.organisation.can_work(person, place)

    @cached_property
    def here(self) -> tuple[str, ...]:
        """Who is on the call."""
        return self.board.here

    @cached_property
    def led(self) -> Sequence[str]:
        """Who is on the call but whoever leads."""
        return tuple(person for person in self.here if person != self.board.commander)

    def able(self, place: str) -> str:
        """Someone on the call who can work on a place, the free first; empty when there is nobody.

        Whoever was handed command leads now, and works on nothing.
        """
        if place not in self._able:
            here = sorted((p for p in self.led if self.knows(p, place)), key=self.busy)
            self._able[place] = here[0] if here else ""
        return self._able[place]

    def hands(self, place: str) -> str:
        """Someone free on the call who can work on a place, or empty."""
        person = self.able(place)
        return person if person and not self.busy(person) else ""

    def coming(self, place: str) -> bool:
        """Whether someone who can work on a place is on the way: paged no longer ago than one waits."""
        coming, since = self.board.coming, self.now - round(self.doctrine.threshold("time box at most"))
        return any(self.knows(one, place) and self.paged.get(one, self.now) > since for one in coming)

    def summon(self, place: str) -> str:
        """The page that brings someone who can work on a place; empty when nobody can be had."""
        service = self.organisation.services.get(place)
        if service is None:
            return ""
        gone = {p for p, state in self.board.people.items() if state in HAD}
        missed = {p for p, state in self.board.people.items() if state == "unanswered"}
        on_call = [p for p in self.organisation.on_call(service.team, self.moment) if p not in gone | missed]
        if on_call:
            return f"page {service.team}"
        others = [p for p in self.organisation.people if self.knows(p, place) and p not in gone]
        return f"page {self.name(others[0])}" if others else ""

    def name(self, person: str) -> str:
        """The full name of someone, which is never ambiguous; a provider's is what they are called."""
        known = self.organisation.people.get(person)
        return known.name if known else person

    def runbook(self, change: str) -> Change:
        """A change's page in the runbook."""
        return self.organisation.runbook[change]

    @cached_property
    def due(self) -> Mapping[str, int]:
        """The second by which each audience is owed its next update, but those whose clock does not run."""
        return dues_of(self.board, self.doctrine, self.now)

    def cadence(self, audience: str, state: UpdateState) -> int | None:
        """Seconds allowed after an update in a state that is sent now; None where no further one is due."""
        return cadence(self.board, self.doctrine, audience, state, self.now)

    def shows(self, attempt: Attempt) -> bool:
        """Whether the runbook's signal for a change can show its effect."""
        change = self.runbook(attempt.change)
        return can_show(change, change.signal, self.organisation)


@lru_cache(maxsize=512)
def _affected(organisation: Organisation, readings: tuple[tuple[str, float], ...]) -> tuple[str, ...]:
    signals, journeys = organisation.signals, organisation.journeys
    bad = {signals[name].of for name, value in readings if _fails(signals[name].shows, value)}
    measured = {signal.of for signal in signals.values() if signal.shows == "success"}
    fine = {need for name in measured - bad if name in journeys for need in journeys[name].needs}
    return tuple(
        name for name, journey in journeys.items()
        if name in bad or (name not in measured and not (bad - fine).isdisjoint(journey.needs))
    )  # fmt: skip


def _last_done(lines: Sequence[Entry]) -> Mapping[str, int]:
    last: dict[str, int] = {}
    for entry in lines:
        match entry.fact:
            case TaskEnded(owner=person) | Answered(person=person):
                last[person] = entry.at
            case _:
                pass
    return last


def _paged(lines: Sequence[Entry]) -> Mapping[str, int]:
    return {fact.person: entry.at for entry, fact in each(lines, Paged)}


def _joined(lines: Sequence[Entry]) -> Mapping[str, int]:
    return {fact.person: entry.at for entry, fact in each(lines, Joined)}


def _back(entries: Sequence[Entry], kind: type[F]) -> Iterator[tuple[Entry, F]]:
    """The entries of one kind, the latest first."""
    return reversed(entries.of(kind) if isinstance(entries, Register) else [*each(entries, kind)])


def _fails(shows: str, value: float) -> bool:
    return value < WELL if shows == "success" else shows == "errors" and value > MANY
