"""How to see it next time: one plain habit for each kind of costly choice."""

from simulator.debrief.beliefs import DIGITS
from simulator.scoring.explanation import chances
from simulator.scoring.weighing import Decision
from simulator.scoring.words import minutes, percent, summed

RULED_OUT = 0.02
"""A change less likely to help than this had nothing going for it."""
MOST = 0.5
"""With more of the difference than this owed to damage, damage is what it is about."""
CLEAR = 0.6
"""With a cause this probable one knows enough to act."""


def lesson(decision: Decision) -> str:
    """The habit that would have shown the better choice, without knowing more."""
    chosen, best = decision.chosen, decision.best
    match chosen.kind, best.kind:
        case "wait", _:
            return _waited(decision)
        case "undo", _:
            return _undid(decision)
        case _, "slow way":
            return (
                "When no quick option is worth its time any more, say so on the call and have the slow fix "
                "begun. It can be prepared while the last quick one is still being watched."
            )
        case "change", "change":
            return _another(decision)
        case "change", _:
            return _looked_first(decision)
        case _, "change" | "check":
            return _acted(decision)
        case _:
            return (
                "Look where the answers differ most between the causes that are still open. Ask of a place: "
                "would it say something else if I were wrong?"
            )


def habit_of(told: str) -> str:
    """The first sentence of a lesson: the habit, before what it would have shown here."""
    ends = [place + 1 for mark in (". ", "? ") if (place := told.find(mark)) >= 0]
    return told[: min(ends, default=len(told))]


def _waited(decision: Decision) -> str:
    if decision.chosen.name:
        return (
            "What hangs is nobody's work. Ask at once: what do we look at, and what do we do if it never "
            f"comes back? Then do that. '{decision.chosen.name}' hung with {decision.rate:,.0f} customers "
            "failing."
        )
    return (
        "When a look, a change or a watch ends, have the next one named already. Ask at every pause: who is "
        f"working, and on what? Here the answer was nobody, with {decision.rate:,.0f} customers failing."
    )


def _undid(decision: Decision) -> str:
    return (
        "Before something that helped is taken back, ask: what holds it off then? What is seen with "
        f"'{decision.chosen.name}' in place does not say. Have the lasting fix made and known to act, take "
        "the stopgap back on one part first where there is one, and have it at hand again."
    )


def _another(decision: Decision) -> str:
    chosen, best = decision.chosen, decision.best
    if chosen.name == best.name:
        return (
            "The change was right, its form was not: weigh the small first form against making it everywhere."
        )
    if chosen.harm - best.harm > MOST * decision.regret:
        return _broke(decision)
    if (chosen.chance or 0.0) <= RULED_OUT:
        return (
            f"Before ordering, ask what would have to be wrong for it to help. For '{chosen.name}' nothing "
            "that was still open fitted."
        )
    return _side_by_side(decision, f"in {minutes(best.seconds)}")


def _broke(decision: Decision) -> str:
    chosen = decision.chosen
    return (
        "Ask of every change first what it may break and whether that can be taken back, and only then "
        f"whether it helps. '{chosen.name}' was expected to do damage of {summed(chosen.harm)}, which is "
        "most of the difference."
    )


def _side_by_side(decision: Decision, when: str) -> str:
    """Two options with their two numbers; `when` is how soon the better one shows."""
    chosen, best = decision.chosen, decision.best
    return (
        "Put the options side by side with two numbers each: how likely is it to help, and how long until "
        f"I can see it? '{best.name}': {chances(best)} {when}. "
        f"'{chosen.name}': {chances(chosen)} in {minutes(chosen.seconds)}."
    )


def _looked_first(decision: Decision) -> str:
    best = decision.best
    if best.kind == "check" and best.name != decision.chosen.name:
        return _side_by_side(decision, f"once a check of {minutes(best.seconds)} has shown that it is safe")
    if best.kind == "check":
        return (
            f"Ask 'what makes this dangerous today?' first. The check takes {minutes(best.seconds)}; the "
            "harm it can spare you lasts longer."
        )
    likeliest = max((share for _, share in decision.belief), default=0.0)
    return (
        f"With the likeliest cause at only {percent(likeliest)}, a look that tells the causes apart is worth "
        f"its {minutes(best.seconds)}. Ask: which one question would change what I do next?"
    )


def _acted(decision: Decision) -> str:
    likeliest = max((share for _, share in decision.belief), default=0.0)
    known = (
        "Enough was known to act" if likeliest >= CLEAR else "The quick try was worth more than knowing more"
    )
    start = "Start the quick, safe change"
    if decision.best.kind == "check":
        start = f"Have it checked, {minutes(decision.best.seconds)}, then start it"
    return (
        f"{known}: the likeliest cause stood at {percent(round(likeliest, DIGITS))}. {start}, and look "
        "further while it runs: looking in parallel is free, waiting for the answer is not."
    )
