"""A change said to whoever is to make it, with no verb but its own: `Petra, turn off live balances`."""

from simulator.grammar.negation import negated
from simulator.grammar.to_somebody import DOUBTS
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line, split

_MANNERS = frozenset({"please", "now", "then", "just", "ok", "okay", COMMA})
_GO_AHEAD = (("go", "ahead", "and"), ("go", "and"))


def to_make(rest: Line, vocabulary: Vocabulary) -> str:
    """What is said to somebody from the full name of a change on; empty unless it tells them to make it.

    A question, a doubt and a word of not doing it are no order, nor is a name that is only begun.
    """
    start = _past_manners(rest.plain)
    told = split(rest.raw[rest.spans[start][0] :]) if start < len(rest.plain) else rest
    names, words = vocabulary.kinds["CHANGE"], told.plain
    ends = range(min(len(words), names.longest), 0, -1)
    end = next((end for end in ends if len(names.exact(words[:end])) == 1), 0)
    after = Line("", words[end:])
    if not end or rest.raw.rstrip().endswith("?") or negated(after) or DOUBTS.intersection(after.plain):
        return ""
    return told.raw


def _past_manners(words: tuple[str, ...]) -> int:
    start = 0
    while start < len(words):
        ahead = next((len(way) for way in _GO_AHEAD if words[start : start + len(way)] == way), 0)
        if not ahead and words[start] not in _MANNERS:
            break
        start += ahead or 1
    return start
