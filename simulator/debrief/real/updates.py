"""Every update of a real incident beside its clock, and the states that it went through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.debrief.real.measures import PRECISION
from simulator.domain.course import Sent
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.clocks import Due, owed_after
from simulator.scoring.updates import judged


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """An update: how long after the one before, by when it was due by the clock, what it promised.

    `utc` is the time of day, where dates are told. `late` are the seconds beyond the clock, without its
    tolerance. `kept` says what became of its promise.
    """

    audience: str
    clock: str
    state: str
    after: str
    due: str
    late: int
    promised: str
    kept: str
    entry: int
    utc: str = ""


@dataclass(frozen=True, slots=True)
class StateLine:
    """A stretch in one state, as customers were told; `back` where it was further on before."""

    state: str
    since: str
    lasted: str
    back: bool
    entry: int


def update_lines(case: Case) -> tuple[tuple[int, UpdateLine], ...]:
    """Every update in view with its second, by time."""
    found = [(one.at, line) for audience in case.updates for one, line in _audience(case, audience)]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _audience(case: Case, audience: str) -> Iterator[tuple[Sent, UpdateLine]]:
    sent, dues = case.sent(audience), _dues(case, audience)
    for index, one in enumerate(sent):
        before = sent[index - 1] if index else None
        due = dues.get(before.entry) if before and one.at <= case.over else None
        yield one, _line(case, one, before, due, sent[index + 1 : index + 2])


def _dues(case: Case, audience: str) -> Mapping[int, Due | None]:
    """When the next update was due after each, by the last one that said something new."""
    ticking = case.doctrine.clocks.get(audience)
    if ticking is None or not case.hears(audience):
        return {}
    dues: dict[int, Due | None] = {}
    last: Due | None = None
    for told in judged(case, audience):
        if told.useful:
            last = owed_after(case, ticking, told.sent)
        dues[told.sent.entry] = last
    return dues


def _line(case: Case, one: Sent, before: Sent | None, due: Due | None, after: tuple[Sent, ...]) -> UpdateLine:
    update = one.fact.update
    return UpdateLine(
        update.audience, show_clock(one.at), update.state,
        show_minutes(one.at - before.at) if before and one.at > before.at else "",
        show_clock(due.by) if due else "",
        max(0, one.at - due.by) if due else 0,
        show_clock(one.due) if one.due is not None else "",
        _kept(case, one, after), one.entry,
    )  # fmt: skip


def _kept(case: Case, one: Sent, after: tuple[Sent, ...]) -> str:
    if one.due is None:
        return ""
    if not after:
        return "the record ends before" if case.over < one.due else "none came"
    late = after[0].at - one.due
    return "kept" if late <= PRECISION else f"came {show_minutes(late)} later"


def state_lines(case: Case) -> tuple[StateLine, ...]:
    """The states that customers were told, one after the other."""
    posts = case.sent(PUBLIC)
    turns = [one for n, one in enumerate(posts) if not n or _state(one) != _state(posts[n - 1])]
    return tuple(_states(case, turns))


def _states(case: Case, turns: list[Sent]) -> Iterator[StateLine]:
    order = ("investigating", "identified", "monitoring", "resolved")
    for number, one in enumerate(turns):
        until = turns[number + 1].at if number + 1 < len(turns) else max(case.over, one.at)
        back = bool(number) and order.index(_state(one)) < order.index(_state(turns[number - 1]))
        lasted = show_minutes(until - one.at) if until > one.at else ""
        yield StateLine(_state(one), show_clock(one.at), lasted, back, one.entry)


def _state(sent: Sent) -> str:
    return sent.fact.update.state
