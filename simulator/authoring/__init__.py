"""Authoring: from YAML files to the domain's values, or to problems that say where, what and how to mend.

reading = read_organisation(text, "scenarios/organisations/parley.yaml")
for problem in reading.problems:
    print(render(problem, text))
"""

from simulator.authoring.checks.doctrine import unknown_doctrine
from simulator.authoring.kind import kind_of
from simulator.authoring.near import did_you_mean
from simulator.authoring.problem import Problem, render
from simulator.authoring.read import read_alone, read_doctrine, read_organisation, read_scenario
from simulator.authoring.reading import Reading, in_order
from simulator.authoring.schema import KINDS, Kind, schema

__all__ = [
    "KINDS",
    "Kind",
    "Problem",
    "Reading",
    "did_you_mean",
    "in_order",
    "kind_of",
    "read_alone",
    "read_doctrine",
    "read_organisation",
    "read_scenario",
    "render",
    "schema",
    "unknown_doctrine",
]
