"""Too many at once: no more than 12 injects have one occasion, and no more than 100 there are.

Why: a commander who is told a hundred things in one second hears none of them, and the console shows
nothing else.

Bad:
    - injects:
    + injects:
    +   - {when: at 9m, who: ben, says: "1"}
    +   - {when: at 9m, who: ben, says: "2"}
    +   - {when: at 9m, who: ben, says: "3"}
    +   - {when: at 9m, who: ben, says: "4"}
    +   - {when: at 9m, who: ben, says: "5"}
    +   - {when: at 9m, who: ben, says: "6"}
    +   - {when: at 9m, who: ben, says: "7"}
    +   - {when: at 9m, who: ben, says: "8"}
    +   - {when: at 9m, who: ben, says: "9"}
    +   - {when: at 9m, who: ben, says: "10"}
    +   - {when: at 9m, who: ben, says: "11"}
    +   - {when: at 9m, who: ben, says: "12"}
    +   - {when: at 9m, who: ben, says: "13"}
"""

from collections import Counter
from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "too-many-at-once"
OF: Kind = "scenario"
TASTE = False
AT_ONCE, IN_ALL = 12, 100


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding at the first inject too many, for one occasion and in all."""
    injects = draft.value.injects
    if len(injects) > IN_ALL:
        yield draft.at("injects", IN_ALL).problem(f"there are {len(injects)} injects", f"at most {IN_ALL}")
    met = Counter[tuple[str, str, int]]()
    for number, inject in enumerate(injects):
        occasion = (inject.trigger, inject.subject, inject.seconds)
        met[occasion] += 1
        if met[occasion] == AT_ONCE + 1:
            yield draft.at("injects", number, "when").problem(
                f"more than {AT_ONCE} injects happen at one moment", "times that lie apart"
            )
