"""The rules of the judge. One file is one rule: its docstring is its page, `marks` its only function.

A rule judges what the timeline shows. Before it takes something missing for a fault, or its absence for a
virtue, it asks whether that would be there if it had happened: `case.shows("handover")`,
`case.hears("support")`. In an exercise everything would; of a real incident little is written down, and the
rest is not scored.
"""

from collections.abc import Iterator
from typing import Protocol

from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.rules import (
    another_way_out,
    answer_the_swoop,
    approve_drafts,
    ask_for_objections,
    ask_what_changed,
    ask_what_is_quick,
    cadence,
    cap_the_easy_phase,
    check_hazards,
    commander_commands,
    data_stated,
    declare_early,
    end_promptly,
    escalate_on_triggers,
    fill_roles,
    first_post,
    freeze_other_change,
    hand_over,
    keep_the_evidence,
    least_regret,
    leave_no_residue,
    measure_before_lowering,
    named_owner,
    news_in_it,
    no_guesses,
    no_repeats,
    no_tidy_up_in_the_night,
    one_change_at_a_time,
    one_commander,
    owned_follow_ups,
    page_whom_you_need,
    plain_words,
    plan_b_at_hand,
    promises_kept,
    rein_in,
    release_people,
    resolve_on_recovery,
    right_severity,
    right_signal,
    same_story,
    say_the_change_aloud,
    scope_post,
    severity_not_debated,
    sitreps,
    span_of_control,
    staged_first,
    think_again,
    time_boxes,
    true_scope,
    true_state,
    undo_or_record,
    verify_before_next,
)


class Rule(Protocol):
    """A module of this package."""

    NAME: str
    AXIS: Axis
    __doc__: str | None

    def marks(self, case: Case) -> Iterator[Mark]:
        """What the rule finds in a case."""


RULES: tuple[Rule, ...] = (
    one_change_at_a_time,
    verify_before_next,
    right_signal,
    undo_or_record,
    staged_first,
    ask_for_objections,
    keep_the_evidence,
    say_the_change_aloud,
    plan_b_at_hand,
    ask_what_is_quick,
    ask_what_changed,
    least_regret,
    no_repeats,
    think_again,
    check_hazards,
    cap_the_easy_phase,
    declare_early,
    first_post,
    scope_post,
    cadence,
    promises_kept,
    approve_drafts,
    another_way_out,
    one_commander,
    fill_roles,
    commander_commands,
    named_owner,
    time_boxes,
    span_of_control,
    page_whom_you_need,
    freeze_other_change,
    rein_in,
    sitreps,
    true_state,
    true_scope,
    no_guesses,
    data_stated,
    same_story,
    news_in_it,
    plain_words,
    hand_over,
    answer_the_swoop,
    right_severity,
    escalate_on_triggers,
    measure_before_lowering,
    severity_not_debated,
    resolve_on_recovery,
    end_promptly,
    owned_follow_ups,
    leave_no_residue,
    no_tidy_up_in_the_night,
    release_people,
)
"""Every rule, by axis."""
