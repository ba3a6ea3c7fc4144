"""Each audience against its clock: what went out, how long silence was allowed, where it was overdue."""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import Clock
from simulator.domain.entry import each
from simulator.domain.fact import StakeholderAsked, Swooped
from simulator.domain.prose.news import claims
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.clocks import first_due, owed_after
from simulator.scoring.updates import judged


class PostMark(Value):
    """An update as it went out; an empty one said nothing new and did not stop the clock."""

    at: int
    state: str
    says: str
    useful: bool
    entry: int


class Silence(Value):
    """A stretch without news: allowed until `by`; overdue from there to `until`, if that is later."""

    since: int
    by: int
    until: int

    @property
    def overdue(self) -> int:
        """Seconds too long."""
        return max(0, self.until - self.by)


class Asking(Value):
    """Someone of the audience asked for news, or stepped in."""

    at: int
    who: str
    swooped: bool
    entry: int


class AudienceLane(Value):
    """One audience."""

    audience: str
    posts: tuple[PostMark, ...]
    silences: tuple[Silence, ...]
    askings: tuple[Asking, ...]

    @property
    def overdue(self) -> int:
        """Seconds in which an update was overdue."""
        return sum(silence.overdue for silence in self.silences)

    @property
    def owed(self) -> bool:
        """Whether it was owed anything."""
        return bool(self.silences)


def audiences_of(case: Case) -> tuple[AudienceLane, ...]:
    """A lane for every audience that was owed news, that heard any, or that asked."""
    clocks = {clock.audience: clock for clock in case.doctrine.clocks.values()}
    named = dict.fromkeys((*clocks, *case.updates, *(asking for asking, _ in _askings(case))))
    lanes = (_lane(case, audience, clocks.get(audience)) for audience in named)
    return tuple(lane for lane in lanes if lane.posts or lane.silences or lane.askings)


def _lane(case: Case, audience: str, clock: Clock | None) -> AudienceLane:
    useful = {told.sent.entry: told.useful for told in judged(case, audience)}
    posts = tuple(_post(sent, useful.get(sent.entry, True)) for sent in case.sent(audience))
    stopping = [sent for sent in case.sent(audience) if useful.get(sent.entry, False)]
    silences = tuple(_silences(case, clock, stopping)) if clock else ()
    askings = tuple(asking for of, asking in _askings(case) if of == audience)
    return AudienceLane(audience, posts, silences, askings)


def _post(sent: Sent, useful: bool) -> PostMark:
    return PostMark(sent.at, sent.fact.update.state, claims(sent.fact.update), useful, sent.entry)


def _silences(case: Case, clock: Clock, sent: list[Sent]) -> Iterator[Silence]:
    """Before the first update, and after each, as far as anything was owed."""
    owed = (first_due(case, clock), *(owed_after(case, clock, one) for one in sent))
    for index, due in enumerate(owed):
        until = sent[index].at if index < len(sent) else case.over
        if due is not None and until > due.since:
            yield Silence(due.since, due.by, until)


def _askings(case: Case) -> Iterator[tuple[str, Asking]]:
    for entry, asked in each(case.seen, StakeholderAsked):
        yield asked.audience, Asking(entry.at, asked.who, False, entry.number)
    for entry, swooped in each(case.seen, Swooped):
        yield swooped.audience, Asking(entry.at, swooped.who, True, entry.number)
