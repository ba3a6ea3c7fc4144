"""What a diary keeps of a play: how it went, what was decided, and how sure somebody was."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

from simulator.debrief.choices import tolerated_regret
from simulator.domain.course import customer_minutes
from simulator.domain.drill import taken_over
from simulator.domain.entry import Entry
from simulator.domain.value import Value
from simulator.library.debriefing import Judged
from simulator.library.recordings import Play
from simulator.library.retrying import Moment, is_retry, moments_of
from simulator.scoring.calibration import statements

PlayKind: TypeAlias = Literal["outage", "drill", "retry"]


class Decided(Value):
    """A decision: the second, what was chosen, its expected cost and regret in customer-minutes.

    `sound` when the regret was within what the doctrine tolerates.
    """

    at: int
    kind: str
    name: str
    cost: float
    regret: float
    sound: bool


class Stated(Value):
    """A claim that was made at a second, how surely (0 to 1), and whether it held; None: nobody can tell.

    What it was about is `cause`, `change`, `mitigated` or `resolved`.
    """

    at: int
    claim: str
    sure: float
    held: bool | None


class Held(Value):
    """A moment that can be tried again, by the digest of its recording and the second."""

    digest: str
    at: int
    number: int
    recording: str
    outage: str
    seed: int
    chosen: str
    regret: float


class Record(Value):
    """A play. `played` is when it was judged; `ended` is whether it was played to its end.

    `lasted` is in simulated seconds; `lost` in customer-minutes, in a drill since it was taken over; an axis
    None when it was not scored. `id` is what a person names it by, 0 as long as it is not kept.
    """

    digest: str
    recording: str
    kind: PlayKind
    outage: str
    title: str
    seed: int
    doctrine: str
    played: datetime
    ended: bool
    lasted: int
    lost: float
    grade: str | None
    axes: Mapping[str, float | None]
    decisions: tuple[Decided, ...] = ()
    stated: tuple[Stated, ...] = ()
    id: int = 0


def record_of(play: Play, judged: Judged, ended: bool, now: datetime) -> Record:
    """The record of a play that was judged now."""
    header, scenario = play.recording.header, play.outage.scenario
    kind: PlayKind = "drill" if scenario.drill else "retry" if is_retry(header.parent) else "outage"
    return Record(
        digest=play.recording.digest,
        recording=str(play.path.absolute()),
        kind=kind,
        outage=scenario.id,
        title=scenario.title,
        seed=header.seed,
        doctrine=play.outage.doctrine.id,
        played=now.astimezone(UTC),
        ended=ended,
        lasted=judged.case.end,
        lost=_lost(judged.case.entries),
        grade=judged.card.grade,
        axes={str(each.axis): each.points for each in judged.card.axes},
        decisions=tuple(_decisions(judged)),
        stated=tuple(_stated(judged)),
    )


def _lost(entries: Sequence[Entry]) -> float:
    """Customer-minutes lost; what somebody lost who led before a take-over is not one's own."""
    begun = taken_over(entries)
    before = customer_minutes(entries[: begun.number]) if begun else 0.0
    return max(0.0, customer_minutes(entries) - before)


def _stated(judged: Judged) -> Iterator[Stated]:
    for one in statements(judged.case):
        yield Stated(one.at, one.about, one.sure / 100, one.right)


def _decisions(judged: Judged) -> Iterator[Decided]:
    tolerated = tolerated_regret(judged.case.doctrine)
    for each in judged.decided:
        chosen = each.chosen
        yield Decided(each.since, chosen.kind, chosen.name, chosen.cost, each.regret, each.share <= tolerated)


def held(play: Play, moment: Moment) -> Held:
    """A moment of a play as a diary keeps it."""
    header, path = play.recording.header, Path(play.path).absolute()
    return Held(
        play.recording.digest, moment.at, moment.number, str(path), play.outage.scenario.id, header.seed,
        moment.title, moment.decision.regret,
    )  # fmt: skip


def all_held(play: Play, judged: Judged) -> tuple[Held, ...]:
    """The moments that a play adds; those before its departure belong to the play that it departs from."""
    parent = play.recording.header.parent
    since = parent.at if parent and is_retry(parent) else -1
    return tuple(held(play, moment) for moment in moments_of(judged) if moment.at > since)
