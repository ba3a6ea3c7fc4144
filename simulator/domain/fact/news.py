"""News in and out: alerts, customers, stakeholders, updates."""

from typing import Literal, TypeAlias

from simulator.domain.seats import COMMANDER
from simulator.domain.update import Update
from simulator.domain.value import Value

Want: TypeAlias = Literal["news", "eta", "severity", "command"]
"""What someone senior in the room wants: any news, a time, the severity argued, or to give orders."""
Grievance: TypeAlias = Literal["nothing new", "taken back", "late update", "missed eta"]
"""What an audience holds against the updates it got."""
Mood: TypeAlias = Literal["calm", "impatient", "angry", "furious"]
Reply: TypeAlias = Literal["no eta", "eta", "take command", "severity stays", "later", "in words"]
"""What a commander can answer someone senior in the room, or whoever outside asked something."""


class AlertFired(Value):
    """An alert went off and paged a team."""

    alert: str
    signal: str
    reading: float
    pages: str


class AlertCleared(Value):
    """An alert went quiet."""

    alert: str
    signal: str


class CustomersReported(Value):
    """Support passed on that customers are writing in; `count` reports up to that second."""

    count: int
    says: str


class StakeholderAsked(Value):
    """Someone outside the response asked for news after `silence` seconds without any."""

    who: str
    audience: str
    silence: int
    says: str


class Swooped(Value):
    """Someone senior stepped into the response; `wants` is what would let them leave again."""

    who: str
    audience: str
    says: str
    wants: Want = "news"


class Replied(Value):
    """Whoever of an audience stands in the room, or asked, was answered; `eta` in seconds, 0 for none.

    `by` is the seat that answered, `who` whom of the audience it answered, where they are not called by it.
    """

    audience: str
    how: Reply
    eta: int
    text: str
    by: str = COMMANDER
    who: str = ""


class SteppedBack(Value):
    """Someone senior left the response alone again."""

    who: str
    audience: str
    says: str


class Complained(Value):
    """An audience said what it holds against the updates: nothing new, taken back, late, a missed time."""

    who: str
    audience: str
    about: Grievance
    says: str


class MoodChanged(Value):
    """Someone who waits for news got angrier, or calmed down; `anger` is the index at that moment."""

    who: str
    mood: Mood
    anger: float
    before: Mood = "calm"


class Escalated(Value):
    """A key customer went over everyone's head; `worth` is what is at stake, in the organisation's words."""

    who: str
    audience: str
    worth: str
    says: str


class NoticeDue(Value):
    """A legal clock began: an audience must hear within so many seconds of this."""

    who: str
    audience: str
    within: int
    why: str


class NoticeMissed(Value):
    """A legal clock ran out, and the audience had not been told."""

    who: str
    audience: str
    why: str


class Contacted(Value):
    """An outside provider was called; they answer at their own pace."""

    who: str


class PostFailed(Value):
    """An update did not go out: what carries it is broken itself."""

    update: Update
    by: str
    says: str


class Drafted(Value):
    """An update was written and waits for approval."""

    update: Update
    by: str


class Posted(Value):
    """An update went out to its audience."""

    update: Update
    by: str
