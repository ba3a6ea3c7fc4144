"""An alert at rest: no alert goes off while all is well.

Why: one that fires in every busy hour trains people to look away, and takes the place of the evidence that
the first minutes of an outage are about.

Bad:
    -   - {when: db time > 3x for 4m, pages: data}
    +   - {when: db load > 40% for 4m, pages: data}

    - signals:
    + signals:
    +   db load: {of: db, shows: load, lag: 2m, noise: 5%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.symptoms import at_rest
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.organisation import Organisation

NAME = "alert-at-rest"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each alert that the busiest or the quietest hour of a good week sets off."""
    demands = (max(draft.value.rhythm), min(draft.value.rhythm))
    usual = [at_rest(draft.value, demand) for demand in demands]
    for number, alert in enumerate(draft.value.alerts):
        shown = [hour[alert.signal] for hour in usual]
        off = max(shown) > alert.threshold if alert.beyond == "above" else min(shown) < alert.threshold
        if off:
            reads = max(shown) if alert.beyond == "above" else min(shown)
            latency = draft.value.signals[alert.signal].shows == "latency"
            yield draft.at("alerts", number, "when").problem(
                f"this fires on a good day: {alert.signal!r} reads {_shown(reads, latency)} then",
                f"a threshold further {alert.beyond}",
            )


def _shown(reads: float, latency: bool) -> str:
    return f"{reads:.3g}x" if latency else f"{reads:.0%}"
