"""Signal unwatched: some alert or change watches every signal of a service.

Why: a signal that pages nobody and verifies nothing is one more number on a wall.

Exception: `success` and `errors` of a journey are what customers feel; people look at those anyhow.

Bad:
    - signals:
    + signals:
    +   cache hits: {of: cache, shows: hit rate, lag: 2m, noise: 1%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "signal-unwatched"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each signal of a service that no alert and no change refers to."""
    organisation = draft.value
    alerts = {alert.signal for alert in organisation.alerts}
    watched = alerts | {change.signal for change in organisation.runbook.values()}
    for name, signal in organisation.signals.items():
        if name not in watched and signal.of in organisation.services:
            yield draft.at("signals", name).key_problem(
                f"nothing watches {quoted(name)}", "an alert on it, or a change that shows on it"
            )
