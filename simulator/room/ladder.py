"""The ladder of hints: for what would help the team on most, a question, a direction, and the answer.

What is owed comes first (a declaration, an answer, an update), then what the judge's own reckoning holds for
best by what could be known. So a hint never gives away more than the team could have worked out, and whoever
follows it is judged to have decided well. What somebody is doing already, or did, is no hint.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from simulator.domain.attempt import Attempt
from simulator.domain.duration import show_minutes
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked, Posted
from simulator.domain.scenario import Outcome
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise
from simulator.exercise.dues import SOON, Due, dues
from simulator.exercise.players.sight import Sight
from simulator.reasoning import Advice, Choice
from simulator.room.speaking import being_said
from simulator.scoring.case import Case
from simulator.scoring.outlook import Outlook, believed, outlook

LIKELY = 0.5
"""A cause this likely is to be acted on: a hint prefers what ends it to what hides it (assumption)."""
Doing: TypeAlias = frozenset[tuple[str, str]]
"""What is being done, or was: looks, checks and changes by kind and name."""


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
    return any(state in ("here", "paged", "acknowledged") for state in sight.board.people.values())


def _unwatched(attempt: Attempt) -> bool:
    """Whether a change was made, and nobody watches or watched what it did."""
    watched = any(watch.fact is None for watch in attempt.verifications)
    return attempt.done is not None and attempt.closed is None and not watched


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
    verb = "post" if due.audience == "status page" else "brief"
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


def doing(exercise: Exercise) -> Doing:
    """What somebody looks into, checks or changes, and what was checked; whoever asked for it."""
    board = exercise.board(COMMANDER)
    kinds = {"investigate": "look", "check": "check"}
    work = {(kinds[one.what], one.subject) for one in board.work.values() if one.what in kinds}
    checked = {("check", fact.change) for _, fact in each(exercise.entries, HazardChecked)}
    made = {("change", one.change) for one in board.changes if one.failed is None and one.reverted is None}
    return frozenset((*work, *checked, *made))


def next_choice(case: Case, busy: Doing = frozenset()) -> Ladder | None:
    """What is best to find out or to change, by what could be known; None when nothing is to be weighed.

    While the best thing is being done, what can be found out meanwhile costs nothing; another change would.
    """
    seen = outlook(case, case.end, case.beyond)
    if seen is None:
        return None
    best = seen.advice.best
    if _name(best) in busy:
        best = _meanwhile(seen.advice, busy) or best
    if _name(best) in busy:
        return None
    cure = _cure_of(case, seen, busy) if best.kind == "change" else None
    return _choice(case, cure or best)


def _name(choice: Choice) -> tuple[str, str]:
    return choice.kind, choice.name.rstrip("?")


def _meanwhile(advice: Advice, busy: Doing) -> Choice | None:
    """What can be found out while the best thing is being done."""
    names = [
        (kind, name)
        for kind, name in advice.quotes.names
        if kind != "change" and (kind, name.rstrip("?")) not in busy
    ]
    found = advice.first(1, names) if names else ()
    return next((choice for choice in found if advice.gains(choice)), None)


def _leading(case: Case) -> tuple[str, float]:
    """The likeliest cause by what could be known, and how likely it is."""
    return max(believed(case, case.beyond).items(), key=lambda pair: pair[1])


def _cure_of(case: Case, seen: Outlook, busy: Doing) -> Choice | None:
    """The cheapest change that ends the likeliest cause, where the best one would only hide it."""
    cause, share = _leading(case)
    if share < LIKELY or _ends(case.scenario.outcome(seen.advice.best.name, cause)):
        return None
    cures = [
        seen.advice.of("change", name)
        for kind, name in seen.advice.quotes.names
        if kind == "change" and ("change", name) not in busy and name not in seen.in_place
        and _ends(outcome := case.scenario.outcome(name, cause)) and seen.in_place.issuperset(outcome.after)
    ]  # fmt: skip
    return min(cures, key=lambda choice: choice.cost, default=None)


def _ends(outcome: Outcome) -> bool:
    return outcome.cures or outcome.stops


def _choice(case: Case, best: Choice) -> Ladder:
    if best.kind == "look":
        return Ladder(
            "finding out",
            "What could be wrong, and what would tell those apart?",
            f"Something is still to be found out about {best.name.rstrip('?')}.",
            f"Say: investigate {best.name.rstrip('?')} within 10m",
        )
    change = case.organisation.runbook[best.name]
    likely = case.scenario.outcome(best.name, _leading(case)[0])
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
        f"Think of a {change.kind} on {change.on}.{_relief(likely)}",
        f"Say: order {best.name}",
    )


def _relief(outcome: Outcome) -> str:
    """What a change does that only eases the likeliest cause."""
    if _ends(outcome) or not outcome.relieves:
        return ""
    share, seconds = outcome.relieves
    eased = f"{100 * share:.0f} % of it away, and buys about {show_minutes(seconds)}"
    return f" If the likeliest cause is it, that takes {eased}; it mends nothing."
