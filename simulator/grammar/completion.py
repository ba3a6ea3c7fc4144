"""Completion: what could be typed next, most useful first."""

from collections.abc import Iterator

from simulator.domain.value import Value
from simulator.grammar.addressing import spoken_to
from simulator.grammar.cursor import Place, place_of
from simulator.grammar.form import Form, Slot
from simulator.grammar.kinds import KINDS, NAMED
from simulator.grammar.names import Name
from simulator.grammar.row import Row
from simulator.grammar.scan import Scan
from simulator.grammar.verbs import VERBS, Verb, Verbs, verb_of
from simulator.grammar.vocabulary import ME, Vocabulary
from simulator.grammar.words import Line, key_of, split, words_of

_DURATIONS = ("5m", "10m", "20m", "30m", "1h")


class Completion(Value):
    """A text to insert in place of the last `-start` characters, with what to show beside it."""

    text: str
    start: int
    label: str
    meaning: str = ""


def complete(text: str, vocabulary: Vocabulary, verbs: Verbs = VERBS) -> tuple[Completion, ...]:
    """What the text before the cursor may go on with: verbs, then names for the slot, then clauses.

    Behind somebody's name it goes on as it would without.
    """
    line = split(text)
    spoken = spoken_to(line, vocabulary) if verbs is VERBS else None
    if spoken and spoken.plain:
        return complete(text[line.spans[spoken.after][0] :], vocabulary, verbs)
    fresh = not line.spans or line.spans[-1][1] < len(text)
    verb = verb_of(line.plain, verbs)
    if _still_verb(line, verb, verbs, fresh=fresh):
        return tuple(_verbs(line, verb, verbs))
    if len(verb.rows) != 1:
        return ()
    row = verb.rows[0]
    found: list[Completion] = []
    for form in row.usual_forms:
        scan = Scan(line, form, row.idle, vocabulary)
        found += _at(scan, place_of(scan, verb.after, fresh=fresh), verbs)
    every = {offer.text: offer for offer in reversed(found) if _suits(row, offer, vocabulary)}
    return tuple(every.values())[::-1]


def _suits(row: Row, offer: Completion, vocabulary: Vocabulary) -> bool:
    """A brief goes to people inside the company."""
    return row.verb != "brief" or offer.text not in vocabulary.public


def _still_verb(line: Line, verb: Verb, verbs: Verbs, *, fresh: bool) -> bool:
    within = len(line.plain) - verb.start
    if within == 0 or (verb.after >= len(line.plain) and not fresh):
        return True
    return len(verb.rows) != 1 and any(_begins(line, verb, row) for row in verbs.rows)


def _begins(line: Line, verb: Verb, row: Row) -> bool:
    typed = line.plain[verb.start :]
    said = row.spellings[0]
    whole = said[: len(typed) - 1] == typed[:-1]
    return whole and len(said) >= len(typed) and said[len(typed) - 1].startswith(typed[-1] if typed else "")


def _verbs(line: Line, verb: Verb, verbs: Verbs) -> Iterator[Completion]:
    typed = line.raw[line.spans[verb.start][0] :] if line.plain else ""
    for row in verbs.rows:
        if (not line.plain or _begins(line, verb, row)) and row.verb != typed.strip().lower():
            yield Completion(row.verb, -len(typed), row.shown_short, row.meaning)


def _at(scan: Scan, place: Place | None, verbs: Verbs) -> Iterator[Completion]:
    if place is None:
        return
    if place.slot:
        yield from _fillings(scan, place.slot, place.start, verbs)
    else:
        yield from _clauses(scan, scan.form, place)


def _fillings(scan: Scan, slot: Slot, start: int, verbs: Verbs) -> Iterator[Completion]:
    back, typed = _typed(scan, start)
    if slot.kind in NAMED:
        yield from _names(scan, slot, start, back)
    elif slot.kind == "DURATION":
        for duration in _DURATIONS:
            if duration.startswith(typed) and duration != typed:
                yield Completion(duration, back, duration)
    elif slot.kind == "COMMAND":
        for row in verbs.rows:
            if row.verb.startswith(typed) and row.verb != typed:
                yield Completion(row.verb, back, row.verb, row.meaning)


def _names(scan: Scan, slot: Slot, start: int, back: int) -> list[Completion]:
    """The names that begin as typed, then those with a later word that does."""
    names = scan.vocabulary.kinds[slot.kind]
    words = scan.phrase(start, len(scan.words))
    key, meant = key_of(words), names.find(words)
    first, then = list[Completion](), list[Completion]()
    for name in names.entries:
        text = names.spoken(name.value)
        begun = any(key_of(words_of(way)).startswith(key) for way in (name.call, name.label))
        if (begun or name.value in meant) and _useful(scan, slot, name, typed=words_of(text) == words):
            (first if begun else then).append(Completion(text, back, name.label, name.meaning))
    return first + then


def _useful(scan: Scan, slot: Slot, name: Name, *, typed: bool) -> bool:
    """Whether it says something new: not what is there already, and `me` only where one may act oneself."""
    return not typed and (name.value != ME or slot not in scan.form.heads)


def _clauses(scan: Scan, form: Form, place: Place) -> Iterator[Completion]:
    back, typed = _typed(scan, place.start)
    for clause in form.clauses:
        if clause.field not in place.said and clause.keyword.startswith(typed):
            meaning = KINDS[clause.slot.kind].noun if clause.slot else ""
            yield Completion(clause.keyword, back, str(clause).strip("[]"), meaning)


def _typed(scan: Scan, start: int) -> tuple[int, str]:
    """How far back the words from `start` reach, and what they are."""
    if start >= len(scan.words):
        return 0, ""
    return scan.line.spans[start][0] - len(scan.line.raw), " ".join(scan.words[start:])
