"""What a seat is sent. Truth is held back here and nowhere else: state and log leave by this exit alone."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from simulator.debrief.reader import ALONE
from simulator.domain.attempt import Attempt
from simulator.domain.audiences import asks_for, unanswered
from simulator.domain.command import Ask
from simulator.domain.entry import TRUTH, Entry, each
from simulator.domain.fact import (
    Answered,
    ChangePrepared,
    Commanded,
    Complained,
    CustomersReported,
    Drafted,
    Escalated,
    HazardChecked,
    Looked,
    NotKnown,
    Posted,
    RoleAssigned,
    Spoke,
    StakeholderAsked,
    Swooped,
)
from simulator.domain.organisation import Organisation
from simulator.domain.prose import Names, say, speaker, told_by, tone
from simulator.domain.prose.names import ANOTHER, YOU
from simulator.domain.prose.people import work
from simulator.domain.prose.standing import standing
from simulator.domain.prose.weight import happened, mark_of
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.domain.update import Update
from simulator.exercise import Exercise, may_see
from simulator.exercise.board import Board, Work
from simulator.exercise.dues import dues
from simulator.exercise.owed import go_on, owed, stands_by
from simulator.exercise.players.sight import Sight
from simulator.room.asked import Said, Words, asked_for, given, seat_of, words_behind
from simulator.room.reads import reads
from simulator.room.seats import SEATS, Seat
from simulator.room.stage import fails_again, stage
from simulator.room.voices import Heard, Voices

PUBLIC = "status page"
Json = Mapping[str, Any]
NOBODY: Mapping[str, str] = {}
EMPTY = "nobody"
"""Who leads while the commander's seat is empty and no program speaks from it."""


class Log:
    """The lines that one seat may see, numbered for that seat: the numbers say nothing of what it may not.

    A line that tells the seat `you` has a second form, `told`, for whoever is not the one who did it, and
    `by`, who that was: others sit beside a seat, share it, or sat there before. What somebody's words brought
    about at once says whose they were: `from`, the seat, and `author`, the name. Words that did so are an
    `echo`: the line they brought about says it all; others may say how they read better: `reads`. An answer
    says who had asked: `to`.
    """

    def __init__(self, exercise: Exercise, seat: str, voices: Voices, since: int = 0) -> None:
        self._exercise = exercise
        self._seat = seat
        self._since = since
        self._heard = Heard(voices)
        self._names: dict[tuple[str, ...], Callable[[Entry], Names]] = {}
        self._read = 0
        self._entries: list[int] = []
        self.lines: list[Json] = []

    def grow(self) -> None:
        """Take up what has happened since."""
        entries = self._exercise.entries
        fresh = entries[self._read :]
        told = {(e.because, e.at) for e in fresh if self._shows(e) and happened(e) and not _sat_in(e)}
        for entry in fresh:
            self._heard.hear(entry)
            if self._shows(entry):
                self.lines.append(self._line(entry, (entry.number, entry.at) in told))
                self._entries.append(entry.number)
        self._read = len(entries)

    def told_by(self, entries: int) -> int:
        """How many lines the seat had been told by the time there were so many entries."""
        return bisect_right(self._entries, entries)

    def _line(self, entry: Entry, echo: bool) -> Json:
        called = self._heard.all(SEATS, entry.at)
        shown = line(entry, len(self.lines) + 1, self._called(self._seat, called)(entry), self._seat)
        shown = {**shown, **asking(entry, self._exercise.scenario.organisation)}
        if isinstance(entry.fact, Commanded):
            said = {**shown, "by": self._heard.who(entry.fact.seat, entry.at)}
            return {**said, "echo": True} if echo else {**said, **self._reads(entry.fact, called)}
        shown = {**shown, **self._author(entry)}
        told = say(entry, self._called("", called)(entry))
        return shown if told == shown["text"] else {**shown, "told": told, "by": called.get(self._seat, "")}

    def _reads(self, fact: Commanded, called: Mapping[str, str]) -> Json:
        """How words read that nothing followed from at once, where another wording says it better."""
        names = names_for(self._exercise, "", called)
        told = reads(self._exercise.meaning(fact.seat, fact.text), fact.takes, names)
        return {"reads": told} if told else {}

    def _author(self, entry: Entry) -> Json:
        """Whose words brought a line about, if any did so by themselves.

        What a facilitator has happen is not theirs to anybody else: it happens.
        """
        cause = words_behind(self._exercise, entry)
        if cause is None or cause.fact.seat == FACILITATOR != self._seat or _of_another(entry, cause):
            return {}
        whose = "to" if isinstance(entry.fact, Answered) else "author"
        return {"from": cause.fact.seat, whose: self.said(cause)}

    def said(self, words: Words) -> str:
        """The name of whoever said some words; their seat, where no name is known."""
        return self._heard.said(words.entry) or seat_of(words)

    def _called(self, seat: str, called: Mapping[str, str]) -> Callable[[Entry], Names]:
        """The names to tell each entry by to a seat, while these people sit in the seats."""
        key = (seat, *called.values())
        if key not in self._names:
            self._names[key] = told_by(self._exercise.entries, names_for(self._exercise, seat, called))
        return self._names[key]

    def _shows(self, entry: Entry) -> bool:
        return shows(self._exercise, entry, self._seat, self._since)


