"""The very good reasons for changing two things at once (doctrine D3).

Each needs two things: a reason stated before the second change began, and a ground outside the commander's
words, in the scenario or in what the response was told. A reason alone is no ground.
"""

import re
from collections.abc import Iterator, Mapping

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    Answered,
    ClueFound,
    CustomersReported,
    Decided,
    Said,
    StakeholderAsked,
)
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.outlook import not_ruled_out
from simulator.scoring.overlap import Overlap
from simulator.scoring.sighted import once
from simulator.scoring.streams import Stream, streams
from simulator.scoring.talked import names, reason
from simulator.scoring.vocabulary import words_of

STATED_BEFORE = 10 * MINUTE
"""A reason counts for what is begun within this time of stating it (assumption)."""
STEM = 4
"""Words that begin with the same letters, so many of them, speak of the same thing (assumption)."""
CONTAINING = ("block", "throttle")
"""Kinds of change that stop harm from growing rather than mend it."""
_BESIDE = re.compile(
    r"\b(?:both|besides?|meanwhile|parallel|at once|at the same time|the others?|independent(?:ly)?|apart"
    r"|own (?:signal|part|track)|separate(?:ly)?|while|too|also|as well)\b",
    re.IGNORECASE,
)
"""How one says that something is done beside something else."""
LOSING = (
    "data loss",
    "losing data",
    "lost data",
    "data is being lost",
    "corrupt",
    "leak",
    "breach",
    "exposed",
)
"""How people on the call say that waiting costs what cannot be given back."""


class Ground(Value):
    """Why an overlap is no fault, with the lines that show it."""

    why: str
    evidence: tuple[int, ...]


def ground(case: Case, found: Overlap) -> Ground | None:
    """The first ground that excuses an overlap, None when there is none."""
    reason = stated(case, found)
    for test in (_workstream, *((_composite, _containment, _recovery, _hung) if reason else ())):
        held = test(case, found)
        if held is not None:
            return Ground(held.why, tuple(sorted({*held.evidence, *([reason] if reason else [])})))
    return None


def stated(case: Case, found: Overlap) -> int | None:
    """The line on which a reason was stated before the later change began, None when there was none."""
    if found.later.because.strip():
        return found.later.order
    since = found.since - STATED_BEFORE
    decided = (line.number for line in _decisions(case) if since <= line.at <= found.since)
    aloud = reason(case, found.later)
    said = aloud[0].number if aloud is not None and aloud[0].at <= found.since else None
    return next(decided, said)


@once
def _decisions(case: Case) -> tuple[Entry, ...]:
    return tuple(entry for entry, decided in each(case.seen, Decided) if decided.text.strip())


def _workstream(case: Case, found: Overlap) -> Ground | None:
    """A declared workstream makes one of them, for what it is about, and each is verified on its own signal.

    The other is made in a workstream too, or the order that joins it to the other says why both at once.
    """
    if found.earlier.owner == found.later.owner or _on_one_signal(case, found):
        return None
    both = _says_both(case, found)
    for attempt, beside in ((found.later, found.earlier), (found.earlier, found.later)):
        own = _own(case, attempt, found.since)
        if own is not None and (both or _elsewhere(case, beside, own, found.since)):
            return Ground(f"workstream '{own.name}' had its own leader and its own signal", (own.entry,))
    return None


def _on_one_signal(case: Case, found: Overlap) -> bool:
    """Whether both show, or were watched, on the same signal."""
    here, there = _signals(case, found.earlier), _signals(case, found.later)
    return not here or not there or bool(here & there)


def _signals(case: Case, attempt: Attempt) -> frozenset[str]:
    """The signals that a change was watched on; the one of its page where it was not."""
    watched = frozenset(watch.signal for watch in attempt.verifications)
    change = case.change(attempt)
    return watched or frozenset((change.signal,) if change else ())


def _says_both(case: Case, found: Overlap) -> bool:
    """Whether the later order says why it is made beside the other."""
    why = found.later.because
    return bool(_BESIDE.search(why)) or names(case, why, found.earlier)


def _own(case: Case, attempt: Attempt, at: int) -> Stream | None:
    """The open workstream of a change's owner that is about the change or its place."""
    return next((one for one in _running(case, attempt.owner, at) if _is_about(case, one, attempt)), None)


def _elsewhere(case: Case, attempt: Attempt, own: Stream, at: int) -> bool:
    """Whether a change's owner belongs to another open workstream."""
    return any(one.entry != own.entry for one in _running(case, attempt.owner, at))


