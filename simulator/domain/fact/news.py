"""News in and out: alerts, customers, stakeholders, updates."""

from dataclasses import dataclass

from simulator.domain.update import Update


@dataclass(frozen=True, slots=True)
class AlertFired:
    """An alert went off and paged a team."""

    alert: str
    signal: str
    reading: float
    pages: str


@dataclass(frozen=True, slots=True)
class AlertCleared:
    """An alert went quiet."""

    alert: str
    signal: str


@dataclass(frozen=True, slots=True)
class CustomersReported:
    """Support passed on that customers are writing in; `count` reports so far."""

    count: int
    says: str


@dataclass(frozen=True, slots=True)
class StakeholderAsked:
    """Someone outside the response asked for news after `silence` seconds without any."""

    who: str
    audience: str
    silence: int
    says: str


@dataclass(frozen=True, slots=True)
class Swooped:
    """Someone senior stepped into the response."""

    who: str
    audience: str
    says: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """An update was written and waits for approval."""

    update: Update
    by: str


@dataclass(frozen=True, slots=True)
class Posted:
    """An update went out to its audience."""

    update: Update
    by: str
