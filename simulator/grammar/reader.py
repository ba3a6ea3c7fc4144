"""From text to command: what was typed either is a command, or is unreadable, or could mean several things.

Whether a command may be given right now is not asked here; that is for the world to refuse.
"""

from simulator.domain.command import (
    Ask,
    CallOff,
    Command,
    Draft,
    FollowUp,
    Help,
    Order,
    Page,
    Poll,
    Post,
    Release,
    Warn,
)
from simulator.domain.value import replace
from simulator.grammar.addressing import Spoken, asks, bind, orders, spoken_to, to_their_face, which
from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.calling_off import is_a_change, stopped
from simulator.grammar.form import Clause, Form, Slot
from simulator.grammar.idioms import as_meant
from simulator.grammar.kinds import NAMED
from simulator.grammar.making import to_make
from simulator.grammar.naming import hear_name, hear_scope
from simulator.grammar.no_time import without_no_time
from simulator.grammar.otherwise import TURNS, takes_role
from simulator.grammar.owners import named_first, unowned
from simulator.grammar.owners import which as whose
from simulator.grammar.plain_answer import in_words
from simulator.grammar.putting_back import put_back
from simulator.grammar.row import Row
from simulator.grammar.saying import SAYING
from simulator.grammar.scan import Heard, Miss, Scan
from simulator.grammar.several import one_by_one
from simulator.grammar.table import WHOLE
from simulator.grammar.topics import asks_everybody
from simulator.grammar.verbs import VERBS, Verbs, verb_of
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.wording import (
    named_change,
    no_command,
    no_fit,
    one_at_a_time,
    to_order,
    to_write,
    unclear_verb,
)
from simulator.grammar.words import ARTICLES, COMMA, Line, split

_TO_ONE = (Ask, Release, Page, Warn)
"""Commands about one person, who may be meant for several."""
_UNSURE = frozenset({"should", "would", "we", "i", "someone", "somebody", "anyone"})
"""Words before a change that make it a question, or not theirs."""
_REASON = ("because", "since")
_POLLS = frozenset({"objection", "objections"})
"""Whoever asks one of the call for these asks all of it: the call answers."""
_CONNECTING = ARTICLES | {COMMA, "and", "then"}


def read(text: str, vocabulary: Vocabulary, verbs: Verbs = VERBS) -> Command | Unreadable | Ambiguous:
    """The command that a line says, or an answer that quotes it and says what would be understood.

    `verbs` are those of the seat that speaks: trainees' unless told otherwise.
    """
    line = split(text)
    if not line.plain:
        return Help() if text.strip().startswith("?") else no_command(line, 0, vocabulary, verbs)
    said = _in_order(line, vocabulary, verbs)
    return _turned(line, said, vocabulary) if isinstance(said, Unreadable) and verbs is VERBS else said


def _in_order(line: Line, vocabulary: Vocabulary, verbs: Verbs) -> Command | Unreadable | Ambiguous:
    """What a line says as it stands."""
    spoken = spoken_to(line, vocabulary) if verbs is VERBS else None
    if spoken:
        heard = _heard(line, spoken, vocabulary)
        if isinstance(heard, Unreadable):
            return _by_itself(line, vocabulary) or heard
        if heard is not None:
            return heard
    return _read(line, vocabulary, verbs)


def _turned(line: Line, said: Unreadable, vocabulary: Vocabulary) -> Command | Unreadable | Ambiguous:
    """A line that is no command as it stands, read in another order or as what it stands for on a call."""
    for turn in TURNS:
        text = turn(line, vocabulary)
        turned = _in_order(split(text), vocabulary, VERBS) if text else said
        if not isinstance(turned, Unreadable):
            return _as_typed(line, turned)
    meant = as_meant(line, vocabulary)
    heard = _in_order(split(meant), vocabulary, VERBS) if meant else said
    return said if isinstance(heard, Unreadable) and line.raw.startswith(meant) else _as_typed(line, heard)


def _by_itself(line: Line, vocabulary: Vocabulary) -> Command | None:
    """A line as a command that speaks to nobody, if it is one: `ask bo to keep the logs` is a question."""
    said = _read(line, vocabulary, VERBS)
    return None if isinstance(said, Unreadable | Ambiguous) else said


