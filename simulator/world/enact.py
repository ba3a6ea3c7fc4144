"""What each command sets going in the world."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.domain import command as said
from simulator.domain.fact import (
    CalledMitigated,
    CommandLeft,
    Decided,
    Declared,
    Ended,
    FollowedUp,
    Frozen,
    Looked,
    Noted,
    ResidualLogged,
    Resolved,
    ReviewSet,
    SeverityChanged,
    SitrepGiven,
    Spoke,
    Unfrozen,
)
from simulator.domain.seats import COMMANDER, FACILITATOR, RELIEVED, WITH_A_ROLE
from simulator.domain.succession import StepAside, TakeBack
from simulator.world.guide import GUIDANCE
from simulator.world.milestones import DECLARED, MITIGATED, REGRADED
from simulator.world.parts import Parts
from simulator.world.seats import LOOKING
from simulator.world.workstreams import place_of


def enact(parts: Parts, command: said.Command, number: int, by: str = COMMANDER) -> None:
    """Set a seat's command going; `number` is the entry that recorded it."""
    if by in WITH_A_ROLE and not isinstance(command, LOOKING):
        parts.news.take_seat(by, number)
    if isinstance(command, said.Look):
        _look(parts, command, number, by)
    elif type(command) in _OF_ANY_SEAT:
        _OF_ANY_SEAT[type(command)](parts, command, number, by)
    elif by == COMMANDER:
        _DEEDS[type(command)](parts, command, number)
    elif by == FACILITATOR and isinstance(command, said.End):
        _call_off(parts, number)
    elif by == RELIEVED and isinstance(command, said.End):
        return  # they go, and whoever leads leads on
    elif isinstance(command, said.Draft | said.Post):
        parts.news.by_seat(command.update, by, isinstance(command, said.Post), number)
    else:
        _DEEDS[type(command)](parts, command, number)


def _declare(parts: Parts, command: said.Declare, number: int) -> None:
    parts.severity = command.severity
    parts.scene.log.write(Declared(command.severity, COMMANDER), number)
    parts.scene.milestones.lead(True)
    parts.scene.milestones.reach(DECLARED)


def _severity(parts: Parts, command: said.SetSeverity, number: int) -> None:
    before, parts.severity = parts.severity, command.severity
    number = parts.scene.log.write(SeverityChanged(before, command.severity, command.because), number)
    parts.scene.milestones.reach(REGRADED)
    parts.stakeholders.presence.regrade(number)


def _freeze(parts: Parts, command: said.Freeze, number: int) -> None:
    parts.injects.frozen = True
    parts.scene.log.write(Frozen(), number)


def _unfreeze(parts: Parts, command: said.Unfreeze, number: int) -> None:
    parts.injects.frozen = False
    parts.scene.log.write(Unfrozen(), number)


def _page(parts: Parts, command: said.Page, number: int) -> None:
    if command.target in parts.scene.organisation.providers:
        parts.providers.call(command.target, number)
    else:
        parts.responders.page(command.target, number)


def _ask(parts: Parts, command: said.Ask, number: int) -> None:
    """A leader answers for their workstream, a provider when they get round to it."""
    stream = parts.workstreams.led_by(command.person or "")
    if command.person and command.person in parts.scene.organisation.providers:
        parts.providers.ask(command.person, command.topic, number)
    elif stream and command.topic == "progress":
        parts.workstreams.ask(stream, number)
    else:
        parts.desk.ask(command.topic, command.person or "", number)


def _hand_out(parts: Parts, command: Any, number: int, then: Callable[[str], object]) -> None:
    """Give work to whom it was meant for: someone, a workstream, the provider who runs it, or anyone."""
    subject = getattr(command, "change", "") or getattr(command, "place", "")
    place = place_of(parts.scene.organisation, subject)
    if command.workstream:
        person = command.by or parts.workstreams.hand(command.workstream, place)
        parts.workstreams.give(command.workstream, person, number)
        then(person)
        return
    provider = parts.scene.organisation.contacts.get(place)
    changes = provider is not None and not isinstance(command, said.Investigate | said.Verify)
    then(command.by or (provider.name if provider and changes else ""))


def _not_made(parts: Parts, command: said.CallOff, number: int) -> None:
    """Have a change not made; one that is being made already is undone, by whoever makes it."""
    if parts.changes.waiting(command.change):
        parts.changes.call_off(command.change, number)
    else:
        made = parts.changes.latest(command.change)
        maker = made.owner if made and made.owner and parts.responders[made.owner].here else None
        _DEEDS[said.Revert](parts, said.Revert(command.change, by=maker), number)


def _residual(parts: Parts, command: said.Residual, number: int) -> None:
    made = parts.changes.latest(command.change)
    if made:
        parts.scene.log.write(ResidualLogged(made.id, command.change, command.because), number)


