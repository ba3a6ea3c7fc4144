"""What a seat can say: imperative, parsed, every name resolved. `grammar` makes these from text."""

from typing import Literal, TypeAlias, get_args

from simulator.domain.fact.news import Reply
from simulator.domain.guidance import Guidance
from simulator.domain.succession import Relief
from simulator.domain.update import Update
from simulator.domain.value import Value

Topic: TypeAlias = Literal["what changed", "impact", "options", "progress", "theory", "evidence"]
View: TypeAlias = Literal[
    "board", "timeline", "people", "services", "runbook", "signals", "severities", "clocks"
]


class Declare(Value):
    """Open the incident at a severity and take command."""

    severity: str


class SetSeverity(Value):
    """Change the severity of the declared incident."""

    severity: str
    because: str = ""


class Assign(Value):
    """Give someone a role."""

    role: str
    person: str


class Page(Value):
    """Page a person, or a team's on-call."""

    target: str


class Ask(Value):
    """Ask a person about a topic; without a person the question goes to the whole call."""

    topic: Topic
    person: str | None = None


class Investigate(Value):
    """Have a place looked at, by an owner and within a time-box (seconds)."""

    place: str
    by: str | None = None
    within: int | None = None
    workstream: str = ""


class Withdraw(Value):
    """Take back a request for a look, a check, a preparation or a watch, or end one that is in hand.

    `work` is the place or change that it is about, or the person who is taken off it; `task` narrows it to
    one kind, `by` to the work of one person.
    """

    work: str
    task: str = ""
    by: str | None = None


class Check(Value):
    """Have the hazards of a change checked before it is ordered."""

    change: str
    by: str | None = None
    workstream: str = ""


class Order(Value):
    """Have a change made on production."""

    change: str
    by: str | None = None
    staged: bool = False
    because: str = ""
    workstream: str = ""


class Prepare(Value):
    """Have a change made ready without applying it."""

    change: str
    by: str | None = None
    workstream: str = ""


class Verify(Value):
    """Have the effect of a change watched on a signal for a window (seconds)."""

    change: str
    signal: str | None = None
    window: int | None = None
    by: str | None = None
    workstream: str = ""


class Revert(Value):
    """Have a change undone."""

    change: str
    by: str | None = None
    workstream: str = ""


class CallOff(Value):
    """Have a change not made that was ordered and is not begun."""

    change: str


class Residual(Value):
    """Put on record that a change stays in place and will be dealt with later."""

    change: str
    because: str = ""


class Poll(Value):
    """Ask the call for strong objections to a change."""

    change: str


class Freeze(Value):
    """Stop other teams' production changes."""


class Unfreeze(Value):
    """Let other teams change production again."""


class OpenWorkstream(Value):
    """Split off a workstream under a leader, with a scope and a time-box."""

    name: str
    leader: str
    scope: str = ""
    within: int | None = None


class CloseWorkstream(Value):
    """Close a workstream."""

    name: str


class Draft(Value):
    """Have an update written for approval, by whoever leads communication; `by` says that it is them."""

    update: Update
    by: str | None = None


class Approve(Value):
    """Approve the waiting draft for an audience; it goes out."""

    audience: str


class Post(Value):
    """Send an update to an audience (the status page, or a brief to people inside the company)."""

    update: Update


class Answer(Value):
    """Answer whoever of an audience stands in the room: with a time or none, or by putting it to them."""

    audience: str
    no_eta: bool = False
    eta: int | None = None
    take_command: bool = False
    severity_stays: bool = False
    later: bool = False
    because: str = ""

    @property
    def how(self) -> Reply | None:
        """Which of the possible answers it is, the plainest first; None when it says nothing."""
        said: tuple[tuple[bool, Reply], ...] = (
            (self.take_command, "take command"), (self.eta is not None, "eta"), (self.no_eta, "no eta"),
            (self.severity_stays, "severity stays"), (self.later, "later"),
        )  # fmt: skip
        return next((how for is_said, how in said if is_said), None)


class Sitrep(Value):
    """Summarise state, open tasks and the next time to the call."""

    text: str


class HandOver(Value):
    """Hand command to someone, who must accept."""

    person: str


class Release(Value):
    """Let someone leave the call."""

    person: str


class Warn(Value):
    """Tell someone who derails the call to stop."""

    person: str


class Mitigated(Value):
    """State that customers are no longer affected; `sure` in percent."""

    sure: int | None = None


class Resolve(Value):
    """Close the incident; `sure`, in percent, that it will not come back."""

    sure: int | None = None


class FollowUp(Value):
    """Give someone work for after the incident."""

    text: str
    owner: str | None = None
    due: str = ""


class Review(Value):
    """Name who writes the incident review, and when it is due."""

    owner: str
    due: str = ""


class End(Value):
    """End the exercise."""


class Decide(Value):
    """State a decision and its reason for the record; `sure` in percent."""

    text: str
    sure: int | None = None


class Note(Value):
    """Write something down for the record."""

    text: str


class Say(Value):
    """Say something to whoever else sits at a keyboard; nobody simulated takes it up."""

    text: str


class Wait(Value):
    """Let so many seconds pass; 0 is until there is news.

    With `until_news` the seconds are the most to wait for news; `clock` is a second of the day (UTC) to wait
    for at most.
    """

    seconds: int = 0
    until_news: bool = False
    clock: int | None = None


class Skip(Value):
    """Let quiet time pass: until there is news or something falls due, or for so many seconds."""

    at_most: int = 0


class Look(Value):
    """Read something: the board, the people, the signals. `of` narrows it to a place or a signal."""

    view: View
    of: str = ""


class Help(Value):
    """Explain the commands, or one of them. Answered at the door; it never enters the world."""

    topic: str = ""


AboutChange: TypeAlias = Check | Order | Prepare | Verify | Revert | CallOff | Residual | Poll
"""A command about one change: by its name, or by the number of its order until a world says whose that is."""
ABOUT_CHANGE: frozenset[type] = frozenset(get_args(AboutChange))
"""The kinds of commands about one change."""

Command: TypeAlias = (
    Declare | SetSeverity | Assign | Page | Ask | Investigate | Withdraw | Check | Order | Prepare | Verify
    | Revert | CallOff | Residual | Poll | Freeze | Unfreeze | OpenWorkstream | CloseWorkstream | Draft
    | Approve | Post | Answer | Sitrep | HandOver | Release | Warn | Mitigated | Resolve | FollowUp | Review
    | End | Decide | Note | Say | Wait | Skip | Look | Help | Guidance | Relief
)  # fmt: skip
