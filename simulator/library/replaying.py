"""The costliest decisions of a play, played again with other choices in worlds that fit what was known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from simulator.debrief import Replay, Replayed
from simulator.debrief.choices import worst_of
from simulator.domain.entry import visible
from simulator.domain.fact import Commanded
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value
from simulator.exercise import Recording
from simulator.exercise.fitting import fitting, key
from simulator.exercise.players.instead import Step
from simulator.exercise.variations import Turning, Variation, counted_for, fits, follow_to, play_on
from simulator.library.outage import Outage
from simulator.reasoning import Evidence, evidence
from simulator.scoring.case import Case
from simulator.scoring.weighing import Decision, Option
from simulator.world import Redrawn

WORLDS = 20
"""In up to so many worlds that fit, besides the one that was, each option is played."""
TURNS = 12000
"""About so many turns are played in all, so that a review stays a matter of seconds; no further world is
begun after that. A course of a short outage takes some forty, and there are four for each decision."""
FEWEST = 5
"""From fewer worlds no spread is told."""

Progress = Callable[[int], None]
"""Told how many turns were played."""


class Again(Value):
    """A decision to be played again: where it turns, what had been told, and a variation for each option."""

    decision: Decision
    turning: Turning
    told: tuple[Evidence, ...]
    options: tuple[tuple[Option, Variation], ...]


@dataclass(slots=True)
class Tally:
    """What each option lost in the worlds played so far, and here."""

    here: list[float]
    worlds: list[list[float]] = field(default_factory=list)


def replays(
    case: Case,
    recording: Recording,
    outage: Outage,
    decided: Sequence[Decision],
    progress: Progress = lambda turns: None,
    asked: int | None = None,
) -> tuple[Replayed, ...]:
    """The costliest decisions with what each option lost; one that cannot be played again is left out.

    With `asked` so many worlds are played for each, however long that takes.
    """
    told = worst_of(case, decided)
    again = [found for one in told if (found := _again(case, recording, one))]
    courses = Courses(recording, outage, progress)
    tallies = [Tally(courses.played(one, None) or []) for one in again]
    most = asked or WORLDS
    worlds = [_worlds(case, recording, one, most) for one in again]
    for _ in range(most):
        for one, tally, other in zip(again, tallies, worlds, strict=True):
            enough = courses.turns >= TURNS and len(tally.worlds) not in range(1, FEWEST)
            if tally.here and (asked or not enough):
                tally.worlds += filter(None, [courses.played(one, next(other))])
    return tuple(
        Replayed(one.decision.entries, one.turning.counted, _summed(one, tally))
        for one, tally in zip(again, tallies, strict=True)
        if len(tally.worlds) >= min(FEWEST, most)
    )


def _summed(one: Again, tally: Tally) -> tuple[Replay, ...]:
    by_option = zip(*tally.worlds, strict=True)
    return tuple(
        Replay(option, lost, here)
        for (option, _), lost, here in zip(one.options, by_option, tally.here, strict=True)
    )


def _worlds(case: Case, recording: Recording, one: Again, most: int) -> Iterator[Redrawn]:
    return fitting(case.scenario, one.told, recording.header.seed, one.turning.since, most)


@dataclass(slots=True)
class Courses:
    """Plays courses, and counts the turns that took."""

    recording: Recording
    outage: Outage
    progress: Progress
    turns: int = 0

    def played(self, one: Again, redrawn: Redrawn | None) -> list[float] | None:
        """What each option loses in one world; None when the world does not fit what was known.

        Whether it does hangs on what came before, which is the same whatever is chosen then.
        """
        lost: list[float] = []
        for _, variation in one.options:
            exercise = follow_to(
                self.recording, self.outage.scenario, self.outage.doctrine, one.turning, redrawn
            )
            if exercise.over or (redrawn and not lost and not fits(exercise, one.turning)):
                return None
            followed = play_on(exercise, self.recording, one.turning, variation)
            lost.append(followed.lost)
            self.turns += followed.turns
            self.progress(followed.turns)
        return lost


def _again(case: Case, recording: Recording, decision: Decision) -> Again | None:
    """The chosen option first, then the best one and the next; None when its words are not found."""
    turning = _turning(case, recording, decision)
    chosen = _chosen(case, recording, decision) if turning else None
    if turning is None or chosen is None:
        return None
    rest = [one for one in (decision.best, *decision.others) if one != decision.chosen]
    others = [(one, varied) for one in rest if (varied := _variation(case, decision, one))]
    lines = visible(case.entries[: _before(case, decision)], COMMANDER)
    told = evidence(lines, decision.at + 1, case.scenario)
    counted = counted_for(max(decision.chosen.seconds, decision.best.seconds))
    failing = decision.chosen.kind != "undo" or case.affected(decision.at)
    turning = Turning(turning.since, turning.before, key(told), case.lag_at(decision.at), counted, failing)
    return Again(decision, turning, told, ((decision.chosen, chosen), *others))


def _before(case: Case, decision: Decision) -> int:
    """How many lines there were before a decision."""
    if _waits(case, decision):
        return sum(entry.at <= decision.at for entry in case.entries)
    return decision.entries[0] - 1


def _waits(case: Case, decision: Decision) -> bool:
    """Whether no words decided it at that second: a pause, or a look given out before that was waited for."""
    return decision.chosen.kind == "wait" or case.entries[decision.entries[0] - 1].at < decision.at


def _turning(case: Case, recording: Recording, decision: Decision) -> Turning | None:
    lines = recording.commands
    if _waits(case, decision):
        return Turning(decision.at, sum(line.at <= decision.at for line in lines))
    said = _said(case, decision)
    places = [n for n, line in enumerate(lines) if said and (line.at, line.text) == said]
    return Turning(decision.at, places[0]) if places else None


def _said(case: Case, decision: Decision) -> tuple[int, str] | None:
    """When and in what words it was decided."""
    line = case.entries[decision.entries[0] - 1]
    spoken = case.entries[line.because - 1] if line.because else line
    return (spoken.at, spoken.fact.text) if isinstance(spoken.fact, Commanded) else None


def _chosen(case: Case, recording: Recording, decision: Decision) -> Variation | None:
    if _waits(case, decision):
        until = decision.since + decision.chosen.seconds
        more = sum(decision.at < line.at < until for line in recording.commands)
        return Variation(until, more=more)
    said = _said(case, decision)
    return Variation(decision.at, words=said[1]) if said else None


def _variation(case: Case, decision: Decision, option: Option) -> Variation | None:
    match option.kind:
        case _ if option.in_hand:
            return Variation(decision.at)  # who goes by the book waits for it
        case "change" | "look" | "check":
            return Variation(decision.at, step=Step(option.kind, option.name))
        case "slow way":
            slow = [c for c in case.organisation.runbook.values() if c.kind == "hotfix"]
            return Variation(decision.at, step=Step("change", slow[0].name)) if slow else None
        case "keep":
            return Variation(decision.at)
        case _:
            return None
