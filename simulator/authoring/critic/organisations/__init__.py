"""The rules for an organisation."""

from simulator.authoring.critic.organisations import (
    alert_at_rest,
    alert_cannot_fire,
    change_shows_elsewhere,
    check_too_slow,
    journeys_alike,
    namesakes,
    nobody_waits,
    person_on_no_rota,
    service_nobody_knows,
    service_unused,
    share_unbelievable,
    signal_unwatched,
)
from simulator.authoring.critic.rule import Rule

ORGANISATION_RULES: tuple[Rule, ...] = (
    service_unused,
    service_nobody_knows,
    journeys_alike,
    share_unbelievable,
    signal_unwatched,
    alert_cannot_fire,
    alert_at_rest,
    change_shows_elsewhere,
    check_too_slow,
    person_on_no_rota,
    namesakes,
    nobody_waits,
)
"""Every rule for an organisation."""
