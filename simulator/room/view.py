"""What a seat is sent. Truth is held back here and nowhere else: state and log leave by this exit alone."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from simulator.domain.attempt import Attempt
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import Commanded, CustomersReported, Drafted, Looked, Posted
from simulator.domain.prose import Names, say, speaker, told_by, tone
from simulator.domain.prose.names import ANOTHER, YOU
from simulator.domain.prose.people import work
from simulator.domain.prose.standing import standing
from simulator.domain.prose.weight import happened, mark_of
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.domain.update import Update
from simulator.exercise import Exercise, may_see
from simulator.exercise.dues import dues
from simulator.exercise.owed import owed
from simulator.exercise.players.sight import Sight
from simulator.room.seats import SEATS, Seat

PUBLIC = "status page"
Json = Mapping[str, Any]


class Log:
    """The lines that one seat may see, numbered for that seat: the numbers say nothing of what it may not.

    `called` is the name of whoever sits in a seat while a line is written, empty for nobody.
    """

    def __init__(self, exercise: Exercise, seat: str, called: Callable[[str], str]) -> None:
        self._exercise = exercise
        self._seat = seat
        self._called = called
        self._read = 0
        self.lines: list[Json] = []

    def grow(self) -> None:
        """Take up what has happened since."""
        entries = self._exercise.entries
        if self._read == len(entries):
            return
        names = told_by(entries, names_for(self._exercise, self._seat, self._called(COMMANDER)))
        for entry in entries[self._read :]:
            if self._shows(entry):
                self.lines.append(self._line(entry, names(entry)))
        self._read = len(entries)

    def _line(self, entry: Entry, names: Names) -> Json:
        shown = line(entry, len(self.lines) + 1, names, self._seat)
        if isinstance(entry.fact, Commanded):
            return {**shown, "by": self._called(entry.fact.seat)}
        return shown

    def _shows(self, entry: Entry) -> bool:
        return self._seat == FACILITATOR or may_see(entry, self._seat)


def names_for(exercise: Exercise, seat: str, commander: str = "") -> Names:
    """What people are called to a seat: a seat is told `you` of itself, others hear the name or the seat."""
    known = commander if commander and commander.lower() != YOU else ANOTHER
    called = {} if seat == COMMANDER else {"commander": known}
    names = Names.of(exercise.scenario.organisation, **called)
    seats = {each.id: _called(each, seat) for each in SEATS.values() if each.id != COMMANDER}
    return replace(names, people={**names.people, **seats})


def _called(each: Seat, seat: str) -> str:
    """A seat in a sentence; where many may sit, nobody knows which of them it was."""
    return YOU if each.id == seat and not each.shared else f"the {each.title.lower()}"


def line(entry: Entry, number: int, names: Names, seat: str) -> Json:
    """One line of the channel."""
    fact = entry.fact
    shown: dict[str, Any] = {
        "n": number,
        "at": entry.at,
        "kind": type(fact).__name__,
        "text": fact.text if isinstance(fact, Commanded) else say(entry, names),
        "who": speaker(entry),
        "tone": tone(entry),
        "mark": mark_of(entry).strip(),
        "news": happened(entry),
    }
    if isinstance(fact, Commanded):
        shown["said"] = fact.seat
    if isinstance(fact, Posted | Drafted):
        shown["public"] = fact.update.audience == PUBLIC
        shown["update"] = _update(fact.update)
    if isinstance(fact, Looked):
        shown["readings"] = [list(reading) for reading in fact.readings]
        shown["view"] = fact.view
    if seat == FACILITATOR:
        shown["truth"] = entry.seen == TRUTH
        shown["entry"] = entry.number
    return shown


def _update(update: Update) -> Json:
    """What an update claims, part by part."""
    return {
        "audience": update.audience, "state": update.state, "scope": list(update.scope),
        "cause": update.cause, "workaround": update.workaround, "data": update.data, "eta": update.eta,
        "next": update.next_in, "text": update.text, "via": update.via,
    }  # fmt: skip


def board(exercise: Exercise, seat: str, commander: str = "") -> Json:
    """The incident at a glance, as far as a seat knows it; `commander` is the name of whoever sits there."""
    sight = Sight(exercise, seat)
    known, names = sight.board, names_for(exercise, seat, commander)
    reports = [entry.fact.count for entry in sight.seen if isinstance(entry.fact, CustomersReported)]
    return {
        "severity": known.severity,
        "stage": known.stage if known.severity else "",
        "declared": known.declared,
        "mitigated": known.mitigated,
        "resolved": known.resolved,
        "frozen": known.frozen,
        "leads": names[known.commander] if known.commander else "",
        "owed": [{"what": each.what, "say": each.say} for each in owed(sight)] if leads(seat) else [],
        "notices": [{"audience": audience, "at": at} for audience, at in known.notices.items()],
        "reports": reports[-1] if reports else 0,
        "roles": [{"role": role, "person": names[person]} for role, person in known.roles.items()],
        "people": [
            {"id": person, "name": names[person], "state": state, "since": known.since.get(person)}
            for person, state in known.people.items()
        ],
        "work": [
            {
                "who": names[each.owner] if each.owner else "",
                "what": work(each.what, each.subject),  # type: ignore[arg-type] # kinds of task, kept as text
                "since": each.given if each.started is None else each.started,
                "started": each.started is not None,
                "within": each.within,
            }
            for each in known.work.values()
        ],
        "changes": [_change(each, names) for each in known.changes],
        "alerts": [{"name": name, "since": since} for name, since in known.alerts.items()],
        "found": [{"who": names.start(c.person), "place": c.place, "says": c.says} for c in known.clues],
        "dues": [
            {"audience": due.audience, "at": due.at, "promised": due.promised} for due in dues(sight)
        ],
        "heard": [
            {"audience": audience, "state": known.states[audience], "at": at}
            for audience, at in known.heard.items()
        ],
        "swoops": list(known.swoops),
        "wants": dict(known.wants),
        "drafts": _drafts(sight),
        "moods": [{"who": names[who], "mood": mood} for who, mood in known.moods.items() if mood != "calm"],
        "workstreams": [
            {"name": name, "leader": names[each.leader], "scope": each.scope, "since": each.since,
             "within": each.within}
            for name, each in known.workstreams.items()
        ],
        "sitrep": known.sitrep[1] if known.sitrep else "",
        "decisions": [{"at": at, "text": text} for at, text in known.decisions],
    }  # fmt: skip


def leads(seat: str) -> bool:
    """Whether a seat is told what the call is owed."""
    return seat in (COMMANDER, "deputy", FACILITATOR)


def _drafts(sight: Sight) -> list[Json]:
    """The updates that wait for approval, the last of each audience."""
    written = {e.fact.update.audience: e.fact.update for e in sight.seen if isinstance(e.fact, Drafted)}
    return [_update(written[audience]) for audience in dict.fromkeys(sight.board.drafts)]


def _change(attempt: Attempt, names: Names) -> Json:
    return {
        "id": attempt.id,
        "change": attempt.change,
        "who": names[attempt.owner] if attempt.owner else "",
        "standing": standing(attempt),
        "open": attempt.closed is None,
        "ordered": attempt.ordered,
        "started": attempt.started,
        "done": attempt.done,
        "ended": attempt.reverted if attempt.reverted is not None else attempt.failed,
        "watched": [
            {"signal": watch.signal, "began": watch.began, "window": watch.window}
            for watch in attempt.verifications
            if watch.fact is None
        ],
    }
