"""From command to text: the usual spelling of a command, which reads back as the same command."""

from collections.abc import Iterator

from simulator.domain.command import Command, Look, Post
from simulator.domain.duration import HOUR, MINUTE, show_duration
from simulator.grammar.form import Clause, Form, Slot
from simulator.grammar.kinds import NAMED
from simulator.grammar.row import Row, fields_of
from simulator.grammar.table import TABLE
from simulator.grammar.text import quote, tidy
from simulator.grammar.vocabulary import Vocabulary

_ROWS = {row.kind: (row, Form.of(row.form)) for row in reversed(TABLE)}
_BRIEF = next(row for row in TABLE if row.verb == "brief")


def spell(command: Command, vocabulary: Vocabulary) -> str:
    """The usual text of a command."""
    if isinstance(command, Look):
        return command.view
    row, form = _ROWS[type(command)]
    parts = (_verb(command, row, vocabulary), *_parts(form, fields_of(command), vocabulary))
    return " ".join(part for part in parts if part)


def _verb(command: Command, row: Row, vocabulary: Vocabulary) -> str:
    if isinstance(command, Post) and command.update.audience not in vocabulary.public:
        return _BRIEF.verb
    return row.verb


def _parts(form: Form, held: object, vocabulary: Vocabulary) -> Iterator[str]:
    yield form.lead
    alone = len(form.heads) == 1 and not form.clauses
    for slot in form.heads:
        if slot.required or getattr(held, slot.field):
            yield _filled(slot, getattr(held, slot.field), vocabulary, alone=alone)
    for clause in form.clauses:
        yield _clause(clause, getattr(held, clause.field), vocabulary)


def _clause(clause: Clause, value: object, vocabulary: Vocabulary) -> str:
    if clause.slot is None:
        return clause.keyword if value else ""
    filled = _filled(clause.slot, value, vocabulary, alone=False)
    return f"{clause.keyword} {filled}" if filled else ""


def _filled(slot: Slot, value: object, vocabulary: Vocabulary, *, alone: bool) -> str:
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, int):
        return (
            f"{value // HOUR:02}:{value % HOUR // MINUTE:02}"
            if slot.kind == "CLOCK"
            else show_duration(value)
        )
    if isinstance(value, tuple):
        return ", ".join(vocabulary.spoken(slot.kind, name) for name in value)
    if slot.kind in NAMED:
        return vocabulary.spoken(slot.kind, str(value))
    return _words(str(value), alone=alone)


def _words(text: str, *, alone: bool) -> str:
    """Quotes only where they are needed: a text that stands alone is easier to read without them."""
    held = tidy(text)
    bare = held.isalnum() or (alone and '"' not in held and held[:1].isalnum())
    return held if bare else quote(held)
