"""What injects mean: who speaks, what they wait for, and that they end."""

from collections.abc import Iterator

from simulator.authoring.checks.effects import check_effects
from simulator.authoring.checks.names import known, unknown
from simulator.authoring.forms import LASTING, OCCASION
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Condition
from simulator.domain.stakes import AUDIENCES

MOST_REPEATS = 500
"""An inject that happens more often than this floods the call."""
_LIMIT = 3


def check_injects(tree: Node, organisation: Organisation) -> Iterator[Problem]:
    """Injects come from someone who exists, when something happens that can happen, and not without end."""
    outside = tuple(name for name, service in organisation.services.items() if service.outside)
    company = (*organisation.stakeholders, *organisation.people, *outside, *organisation.automation)
    speakers = dict.fromkeys(company)
    for inject in tree["injects"].each:
        yield from known(inject["who"], speakers, "stakeholder or person")
        yield from check_effects(inject["does"], organisation)
        yield from known(inject["offers"], organisation.runbook, "change")
        yield from _conditions(inject["when"], tree, organisation)
        yield from _repeats(inject["every"], tree)


def _conditions(when: Node, tree: Node, organisation: Organisation) -> Iterator[Problem]:
    occasion = OCCASION.read(when.value)
    for one in (*occasion.conditions, *occasion.unless) if occasion else ():
        yield from _condition(one, when, organisation)
        if one.trigger == "real" and one.subject not in (hazards := hazards_of(tree)):
            yield unknown(when, one.subject, hazards, "hazard")


def hazards_of(tree: Node) -> tuple[str, ...]:
    """The hazards that a scenario gives odds for."""
    return tuple(dict.fromkeys(hazard for _, dangers in tree["hazards"] for hazard, _ in dangers))


def _condition(one: Condition, when: Node, organisation: Organisation) -> Iterator[Problem]:
    if one.trigger in ("silence", "told") and one.subject not in AUDIENCES:
        yield unknown(when, one.subject, AUDIENCES, "audience")
    if one.trigger in ("change", "helped", "in place") and one.subject not in organisation.runbook:
        yield unknown(when, one.subject, tuple(organisation.runbook), "change")


def _repeats(every: Node, tree: Node) -> Iterator[Problem]:
    """How often it would happen until the limit, at most."""
    gap, length, limit = (LASTING.read(node.value) for node in (every, tree["length"], tree["limit"]))
    whole = limit or _LIMIT * (length or 0)
    if gap and whole // gap > MOST_REPEATS:
        message = f"every {every.raw}, it would happen {whole // gap} times before the limit"
        yield every.problem(message, f"a time that lets it happen {MOST_REPEATS} times at most")
