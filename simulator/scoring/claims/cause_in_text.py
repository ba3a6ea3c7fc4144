"""A cause given in free words: `caused by a release`, `a release, which we think caused this`."""

import re
from collections.abc import Iterator

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
_BEFORE = re.compile(
    rf"([^.;!?]{{3,120}}?),? {_LINK}*{_MAYBE}(?:(?:has|have|had) )?(?:caused|triggered|brought on) {_THIS}\b"
    rf"|([^.;!?]{{3,120}}?),? (?:and )?(?:that|this) (?:was|is) it\b"
    rf"|([^.;!?]{{3,120}}?),? {_LINK}*{_MAYBE}(?:was|is|were) (?:the|to) (?:root )?"
    rf"(?:{_CULPRIT}|problem|blame)\b",
    re.IGNORECASE,
)


def causes_in(text: str) -> Iterator[str]:
    """What a text gives as the cause, each in its own words; not what it denies, asks or leaves open."""
    for pattern in (_AFTER, _BEFORE):
        for found in pattern.finditer(text):
            said = next(part for part in found.groups() if part)
            if said_in_earnest(text, found.start(), found.end()):
                yield said.strip()
