"""Transcripts of the plays that are worth reading: the worst and the median one of each player."""

from collections.abc import Iterator
from pathlib import Path

from simulator.domain.notation import write_timeline
from simulator.library.trouble import Unusable
from simulator.library.trying.attempt import Tried, played
from simulator.library.trying.sweep import Sweep


def write_transcripts(swept: Sweep, folder: Path) -> tuple[Path, ...]:
    """Write them into a folder in the notation of timelines; raises `Unusable` when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_written(swept, tried, which, folder) for tried, which in chosen(swept))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unusable(f"transcripts cannot be written to {str(folder)!r}: {reason}") from None


def chosen(swept: Sweep) -> Iterator[tuple[Tried, str]]:
    """The play of each player that lost most, and the one in the middle; the lower of two."""
    for player in swept.players:
        plays = sorted((t for t in swept.plays if t.player == player), key=lambda t: (t.lost, t.seed))
        yield plays[-1], "worst"
        yield plays[(len(plays) - 1) // 2], "median"


def _written(swept: Sweep, tried: Tried, which: str, folder: Path) -> Path:
    path = folder / f"{swept.outage.scenario.id}-{tried.player}-{which}.txt"
    entries = played(swept.outage, tried.player, tried.seed).entries
    end = "it did not end" if tried.over is None else "it ended"
    head = f"# {tried.player}, seed {tried.seed}, {tried.cause}: {tried.lost:,.0f} customer-minutes; {end}"
    path.write_text(f"{head}\n{write_timeline(entries)}", "utf-8")
    return path
