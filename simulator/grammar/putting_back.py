"""Putting a change back without the word for it: `resume the scheduled jobs`, `roll back c1`.

What one change stopped or turned off, and no other, is meant by whoever wants it started or turned on again.
"""

from collections.abc import Iterator

from simulator.domain.command import Revert
from simulator.grammar.form import Form
from simulator.grammar.names import Names
from simulator.grammar.naming import meant
from simulator.grammar.scan import Scan
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import ARTICLES, COMMA, Line

_UNDOES = {
    ("resume",): (("stop",), ("pause",), ("suspend",)),
    ("restart",): (("stop",), ("pause",)),
    ("start",): (("stop",), ("pause",)),
    ("unpause",): (("pause",),),
    ("turn", "on"): (("turn", "off"), ("stop",), ("pause",)),
    ("switch", "on"): (("turn", "off"), ("stop",), ("pause",)),
}
"""Words that undo what a change's first words did."""
_AGAIN = frozenset({"again", "now", "back"})
_BACK = frozenset({"roll", "rollback", "take", "put", "restore"})
_ALONE = frozenset({"rollback", "restore"})
"""What says *back* by itself."""


def put_back(line: Line, start: int, vocabulary: Vocabulary) -> Revert | None:
    """The change that is to be undone, called by its number or by the opposite of its own words."""
    said = [word for word in line.plain[start:] if word not in ARTICLES and word != COMMA]
    by = next((at for at, word in enumerate(said) if word == "by"), len(said))
    owner = _owner(said[by + 1 :], vocabulary) if by < len(said) else None
    if (by < len(said) and owner is None) or line.raw.rstrip().endswith("?"):
        return None
    change = _numbered(said[:by], vocabulary) or _opposite(said[:by], vocabulary)
    return Revert(change, owner) if change else None


def _owner(words: list[str], vocabulary: Vocabulary) -> str | None:
    found = vocabulary.kinds["PERSON"].exact(words)
    return found[0] if len(found) == 1 else None


def _numbered(words: list[str], vocabulary: Vocabulary) -> str:
    """A change by its number, after words of going back: `roll back c1`, `roll c1 back`."""
    rest = [word for word in words if word not in _AGAIN]
    if len(rest) != 2 or rest[0] not in _BACK or ("back" not in words and rest[0] not in _ALONE):
        return ""
    found = meant(Scan(Line("", (rest[1],)), Form.of("CHANGE"), frozenset(), vocabulary), "CHANGE", 0, 1)
    return found[0] if _is_number(found, vocabulary) else ""


def _is_number(found: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    return len(found) == 1 and found[0] not in vocabulary.kinds["CHANGE"].by_value


def _opposite(words: list[str], vocabulary: Vocabulary) -> str:
    """The one change whose own words these undo, or whose name they shorten: `turn the jobs back on`."""
    names = vocabulary.kinds["CHANGE"]
    ways = list(_names(words))
    found = {value for name in ways for value in names.exact(name)}
    short = found or {value for name in ways for value in _shortened(name, names)}
    return short.pop() if len(short) == 1 else ""


def _shortened(name: list[str], names: Names) -> Iterator[str]:
    """The changes that begin with the same verb and end with the same word as a name of at least two."""
    for one in names.entries:
        full = one.value.split()
        if len(name) > 1 and len(full) > len(name) and (full[0], full[-1]) == (name[0], name[-1]):
            yield one.value


def _names(words: list[str]) -> Iterator[list[str]]:
    """The names that a change would have whose first words these undo."""
    rest = [word for word in words if word not in _AGAIN]
    for (verb, *particle), undone in _UNDOES.items():
        if rest[:1] == [verb] and (not particle or particle[0] in rest):
            what = [word for word in rest[1:] if word not in particle]
            yield from ([*way, *what] for way in undone)
