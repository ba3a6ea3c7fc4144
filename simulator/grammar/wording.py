"""The wording of answers: one line that quotes what was typed and says what would be understood."""

from collections.abc import Sequence
from difflib import get_close_matches

from simulator.domain.command import CallOff, Check, Draft, Order, Post, Release, Review, Verify
from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.asides import aside
from simulator.grammar.kinds import KINDS, NAMED
from simulator.grammar.negation import negated, to_have
from simulator.grammar.row import Row
from simulator.grammar.scan import Miss
from simulator.grammar.teams import likely, team_hint
from simulator.grammar.text import excerpt
from simulator.grammar.to_somebody import DOUBTS, fitting
from simulator.grammar.topics import OPENERS, topics_in
from simulator.grammar.update_example import draft_like, tell_like, update_like
from simulator.grammar.verbs import VERBS, Verb, Verbs
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line

_FEW = 8
_LONGEST_NAME = 8
_MOST_WORDS = 24
_LONGEST_LINE = 80
_A_NAME = 3
"""Words from which on a line rather looks like the name of a change than like a verb."""
_ON = frozenset({"for", "on", "due"})
_SHORTEST_TYPO, _LONGEST_TYPO = 4, 24
_ASKS = frozenset(
    [
        "what",
        "what's",
        "who",
        "who's",
        "why",
        "how",
        "when",
        "where",
        "which",
        "is",
        "are",
        "can",
        "could",
        "should",
        "do",
        "does",
        "did",
    ]
)
_QUESTION = (
    "To ask the call, say: ask what changed, ask impact or ask options. Type help to see every command."
)
"""To somebody who asks as they would ask people; no verb is near what they mean."""
_CHATS = frozenset(
    {"hello", "hi", "hey", "hiya", "morning", "thanks", "thx", "ta", "cheers", "sorry", "lgtm", "ack", "copy"}
    | {"yes", "yep", "yeah", "ok", "okay", "no", "nope", "sure", "agreed", "great", "cool", "nice", "welcome"}
)
"""Words that are said to people, however short the line is."""
_HELP = "Type help to see every command."
_TALK = "Type help to see every command; to talk to the others, begin with say."
"""To somebody who talks as people do."""
_INSTEAD = {
    "CHANGE": ("a change", "order {}"),
    "VIEW": ("something to look at", "{}"),
    "WHO": ("someone to page", "page {}"),
    "PLACE": ("a place", "investigate {}"),
    "SIGNAL": ("a signal; all are shown by", "signals"),
    "SEVERITY": ("a severity", "declare {}"),
    "AUDIENCE": ("an audience", "post {} investigating"),
    "ROLE": ("a role", "assign {} to PERSON"),
}
"""What to say instead of a bare name, by its kind."""


def no_command(line: Line, start: int, vocabulary: Vocabulary, verbs: Verbs = VERBS) -> Unreadable:
    """The answer to a line that begins with no verb."""
    typed = line.typed(start, len(line.plain))
    if not typed:
        return Unreadable(line.raw, "Nothing to read: type a command, or help to see them all.")
    if verbs is VERBS and (told := aside(line.plain[start:])):
        return Unreadable(line.raw, f"{excerpt(typed)} is not a command. {told}")
    named = _named(line, start, vocabulary) if verbs is VERBS else ""
    asked = verbs is VERBS and line.plain[start] in _ASKS
    near = "" if asked or negated(line) else _near(line, start, vocabulary, verbs)
    told = named or (_QUESTION if asked else near) or (_TALK if _talks(line, start) else _HELP)
    return Unreadable(line.raw, f"{excerpt(typed)} is not a command. {told}")


def named_change(line: Line, vocabulary: Vocabulary) -> str:
    """The change that a line is about, if it names one and asks nothing of it."""
    return "" if DOUBTS.intersection(line.plain) else _change_in(line, 0, vocabulary)


def to_order(line: Line, change: str, by: str) -> str:
    """The answer to a change that somebody was told of, without what to do with it."""
    return f"{excerpt(line.raw)} is not a command. {to_have(line, change, by)}"


def _talks(line: Line, start: int) -> bool:
    """Whether a line sounds like something said to people, rather than like a mistyped command."""
    return len(line.plain) - start >= _A_NAME or negated(line) or not _CHATS.isdisjoint(line.plain)


def _named(line: Line, start: int, vocabulary: Vocabulary) -> str:
    topics = topics_in(line.plain[start:])
    if topics and (line.plain[start] in OPENERS or line.raw.rstrip().endswith("?")):
        return f"To ask the call, say: ask {topics[0]}."
    change = _change_in(line, start, vocabulary)
    if change and DOUBTS.intersection(line.plain):
        return f"To have its hazards looked for, say: check {change}."
    if change:
        return to_have(line, change)
    for end in range(min(len(line.plain), start + _LONGEST_NAME), start, -1):
        if (to := vocabulary.kinds["AUDIENCE"].exact(line.plain[start:end])) and _speaks_to(line, end):
            return f"To tell {to[0]}, say for example: {tell_like(line, to[0], vocabulary)}."
        for kind, (noun, instead) in _INSTEAD.items():
            values = vocabulary.kinds[kind].exact(line.plain[start:end])
            if values:
                what = "It" if end == len(line.plain) else excerpt(line.typed(start, end))
                somebody = kind == "WHO" and vocabulary.kinds["PERSON"].exact(line.plain[start:end])
                called = vocabulary.spoken(kind, values[0])
                if somebody:
                    return f"{what} is a person: {fitting(line, end, called, vocabulary)}"
                return f"{what} is {noun}: {instead.format(called)}."
    return ""


