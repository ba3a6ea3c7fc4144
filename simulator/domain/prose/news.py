"""How news reads: alerts and voices from outside, and the updates that go out to them."""

from typing import get_args

from simulator.domain.duration import show_minutes
from simulator.domain.fact import (
    AlertCleared,
    AlertFired,
    Complained,
    Contacted,
    CustomersReported,
    Drafted,
    Escalated,
    Mood,
    MoodChanged,
    NoticeDue,
    NoticeMissed,
    Posted,
    PostFailed,
    Replied,
    Reply,
    StakeholderAsked,
    SteppedBack,
    Swooped,
)
from simulator.domain.prose.names import Names
from simulator.domain.prose.saying import Sayings, audience, because, counted, quoted, sentence
from simulator.domain.seats import COMMANDER
from simulator.domain.stakes import DECLARING
from simulator.domain.update import DataClaim, Update

_DATA: dict[DataClaim, str] = {
    "safe": "no data lost, it says",
    "lost": "data lost, it says",
    "unknown": "not known whether data is lost",
}


def claims(update: Update) -> str:
    """What an update says, without its free text: `identified, 'log in' affected; next update in 20 min`."""
    was = "were" if len(update.scope) > 1 else "was"
    affected = f"{was} affected" if update.state == "resolved" else "affected"
    parts = [str(update.state) + (f", {quoted(update.scope)} {affected}" if update.scope else "")]
    if update.cause:
        parts.append(f"cause given as {update.cause.rstrip('.')}")
    if update.workaround:
        parts.append(f"until then: {update.workaround.rstrip('.')}")
    if update.data:
        parts.append(_DATA[update.data])
    if update.eta is not None:
        parts.append(f"fixed within {show_minutes(update.eta)}, it says")
    if update.next_in is not None:
        parts.append(f"next update in {show_minutes(update.next_in)}")
    if update.via:
        parts.append(f"sent via {update.via}")
    return "; ".join(parts)


def _update(update: Update) -> str:
    words = f' "{update.text.strip()}"' if update.text.strip() else ""
    sure = "" if update.sure is None else f" How sure, on the call: {update.sure} %."
    return f"{audience(update.audience)}: {claims(update)}.{words}{sure}"


def _fired(fact: AlertFired, names: Names) -> str:
    pages = f" It pages {fact.pages}." if fact.pages else ""
    return f"Alert '{fact.alert}': {fact.signal} reads {names.reading(fact.signal, fact.reading)}.{pages}"


def _reported(fact: CustomersReported, names: Names) -> str:
    return (
        f"Support: {sentence(fact.says)}"
        if fact.says
        else f"Support has {counted(fact.count, 'report')} by now."
    )


_REPLIES: dict[Reply, str] = {
    "no eta": "there is no time yet",
    "eta": "it should be over within {eta}",
    "take command": "whether they wish to take command",
    "severity stays": "the severity stays as it is",
    "later": "not now; they will hear",
    "in words": "",
}


def _replied(fact: Replied, names: Names) -> str:
    said = _REPLIES[fact.how].format(eta=show_minutes(fact.eta))
    answers = f"{names.does(fact.by, 'answers')} {names[fact.who] if fact.who else audience(fact.audience)}"
    if fact.how == "in words":
        return f"{answers}: {sentence(fact.text)}"
    return f"{answers}: {said}{because(fact.text)}."


def _due(fact: NoticeDue, names: Names) -> str:
    begins = "it is declared" if fact.why == DECLARING else f"{fact.why} is known"
    within = show_minutes(fact.within)
    return f"A legal clock runs: {names[fact.who]} must hear within {within}, for {begins}."


def _moody(fact: MoodChanged, names: Names) -> str:
    whose = f"The mood of {names[fact.who]}"
    if fact.mood == "calm":
        return f"{whose}: calm again."
    if fact.before == "calm":
        return f"{whose}: {fact.mood}."
    turns = "worsens" if MOODS.index(fact.mood) > MOODS.index(fact.before) else "eases"
    return f"{whose} {turns} from {fact.before} to {fact.mood}."


MOODS = get_args(Mood)
"""From calm to furious."""

ALERTS: Sayings = {
    Complained: lambda fact, names: f"{names.start(fact.who)}: {sentence(fact.says)}",
    Escalated: lambda fact, names: f"{names.start(fact.who)} goes over your head: {sentence(fact.says)}",
    NoticeDue: _due,
    NoticeMissed: lambda fact, names: (
        f"The time by which {names[fact.who]} had to hear has passed, and nobody told them."
    ),
    MoodChanged: _moody,
    SteppedBack: lambda fact, names: f"{names.start(fact.who)} steps back: {sentence(fact.says)}",
    AlertFired: _fired,
    AlertCleared: lambda fact, names: f"Alert '{fact.alert}' goes quiet.",
    CustomersReported: _reported,
    StakeholderAsked: lambda fact, names: f"{names.start(fact.who)}: {sentence(fact.says)}",
    Swooped: lambda fact, names: f"{names.start(fact.who)} steps in: {sentence(fact.says)}",
}

UPDATES: Sayings = {
    Contacted: lambda fact, names: f"{names.does(COMMANDER, 'calls')} {fact.who}.",
    Replied: _replied,
    PostFailed: lambda fact, names: (
        f"The update to {audience(fact.update.audience)} does not go out: {sentence(fact.says)}"
    ),
    Drafted: lambda fact, names: (
        f"{names.does(fact.by or COMMANDER, 'has')} a draft for {_update(fact.update)}"
    ),
    Posted: lambda fact, names: f"{names.does(fact.by or COMMANDER, 'updates')} {_update(fact.update)}",
}
