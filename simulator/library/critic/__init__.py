"""Rules of the critic that need a running outage, or more than one file."""

from simulator.authoring.critic import BOUNDS, RULES, Rule
from simulator.library.critic import (
    clock_nobody_hears,
    drill_unreadable,
    first_step_refused,
    first_step_unreadable,
    hazard_of_no_outage,
    severity_unknown,
)

OUTAGE_RULES: tuple[Rule, ...] = (
    first_step_unreadable,
    first_step_refused,
    clock_nobody_hears,
    severity_unknown,
)
"""Rules for an outage with its doctrine."""
DRILL_RULES: tuple[Rule, ...] = (drill_unreadable, severity_unknown)
"""Rules for a drill with its doctrine."""
COMPANY_RULES: tuple[Rule, ...] = (hazard_of_no_outage,)
"""Rules for an organisation with its outages."""
ALL_RULES: tuple[Rule, ...] = (*RULES, *OUTAGE_RULES, drill_unreadable, *COMPANY_RULES, *BOUNDS)
"""Every rule there is."""
