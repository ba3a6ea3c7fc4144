"""The ladder of hints: for what would help the team on most, a question, a direction, and the answer.

What is owed comes first (a declaration, an answer, an update), then what the judge's own reckoning holds for
best by what could be known. So a hint never gives away more than the team could have worked out, and whoever
follows it is judged to have decided well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.attempt import Attempt
from simulator.domain.fact import Posted
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise
from simulator.exercise.dues import SOON, Due, dues
from simulator.exercise.players.sight import Sight
from simulator.reasoning import Choice
from simulator.scoring.case import Case
from simulator.scoring.outlook import outlook


@dataclass(frozen=True, slots=True)
class Ladder:
    """Three steps of help about one thing."""

    about: str
    question: str
    direction: str
    answer: str


def owed(exercise: Exercise) -> tuple[Ladder, ...]:
    """What the process asks for now, the most pressing first."""
    return tuple(_owed(Sight(exercise, COMMANDER)))


def _owed(sight: Sight) -> Iterator[Ladder]:
    board = sight.board
    if not board.severity:
        yield _declare(sight)
    yield from (_answer(audience) for audience in board.swoops)
    for due in dues(sight):
        if due.at - sight.now <= SOON:
            yield _update(due, board.states.get(due.audience, "investigating"), _told_of(sight))
    if board.severity and not board.here:
        yield _page(sight)
    yield from (_verify(attempt) for attempt in board.changes if attempt.done and attempt.closed is None)


def _declare(sight: Sight) -> Ladder:
    levels = list(sight.doctrine.severities)
    steps = sight.scenario.first_steps
    usual = f"declare {levels[min(1, len(levels) - 1)]}"
    first = next((step for step in steps if step.startswith("declare")), usual)
    return Ladder(
        "declaring",
        "Who leads this, and how would the others know?",
        "An incident begins with a severity, said aloud. When in doubt between two, take the higher.",
        f"Say: {first}",
    )


def _answer(audience: str) -> Ladder:
    return Ladder(
        f"an answer to {audience}",
        "Somebody senior stands in the room. What would let them go again?",
        f"{audience.capitalize()} wait for an answer, and everything takes longer until they have one.",
        f"Say: answer {audience} no eta because we are still looking",
    )


def _told_of(sight: Sight) -> str:
    """What the last update called affected, as a clause; empty for whoever has told nothing yet."""
    posted = [entry.fact.update.scope for entry in sight.seen if isinstance(entry.fact, Posted)]
    return f" affecting {', '.join(posted[-1])}" if posted and posted[-1] else ""


def _update(due: Due, state: str, scope: str) -> Ladder:
    verb = "post" if due.audience == "status page" else "brief"
    return Ladder(
        f"an update to {due.audience}",
        "Who has not heard from you for a while?",
        f"An update to {due.audience} is {due}.",
        f"Say: {verb} {due.audience} {state}{scope} next in 20m",
    )


def _page(sight: Sight) -> Ladder:
    team = next(iter(sight.organisation.rotas), "")
    return Ladder(
        "people",
        "Who knows the parts that are failing, and are they here?",
        "Nobody is on the call who can look. Page one team: whoever runs what the alerts are about.",
        f"Say: page {team}",
    )


def _verify(attempt: Attempt) -> Ladder:
    return Ladder(
        f"verifying '{attempt.change}'",
        "How do you know what your last change did?",
        f"'{attempt.change}' has been made, and nobody has watched its signal for as long as that lags.",
        f"Say: verify {attempt.change}",
    )


def next_choice(case: Case) -> Ladder | None:
    """What is best to find out or to change, by what could be known; None when nothing is to be weighed."""
    seen = outlook(case, case.end, case.beyond)
    return None if seen is None else _choice(case, seen.advice.best)


def _choice(case: Case, best: Choice) -> Ladder:
    if best.kind == "look":
        return Ladder(
            "finding out",
            "What could be wrong, and what would tell those apart?",
            f"Something is still to be found out about {best.name.rstrip('?')}.",
            f"Say: investigate {best.name.rstrip('?')} within 10m",
        )
    change = case.organisation.runbook[best.name]
    if best.kind == "check":
        return Ladder(
            "dangers",
            "What could your next change make worse?",
            f"The runbook names dangers for a change on {change.on}.",
            f"Say: check {best.name}",
        )
    return Ladder(
        "acting",
        "What is quick, can be judged soon, and would help if the likeliest cause is it?",
        f"Think of a {change.kind} on {change.on}.",
        f"Say: order {best.name}",
    )