def _running(case: Case, person: str, at: int) -> Iterator[Stream]:
    """The workstreams that somebody belongs to at a second."""
    return (
        one for one in streams(case) if person in one.people and one.leader and one.since <= at < one.until
    )


def _is_about(case: Case, stream: Stream, attempt: Attempt) -> bool:
    """Whether a workstream's name or scope names a change, or the place that it is made on."""
    change = case.change(attempt)
    named = _beginnings(f"{attempt.change} {change.on if change else ''}")
    said = f"{stream.name} {stream.scope}"
    return bool(_beginnings(said) & named) or attempt.id in said.split()


def _beginnings(text: str) -> frozenset[str]:
    """How the words of a text begin: `serving` is about `serve`."""
    return frozenset(word[:STEM] for word in words_of(text.replace("-", " ")))


def _composite(case: Case, found: Overlap) -> Ground | None:
    """Under a cause not ruled out, one of them only works with the other in place, or a third with both."""
    here, there = found.earlier.change, found.later.change
    for cause in not_ruled_out(case, found.later.order):
        needs = case.scenario.outcome(here, cause).after, case.scenario.outcome(there, cause).after
        if there in needs[0] or here in needs[1]:
            return Ground("one of them only works with the other in place", (found.earlier.order,))
    third = _ends_with_both(case, found)
    why = f"'{third}' only ends it with both of them in place"
    return Ground(why, (found.earlier.order,)) if third else None


def belong_together(case: Case, found: Overlap) -> bool:
    """Whether a third change ends it only with both in place, and why was said: one watch tells of both."""
    return bool(_ends_with_both(case, found)) and stated(case, found) is not None


@once
def halves(case: Case) -> Mapping[str, frozenset[str]]:
    """For each change those that some third change needs in place together with it, under any cause."""
    found: dict[str, set[str]] = {}
    for change in case.scenario.outcomes:
        for cause in case.scenario.causes:
            outcome = case.scenario.outcome(change, cause)
            for one in outcome.after if outcome.cures else ():
                found.setdefault(one, set()).update(set(outcome.after) - {one})
    return {change: frozenset(others) for change, others in found.items()}


def _ends_with_both(case: Case, found: Overlap) -> str:
    """The change that, under a cause not ruled out, ends it once both are in place; empty for none."""
    both = {found.earlier.change, found.later.change}
    if found.later.change not in halves(case).get(found.earlier.change, ()):
        return ""
    for cause in not_ruled_out(case, found.later.order):
        for change in case.scenario.outcomes:
            outcome = case.scenario.outcome(change, cause)
            if len(both) > 1 and outcome.cures and both.issubset(outcome.after):
                return change
    return ""


def _containment(case: Case, found: Overlap) -> Ground | None:
    """One of them stops a loss that the call had been told of and that cannot be given back."""
    changes = (case.change(found.earlier), case.change(found.later))
    if not any(change is not None and change.kind in CONTAINING for change in changes):
        return None
    told = told_of_loss(case, found.later.order)
    return None if told is None else Ground("it contained a loss that could not wait", (told.number,))


def told_of_loss(case: Case, before: int) -> Entry | None:
    """The first line before one on which the call was told of a loss that cannot be given back."""
    return next((entry for entry in case.known_until(before) if _tells_of_loss(entry)), None)


def _tells_of_loss(entry: Entry) -> bool:
    match entry.fact:
        case ClueFound() | Said() | Answered() | CustomersReported() | StakeholderAsked() as fact:
            return any(word in fact.says.lower() for word in LOSING)
        case _:
            return False


def _recovery(case: Case, found: Overlap) -> Ground | None:
    """The same change on the next identical unit, after it was verified to help on an earlier one."""
    if found.earlier.change != found.later.change or found.earlier.staged != found.later.staged:
        return None
    proved = (attempt for attempt in case.started if attempt.change == found.later.change)
    return next((_proof(attempt) for attempt in proved if _helped(attempt, found.since)), None)


def _hung(_case: Case, found: Overlap) -> Ground | None:
    """The earlier one was stuck half-way by then, and nobody knew when it would act."""
    hung = found.earlier.hung
    if hung is None or found.later.ordered < hung:
        return None
    return Ground("the first was stuck half-way, and nobody knew for how long", (found.earlier.order,))


def _helped(attempt: Attempt, before: int) -> bool:
    known = attempt.verified is not None and attempt.verified <= before
    return known and attempt.helped


def _proof(attempt: Attempt) -> Ground:
    return Ground("the same change had been verified to help on an earlier unit", attempt.entries[-1:])
