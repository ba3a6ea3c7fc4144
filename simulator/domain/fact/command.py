"""Command: severity, roles, decisions and the close."""

from simulator.domain.fact.frozen import frozen


@frozen
class Declared:
    """The incident was declared; `commander` leads it."""

    severity: str
    commander: str


@frozen
class SeverityChanged:
    """The severity was revised."""

    before: str
    severity: str
    because: str


@frozen
class RoleAssigned:
    """Someone was given a role."""

    role: str
    person: str


@frozen
class CommandOffered:
    """Command was offered to someone, who has not answered yet."""

    person: str


@frozen
class CommandHanded:
    """Command passed to someone who accepted it."""

    person: str


@frozen
class LedOn:
    """Whoever had command stepped aside, and `person` leads on in their stead."""

    person: str


@frozen
class CommandLeft:
    """The commander left while customers could still feel it; from here on nobody leads."""

    person: str


@frozen
class SitrepGiven:
    """The commander summed up for the call."""

    text: str


@frozen
class Decided:
    """A decision and its reason were stated for the record; `sure` in percent, None when nothing was said."""

    text: str
    sure: int | None = None


@frozen
class Noted:
    """Something was written down for the record."""

    text: str


@frozen
class CalledMitigated:
    """The commander stated that customers are no longer affected; `sure` in percent."""

    sure: int | None = None


@frozen
class Resolved:
    """The commander closed the incident; `sure`, in percent, that it will not come back."""

    sure: int | None = None


@frozen
class FollowedUp:
    """Work for after the incident was given out."""

    text: str
    owner: str
    due: str


@frozen
class ReviewSet:
    """The writer of the incident review was named."""

    owner: str
    due: str