def _of_another(entry: Entry, words: Words) -> bool:
    """Whether what went out was written by somebody else than who let it go: a draft that was approved."""
    return isinstance(entry.fact, Posted) and (entry.fact.by or COMMANDER) != words.fact.seat


def _sat_in(entry: Entry) -> bool:
    """Whether somebody is told to take part from a seat: no answer to the words by which they do."""
    return isinstance(entry.fact, RoleAssigned) and entry.fact.role == entry.fact.person


def shows(exercise: Exercise, entry: Entry, seat: str, since: int) -> bool:
    """Whether a seat is sent a line. A question to the call is heard by all on it, whoever asks.

    Where an exercise is played on from a second, what was said to a seat alone before was another's.
    """
    if seat == FACILITATOR:
        return True
    if not may_see(entry, seat):
        return _asks(exercise, entry)
    return not (entry.at < since and isinstance(entry.fact, ALONE))


def _asks(exercise: Exercise, entry: Entry) -> bool:
    """Whether somebody at a keyboard asks a question of the call."""
    fact = entry.fact
    if not isinstance(fact, Commanded) or fact.seat == FACILITATOR:
        return False
    return isinstance(exercise.meaning(fact.seat, fact.text), Ask)


def names_for(exercise: Exercise, seat: str, called: Mapping[str, str] = NOBODY) -> Names:
    """What people are called to a seat: it is told `you` of itself, and of others who sits there."""
    company = exercise.scenario.organisation
    seats = {
        each.id: YOU if each.id == seat else _called(each, called.get(each.id, ""), company)
        for each in SEATS.values()
    }
    names = Names.of(company, seats.pop(COMMANDER))
    return replace(names, people={**names.people, **seats})


def _called(seat: Seat, name: str, company: Organisation) -> str:
    """Somebody in a sentence. With the name of one of the company, their seat tells them apart."""
    if not name or name.casefold() == YOU:
        return ANOTHER if seat.id == COMMANDER else f"the {seat.title.lower()}"
    theirs = (called for each in company.people.values() for called in (each.name, each.first_name))
    return f"{name} ({seat.title.lower()})" if name.casefold() in map(str.casefold, theirs) else name


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
        shown["update"] = update_of(fact.update)
    if isinstance(fact, Spoke):
        shown["words"] = fact.text.strip()
    if isinstance(fact, NotKnown) and fact.longer:
        shown["goes_on"] = go_on(fact, names)
    if isinstance(fact, Swooped | StakeholderAsked | Complained | Escalated):
        shown["audience"] = fact.audience
    if isinstance(fact, Looked):
        shown["readings"] = [list(reading) for reading in fact.readings]
        shown["view"] = fact.view
    if seat == FACILITATOR:
        shown["truth"] = entry.seen == TRUTH
        shown["entry"] = entry.number
    return shown


def asking(entry: Entry, company: Organisation) -> Json:
    """Whom a line that asks something is to be answered, and that it wants somebody."""
    audience = asks_for(entry.fact, company)
    return {"audience": audience, "mark": "!"} if audience else {}


def update_of(update: Update) -> Json:
    """What an update claims, part by part."""
    return {
        "audience": update.audience, "state": update.state, "scope": list(update.scope),
        "cause": update.cause, "workaround": update.workaround, "data": update.data, "eta": update.eta,
        "next": update.next_in, "text": update.text, "via": update.via,
    }  # fmt: skip


