"""What an update claims: the structured part of a post or a brief, next to its free text."""

from typing import Literal, TypeAlias, get_args

from simulator.domain.doctrine import UpdateState
from simulator.domain.value import Value

DataClaim: TypeAlias = Literal["", "safe", "lost", "unknown"]
"""What an update says of customers' data; empty when it says nothing of it."""
DATA: tuple[str, ...] = get_args(DataClaim)[1:]


class Update(Value):
    """A message to an audience.

    `scope` are journeys or services named as affected; `cause` and `workaround` are said in words;
    `eta` is a promised time to recovery and `next_in` the promised time to the next update, in seconds
    from sending, None when not promised. `via` is another way to send it than the usual one; `data` whether
    customers' data is said to be safe or lost. `sure` is how sure of it the sender said they are, in percent;
    it is no claim, and nobody outside reads it.
    """

    audience: str
    state: UpdateState
    scope: tuple[str, ...] = ()
    cause: str = ""
    workaround: str = ""
    eta: int | None = None
    next_in: int | None = None
    text: str = ""
    via: str = ""
    data: DataClaim = ""
    sure: int | None = None

    @property
    def claims(self) -> tuple[object, ...]:
        """Everything that makes this update different from another, but for wording and promise."""
        return (self.state, tuple(sorted(self.scope)), self.cause, self.workaround, self.eta, self.data)

    @property
    def another_way(self) -> bool:
        """Whether it is sent another way than the usual one; the usual one by its own name is none."""
        return self.via.lower().replace("-", " ").removeprefix("the ") not in ("", self.audience)


class Writing(Value):
    """An update that somebody at a keyboard writes; `out_at` is None while it is not begun."""

    seat: str
    audience: str
    out_at: int | None = None
