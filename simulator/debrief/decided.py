"""Every pivotal decision in a line: what was decided, its class in a word and a sign, and luck apart."""

from collections import Counter
from collections.abc import Sequence

from simulator.debrief.changes import ChangeLane
from simulator.debrief.leaving import decided_at
from simulator.debrief.luck import fortune
from simulator.debrief.naming import chosen_of
from simulator.debrief.replays import Replayed, doubted, played
from simulator.domain.duration import show_clock
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.classes import SIGNS, class_of
from simulator.scoring.hands import A_LITTLE
from simulator.scoring.weighing import Decision
from simulator.scoring.words import listed, summed

ERRORS = ("mistake", "blunder")
"""The classes of what nobody is praised for."""
FAULTS = ("inaccuracy", *ERRORS)
"""The classes of what gave something away."""


class DecisionLine(Value):
    """One decision. `luck` is `lucky`, `unlucky` or empty; `regrets` is empty where it gave nothing away."""

    at: int
    clock: str
    name: str
    judged: str
    sign: str
    luck: str
    regrets: str
    entries: tuple[int, ...]


class Decided(Value):
    """All decisions, and in a sentence how many there were of each class; empty when there were none."""

    says: str
    lines: tuple[DecisionLine, ...]


def decided_of(
    case: Case, decided: Sequence[Decision], lanes: Sequence[ChangeLane], replayed: Sequence[Replayed] = ()
) -> Decided:
    """Every pivotal decision, by time; a wait that was tolerated decided nothing."""
    told = ((one, line_of(case, one, lanes, played(one, replayed))) for one in decided)
    lines = tuple(line for one, line in told if one.chosen.kind != "wait" or line.judged in FAULTS)
    return Decided(_counted(lines), lines)


def line_of(
    case: Case, decision: Decision, lanes: Sequence[ChangeLane], replayed: Replayed | None = None
) -> DecisionLine:
    """One decision with its class; where the worlds speak against the weighing, no worse than inaccurate."""
    own = _by_itself(decision)
    judged = class_of(case, own)
    doubt = replayed is not None and doubted(decision, replayed)
    if doubt and judged in ERRORS:
        judged = "inaccuracy"
    regrets = summed(own.regret) if judged in FAULTS and own.regret > A_LITTLE else ""
    at = decided_at(case, decision)
    return DecisionLine(
        at=at,
        clock=show_clock(at),
        name=chosen_of(case, decision),
        judged=judged,
        sign=SIGNS[judged],
        luck="" if doubt else fortune(case, decision, lanes),
        regrets=regrets,
        entries=decision.entries,
    )


def _by_itself(decision: Decision) -> Decision:
    """A look as good as any is told without what those before it cost, which is told of them."""
    return replace(decision, regret=decision.own, earlier=0.0) if decision.inherited else decision


_MANY = {"inaccuracy": "inaccuracies", "mistake": "mistakes", "blunder": "blunders"}
_NO_MATTER = "that made no difference by what was known"


def _counted(lines: Sequence[DecisionLine]) -> str:
    """`3 best, 1 good and 2 blunders (1 lucky)`."""
    counts = Counter(line.judged for line in lines)
    classes = [f"{counts[name]} {_word(name, counts[name])}" for name in SIGNS if counts[name]]
    lucky, unlucky = (sum(line.luck == word for line in lines) for word in ("lucky", "unlucky"))
    told = [f"{number} {word}" for number, word in ((lucky, "lucky"), (unlucky, "unlucky")) if number]
    return listed(classes) + (f" ({listed(told)})" if told else "")


def _word(name: str, number: int) -> str:
    if name == "no matter":
        return _NO_MATTER
    return _MANY.get(name, name) if number > 1 else name