def board(
    exercise: Exercise,
    seat: str,
    called: Mapping[str, str] = NOBODY,
    said: Said = seat_of,
    reader: str | None = None,
) -> Json:
    """The incident at a glance, as far as a seat knows it.

    `called` are the names of those in the seats, `said` is what whoever said some words is called. It is
    told to a `reader` in another seat, or in none, if there is one.
    """
    sight = Sight(exercise, seat)
    known, names = sight.board, names_for(exercise, seat if reader is None else reader, called)
    by_name = names_for(exercise, "", called)
    reports = [(e.at, e.fact.count) for e in sight.seen if isinstance(e.fact, CustomersReported)]
    tasks = given(sight.seen)
    relapse = fails_again(known, _went_dark(exercise, known))
    return {
        "severity": known.severity,
        "stage": stage(known, sight.seen, relapse),
        "again": list(relapse),
        "declared": known.declared,
        "mitigated": known.mitigated,
        "resolved": known.resolved,
        "frozen": known.frozen,
        "leads": _leads(known.commander, names, called),
        "sits": names[COMMANDER] if called.get(COMMANDER) else "",
        "owed": _owed(sight, called) if leads(seat) else [],
        "stands_by": list(stands_by(sight).values()),
        "notices": [{"audience": audience, "at": at} for audience, at in known.notices.items()],
        "reports": {"at": reports[-1][0], "count": reports[-1][1]} if reports else None,
        "roles": [
            {"role": SEATS[role].title if role in SEATS else role, "person": by_name[person]}
            for role, person in known.roles.items()
        ],
        "people": [
            {"id": person, "name": names[person], "state": state, "since": known.since.get(person),
             "team": _team(exercise.scenario.organisation, person)}
            for person, state in known.people.items()
        ],
        "work": [
            {
                "who": names[each.owner] if each.owner else "",
                "what": work(each.what, each.subject),  # type: ignore[arg-type] # kinds of task, kept as text
                "since": each.given if each.started is None else each.started,
                "started": each.started is not None,
                "within": each.within,
                "asked": asked_for(exercise, tasks.get(each.task, 0), seat, said),
                "withdraw": withdrawal(each),
            }
            for each in known.work.values()
        ],
        "prepared": _prepared(sight),
        "checked": {fact.change: entry.at for entry, fact in each(sight.seen, HazardChecked)},
        "changes": [
            {**_change(each, names, exercise.scenario.organisation),
             "asked": asked_for(exercise, each.order, seat, said)}
            for each in known.changes
        ],
        "alerts": [{"name": name, "since": since} for name, since in known.alerts.items()],
        "found": [{"who": names.start(c.person), "place": c.place, "says": c.says} for c in known.clues],
        "dues": [
            {"audience": due.audience, "at": due.at, "promised": due.promised} for due in dues(sight)
        ],
        "writing": [
            {"audience": each.audience, "who": names[each.seat], "out": each.out_at}
            for each in exercise.writing
        ],
        "heard": [
            {"audience": audience, "state": known.states[audience], "at": at}
            for audience, at in known.heard.items()
        ],
        "swoops": list(known.swoops),
        "asks": [
            {"audience": each.audience, "who": names[each.who], "at": each.at}
            for each in unanswered(sight.seen, exercise.scenario.organisation).values()
        ],
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


CALLED = {"investigate": "look", "check": "check", "prepare": "preparation", "verify": "watch"}
"""What can be taken back, as one says it."""


def withdrawal(work: Work) -> str:
    """The words that take a request back, or somebody off it; empty where there are none."""
    kind = CALLED.get(work.what)
    return f"withdraw {kind} {work.subject}{f' by {work.owner}' if work.owner else ''}" if kind else ""


def _leads(commander: str, names: Names, called: Mapping[str, str]) -> str:
    """Who leads, as a seat is told."""
    empty = commander == COMMANDER and called.get(COMMANDER, EMPTY) == ""
    return EMPTY if empty else names[commander] if commander else ""


def _owed(sight: Sight, called: Mapping[str, str]) -> list[Json]:
    """What is owed; whoever sits in a seat has its role, though they have not spoken yet."""
    sat_in = [seat for seat, name in called.items() if name]
    return [{"what": each.what, "say": each.say} for each in owed(sight, sat_in)]


def leads(seat: str) -> bool:
    """Whether a seat is told what the call is owed."""
    return seat in (COMMANDER, "deputy", FACILITATOR)


def _drafts(sight: Sight) -> list[Json]:
    """The updates that wait for approval, the last of each audience."""
    written = {e.fact.update.audience: e.fact.update for e in sight.seen if isinstance(e.fact, Drafted)}
    return [update_of(written[audience]) for audience in dict.fromkeys(sight.board.drafts)]


def _team(company: Organisation, person: str) -> str:
    return company.people[person].team if person in company.people else ""


def _went_dark(exercise: Exercise, known: Board) -> bool:
    """Whether the dashboards loaded when it was called mitigated, and do not load now: anybody sees that."""
    return known.mitigated is not None and not exercise.gauges and bool(exercise.shown(known.mitigated))


def _prepared(sight: Sight) -> list[Json]:
    """The changes that stand ready, each from when: those that nobody ordered since."""
    ready = {fact.change: entry.at for entry, fact in each(sight.seen, ChangePrepared)}
    ordered = {each.change: each.ordered for each in sight.board.changes}
    return [{"change": change, "at": at} for change, at in ready.items() if ordered.get(change, -1) < at]


def _change(attempt: Attempt, names: Names, company: Organisation) -> Json:
    page = company.runbook.get(attempt.change)
    return {
        "id": attempt.id,
        "change": attempt.change,
        "who": names[attempt.owner] if attempt.owner else "",
        "standing": standing(attempt),
        "open": attempt.closed is None,
        "ordered": attempt.ordered,
        "started": attempt.started,
        "done": attempt.done,
        "failed": attempt.failed is not None,
        "takes": int(page.mean) if page and not attempt.staged else None,
        "worn": attempt.worn_off,
        "lasting": page is not None and page.undo is None,
        "ended": attempt.reverted if attempt.reverted is not None else attempt.failed,
        "watched": [
            {"signal": watch.signal, "began": watch.began, "window": watch.window}
            for watch in attempt.verifications
            if watch.fact is None
        ],
    }
