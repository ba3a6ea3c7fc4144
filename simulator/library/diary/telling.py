"""A diary in words: plays, progress, moments, confidence. No number is told more exactly than it is known."""

from collections.abc import Iterator
from pathlib import Path

from simulator.domain.duration import show_clock
from simulator.domain.progress import (
    CLAIMS,
    FEWEST,
    SPREAD,
    TRUST,
    WINDOW,
    Confidence,
    Estimate,
    Progress,
)
from simulator.library.diary.diary import Standing
from simulator.library.diary.record import Record
from simulator.library.diary.summary import Summary
from simulator.library.plays import name_of
from simulator.library.trouble import counted

SHOWN = 10
"""Plays that are shown; the others are in the export."""
NAME = 26
NOTHING = (
    "You have no plays here yet. Each one is added when its debrief is made:",
    "  icsim play     your first outage",
    "  icsim drill    one decision, in two minutes",
    "A recording from before is added with: icsim history add RECORDING",
)


def told(summary: Summary, path: Path) -> Iterator[str]:
    """Everything, in lines."""
    if not summary.plays:
        yield from NOTHING
    else:
        yield from _plays(summary.plays)
        yield from _progress(summary)
    yield from _moments(summary)
    yield from _calibration(summary)
    yield f"\nAll of it is on this machine, in {path}"


def _plays(plays: tuple[Record, ...]) -> Iterator[str]:
    left = len(plays) - SHOWN
    which = f"Your last {SHOWN} of {len(plays)} plays" if left > 0 else "Your plays"
    yield f"{which}, with customer-minutes lost; in drills since you led"
    for play in plays[-SHOWN:]:
        yield f"{play.id:>4}  {_row(play)}"


def _row(play: Record) -> str:
    what = f"{play.outage}, seed {play.seed}"
    kind = {"outage": "", "drill": "drill", "retry": "decided again"}[play.kind]
    end = " ".join(part for part in (kind, "" if play.ended else "left early") if part)
    row = f"{play.played:%Y-%m-%d}  {what:<30} {play.grade or 'not scored':<12} {play.lost:>11,.0f}  {end}"
    return row.rstrip()


def _progress(summary: Summary) -> Iterator[str]:
    if not summary.progress:
        return
    plays = counted(len(summary.counted), "play")
    yield f"\nProgress, from {plays} of outages and seeds that you met for the first time"
    for axis, course in summary.progress.items():
        yield f"  {axis:<{NAME}}{_course(course)}".rstrip()
    if any(course.now for course in summary.progress.values()):
        yield f"  Mean of the last {WINDOW} plays, and where that of many such plays lies, {TRUST:.0%} sure"
        yield f"  (t-interval; plays are taken to differ by {SPREAD:.0f} points at least). Outages differ in"
        yield "  difficulty: read a trend, not a rank."


def _course(course: Progress) -> str:
    if course.now is None:
        points = ", ".join(f"{each:.0f}" for each in course.points)
        return f"{points}: {counted(len(course.points), 'play')}, too few to say more (from {FEWEST} on)"
    before = f"; before that {_interval(course.before)}: {course.change}" if course.before else ""
    return f"{_interval(course.now)}{before}"


def _interval(found: Estimate) -> str:
    return f"{found.mean:.0f} ({found.low:.0f} to {found.high:.0f})"


def _moments(summary: Summary) -> Iterator[str]:
    if summary.due:
        yield "\nMoments that are due again"
        for each in summary.due:
            yield from moment(each)
    if summary.fresh:
        yield "\nMoments that you have not decided again yet"
        for each in summary.fresh:
            yield from moment(each)
    if summary.later and not summary.due:
        yield f"\nThe next moment comes back on {summary.later:%Y-%m-%d}."


def moment(standing: Standing) -> Iterator[str]:
    """A moment in two or three lines: what was decided, how often it was passed, the command."""
    at = standing.moment
    path = Path(at.recording)
    yield f"  {at.outage}, seed {at.seed}, {show_clock(at.at)}: {at.chosen}"
    if standing.tries:
        passed = sum(each.passed for each in standing.tries)
        last = f"last on {standing.tries[-1].tried:%Y-%m-%d}"
        yield f"    decided again {counted(len(standing.tries), 'time')}, passed {passed}; {last}"
    if path.is_file():
        yield f"    icsim retry {name_of(path)} --moment {at.number} --short"
    else:
        yield f"    its recording is gone: {path}"


def due_lines(summary: Summary) -> Iterator[str]:
    """What `icsim retry` says without a recording."""
    lines = list(_moments(summary))
    if lines:
        yield from "\n".join(lines).strip("\n").splitlines()
    else:
        yield "No moment is waiting. The costliest decisions of each play can be decided again:"
        yield "  icsim retry RECORDING    shows them"


def _calibration(summary: Summary) -> Iterator[str]:
    if summary.confidence is None:
        return
    yield "\nHow sure you were, and how often it held"
    for each in summary.calibration:
        yield f"  about {each.sure:.0%} sure: {each.held} of {each.claims} held"
    yield from (f"  {line}" for line in confidence_lines(summary.confidence))


def confidence_lines(found: Confidence) -> Iterator[str]:
    """Brier's score of all claims with its bounds, and whether they were made too surely."""
    claims = counted(found.claims, "claim")
    brier, scale = found.brier, "0 is perfect, always saying 50 % earns 0.25."
    if brier.low is None or brier.high is None:
        yield f"Brier's score {brier.mean:.2f} from {claims}. Fewer than {CLAIMS} claims say little."
        yield scale
        return
    bounds = f"{brier.low:.2f} to {brier.high:.2f}, {TRUST:.0%} sure"
    yield f"Brier's score {brier.mean:.2f} ({bounds}) from {claims}."
    yield scale
    if found.verdict:
        by = f"{abs(found.excess.mean):.0%}"
        yield f"You were {found.verdict}: by {by} on average, more than chance explains."
