"""Decisions classed as chess players class moves: by what each gives away against the best there was.

Chess sites class a move by the chance of winning that it gives away: on the best known scale an inaccuracy
gives away a twentieth, a mistake a tenth, a blunder a fifth of it. That is an analogy, and so are our numbers
(assumptions): they are shares of what the best choice was expected to cost, as could be known then. How it
turned out has no part in it.

A choice is no merit where most others would have done as well; a dear one is no blunder where little was left
to lose. A change that nothing spoke for is a mistake, however little it gave away in a long outage; to ask
whether it would be safe is no merit.
"""

from typing import Literal, TypeAlias

from simulator.domain.duration import MINUTE
from simulator.scoring.case import Case
from simulator.scoring.vain import in_vain, nothing_for_it
from simulator.scoring.weighing import Decision

Class: TypeAlias = Literal["best", "good", "no matter", "inaccuracy", "mistake", "blunder"]

BEST = 0.005
"""The best choice, or one that costs no more than this share more: nobody tells them apart (assumption)."""
INACCURACY = 0.10
"""Up to this share above the best cost what is not tolerated is an inaccuracy (assumption)."""
MISTAKE = 0.25
"""Up to this share it is a mistake, beyond it a blunder: there least regret earns nothing (assumption)."""
NO_MATTER = 0.5
"""Where at least this share of the choices was within the tolerated regret, none of them was a merit
(assumption)."""
LITTLE = MINUTE
"""A regret of less than so many seconds of the outage as it was then is no worse than an inaccuracy
(assumption)."""

SIGNS: dict[Class, str] = {
    "best": "!!", "good": "!", "no matter": "=", "inaccuracy": "?!", "mistake": "?", "blunder": "??",
}  # fmt: skip
"""The signs of chess annotation, from the best to the worst; the word always stands beside it."""


def class_of(case: Case, decision: Decision) -> Class:
    """The class of a decision, by what could be known then."""
    tolerated = case.doctrine.threshold("tolerated regret")
    if in_vain(decision):
        return "mistake" if decision.share <= MISTAKE else "blunder"
    if decision.share <= tolerated:
        return _sound(decision)
    if decision.share <= INACCURACY or decision.regret < decision.rate * LITTLE / MINUTE:
        return "inaccuracy"
    return "mistake" if decision.share <= MISTAKE else "blunder"


def _sound(decision: Decision) -> Class:
    if decision.chosen.kind == "check" and nothing_for_it(decision.chosen):
        return "no matter"
    if decision.choices and decision.as_good >= NO_MATTER * decision.choices:
        return "no matter"
    return "best" if decision.share <= BEST else "good"
