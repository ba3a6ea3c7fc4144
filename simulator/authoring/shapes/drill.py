"""The shape of a drill: what went before, the task, its end, what is judged, what would have been good."""

from typing import Annotated, Any

from pydantic import Field

from simulator.authoring.forms.drill import ENDING, POINT
from simulator.authoring.shapes.base import Lasting, Name, Shape, Text, Written, one_or_more
from simulator.domain.drill import Ending, Point


class StepShape(Shape):
    """Something that the commander before said."""

    at: Annotated[Point, Written(POINT)] = Field(description="4m, or 30s after clear cache is verified")
    say: Text = Field(description="a command")


class AnswerShape(Shape):
    """Words that may be said at the take-over. They are told afterwards, never before."""

    say: tuple[Text, ...] = Field(min_length=1, max_length=6, description="commands, one after the other")
    because: Text = Field(description="what speaks for or against them")


_End: Any = Annotated[Ending, Written(ENDING)]


class DrillShape(Shape):
    """One decision, taken over in the middle."""

    task: Text = Field(description="what is to be decided or said, in a sentence")
    takes_over: Annotated[Point, Written(POINT)] = Field(
        description="when the trainee takes over: 4m, or 30s after clear cache is verified"
    )
    ends: Annotated[tuple[_End, ...], one_or_more(_End)] = Field(
        (), description="what ends it; any of several"
    )
    within: Lasting = Field(description="time from the take-over after which it ends in any case")
    judged: tuple[Name, ...] = Field(min_length=1, description="the rules or axes that count here")
    model: AnswerShape = Field(description="what a good commander would say")
    tempting: AnswerShape = Field(description="what many would say, and should not")
