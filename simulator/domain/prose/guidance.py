"""How a facilitator's doing reads."""

from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.fact import (
    HintGiven,
    InjectFired,
    InjectHeld,
    InjectLetGo,
    InjectPlanned,
    InjectReworded,
    Nudged,
    Prompted,
    Whispered,
)
from simulator.domain.prose.names import Names
from simulator.domain.prose.saying import Sayings, sentence


def _nudged(fact: Nudged, names: Names) -> str:
    how = {"errors": f"{fact.amount} % errors", "slowness": f"{fact.amount} % slower answers"}
    what = how.get(fact.pull, f"{fact.amount} % more load")
    return f"The facilitator nudges {fact.service}: {what} for {show_minutes(fact.lasts)}."


def _fired(fact: InjectFired, names: Names) -> str:
    return f"The facilitator has inject {fact.inject} happen{', in other words' if fact.text else ''}."


def _prompted(fact: Prompted, names: Names) -> str:
    return f"The facilitator has {names[fact.who]} {'step in' if fact.steps_in else 'say something'}."


SAYINGS: Sayings = {
    Whispered: lambda fact, names: sentence(f"The facilitator, to {names[fact.to]} alone: {fact.text}"),
    HintGiven: lambda fact, names: sentence(f"A hint for {names[fact.to]}: {fact.text}"),
}

TRUTHS: Sayings = {
    InjectFired: _fired,
    InjectHeld: lambda fact, names: f"The facilitator holds inject {fact.inject} back.",
    InjectLetGo: lambda fact, names: f"The facilitator lets inject {fact.inject} go again.",
    InjectReworded: lambda fact, names: sentence(
        f"The facilitator puts inject {fact.inject} in other words, for when its time comes: {fact.text}"
    ),
    InjectPlanned: lambda fact, names: sentence(
        f"The facilitator plans inject {fact.inject}, for {show_clock(fact.at)}: "
        f"{names[fact.who]} says: {fact.text}"
    ),
    Prompted: _prompted,
    Nudged: _nudged,
}
