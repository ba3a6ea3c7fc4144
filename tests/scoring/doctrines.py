"""Doctrines that differ from a shipped one in a single figure."""

from simulator.domain.value import replace


def with_threshold(doctrine, name, value):
    """A doctrine with another value of one threshold."""
    other = replace(doctrine.thresholds[name], value=value)
    return replace(doctrine, thresholds={**doctrine.thresholds, name: other})
