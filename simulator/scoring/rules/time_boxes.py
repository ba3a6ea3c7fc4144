"""Time-boxes: a look has an end that was agreed on; one comes back when it is over, and not before.

A look earns with a time-box of two minutes to `time box at most`; a longer one earns less, and nothing at
twice that; so does a workstream's, which two hours after the declaration may be `sitrep later every`. Who has
not reported `come back within` after their time-box has to be asked how it goes, or half is lost. Asking for
progress before the time-box is over, or again within `ask again after`, loses.

Why: a task goes to one owner, for a stated time, and then one comes back: three minutes for a task and
twenty for a group of its own are examples (PD-IC; C3). Without an end some look on where nothing is to be
seen, and whoever is asked all the time gets nothing done (PD-AP; X6, X8).

Exception: what is over in time needs nobody to come back. A look that was taken back before anything came of
it, and before its time was up, is none; neither is a workstream that was closed before anybody had worked in
it. One that was left without work to the end of its time-box leads nobody, and loses. A question what has
changed is no look. Somebody who waits for something else to end has not begun.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:17:00 answered person=ana topic=progress says="Two more minutes." sure=0.5
    0:19:00 task-ended task=t1 what=investigate subject=db-shards owner=ana
    0:40:00 noted text="going on"

Fail:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=0
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:40:00 noted text="nobody knows what became of it"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Left, TaskGiven, WorkstreamOpened
from simulator.domain.sitreps import LONG
from simulator.domain.what_changed import asks_what_changed
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.pieces import Piece, asked_for_progress, in_command, technical, work_of
from simulator.scoring.streams import streams
from simulator.scoring.whose import seat_of
from simulator.scoring.words import clock, minutes

NAME = "time-boxes"
AXIS: Axis = "command"
SHORTEST = 2 * MINUTE
"""In less nobody finds anything; half is lost (assumption: a look takes about four minutes)."""
NEVER = 5
"""Coming back this many times too late is not coming back."""
ABOUT = MINUTE
"""A question this little before the end of a time-box is in time."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every look and every workstream, and one for every question that came too soon."""
    for piece in technical(case):
        looks = piece.what == "investigate" and not piece.called_off
        if looks and not _question(piece) and not _own(case, piece):
            yield _look(case, piece)
    yield from _workstreams(case)
    yield from _pestered(case)


def _workstreams(case: Case) -> Iterator[Mark]:
    """A mark for every workstream that somebody worked in, or that was left with nothing to do."""
    known = {stream.entry: stream for stream in streams(case)}
    for entry, opened in each(case.seen, WorkstreamOpened):
        most = _reports_every(case, entry.at)
        stream, earned = known[entry.number], _sensible(opened.within, most)
        summary = f"The workstream '{opened.name}' was opened with {_box(opened.within)}"
        if opened.within > most:
            summary += f", where its leader has to come back within {minutes(round(most))}"
        if stream.left:
            earned, summary = 0.0, f"{summary}, and nobody in it was given anything to do by its end"
        elif stream.empty:
            continue
        yield Mark(NAME, AXIS, earned, 1.0, f"{summary}.", (entry.number,), entry.at)


def _question(piece: Piece) -> bool:
    return asks_what_changed(piece.subject) and not piece.within


def _own(case: Case, piece: Piece) -> bool:
    """Nobody comes back to themselves."""
    return piece.owner in in_command(case, piece.entry)


def _box(within: int) -> str:
    return f"a time-box of {minutes(within)}" if within else "no time-box"


def _reports_every(case: Case, at: int) -> float:
    """The seconds within which a workstream has to be heard of: in a long incident, as long as a sitrep's."""
    long = case.declared is not None and at >= case.declared.at + LONG
    limits = ("time box at most", "sitrep later every") if long else ("time box at most",)
    return max(case.doctrine.threshold(limit) for limit in limits)


def _sensible(within: int, most: float) -> float:
    if not within:
        return 0.0
    return 0.5 if within < SHORTEST else falling(within, most, 2 * most)


def _look(case: Case, piece: Piece) -> Mark:
    most = case.doctrine.threshold("time box at most")
    earned, lines = _sensible(piece.within, most), [piece.entry]
    summary = f"The look at '{piece.subject}' had {_box(piece.within)}"
    if piece.within > most:
        summary += f", and {minutes(round(most))} are the most"
    due = piece.begins + piece.within
    latest = due + case.doctrine.threshold("come back within")
    if piece.within and case.over > latest and piece.open(round(latest)):
        back = _back(case, piece, due)
        late = (case.end if back is None else back.at) - due
        within = latest - due
        earned *= 0.5 + 0.5 * falling(late, within, NEVER * within)
        lines += [] if back is None else [back.number]
        came = f"one came back at {clock(back.at)}" if back else "nobody asked what became of it"
        summary += f", over at {clock(due)}; {came}"
    return Mark(NAME, AXIS, earned, 1.0, f"{summary}.", cited(*lines), piece.given)


def _back(case: Case, piece: Piece, due: int) -> Entry | None:
    """The first line from the end of a time-box on that shows that one came back to its owner."""
    asked = {answer.number: who for at, answer, who in asked_for_progress(case) if at >= due - ABOUT}
    for entry in case.seen:
        if entry.at < due - ABOUT:
            continue
        match entry.fact:
            case Left(person=person) | TaskGiven(owner=person) if person == piece.owner:
                return entry
            case _ if asked.get(entry.number) == piece.owner:
                return entry
    return None


def _pestered(case: Case) -> Iterator[Mark]:
    """Questions for progress that came too soon."""
    for at, answer, person, why in asked_too_soon(case):
        summary = f"At {clock(at)} {case.organisation.called(person)} was asked for progress {why}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (answer.number,), at)


def asked_too_soon(case: Case) -> Iterator[tuple[int, Entry, str, str]]:
    """Each of them: the second it was asked, the answer, who answered, and how much too soon it came."""
    again = case.doctrine.threshold("ask again after")
    last: dict[str, tuple[int, Entry]] = {}
    for at, answer, person in asked_for_progress(case):
        before = last.get(person)
        last[person] = at, answer
        if before and _at_once(case, before[1], answer, at):
            continue
        why = _inside(case, person, at)
        if before and at - before[0] < again:
            why = f"{minutes(at - before[0])} after the last time"
        if why:
            yield at, answer, person, why


def _at_once(case: Case, before: Entry, answer: Entry, at: int) -> bool:
    """Whether it was asked from another seat before the last answer had come: who asks cannot know of it."""
    return before.at >= at and seat_of(case, before.number) != seat_of(case, answer.number)


def _inside(case: Case, person: str, at: int) -> str:
    """How long before the end of a look's time-box somebody was asked; empty when they were not."""
    work = work_of(case).get(person, ())
    boxed = [one for one in work if one.within and one.what == "investigate"]
    left = [one.begins + one.within - at for one in boxed if one.open(at) and at >= one.begins]
    return f"{minutes(max(left))} before their time was up" if left and max(left) > ABOUT else ""
