"""The critic: what makes a file that can be read a bad outage, organisation or doctrine.

reading = read_scenario(text, file, organisation, doctrines)
found = found_by(OUTAGE_RULES, Draft(reading.value, reading.tree, "scenario"))
told = heeded(found, allowances(text, file), {rule.NAME: rule for rule in RULES})
"""

from simulator.authoring.critic.allowance import allowances, heeded
from simulator.authoring.critic.bounds import BOUNDS
from simulator.authoring.critic.doctrines import DOCTRINE_RULES
from simulator.authoring.critic.documentation import page, pages
from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.organisations import ORGANISATION_RULES
from simulator.authoring.critic.outages import DRILL_RULES, OUTAGE_RULES
from simulator.authoring.critic.rule import Rule, found_by

RULES: tuple[Rule, ...] = (*OUTAGE_RULES, *ORGANISATION_RULES, *DOCTRINE_RULES)
"""Every rule that reads one file, without the bounds, which are held when it is read."""

__all__ = [
    "BOUNDS", "DOCTRINE_RULES", "DRILL_RULES", "ORGANISATION_RULES", "OUTAGE_RULES", "RULES", "Draft", "Rule",
    "allowances", "found_by", "heeded", "page", "pages",
]  # fmt: skip
