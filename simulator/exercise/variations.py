"""A play departed from at a decision and played on by the book, in its own world or in one that fits.

There are no snapshots (a running world cannot be copied), so each course is played from its first second: the
words up to the decision as they were, then one thing instead, then a player that goes by the book. What
customers lose is counted from the decision on, work that is lost as in the sum of the whole play.
"""

from collections.abc import Sequence

from simulator.domain.attempt import Attempt
from simulator.domain.course import failed_between, impact, lost_between
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import Entry, about, each, visible
from simulator.domain.fact import (
    AlertFired,
    Answered,
    CalledMitigated,
    ChangeActed,
    Complained,
    Escalated,
    Healed,
    ImpactChanged,
    Said,
    StakeholderAsked,
    Swooped,
)
from simulator.domain.messages import NEWS
from simulator.domain.scenario import Scenario
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value
from simulator.exercise.exercise import Exercise
from simulator.exercise.fitting import key
from simulator.exercise.players.fixer import A_WHILE, LOOKS_UP, Fixer
from simulator.exercise.players.instead import Step
from simulator.exercise.recording import Recording
from simulator.exercise.replay import give, run_to
from simulator.exercise.turns import take_turn
from simulator.reasoning import evidence
from simulator.world import Redrawn

COUNTED_FOR, AT_MOST = 2 * HOUR, 6 * HOUR
"""What customers lose later than this after a decision is not counted (assumption): a program played on by
then, and what it did is no longer what the decision brought. Where a choice takes long it is counted until
that shows, but no longer than the second of them."""
TALK = {Answered, Complained, Escalated, Said, StakeholderAsked, Swooped}
NEWS_OF_WORK = frozenset(NEWS) - TALK - {AlertFired}
"""What those who work have ended: talk, alerts and complaints change nothing in what is done next."""
HOLDS = 10 * MINUTE
"""A course has been followed far enough when there has been nothing left to do for so long."""


class Turning(Value):
    """A decision to depart from: its second, and how many of the commands had been given before it.

    `told` is what had been told by then (see `fitting.key`), `behind` the seconds that dashboards are behind;
    losses are counted for the seconds of `counted`. Customers were seen to be `failing`, or to be well.
    """

    since: int
    before: int
    told: frozenset[tuple[object, ...]] = frozenset()
    behind: int = 0
    counted: int = COUNTED_FOR
    failing: bool = True


class Variation(Value):
    """What is done instead: the `words` of a command or a `step`, after `more` further commands as they were.

    It happens at second `at`, no earlier than the turning.
    """

    at: int
    words: str = ""
    step: Step | None = None
    more: int = 0


class Followed(Value):
    """A course followed: the customer-minutes lost since the turning, and the turns it took to play on."""

    lost: float
    turns: int


def counted_for(takes: int) -> int:
    """Seconds for which losses are counted when the longest of two choices takes so many."""
    return max(COUNTED_FOR, min(AT_MOST, takes + HOUR))


def follow_to(
    recording: Recording,
    scenario: Scenario,
    doctrine: Doctrine,
    turning: Turning,
    redrawn: Redrawn | None = None,
) -> Exercise:
    """The exercise as it stands at a turning."""
    exercise = Exercise(scenario, doctrine, recording.header.seed, redrawn=redrawn)
    for line in recording.commands[: turning.before]:
        give(exercise, line)
    if not exercise.over:
        run_to(exercise, max(turning.since, exercise.now), 0)
    return exercise


def fits(exercise: Exercise, turning: Turning) -> bool:
    """Whether just the same had been told by the turning, and customers were seen to fail or to be well."""
    heard = evidence(visible(exercise.entries, COMMANDER), turning.since + 1, exercise.scenario)
    failed = failed_between(impact(exercise.entries), turning.since - turning.behind - MINUTE, turning.since)
    return not exercise.over and failed is turning.failing and key(heard) == turning.told


def play_on(exercise: Exercise, recording: Recording, turning: Turning, variation: Variation) -> Followed:
    """Go on from a turning by a variation, then by the book.

    Who plays on tells nobody outside of it (see `Fixer`), which is taken to be done by others.
    """
    for line in recording.commands[turning.before : turning.before + variation.more]:
        if not exercise.over:
            give(exercise, line)
    if not exercise.over:
        run_to(exercise, max(variation.at, exercise.free_at(COMMANDER)), 0)
    exercise.told_by_others()
    if variation.words and not exercise.over:
        take_turn(exercise, COMMANDER, variation.words)
    until = turning.since + turning.counted
    turns = _by_the_book(exercise, Fixer(variation.step), until)
    return Followed(lost_between(impact(exercise.entries), turning.since, until), turns)


def _by_the_book(exercise: Exercise, player: Fixer, until: int) -> int:
    """Play on until a second, or until nothing is left to do that customers would feel; the turns that took.

    So it is when it has been called mitigated, or when what was wrong has ended, and nobody fails: what a
    change broke is lost for as long as it stands.
    """
    turns, seen, ended = 0, len(exercise.entries), False
    while not exercise.over and exercise.now < until:
        said = player.says(exercise)
        if said == A_WHILE:
            _let_pass(exercise, min(until, exercise.now + LOOKS_UP))
        else:
            take_turn(exercise, COMMANDER, said)
        turns += 1
        fresh, seen = exercise.entries[seen:], len(exercise.entries)
        ended = _ended(fresh, ended)
        if any(True for _ in each(fresh, CalledMitigated)) or (ended and _settled(exercise)):
            exercise.tick(min(until, exercise.now + HOLDS))
            if _settled(exercise):
                break
    return turns


def _ended(fresh: Sequence[Entry], before: bool) -> bool:
    """Whether what was wrong has ended: a change cured it, and was not taken back, or it healed."""
    for entry in fresh:
        match entry.fact:
            case ChangeActed(acted="cured") | Healed():
                before = True
            case ChangeActed(acted="reverted" | "relapsed"):
                before = False
            case _:
                pass
    return before


def _settled(exercise: Exercise) -> bool:
    """Whether all customers are well, no work of theirs is being lost, and nothing is being changed."""
    lines = (entry.fact for entry in reversed(exercise.entries) if isinstance(entry.fact, ImpactChanged))
    last = next(lines, None)
    well = last is None or not (last.failing or last.losing or last.stranded)
    return well and not any(_in_flight(one) for one in exercise.board().changes)


def _in_flight(change: Attempt) -> bool:
    """Whether something may still come of a change, or of its undoing."""
    unmade = change.done is None and change.failed is None and not change.called_off
    return unmade or (change.reverting is not None and change.reverted is None)


def _let_pass(exercise: Exercise, until: int) -> None:
    """Let time pass until somebody has news of the work, which is heard by the next minute."""
    while not exercise.over and exercise.now < until:
        known = len(exercise.entries)
        exercise.tick(min(until, exercise.now + MINUTE))
        if len(exercise.entries) > known and _is_news(exercise.entries[known:]):
            return


def _is_news(entries: Sequence[Entry]) -> bool:
    return bool(about(visible(entries, COMMANDER), NEWS_OF_WORK))
