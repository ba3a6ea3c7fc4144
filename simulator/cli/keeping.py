"""Adding to a person's history: what stands in the way is told on the error output, and spoils nothing."""

from datetime import UTC, datetime
from pathlib import Path

import click

from simulator.library import counted
from simulator.library.debriefing import Judged
from simulator.library.diary import Diary, Unreadable, all_held, diary_path, held, record_of, summary_of
from simulator.library.recordings import Play
from simulator.library.retrying import Again, Moment, again, is_retry


def keep(play: Play, judged: Judged, ended: bool) -> None:
    """Add a play that was judged; one that departs from a moment counts as having decided that again."""
    path = diary_path()
    if path is None:
        return
    now = datetime.now(UTC)
    try:
        Diary(path).keep(record_of(play, judged, ended, now), all_held(play, judged))
        parent = play.recording.header.parent
        found = again(judged.case, judged.decided, parent.at) if parent and is_retry(parent) else None
        if parent and found:
            Diary(path).tried(parent.digest, parent.at, play.path, found, now)
    except Unreadable as reason:
        _tell(reason)


def hold(play: Play, moment: Moment) -> None:
    """Make sure that the history knows a moment that is about to be decided again."""
    path = diary_path()
    if path is not None:
        try:
            Diary(path).hold(held(play, moment))
        except Unreadable as reason:
            _tell(reason)


def keep_try(play: Play, moment: Moment, child: Path, found: Again) -> None:
    """Add that a moment of a play was decided again, in a short retry that is kept in `child`."""
    path = diary_path()
    if path is not None:
        try:
            Diary(path).tried(play.recording.digest, moment.at, child, found, datetime.now(UTC))
        except Unreadable as reason:
            _tell(reason)


def due_in_history() -> list[str]:
    """A line on moments of one's own plays that are due; none when the history is off or unreadable."""
    path = diary_path()
    try:
        moments = Diary(path).moments() if path else ()
    except Unreadable:
        return []
    due = len(summary_of((), moments, datetime.now(UTC)).due)
    return [f"Due again from your own plays: {counted(due, 'moment')}. To see: icsim retry"] if due else []


def _tell(reason: Unreadable) -> None:
    click.echo(f"icsim: this is not in your history: {reason}", err=True)
