"""The rules for a doctrine."""

from simulator.authoring.critic.doctrines import (
    lopsided_axis,
    thresholds_assumed,
    top_severity_silent,
    worse_hears_later,
)
from simulator.authoring.critic.rule import Rule

DOCTRINE_RULES: tuple[Rule, ...] = (
    thresholds_assumed,
    top_severity_silent,
    worse_hears_later,
    lopsided_axis,
)
"""Every rule for a doctrine."""
