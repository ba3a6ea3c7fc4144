"""How many customers are active, hour by hour; two rhythms that most companies know have names."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from simulator.authoring.shapes.base import Percent, Shape

_WEEKDAYS = "35 32 30 28 28 30 36 48 62 72 78 80 82 90 97 100 100 97 90 84 78 72 58 45"
_WEEKENDS = "30 28 26 25 25 26 27 28 29 30 31 32 32 33 34 35 35 34 33 33 32 32 31 30"
_EVEN = "85 83 82 80 80 80 82 84 86 88 90 92 94 96 98 100 100 99 98 96 94 92 90 87"

PRESETS: Mapping[str, tuple[str, str]] = {
    "weekday": (_WEEKDAYS, _WEEKENDS),
    "round the clock": (_EVEN, _EVEN),
}
"""Percent of the busiest hour from 00:00 UTC, on weekdays and weekends: office hours of Europe and America,
busiest while both are at work; and a business that never sleeps. The shapes are ours. That weekends are quiet
and afternoons (UTC) busy is also seen in when incidents begin: 6 % and 39 % of them."""


class HoursShape(Shape):
    """How many customers are active, hour by hour (UTC)."""

    weekdays: tuple[Percent, ...] = Field(
        min_length=24, max_length=24, description="24 shares of the busiest hour, the first at 00:00 UTC"
    )
    weekends: tuple[Percent, ...] = Field(
        min_length=24, max_length=24, description="24 shares of the busiest hour, the first at 00:00 UTC"
    )

    @property
    def week(self) -> tuple[float, ...]:
        """The share of customers who are active in each of the week's 168 hours, from Monday 00:00 UTC."""
        return self.weekdays * 5 + self.weekends * 2


def _preset(value: object) -> object:
    if isinstance(value, dict):
        return value
    if not isinstance(value, str) or value not in PRESETS:
        raise PydanticCustomError(
            "choice", "no rhythm", {"names": tuple(PRESETS), "or": "{weekdays: [...], weekends: [...]}"}
        )
    weekdays, weekends = (tuple(f"{share}%" for share in hours.split()) for hours in PRESETS[value])
    return {"weekdays": weekdays, "weekends": weekends}


Rhythm: TypeAlias = Annotated[
    HoursShape,
    BeforeValidator(_preset, json_schema_input_type=Literal["weekday", "round the clock"] | HoursShape),
]
