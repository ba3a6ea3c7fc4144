"""Incident-command training: an outage is data, a person commands it, one timeline is replayed and scored."""

__version__ = "0.1.0"
