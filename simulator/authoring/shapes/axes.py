"""What the rules are worth within their axes. A new rule of the judge adds a field here."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ConfigDict, Field
from pydantic.fields import FieldInfo

from simulator.authoring.shapes.base import Shape


def hyphened(name: str) -> str:
    """A rule's name in the file."""
    return name.replace("_", "-")


class _Rules(Shape):
    model_config = ConfigDict(alias_generator=hyphened)


def _points(asks: str) -> float:
    points: float = Field(0.0, ge=0, le=1000, description=asks)
    return points


class SequencingShape(_Rules):
    """One thing at a time: points of each rule."""

    one_change_at_a_time: float = _points("changes that could be confused do not overlap")
    verify_before_next: float = _points("a change is verified before the next begins")
    right_signal: float = _points("it is verified on a signal that can show it, for long enough")
    undo_or_record: float = _points("what did not help is undone, or put on record")
    staged_first: float = _points("a change with a small form is tried there first")
    ask_for_objections: float = _points("the call may object to a large change, and is answered")
    keep_the_evidence: float = _points("what a restart wipes is looked at or saved first")
    say_the_change_aloud: float = _points("why a change is made is said before it is made")
    plan_b_at_hand: float = _points("while what takes long is tried, a second way is in hand or named")


class EasyFixFirstShape(_Rules):
    """Easy fixes first: points of each rule."""

    ask_what_is_quick: float = _points("someone asks what can quickly be tried")
    ask_what_changed: float = _points("someone asks what changed before a second thing is tried")
    least_regret: float = _points("the change chosen is the best one, by what could be known")
    no_repeats: float = _points("what was shown not to help is not tried again")
    think_again: float = _points("a theory that the evidence speaks against is dropped")
    check_hazards: float = _points("hazards are checked before a change that has them")
    cap_the_easy_phase: float = _points("a slow fix is prepared once easy ones are not worth trying")


class TimelinessShape(_Rules):
    """Communication in time: points of each rule."""

    declare_early: float = _points("the incident is declared soon after the first evidence")
    first_post: float = _points("each audience hears first within its clock")
    scope_post: float = _points("customers soon hear what is affected")
    cadence: float = _points("updates keep coming within their clocks")
    promises_kept: float = _points("the next update comes when it was promised")
    approve_drafts: float = _points("what was written for approval soon goes out")
    another_way_out: float = _points("customers hear by another route when the status page is broken")


class AccuracyShape(_Rules):
    """Communication that is true: points of each rule."""

    true_state: float = _points("what is said to be found, better or over is so")
    true_scope: float = _points("who is said to be affected is, and nobody is left out")
    no_guesses: float = _points("no cause is given before it is known, and no time that is not kept")
    data_stated: float = _points("customers are told what became of their data, and it is true")
    same_story: float = _points("different audiences are told the same")
    news_in_it: float = _points("an update says something")
    plain_words: float = _points("customers are told in words that they know")


class CommandShape(_Rules):
    """Command: points of each rule."""

    hand_over: float = _points("command is handed on in time, after a briefing")
    answer_the_swoop: float = _points("someone senior who steps in soon gets an answer")
    one_commander: float = _points("who commands is said first, and stays one person")
    fill_roles: float = _points("the roles that the severity asks for are filled in time")
    commander_commands: float = _points("the commander leaves technical work to others")
    named_owner: float = _points("work is given to somebody by name")
    time_boxes: float = _points("looks have a time-box, and one comes back when it is over, not before")
    span_of_control: float = _points("no more people report to the commander than one can lead")
    page_whom_you_need: float = _points("missed pages go to the next, and nobody is kept for nothing")
    freeze_other_change: float = _points("other teams' changes are stopped soon")
    rein_in: float = _points("who acts alone or derails the call is told to stop, and nobody else")
    sitreps: float = _points("people on the call hear in time how things stand")


class SeverityShape(_Rules):
    """The right severity: points of each rule."""

    right_severity: float = _points("the severity is the one that could be known to be right")
    escalate_on_triggers: float = _points("it is raised soon after what raises it could be known")
    measure_before_lowering: float = _points("it is lowered only after the impact was measured")
    severity_not_debated: float = _points("it is not argued about, and does not go to and fro")


class WrapUpShape(_Rules):
    """Wrapping up: points of each rule."""

    resolve_on_recovery: float = _points("it is called resolved when recovery has held")
    end_promptly: float = _points("people are let go soon after that")
    owned_follow_ups: float = _points("work for afterwards and the review have owners")
    leave_no_residue: float = _points("temporary measures are undone, or on record with somebody")
    no_tidy_up_in_the_night: float = _points("what can wait until recovery has held is not changed before")
    release_people: float = _points("who is not needed any more is let go while recovery is watched")


class AxesShape(Shape):
    """The axes of the scorecard, and the points of each rule within its axis."""

    sequencing: SequencingShape = Field(description="one thing at a time")
    easy_fix_first: EasyFixFirstShape = Field(description="the easy stuff first")
    communication_timeliness: TimelinessShape = Field(description="communication in time")
    communication_accuracy: AccuracyShape = Field(
        default_factory=AccuracyShape, description="communication that is true"
    )
    command: CommandShape = Field(description="command, handed on and defended")
    severity: SeverityShape = Field(default_factory=SeverityShape, description="the right severity")
    wrap_up: WrapUpShape = Field(alias="wrap-up", description="a clean end")


def rules_and_axes() -> tuple[str, ...]:
    """The name of every axis and of every rule."""
    axes = AxesShape.model_fields.values()
    rules = (rule.alias or "" for axis in axes for rule in _rules_of(axis.annotation))
    return (*(axis.alias or "" for axis in axes), *rules)


def _rules_of(shape: Any) -> Iterable[FieldInfo]:
    fields: Mapping[str, FieldInfo] = shape.model_fields
    return fields.values()
