"""How people read: pages, the call, work and answers."""

from simulator.domain.duration import show_minutes
from simulator.domain.fact import (
    Acknowledged,
    ActedAlone,
    Answered,
    ClueFound,
    Joined,
    Left,
    NotKnown,
    Paged,
    PageUnanswered,
    Said,
    Spoke,
    TaskEnded,
    TaskGiven,
    TaskKind,
    TaskStarted,
    Warned,
    Withdrawn,
)
from simulator.domain.prose.names import Names
from simulator.domain.prose.saying import Sayings, audience, sentence
from simulator.domain.seats import COMMANDER
from simulator.domain.what_changed import asks_what_changed

_WORK: dict[TaskKind, tuple[str, str]] = {
    "investigate": ("look into {}", "looking into {}"),
    "check": ("check the hazards of '{}'", "checking the hazards of '{}'"),
    "change": ("make the change '{}'", "the change '{}'"),
    "prepare": ("prepare '{}'", "preparing '{}'"),
    "verify": ("watch the effect of '{}'", "watching the effect of '{}'"),
    "revert": ("undo '{}'", "undoing '{}'"),
    "write": ("write the update for {}", "writing the update for {}"),
    "answer": ("answer about {}", "answering about {}"),
    "lead": ("lead {}", "leading {}"),
    "assist": ("lend a hand with '{}'", "lending a hand with '{}'"),
}
"""What each kind of work is called: to do it, and doing it."""


def work(what: TaskKind, subject: str) -> str:
    """A piece of work after `to`: `look into db-shards`."""
    return _WORK[what][0].format(_plain(what, subject))


def working(what: TaskKind, subject: str) -> str:
    """A piece of work after `done with`: `looking into db-shards`."""
    return _WORK[what][1].format(_plain(what, subject))


_NAMED: dict[TaskKind, str] = {
    "check": "the check of '{}'",
    "change": "the change '{}'",
    "prepare": "the preparation of '{}'",
    "verify": "the watch of '{}'",
    "revert": "the undoing of '{}'",
}


def named(what: TaskKind, subject: str) -> str:
    """A piece of work as one takes it: `the check of 'fail over'`. A look is called by its place."""
    if what == "investigate" and asks_what_changed(subject):
        return "the question of what changed"
    return _NAMED.get(what, "{}").format(subject.rstrip("?."))


def in_hand(what: TaskKind, subject: str) -> str:
    """A piece of work as one has it in hand: `the look at db-shards`."""
    called = named(what, subject)
    return f"the look at {called}" if what == "investigate" and called == subject else called


def _plain(what: TaskKind, subject: str) -> str:
    if what == "write":
        return audience(subject)
    return subject.rstrip("?") if what == "investigate" else subject


def _given(fact: TaskGiven, names: Names) -> str:
    box = f", within {show_minutes(fact.within)}" if fact.within else ""
    if not fact.owner:
        asks = f"Who can {work(fact.what, fact.subject)}{box}?"
        return f"{asks} Anybody may take it; whoever is named begins at once."
    return f"{names.does(fact.owner, 'is')} asked to {work(fact.what, fact.subject)}{box}."


def _paged(fact: Paged, names: Names) -> str:
    team = f", on call for {fact.team}," if fact.team else ""
    return f"{names.does(fact.person, 'is')} paged{team.rstrip(',')}."


def _answered(fact: Answered, names: Names) -> str:
    doubt = " (not sure)" if fact.sure < 0.5 else ""
    return f"{names.start(fact.person)}{doubt}: {sentence(fact.says)}"


def _left(fact: Left, names: Names) -> str:
    return f"{names.does(fact.person, 'leaves')} the call."


def _unanswered(fact: PageUnanswered, names: Names) -> str:
    whose = "Your" if names[fact.person] == "you" else f"{names.start(fact.person)}'s"
    return f"{whose} page goes unanswered."


def _ended(fact: TaskEnded, names: Names) -> str:
    if not fact.owner:
        return f"Nobody has to {work(fact.what, fact.subject)} any more."
    if fact.what == "change":  # it may hang half-way, and whoever makes it has their hands free
        return f"{names.does(fact.owner, 'has')} nothing more to do for {working(fact.what, fact.subject)}."
    return f"{names.does(fact.owner or COMMANDER, 'is')} done with {working(fact.what, fact.subject)}."


def _withdrawn(fact: Withdrawn, names: Names) -> str:
    asked = f"the request to {work(fact.what, fact.subject)}"
    if not fact.by:
        return f"T{asked[1:]} lapses."
    if not fact.owner:
        return f"{names.does(fact.by, 'takes')} back {asked}."
    return f"{names.does(fact.by, 'takes')} {names[fact.owner]} off {working(fact.what, fact.subject)}."


def _started(fact: TaskStarted, names: Names) -> str:
    return f"{names.does(fact.owner or COMMANDER, 'starts')} to {work(fact.what, fact.subject)}."


def _alone(fact: ActedAlone, names: Names) -> str:
    says = f" {names.start(fact.person)}: {sentence(fact.says)}" if fact.says else ""
    return f"Change {fact.id} '{fact.change}' is {names[fact.person]}'s own doing; nobody asked for it.{says}"


SAYINGS: Sayings = {
    Paged: _paged,
    Acknowledged: lambda fact, names: f"{names.does(fact.person, 'acknowledges')} the page.",
    PageUnanswered: _unanswered,
    Joined: lambda fact, names: f"{names.does(fact.person, 'joins')} the call.",
    Left: _left,
    TaskGiven: _given,
    TaskStarted: _started,
    TaskEnded: _ended,
    Withdrawn: _withdrawn,
    ClueFound: lambda fact, names: (
        f"{names.start(fact.person)} on {_plain('investigate', fact.place)}: {sentence(fact.says)}"
    ),
    NotKnown: lambda fact, names: f"{names.start(fact.person)}: {sentence(fact.says)}",
    Answered: _answered,
    ActedAlone: _alone,
    Warned: lambda fact, names: f"{names.does(fact.by, 'asks')} {names[fact.person]} to stop it.",
    Spoke: lambda fact, names: f"{names.start(fact.seat)}: {fact.text.strip()}",
    Said: lambda fact, names: f"{names.start(fact.who)}: {sentence(fact.says)}",
}
