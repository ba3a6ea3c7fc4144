"""By the book: what did not help is undone when it does harm, and put on record when it stays."""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.exercise.players.book_muddle import muddled
from simulator.exercise.players.book_outside import maker
from simulator.exercise.sight import Sight

KEEP_OUT = ("block", "throttle")
"""Kinds of change that keep customers out: not left in place for nothing."""


def tidy(sight: Sight, said: set[str]) -> Iterator[str]:
    """What was seen not to help is undone, or put on record when it must stay.

    What keeps customers out is taken back too where no watch can tell that it helps.
    """
    muddle = muddled(sight.board.open_changes)
    for attempt in sight.board.changes:
        useless = attempt.result in ("same", "worse") and attempt.done is not None
        shuts_out = attempt.id in muddle and sight.runbook(attempt.change).kind in KEEP_OUT
        if not (useless or shuts_out) or attempt.residual is not None or attempt.reverting is not None:
            continue
        if f"tidy {attempt.id}" not in said:
            yield from _tidied(sight, attempt, said)


def _tidied(sight: Sight, attempt: Attempt, said: set[str]) -> Iterator[str]:
    """The undoing of what harms, by whoever can, who is called if need be; the record of what does not."""
    made = sight.runbook(attempt.change)
    harmful = attempt.result == "worse" or made.kind in KEEP_OUT or _goes_on_harming(sight, attempt.change)
    if harmful and made.undo is not None and not _part_of_a_cure(sight, attempt.change):
        person = maker(sight, made.on) if made.on in sight.organisation.contacts else sight.able(made.on)
        page = "" if person else sight.summon(made.on)
        if not person and (page or sight.coming(made.on)):
            yield "" if sight.coming(made.on) else page
            return
        if person:
            said.add(f"tidy {attempt.id}")
            yield f"revert {attempt.change} by {sight.name(person)}"
            return
    said.add(f"tidy {attempt.id}")
    yield f"residual {attempt.change} because it does no harm and stays until this is over"


def _goes_on_harming(sight: Sight, change: str) -> bool:
    """Whether a change that did not help harms somebody for as long as it is in place."""
    outcomes = [sight.scenario.outcome(change, cause) for cause in sight.scenario.causes]
    vain = [outcome.harms for outcome in outcomes if not outcome.works]
    return bool(vain) and all(any(effect.lasts is None for effect in harms) for harms in vain)


def _part_of_a_cure(sight: Sight, change: str) -> bool:
    """Whether another change ends or eases it only while this one is in place; lifting it is no cure."""
    outcomes = (outcome for under in sight.scenario.outcomes.values() for outcome in under.values())
    return any(change in o.after and (o.cures or o.stops or o.relieves is not None) for o in outcomes)
