"""Help: every command on one page, or everything about one of them."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from simulator.domain.command import Look
from simulator.domain.prose.capital import capital
from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.asides import aside
from simulator.grammar.form import Form, Slot
from simulator.grammar.kinds import KINDS, NAMED
from simulator.grammar.names import Name, Names
from simulator.grammar.reader import read
from simulator.grammar.row import Row
from simulator.grammar.text import excerpt
from simulator.grammar.verbs import VERBS, Verbs, verb_of
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import split

_WIDTH = 78
_VERB_WIDTH = 26
_LOOK_WIDTH = 10
_KIND_WIDTH = 9
_MOST_LISTED = 12
_SAMPLES = {
    "DURATION": "10m",
    "CLOCK": "09:00",
    "SHARE": "80%",
    "TEXT": "for now",
    "WORDS": '"add an alarm"',
    "NAME": "storage",
    "COMMAND": "order",
    "PERCENT": "20%",
}
_INTRODUCTION = "You {} by typing. help explains a command or a name: help {}"


def explain(topic: str, vocabulary: Vocabulary | None = None, verbs: Verbs = VERBS) -> str:
    """The overview for an empty topic, else what a command means, or what it is that has this name."""
    if not topic.strip():
        return overview(verbs)
    words = split(topic).plain
    if verbs is VERBS and (said := aside(words)):
        return said
    verb = verb_of(words, verbs) if words else None
    whole = verb is not None and bool(verb.rows) and verb.after == len(words)
    told = "" if whole else _named(words, vocabulary, verbs, full=True)
    if verb is not None and verb.rows and not told:
        return "\n\n".join(_one(row, vocabulary, verbs) for row in verb.rows)
    nothing = f"Nothing is called {excerpt(topic)}, and no command. Type help to see every command."
    return told or _named(words, vocabulary, verbs) or nothing


def overview(verbs: Verbs = VERBS) -> str:
    """Every command in one line, in the order in which a first exercise needs them."""
    lines = [_INTRODUCTION.format(*verbs.introduced)]
    for group in dict.fromkeys(row.group for row in verbs.rows):
        rows = [row for row in verbs.rows if row.group == group]
        lines.append(group.capitalize())
        lines += _pairs([row for row in rows if row.view])
        lines += [f"  {row.shown_short:<{_VERB_WIDTH}} {row.meaning}" for row in rows if row.kind is not Look]
    return "\n".join(lines)


def _pairs(rows: list[Row]) -> Iterator[str]:
    cells = [f"{row.verb:<{_LOOK_WIDTH}} {row.meaning}" for row in rows]
    for left, right in zip(cells[::2], cells[1::2], strict=True):
        yield f"  {left:<{_WIDTH // 2 - 2}} {right}"


def _one(row: Row, vocabulary: Vocabulary | None, verbs: Verbs) -> str:
    lines = [f"{capital(row.meaning)}. {row.advice}"]
    lines.append(f"For instance: {row.example if vocabulary is None else example_in(row, vocabulary, verbs)}")
    if len(row.verbs) > 1:
        lines.append(f"Also: {', '.join(row.verbs[1:])}")
    lines += [f"{kind:<{_KIND_WIDTH}} {_may_be(kind, vocabulary)}" for kind in kinds_of(row)]
    return "\n".join([_wrapped(row.shown, "", "    "), *(_wrapped(line, "  ", "      ") for line in lines)])


def _named(words: Sequence[str], vocabulary: Vocabulary | None, verbs: Verbs, full: bool = False) -> str:
    """What has such a name, in `full` or not, and where it can be said; empty when nothing has."""
    find = Names.exact if full else Names.find
    for kind in NAMED if vocabulary and words else ():
        names = vocabulary.kinds.get(kind) if vocabulary else None
        values = find(names, words) if names else ()
        if names and len(values) == 1:
            return _described(kind, names.by_value[values[0]], verbs)
    return ""


def _described(kind: str, name: Name, verbs: Verbs) -> str:
    join = ". " if name.meaning.endswith(".") else ", "
    head = f"{name.label}: {join.join(filter(None, (KINDS[kind].noun, name.meaning)))}"
    said = ", ".join(row.verb for row in verbs.rows if kind in kinds_of(row))
    lines = [*name.more, *([f"Named in: {said}"] if said else [])]
    return "\n".join([_wrapped(head, "", "    "), *(_wrapped(line, "  ", "      ") for line in lines)])


def _wrapped(line: str, first: str, then: str) -> str:
    return textwrap.fill(
        line,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def example_in(row: Row, vocabulary: Vocabulary, verbs: Verbs = VERBS) -> str:
    """The example of a row; one made of the vocabulary's own names when the usual one means nothing there."""
    if not isinstance(read(row.example, vocabulary, verbs), Unreadable | Ambiguous):
        return row.example
    form = Form.of(row.form)
    clauses = [clause for clause in form.clauses if clause.required] or list(form.clauses[:1])
    said = [(clause.keyword, clause.slot) for clause in clauses]
    slots = [("", slot) for slot in form.heads if slot.required] + [pair for pair in said if pair[1]]
    parts = (
        f"{keyword} {_sample(slot, keyword, row, vocabulary)}".strip() for keyword, slot in slots if slot
    )
    return " ".join(part for part in (row.verb, form.lead, *parts) if part)


def _sample(slot: Slot, keyword: str, row: Row, vocabulary: Vocabulary) -> str:
    """Something that fits: what the usual example has there, where that means anything here too."""
    if slot.kind not in NAMED:
        usual = re.search(rf'\b{re.escape(keyword)} ("[^"]*"|\S+)', row.example) if keyword else None
        return usual[1] if usual and slot.kind != "TEXT" else _SAMPLES[slot.kind]
    names = vocabulary.kinds[slot.kind]
    usual_name = (each for each in names.entries if re.search(rf"\b{re.escape(each.label)}\b", row.example))
    entry = next(usual_name, names.entries[0] if names.entries else None)
    return names.spoken(entry.value) if entry else slot.kind


def kinds_of(row: Row) -> list[str]:
    """The kinds of slot that a command has, in the order of its form."""
    form = Form.of(row.form)
    slots = (*form.heads, *(clause.slot for clause in form.clauses if clause.slot))
    return list(dict.fromkeys(slot.kind for slot in slots))


def _may_be(kind: str, vocabulary: Vocabulary | None) -> str:
    if kind not in NAMED or vocabulary is None:
        return HOW.get(kind, KINDS[kind].noun)
    names = vocabulary.kinds[kind]
    calls = [names.spoken(name.value) for name in names.entries]
    more = f", and {len(calls) - _MOST_LISTED} more" if len(calls) > _MOST_LISTED else ""
    return ", ".join(calls[:_MOST_LISTED]) + more


HOW = {
    "DURATION": "90s, 5m, 1h30m; a bare number is minutes",
    "CLOCK": "09:00; always UTC",
    "TEXT": 'any words; they run to the end of the line unless you put them in "quotes"',
    "WORDS": 'a few words, or any in "quotes"',
    "NAME": "a name you make up",
    "COMMAND": "a command, or nothing for all of them",
    "TOPIC": "what changed, impact, options, progress, theory, evidence",
    "DATA": "safe, lost, unknown",
    "PERCENT": "20%; a bare number is per cent",
    "STATE": "investigating, identified, monitoring, resolved",
}
"""What may be said in a slot whoever the company is."""
