"""What a rule of the critic is, and how rules are run."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Protocol

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.reading import MOST
from simulator.authoring.schema import Kind
from simulator.domain.value import replace


class Rule(Protocol):
    """A module of the critic. One file is one rule: its docstring is its page, `findings` its only function.

    `OF` is the kind of file it reads. A matter of `TASTE` may be allowed by an author who says why.
    """

    NAME: str
    OF: Kind
    TASTE: bool
    __doc__: str | None

    def findings(self, draft: Draft[Any]) -> Iterator[Problem]:
        """What the rule finds in a file."""


def found_by(rules: Iterable[Rule], draft: Draft[Any]) -> Iterator[Problem]:
    """What the rules find in a file of their kind, each finding with the name of its rule."""
    for rule in rules:
        for problem in islice(rule.findings(draft), MOST):
            yield replace(problem, rule=rule.NAME)
