"""Who ran out of time at a place and asked whether to go on, and what an answer to that means."""

from collections.abc import Mapping, Sequence

from simulator.domain.command import Investigate
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Left, NotKnown, TaskGiven
from simulator.grammar import Vocabulary
from simulator.grammar.going_on import leave_to_go_on

A_BIT = 5 * MINUTE
"""Whoever is let go on gets so long where nobody says for how long (assumption)."""


def asking(seen: Sequence[Entry]) -> Mapping[str, NotKnown]:
    """Who asked last whether to go on, and has been given nothing since; nor was their look, to anybody."""
    given = {fact.subject: entry.number for entry, fact in each(seen, TaskGiven)}
    other = {fact.owner: entry.number for entry, fact in each(seen, TaskGiven) if fact.what != "answer"}
    left = {fact.person: entry.number for entry, fact in each(seen, Left)}
    last = {fact.person: (entry.number, fact) for entry, fact in each(seen, NotKnown)}
    return {
        person: fact
        for person, (number, fact) in last.items()
        if fact.longer and max(given.get(fact.place, 0), other.get(person, 0), left.get(person, 0)) < number
    }


def going_on(text: str, vocabulary: Vocabulary, seen: Sequence[Entry]) -> Investigate | None:
    """The look that somebody is let go on with, by words that only answer what they asked."""
    leave = leave_to_go_on(text, vocabulary)
    asked = asking(seen) if leave else {}
    who = leave.person if leave and leave.person else next(iter(asked), "") if len(asked) == 1 else ""
    if leave is None or who not in asked:
        return None
    return Investigate(asked[who].place, who, leave.within or A_BIT)