def _resolve(parts: Parts, command: said.Resolve, number: int) -> None:
    parts.resolved = True
    parts.scene.log.write(Resolved(command.sure), number)


def _mitigated(parts: Parts, command: said.Mitigated, number: int) -> None:
    parts.scene.log.write(CalledMitigated(command.sure), number)
    parts.scene.milestones.reach(MITIGATED)


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
        parts.scene.milestones.lead(False)


def _call_off(parts: Parts, number: int) -> None:
    """The facilitator ends it where it stands, whoever still suffers."""
    parts.news.flush()
    end(parts, "ended by the facilitator", number)


def end(parts: Parts, why: str, number: int = 0) -> None:
    """Close the exercise: count what was lost, and say that it is over."""
    parts.plant.close()
    parts.over = True
    parts.scene.log.write(Ended(why), number)


def _look(parts: Parts, command: said.Look, number: int, by: str) -> None:
    readings = parts.signals.read_all() if command.view == "signals" else ()
    parts.scene.log.write(Looked(command.view, readings, command.of), number, by)


def _sitrep(parts: Parts, command: said.Sitrep, number: int) -> None:
    parts.scene.log.write(SitrepGiven(command.text), number)
    parts.handover.brief()


def _note(parts: Parts, command: said.Note, number: int) -> None:
    parts.scene.log.write(Noted(command.text), number)
    parts.handover.brief()


_OF_ANY_SEAT: Mapping[type, Callable[[Parts, Any, int, str], object]] = {
    said.Say: lambda p, c, n, by: p.scene.log.write(Spoke(by, c.text), n),
    said.Withdraw: lambda p, c, n, by: p.withdrawals.withdraw(c, n, by),
    said.Poll: lambda p, c, n, by: p.objections.poll(c.change, n, by),
    said.Warn: lambda p, c, n, by: p.quarrel.warn(c.person, n, by),
    said.Answer: lambda p, c, n, by: p.stakeholders.presence.answer(c, n, by),
}
"""What is told by the name of whoever did it, whichever seat that was."""

Deed = Callable[[Parts, Any, int], object]

_DEEDS: Mapping[type, Deed] = {
    said.Declare: _declare,
    said.SetSeverity: _severity,
    said.Assign: lambda p, c, n: p.news.assign(c.role, c.person, n),
    said.Page: _page,
    said.Ask: _ask,
    said.Investigate: lambda p, c, n: _hand_out(
        p, c, n, lambda by: p.desk.investigate(c.place, by, c.within or 0, n)
    ),
    said.Check: lambda p, c, n: _hand_out(p, c, n, lambda by: p.prechecks.check(c.change, by, n)),
    said.Order: lambda p, c, n: _hand_out(
        p, c, n, lambda by: p.changes.order(c.change, by, c.staged, c.because, n)
    ),
    said.Prepare: lambda p, c, n: _hand_out(p, c, n, lambda by: p.changes.prepare(c.change, by, n)),
    said.Verify: lambda p, c, n: _hand_out(
        p, c, n, lambda by: p.verifications.start(c.change, c.signal, c.window, by, n)
    ),
    said.Revert: lambda p, c, n: _hand_out(p, c, n, lambda by: p.changes.revert(c.change, by, n)),
    said.CallOff: _not_made,
    said.Residual: _residual,
    said.Freeze: _freeze,
    said.Unfreeze: _unfreeze,
    said.OpenWorkstream: lambda p, c, n: p.workstreams.open(c.name, c.leader, c.scope, c.within or 0, n),
    said.CloseWorkstream: lambda p, c, n: p.workstreams.close(c.name, n),
    said.Draft: lambda p, c, n: p.news.draft(c.update, n),
    said.Approve: lambda p, c, n: p.news.approve(c.audience, n),
    said.Post: lambda p, c, n: p.news.post(c.update, n),
    said.Sitrep: _sitrep,
    said.HandOver: lambda p, c, n: p.handover.offer(c.person, n),
    said.Release: lambda p, c, n: p.responders.leave(c.person, n),
    said.Mitigated: _mitigated,
    said.Resolve: _resolve,
    said.FollowUp: lambda p, c, n: p.scene.log.write(FollowedUp(c.text, c.owner or "", c.due), n),
    said.Review: lambda p, c, n: p.scene.log.write(ReviewSet(c.owner, c.due), n),
    said.End: _end,
    said.Decide: lambda p, c, n: p.scene.log.write(Decided(c.text, c.sure), n),
    said.Note: _note,
    said.Wait: lambda p, c, n: None,
    said.Skip: lambda p, c, n: None,
    StepAside: lambda p, c, n: p.handover.step_aside(n),
    TakeBack: lambda p, c, n: p.handover.ask_back(n),
    **{kind: lambda p, c, n: p.guide.does(c, n) for kind in GUIDANCE},
}
