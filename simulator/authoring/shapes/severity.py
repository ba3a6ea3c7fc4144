"""The shape of what severity is right in an outage, and from when."""

from typing import Annotated, Any

from pydantic import Field

from simulator.authoring.forms import SIGNS
from simulator.authoring.shapes.base import Name, Shape, Text, Written, one_or_more
from simulator.domain.severity import Sign

_Levels: Any = Annotated[
    tuple[Name, ...],
    one_or_more(Name),
    Field(min_length=1, max_length=3),
]


class WarrantShape(Shape):
    """A severity, from when it is right, and what speaks for it."""

    level: _Levels = Field(
        description="the severity by its name in any doctrine; two where both can be defended: [P0, P1]"
    )
    when: Annotated[tuple[Sign, ...], Written(SIGNS)] = Field(
        (),
        description="from when it is right: impact for 60m, 20% failing for 5m, 40 reports, data loss known, "
        "clue 1 of ledger, hazard replica is behind, alert app errors > 2%, 5m after clear cache, ...; "
        "several joined by and; from the first evidence if not given",
    )
    because: Text = Field(description="what speaks for it, as a clause; the marks say it")
