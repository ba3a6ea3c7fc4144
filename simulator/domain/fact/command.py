"""Command: severity, roles, decisions and the close."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declared:
    """The incident was declared; `commander` leads it."""

    severity: str
    commander: str


@dataclass(frozen=True, slots=True)
class SeverityChanged:
    """The severity was revised."""

    before: str
    severity: str
    because: str


@dataclass(frozen=True, slots=True)
class RoleAssigned:
    """Someone was given a role."""

    role: str
    person: str


@dataclass(frozen=True, slots=True)
class CommandOffered:
    """Command was offered to someone, who has not answered yet."""

    person: str


@dataclass(frozen=True, slots=True)
class CommandHanded:
    """Command passed to someone who accepted it."""

    person: str


@dataclass(frozen=True, slots=True)
class LedOn:
    """Whoever had command stepped aside, and `person` leads on in their stead."""

    person: str


@dataclass(frozen=True, slots=True)
class CommandLeft:
    """The commander left while customers could still feel it; from here on nobody leads."""

    person: str


@dataclass(frozen=True, slots=True)
class SitrepGiven:
    """The commander summed up for the call."""

    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and its reason were stated for the record; `sure` in percent, None when nothing was said."""

    text: str
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Something was written down for the record."""

    text: str


@dataclass(frozen=True, slots=True)
class CalledMitigated:
    """The commander stated that customers are no longer affected; `sure` in percent."""

    sure: int | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The commander closed the incident; `sure`, in percent, that it will not come back."""

    sure: int | None = None


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """Work for after the incident was given out."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """The writer of the incident review was named."""

    owner: str
    due: str