def _speaks_to(line: Line, end: int) -> bool:
    """Whether a name is spoken to, as in a chat: `Support: we are looking into it`."""
    return end < len(line.plain) and (COMMA in line.plain[end - 1 : end + 1] or _colon(line, end))


def _colon(line: Line, end: int) -> bool:
    return line.raw[line.after(end) :].lstrip().startswith(":")


def _change_in(line: Line, start: int, vocabulary: Vocabulary) -> str:
    """The change that a line names somewhere, in full, or that all of it begins to name."""
    names = vocabulary.kinds["CHANGE"]
    words = line.plain[: start + _MOST_WORDS]
    for begin in range(start, len(words)):
        for end in range(min(len(words), begin + names.longest), begin, -1):
            if values := names.exact(words[begin:end]):
                return values[0]
    begun = names.find(words[start:])
    return begun[0] if len(begun) == 1 and start + 1 < len(words) else ""


def _near(line: Line, start: int, vocabulary: Vocabulary, verbs: Verbs) -> str:
    """What it looks like: a verb, or a change that somebody names without saying what to do with it."""
    verb = _near_verb(line, start, verbs)
    change = _near_change(line.typed(start, len(line.plain)), vocabulary) if verbs is VERBS else ""
    return (change or verb) if len(line.plain) - start >= _A_NAME else (verb or change)


def _near_verb(line: Line, start: int, verbs: Verbs) -> str:
    for length in (2, 1):
        typed = " ".join(line.plain[start : start + length])[:_LONGEST_TYPO]
        if len(typed) < _SHORTEST_TYPO:
            continue
        near = get_close_matches(typed, verbs.usual_of, n=3, cutoff=0.7)
        if near:
            return f"Did you mean: {', '.join(dict.fromkeys(verbs.usual_of[verb] for verb in near))}?"
    return ""


def _near_change(typed: str, vocabulary: Vocabulary) -> str:
    near = vocabulary.kinds["CHANGE"].near(typed[:_LONGEST_LINE])
    return f"Did you mean: order {near[0]}?" if near else ""


def unclear_verb(line: Line, verb: Verb) -> Unreadable | Ambiguous:
    """The answer to a shortened verb that could be several, or that is too weighty to be shortened."""
    typed = excerpt(line.typed(verb.start, verb.after))
    options = tuple(row.verb for row in verb.rows)
    if len(options) == 1:
        return Unreadable(line.raw, f"{typed} is short for something final; spell it out: {options[0]}")
    return Ambiguous(line.raw, f"{typed} could be: {', '.join(options)}", options)


def no_fit(line: Line, row: Row, miss: Miss, vocabulary: Vocabulary) -> Unreadable | Ambiguous:
    """The answer to a line that begins like a command and does not go on like it."""
    bare = (row.view and not row.form) or bool(aside(line.plain))
    if bare or _said_of_production(line, row, vocabulary) or _only_no(row, line, miss):
        return no_command(line, 0, vocabulary)
    if miss.fault == "unclear":
        answer = f"{excerpt(line.typed(miss.start, miss.end))} could be: {', '.join(miss.options)}"
        return Ambiguous(line.raw, answer, miss.options)
    told = _fault(line, miss, vocabulary)
    if row.kind is Release and {"all", "everyone", "everybody"} & {*line.plain[1:2]}:
        return Unreadable(line.raw, "One person at a time. Say for each: release PERSON (people shows them)")
    if row.kind in (Post, Draft):
        if row.kind is Post and _by_somebody(line, vocabulary):
            return Unreadable(line.raw, f"{_WRITES} Say for example: {draft_like(line, row, vocabulary)}")
        return Unreadable(line.raw, f"{told} Say for example: {update_like(line, row, vocabulary)}")
    if row.kind is Review and miss.fault == "unknown" and not _known_beginning(line, miss, vocabulary):
        due = excerpt(line.typed(miss.start + (line.plain[miss.start] in _ON), len(line.plain)))
        return Unreadable(line.raw, f"Somebody has to write it. Say: review by PERSON due {due[1:-1]}")
    return Unreadable(line.raw, f"{told} Say: {_on_signal(line, row, miss, vocabulary) or row.shown}")


def one_at_a_time(line: Line, each: Sequence[str]) -> Unreadable:
    """The answer to a line that names several people or teams where one can be named."""
    return Unreadable(line.raw, f"One at a time. Say: {', then: '.join(each)}")


