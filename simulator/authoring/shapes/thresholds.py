"""The numbers that rules read, each with its source. A rule that needs a new one adds a field here."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from pydantic import Field

from simulator.authoring.shapes.base import Duration, Percent, Shape, Text
from simulator.domain.duration import MINUTE

_SOURCE = "where the number comes from, or assumption"


class TimeLimit(Shape):
    """A threshold in time."""

    value: Duration = Field(description="a duration")
    source: Text = Field(description=_SOURCE)


class Share(Shape):
    """A threshold as a share."""

    value: Percent = Field(description="a share")
    source: Text = Field(description=_SOURCE)


class Number(Shape):
    """A threshold as a plain number."""

    value: float = Field(ge=0, le=1000, description="a number such as 1.25")
    source: Text = Field(description=_SOURCE)


OURS = "assumption; what the judge takes when a doctrine says nothing"
"""The source of a threshold that a doctrine's author did not write."""


def _unless_given(seconds: int) -> TimeLimit:
    """What holds in a doctrine that was written before there was such a threshold."""
    return TimeLimit.model_construct(value=seconds, source=OURS)


def _unless_shared(share: float) -> Share:
    """The share that holds in a doctrine that was written before there was such a threshold."""
    return Share.model_construct(value=share, source=OURS)


def _unless_counted(value: float) -> Number:
    """The number that holds in a doctrine that was written before there was such a threshold."""
    return Number.model_construct(value=value, source=OURS)


class ThresholdsShape(Shape):
    """The numbers that rules read."""

    declare_within: TimeLimit = Field(
        description="time from the first evidence of customer impact to the declaration"
    )
    scope_within: TimeLimit = Field(
        description="time from the first public update to one that says what is affected"
    )
    cadence_grace: Number = Field(
        description="factor by which an update may be late before it counts as late"
    )
    duplicate_update_within: TimeLimit = Field(
        description="an update that says nothing new this soon after the last one earns nothing"
    )
    decide_within: TimeLimit = Field(description="time to choose once the options are known")
    undo_within: TimeLimit = Field(
        description="time to undo a change that did not help, or to put it on record"
    )
    quick_ask_within: TimeLimit = Field(
        description="time from the declaration to asking what can quickly be tried"
    )
    easy_takes_at_most: TimeLimit = Field(description="median duration of a change that still counts as easy")
    slow_fix_ready_within: TimeLimit = Field(
        description="time after the last worthwhile easy change to preparing the slow one"
    )
    tolerated_regret: Share = Field(
        description="how much worse than the best choice still counts as best, as a share of its cost"
    )
    overlap_tolerated: TimeLimit = Field(description="overlap of two changes that is not counted")
    early_verify_tolerated: TimeLimit = Field(
        description="how much shorter than the signal's lag a verification may be"
    )
    command_at_most: TimeLimit = Field(description="time after which command is handed to someone rested")
    brief_within: TimeLimit = Field(
        description="how old a situation report may be when command is handed over"
    )
    answer_a_swoop_within: TimeLimit = Field(
        description="time in which someone senior who stepped in has an answer"
    )
    escalate_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="time to set the severity right once it can be known",
    )
    impact_measured_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(10 * MINUTE),
        description="how old a measurement of the impact may be when the severity is lowered",
    )
    soak_at_least: TimeLimit = Field(description="time that recovery has to hold before it is resolved")
    end_within: TimeLimit = Field(description="time from a recovery that has held to letting people go")
    roles_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="time to fill a role from when it must be filled, or to page someone for it",
    )
    command_at_least: TimeLimit = Field(
        default_factory=lambda: _unless_given(30 * MINUTE),
        description="time for which whoever took command keeps it before it is handed on",
    )
    reports_at_most: Number = Field(
        default_factory=lambda: _unless_counted(7),
        description="people at work who report straight to the commander",
    )
    room_at_most: Number = Field(
        default_factory=lambda: _unless_counted(8), description="people on a call that has no workstream"
    )
    crowded_at_most: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="time for which there may be more of them than that",
    )
    hands_on_at_most: TimeLimit = Field(
        default_factory=lambda: _unless_given(10 * MINUTE),
        description="time of technical work by the commander's own hands after which nothing is earned",
    )
    time_box_at_most: TimeLimit = Field(
        default_factory=lambda: _unless_given(20 * MINUTE),
        description="the longest time-box that is still one",
    )
    come_back_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(2 * MINUTE),
        description="time after a time-box to ask whoever has not reported",
    )
    ask_again_after: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="time before the same person is asked for progress again",
    )
    page_again_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="time to page somebody else when a page is missed or an expert is stuck",
    )
    idle_at_most: TimeLimit = Field(
        default_factory=lambda: _unless_given(15 * MINUTE),
        description="time for which someone is kept on the call with nothing to do",
    )
    freeze_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(15 * MINUTE),
        description="time from the declaration to stopping other changes",
    )
    rein_in_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="time to answer someone who acts alone or derails the call",
    )
    sitrep_every: TimeLimit = Field(
        default_factory=lambda: _unless_given(15 * MINUTE),
        description="how old the last situation report may be while people are on the call",
    )
    sitrep_later_every: TimeLimit = Field(
        default_factory=lambda: _unless_given(60 * MINUTE),
        description="the same once the incident has gone on for two hours, or customers are well",
    )
    sitrep_again_after: TimeLimit = Field(
        default_factory=lambda: _unless_given(4 * MINUTE),
        description="a situation report this soon after the last one is noise",
    )
    identified_needs: Share = Field(
        default_factory=lambda: _unless_shared(0.8),
        description="how likely a cause has to be before it is said to be identified",
    )
    cause_known_at: Share = Field(
        default_factory=lambda: _unless_shared(0.95),
        description="how likely a cause has to be before it is said what it is",
    )
    facts_fresh_for: TimeLimit = Field(
        default_factory=lambda: _unless_given(5 * MINUTE),
        description="how old what is known may be when it is told",
    )
    same_story_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(15 * MINUTE),
        description="time in which the other audiences hear of what contradicts their last news",
    )
    easily_undone_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(10 * MINUTE),
        description="time to undo a change that nobody has to be asked about",
    )
    plan_b_from: TimeLimit = Field(
        default_factory=lambda: _unless_given(10 * MINUTE),
        description="time until a change can be seen to help from which a second way has to be at hand",
    )
    approve_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(2 * MINUTE),
        description="how long a draft may wait for the commander's approval",
    )
    other_route_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(10 * MINUTE),
        description="time for customers to hear by another route once the status page took nothing",
    )
    think_again_within: TimeLimit = Field(
        default_factory=lambda: _unless_given(10 * MINUTE),
        description="time to drop a theory that the evidence speaks against",
    )


Unit: TypeAlias = Literal["time", "share", "number"]
_UNITS: Mapping[object, Unit] = {TimeLimit: "time", Share: "share", Number: "number"}


def unit_of(threshold: str) -> Unit:
    """What a threshold's value counts: seconds, a share, or a plain number. KeyError for an unknown one."""
    return _UNITS[ThresholdsShape.model_fields[threshold.replace(" ", "_")].annotation]


def meaning_of(threshold: str) -> str:
    """What a threshold means, in a clause. KeyError for an unknown one."""
    return ThresholdsShape.model_fields[threshold.replace(" ", "_")].description or threshold
