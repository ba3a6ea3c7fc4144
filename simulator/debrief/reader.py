"""Whom a debrief is written for: who is `you` in it, what the others are called, and what stays private."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded, HintGiven, Looked, Misread, Refused, Whispered
from simulator.domain.organisation import Organisation
from simulator.domain.prose import Names, speaker, told_by
from simulator.domain.prose.capital import capital
from simulator.domain.prose.names import ANOTHER, YOU
from simulator.domain.seats import COMMANDER, FACILITATOR, OTHERS, RELIEVED
from simulator.domain.value import Value
from simulator.scoring.case import Case

Named = Callable[[Entry], Names]
"""What people and seats are called as of a line, `you` for the reader."""
ALONE = (Whispered, HintGiven, Misread, Refused)
"""What is said to one seat alone: a word in its ear, a hint, and that its words came to nothing."""


class Reader(Value, eq=False, dict=True):
    """Somebody who reads the debrief of `entries`.

    `seat` is where they sat, empty for who sat nowhere; `reads` is whether a line is for their eyes. In a
    `team` several people spoke, and each line is told of whoever did it; else one did, and is `you`.
    """

    entries: Sequence[Entry]
    named: Named
    seat: str = COMMANDER
    team: bool = False
    reads: Callable[[Entry], bool] = lambda entry: True

    def names(self, entry: Entry) -> Names:
        """What to call people in a line: what the commander says may have been another seat's to say."""
        names, said = self.named(entry), self.cause(entry)
        if not self.team or said is None or speaker(entry) != COMMANDER or said.fact.seat not in OTHERS:
            return names
        return names.led_by(self.called(said))

    def cause(self, entry: Entry) -> "Spoken | None":
        """The words that are a line, or that brought it about by themselves."""
        if isinstance(entry.fact, Commanded):
            return Spoken(entry, entry.fact)
        told = self.entries[entry.because - 1] if entry.because else entry
        return Spoken(told, told.fact) if isinstance(told.fact, Commanded) else None

    def called(self, said: "Spoken") -> str:
        """What whoever said some words is called."""
        seat = said.fact.seat
        return self.named(said.entry)[COMMANDER if seat == RELIEVED else seat]

    def author(self, entry: Entry) -> str:
        """Whose words brought a line about, as a sentence begins; empty for nobody's, or if one plays."""
        return capital(self._author(entry))

    def _author(self, entry: Entry) -> str:
        said = self.cause(entry)
        if not self.team or said is None or said.fact.seat == FACILITATOR:
            return ""
        return self.called(said)

    def giver(self, numbers: Sequence[int]) -> str:
        """Who did the first of some lines that anybody did, within a sentence."""
        every = (self._author(self.entries[number - 1]) for number in numbers)
        return next((name for name in every if name), "somebody") if self.team else YOU

    def who(self, numbers: Sequence[int]) -> str:
        """Who did the first of some lines that anybody did, as a sentence begins."""
        return capital(self.giver(numbers))

    def mine(self, entry: Entry) -> bool:
        """Whether the reader's own words are a line, or brought it about."""
        said = self.cause(entry)
        return said is not None and said.fact.seat != FACILITATOR and self.called(said) == YOU

    @property
    def reads_all(self) -> bool:
        """Whether no line is another's alone."""
        return all(self.reads(entry) for entry in self.entries)

    @cached_property
    def words(self) -> "Words":
        """What the pages call those who played."""
        return OF_A_TEAM if self.team else OF_ONE


class Spoken(NamedTuple):
    """Words, and the line on which they stand."""

    entry: Entry
    fact: Commanded


class Words(Value):
    """How a page speaks of who played, what they chose, knew and could not see, and who answers for it."""

    who: str
    they: str
    chose: str
    knew: str
    unseen: str
    sure: str
    answers: str = ""


OF_ONE = Words("You", "you", "You", "What you knew", "not visible to you then", "How sure you were")
OF_A_TEAM = Words(
    "The team",
    "the team",
    "Chosen",
    "What was known",
    "visible to nobody then",
    "How sure people were",
    "Whoever leads answers for them, whoever gave the order or did the work.",
)


def reader_of(case: Case) -> Reader:
    """Whoever has the timeline alone: `you` where one seat spoke, else each by their role."""
    spoke = (entry.fact.seat for entry in case.entries if isinstance(entry.fact, Commanded))
    team = any(seat in OTHERS for seat in spoke)
    names = Names.of(case.organisation, ANOTHER if team else YOU)
    return Reader(case.entries, told_by(case.entries, names), "" if team else COMMANDER, team)


def alone_to(entries: Sequence[Entry]) -> Mapping[int, str]:
    """The lines that were one seat's alone, by their numbers, and whose; the facilitator reads all of them.

    What somebody had their own page show them is one; the words that brought such a line about are another:
    those by which a facilitator has something said in private are the facilitator's.
    """
    found = {entry.number: entry.seen for entry in entries if isinstance(entry.fact, (*ALONE, Looked))}
    for number in list(found):
        because = entries[number - 1].because
        told = entries[because - 1].fact if because else None
        if isinstance(told, Commanded):
            found.setdefault(because, told.seat)
    return found


def introduced(organisation: Organisation) -> Mapping[str, str]:
    """The customers that have a name of their own, each with what it is to the company."""
    return {
        who: f"{who} (a key customer, {each.worth})"
        for who, each in organisation.stakeholders.items()
        if each.worth
    }
