"""A cause without a cure: some change ends or stops every cause, or it goes by itself before the limit.

Why: a commander who does everything right must be able to win. Relief that runs out, again and again, is no
end.

Exception: an outage that can only be ridden out, a provider's for example; say so in an allowance.

Bad:
    -     stuck primary: {cures: 95%}
    +     stuck primary: {relieves: 60% for 10m}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.outages.cures import ending, last_effect_goes
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "cause-without-cure"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each cause that nothing ends."""
    for name in draft.value.causes:
        goes = last_effect_goes(draft.value, name)
        if not ending(draft.value, name) and (goes is None or goes >= draft.value.limit):
            yield draft.at("causes", name).key_problem(
                f"no change cures or stops {quoted(name)}, and it outlives the exercise",
                "a change that cures it, or effects that go by themselves: 'for: 40m'",
            )
