"""Which causes a text speaks of, by its words alone: no model of language, no list of right answers.

The words of a cause are those of its name, of what is really so under it, of the places it acts on, and of
the changes that cure it. A word counts the more, the fewer causes it belongs to.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import log

from simulator.domain.plain_text import plain
from simulator.domain.scenario import Cause, Scenario

STEM = 5
"""Words are the same when their first letters are: `migration`, `migrations`. `card` is one of `cards`."""
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
_IS_NOT = re.compile(r"\s*not (?:the|an?|our|due|caused|because)\b(?!.*\bbut\b)", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:suspect\w*|suspicion|suppos\w*|maybe|perhaps|possibl[ey]|probabl[ey]|likely|hypothes\w+|theory"
    r"|could be|may be|may have|might|think|believe|assum\w+|guess|seems?|appears?|looks like|unverified"
    r"|unconfirmed|not (?:yet )?(?:verified|confirmed|proven|certain))\b"
)
_OR = re.compile(r",? \bor\b |/")
_BUT_NOT = re.compile(
    r",? (?:(?:and|but) )?not (?=(?:the|an?|our|by|of|in|on)\b)|,? (?:rather than|instead of)\b"
    r"|, (?:and |but )?(?:no|neither|nor|without)\b",
    re.IGNORECASE,
)
"""What follows is what it is not."""


def unsaid(text: str) -> bool:
    """Whether a text says that the cause is not known, or only what it is not."""
    return any(phrase in plain(text).lower() for phrase in _UNSAID) or bool(_IS_NOT.match(text))


def supposed(text: str) -> bool:
    """Whether a text says that it only supposes."""
    return bool(_SUPPOSED.search(text.lower()))


def gist(text: str) -> str:
    """The words of a text that mean something, each once and in order: the same for the same words anyhow."""
    return " ".join(sorted(set(_words(text)))) or " ".join(text.lower().split())


def spoken_of(scenario: Scenario, text: str) -> frozenset[str]:
    """The causes that a text fits best; all of them when its words belong to all; none when to none.

    Of `a release or a migration` those that either fits. What belongs to all is no further one beside what
    fits some.
    """
    every = frozenset(scenario.causes)
    fits = [_fitted(scenario, one) for one in _either(_BUT_NOT.split(text, maxsplit=1)[0])]
    some = [one for one in fits if one and one != every]
    return frozenset().union(*(some or fits))


def _either(text: str) -> tuple[str, ...]:
    """What a text gives as possible: each by itself where it says `or`, else the whole."""
    *others, last = _OR.split(text)
    if not others:
        return (text,)
    return (*(part for one in others for part in one.split(",")), last.partition(",")[0])


def _fitted(scenario: Scenario, text: str) -> frozenset[str]:
    """The causes that one text fits best."""
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
        same = _SAME.get(word) or _SAME.get(_one(word)) or _one(word)
        if same == "db" or (len(same) > SHORT and same not in _COMMON):
            yield same[:STEM]


def _one(word: str) -> str:
    """A word for several as the word for one, where enough of it is left to be a word."""
    several = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if several and len(word) > SHORT + 1 else word
