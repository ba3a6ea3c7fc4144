"""The course of the exercise: how it begins and ends, what is really so, what was typed."""

from simulator.domain.value import Value


class Opened(Value):
    """The exercise began; `commander` is the seat that leads."""

    title: str
    briefing: str


class TakenOver(Value):
    """What went before has been played; from here on the one who is trained leads. `task` is theirs."""

    task: str


class Ended(Value):
    """The exercise ended."""

    why: str


class CauseDrawn(Value):
    """What is really wrong (truth)."""

    cause: str
    truth: str


class HazardDrawn(Value):
    """Whether a hazard of a change is real in this world (truth)."""

    change: str
    hazard: str
    holds: bool


class EffectSetIn(Value):
    """Something began to act on a service (truth); `why` is the cause's or change's name."""

    to: str
    part: int
    what: str
    amount: float
    why: str


class EffectWentOff(Value):
    """Something stopped acting on a service (truth)."""

    to: str
    part: int
    what: str
    why: str


class ImpactChanged(Value):
    """Customers failing from this second on, and the customer-minutes lost until now (truth).

    `journeys` names each journey that fails with its failing share. Between two such entries the number
    of failing customers runs from `failing` to the next entry's `arriving` in a straight line or close to it.
    `losing` are the customers whose work is being lost while they think that it is done, and `stranded` the
    customer-minutes of work that only one side of a split has.
    """

    failing: int
    arriving: int
    total: float
    journeys: tuple[tuple[str, float], ...]
    losing: int = 0
    stranded: float = 0.0


class Healed(Value):
    """A cause was over by itself (truth)."""

    cause: str


class WorkLost(Value):
    """Work that only one side of a split had is gone (truth), in customer-minutes."""

    minutes: float


class WorkMerged(Value):
    """Work that only one side of a split had is safe (truth), in customer-minutes."""

    minutes: float


class Overloaded(Value):
    """A service went into overload, or came out of it (truth)."""

    service: str
    over: bool


class Commanded(Value):
    """A seat said something that was understood and allowed; it took `takes` seconds of its attention."""

    seat: str
    text: str
    takes: int


class Misread(Value):
    """A seat said something that could not be understood, or that could mean several things."""

    seat: str
    text: str
    answer: str


class Refused(Value):
    """A seat asked for something that is not possible now."""

    seat: str
    text: str
    reason: str


class Looked(Value):
    """A seat read something. Signals come with what they showed then; all else follows from the timeline."""

    view: str
    readings: tuple[tuple[str, float], ...]
    of: str = ""
