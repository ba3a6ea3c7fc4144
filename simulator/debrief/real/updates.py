"""Every update of a real incident beside its clock, and the states that it went through."""

from collections.abc import Iterator, Mapping
from typing import Literal

from simulator.debrief.real.measures import PRECISION
from simulator.domain.course import Sent
from simulator.domain.doctrine import STATES, UpdateState
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.clocks import Due, owed_after
from simulator.scoring.updates import judged

NO_STATE = "update"
"""What an update is called that gave no state of its own, as on most status pages."""


class UpdateLine(Value):
    """An update: how long after the one before, by when it was due by the clock, what it promised.

    `state` is the one that it was marked with, `update` where it gave none. `utc` is the time of day, where
    dates are told. `late` are the seconds beyond the clock, without its tolerance. `kept` says what became of
    its promise.
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


class StateLine(Value):
    """A stretch after an update that was marked with a state, until one was marked with another.

    `back` where it was further on before; `bare` counts the further updates in it that gave no state. What
    those say in words may have been further on, so that it is no word on the incident itself.
    """

    state: str
    since: str
    lasted: str
    back: bool
    entry: int
    bare: int = 0

    @property
    def says(self) -> str:
        """The stretch in words: for how long no update was marked with another, and how many with none."""
        over = self.state == "resolved" or not self.lasted
        if not self.bare:
            return self.state if over else f"{self.state}, for {self.lasted}"
        updates, were = ("1 update", "was") if self.bare == 1 else (f"{self.bare} updates", "were")
        if over:
            return f"{self.state}; {updates} after it {were} marked with none"
        return f"{self.state}, and no other for {self.lasted}; {updates} in that time {were} marked with none"


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
        update.audience, show_clock(one.at), _marked(case, one) or NO_STATE,
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
    """The states that updates to customers were marked with, one after the other."""
    return tuple(_states(case, _turns(case)))


def _turns(case: Case) -> list[list[Sent]]:
    """The updates to customers, parted where one is marked with another state than the last that was."""
    turns: list[list[Sent]] = []
    for one in case.sent(PUBLIC):
        marked = _marked(case, one)
        if not turns or (marked and marked != _marked(case, turns[-1][0])):
            turns.append([])
        turns[-1].append(one)
    return turns


def _states(case: Case, turns: list[list[Sent]]) -> Iterator[StateLine]:
    for number, (one, *others) in enumerate(turns):
        state = _marked(case, one)
        until = turns[number + 1][0].at if number + 1 < len(turns) else max(case.over, one.at)
        before = _marked(case, turns[number - 1][0]) if number else ""
        back = bool(before) and STATES.index(state) < STATES.index(before)
        lasted = show_minutes(until - one.at) if until > one.at else ""
        bare = sum(not _marked(case, other) for other in others) if state else 0
        yield StateLine(state or "no state", show_clock(one.at), lasted, back, one.entry, bare)


def _marked(case: Case, sent: Sent) -> UpdateState | Literal[""]:
    """The state that an update was marked with; empty where it gave none."""
    return "" if sent.entry in case.records.unmarked else sent.fact.update.state
