"""What a diary comes to: plays, progress by axis, moments that are due, how well confidence was earned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from simulator.domain.doctrine import AXES
from simulator.domain.progress import Claimed, Confidence, Progress, calibration, confidence, progress
from simulator.domain.value import Value, parts_of
from simulator.library.diary.diary import Standing
from simulator.library.diary.record import Record

OFFERED = 3
"""So many moments that were never tried again are offered beside those that are due."""


class Summary(Value):
    """A diary at a moment.

    `counted` are the plays that progress is read from; `due` are moments that come back now, the one that
    has waited longest first; `fresh` are a few that were never decided again; `later` says when the next one
    comes back. `calibration` and `confidence` are of what was said in the plays that count.
    """

    plays: tuple[Record, ...]
    counted: tuple[Record, ...]
    progress: Mapping[str, Progress]
    due: tuple[Standing, ...]
    fresh: tuple[Standing, ...]
    later: datetime | None
    calibration: tuple[Claimed, ...]
    confidence: Confidence | None


def summary_of(plays: Sequence[Record], moments: Sequence[Standing], now: datetime) -> Summary:
    """What plays and moments come to now."""
    tried = [(when, each) for each in moments if (when := each.due) is not None]
    due = sorted((pair for pair in tried if pair[0] <= now), key=lambda pair: pair[0])
    counted = tuple(_counted(plays))
    return Summary(
        plays=tuple(plays),
        counted=counted,
        progress={axis: progress(points) for axis, points in _points(counted)},
        due=tuple(each for _, each in due),
        fresh=tuple(each for each in moments if not each.tries)[:OFFERED],
        later=min((when for when, _ in tried if when > now), default=None),
        calibration=calibration(_told(counted)),
        confidence=confidence(_told(counted)),
    )


def _counted(plays: Iterable[Record]) -> Iterator[Record]:
    """The first play of each outage and seed: later ones and retries know what comes, drills are parts."""
    met: set[tuple[str, int]] = set()
    for play in plays:
        if play.kind == "outage" and (play.outage, play.seed) not in met:
            met.add((play.outage, play.seed))
            yield play


def _points(plays: Sequence[Record]) -> Iterator[tuple[str, tuple[float, ...]]]:
    for axis in AXES:
        found = tuple(points for play in plays if (points := play.axes.get(axis)) is not None)
        if found:
            yield axis, found


def _told(plays: Iterable[Record]) -> Iterator[tuple[float, bool]]:
    for play in plays:
        yield from ((each.sure, each.held) for each in play.stated if each.held is not None)


def plain(play: Record) -> dict[str, object]:
    """A play as JSON has it."""
    return {**parts_of(play), "played": play.played.isoformat()}
