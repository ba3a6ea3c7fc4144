"""Which causes a text speaks of, by its words alone: no model of language, no list of right answers.

The words of a cause are those of its name, of what is really so under it, of the places it acts on, and of
the changes that cure it. A word counts the more, the fewer causes it belongs to.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import log

from simulator.domain.scenario import Cause, Scenario

STEM = 5
"""Words are the same when their first letters are: `migration`, `migrations`."""
SHORT = 3
_WORD = re.compile(r"[a-z]+")
_COMMON = frozenset((
    "about", "after", "again", "also", "because", "been", "before", "being", "cause", "caused", "down",
    "every", "from", "have", "issue", "into", "know", "known", "might", "more", "most", "much",
    "nobody", "once", "only", "other", "problem", "seems", "some", "still", "than", "that", "their",
    "them", "then", "there", "they", "this", "those", "though", "through", "time", "what", "when",
    "where", "which", "while", "with", "work", "works", "would", "system", "service", "trouble",
    "error", "errors", "fault", "failure", "failing",
))  # fmt: skip
_SAME: Mapping[str, str] = {
    "deploy": "release", "deployment": "release", "version": "release", "rollout": "release",
    "rollback": "release", "database": "db", "databases": "db", "network": "line", "config": "settings",
    "configuration": "settings", "setting": "settings", "hardware": "disk", "upgrade": "release",
}  # fmt: skip
"""Other words for the same thing (assumption)."""
_UNSAID = (
    "not known", "unknown", "not clear", "do not know", "don't know", "under investigation",
    "no cause",
)  # fmt: skip
_SUPPOSED = re.compile(
    r"\b(?:suspect\w*|suppos\w*|maybe|perhaps|possibl[ey]|probabl[ey]|likely|hypothes\w+|theory|could be"
    r"|might)\b"
)


def unsaid(text: str) -> bool:
    """Whether a text says that the cause is not known."""
    return any(phrase in text.lower() for phrase in _UNSAID)


def supposed(text: str) -> bool:
    """Whether a text says that it only supposes."""
    return bool(_SUPPOSED.search(text.lower()))


def gist(text: str) -> str:
    """The words of a text that mean something, each once and in order: the same for the same words anyhow."""
    return " ".join(sorted(set(_words(text)))) or " ".join(text.lower().split())


def spoken_of(scenario: Scenario, text: str) -> frozenset[str]:
    """The causes that a text fits best; all of them when its words belong to all; none when to none."""
    known = _vocabulary(scenario)
    said = set(_words(text))
    scores = {cause: sum(_weight(known, word) for word in sorted(said & own)) for cause, own in known.items()}
    best = max(scores.values(), default=0.0)
    if best > 0:
        return frozenset(cause for cause, score in scores.items() if score >= best)
    common = all(said & own for own in known.values()) if known else False
    return frozenset(known) if common else frozenset()


def _weight(known: Mapping[str, frozenset[str]], word: str) -> float:
    return log(len(known) / sum(word in own for own in known.values()))


@lru_cache(maxsize=32)
def _vocabulary(scenario: Scenario) -> Mapping[str, frozenset[str]]:
    return {cause.name: frozenset(_of(scenario, cause)) for cause in scenario.causes.values()}


def _of(scenario: Scenario, cause: Cause) -> Iterator[str]:
    yield from _words(f"{cause.name} {cause.truth}")
    for effect in cause.effects:
        yield from _words(effect.to)
    for change, under in scenario.outcomes.items():
        if cause.name in under and under[cause.name].cures:
            yield from _words(change)


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.lower()):
        same = _SAME.get(word, word)
        if same == "db" or (len(same) > SHORT and same not in _COMMON):
            yield same[:STEM]