def _heard(line: Line, spoken: Spoken, vocabulary: Vocabulary) -> Command | Unreadable | Ambiguous | None:
    """What a line says to somebody, or to the whole call; None when that is nothing that is understood."""
    question, order = asks(spoken), orders(spoken, VERBS)
    made = None if _UNSURE & {*line.plain[: spoken.after]} else _made(spoken, vocabulary)
    if len(spoken.people) > 1:
        return which(line, spoken, vocabulary) if question or order else None
    person = next(iter(spoken.people), "")
    name = vocabulary.spoken("PERSON", person) if person else ""
    polled = _read(spoken.rest, vocabulary, VERBS) if _POLLS.intersection(spoken.rest.plain) else None
    if isinstance(polled, Poll):
        return polled
    role = takes_role(spoken.rest, name, vocabulary) if person else ""
    if role:
        return _as_typed(line, read(role, vocabulary))
    said = made or put_back(spoken.rest, 0, vocabulary)
    if said and person:
        return bind(said, person, line, vocabulary.kinds["PERSON"].label(person))
    if order:
        return _told(line, spoken, person, name, vocabulary)
    if question:
        return _as_typed(line, read(f"ask {name} {spoken.rest.raw}", vocabulary))
    change = named_change(spoken.rest, vocabulary) if person else ""
    return Unreadable(line.raw, to_order(line, change, name)) if change else None


def _made(spoken: Spoken, vocabulary: Vocabulary) -> Order | None:
    """A change that somebody is told to make, by its full name and as an order would have it."""
    text = to_make(spoken.rest, vocabulary)
    said = _read(split(f"order {text}"), vocabulary, VERBS) if text else None
    return said if isinstance(said, Order) else None


def _told(
    line: Line, spoken: Spoken, person: str, name: str, vocabulary: Vocabulary
) -> Command | Unreadable | Ambiguous:
    """A command that is said to somebody, or to all."""
    heard = _read(spoken.rest, vocabulary, VERBS)
    if not person or isinstance(heard, Ambiguous):
        return _as_typed(line, heard)
    if isinstance(heard, Post):
        return Unreadable(line.raw, to_write(spoken.rest))
    if isinstance(heard, Unreadable):
        said_of_them = to_their_face(spoken, name, VERBS)
        return _as_typed(line, read(said_of_them, vocabulary) if said_of_them else heard)
    return bind(heard, person, line, vocabulary.kinds["PERSON"].label(person))


def _as_typed(line: Line, heard: Command | Unreadable | Ambiguous) -> Command | Unreadable | Ambiguous:
    """An answer is about the whole line that was typed."""
    return replace(heard, text=line.raw) if isinstance(heard, Unreadable | Ambiguous) else heard


def _read(line: Line, vocabulary: Vocabulary, verbs: Verbs) -> Command | Unreadable | Ambiguous:
    verb = verb_of(line.plain, verbs)
    if not verb.rows and verbs is VERBS and asks_everybody(line):
        return Ask("progress")
    if "should" in line.plain[: verb.start] and line.raw.rstrip().endswith("?"):
        return no_command(line, 0, vocabulary, verbs)  # whoever wonders whether to has nothing done
    back = put_back(line, verb.start, vocabulary) if len(verb.rows) != 1 and verbs is VERBS else None
    if back is not None:
        return back
    if len(verb.rows) != 1:
        return unclear_verb(line, verb) if verb.rows else no_command(line, verb.start, vocabulary, verbs)
    row = verb.rows[0]
    timeless = without_no_time(line) if row.kind in (Post, Draft) else ""
    if timeless:
        return _as_typed(line, _read(split(timeless), vocabulary, verbs))
    shortened = line.plain[verb.start : verb.after] not in row.spellings
    if shortened and row.guarded:
        return unclear_verb(line, verb)
    if row.kind is CallOff and is_a_change(line, verb.start, vocabulary):
        return no_command(line, verb.start, vocabulary, verbs)
    off = stopped(line, verb.after, vocabulary) if row.verb == "stop" else None
    return off or _read_row(line, row, verb.after, vocabulary)


def _read_row(line: Line, row: Row, start: int, vocabulary: Vocabulary) -> Command | Unreadable | Ambiguous:
    misses: list[Miss] = []
    for form in row.forms:
        said = _read_form(Scan(line, form, row.idle, vocabulary), start)
        if isinstance(said, dict):
            scan = Scan(line, form, row.idle, vocabulary)
            return _follow_up(scan, row, start, said) if row.kind is FollowUp else row.said(said)
        misses.append(said)
    each = (
        one_by_one(line, vocabulary.kinds["WHO" if row.kind is Page else "PERSON"])
        if row.kind in _TO_ONE
        else ()
    )
    if each and all(_by_itself(split(text), vocabulary) for text in each):
        return one_at_a_time(line, each)
    said_so = in_words(line, row, start, vocabulary)
    return (
        _read(split(said_so), vocabulary, VERBS)
        if said_so
        else no_fit(line, row, _furthest(misses), vocabulary)
    )


