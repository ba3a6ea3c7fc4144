"""Spoiler: nothing that a trainee is told by the clock names a cause.

Why: title, briefing, what it teaches, the first steps and what stakeholders say come to everyone, whatever
the seed drew. One of them that names a cause, or uses the telling words of its truth, sends everybody to
it.

Exception: what is said after a change has been made, and what clues say; those are earned.

Bad:
    - briefing: Tuesday, 14:05 UTC. You are the commander on call. Customers write that they cannot buy.
    + briefing: Tuesday, 14:05 UTC. Customers cannot buy since what looks like a bad release.
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.outages.words import everyday, says, shown_at_the_start, telling
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import Node, quoted
from simulator.domain.scenario import Scenario

NAME = "spoiler"
OF: Kind = "scenario"
TASTE = True
MANY, FEW = 3, 2
"""So many telling words of a truth in one text give it away; all of them, if there are fewer (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each text shown to everyone that names a cause or tells its truth."""
    known = everyday(draft.value.organisation)
    truths = {name: telling(cause.truth, known) for name, cause in draft.value.causes.items()}
    for node in (*shown_at_the_start(draft), *_said_to_everyone(draft)):
        text = node.text or ""
        for cause, truth in truths.items():
            shared = sorted(truth & telling(text, known))
            if says(text, cause):
                yield node.problem(
                    f"this names the cause {quoted(cause)}", "what can be noticed from outside"
                )
            elif len(shared) >= max(FEW, min(MANY, len(truth))):
                told = f"this gives the cause {quoted(cause)} away by {', '.join(map(quoted, shared))}"
                yield node.problem(told, "other words, or fewer of them")


def _said_to_everyone(draft: Draft[Scenario]) -> Iterator[Node]:
    for node, inject in zip(draft.tree["injects"].each, draft.value.injects, strict=True):
        if inject.trigger != "change" and node["says"].present:
            yield node["says"]
