"""What a facilitator can say: how whoever leads a game day guides the world, within limits.

These are commands like all others, recorded and replayed, of a seat that no trainee takes. Their words are a
table of their own, so that a trainee who types them is answered as for any unknown words.
"""

from typing import Literal, TypeAlias

from simulator.domain.duration import MINUTE
from simulator.domain.fact.news import Want
from simulator.domain.value import Value

MOST_SHARE = 50
"""A nudge is no stronger than this (per cent): it changes a tempo, not the outage (assumption)."""
MOST_SECONDS = 30 * MINUTE
"""No nudge lasts longer (assumption)."""
MOST_NUDGES = 5
"""Nobody nudges an exercise more often (assumption)."""
MOST_PLANNED = 9
"""So many injects of their own a facilitator writes for one exercise (assumption)."""

Pull: TypeAlias = Literal["errors", "slowness", "load"]
PULLS: tuple[Pull, ...] = ("errors", "slowness", "load")
Step: TypeAlias = Literal["question", "direction", "answer"]
STEPS: tuple[Step, ...] = ("question", "direction", "answer")
"""The ladder of a hint: each step says more than the one before."""
InjectState: TypeAlias = Literal["waiting", "held", "unsaid", "happened", "repeats", "passed by"]
"""`unsaid`: its moment came when whoever says it was not on the call; they say it once they have joined."""


class Fire(Value):
    """Let an inject of the scenario (its number) happen now; with `text` in other words."""

    inject: str
    text: str = ""


class Hold(Value):
    """Keep an inject from happening."""

    inject: str


class Reword(Value):
    """Have an inject said in other words, when its time comes."""

    inject: str
    text: str


class LetGo(Value):
    """Let an inject that is held come again when its conditions hold."""

    inject: str


class Plan(Value):
    """Write an inject of one's own: somebody says something, `after` so many seconds."""

    who: str
    after: int
    text: str


class Prompt(Value):
    """Have somebody say something: a stakeholder, or a person on the call."""

    who: str
    text: str


class SendIn(Value):
    """Have a senior step into the room, who stays until they are answered."""

    who: str
    wants: Want = "news"
    text: str = ""


class Nudge(Value):
    """Strain a service by a share (per cent) for some seconds; it goes by itself."""

    service: str
    pull: Pull
    amount: int
    lasts: int


class Whisper(Value):
    """Say something to one seat alone."""

    to: str
    text: str


class GiveHint(Value):
    """Help one seat on, with a step of the ladder."""

    to: str
    step: Step
    text: str


Guidance: TypeAlias = Fire | Hold | LetGo | Reword | Plan | Prompt | SendIn | Nudge | Whisper | GiveHint


class Upcoming(Value):
    """How an inject stands: its number, when its moment last came, which conditions hold now.

    Those that a facilitator wrote are counted on from those of the scenario.

    `says` are the words it was said with, or will be said with when its time comes. `due` is the second at
    which that comes if nothing else happens; None where something has to happen first.
    """

    number: int
    state: InjectState
    at: int | None
    holds: tuple[bool, ...]
    says: str = ""
    due: int | None = None
