"""A cause given in free words: `caused by a release`, `a release, which we think caused this`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.scoring.plain_words.hedge import said_in_earnest

_THIS = (
    r"(?:this|it|that|the (?:current |present )?(?:outage|incident|problem|trouble|failures?|issues?|errors?"
    r"|disruption|slowness))"
)
_CULPRIT = r"(?:cause|culprit|reason|trigger)"
_MAYBE = (
    r"(?:we (?:now )?(?:think|believe|suspect|assume|know) |(?:probably|likely|apparently) |(?:may|might) )?"
)
_LINK = r"(?:which |that |and |this |it )"
_BETTER = r"(?:fixed|back|better|work\w*|over|safe|resolved|gone|recover\w*|improv\w*|contained|well)"
_AFTER = re.compile(
    r"\b(?:caused by|root cause (?:is|was)|due to|because of|triggered by|brought on by"
    rf"|the {_CULPRIT} (?:is|was|seems to be|appears to be|turned out to be)"
    r"|(?:traced|tracked)(?: (?:it|this|that))?(?: back| down)? to|suspect"
    rf"|(?:think|believe|suspect|assume)(?: that)? (?:it|this) (?:is|was)(?! {_BETTER}\b)) ([^.;!?]+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;!?]+")
_BEFORE = re.compile(
    rf",? {_LINK}*{_MAYBE}(?:(?:has|have|had) )?(?:caused|triggered|brought on) {_THIS}\b"
    r"|,? (?:and )?(?:that|this) (?:was|is) it\b"
    rf"|,? {_LINK}*{_MAYBE}(?:was|is|were) (?:the|to) (?:root )?(?:{_CULPRIT}|problem|blame)\b",
    re.IGNORECASE,
)
"""What stands after a cause; the cause is what the sentence said before."""
_SHORTEST, _LONGEST = 3, 120
"""The letters that a cause before it may have."""


@lru_cache(maxsize=4096)
def causes_in(text: str) -> tuple[str, ...]:
    """What a text gives as the cause, each in its own words; not what it denies, asks or leaves open."""
    found = (*_after(text), *_before(text))
    return tuple(said.strip() for said, begin, end in found if said_in_earnest(text, begin, end))


def _after(text: str) -> Iterator[tuple[str, int, int]]:
    """The causes that stand after what makes them one, each with where it is said."""
    for found in _AFTER.finditer(text):
        yield found[1], found.start(), found.end()


def _before(text: str) -> Iterator[tuple[str, int, int]]:
    """The causes that stand before it. Looked for sentence by sentence: that takes no time."""
    for sentence in _SENTENCE.finditer(text):
        tail = _BEFORE.search(sentence[0], _SHORTEST)
        if tail:
            begin = max(0, tail.start() - _LONGEST)
            said = sentence[0][begin : tail.start()]
            yield said, sentence.start() + begin, sentence.start() + tail.end()
