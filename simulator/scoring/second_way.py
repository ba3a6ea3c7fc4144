"""A second way: what else was in hand or named while a change was made that might not help.

Deeds count before words: another change made ready or found to be safe, somebody else who looks at a place,
another workstream, the question of what else could be tried. Of words see `otherwise`.
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import about, each
from simulator.domain.fact import ChangePrepared, HazardChecked
from simulator.domain.value import Value, replace
from simulator.domain.what_changed import asks_what_changed
from simulator.scoring.case import Case
from simulator.scoring.otherwise import named_next
from simulator.scoring.outlook import Outlook
from simulator.scoring.pieces import Piece, pieces
from simulator.scoring.streams import streams
from simulator.scoring.talked import ON_RECORD, words_on_record

BEFORE = 10 * MINUTE
"""So long before its order a second way is still one for a change (assumption)."""
OPTIONS = "options"


class Way(Value):
    """A second way as a clause, with the line that shows it; `words` are those that named it, if any.

    `later` is the second at which it came to hand, where that was after the order.
    """

    says: str
    line: int
    words: str = ""
    later: int | None = None


def ways(case: Case, attempt: Attempt) -> Iterator[Way]:
    """The second ways at hand from ten minutes before the order until the effect of a change can show."""
    for way in _ways(case, attempt):
        at = case.entries[way.line - 1].at
        yield replace(way, later=at) if at > attempt.ordered else way


def _ways(case: Case, attempt: Attempt) -> Iterator[Way]:
    spent, until = _spent(case, attempt), shows_at(case, attempt)
    yield from _ready(case, spent, until)
    yield from _checked(case, attempt, spent, until)
    yield from _worked_on(case, attempt, spent, until)
    yield from _streams(case, attempt, until)
    yield from _in_words(case, attempt, spent, until)


def could_be_named(case: Case, attempt: Attempt, seen: Outlook) -> bool:
    """Whether a change not begun yet could still help, or a look at another part tell anything."""
    change, begun = case.change(attempt), {one.change for one in case.started if one.order <= attempt.order}
    places = case.organisation.services.keys() - {change.on if change else ""}
    useful = seen.advice.useful
    return any(about in places if kind == "look" else about not in begun for kind, about in useful)


def shows_at(case: Case, attempt: Attempt) -> int:
    """The second at which the effect of a change can show, or at which nothing more will come of it."""
    change = case.change(attempt)
    made = None if attempt.done is None else attempt.done + (case.lag(change) if change else 0)
    ends = (at for at in (made, attempt.failed, attempt.reverting) if at is not None)
    return min(ends, default=case.end)


def _spent(case: Case, attempt: Attempt) -> frozenset[str]:
    """The change itself, and those begun in full before it that were neither seen to help nor failed."""
    before = (one for one in case.started if one.order < attempt.order and not one.staged)
    failed = {one.id for one in case.started if one.failed is not None and one.failed <= attempt.ordered}
    tried = (one for one in before if one.id not in failed and not one.helped_by(attempt.ordered))
    return frozenset((attempt.change, *(one.change for one in tried)))


def _ready(case: Case, spent: frozenset[str], until: int) -> Iterator[Way]:
    for entry, ready in each(case.seen, ChangePrepared):
        if entry.at <= until and ready.change not in spent:
            yield Way(f"'{ready.change}' was ready", entry.number)


def _checked(case: Case, attempt: Attempt, spent: frozenset[str], until: int) -> Iterator[Way]:
    """Other changes that were found to be safe; one with a hazard that is real is no way out."""
    told = [
        (entry, fact)
        for entry, fact in each(case.seen, HazardChecked)
        if attempt.ordered - BEFORE <= entry.at <= until and fact.change not in spent
    ]
    dangerous = {fact.change for _, fact in told if fact.holds}
    for entry, fact in told:
        if fact.change not in dangerous:
            when = "had been checked" if entry.number < attempt.order else "was checked"
            yield Way(f"'{fact.change}' {when}", entry.number)


def _worked_on(case: Case, attempt: Attempt, spent: frozenset[str], until: int) -> Iterator[Way]:
    """Work of somebody else that was under way meanwhile, and the question of what else could be tried."""
    for piece in pieces(case):
        if piece.given <= until and piece.withdrawn is None and not _ended(piece, attempt):
            match piece.what:
                case "prepare" if piece.owner and piece.subject not in spent:
                    yield Way(f"'{piece.subject}' was being made ready", piece.entry)
                case "investigate" if _looks_elsewhere(piece, attempt):
                    yield Way(f"somebody else was looking at {_quoted(case, piece.subject)}", piece.entry)
                case "answer" if piece.subject == OPTIONS and piece.entry > attempt.order:
                    yield Way("it was asked what else could be tried", piece.entry)


def _looks_elsewhere(piece: Piece, attempt: Attempt) -> bool:
    """Whether somebody else looks; what changed is asked in any case, and is nobody's second way."""
    return piece.owner not in ("", attempt.owner) and not asks_what_changed(piece.subject)


def _quoted(case: Case, place: str) -> str:
    return place if place in case.organisation.services else f"'{place}'"


def _ended(piece: Piece, attempt: Attempt) -> bool:
    return piece.ended is not None and piece.ended <= attempt.ordered


def _streams(case: Case, attempt: Attempt, until: int) -> Iterator[Way]:
    """Workstreams of others in which there was work."""
    for stream in streams(case):
        meanwhile = stream.since <= until and attempt.ordered < stream.until
        if meanwhile and not stream.empty and attempt.owner not in stream.people:
            yield Way(f"workstream '{stream.name}' was at work", stream.entry)


def _in_words(case: Case, attempt: Attempt, spent: frozenset[str], until: int) -> Iterator[Way]:
    for line, text in _said(case, attempt, until):
        way = named_next(case.organisation, text, attempt.change, spent)
        if way:
            named = f"'{way}'" if way in case.organisation.runbook else f"a look at {way}"
            yield Way(f"{named} was to come next", line, " ".join(text.lower().split()))


def _said(case: Case, attempt: Attempt, until: int) -> Iterator[tuple[int, str]]:
    """What was said for the record about the time of a change, the order first."""
    yield attempt.order, attempt.because
    for entry in about(case.seen, ON_RECORD):
        if attempt.ordered - BEFORE <= entry.at <= until:
            yield entry.number, words_on_record(entry)
