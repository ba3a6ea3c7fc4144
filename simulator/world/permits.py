"""What is possible now. Bad practice is possible; the impossible is refused, and the refusal says why."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from simulator.domain import command as said
from simulator.domain.duration import show_clock
from simulator.domain.fact import TaskKind
from simulator.domain.prose.saying import joined
from simulator.domain.seats import COMMANDER
from simulator.domain.succession import StepAside, TakeBack
from simulator.domain.what_changed import WHAT_CHANGED, asks_what_changed
from simulator.world.limits import LIMITS
from simulator.world.parts import Parts
from simulator.world.seats import MAY, outside_role
from simulator.world.telling import TELLING
from simulator.world.who_can import who_can
from simulator.world.workstreams import place_of

_AT_IT = "{} has been asked for that already, and is at it or will be."
"""To whoever asks somebody for what another has just asked them."""

NOBODY = "Nobody of the company is on the call yet"
"""Whoever sits at the other keyboards has nobody either to look at a system."""

NOT_BY_ME = "'Me' is the commander, and nobody works on the systems from this keyboard."


def refusal(parts: Parts, command: said.Command, by: str = COMMANDER) -> str:
    """Why a command is not possible now, from this seat; empty when it is. Never changes anything."""
    outside = outside_role(command, by)
    if outside:
        return outside
    if by != COMMANDER and getattr(command, "by", None) == COMMANDER:
        return _by_me(parts, by)
    if type(command) in said.ABOUT_CHANGE:
        change = cast("said.AboutChange", command).change
        if change not in parts.scene.organisation.runbook:
            return f"Nothing has been ordered as '{change}'."
    check = _CHECKS.get(type(command))
    return check(parts, command) if check else ""


def _by_me(parts: Parts, by: str) -> str:
    """Only a commander looks for themselves: at the other keyboards sits nobody who works on the systems."""
    here = joined(responder.person.first_name for responder in parts.responders.here)
    if here:
        return f"{NOT_BY_ME} Name somebody on the call ({here}), or leave out who: then whoever can takes it."
    pages = "page a team first" if said.Page in MAY.get(by, (said.Page,)) else "ask for a page"
    return (
        f"{NOT_BY_ME} Nobody else is on the call yet: {pages}, and leave out who: then whoever can takes it."
    )


def _declare(parts: Parts, command: said.Declare) -> str:
    if parts.severity:
        revise = f"To revise it: severity {command.severity}."
        return f"The incident is declared already, at {parts.severity}. {revise}"
    return ""


def _declared(parts: Parts, command: said.Command) -> str:
    return "" if parts.severity else "No incident has been declared yet. First: declare, with a severity."


def _severity(parts: Parts, command: said.SetSeverity) -> str:
    if parts.severity == command.severity:
        return f"It is {command.severity} already."
    return _declared(parts, command)


def _called(parts: Parts, provider: str) -> bool:
    return provider in parts.providers.called


def _here(parts: Parts, person: str | None) -> str:
    if not person or parts.responders[person].here:
        return ""
    if person in parts.scene.organisation.providers:
        if _called(parts, person):
            return f"{person} has been called and has not answered yet."
        return f"{person} is not within reach. To call them: page {person}."
    name = parts.responders.name(person)
    if parts.responders[person].coming:
        return f"{name} has been paged but is not on the call yet."
    return f"{name} is not on the call. To get {name}: page {name.lower()}."


def _page(parts: Parts, command: said.Page) -> str:
    if command.target == COMMANDER:
        return "You are here already."
    if command.target in parts.scene.organisation.providers:
        return f"{command.target} has been called already." if _called(parts, command.target) else ""
    if command.target not in parts.scene.organisation.people:
        return _page_team(parts, command.target)
    responder = parts.responders[command.target]
    name = parts.responders.name(command.target)
    if responder.here:
        return f"{name} is on the call already."
    return f"{name} has been paged and is on the way." if responder.coming else ""


def _page_team(parts: Parts, team: str) -> str:
    on_call = parts.scene.organisation.on_call(team, parts.scene.moment)
    if not on_call:
        return f"Nobody is on call for {team}."
    if all(parts.responders[each].here or parts.responders[each].coming for each in on_call):
        names = ", ".join(parts.responders.name(each) for each in on_call)
        return f"Everyone on call for {team} is here or on the way: {names}."
    return ""


def _ours(parts: Parts, person: str) -> str:
    outside = person in parts.scene.organisation.providers
    return f"{person} is a provider, and not of the company." if outside else ""


def _assign(parts: Parts, command: said.Assign) -> str:
    return _ours(parts, command.person) or _here(parts, command.person)


def _ask(parts: Parts, command: said.Ask) -> str:
    person = command.person or ""
    if person in parts.scene.organisation.providers and _called(parts, person):
        return ""
    if command.person == COMMANDER:
        return "You would be asking yourself. Name someone on the call."
    if command.person is None:
        return _someone(parts)
    return _here(parts, command.person) or _asked_already(parts, command)


def _asked_already(parts: Parts, command: said.Ask) -> str:
    """What changed is found out, which takes a while."""
    if not command.person or command.topic != WHAT_CHANGED:
        return ""
    held = parts.responders.held_by(parts.responders[command.person])
    at_it = any(task.what == "investigate" and asks_what_changed(task.subject) for task in held)
    return _AT_IT.format(_name(parts, command.person)) if at_it else ""


def _someone(parts: Parts) -> str:
    if parts.responders.here:
        return ""
    coming = parts.responders.coming
    if coming:
        who, were = joined(coming), "was paged" if len(coming) == 1 else "were paged, the first"
        since = show_clock(parts.responders.paged)
        return f"{NOBODY}. {who} {were} at {since}; to join takes five to ten minutes as a rule."
    return f"{NOBODY}. Page someone first."


def _owner(parts: Parts, command: Any) -> str:
    if command.workstream:
        return _in_workstream(parts, command)
    return _someone(parts) if command.by is None else _here(parts, command.by)


def _twice(parts: Parts, command: Any, what: TaskKind, subject: str) -> str:
    """Nobody is asked for what they have in hand, or before them: two who ask at once are one request."""
    if not command.by or command.by == COMMANDER:
        return ""
    held = parts.responders.held_by(parts.responders[command.by])
    if any(task.what == what and task.subject == subject for task in held):
        return _AT_IT.format(_name(parts, command.by))
    return ""


def _investigate(parts: Parts, command: said.Investigate) -> str:
    return _owner(parts, command) or _twice(parts, command, "investigate", command.place)


def _prepare(parts: Parts, command: said.Prepare) -> str:
    return _change_work(parts, command) or _twice(parts, command, "prepare", command.change)


def _withdraw(parts: Parts, command: said.Withdraw) -> str:
    person = command.work if command.work in parts.scene.organisation.people else command.by
    return _here(parts, person) or parts.withdrawals.refusal(command)


def _change_work(parts: Parts, command: Any) -> str:
    """For making, checking, preparing or undoing a change: someone is here who can."""
    on = parts.scene.organisation.runbook[command.change].on
    provider = parts.scene.organisation.contacts.get(on)
    if provider and not command.workstream:
        return _by_provider(parts, provider.name, command)
    missing = _owner(parts, command)
    if missing or command.by is None:
        return missing
    if parts.responders.knows(command.by, on):
        return ""
    return f"{_name(parts, command.by)} cannot work on {on}: {who_can(parts, on)}."


def _by_provider(parts: Parts, provider: str, command: Any) -> str:
    """What a provider runs, only they change."""
    if command.by not in (None, provider):
        return f"{provider} runs that and makes the change: page {provider}, then order it by {provider}."
    return _here(parts, provider)


def _in_workstream(parts: Parts, command: Any) -> str:
    """The workstream is open, and one of its people can do it, or whoever is named is here."""
    name = command.workstream
    if name not in parts.workstreams:
        return f"No workstream '{name}' is open."
    if command.by is not None:
        return _into_workstream(parts, name, command.by)
    subject = getattr(command, "change", "") or getattr(command, "place", "")
    place = place_of(parts.scene.organisation, subject)
    if parts.workstreams.hand(name, place):
        return ""
    return f"Nobody of the workstream '{name}' who is here can work on {place.rstrip('?')}."


def _into_workstream(parts: Parts, name: str, person: str) -> str:
    """Whoever is named for work in a workstream belongs to it from then on, of whatever team they are."""
    if person == COMMANDER:
        return f"You lead the whole. Name someone else for the workstream '{name}', or leave out who."
    other = parts.workstreams.led_by(person)
    if other and other.name != name:
        return f"{_name(parts, person)} leads the workstream '{other.name}', and works in no other."
    return _ours(parts, person) or _here(parts, person)


def _name(parts: Parts, person: str) -> str:
    return "You" if person == COMMANDER else parts.responders.name(person)


def _order(parts: Parts, command: said.Order) -> str:
    change = parts.scene.organisation.runbook[command.change]
    if command.staged and change.staged is None:
        return f"'{command.change}' has no staged form: it is all or nothing."
    made = parts.changes.latest(command.change)
    if made and not (made.finished or made.undone or made.idle or made.held):
        return f"'{command.change}' is being made already ({made.id})."
    return _change_work(parts, command) or _hands(parts, command)


def _hands(parts: Parts, command: said.Order) -> str:
    change = parts.scene.organisation.runbook[command.change]
    if change.hands == 1:
        return ""
    here = len(parts.responders.able(change.on))
    if here >= change.hands:
        return ""
    needs = f"'{command.change}' takes {change.hands} people who can work on {change.on}"
    counted = f"{here or 'nobody'} of them {'is' if here < 2 else 'are'} here"
    return f"{needs}; {counted}. To get more: page {parts.scene.organisation.services[change.on].team}."


def _check(parts: Parts, command: said.Check) -> str:
    if not parts.scene.organisation.runbook[command.change].hazards:
        return f"The runbook names no hazard for '{command.change}'; there is nothing to check."
    return _change_work(parts, command) or _twice(parts, command, "check", command.change)


def _verify(parts: Parts, command: said.Verify) -> str:
    made = parts.changes.latest(command.change)
    if made is None:
        return f"'{command.change}' has not been ordered; there is no effect to watch."
    if made.undone:
        return f"'{command.change}' is not in place; there is no effect to watch."
    return _owner(parts, command)


def _revert(parts: Parts, command: said.Revert) -> str:
    made = parts.changes.latest(command.change)
    if made is None or made.undone or made.quiet:
        return f"'{command.change}' is not in place; there is nothing to undo."
    if made.undoing:
        return f"'{command.change}' is being undone already ({made.id})."
    if parts.changes.waiting(command.change):
        return _in_workstream(parts, command) if command.workstream else ""
    if made.change.undo is None:
        return f"'{command.change}' cannot be undone."
    return _change_work(parts, command)


def _call_off(parts: Parts, command: said.CallOff) -> str:
    """What is not begun can be called off, and what is being made undone; what is made stays until asked."""
    made = parts.changes.latest(command.change)
    if made is None or made.undone or made.quiet:
        return f"Nothing has been ordered as '{command.change}' that could be called off."
    if parts.changes.waiting(command.change) or parts.withdrawals.undoing(command.change):
        return ""
    if made.finished:
        return f"'{command.change}' has been made. To have it undone: revert {command.change}."
    return _revert(parts, said.Revert(command.change))


def _residual(parts: Parts, command: said.Residual) -> str:
    made = parts.changes.latest(command.change)
    return "" if made and not made.undone else f"'{command.change}' is not in place; nothing stays behind."


def _release(parts: Parts, command: said.Release) -> str:
    return (
        "You cannot leave; hand over, or end."
        if command.person == COMMANDER
        else _here(parts, command.person)
    )


def _hand_over(parts: Parts, command: said.HandOver) -> str:
    if command.person == COMMANDER:
        return "You are in command already."
    if outside := _ours(parts, command.person):
        return outside
    trained = parts.scene.organisation.people[command.person].role == "commander"
    if not trained:
        return f"{parts.responders.name(command.person)} is not trained to command."
    if parts.handover.offered:
        waits = parts.responders.name(parts.handover.offered)
        return f"Command has been offered to {waits} already, who has not answered yet."
    if parts.handover.asked_back:
        return "Command is about to be handed back."
    if parts.handover.holder == command.person:
        return f"{parts.responders.name(command.person)} is in command already."
    return _here(parts, command.person) or _declared(parts, command)


def _step_aside(parts: Parts, command: StepAside) -> str:
    handover = parts.handover
    if handover.led_on:
        return f"{_name(parts, handover.holder)} leads already."
    return "" if handover.holder not in ("", COMMANDER) else "Nobody has accepted command."


def _take_back(parts: Parts, command: TakeBack) -> str:
    handover = parts.handover
    if not handover.led_on:
        return "You lead yourself."
    if handover.offered:
        return f"Command has just been offered to {_name(parts, handover.offered)}. Wait for the answer."
    return "You have asked for command already." if handover.asked_back else ""


def _warn(parts: Parts, command: said.Warn) -> str:
    return "You would be warning yourself." if command.person == COMMANDER else _here(parts, command.person)


def _workstream(parts: Parts, command: said.OpenWorkstream) -> str:
    if command.name in parts.workstreams:
        return f"The workstream '{command.name}' is open already."
    if command.leader == COMMANDER:
        return "You lead the whole. Name someone else to lead the workstream."
    other = parts.workstreams.led_by(command.leader)
    if other:
        return f"{_name(parts, command.leader)} leads the workstream '{other.name}' already."
    return _ours(parts, command.leader) or _here(parts, command.leader)


def _close_workstream(parts: Parts, command: said.CloseWorkstream) -> str:
    return "" if command.name in parts.workstreams else f"No workstream '{command.name}' is open."


def _freeze(parts: Parts, command: said.Command) -> str:
    return "Other changes are frozen already." if parts.injects.frozen else ""


def _unfreeze(parts: Parts, command: said.Command) -> str:
    return "" if parts.injects.frozen else "Nothing is frozen."


def _poll(parts: Parts, command: said.Poll) -> str:
    return _someone(parts)


def _open(parts: Parts, command: said.Command) -> str:
    return "The incident is resolved already." if parts.resolved else _declared(parts, command)


_CHECKS: Mapping[type, Callable[[Parts, Any], str]] = {
    said.Declare: _declare, said.SetSeverity: _severity, said.Assign: _assign, said.Page: _page,
    said.Ask: _ask, said.Investigate: _investigate, said.Withdraw: _withdraw, said.Check: _check,
    said.Order: _order,
    said.Prepare: _prepare, said.Verify: _verify, said.Revert: _revert, said.CallOff: _call_off,
    said.Residual: _residual, said.Poll: _poll, said.Freeze: _freeze, said.Unfreeze: _unfreeze,
    said.OpenWorkstream: _workstream,
    said.CloseWorkstream: _close_workstream,
    said.HandOver: _hand_over, said.Release: _release, said.Warn: _warn, said.Mitigated: _open,
    said.Resolve: _open, StepAside: _step_aside, TakeBack: _take_back, **TELLING, **LIMITS,
}  # fmt: skip
