"""A time to recovery promised in free words: `fixed in 10 minutes`, `back by 15:00`."""

import re
from collections.abc import Iterator

from simulator.domain.number_words import GAP, NUMBER, UP_TO
from simulator.domain.plain_text import plain
from simulator.scoring.plain_words.hedge import said_in_earnest

_ABOUT = r"(?:about |around |roughly |approximately |the next |less than |under |at most |the )?"
_NUMBER = rf"(?:{UP_TO}(?:{NUMBER})|a few|half an)(?: and a half)?"
_UNIT = r"(?:min(?:ute)?s?|h(?:ou)?rs?|h|moments?|seconds?)"
_TIME = (
    rf"(?:(?:in|within) {_ABOUT}(?:{_NUMBER}{GAP}{_UNIT}|(?:a matter of )?minutes|hour)\b"
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
_AT = r"at \d{1,2}[:.]\d\d"
_SOON = rf"{_NUMBER} {_UNIT} from now"
_FIX = r"(?:fix|repair|remedy|solution|recovery)"
_LANDS = r"(?:lands?|arrives?|comes|(?:is|be) (?:done|ready|through|complete|live|in place))"
_TROUBLE = r"(?:errors|failures|trouble|outage|downtime|disruption|delays?|interruption)"
_PROMISE = re.compile(
    rf"\b(?:will|should|shall|expect\w*|going to|\w+'ll)\b[^.!?;]{{0,60}}?\b{_WELL}\b"
    rf"[^.!?;,]{{0,20}}?\b{_TIME}"
    rf"|\b(?:will|should|shall|going to|\w+'ll) be (?:fully )?(?:over|{_WELL})(?: again)? (?:{_AT}|{_SOON})"
    rf"|^\W*{_WELL} {_TIME}|\b(?:eta|time to (?:recovery|resolution))(?: is|:)? {_ABOUT}\d+"
    rf"|\b(?:expect|anticipat|estimat)\w* (?:to see )?(?:a |the |full |complete )*{_RECOVERY}"
    rf"[^.!?;,]{{0,20}}? {_TIME}"
    rf"|\b(?:recovery|resolution|restoration|fix) {_EXPECTED} {_TIME}"
    rf"|\b{_FIX} (?:will |should )?{_LANDS} (?:{_TIME}|{_AT}|{_SOON})"
    rf"|(?<!were )(?<!was )(?<!had )(?<!saw )(?<!caused )(?<!after )\b{_NUMBER} more {_UNIT} of {_TROUBLE}\b"
    r"(?! (?:were|was|had|followed)\b)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:(?:works?|flows?|runs?|loads?) (?:again|normally|as usual)"
    rf"|(?:is|are|\w+'s|\w+'re) (?:fully )?(?:over|{_WELL})(?: again)?) (?:{_TIME}|{_SOON})",
    re.IGNORECASE,
)
"""What is yet to come, said as if it were there: `everything works again in ten minutes`."""
_EACH_TIME = re.compile(
    r"\b(?:each time|every time|when(?:ever)?|usually|mostly|often|sometimes|most|reload\w*"
    r"|retry\w*|refresh\w*|try)\b[^.!?;]*$",
    re.IGNORECASE,
)
"""How it comes and goes, or what customers may do: that it works again so soon after that is no promise."""


def promised(text: str) -> str:
    """The words that promise when it will work again; empty when none do, or only what is denied or open."""
    return next(_promises(plain(text)), "")


def _promises(text: str) -> Iterator[str]:
    for found in _PROMISE.finditer(text):
        if said_in_earnest(text, *found.span()):
            yield found[0].strip()
    for found in _PRESENT.finditer(text):
        if said_in_earnest(text, *found.span()) and not _EACH_TIME.search(text[: found.start()]):
            yield found[0].strip()
