"""What people at their keyboards are saying just now: it takes a while, and is not to be asked for again."""

from simulator.domain.command import Answer, Approve, Declare, Draft, Page, Post
from simulator.domain.entry import each
from simulator.domain.fact import Commanded
from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value
from simulator.exercise import Exercise
from simulator.grammar import read


class BeingSaid(Value):
    """Whom an update or an answer is being written to, and whether somebody declares or pages."""

    audiences: frozenset[str] = frozenset()
    declares: bool = False
    pages: bool = False


def being_said(exercise: Exercise) -> BeingSaid:
    """What takes its time now, and what waits for a seat that is busy."""
    spoken = [
        read(fact.text, exercise.vocabulary)
        for entry, fact in each(exercise.entries, Commanded)
        if fact.seat != FACILITATOR and entry.at + fact.takes > exercise.now
    ]
    return BeingSaid(
        frozenset(filter(None, map(_audience, spoken))),
        any(isinstance(said, Declare) for said in spoken),
        any(isinstance(said, Page) for said in spoken),
    )


def _audience(said: object) -> str:
    match said:
        case Post(update=update) | Draft(update=update):
            return update.audience
        case Answer(audience=audience) | Approve(audience=audience):
            return audience
        case _:
            return ""
