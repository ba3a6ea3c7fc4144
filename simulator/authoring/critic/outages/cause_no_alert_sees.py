"""A cause no alert sees: under every cause, some alert of the organisation goes off in time.

Why: an outage begins with a pager. Where none can go off, because every threshold lies beyond what the
cause reaches or must hold for longer than the outage lasts, the briefing promises what the pager does not
keep.

Exception: a fault that only customers notice is a lesson of its own; say so in an allowance.

Bad:
    -     does: {to: db/2, errors: 90%}
    +     does: {to: db/2, errors: 9%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.symptoms import course, readings
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Alert
from simulator.domain.scenario import Scenario

NAME = "cause-no-alert-sees"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each cause that sets off no alert."""
    alerts = draft.value.organisation.alerts
    for name in draft.value.causes if alerts else ():
        if not any(goes_off(draft.value, name, alert) for alert in alerts):
            yield draft.at("causes", name).key_problem(
                f"no alert can go off under {quoted(name)}",
                "effects that some alert of the organisation sees, for as long as it must hold",
            )


def goes_off(scenario: Scenario, cause: str, alert: Alert) -> bool:
    """Whether a cause, left alone, takes an alert's signal beyond its threshold for long enough."""
    since: int | None = None
    for moment in course(scenario, cause):
        shown = readings(scenario.organisation, moment.state)[alert.signal]
        beyond = shown > alert.threshold if alert.beyond == "above" else shown < alert.threshold
        if since is not None and moment.at - since >= alert.hold:
            return True
        since = (moment.at if since is None else since) if beyond else None
    lag = scenario.organisation.signals[alert.signal].lag
    return since is not None and scenario.limit - since >= alert.hold + lag
