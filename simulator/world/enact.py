"""What each command sets going in the world."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.domain import command as said
from simulator.domain.fact import (
    CalledMitigated,
    CommandHanded,
    CommandLeft,
    Decided,
    Declared,
    Ended,
    FollowedUp,
    Frozen,
    Looked,
    NobodyObjected,
    Noted,
    Objected,
    Polled,
    ResidualLogged,
    Resolved,
    ReviewSet,
    SeverityChanged,
    SitrepGiven,
    Unfrozen,
    WorkstreamClosed,
    WorkstreamOpened,
)
from simulator.world.parts import Parts
from simulator.world.responders import COMMANDER, Responder

LISTENING = 20
"""Seconds a poll waits for strong objections."""
SPEAKS_UP = {"eager": 0.4, "steady": 0.65, "cautious": 0.85, "stubborn": 0.9}
"""Chance that someone who knows better says so when asked, by temper (assumption)."""


def enact(parts: Parts, command: said.Command, number: int) -> None:
    """Set a command going; `number` is the entry that recorded it."""
    _DEEDS[type(command)](parts, command, number)


def _declare(parts: Parts, command: said.Declare, number: int) -> None:
    parts.severity = command.severity
    parts.scene.log.write(Declared(command.severity, COMMANDER), number)


def _severity(parts: Parts, command: said.SetSeverity, number: int) -> None:
    before, parts.severity = parts.severity, command.severity
    parts.scene.log.write(SeverityChanged(before, command.severity, command.because), number)


def _poll(parts: Parts, command: said.Poll, number: int) -> None:
    parts.scene.log.write(Polled(command.change), number)
    parts.scene.later(LISTENING, lambda: _hear(parts, command.change, number))


def _hear(parts: Parts, change: str, number: int) -> None:
    """Those who know the place and see it coming may speak up; the cautious do more often."""
    runbook = parts.scene.organisation.runbook[change]
    outcome = parts.scene.scenario.outcome(change, parts.scene.cause)
    hazards = [name for (of, name), holds in parts.changes.hazards.items() if of == change and holds]
    bad = bool(outcome.harms) or bool(hazards)
    for responder in parts.responders.here:
        if (
            bad
            and parts.responders.knows(responder.person.id, runbook.on)
            and _speaks(parts, responder, change)
        ):
            why = f" I think {hazards[0]}." if hazards else " It could make things worse."
            says = f"Yes, I object to '{change}'.{why}"
            parts.scene.log.write(Objected(responder.person.id, change, says), number)
            return
    parts.scene.log.write(NobodyObjected(change), number)


def _speaks(parts: Parts, responder: Responder, change: str) -> bool:
    luck = parts.scene.dice.fixed(responder.person.id, f"objects to {change}")
    return luck < SPEAKS_UP[responder.person.temper]


def _freeze(parts: Parts, command: said.Freeze, number: int) -> None:
    parts.injects.frozen = True
    parts.scene.log.write(Frozen(), number)


def _unfreeze(parts: Parts, command: said.Unfreeze, number: int) -> None:
    parts.injects.frozen = False
    parts.scene.log.write(Unfrozen(), number)


def _open(parts: Parts, command: said.OpenWorkstream, number: int) -> None:
    parts.workstreams[command.name] = command.leader
    fact = WorkstreamOpened(command.name, command.leader, command.scope, command.within or 0)
    parts.scene.log.write(fact, number)


def _close(parts: Parts, command: said.CloseWorkstream, number: int) -> None:
    del parts.workstreams[command.name]
    parts.scene.log.write(WorkstreamClosed(command.name), number)


def _residual(parts: Parts, command: said.Residual, number: int) -> None:
    made = parts.changes.latest(command.change)
    if made:
        parts.scene.log.write(ResidualLogged(made.id, command.change, command.because), number)


def _resolve(parts: Parts, command: said.Resolve, number: int) -> None:
    parts.resolved = True
    parts.scene.log.write(Resolved(), number)


def _end(parts: Parts, _command: said.End, number: int) -> None:
    """The commander leaves. While customers still feel it, that does not end it: it goes on without them.

    A drill has an end of its own, and goes on up to it unless the incident is resolved.
    """
    parts.news.flush()
    drill = parts.scene.scenario.drill is not None
    if parts.plant.felt_since is None and (parts.resolved or not drill):
        end(parts, "ended by the commander", number)
    elif not drill:
        parts.left = True
        parts.scene.log.write(CommandLeft(COMMANDER), number)


def end(parts: Parts, why: str, number: int = 0) -> None:
    """Close the exercise: count what was lost, and say that it is over."""
    parts.plant.close()
    parts.over = True
    parts.scene.log.write(Ended(why), number)


def _look(parts: Parts, command: said.Look, number: int) -> None:
    readings = parts.signals.read_all() if command.view == "signals" else ()
    parts.scene.log.write(Looked(command.view, readings), number, COMMANDER)


Deed = Callable[[Parts, Any, int], object]

_DEEDS: Mapping[type, Deed] = {
    said.Declare: _declare,
    said.SetSeverity: _severity,
    said.Assign: lambda p, c, n: p.news.assign(c.role, c.person, n),
    said.Page: lambda p, c, n: p.responders.page(c.target, n),
    said.Ask: lambda p, c, n: p.desk.ask(c.topic, c.person or "", n),
    said.Investigate: lambda p, c, n: p.desk.investigate(c.place, c.by or "", c.within or 0, n),
    said.Check: lambda p, c, n: p.changes.check(c.change, c.by or "", n),
    said.Order: lambda p, c, n: p.changes.order(c.change, c.by or "", c.staged, c.because, n),
    said.Prepare: lambda p, c, n: p.changes.prepare(c.change, c.by or "", n),
    said.Verify: lambda p, c, n: p.verifications.start(c.change, c.signal, c.window, c.by or "", n),
    said.Revert: lambda p, c, n: p.changes.revert(c.change, c.by or "", n),
    said.Residual: _residual,
    said.Poll: _poll,
    said.Freeze: _freeze,
    said.Unfreeze: _unfreeze,
    said.OpenWorkstream: _open,
    said.CloseWorkstream: _close,
    said.Draft: lambda p, c, n: p.news.draft(c.update, n),
    said.Approve: lambda p, c, n: p.news.approve(c.audience, n),
    said.Post: lambda p, c, n: p.news.post(c.update, n),
    said.Sitrep: lambda p, c, n: p.scene.log.write(SitrepGiven(c.text), n),
    said.HandOver: lambda p, c, n: p.scene.log.write(CommandHanded(c.person), n),
    said.Release: lambda p, c, n: p.responders.leave(c.person, n),
    said.Mitigated: lambda p, c, n: p.scene.log.write(CalledMitigated(), n),
    said.Resolve: _resolve,
    said.FollowUp: lambda p, c, n: p.scene.log.write(FollowedUp(c.text, c.owner or "", c.due), n),
    said.Review: lambda p, c, n: p.scene.log.write(ReviewSet(c.owner, c.due), n),
    said.End: _end,
    said.Decide: lambda p, c, n: p.scene.log.write(Decided(c.text), n),
    said.Note: lambda p, c, n: p.scene.log.write(Noted(c.text), n),
    said.Wait: lambda p, c, n: None,
    said.Look: _look,
}
