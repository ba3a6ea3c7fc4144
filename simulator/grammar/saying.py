"""Free words in a line: texts, names that are made up, durations, and where each of them ends."""

from collections.abc import Callable, Mapping, Sequence

from simulator.domain.duration import HOUR, MINUTE
from simulator.grammar.amount import hear, hear_share
from simulator.grammar.form import Opening, Slot
from simulator.grammar.naming import meant
from simulator.grammar.scan import Heard, Miss, Scan
from simulator.grammar.text import tidy, unquoted
from simulator.grammar.verbs import verb_of
from simulator.grammar.words import ARTICLES, QUOTED, quoted, split

_LONGEST_NAME = 6


def hear_duration(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """The seconds of a duration."""
    index = start
    while index < len(scan.words) and scan.words[index] in scan.idle:
        index += 1
    heard = hear(scan.words, index)
    if heard:
        return Heard(*heard)
    if start >= len(scan.words):
        return Miss("missing", start, start, slot)
    return Miss("unknown", start, scan.end(start), slot)


def hear_percent(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """The percent of a share."""
    heard = hear_share(scan.words, start)
    if heard:
        return Heard(*heard)
    if start >= len(scan.words):
        return Miss("missing", start, start, slot)
    return Miss("unknown", start, scan.end(start), slot)


def hear_clock(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """The second of a day in `09:00`, `9:00` or `9`."""
    words = scan.words
    if start >= len(words):
        return Miss("missing", start, start, slot)
    hour, minute = (int(words[at]) if _two_digits(words, at) else None for at in (start, start + 1))
    if hour is None or hour >= 24 or (minute or 0) >= 60:
        return Miss("unknown", start, scan.end(start), slot)
    return Heard(hour * HOUR + (minute or 0) * MINUTE, start + (1 if minute is None else 2))


def _two_digits(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at].isascii() and words[at].isdecimal() and len(words[at]) <= 2


def hear_text(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """A text: to the closing quote, else to the line's end, but for a duration promised at the very end."""
    return _text(scan, slot, start, _is_promise)


def hear_words(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """A few words: to the closing quote, else to the next clause that fits."""
    return _text(scan, slot, start, _continues)


def hear_made_up(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """A name that is in no list: a few words, without case and leading article."""
    heard = _text(scan, slot, start, _ends_name)
    if isinstance(heard, Miss):
        return heard
    words = str(heard.value).casefold().split()
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return Heard(" ".join(words), heard.after)


def hear_command(scan: Scan, _: Slot, start: int) -> Heard | Miss:
    """What help is wanted about: the usual verb of a command, else whatever was typed."""
    typed = split(unquoted(scan.line.raw[scan.line.after(start) :]).replace('"', " ").strip("?!., "))
    begin = next((at for at, word in enumerate(typed.plain) if word not in scan.idle), len(typed.plain))
    words = typed.plain[begin:]
    verb = verb_of(words)
    full = len(verb.rows) == 1 and verb.after == len(words)
    topic = typed.raw[typed.spans[begin][0] :] if words else ""
    return Heard(verb.rows[0].verb if full else " ".join(topic.split()), len(scan.words))


_Ending = Callable[[Scan, Opening, int], bool]


def _text(scan: Scan, slot: Slot, start: int, ends: _Ending) -> Heard | Miss:
    words = scan.words
    if start < len(words) and words[start] == QUOTED and _closes(scan, start + 1):
        held = tidy(quoted(scan.line, start))
        return Heard(held, start + 1) if held else Miss("missing", start, start, slot)
    end = _end(scan, start, ends)
    stop = scan.line.spans[end][0] if end < len(words) else len(scan.line.raw)
    held = unquoted(scan.line.raw[scan.line.after(start) : stop])
    if end < len(words):
        held = held.rstrip(" ,;")
    return Heard(held, end) if held else Miss("missing", start, start, slot)


def _closes(scan: Scan, index: int) -> bool:
    if index >= len(scan.words):
        return not scan.line.raw[scan.line.after(index) :].strip(" .")
    return scan.words[index] == "," or scan.form.opening(scan.words, index) is not None


def _end(scan: Scan, start: int, ends: _Ending) -> int:
    words, starts = scan.words, scan.form.starts
    for index in range(start + 1, len(words)) if starts else ():
        if words[index] in starts:
            opening = scan.form.opening(words, index)
            if opening and ends(scan, opening, index):
                return index
    return len(words)


def _is_promise(scan: Scan, opening: Opening, index: int) -> bool:
    """A text ends before a duration promised at its end, or before `sure 80%`; a bare `80%` belongs to it."""
    slot = opening.clause.slot
    if slot and slot.kind == "SHARE":
        return opening.after > index and _ends_in_share(scan, opening)
    heard = hear(scan.words, opening.after) if slot and slot.kind == "DURATION" else None
    return heard is not None and _at_clause(scan, heard[1])


def _ends_in_share(scan: Scan, opening: Opening) -> bool:
    heard = hear_share(scan.words, opening.after)
    return heard is not None and _at_clause(scan, heard[1])


def _at_clause(scan: Scan, index: int) -> bool:
    while index < len(scan.words) and scan.words[index] == ",":
        index += 1
    return index >= len(scan.words) or scan.form.opening(scan.words, index) is not None


def _continues(scan: Scan, opening: Opening, index: int) -> bool:
    slot = opening.clause.slot
    if slot is None:
        return False
    if slot.kind == "SHARE":
        return _ends_in_share(scan, opening)
    if slot.kind in _SAID:
        return slot.kind != "DURATION" or _is_promise(scan, opening, index)
    if slot.kind == "SCOPE":
        return opening.after < len(scan.words)
    end = scan.end(opening.after)
    return end - opening.after <= _LONGEST_NAME and bool(meant(scan, slot.kind, opening.after, end))


def _ends_name(scan: Scan, opening: Opening, index: int) -> bool:
    """A name ends before a flag, too: `in workstream cache staged`."""
    return opening.clause.slot is None or _continues(scan, opening, index)


_SAID = frozenset({"DURATION", "TEXT", "WORDS", "NAME"})

SAYING: Mapping[str, Callable[[Scan, Slot, int], Heard | Miss]] = {
    "DURATION": hear_duration,
    "CLOCK": hear_clock,
    "SHARE": hear_percent,
    "PERCENT": hear_percent,
    "TEXT": hear_text,
    "WORDS": hear_words,
    "NAME": hear_made_up,
    "COMMAND": hear_command,
}
"""The reader of each kind of slot that is not a name."""
