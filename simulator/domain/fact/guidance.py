"""Guidance: what a facilitator did, seen by nobody in the exercise but for words to one seat alone."""

from simulator.domain.fact.frozen import frozen


@frozen
class InjectFired:
    """An inject of the scenario was made to happen (truth), in other words if `text` has some."""

    inject: int
    text: str = ""


@frozen
class InjectHeld:
    """An inject of the scenario is kept from happening (truth)."""

    inject: int


@frozen
class InjectReworded:
    """An inject will be said in other words when its time comes (truth)."""

    inject: int
    text: str


@frozen
class InjectPlanned:
    """The facilitator wrote an inject of their own: `who` says `text` at second `at` (truth)."""

    inject: int
    who: str
    at: int
    text: str


@frozen
class InjectLetGo:
    """An inject that was held may happen again (truth)."""

    inject: int


@frozen
class Prompted:
    """Somebody was made to say something, or to step in (truth)."""

    who: str
    steps_in: bool = False


@frozen
class Nudged:
    """A service was strained by a share (per cent) for some seconds (truth)."""

    service: str
    pull: str
    amount: int
    lasts: int


@frozen
class Whispered:
    """The facilitator said something to one seat alone."""

    to: str
    text: str


@frozen
class HintGiven:
    """The facilitator helped one seat on; `step` is how much was given away."""

    to: str
    step: str
    text: str
