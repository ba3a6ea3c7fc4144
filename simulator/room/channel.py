"""What a seat is sent of the channel. Truth is held back here: no line leaves by another exit."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

from simulator.debrief.reader import ALONE
from simulator.domain.audiences import asks_for
from simulator.domain.command import Ask
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import (
    Answered,
    Commanded,
    Complained,
    Drafted,
    Escalated,
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
from simulator.domain.prose.weight import happened, mark_of
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.domain.stakes import PUBLIC
from simulator.domain.update import Update
from simulator.exercise import Exercise, may_see
from simulator.exercise.owed import go_on
from simulator.room.asked import Words, seat_of, words_behind
from simulator.room.names import names_for
from simulator.room.reads import reads
from simulator.room.seats import SEATS
from simulator.room.voices import Heard, Voices

Json = Mapping[str, Any]


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

    def count_by(self, entries: int) -> int:
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
