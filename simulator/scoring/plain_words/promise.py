"""A time to recovery promised in free words: `fixed in 10 minutes`, `back by 15:00`."""

import re
from collections.abc import Iterator

from simulator.scoring.plain_words.hedge import said_in_earnest

_ABOUT = r"(?:about |around |roughly |approximately |the next |less than |under |at most |the )?"
_NUMBER = (
    r"(?:\d+(?: ?(?:-|\u2013|to) ?\d+)?|an?|one|two|three|five|ten|fifteen|twenty|thirty|a few|half an"
    r"|a couple of)"
)
_UNIT = r"(?:min(?:ute)?s?|h(?:ou)?rs?|h|moments?|seconds?)"
_TIME = (
    rf"(?:(?:in|within) {_ABOUT}(?:{_NUMBER}[ -]?{_UNIT}|(?:a matter of )?minutes|hour)\b"
    r"|by (?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m|noon|midnight|tonight))"
)
_WELL = (
    r"(?:fixed|resolved|restored|recover(?:ed)?|solved|repaired|be over|up again|up and running|online"
    r"|work again|working (?:again|normally|as usual)|back(?! (?:to you|with)\b)(?: to normal)?)"
)
_RECOVERY = (
    r"(?:recovery|resolution|restoration|an? (?:fix|end)|the (?:fix|end)|everything|things|it|service)"
)
_EXPECTED = r"(?:is |should be )?(?:expected|due|likely|estimated)"
_PROMISE = re.compile(
    rf"\b(?:will|should|shall|expect\w*|going to|'ll)\b[^.!?;]{{0,60}}?\b{_WELL}\b[^.!?;,]{{0,20}}?\b{_TIME}"
    rf"|^\W*{_WELL} {_TIME}|\b(?:eta|time to (?:recovery|resolution))(?: is|:)? {_ABOUT}\d+"
    rf"|\b(?:expect|anticipat|estimat)\w* (?:a |the |full |complete )*{_RECOVERY}[^.!?;,]{{0,20}}? {_TIME}"
    rf"|\b(?:recovery|resolution|restoration|fix) {_EXPECTED} {_TIME}",
    re.IGNORECASE,
)


def promised(text: str) -> str:
    """The words that promise when it will work again; empty when none do, or only what is denied or open."""
    return next(_promises(text), "")


def _promises(text: str) -> Iterator[str]:
    for found in _PROMISE.finditer(text):
        if said_in_earnest(text, *found.span()):
            yield found[0].strip()
