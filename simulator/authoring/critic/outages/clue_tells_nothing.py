"""A clue that tells nothing: odds that are given cause by cause differ.

Why: a clue as likely under every cause is a red herring. That is welcome when it is meant, and easily
written by mistake. It is meant when it is written `odds: {always: 60%}`.

Bad:
    -       odds: {bad release: 75%, always: 15%}
    +       odds: {bad release: 15%, always: 15%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.domain.scenario import Scenario

NAME = "clue-tells-nothing"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each clue with causes among its odds that are all the same."""
    for place, clues in draft.value.clues.items():
        for written, clue in zip(draft.tree["clues"][place].each, clues, strict=True):
            odds = written["odds"]
            usual = next(iter(clue.odds.values()))
            same = len(set(clue.odds.values())) == 1 and len(clue.odds) > 1
            if same and any(name != ALWAYS for name in odds.names) and any(clue.odds.values()):
                yield odds.key_problem(
                    "this clue is as likely under every cause, so it tells nothing",
                    "odds that differ",
                    f"for a red herring on purpose write 'odds: {{always: {usual:.0%}}}'",
                )
