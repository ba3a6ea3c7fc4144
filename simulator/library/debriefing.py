"""The debrief of a play: judged under its doctrine, beside what others would have lost in the same world."""

from typing import Literal, TypeAlias

from simulator import debrief as pages
from simulator.debrief import Reference, Report, played, report
from simulator.domain.course import customer_minutes
from simulator.domain.entry import Entry
from simulator.domain.fact import Ended
from simulator.exercise import COMMANDER, Recording, replay
from simulator.exercise.players import ByTheBook, Idle, Player, best_possible, play
from simulator.library.outage import Outage
from simulator.library.places import shipped
from simulator.scoring.case import Case

Form: TypeAlias = Literal["html", "md", "json"]
FORMS: tuple[Form, ...] = ("html", "md", "json")


def debrief(recording: Recording, outage: Outage) -> Report:
    """What happened and how it was done, every point with its evidence.

    A play that was left before its end is judged as if the commander had left the outage to itself.
    """
    case = Case(outage.scenario, outage.doctrine, to_its_end(recording, outage))
    others = () if outage.scenario.drill else references(outage, recording.header.seed)
    return report(case, others, played(recording))


def to_its_end(recording: Recording, outage: Outage) -> tuple[Entry, ...]:
    """The entries of a play up to its end; those of a recording that holds commands only are made again."""
    entries = recording.entries
    if entries and isinstance(entries[-1].fact, Ended):
        return entries
    exercise = replay(recording, outage.scenario, outage.doctrine).exercise
    if not exercise.over:
        exercise.tick(exercise.free_at(COMMANDER))
        exercise.submit(COMMANDER, "end")
    return tuple(exercise.entries)


def references(outage: Outage, seed: int) -> tuple[Reference, ...]:
    """What nobody, the book, and perfect foresight would have lost on the same seed."""
    return (
        Reference("idle", _lost(outage, seed, Idle())),
        Reference("by-the-book", _lost(outage, seed, ByTheBook())),
        Reference("best possible", best_possible(outage.scenario, outage.doctrine, seed)),
    )


def _lost(outage: Outage, seed: int, player: Player) -> float:
    return customer_minutes(play(outage.exercise(seed), player).entries)


def written(told: Report, form: Form) -> str:
    """A debrief as a file of some form holds it."""
    if form == "json":
        return pages.to_json(told)
    return (pages.to_html if form == "html" else pages.to_markdown)(told, shipped("reports"))


def shown(told: Report, width: int, colour: bool) -> str:
    """A debrief as a terminal shows it."""
    return pages.to_text(told, width, colour)
