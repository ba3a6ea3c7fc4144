"""The changes along time: made, watched, undone, what each did, and where two confounded each other."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from simulator.debrief.parts import completed_by, needed_before
from simulator.domain.attempt import Attempt, attempts, premature
from simulator.domain.entry import each
from simulator.domain.fact import DID_GOOD, ChangeActed, ChangeReverted, ChangeWoreOff
from simulator.domain.prose.saying import joined
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.grounds import ground
from simulator.scoring.overlap import led_through, overlaps, settled

ENDED = ("cured", "stopped")
"""What a change did for good: minutes that were lost on the way are the price of it."""
DID = {
    "cured": "ended what was wrong",
    "stopped": "kept the trouble from spreading; what was there stayed",
    "relieved": "took some of the trouble away, for a while",
    "locally": "took the trouble away where its small first form was made",
    "worked": "did what it was meant to do",
    "first part": "was the first part of the fix, and took effect with {}",
    "early": "ended what was wrong once {} was in place, too",
    "one part": "did its own part, which is no fix without {}",
    "not ready": "was one part of what ends it, and takes effect only after {}",
    "in vain": "did its own part, which made no difference",
    "nothing": "did nothing about what was wrong",
    "": "not on record",
}
"""What a change really did, in words, by its deed; `{}` is what completes it, or what it needs before."""
Balance: TypeAlias = Literal["helped", "harmed", "nothing", ""]
"""What a change did on the whole; empty where it did not come to anything."""


class Watch(Value):
    """A verification: from when to when, and what it said; `early` when it was too short to say anything."""

    began: int
    at: int
    signal: str
    result: str
    early: bool
    entry: int


class ChangeLane(Value):
    """One change. Seconds are None when it did not come to that.

    `acted` is what it really did, and `wore_off` when that was gone again (truth). `undone_in` is the line on
    which it had been undone, and `brought_back` whether that let in again what it had held off (truth).
    `completed` is the change that ends what is wrong once this one is in place, made or not, and
    `took_effect` when it did so (truth). `missing` are the changes that it needs to end what is
    wrong, and that were not in place when it was made (truth). `alone` is one that its owner made unasked.
    """

    id: str
    change: str
    staged: bool
    owner: str
    ordered: int
    started: int | None
    done: int | None
    failed: int | None
    reverting: int | None
    reverted: int | None
    told: int | None
    until: int
    watches: tuple[Watch, ...]
    result: str
    acted: str
    harmed: bool
    entry: int
    told_in: int | None
    wore_off: int | None = None
    undone_in: int | None = None
    brought_back: bool = False
    completed: str = ""
    took_effect: int | None = None
    missing: tuple[str, ...] = ()
    alone: bool = False

    @property
    def deed(self) -> str:
        """What it really did, as a key of `DID`: its own part is `in vain` where nobody saw it help.

        A part of a fix is none, though nobody can see it help before the others are made.
        """
        if self.acted in ENDED and self.missing:
            return "early"
        helped = self.acted == "worked" and self.result not in ("same", "worse")
        if helped or self.acted not in ("worked", "nothing"):
            return self.acted
        if self.missing:
            return "not ready"
        if self.took_effect is not None:
            return "first part"
        if self.completed:
            return "one part"
        return "in vain" if self.acted == "worked" else "nothing"

    @property
    def did(self) -> str:
        """What it really did, in words."""
        others = self.missing if self.deed in ("not ready", "early") else (self.completed,)
        return DID[self.deed].format(joined(f"'{name}'" for name in others))

    @property
    def balance(self) -> Balance:
        """What it did on the whole: a cure outweighs what it cost on the way; what was seen decides else."""
        if not self.acted:
            return ""
        if self.acted in ENDED or self.deed == "first part":
            return "helped"
        if self.acted in DID_GOOD and self.result not in ("same", "worse"):
            return "helped"
        return "harmed" if self.harmed else "nothing"


class Clash(Value):
    """Two changes in flight at once that could not be told apart; `excuse` says why that was no fault."""

    earlier: str
    later: str
    since: int
    until: int
    excuse: str


def changes_of(case: Case) -> tuple[ChangeLane, ...]:
    """A lane for every change that was ordered, in order."""
    acted = _acted(case)
    lanes = tuple(_lane(case, attempt, acted.get(attempt.id)) for attempt in case.attempts)
    return tuple(_completed(case, lane, lanes) for lane in lanes)


def unasked(case: Case) -> tuple[ChangeLane, ...]:
    """A lane for every change that somebody made on their own, known to the call or not (truth)."""
    acted = _acted(case)
    return tuple(_lane(case, own, acted.get(own.id)) for own in attempts(case.entries) if own.alone)


def _completed(case: Case, lane: ChangeLane, lanes: Iterable[ChangeLane]) -> ChangeLane:
    """A lane with the change that completes it: the one that did, else one that would, and what it lacked."""
    needs = needed_before(case, lane.change)
    missing = tuple(name for name in needs if not any(_before(first, lane, name) for first in lanes))
    lane = replace(lane, missing=missing if lane.done is not None else ())
    fixes = completed_by(case, lane.change)
    took = next((other for other in lanes if other.change in fixes and _completes(other, lane)), None)
    if took is not None:
        return replace(lane, completed=took.change, took_effect=took.done)
    return replace(lane, completed=fixes[0]) if fixes else lane


def _before(first: ChangeLane, lane: ChangeLane, name: str) -> bool:
    """Whether a change of a name was in place when another was made."""
    if first.change != name or first.done is None or lane.done is None or first.done > lane.done:
        return False
    return first.reverted is None or first.reverted > lane.done


def _completes(later: ChangeLane, first: ChangeLane) -> bool:
    """Whether a change ended what was wrong with an earlier one still in place."""
    if later.acted not in ENDED or later.done is None or first.done is None or first.done > later.done:
        return False
    return first.reverted is None or first.reverted > later.done


def _acted(case: Case) -> Mapping[str, ChangeActed]:
    """What each change really did, when it was made or what it needs had come, too.

    Later relapses and reverts are not what it did.
    """
    found: dict[str, ChangeActed] = {}
    for _, fact in each(case.entries, ChangeActed):
        if fact.acted not in ("reverted", "relapsed"):
            before = found.get(fact.id)
            found[fact.id] = replace(fact, harmed=fact.harmed or bool(before and before.harmed))
    return found


def _lane(case: Case, attempt: Attempt, acted: ChangeActed | None) -> ChangeLane:
    watches = tuple(_watch(case, attempt, number) for number in range(len(attempt.verifications)))
    told = settled(attempt)
    return ChangeLane(
        attempt.id, attempt.change, attempt.staged, attempt.owner, attempt.ordered, attempt.started,
        attempt.done, attempt.failed, attempt.reverting, attempt.reverted, told,
        case.end if told is None else told, watches, _result(attempt), acted.acted if acted else "",
        bool(acted and acted.harmed), attempt.order, _told_in(attempt), _wore_off(case, attempt.id),
        _undone_in(case, attempt.id), _brought_back(case, attempt.id), alone=attempt.alone,
    )  # fmt: skip


def _wore_off(case: Case, change: str) -> int | None:
    """When what a change had taken away was back; as it was noticed, where only that is on record."""
    back = (
        e.at for e, fact in each(case.entries, ChangeActed) if (fact.id, fact.acted) == (change, "relapsed")
    )
    noticed = (e.at for e, fact in each(case.entries, ChangeWoreOff) if fact.id == change)
    return next(back, None) or next(noticed, None)


def _undone_in(case: Case, change: str) -> int | None:
    return next((e.number for e, fact in each(case.seen, ChangeReverted) if fact.id == change), None)


def _brought_back(case: Case, change: str) -> bool:
    """Whether it had been what helped until it was undone."""
    return any((fact.id, fact.acted) == (change, "reverted") for _, fact in each(case.entries, ChangeActed))


def _watch(case: Case, attempt: Attempt, number: int) -> Watch:
    watch = attempt.verifications[number]
    early = watch.fact is not None and premature(watch.fact)
    result = watch.fact.result if watch.fact else ""
    return Watch(
        watch.began, case.end if watch.at is None else watch.at, watch.signal, result, early, watch.entry
    )


def _result(attempt: Attempt) -> str:
    """How it stood in the end, in a word."""
    if attempt.failed is not None:
        return "failed"
    if attempt.started is None:
        return "not begun"
    if attempt.result:
        return attempt.result
    if attempt.reverted is not None:
        return "undone"
    if attempt.worn is not None:
        return "worn off"
    if any(watch.fact for watch in attempt.verifications):
        return "unclear"
    return "never verified" if attempt.done is not None else "not finished"


def _told_in(attempt: Attempt) -> int | None:
    """The line of its first conclusive verification."""
    telling = (
        w for w in attempt.verifications if w.fact and w.fact.result != "unclear" and not premature(w.fact)
    )
    return next((watch.entry for watch in telling), None)


def clashes_of(case: Case) -> tuple[Clash, ...]:
    """Every stretch in which two interacting changes were in flight together, longer than a breath."""
    tolerated = case.doctrine.threshold("overlap tolerated")
    found = []
    for over in overlaps(case):
        if over.seconds > tolerated:
            held = ground(case, over)
            found.append(
                Clash(
                    over.earlier.id,
                    over.later.id,
                    over.since,
                    led_through(case, over),
                    held.why if held else "",
                )
            )
    return tuple(found)


class Confusion(Value):
    """A stretch in which one change could not be told apart from others."""

    since: int
    until: int
    others: tuple[str, ...]
    excused: bool


def confusions_of(lane: ChangeLane, clashes: Iterable[Clash]) -> tuple[Confusion, ...]:
    """A change's clashes, joined where they touch, the excused ones by themselves and first."""
    found: list[Confusion] = []
    mine = (clash for clash in clashes if lane.id in (clash.earlier, clash.later))
    for clash in sorted(mine, key=lambda clash: (not clash.excuse, clash.since)):
        other = clash.later if clash.earlier == lane.id else clash.earlier
        one = Confusion(clash.since, clash.until, (other,), bool(clash.excuse))
        joined = _joined(found[-1], one) if found else None
        found[-1:] = [joined] if joined else [*found[-1:], one]
    return tuple(found)


def _joined(before: Confusion, after: Confusion) -> Confusion | None:
    if before.excused != after.excused or after.since > before.until:
        return None
    others = tuple(dict.fromkeys((*before.others, *after.others)))
    return Confusion(before.since, max(before.until, after.until), others, before.excused)
