"""The cursor: which slot of a form the end of a line is in."""

from simulator.domain.value import Value
from simulator.grammar.form import Slot
from simulator.grammar.kinds import FREE, NAMED
from simulator.grammar.reader import hear_slot, past_lead
from simulator.grammar.scan import Heard, Scan
from simulator.grammar.words import COMMA, QUOTED


class Place(Value):
    """Where the cursor is: in a slot that begins at a word, or (without a slot) before a clause.

    `said` are the fields that the line has filled before.
    """

    slot: Slot | None
    start: int
    said: frozenset[str]


def place_of(scan: Scan, start: int, *, fresh: bool) -> Place | None:
    """The place of the cursor at the line's end; `fresh` when a new word begins there."""
    index, said = past_lead(scan, start), set[str]()
    heads = scan.form.heads
    for number, slot in enumerate(heads):
        following = heads[number + 1] if number + 1 < len(heads) else None
        end = _past(scan, slot, index, following, fresh=fresh)
        if end is None:
            return Place(slot, _last_of(scan, slot, index), frozenset(said))
        said.add(slot.field)
        index = end
    return _among_clauses(scan, index, said, fresh=fresh)


def _among_clauses(scan: Scan, start: int, said: set[str], *, fresh: bool) -> Place | None:
    index, words = start, scan.words
    while index < len(words):
        opening = scan.form.opening(words, index)
        if words[index] == COMMA:
            index += 1
            continue
        if opening is None or (opening.after == len(words) and not fresh):
            break
        slot = opening.clause.slot
        said.add(opening.clause.field)
        end = _past(scan, slot, opening.after, None, fresh=fresh) if slot else opening.after
        if end is None:
            return Place(slot, _last_of(scan, slot, opening.after), frozenset(said)) if slot else None
        index = end
    return Place(None, index, frozenset(said))


def _past(scan: Scan, slot: Slot, start: int, following: Slot | None, *, fresh: bool) -> int | None:
    """The word after a slot that is filled; None while the cursor is in it."""
    if start >= len(scan.words):
        return None
    heard = hear_slot(scan, slot, start, following)
    if isinstance(heard, Heard) and heard.after < len(scan.words):
        return heard.after
    if slot.kind in FREE:
        return _past_words(scan, slot, start, fresh=fresh)
    if isinstance(heard, Heard) and fresh and _in_full(scan, slot, start):
        return heard.after
    return None if isinstance(heard, Heard) else _past_name(scan, slot, _last_of(scan, slot, start))


def _past_words(scan: Scan, slot: Slot, start: int, *, fresh: bool) -> int | None:
    """Free words end where a keyword has just been typed; made-up names and quotes end when one goes on."""
    for index in range(start + 1, len(scan.words)):
        opening = scan.form.opening(scan.words, index)
        if opening and opening.after == len(scan.words) and slot.kind != "TEXT":
            return index
    done = slot.kind == "NAME" or scan.words[-1] == QUOTED
    return len(scan.words) if fresh and done else None


def _past_name(scan: Scan, slot: Slot, start: int) -> int | None:
    if slot.kind not in NAMED:
        return None
    names = scan.vocabulary.kinds[slot.kind]
    for end in range(min(len(scan.words) - 1, start + names.longest), start, -1):
        if names.exact(scan.phrase(start, end)):
            return end
    last = len(scan.words) - 1
    begun = any(clause.keyword.startswith(scan.words[last]) for clause in scan.form.clauses)
    return last if begun and len(names.find(scan.phrase(start, last))) == 1 else None


def _in_full(scan: Scan, slot: Slot, start: int) -> bool:
    if slot.kind not in NAMED:
        return True
    last = _last_of(scan, slot, start)
    return bool(scan.vocabulary.kinds[slot.kind].exact(scan.phrase(last, len(scan.words))))


def _last_of(scan: Scan, slot: Slot, start: int) -> int:
    """Where the last name of a list begins; any other slot holds one thing."""
    if slot.kind != "SCOPE":
        return start
    ends = [index for index in range(start, len(scan.words)) if scan.words[index] in (COMMA, "and")]
    return ends[-1] + 1 if ends else start
