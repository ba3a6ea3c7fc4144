"""Guidance: what a facilitator did, seen by nobody in the exercise but for words to one seat alone."""

from simulator.domain.value import Value


class InjectFired(Value):
    """An inject of the scenario was made to happen (truth), in other words if `text` has some."""

    inject: int
    text: str = ""


class InjectHeld(Value):
    """An inject of the scenario is kept from happening (truth)."""

    inject: int


class InjectReworded(Value):
    """An inject will be said in other words when its time comes (truth)."""

    inject: int
    text: str


class InjectPlanned(Value):
    """The facilitator wrote an inject of their own: `who` says `text` at second `at` (truth)."""

    inject: int
    who: str
    at: int
    text: str


class InjectLetGo(Value):
    """An inject that was held may happen again (truth)."""

    inject: int


class Prompted(Value):
    """Somebody was made to say something, or to step in (truth)."""

    who: str
    steps_in: bool = False


class Nudged(Value):
    """A service was strained by a share (per cent) for some seconds (truth)."""

    service: str
    pull: str
    amount: int
    lasts: int


class Whispered(Value):
    """The facilitator said something to one seat alone."""

    to: str
    text: str


class HintGiven(Value):
    """The facilitator helped one seat on; `step` is how much was given away."""

    to: str
    step: str
    text: str
