"""How to see it next time: one plain habit for each kind of costly choice."""

from simulator.debrief.beliefs import DIGITS
from simulator.scoring.explanation import chances
from simulator.scoring.weighing import Decision, Option
from simulator.scoring.words import minutes, percent, summed

RULED_OUT = 0.02
"""A change less likely to help than this had nothing going for it."""
MOST = 0.5
"""With more of the difference than this owed to damage, damage is what it is about."""
CLEAR = 0.6
"""With a cause this probable one knows enough to act."""
NEARLY_ALL = 0.9
"""What is this likely to help, and likelier than any cause, helps whichever of them it is (assumption)."""


def lesson(decision: Decision, after: int | None = None, slow: str = "") -> str:
    """The habit that would have shown the better choice, without knowing more.

    `after` is how long the change that a best check is about takes until it is seen; `slow` is the change
    that is the slow way.
    """
    chosen, best = decision.chosen, decision.best
    match chosen.kind, best.kind:
        case "wait", _:
            return _waited(decision)
        case "undo", _:
            return _undid(decision)
        case _, "slow way":
            return _slowly(slow)
        case "change", "change":
            return _another(decision)
        case "change", _:
            return _looked_first(decision, after)
        case _, "change" | "check":
            return _acted(decision)
        case _:
            return (
                "Look where the answers differ most between the causes that are still open. Ask of a place: "
                "would it say something else if I were wrong?"
            )


def _slowly(slow: str) -> str:
    if not slow:
        return (
            "When nothing in the runbook is likely to help any more, say so on the call, and call for "
            "somebody who knows what is not in it."
        )
    return (
        f"When no quick option is worth its time any more, say so on the call and have '{slow}' begun. It "
        "can be prepared while the last quick one is still being watched."
    )


def habit_of(told: str) -> str:
    """The first sentence of a lesson: the habit, before what it would have shown here."""
    ends = [place + 1 for mark in (". ", "? ") if (place := told.find(mark)) >= 0]
    return told[: min(ends, default=len(told))]


def _waited(decision: Decision) -> str:
    if decision.best.absent:
        return (
            "Who does not answer is paged again, and then somebody else, before anything waits. Ask: who "
            "could do the next thing, and are they here? Here nobody was, with "
            f"{decision.rate:,.0f} customers failing."
        )
    if decision.chosen.overran:
        return (
            "A look has an end that is agreed on before it begins. Come back at it and ask: what do we do if "
            f"nothing is found? Here {decision.chosen.name} was looked at on and on, with "
            f"{decision.rate:,.0f} customers failing."
        )
    if decision.chosen.untaken:
        return (
            "Work is asked of one name, and is under way once they have said yes. Here a look at "
            f"{decision.chosen.name} was asked of everybody and nobody took it, with {decision.rate:,.0f} "
            "customers failing."
        )
    if decision.chosen.told_in:
        return (
            "A watch is as long as its signal needs to tell, and no longer: three times its lag, or a turn "
            f"of what comes and goes. '{decision.chosen.name}' could have told after "
            f"{minutes(decision.chosen.told_in)}; then the next change was due, with "
            f"{decision.rate:,.0f} customers failing."
        )
    if decision.chosen.readied:
        return (
            "While something slow is made ready, ask: what quick thing can be tried until then, and who says "
            f"the word the moment it is ready? Here '{decision.chosen.name}' was made ready and nothing was "
            f"tried, with {decision.rate:,.0f} customers failing."
        )
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
    if _breaks(decision):
        return _broke(decision)
    if _nothing_for_it(chosen):
        return _groundless(decision)
    return _side_by_side(decision, minutes(best.seconds))


def _breaks(decision: Decision) -> bool:
    """Whether most of the difference is damage that the choice was expected to do."""
    return decision.chosen.harm - decision.best.harm > MOST * decision.regret


def _broke(decision: Decision) -> str:
    chosen = decision.chosen
    return (
        "Ask of every change first what it may break and whether that can be taken back, and only then "
        f"whether it helps. '{chosen.name}' was expected to do damage of {summed(chosen.harm)}, which is "
        "most of the difference."
    )


def _nothing_for_it(option: Option) -> bool:
    """Whether a change could hardly help, neither alone nor as a part of a fix."""
    return (option.chance or 0.0) <= RULED_OUT and option.part <= RULED_OUT


def _groundless(decision: Decision) -> str:
    return (
        "Before ordering, ask what would have to be wrong for it to help. "
        f"For '{decision.chosen.name}' nothing that was still open fitted."
    )


def _side_by_side(decision: Decision, when: str) -> str:
    """Two options with their two numbers; `when` is how long it takes until the better one shows."""
    chosen, best = decision.chosen, decision.best
    return (
        "Put the options side by side with two numbers each: how likely is it to help, and how long until "
        f"I can see it? '{best.name}': {chances(best)} in {when}. "
        f"'{chosen.name}': {chances(chosen)} in {minutes(chosen.seconds)}."
    )


def _looked_first(decision: Decision, after: int | None) -> str:
    chosen, best = decision.chosen, decision.best
    if best.in_hand:
        asked = f"A look at {best.name}" if best.kind == "look" else f"The check of '{best.name}'"
        return (
            "Hear the answer that is on its way before the next change is begun. "
            f"{asked} was under way, and for '{chosen.name}' the odds stood at {chances(chosen)}."
        )
    if best.kind == "check" and best.name != chosen.name:
        whole = f"{minutes(best.seconds + (after or 0))}, the check of {minutes(best.seconds)} included"
        return _side_by_side(decision, whole)
    if best.kind == "check":
        return (
            f"Ask 'what makes this dangerous today?' first. The check takes {minutes(best.seconds)}; the "
            "harm it can spare you lasts longer."
        )
    if _breaks(decision):
        return _broke(decision)
    told = f"A look at {best.name} takes {minutes(best.seconds)} and tells the causes apart."
    if _nothing_for_it(chosen):
        return f"{_groundless(decision)} {told}"
    return (
        "Ask before a change: which one question would change what I do next? "
        f"For '{chosen.name}' the odds stood at {chances(chosen)}, with {minutes(chosen.seconds)} until that "
        f"would show. {told}"
    )


def _acted(decision: Decision) -> str:
    best = decision.best
    start = "Start it"
    if best.kind == "check":
        start = f"Have it checked, {minutes(best.seconds)}, then start it"
    return (
        f"Looking in parallel is free, waiting for the answer is not. {_enough(decision)} {start}, and look "
        "further while it runs."
    )


def _enough(decision: Decision) -> str:
    """Why the better change needed no more looking: what it was likely to do whatever the answer."""
    best, likeliest = decision.best, max((share for _, share in decision.belief), default=0.0)
    odds = best.chance or 0.0
    if odds > likeliest and odds >= NEARLY_ALL:
        return f"'{best.name}' helps under nearly every cause that was still open ({percent(odds)})."
    if likeliest >= CLEAR:
        known = percent(round(likeliest, DIGITS))
        return f"One cause stood out, at {known}, and '{best.name}' could be tried on it: {chances(best)}."
    took = minutes(decision.chosen.seconds)
    at_once = f"'{best.name}' could be tried at once: {chances(best)}"
    return f"No answer was worth the {took} that it took. {at_once}."
