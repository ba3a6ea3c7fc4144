"""The shape of a scenario's file as a whole, and of causes, clues, hazards and injects."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.authoring.forms import MOMENT, OCCASION, Occasion
from simulator.authoring.shapes.base import Duration, Id, Lasting, Name, Percent, Shape, Text, Written, YesNo
from simulator.authoring.shapes.drill import DrillShape, StepShape
from simulator.authoring.shapes.effect import Effects
from simulator.authoring.shapes.history import EventShape
from simulator.authoring.shapes.outcome import OutcomeShape
from simulator.authoring.shapes.runbook import Spread
from simulator.authoring.shapes.severity import WarrantShape
from simulator.domain.stakes import Known


class InspirationShape(Shape):
    """The real outage that it learns from."""

    what: Text = Field(description="what happened, and when")
    source: Text = Field(description="where that is described")


class CauseShape(Shape):
    """A hidden truth that the seed may draw."""

    weight: int = Field(1, ge=1, le=1000, description="how likely, against the weights of the other causes")
    truth: Text = Field(description="what is really wrong; told in the debrief")
    does: Effects = Field(
        min_length=1, description="what it does to services, from the first second or later"
    )
    heals: Spread | None = Field(
        None, description="time after which it is over by itself: 40m, or {median: 40m, sigma: 0.5}"
    )


class DangerShape(Shape):
    """A hazard of the runbook in this outage."""

    odds: dict[Name, Percent] = Field(
        min_length=1, description="how likely it is real under each cause, or always"
    )
    harms: Effects = Field(min_length=1, description="what the change does then")


class ClueShape(Shape):
    """Something that an investigation may say."""

    says: Text = Field(description="what is said")
    odds: dict[Name, Percent] = Field(
        min_length=1, description="how likely it is said under each cause, or always"
    )
    only: tuple[Id, ...] = Field((), description="the people who alone can tell it; anybody if not given")


class InjectShape(Shape):
    """Something that is said or done when it is time, once or again and again."""

    when: Annotated[Occasion, Written(OCCASION)] = Field(
        description="at 12m, no status page update for 20m, 5m after clear cache, impact for 30m, "
        "while throttle traffic in place for 45m, 5m after clear cache helped, declared, severity changed, "
        "10m after mitigated, leadership told, nobody in command for 10m, hazard replica is behind is real; "
        "several joined by and, exceptions by unless"
    )
    every: Lasting | None = Field(
        None, description="how often it happens again while its conditions hold; once if not given"
    )
    who: Name | None = Field(
        None, description="who says it: a stakeholder, a person, an outside service, or automation"
    )
    says: Text | None = Field(None, description="what is said")
    swoops: YesNo = Field(False, description="yes if they step into the response")
    freezable: YesNo = Field(
        False,
        description="yes for another team's deploy or job, or a machine's doing, which a freeze keeps away",
    )
    means: Known | None = Field(
        None, description="what becomes known with it, from which a legal clock may run: data loss"
    )
    offers: Name | None = Field(
        None,
        description="the change that is proposed with it: not while somebody is at it, nor once it was "
        "checked or ordered, and without an objection of theirs later",
    )
    does: Effects = Field((), description="what happens to services")

    @model_validator(mode="after")
    def _something(self) -> "InjectShape":
        if self.says is None and not self.does:
            raise PydanticCustomError(
                "whole",
                "{found}",
                {"found": "the inject neither says nor does anything", "expected": "who and says, or does"},
            )
        if (self.who is None) != (self.says is None):
            raise PydanticCustomError(
                "whole",
                "{found}",
                {"found": "'who' and 'says' belong together", "expected": "both, or neither"},
            )
        return self


class ScenarioShape(Shape):
    """An outage: what may be wrong, what each change does about it, what can be found out, who reacts."""

    scenario: Id = Field(description="the outage's id, as it is named when it is played")
    title: Text = Field(description="what customers notice, in one line; no word about the cause")
    organisation: Id = Field(description="the id of the company that it happens to")
    doctrine: Id | None = Field(
        None, description="the id of the incident process; the organisation's if not given"
    )
    difficulty: int = Field(ge=1, le=5, description="1 for a first outage, 5 for the hardest")
    length: Lasting = Field(description="playing time to expect")
    limit: Lasting | None = Field(
        None, description="time after which it ends by itself; three times the length if not given"
    )
    boss: YesNo = Field(
        False, description="yes for one of the notorious outages that last for many hours or days"
    )
    starts: Annotated[int, Written(MOMENT)] = Field(description="moment of the week, in UTC: Wed 21:40")
    began: Duration = Field(
        0,
        description="how long before the first second the trouble had begun; causes count from there",
    )
    teaches: tuple[Text, ...] = Field(
        min_length=1, description="what a commander learns from it, in short words"
    )
    inspired_by: InspirationShape = Field(description="the real outage that it learns from")
    briefing: Text = Field(description="what the commander knows at the start")
    first_steps: tuple[Text, ...] = Field(
        (), max_length=4, description="two to four commands that a newcomer could begin with"
    )
    causes: dict[Name, CauseShape] = Field(min_length=1, description="what may be wrong; the seed draws one")
    changes: dict[Name, dict[Name, OutcomeShape]] = Field(
        {},
        description="what changes do under each cause, or always; what is not written does nothing",
    )
    hazards: dict[Name, dict[Name, DangerShape]] = Field(
        {}, description="for changes of the runbook, which of their hazards may be real"
    )
    clues: dict[Name, tuple[ClueShape, ...]] = Field(
        {}, description="what can be found out: a service or a question, and what is said of it"
    )
    injects: tuple[InjectShape, ...] = Field(
        (), max_length=200, description="what others say or do while it goes on"
    )
    severity: tuple[WarrantShape, ...] = Field(
        (), max_length=12, description="which severity is right from when; of those due the last one holds"
    )
    facilitator: Text | None = Field(None, description="what to watch for and to ask afterwards")
    history: tuple[EventShape, ...] = Field(
        (), description="what was done in the real outage, and when; the debrief sets it beside the play"
    )
    on_the_call: tuple[Name, ...] = Field((), description="who is on the call at the first second")
    so_far: tuple[StepShape, ...] = Field(
        (), description="what the commander before said; a drill plays it by itself"
    )
    drill: DrillShape | None = Field(
        None, description="makes it a drill: one decision, taken over in the middle"
    )

    @model_validator(mode="after")
    def _past(self) -> "ScenarioShape":
        if self.so_far and self.drill is None:
            raise PydanticCustomError(
                "whole",
                "{found}",
                {
                    "found": "'so far' is given, but there is no 'drill'",
                    "expected": "'drill', or no 'so far'",
                },
            )
        return self
