"""The debrief as JSON, for scripts: the report's values, field by field."""

import json
from typing import Any

from simulator.debrief.report import Report
from simulator.domain.value import Value, names_in

DIGITS = 4
"""As many digits of a number as anyone can use."""


def to_json(report: Report) -> str:
    """The report as JSON text; the same report is the same text."""
    return plain_json(report)


def plain_json(value: Any) -> str:
    """Any value as JSON text."""
    return json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n"


def plain(value: Any) -> Any:
    """A value of the report as JSON has it."""
    if isinstance(value, Value):
        return {name: plain(getattr(value, name)) for name in names_in(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(item) for name, item in value._asdict().items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return round(value, DIGITS) if isinstance(value, float) else value
