"""Silence nobody hears: an inject about silence is about an audience that somebody belongs to.

Why: where no stakeholder of the organisation hears an audience, nobody would notice that it was told
nothing.

Bad:
    -   sellers: {hears: sales, patience: 30m}

    -   - {when: no support update for 12m, who: support, says: "What do I tell them?"}
    +   - {when: no sales update for 12m, who: support, says: "What do I tell them?"}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "silence-nobody-hears"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each inject about silence towards an audience without a stakeholder."""
    heard = tuple(
        dict.fromkeys(each.hears for each in draft.value.organisation.stakeholders.values() if each.hears)
    )
    for number, inject in enumerate(draft.value.injects):
        if inject.trigger == "silence" and inject.subject not in heard:
            expected = f"one of: {', '.join(heard)}" if heard else "a stakeholder in the organisation's file"
            yield draft.at("injects", number, "when").problem(
                f"no stakeholder hears the {quoted(inject.subject)} updates", expected
            )
