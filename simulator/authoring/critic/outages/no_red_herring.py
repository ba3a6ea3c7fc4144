"""No red herring: some clue is true and means nothing.

Why: in a real outage most of what is found has nothing to do with it. A clue with `odds: {always: ..}` is
one.

Bad:
    -       odds: {always: 60%}
    +       odds: {crawler: 40%, always: 60%}

    -       odds: {always: 80%}
    +       odds: {crawler: 30%, always: 80%}

    -       odds: {always: 100%}
    +       odds: {crawler: 90%, always: 100%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.domain.scenario import Scenario

NAME = "no-red-herring"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when no clue is as likely under every cause on purpose."""
    clues = [clue for _, clues in draft.tree["clues"] for clue in clues.each]
    if not any(tuple(clue["odds"].names) == (ALWAYS,) for clue in clues):
        yield draft.at("clues").key_problem(
            "no clue leads astray", "one that is as likely under every cause: 'odds: {always: 60%}'"
        )