def _on_signal(line: Line, row: Row, miss: Miss, vocabulary: Vocabulary) -> str:
    """A verification by the signal that stands where its change should."""
    names = vocabulary.kinds["SIGNAL"]
    if row.kind not in (Verify, Check) or miss.fault != "unknown" or miss.start >= miss.end:
        return ""
    begun = any(names.exact(line.plain[miss.start : end]) for end in range(miss.end, miss.start, -1))
    return f"verify CHANGE on {line.typed(miss.start, len(line.plain))}" if begun else ""


_WRITES = "Whoever leads communication writes, and you approve it before it goes out."


def to_write(line: Line) -> str:
    """The answer to an update that somebody is told to send."""
    return f"{_WRITES} Say: draft {line.typed(1, len(line.plain))}"


def _by_somebody(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line names somebody who is to do it."""
    people, words = vocabulary.kinds["PERSON"], line.plain
    places = [place for place, word in enumerate(words, 1) if word == "by"]
    ends = range(1, people.longest + 1)
    return any(people.exact(words[place : place + length]) for place in places for length in ends)


def _said_of_production(line: Line, row: Row, vocabulary: Vocabulary) -> bool:
    """Whether what somebody wants stopped is no person's work but something on production."""
    return row.verb == "stop" and bool(_change_in(line, 0, vocabulary))


def _only_no(row: Row, line: Line, miss: Miss) -> bool:
    """Whether a line says no to what is no change, or has a change ordered that it says no to."""
    if row.kind is CallOff:
        return miss.fault in ("unknown", "left over") and not {"cancel", "abort"} & {*line.plain}
    return row.kind is Order and miss.fault == "unknown" and negated(line)


def _fault(line: Line, miss: Miss, vocabulary: Vocabulary) -> str:
    typed = excerpt(line.typed(miss.start, miss.end))
    if miss.fault == "said twice":
        return f"{typed} is said twice."
    if miss.fault == "missing":
        return _missing(line, miss, vocabulary)
    known = _known_beginning(line, miss, vocabulary)
    if miss.fault == "left over" or known:
        begin = known or miss.start
        rest = excerpt(line.typed(begin, miss.end))
        return f"{rest} is not understood after {excerpt(line.typed(0, begin))}."
    return f"{typed} is not {_noun(miss)}{_hint(line, miss, vocabulary)}."


def _missing(line: Line, miss: Miss, vocabulary: Vocabulary) -> str:
    return f"{excerpt(line.typed(0, len(line.plain)))} needs {_noun(miss)}{_choice(miss, vocabulary)}."


def _known_beginning(line: Line, miss: Miss, vocabulary: Vocabulary) -> int:
    if not miss.slot or miss.slot.kind not in NAMED:
        return 0
    names = vocabulary.kinds[miss.slot.kind]
    ends = range(min(miss.end - 1, miss.start + names.longest), miss.start, -1)
    return next((end for end in ends if names.exact(line.plain[miss.start : end])), 0)


def _hint(line: Line, miss: Miss, vocabulary: Vocabulary) -> str:
    if not miss.slot or miss.slot.kind not in NAMED:
        return ""
    typed, who = line.typed(miss.start, miss.end), miss.slot.kind == "WHO"
    near = vocabulary.kinds[miss.slot.kind].near(typed)
    if who:
        near = likely(typed, near)
    if near:
        return f"; near: {', '.join(near)}"
    if who and (teams := team_hint(typed, vocabulary)):
        return teams
    return _elsewhere(line, miss, vocabulary) or _choice(miss, vocabulary)


def _elsewhere(line: Line, miss: Miss, vocabulary: Vocabulary) -> str:
    words = line.plain[miss.start : miss.end]
    if miss.slot and miss.slot.kind == "TOPIC":
        change = _change_in(line, miss.start, vocabulary)
        done = "call it off: cancel" if negated(line) else "to have it done, say: order"
        return f"; {done} {change}" if change else ""
    if words[0] in OPENERS and len(topics_in(words)) == 1:
        return f" but {NAMED['TOPIC'].noun}"
    for kind in _INSTEAD:
        if vocabulary.kinds[kind].exact(words):
            somebody = kind == "WHO" and vocabulary.kinds["PERSON"].exact(words)
            return " but a person" if somebody else f" but {'a team' if kind == 'WHO' else NAMED[kind].noun}"
    return ""


def _choice(miss: Miss, vocabulary: Vocabulary) -> str:
    if not miss.slot or miss.slot.kind not in NAMED:
        return ""
    entries = vocabulary.kinds[miss.slot.kind].entries
    if len(entries) <= _FEW:
        return f": {', '.join(name.label for name in entries)}"
    shown_by = NAMED[miss.slot.kind].shown_by
    return f" ({shown_by} shows them)" if shown_by else ""


def _noun(miss: Miss) -> str:
    return KINDS[miss.slot.kind].noun if miss.slot else "something else"
