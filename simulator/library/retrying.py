"""Deciding again: a play is re-entered at one of its costliest decisions, and what is decided is weighed."""

from collections.abc import Sequence

from simulator.debrief.choices import heading, tolerated_regret, worst_of
from simulator.debrief.leaving import decided_at, leaving, left_as
from simulator.debrief.naming import best_of, chosen_of
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry
from simulator.domain.fact import ChangeOrdered, TaskGiven
from simulator.domain.value import Value, replace
from simulator.exercise import Departure, Exercise, Parent, what_if
from simulator.exercise.exercise import Journal
from simulator.library.debriefing import Judged
from simulator.library.recordings import Play
from simulator.library.trouble import Unusable
from simulator.reasoning import ChoiceKind
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions, taken
from simulator.scoring.idle import Stretch
from simulator.scoring.outlook import outlook
from simulator.scoring.undoing import kept
from simulator.scoring.waiting import lost
from simulator.scoring.weighing import Decision, beside_others, told_before, weighed

SHORT = 15 * MINUTE
"""A short retry in which nothing was decided is over after this long (seconds; assumption)."""
_GIVEN_OUT = (ChangeOrdered, TaskGiven)


class NoMoment(Unusable):
    """A play has no such moment."""


class Moment(Value):
    """One of a play's costliest decisions, counted from 1 as in its debrief."""

    number: int
    decision: Decision
    case: Case

    @property
    def at(self) -> int:
        """The second at which it is decided again; of a wait, its beginning, or the leaving behind it."""
        return decided_at(self.case, self.decision)

    @property
    def left(self) -> bool:
        """Whether the decision was to leave with nobody to lead on."""
        return leaving(self.case, self.decision) is not None

    @property
    def title(self) -> str:
        """What was done, as a heading."""
        return left_as("You") if self.left else heading(self.decision)

    @property
    def chosen(self) -> str:
        """What was done, as an instruction."""
        return chosen_of(self.case, self.decision)

    @property
    def better(self) -> str:
        """The best choice, as an instruction."""
        return best_of(self.case, self.decision)


class Again(Value):
    """What was decided this time; `passed` when it was as good as the best choice by what was known."""

    now: Decision
    passed: bool
    better: str


def moments_of(judged: Judged) -> tuple[Moment, ...]:
    """The moments of a play that can be tried again, the costliest first."""
    worst = worst_of(judged.case, judged.decided)
    return tuple(Moment(number, decision, judged.case) for number, decision in enumerate(worst, 1))


def moment_of(play: Play, judged: Judged, number: int) -> Moment:
    """A moment by its number. Raises `NoMoment`, saying which there are."""
    if play.outage.scenario.drill:
        raise NoMoment(
            f"{play.path} is a drill, one decision by itself: icsim drill {play.outage.scenario.id}"
        )
    found = moments_of(judged)
    for moment in found:
        if moment.number == number:
            return moment
    there = f"It has {', '.join(str(each.number) for each in found)}" if found else "It has none"
    raise NoMoment(f"{play.path} has no moment {number}. {there}: no other decision cost noticeably more")


def reenter(play: Play, moment: Moment, journal: Journal) -> Exercise:
    """The play as it stood when the decision was open, to be played on: a child of its recording."""
    departure = Departure(moment.at, mode="take over")
    return what_if(play.recording, play.outage.scenario, play.outage.doctrine, departure, journal)


def known_at(exercise: Exercise) -> tuple[str, ...]:
    """What has been told of causes and changes so far."""
    case = Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries))
    return tuple(text for _, text in told_before(case, case.beyond))


def decided_since(case: Case, decided: Sequence[Decision], at: int) -> Decision | None:
    """The first decision from a second on, None as long as there is none.

    A pause that had begun before counts from that second. A look is weighed by itself, not with those that
    were waited for in a row before.
    """
    waited = (_waited_on(case, each, at) for each in decided if each.chosen.kind == "wait")
    since = next((each for each in waited if each), None)
    first = since or next((each for each in decided if each.at >= at), None)
    return _by_itself(case, first) if first and first.chosen.kind in ("look", "check") else first


def _waited_on(case: Case, wait: Decision, at: int) -> Decision | None:
    """The rest of a pause that had begun before a second, if it is longer than one may take to decide."""
    free, until = case.doctrine.threshold("decide within"), wait.since + wait.chosen.seconds
    seen = outlook(case, wait.at, wait.before)
    if wait.at >= at or until <= at + free or seen is None:
        return None
    regret = lost(case, seen, Stretch(at, until), free)
    chosen = replace(wait.chosen, cost=wait.best.cost + regret, seconds=until - at)
    return replace(wait, at=at + round(free), since=at, chosen=chosen, regret=regret)


def _by_itself(case: Case, look: Decision) -> Decision:
    seen = outlook(case, look.at, look.entries[0])
    kind: ChoiceKind = "look" if look.chosen.kind == "look" else "check"
    choice = seen.of(kind, look.chosen.name) if seen else None
    if seen is None or choice is None:
        return look
    return beside_others(case, weighed(case, seen, choice, look.at, look.entries[0]))


def again(case: Case, decided: Sequence[Decision], at: int) -> Again | None:
    """What was decided from a second on; None when nothing was that can be weighed.

    To keep what holds, while customers are well, is decided by not undoing it.
    """
    now = decided_since(case, decided, at) or kept(case, at)
    if now is None:
        return None
    return Again(now, now.share <= tolerated_regret(case.doctrine), best_of(case, now))


def again_so_far(exercise: Exercise, at: int) -> Again | None:
    """What has been decided from a second on in an exercise that goes on."""
    case = Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries))
    return again(case, decisions(case), at)


def is_retry(parent: Parent | None) -> bool:
    """Whether a recording departs from another and was played on from there."""
    return parent is not None and parent.mode == "take over"


class UntilDecided:
    """Ends a short retry: when something has been decided, or nothing for too long.

    Weighing takes a moment, so it is done when something was given out, and once a minute.
    """

    def __init__(self, exercise: Exercise, at: int) -> None:
        self._at, self._read, self._weighed = at, len(exercise.entries), exercise.now
        self._over = False

    def __call__(self, exercise: Exercise) -> bool:
        """Whether it is over."""
        if not self._over:
            fresh, self._read = exercise.entries[self._read :], len(exercise.entries)
            if self._due(exercise, fresh):
                self._weighed = exercise.now
                self._over = exercise.now >= self._at + SHORT or self._decided(exercise)
        return self._over

    def _due(self, exercise: Exercise, fresh: Sequence[Entry]) -> bool:
        given_out = any(isinstance(entry.fact, _GIVEN_OUT) for entry in fresh)
        return given_out or exercise.now >= self._weighed + MINUTE

    def _decided(self, exercise: Exercise) -> bool:
        case = Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries))
        return decided_since(case, taken(case), self._at) is not None
