"""The shape of a doctrine's file as a whole: an incident process as data."""

from pydantic import Field

from simulator.authoring.shapes.axes import AxesShape
from simulator.authoring.shapes.base import Id, Name, Shape, Text, YesNo
from simulator.authoring.shapes.clocks import ClocksShape
from simulator.authoring.shapes.thresholds import ThresholdsShape
from simulator.domain.organisation import ChangeKind


class SeverityShape(Shape):
    """A level of the scale."""

    means: Text = Field(description="what makes an incident one of this level")
    examples: tuple[Text, ...] = Field(min_length=1, description="what trainees are shown when they ask")
    rises_when: tuple[Text, ...] = Field((), description="what makes it one level higher")
    also: tuple[Name, ...] = Field((), description="names of this level in other processes: P0, SEV-1")
    source: Text = Field(description="where this comes from, or assumption")


class RoleShape(Shape):
    """A role in the response."""

    owns: Text = Field(description="what whoever has it is responsible for")
    required_at: tuple[Name, ...] = Field((), description="severities at which it must be filled")
    source: Text = Field(description="where this comes from, or assumption")


class SwitchesShape(Shape):
    """Where processes differ: what is right in one and wrong in another."""

    commander_may_direct_diagnosis: YesNo = Field(
        description="whether the commander may also lead the technical work"
    )
    commander_may_touch_production: YesNo = Field(
        description="whether the commander may make changes themselves"
    )
    commander_approves_posts: YesNo = Field(
        description="whether updates to customers wait for the commander's approval"
    )
    recovery_times_in_public: YesNo = Field(description="whether customers may be told when it will be over")
    higher_severity_when_unsure: YesNo = Field(
        True, description="whether, of two severities that can be defended, the higher one is to be taken"
    )


class GradeShape(Shape):
    """Marks that an axis must reach; the weakest axis decides."""

    pass_mark: int = Field(
        alias="pass", ge=1, le=100, description="the mark that every axis must reach to pass"
    )
    distinction: int = Field(
        ge=1, le=100, description="the mark that every axis must reach for a distinction"
    )


class DoctrineShape(Shape):
    """An incident process: severities, roles, clocks, thresholds, and what its rules are worth."""

    doctrine: Id = Field(description="the doctrine's id")
    title: Text = Field(description="whose process it is, in one line")
    source: Text = Field(description="where it is described")
    stages: tuple[Text, ...] = Field(min_length=1, description="stages of an incident, in order")
    severities: dict[Name, SeverityShape] = Field(
        min_length=1, description="levels of severity, highest first"
    )
    roles: dict[Id, RoleShape] = Field(min_length=1, description="roles in the response")
    switches: SwitchesShape = Field(description="where processes differ")
    clocks: ClocksShape = Field(description="how soon each audience hears")
    thresholds: ThresholdsShape = Field(description="the numbers that rules read")
    easy_kinds: tuple[ChangeKind, ...] = Field(
        min_length=1, description="kinds of change that are quick, safe and regular"
    )
    axes: AxesShape = Field(description="points of each rule within its axis; 0 switches a rule off")
    grade: GradeShape = Field(description="marks to reach")
