"""What a scenario's file means, held against its organisation: names, parts, odds."""

from collections.abc import Collection, Iterator

from simulator.authoring.checks.doctrine import unknown_doctrine
from simulator.authoring.checks.drill import check_drill
from simulator.authoring.checks.effects import check_effects
from simulator.authoring.checks.end import check_ends
from simulator.authoring.checks.injects import check_injects
from simulator.authoring.checks.names import all_known, keys_known, known
from simulator.authoring.checks.odds import check_odds, check_sums
from simulator.authoring.checks.severity import check_severity
from simulator.authoring.near import did_you_mean, one_of
from simulator.authoring.problem import Problem
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.authoring.text.node import Node, quoted
from simulator.domain.organisation import Change, Organisation
from simulator.domain.stakes import AUDIENCES


def check_scenario(tree: Node, organisation: Organisation, doctrines: Collection[str]) -> Iterator[Problem]:
    """Everything that is wrong with the meaning of a scenario's file."""
    yield from known(tree["organisation"], (organisation.id,), "organisation")
    yield from unknown_doctrine(tree, doctrines)
    yield from check_causes(tree, organisation)
    unclear = tuple(check_changes(tree, organisation))
    yield from unclear or check_ends(tree)
    yield from check_hazards(tree, organisation)
    yield from check_clues(tree, organisation)
    yield from check_injects(tree, organisation)
    yield from check_severity(tree, organisation)
    yield from check_drill(tree, organisation, AUDIENCES)


def under(tree: Node) -> Collection[str] | None:
    """What outcomes and odds may be given under: the causes of the scenario, or always.

    None where a cause is given twice: whichever is missing for that is then known only to the author.
    """
    return None if tree["causes"].twice else dict.fromkeys((*tree["causes"].names, ALWAYS))


def check_causes(tree: Node, organisation: Organisation) -> Iterator[Problem]:
    """Causes happen to services that exist, and none is called always."""
    for name, cause in tree["causes"]:
        if name == ALWAYS:
            yield cause.key_problem(
                "a cause cannot be called 'always'", "another name: 'always' stands for all causes"
            )
        yield from check_effects(cause["does"], organisation)


def check_changes(tree: Node, organisation: Organisation) -> Iterator[Problem]:
    """Changes are in the runbook, and their outcomes are given under causes of this scenario."""
    causes = under(tree)
    yield from keys_known(tree["changes"], organisation.runbook, "change")
    for _, outcomes in tree["changes"]:
        yield from check_odds(outcomes, causes)
        for _, outcome in outcomes:
            yield from all_known(outcome["after"].each, organisation.runbook, "change")
            yield from all_known(outcome["mends"].each, organisation.runbook, "change")
            yield from check_effects(outcome["does"], organisation)
            yield from check_effects(outcome["harms"], organisation)


def check_hazards(tree: Node, organisation: Organisation) -> Iterator[Problem]:
    """Hazards are those that the runbook names for the change."""
    causes = under(tree)
    yield from keys_known(tree["hazards"], organisation.runbook, "change")
    for change, dangers in tree["hazards"]:
        yield from _hazards_of(change, dangers, organisation)
        for _, danger in dangers:
            yield from check_odds(danger["odds"], causes)
            yield from check_effects(danger["harms"], organisation)


def _hazards_of(change: str, dangers: Node, organisation: Organisation) -> Iterator[Problem]:
    """Of a hazard that another change has, the problem says which."""
    if change not in organisation.runbook:
        return
    own = _hazards(organisation.runbook[change])
    for name, danger in dangers:
        if name not in own:
            others = [other.name for other in organisation.runbook.values() if name in _hazards(other)]
            hint = f"a hazard of {', '.join(map(quoted, others))}" if others else did_you_mean(name, own)
            expected = one_of(own) or f"none: the runbook names no hazard of {quoted(change)}"
            yield danger.key_problem(f"{quoted(change)} has no hazard {quoted(name)}", expected, hint)


def _hazards(change: Change) -> Collection[str]:
    return [hazard.name for hazard in change.hazards]


def check_clues(tree: Node, organisation: Organisation) -> Iterator[Problem]:
    """Clues are about services or questions, and the odds of one place leave room for each other."""
    causes = under(tree)
    for place, clues in tree["clues"]:
        if place not in organisation.services and not place.endswith("?"):
            names = tuple(organisation.services)
            message = f"{quoted(place)} is neither a service nor a question"
            expected = f"{one_of(names)}, or a question such as 'what changed?'"
            yield clues.key_problem(message, expected, did_you_mean(place, names))
        for clue in clues.each:
            yield from check_odds(clue["odds"], causes)
            yield from all_known(clue["only"].each, organisation.people, "person")
        yield from check_sums(place, clues, tree["causes"].names)
