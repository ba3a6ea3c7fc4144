"""Handing command on is no way to a pass: whoever led for less than half a shift is not graded."""

from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.rules.hand_over import EARLY
from simulator.scoring.scorecard import Scorecard
from simulator.scoring.words import clock, minutes


def graded(case: Case, card: Scorecard) -> Scorecard:
    """The card, without its pass where too little was led for one (doctrine: G15).

    What was found wanting in that little stays found, so nobody gets rid of a bad grade either.
    """
    why = _too_little(case)
    passed = card.grade in ("pass", "distinction")
    return replace(card, grade=None, withheld=why) if why and passed else card


def _too_little(case: Case) -> str:
    """Why too little was led to be graded; empty when it was enough, or all of it."""
    began = case.declared
    enough = EARLY * case.doctrine.threshold("command at most")
    for stretch in case.others if began is not None else ():
        since = began.at if began is not None else 0
        led = stretch.begins.at - since
        if led < enough:
            return (
                f"Command was handed on at {clock(stretch.begins.at)}, after {minutes(led)}: too little "
                f"was led to be graded. Half a shift, {minutes(enough)}, is enough."
            )
        began = stretch.ends
    return ""
