"""Questions as people put them on a call, as the commands that ask them.

`what does Mei think?` asks her, `Raj, is it safe to restart app?` has him check, `how bad is it?` asks the
call. What they are as a command is returned, empty where a line is no such question.
"""

from simulator.domain.what_changed import asks_what_changed
from simulator.grammar.topics import OPENERS, topics_in
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line

_WHAT_DOES = (("what", "does"), ("what", "did"), ("what", "has"))
_THINKS = {
    "think": "theory",
    "say": "theory",
    "see": "theory",
    "know": "theory",
    "find": "progress",
    "found": "progress",
}
_SAFE = ("is", "it", "safe", "to")
_SHORT = 7
"""A question of more words is about something of its own."""
_WHO = frozenset({"who", "who's", "whos"})
_NAMES_NOBODY = frozenset({"affected", "feels", "hurt", "hit", "changed", "did", "should"})
"""Words of a question that asks of others than those who can come."""


def asks_one(line: Line, vocabulary: Vocabulary) -> str:
    """A question about what somebody thinks or has found, as one asks them."""
    people, words = vocabulary.kinds["PERSON"], line.plain
    if words[:2] not in _WHAT_DOES or words[-1] not in _THINKS:
        return ""
    found = people.exact(words[2:-1])
    return f"ask {vocabulary.spoken('PERSON', found[0])} {_THINKS[words[-1]]}" if len(found) == 1 else ""


def asks_whether_safe(line: Line, vocabulary: Vocabulary) -> str:
    """A question whether a change is safe, as the check that finds out: `Raj, is it safe to restart app?`."""
    words = line.plain
    at = next((at for at in range(len(words)) if words[at : at + 4] == _SAFE), None)
    if at is None or at + len(_SAFE) >= len(words):
        return ""
    called = tuple(word for word in words[:at] if word != COMMA)
    who = vocabulary.kinds["PERSON"].exact(called) if called else ()
    if called and len(who) != 1:
        return ""
    by = f" by {vocabulary.spoken('PERSON', who[0])}" if who else ""
    return f"check {line.typed(at + len(_SAFE), len(words))}{by}"


def asks_the_call(line: Line, vocabulary: Vocabulary) -> str:
    """A short question to nobody by name, as one asks the call: `how bad is it?`; `who` shows the people."""
    words = line.plain
    if not line.raw.rstrip().endswith("?") or len(words) > _SHORT or words[0] not in OPENERS:
        return ""
    if words[0] in _WHO:
        return "people" if _NAMES_NOBODY.isdisjoint(words) else ""
    topics = topics_in(words)
    return f"ask {topics[0]}" if len(topics) == 1 and not _names(words, vocabulary) else ""


def _names(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether somebody or a part of the system is named in full; what changed is a place that answers."""
    spans = [words[at:end] for at in range(len(words)) for end in range(at + 1, len(words) + 1)]
    known = [vocabulary.kinds[kind].exact(span) for kind in ("PERSON", "PLACE") for span in spans]
    return any(not asks_what_changed(value) for found in known for value in found)
