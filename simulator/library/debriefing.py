"""The debrief of a play: judged under its doctrine, beside what others would have lost in the same world."""

from typing import Literal, TypeAlias

from simulator import debrief as pages
from simulator.debrief import Provenance, Reader, Reference, Replayed, Report, compose, plain_json, played
from simulator.debrief.beside import Beside, beside, beside_html, beside_markdown, beside_text
from simulator.debrief.provenance import UNNAMED, judged_under
from simulator.domain.course import customer_minutes
from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry
from simulator.domain.fact import Ended
from simulator.domain.seats import COMMANDER, RELIEVED
from simulator.domain.value import Value
from simulator.exercise import Recording, replay
from simulator.exercise.players import ByTheBook, Idle, Player, best_possible, play
from simulator.exercise.players.successor import successor
from simulator.exercise.succession import Succession
from simulator.library.outage import Outage
from simulator.library.places import shipped
from simulator.library.replaying import Progress, replays
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.score import score
from simulator.scoring.scorecard import Scorecard
from simulator.scoring.weighing import Decision

Form: TypeAlias = Literal["html", "md", "json"]
__all__ = ["FORMS", "Form", "debrief", "references", "shown", "to_its_end", "written"]

FORMS: tuple[Form, ...] = ("html", "md", "json")


class Judged(Value):
    """A play before its pages are written: the case, its scorecard, and its decisions, none in a drill."""

    case: Case
    card: Scorecard
    decided: tuple[Decision, ...]


def judged(recording: Recording, outage: Outage) -> Judged:
    """A play as the rules find it.

    One that was left before its end is judged as if the commander had left the outage to itself.
    """
    case = Case(outage.scenario, outage.doctrine, to_its_end(recording, outage))
    return Judged(case, score(case), () if outage.scenario.drill else decisions(case))


def debrief(
    recording: Recording,
    outage: Outage,
    name: str = UNNAMED,
    progress: Progress = lambda turns: None,
    worlds: int | None = None,
) -> Report:
    """What happened and how it was done, every point with its evidence; `name` finds the recording again.

    `progress` is told of the turns played while decisions are played again, up to about `TURNS` in all; with
    `worlds` in so many worlds each, however long that takes.
    """
    return told(judged(recording, outage), recording, outage, name, progress, worlds)


def told(
    found: Judged,
    recording: Recording,
    outage: Outage,
    name: str = UNNAMED,
    progress: Progress = lambda turns: None,
    worlds: int | None = None,
) -> Report:
    """The debrief of a play that has been judged (see `debrief`)."""
    return read_by(groundwork(found, recording, outage, name, progress, worlds))


class Groundwork(Value):
    """What takes long to find out of a play, whoever reads its debrief."""

    judged: Judged
    others: tuple[Reference, ...]
    replayed: tuple[Replayed, ...]
    provenance: Provenance


def groundwork(
    found: Judged,
    recording: Recording,
    outage: Outage,
    name: str = UNNAMED,
    progress: Progress = lambda turns: None,
    worlds: int | None = None,
) -> Groundwork:
    """What others would have lost, and the costliest decisions played again (see `debrief`)."""
    others = () if outage.scenario.drill else references(outage, recording.header.seed)
    again = replays(found.case, recording, outage, found.decided, progress, worlds)
    made = judged_under(played(recording, name), outage.doctrine.id, outage.sources)
    return Groundwork(found, others, tuple(again), made)


def read_by(ground: Groundwork, reader: Reader | None = None) -> Report:
    """The debrief as it is told to a reader; without one, to whoever has the recording."""
    found = ground.judged
    return compose(
        found.case, found.card, found.decided, ground.others, ground.provenance, ground.replayed, reader
    )


def to_its_end(recording: Recording, outage: Outage) -> tuple[Entry, ...]:
    """The entries of a play up to its end; those of a recording that holds commands only are made again.

    Somebody who led on when it was left leads it there.
    """
    entries = recording.entries
    if entries and isinstance(entries[-1].fact, Ended):
        return entries
    exercise = replay(recording, outage.scenario, outage.doctrine).exercise
    if not exercise.over and exercise.trainee == RELIEVED:
        exercise.lead_with(Succession(exercise, successor))
        exercise.tick(exercise.scenario.limit)
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


def written(report: Report, form: Form, again: str = "") -> str:
    """A debrief as a file of some form holds it; `again` is where a page leads that lets one decide again."""
    if form == "json":
        return pages.to_json(report)
    if form == "html":
        return pages.to_html(report, shipped("reports"), again=again)
    return pages.to_markdown(report, shipped("reports"))


def shown(report: Report, width: int, colour: bool) -> str:
    """A debrief as a terminal shows it."""
    return pages.to_text(report, width, colour)


def judged_twice(recording: Recording, outage: Outage, other: Doctrine, name: str = UNNAMED) -> Beside:
    """A play under its outage's doctrine and under another: the same lines, two scorecards."""
    case = Case(outage.scenario, outage.doctrine, to_its_end(recording, outage))
    return beside(case, other, played(recording, name))


def written_twice(told: Beside, form: Form) -> str:
    """The comparison as a file of some form holds it."""
    if form == "json":
        return plain_json(told)
    return (beside_html if form == "html" else beside_markdown)(told, shipped("reports"))


def shown_twice(told: Beside, width: int, colour: bool) -> str:
    """The comparison as a terminal shows it."""
    return beside_text(told, width, colour)
