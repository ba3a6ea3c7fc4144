"""The ladder of hints: for what would help the team on most, a question, a direction, and the answer.

What is owed comes first (a declaration, an answer, an update); what is best to find out or to change follows
in `choosing`. What somebody is doing already, or did, is no hint.
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.fact import Posted
from simulator.domain.seats import COMMANDER
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.exercise import Exercise
from simulator.exercise.board import HAD
from simulator.exercise.dues import SOON, Due, dues
from simulator.exercise.sight import Sight
from simulator.room.speaking import being_said

UNSURE = "higher severity when unsure"
"""The switch of a process that has whoever is unsure between two levels take the higher."""

UNSURE_SAYS = "; whoever cannot tell two apart takes the higher"


class Ladder(Value):
    """Three steps of help about one thing."""

    about: str
    question: str
    direction: str
    answer: str


def owed(exercise: Exercise) -> tuple[Ladder, ...]:
    """What the process asks for now, the most pressing first."""
    return tuple(_owed(Sight(exercise, COMMANDER)))


def _owed(sight: Sight) -> Iterator[Ladder]:
    board, said = sight.board, being_said(sight.exercise)
    told = {work.subject for work in board.work.values() if work.what == "verify"}
    if not board.severity and not said.declares:
        yield _declare(sight)
    yield from (_answer(audience) for audience in board.swoops if audience not in said.audiences)
    for due in dues(sight):
        if due.at - sight.now <= SOON and due.audience not in said.audiences:
            yield _update(due, sight)
    if board.severity and not _anybody(sight) and not said.pages:
        yield _page(sight)
    yield from (
        _verify(attempt)
        for attempt in board.changes
        if _unwatched(attempt) and not {attempt.id, attempt.change} & told
    )


def _anybody(sight: Sight) -> bool:
    """Whether somebody is on the call, or on the way there."""
    return any(state in HAD for state in sight.board.people.values())


def _unwatched(attempt: Attempt) -> bool:
    """Whether a change was made, and nobody watches or watched what it did."""
    watched = any(watch.fact is None for watch in attempt.verifications)
    return attempt.done is not None and attempt.closed is None and not watched


def _declare(sight: Sight) -> Ladder:
    higher = sight.doctrine.switches.get(UNSURE, False)
    steps = sight.scenario.first_steps
    usual = f"declare {sight.doctrine.usual}"
    first = next((step for step in steps if step.startswith("declare")), usual)
    return Ladder(
        "declaring",
        "Who leads this, and how would the others know?",
        "An incident begins with a severity, said aloud. Each level says what it is for: take the one that"
        f" fits what customers feel now{UNSURE_SAYS if higher else ''}.",
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


def _update(due: Due, sight: Sight) -> Ladder:
    """One that is written waits for approval alone."""
    state, scope = sight.board.states.get(due.audience, "investigating"), _told_of(sight)
    if due.audience in sight.board.drafts:
        return Ladder(
            f"an update to {due.audience}",
            "What is written already, and waits for you?",
            f"An update to {due.audience} is {due}, and one is drafted.",
            f"Say: approve {due.audience}",
        )
    verb = "post" if due.audience == PUBLIC else "brief"
    return Ladder(
        f"an update to {due.audience}",
        "Who has not heard from you for a while?",
        f"An update to {due.audience} is {due}.",
        f"Say: {verb} {due.audience} {state}{scope} next in 20m",
    )


def _page(sight: Sight) -> Ladder:
    team = next(_alarmed(sight), next(iter(sight.organisation.rotas), ""))
    return Ladder(
        "people",
        "Who knows the parts that are failing, and are they here?",
        "Nobody is on the call who can look. Page one team: whoever runs what the alerts are about.",
        f"Say: page {team}",
    )


def _alarmed(sight: Sight) -> Iterator[str]:
    """The teams that run what the alerts are about, the first alarm first."""
    company = sight.organisation
    of = {alert.name: company.signals[alert.signal].of for alert in company.alerts}
    for alert in sight.board.alerts:
        service = company.services.get(of.get(alert, ""))
        if service and service.team in company.rotas:
            yield service.team


def _verify(attempt: Attempt) -> Ladder:
    return Ladder(
        f"verifying '{attempt.change}'",
        "How do you know what your last change did?",
        f"'{attempt.change}' has been made, and nobody has watched its signal for as long as that lags.",
        f"Say: verify {attempt.change}",
    )
