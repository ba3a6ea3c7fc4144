"""A time to recovery promised in free words: `fixed in 10 minutes`, `back by 15:00`."""

import re

_AMOUNT = r"(?:about |around |roughly |approximately |the next |less than |under )?"
_TIME = (
    rf"(?:(?:in|within) {_AMOUNT}(?:\d+|an?|one|two|three|five|ten|a few|half an|a couple of)[ -]?"
    r"(?:min(?:ute)?s?|h(?:ou)?rs?|h|moments?|seconds?)"
    r"|by (?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m|noon|midnight|tonight))"
)
_WELL = (
    r"(?:fixed|resolved|restored|recovered|solved|repaired|over|back|back to normal|up again|up and running)"
)
_PROMISE = re.compile(
    rf"\b(?:will|should|shall|expect\w*|going to|'ll)\b[^.!?;]{{0,60}}?\b{_WELL}\b[^.!?;,]{{0,20}}?\b{_TIME}"
    rf"|^\W*{_WELL} {_TIME}|\b(?:eta|time to (?:recovery|resolution))(?: is|:)? {_AMOUNT}\d+",
    re.IGNORECASE,
)


def promised(text: str) -> str:
    """The words that promise when it will work again; empty when none do."""
    found = _PROMISE.search(text)
    return found[0].strip() if found else ""
