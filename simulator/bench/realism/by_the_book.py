"""What is observed while the player that goes by the book commands an outage."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.bench.realism.made import note_changes
from simulator.bench.realism.people import note_pages
from simulator.bench.realism.sample import Notes
from simulator.bench.realism.tickets import MIDDLE, note_tickets
from simulator.bench.realism.verifying import note_verifications
from simulator.domain.course import declared, impact, sent
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CauseDrawn, Joined
from simulator.domain.scenario import Scenario
from simulator.domain.stakes import PUBLIC
from simulator.exercise.players import ByTheBook, play
from simulator.library import Outage

OVER = 0.05
"""The impact is over when no more than this share of the worst is left."""
LEAD = "business-lead"
"""The core of a team is here when somebody who tells people has joined, and somebody who mends."""
MERGED = 3 * MINUTE
"""Updates that follow each other so soon count as one, as in the source."""


def observe(outage: Outage, seed: int, notes: Notes) -> None:
    """Play and note."""
    scenario = outage.scenario
    entries = play(outage.exercise(seed), ByTheBook()).entries
    began = began_at(entries, scenario)
    if not scenario.boss:  # those are the notorious ones, and no everyday incidents
        notes.took("incident", began, over_at(entries))
    note_pages(entries, scenario, notes)
    note_changes(entries, scenario, notes, seed)
    note_tickets(entries, "informed", MIDDLE, notes)
    note_tickets(entries, "everyday", (0, scenario.limit), notes)
    _note_team(entries, scenario, notes)
    _note_posts(entries, began, notes)
    note_verifications(entries, scenario, notes)


def began_at(entries: Sequence[Entry], scenario: Scenario) -> int:
    """When the cause that was drawn set in: at or before the first second."""
    causes = [scenario.causes[fact.cause] for _, fact in each(entries, CauseDrawn)]
    return min([0, *(effect.at for cause in causes for effect in cause.effects)])


def over_at(entries: Sequence[Entry]) -> int:
    """The last second at which customers were noticeably affected."""
    steps = impact(entries)
    little = OVER * max((max(step.begins, step.ends) for step in steps), default=0)
    return max((step.until for step in steps if max(step.begins, step.ends) > little), default=0)


def _note_team(entries: Sequence[Entry], scenario: Scenario, notes: Notes) -> None:
    """The later of the first who tells people and the first who works on it.

    Of any two people it would be the second to come of all who were paged, and come the more evenly the more
    there are.
    """
    people, opened = scenario.organisation.people, declared(entries)
    joined = [(entry.at, fact.person) for entry, fact in each(entries, Joined) if fact.person in people]
    first = {people[person].role == LEAD: at for at, person in reversed(joined)}
    if opened and {True, False} <= first.keys():
        notes.took("core team", opened.at, max(first.values()))


def _note_posts(entries: Sequence[Entry], began: int, notes: Notes) -> None:
    posts = sent(entries, PUBLIC)
    if posts:
        notes.took("first post", began, posts[0].at)
    for one, other in pairwise(posts):
        if other.at - one.at > MERGED:
            notes.took("gap of posts", one.at, other.at)
