"""Command: severity, roles, decisions and the close."""

from simulator.domain.value import Value


class Declared(Value):
    """The incident was declared; `commander` leads it."""

    severity: str
    commander: str


class SeverityChanged(Value):
    """The severity was revised."""

    before: str
    severity: str
    because: str


class RoleAssigned(Value):
    """Someone was given a role."""

    role: str
    person: str


class CommandOffered(Value):
    """Command was offered to someone, who has not answered yet."""

    person: str


class CommandHanded(Value):
    """Command passed to someone who accepted it."""

    person: str


class LedOn(Value):
    """Whoever had command stepped aside, and `person` leads on in their stead."""

    person: str


class CommandLeft(Value):
    """The commander left while customers could still feel it; from here on nobody leads."""

    person: str


class SitrepGiven(Value):
    """The commander summed up for the call."""

    text: str


class Decided(Value):
    """A decision and its reason were stated for the record; `sure` in percent, None when nothing was said."""

    text: str
    sure: int | None = None


class Noted(Value):
    """Something was written down for the record."""

    text: str


class CalledMitigated(Value):
    """The commander stated that customers are no longer affected; `sure` in percent."""

    sure: int | None = None


class Resolved(Value):
    """The commander closed the incident; `sure`, in percent, that it will not come back."""

    sure: int | None = None


class FollowedUp(Value):
    """Work for after the incident was given out."""

    text: str
    owner: str
    due: str


class ReviewSet(Value):
    """The writer of the incident review was named."""

    owner: str
    due: str
