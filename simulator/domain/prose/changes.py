"""How changes read: ordered, made, watched, undone."""

from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.fact import (
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    ChangeOrdered,
    ChangePrepared,
    ChangeReverted,
    ChangeStarted,
    ChangeWoreOff,
    Frozen,
    HazardChecked,
    NobodyObjected,
    Objected,
    Polled,
    ResidualLogged,
    Result,
    RevertStarted,
    Unfrozen,
    Verified,
    VerifyStarted,
    WorkstreamClosed,
    WorkstreamOpened,
)
from simulator.domain.prose.names import Names
from simulator.domain.prose.saying import Sayings, because, joined, sentence
from simulator.domain.seats import COMMANDER


def _ordered(fact: ChangeOrdered, names: Names) -> str:
    of = f" from {names[fact.owner]}" if fact.owner else ", with no name on it"
    staged = ", in its small first form" if fact.staged else ""
    there = "" if fact.since is None else f" It has been in place since {show_clock(fact.since)}."
    return f"Change {fact.id} '{fact.change}' ordered{of}{staged}{because(fact.because)}.{there}"


RESULTS: dict[Result, str] = {
    "recovered": "back to normal",
    "better": "better",
    "same": "no difference",
    "worse": "worse",
    "unclear": "moved, but it cannot be told why",
}


def _verified(fact: Verified, names: Names) -> str:
    before, after = names.reading(fact.signal, fact.before), names.reading(fact.signal, fact.after)
    moved = (
        f"{fact.signal}, {before} before and {after} now"
        if before != after
        else f"{fact.signal} still {after}"
    )
    moved += ", where it was made" if fact.on_a_part else ""
    result = RESULTS[fact.result] + (", it was back to normal before" if fact.mended else "")
    who = names.start(fact.owner or COMMANDER)
    return f"{who} on the effect of {fact.id} '{fact.change}': {result} ({moved}).{_doubts(fact)}"


def _doubts(fact: Verified) -> str:
    doubts = []
    if fact.result == "unclear" and not fact.confounded:
        return " The dashboards do not load."
    if fact.confounded:
        doubts.append(f" {joined(fact.confounded)} could be behind it as well.")
    if fact.early:
        doubts.append(" That was sooner than the signal can show.")
    return "".join(doubts)


def _watching(fact: VerifyStarted, names: Names) -> str:
    window = f" for {show_minutes(fact.window)}" if fact.window else ""
    who = names.does(fact.owner or COMMANDER, "watches")
    return f"{who} {fact.signal}{window} for the effect of {fact.id} '{fact.change}'."


def _made(fact: ChangeDone, names: Names) -> str:
    plain = not fact.says or fact.says == f"{fact.change} is done."
    says = "" if plain else f" {names.start(fact.owner)}: {sentence(fact.says)}"
    return f"Change {fact.id} '{fact.change}' made{_by(fact.owner, names)}.{says}"


def _failed(fact: ChangeFailed, names: Names) -> str:
    if not fact.owner:
        return f"Change {fact.id} '{fact.change}' is called off; nobody had begun it."
    says = f" {names.start(fact.owner)}: {sentence(fact.says)}" if fact.says else ""
    return f"Change {fact.id} '{fact.change}' could not be made.{says}"


def _hangs(fact: ChangeHung, names: Names) -> str:
    return f"Change {fact.id} '{fact.change}' hangs. {names.start(fact.owner)}: {sentence(fact.says)}"


def _wore_off(fact: ChangeWoreOff, names: Names) -> str:
    says = f" {names.start(fact.owner)}: {sentence(fact.says)}" if fact.says else ""
    return f"Change {fact.id} '{fact.change}' has stopped helping.{says}"


def _by(owner: str, names: Names) -> str:
    return f" by {names[owner]}" if owner else ""


def _opened(fact: WorkstreamOpened, names: Names) -> str:
    box = f", within {show_minutes(fact.within)}" if fact.within else ""
    scope = f": {fact.scope.rstrip('.')}" if fact.scope else ""
    return f"Workstream '{fact.name}' opened under {names[fact.leader]}{box}{scope}."


SAYINGS: Sayings = {
    HazardChecked: lambda fact, names: (
        f"{names.start(fact.person)} on '{fact.change}': {sentence(fact.says)}"
    ),
    ChangeOrdered: _ordered,
    ChangeStarted: lambda fact, names: f"Change {fact.id} '{fact.change}' started{_by(fact.owner, names)}.",
    ChangeDone: _made,
    ChangeFailed: _failed,
    ChangeHung: _hangs,
    ChangeWoreOff: _wore_off,
    ChangePrepared: lambda fact, names: f"'{fact.change}' is ready to be made{_by(fact.owner, names)}.",
    RevertStarted: lambda fact, names: (
        f"{names.does(fact.owner or COMMANDER, 'starts')} to undo {fact.id} '{fact.change}'."
    ),
    ChangeReverted: lambda fact, names: f"Change {fact.id} '{fact.change}' undone{_by(fact.owner, names)}.",
    VerifyStarted: _watching,
    Verified: _verified,
    ResidualLogged: lambda fact, names: (
        f"On record: {fact.id} '{fact.change}' stays in place{because(fact.because)}."
    ),
    Polled: lambda fact, names: f"{names.does(fact.by, 'asks')} for strong objections to '{fact.change}'.",
    Objected: lambda fact, names: f"{names.start(fact.person)}: {sentence(fact.says)}",
    NobodyObjected: lambda fact, names: f"Nobody objects to '{fact.change}'.",
    Frozen: lambda fact, names: "Other teams' changes to production are stopped.",
    Unfrozen: lambda fact, names: "Other teams may change production again.",
    WorkstreamOpened: _opened,
    WorkstreamClosed: lambda fact, names: f"Workstream '{fact.name}' closed.",
}
