"""From command to text: the usual spelling of a command, which reads back as the same command."""

import re
from collections.abc import Iterator

from simulator.domain.command import Command, Look, Post
from simulator.domain.duration import HOUR, MINUTE, show_duration
from simulator.grammar.form import Clause, Form, Slot
from simulator.grammar.guiding import GUIDING
from simulator.grammar.kinds import NAMED
from simulator.grammar.relieved import RELIEVED_TABLE
from simulator.grammar.row import Row, field_of
from simulator.grammar.table import TABLE
from simulator.grammar.text import quote, tidy
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import split

_ROWS = {row.kind: (row, Form.of(row.form)) for row in reversed((*TABLE, *GUIDING, *RELIEVED_TABLE))}
_BRIEF = next(row for row in TABLE if row.verb == "brief")


_ENDS_SURE = re.compile(r"\b(sure|confidence|confident)\W", re.IGNORECASE)
"""What might be taken for how sure one is."""


def spell(command: Command, vocabulary: Vocabulary) -> str:
    """The usual text of a command."""
    if isinstance(command, Look):
        return f"{command.view} {command.of}".strip()
    row, form = _ROWS[type(command)]
    parts = (_verb(command, row, vocabulary), *_parts(form, command, vocabulary))
    return " ".join(part for part in parts if part)


def _verb(command: Command, row: Row, vocabulary: Vocabulary) -> str:
    if isinstance(command, Post) and command.update.audience not in vocabulary.public:
        return _BRIEF.verb
    return row.verb


def _parts(form: Form, held: Command, vocabulary: Vocabulary) -> Iterator[str]:
    yield form.lead
    alone = len(form.heads) == 1 and not any(_said(clause, held) for clause in form.clauses)
    for slot in form.heads:
        if slot.required or field_of(held, slot.field):
            yield _filled(slot, field_of(held, slot.field), vocabulary, alone=alone)
    for clause in form.clauses:
        yield _clause(clause, field_of(held, clause.field), vocabulary)


def _said(clause: Clause, held: Command) -> bool:
    """Whether a clause takes words, or is a share that is said: then a text before it needs its quotes."""
    share = clause.slot is not None and clause.slot.kind == "SHARE"
    return not share or field_of(held, clause.field) is not None


def _clause(clause: Clause, value: object, vocabulary: Vocabulary) -> str:
    if clause.slot is None:
        return clause.keyword if value else ""
    filled = _filled(clause.slot, value, vocabulary, alone=False)
    return f"{clause.keyword} {filled}" if filled else ""


def _filled(slot: Slot, value: object, vocabulary: Vocabulary, *, alone: bool) -> str:
    if value is None or value in ("", ()):
        return ""
    if slot.kind in ("SHARE", "PERCENT"):
        return f"{value}%"
    if isinstance(value, int):
        clock = slot.kind == "CLOCK"
        return f"{value // HOUR:02}:{value % HOUR // MINUTE:02}" if clock else show_duration(value)
    if isinstance(value, tuple):
        return ", ".join(vocabulary.spoken(slot.kind, name) for name in value)
    if slot.kind in NAMED:
        return vocabulary.spoken(slot.kind, str(value))
    if slot.kind == "WORDS" and vocabulary.kinds["PERSON"].exact(split(str(value)).plain):
        return quote(tidy(str(value)))
    return _words(str(value), alone=alone)


def _words(text: str, *, alone: bool) -> str:
    """Quotes only where they are needed: a text that stands alone is easier to read without them."""
    held = tidy(text)
    open_ended = alone and '"' not in held and "%" not in held and held[:1].isalnum()
    bare = held.isalnum() or (open_ended and not _ENDS_SURE.search(held))
    return held if bare else quote(held)
