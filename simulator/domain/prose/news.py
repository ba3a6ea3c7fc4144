"""How news reads: alerts and voices from outside, and the updates that go out to them."""

from simulator.domain.duration import show_minutes
from simulator.domain.fact import (
    AlertCleared,
    AlertFired,
    CustomersReported,
    Drafted,
    Posted,
    StakeholderAsked,
    Swooped,
)
from simulator.domain.prose.names import COMMANDER, Names
from simulator.domain.prose.saying import Sayings, audience, counted, quoted, sentence
from simulator.domain.update import Update


def claims(update: Update) -> str:
    """What an update says, without its free text: `identified, 'log in' affected; next update in 20 min`."""
    parts = [str(update.state) + (f", {quoted(update.scope)} affected" if update.scope else "")]
    if update.cause:
        parts.append(f"cause given as {update.cause.rstrip('.')}")
    if update.workaround:
        parts.append(f"until then: {update.workaround.rstrip('.')}")
    if update.eta is not None:
        parts.append(f"fixed within {show_minutes(update.eta)}, it says")
    if update.next_in is not None:
        parts.append(f"next update in {show_minutes(update.next_in)}")
    return "; ".join(parts)


def _update(update: Update) -> str:
    words = f' "{update.text.strip()}"' if update.text.strip() else ""
    return f"{audience(update.audience)}: {claims(update)}.{words}"


def _fired(fact: AlertFired, names: Names) -> str:
    pages = f" It pages {fact.pages}." if fact.pages else ""
    return f"Alert '{fact.alert}': {fact.signal} reads {names.reading(fact.signal, fact.reading)}.{pages}"


def _reported(fact: CustomersReported, names: Names) -> str:
    return (
        f"Support: {sentence(fact.says)}"
        if fact.says
        else f"Support has {counted(fact.count, 'report')} by now."
    )


ALERTS: Sayings = {
    AlertFired: _fired,
    AlertCleared: lambda fact, names: f"Alert '{fact.alert}' goes quiet.",
    CustomersReported: _reported,
    StakeholderAsked: lambda fact, names: f"{names.start(fact.who)}: {sentence(fact.says)}",
    Swooped: lambda fact, names: f"{names.start(fact.who)} steps in: {sentence(fact.says)}",
}

UPDATES: Sayings = {
    Drafted: lambda fact, names: (
        f"{names.does(fact.by or COMMANDER, 'has')} a draft for {_update(fact.update)}"
    ),
    Posted: lambda fact, names: f"{names.does(fact.by or COMMANDER, 'updates')} {_update(fact.update)}",
}
