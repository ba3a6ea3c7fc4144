"""Patterns: what tends to go wrong in incidents, by the names that the field has for it.

One file is one pattern: its docstring is its page, `seen` its only function. A pattern is never part of the
score. Most rest on what the rules find already, some are a rule's mark that earned little; what a timeline
cannot show is listed in `NOT_SHOWN`.
"""

from collections.abc import Iterator
from typing import Protocol

from simulator.domain.drill import taken_over
from simulator.scoring.case import Case
from simulator.scoring.patterns import (
    all_clear_too_early,
    any_updates,
    assumed_handoff,
    can_someone,
    commander_debugs,
    coordination_theatre,
    everybody_on_the_call,
    executive_swoop,
    executives_fed_too_often,
    fix_forward,
    freelancing,
    guessed_out_loud,
    hero,
    late_declaration,
    lingering_room,
    ownerless_follow_up,
    second_outage,
    severity_litigated,
    shotgun,
    silence_as_standstill,
    tunnel_vision,
    two_at_once,
    two_hats,
    undisclosed_measure,
    updates_without_news,
)
from simulator.scoring.patterns.sighting import Sighting
from simulator.scoring.window import in_window


class Pattern(Protocol):
    """A module of this package."""

    NAME: str
    __doc__: str | None

    def seen(self, case: Case) -> Iterator[Sighting]:
        """Where the pattern shows in a case."""


PATTERNS: tuple[Pattern, ...] = (
    late_declaration,
    severity_litigated,
    commander_debugs,
    two_hats,
    assumed_handoff,
    executive_swoop,
    everybody_on_the_call,
    coordination_theatre,
    can_someone,
    any_updates,
    silence_as_standstill,
    hero,
    freelancing,
    tunnel_vision,
    two_at_once,
    shotgun,
    fix_forward,
    undisclosed_measure,
    updates_without_news,
    executives_fed_too_often,
    guessed_out_loud,
    all_clear_too_early,
    second_outage,
    lingering_room,
    ownerless_follow_up,
)
"""Every pattern: from the first minutes, over command, work and changes, to news and the end."""

NOT_SHOWN = {
    "Process debated in the middle of it": (
        "What is said about the process itself leaves no line: the people on the call talk of this outage "
        "only, and what a note says is not read for what it means (PD-AP; X11)."
    ),
    "The commander as a bottleneck": (
        "All words go through the commander here, so that every timeline would show it. The other half of "
        "coordination theatre, talk while nothing is under way, is seen (MAG; X26)."
    ),
}
"""What the field has a name for and a timeline cannot show, with the reason."""


def sightings(case: Case) -> tuple[Sighting, ...]:
    """Where each pattern shows, by pattern and then by time; in a drill, after the take-over.

    What went wrong once the commander had left is the one pattern of having left. What somebody else did
    before the take-over stays theirs, whatever it came to later.
    """
    begun = taken_over(case.entries) if case.scenario.drill else None
    since = begun.at if begun else 0
    found = (one for pattern in PATTERNS for one in sorted(in_window(case, pattern.seen), key=_when))
    until = case.left.at if case.left else case.end
    return tuple(one for one in found if since <= one.at <= until)


def _when(one: Sighting) -> tuple[int, tuple[int, ...]]:
    return one.at, one.evidence
