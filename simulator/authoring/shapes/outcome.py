"""The shape of what a change does under one cause."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.authoring.forms import RELIEF
from simulator.authoring.shapes.base import Name, Percent, Shape, Text, Written, YesNo
from simulator.authoring.shapes.effect import Effects

ALWAYS = "always"
"""Stands for every cause that is not named."""
WORKING = ("cures", "stops", "relieves", "does", "mends", "merges")
"""Keys of what can change anything for the better."""
_CHANCES = ("cures", "stops", "chance")


class OutcomeShape(Shape):
    """What a change does under one cause. Empty, or with 'nothing', it does nothing."""

    cures: Percent | None = Field(None, description="the chance that it ends the cause's effects")
    stops: Percent | None = Field(
        None, description="the chance that it keeps further effects from coming; those present stay"
    )
    relieves: Annotated[tuple[float, int], Written(RELIEF)] | None = Field(
        None, description="the share of the effects that it takes away, and for how long: 60% for 6m"
    )
    does: Effects = Field((), description="effects of the change itself, while it is in place")
    chance: Percent | None = Field(
        None, description="the chance that 'relieves' or 'does' work; 100% if not given"
    )
    harms: Effects = Field((), description="what it breaks in any case")
    after: tuple[Name, ...] = Field((), description="changes that must be in place before it works")
    says: Text | None = Field(None, description="what its owner reports when it is done")
    mends: tuple[Name, ...] = Field((), description="changes whose harm it takes away")
    merges: YesNo = Field(False, description="yes: it brings the stranded work of a split together again")
    discards: YesNo = Field(False, description="yes: it loses the work that is stranded")
    fails: YesNo = Field(False, description="yes: it will not go through")
    nothing: YesNo = Field(False, description="yes: it does nothing under this cause, whatever 'always' says")

    @model_validator(mode="after")
    def _agrees(self) -> "OutcomeShape":
        chances = [key for key in _CHANCES if getattr(self, key) is not None]
        works = [key for key in WORKING if getattr(self, key)]
        for key in ("nothing", "fails"):
            if getattr(self, key) and (works or self.harms):
                _refuse(
                    f"'{key}' and {' and '.join(works or ['harms'])} contradict each other",
                    "one or the other",
                )
        if len(chances) > 1:
            _refuse(f"the chance is given twice, by {' and '.join(chances)}", "one of: cures, stops, chance")
        if self.after and not works:
            _refuse("'after' is given, but nothing that works then", "cures, stops, relieves or does")
        return self

    @property
    def odds(self) -> float:
        """The probability that it works."""
        return next((odds for key in _CHANCES if (odds := getattr(self, key)) is not None), 1.0)


def _refuse(found: str, expected: str) -> None:
    raise PydanticCustomError("whole", "{found}", {"found": found, "expected": expected})
