"""The door: text in, the domain's values or all problems out."""

from collections.abc import Collection
from functools import lru_cache
from typing import TypeVar

from simulator.authoring.checks.doctrine import check_doctrine
from simulator.authoring.checks.organisation import check_organisation
from simulator.authoring.checks.scenario import check_scenario
from simulator.authoring.critic.bounds import BOUNDS
from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.rule import found_by
from simulator.authoring.make.doctrine import make_doctrine
from simulator.authoring.make.organisation import make_organisation
from simulator.authoring.make.scenario import make_scenario
from simulator.authoring.problem import Problem
from simulator.authoring.reading import Reading, in_order
from simulator.authoring.schema import Kind
from simulator.authoring.shape_of import shape_of
from simulator.authoring.shapes.company import OrganisationShape
from simulator.authoring.shapes.outage import ScenarioShape
from simulator.authoring.shapes.process import DoctrineShape
from simulator.authoring.text.compose import compose
from simulator.authoring.text.node import Node
from simulator.domain.doctrine import Doctrine
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario

V = TypeVar("V")


@lru_cache(maxsize=16)
def read_organisation(text: str, file: str) -> Reading[Organisation]:
    """An organisation from its text; `file` is the name that problems and origins carry.

    The same text is read once: a few companies have many outages, and each is held against its company.
    """
    composed = compose(text, file)
    if composed.tree is None:
        return Reading(None, composed.problems)
    shape, faults = shape_of(composed.tree, OrganisationShape, "organisation")
    problems = in_order(composed.problems, faults, check_organisation(composed.tree))
    if shape is None or problems:
        return Reading(None, problems)
    return _bounded(make_organisation(shape, composed.tree), composed.tree, "organisation")


@lru_cache(maxsize=16)
def read_doctrine(text: str, file: str) -> Reading[Doctrine]:
    """A doctrine from its text; `file` is the name that problems carry."""
    composed = compose(text, file)
    if composed.tree is None:
        return Reading(None, composed.problems)
    shape, faults = shape_of(composed.tree, DoctrineShape, "doctrine")
    problems = in_order(composed.problems, faults, check_doctrine(composed.tree))
    if shape is None or problems:
        return Reading(None, problems)
    return _bounded(make_doctrine(shape), composed.tree, "doctrine")


def read_scenario(
    text: str, file: str, organisation: Organisation, doctrines: Collection[str]
) -> Reading[Scenario]:
    """A scenario from its text, held against its organisation and the ids of the doctrines there are."""
    composed = compose(text, file)
    if composed.tree is None:
        return Reading(None, composed.problems)
    shape, faults = shape_of(composed.tree, ScenarioShape, "scenario")
    checked = check_scenario(composed.tree, organisation, doctrines)
    problems = in_order(composed.problems, faults, checked)
    if shape is None or problems:
        return Reading(None, problems)
    return _bounded(make_scenario(shape, composed.tree, organisation), composed.tree, "scenario")


def read_alone(text: str, file: str) -> tuple[Problem, ...]:
    """What is wrong in a scenario's text by itself, where no sound organisation can be held against it."""
    composed = compose(text, file)
    if composed.tree is None:
        return composed.problems
    return in_order(composed.problems, shape_of(composed.tree, ScenarioShape, "scenario")[1])


def _bounded(value: V, tree: Node, kind: Kind) -> Reading[V]:
    """The value, unless it asks too much of whoever plays it."""
    rules = (rule for rule in BOUNDS if kind == rule.OF)
    problems = in_order(found_by(rules, Draft(value, tree, kind)))
    return Reading(None, problems) if problems else Reading(value, (), tree)