def _follow_up(scan: Scan, row: Row, start: int, said: dict[str, object]) -> Command | Unreadable | Ambiguous:
    """Work for afterwards: a name that it begins with is its owner's."""
    line, vocabulary = scan.line, scan.vocabulary
    found = named_first(line, start, vocabulary)
    if said.get("owner"):
        return row.said(said)
    if len(found.values) > 1:
        return whose(line, found, vocabulary)
    if found.values:
        work = _read_form(scan, found.after)
        if isinstance(work, Miss):
            return no_fit(line, row, work, vocabulary)
        return row.said({**work, "owner": found.values[0]})
    return unowned(line, start, str(said["text"]), vocabulary) or row.said(said)


def _furthest(misses: list[Miss]) -> Miss:
    """The miss that read most of the line; when nothing was left to read, the one that needs least.

    What kind of work is withdrawn need not be said, so nobody is told that it is missing.
    """
    misses = [miss for miss in misses if not miss.slot or miss.slot.kind != "TASK"] or misses
    if all(miss.fault == "missing" for miss in misses):
        misses = [miss for miss in misses if miss.slot and miss.slot.kind == "TOPIC"] or misses
    return max(misses, key=lambda miss: miss.start)


def _read_form(scan: Scan, start: int) -> dict[str, object] | Miss:
    said: dict[str, object] = {}
    index = past_lead(scan, start)
    heads = scan.form.heads
    for place, slot in enumerate(heads):
        index = _past_flag(scan, slot, index, said)
        heard = hear_slot(scan, slot, index, heads[place + 1] if place + 1 < len(heads) else None)
        if isinstance(heard, Miss):
            if heard.fault == "missing" and not slot.required:
                continue
            return heard
        said[slot.field], index = heard.value, heard.after
    return _read_clauses(scan, index, said)


def past_lead(scan: Scan, start: int) -> int:
    """The first word after the one that a form may lead with."""
    lead = scan.form.lead
    return start + 1 if lead and scan.words[start : start + 1] == (lead,) else start


def _past_flag(scan: Scan, slot: Slot, start: int, said: dict[str, object]) -> int:
    """A flag may come before the name, `order staged restart app`, unless it belongs to the name."""
    if start >= len(scan.words) or scan.words[start] not in scan.form.starts:
        return start
    opening = scan.form.opening(scan.words, start)
    if opening is None or opening.clause.slot or _names(scan, slot, start):
        return start
    said[opening.clause.field] = True
    return opening.after


def _names(scan: Scan, slot: Slot, start: int) -> bool:
    return slot.kind in NAMED and isinstance(hear_name(scan, slot, start, None), Heard)


def _read_clauses(scan: Scan, start: int, said: dict[str, object]) -> dict[str, object] | Miss:
    index, words = start, scan.words
    while index < len(words):
        opening = scan.form.opening(words, index)
        if opening is None:
            if words[index] not in _CONNECTING and words[index] not in scan.idle:
                return Miss("left over", index, len(words))
            index += 1
            continue
        heard = _read_clause(scan, opening.clause, index, opening.after, said)
        if isinstance(heard, Miss):
            return heard
        said[opening.clause.field], index = heard.value, heard.after
    at_odds = _whole(scan) if said.get("staged") else None
    return at_odds or _complete(scan.form, said, index)


def _whole(scan: Scan) -> Miss | None:
    """What asks for the whole form of a change, which no staged order does; a reason may hold the word."""
    if not scan.idle & WHOLE:
        return None
    reason = next((at for at, word in enumerate(scan.words) if word in _REASON), len(scan.words))
    found = next((at for at in range(reason) if scan.words[at] in WHOLE), None)
    return None if found is None else Miss("left over", found, len(scan.words))


def _read_clause(scan: Scan, clause: Clause, start: int, after: int, said: dict[str, object]) -> Heard | Miss:
    heard = hear_slot(scan, clause.slot, after, None) if clause.slot else Heard(value=True, after=after)
    if isinstance(heard, Heard) and said.get(clause.field, heard.value) != heard.value:
        return Miss("said twice", start, after, clause.slot)
    return heard


def _complete(form: Form, said: dict[str, object], end: int) -> dict[str, object] | Miss:
    for clause in form.required:
        if clause.field not in said:
            return Miss("missing", end, end, clause.slot)
    return said


def hear_slot(scan: Scan, slot: Slot, start: int, following: Slot | None) -> Heard | Miss:
    """What a slot that begins at a word holds; `following` is the slot right after it, if any."""
    saying = SAYING.get(slot.kind)
    if saying:
        return saying(scan, slot, start)
    if slot.kind == "SCOPE":
        return hear_scope(scan, slot, start)
    return hear_name(scan, slot, start, following)
