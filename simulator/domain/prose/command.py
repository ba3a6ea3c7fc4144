"""How command reads: severity, roles, decisions and the close."""

from simulator.domain.fact import (
    CalledMitigated,
    CommandHanded,
    CommandLeft,
    CommandOffered,
    Decided,
    Declared,
    FollowedUp,
    LedOn,
    Noted,
    Resolved,
    ReviewSet,
    RoleAssigned,
    SeverityChanged,
    SitrepGiven,
)
from simulator.domain.prose.names import YOU, Names
from simulator.domain.prose.saying import Sayings, because, sentence
from simulator.domain.seats import COMMANDER


def _due(due: str) -> str:
    return f", due {due}" if due else ""


def _sure(percent: int | None) -> str:
    return "" if percent is None else f" How sure: {percent} %."


def _followed_up(fact: FollowedUp, names: Names) -> str:
    owner = f"for {names[fact.owner]}" if fact.owner else "for nobody by name"
    return f"Follow-up {owner}{_due(fact.due)}: {sentence(fact.text)}"


def _revised(fact: SeverityChanged, names: Names) -> str:
    before = f", after {fact.before}" if fact.before else ""
    return f"The severity is now {fact.severity}{before}{because(fact.because)}."


def _declared(fact: Declared, names: Names) -> str:
    who = fact.commander or COMMANDER
    declares, takes = names.does(who, "declares"), names.verb(who, "takes")
    return f"{declares} the incident at {fact.severity} and {takes} command."


def _role(fact: RoleAssigned, names: Names) -> str:
    """A role that was given to somebody, or that goes with the seat from which somebody takes part."""
    if fact.person != fact.role:
        return f"{names.does(fact.person, 'is')} now {fact.role}."
    role = fact.role.replace("-", " ")
    if names[fact.person] == YOU:
        return f"You take part as {role}: that role is yours."
    known = names[fact.person] not in (fact.person, f"the {role}")
    return f"{names.start(fact.person)} takes part as {role}." if known else f"The {role} is in their seat."


SAYINGS: Sayings = {
    Declared: _declared,
    SeverityChanged: _revised,
    RoleAssigned: _role,
    CommandOffered: lambda fact, names: f"{names.does(COMMANDER, 'offers')} command to {names[fact.person]}.",
    CommandHanded: lambda fact, names: f"{names.does(fact.person, 'is')} now in command.",
    LedOn: lambda fact, names: f"{names.does(fact.person, 'leads')} on from here.",
    CommandLeft: lambda fact, names: (
        f"{names.does(fact.person or COMMANDER, 'leaves')} while customers are still affected. "
        "Nobody leads from here on."
    ),
    SitrepGiven: lambda fact, names: f"Situation report: {sentence(fact.text)}",
    Decided: lambda fact, names: f"Decided: {sentence(fact.text)}{_sure(fact.sure)}",
    Noted: lambda fact, names: f"Note: {sentence(fact.text)}",
    CalledMitigated: lambda fact, names: (
        f"{names.does(COMMANDER, 'calls')} it mitigated: customers are no longer affected.{_sure(fact.sure)}"
    ),
    Resolved: lambda fact, names: f"The incident is resolved.{_sure(fact.sure)}",
    FollowedUp: _followed_up,
    ReviewSet: lambda fact, names: f"{names.does(fact.owner, 'writes')} the incident review{_due(fact.due)}.",
}
