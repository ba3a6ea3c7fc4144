"""How far it reaches, as free words say it: everybody, a few, or nobody at all.

Read is only what speaks of all that customers do: `nobody in Oslo is affected` and `a full outage of our
provider` say nothing of everybody.
"""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from simulator.domain.plain_text import plain
from simulator.domain.sentences import sentences
from simulator.domain.value import Value
from simulator.scoring.plain_words.hedge import said_in_earnest

Who: TypeAlias = Literal["everybody", "few", "nobody"]

_BE = r"(?:is|are|was|were|has been|have been|seems? to be|appears? to be)"
_THESE = r"(?:customers?|users?)"
_NOW = r"(?:currently|now|still|completely|fully|totally|at present|at the moment|right now)"
_FAILS = (
    rf"(?:fail(?:s|ing|ed|ures?)?\b|down\b|unavailable\b|unable\b|{_BE} (?:{_NOW} )?(?:affected|impacted)\b)"
)
_WRONG = r"(?:errors?|failures?|problems?|issues?|trouble|delays?|interruptions?|outages?)\b"

_USES = (
    r"(?:send|log|sign|open|pay|buy|refund|use|reach|search|receive|load|connect|book|place|upload|download"
    r"|work|do (?:any|their)\w*|see (?:any|their)\w*|access (?:any|their|the)\w*)"
)
"""What customers do, as against `nobody can say` and `nobody can read your mail`."""
_EVERYBODY = re.compile(
    rf"\b(?:(?:all|every) (?:of )?(?:our )?(?:{_THESE}|systems|services)|everybody|everyone)"
    rf"(?: (?:{_BE}|{_NOW}))* (?:cannot\b|can't\b|{_FAILS}|(?:do|does)(?: not|n't) (?:work|load|respond)\b"
    rf"|(?:see|get|face|experience)s? (?:only )?(?:failing|{_WRONG}(?! (?:in|on|with|when|for|from)\b))"
    r"|not (?:working|loading|responding)\b)"
    rf"|\b(?:nobody|no one) can {_USES}\b(?! your\b)"
    r"|\b(?:complete|total|full) outage\b(?! (?:of|at|in|for|on|with)\b)"
    r"|\beverything (?:is|was) (?:down|broken|failing)\b",
    re.IGNORECASE,
)
_AVERTED = re.compile(
    r"\b(?:rather than|instead of|short of|avoid\w*|prevent\w*|becom\w*|risk\w*|could|may|might|would|before"
    r"|had|last|earlier|previous\w*)\b[^.!?;,]*$",
    re.IGNORECASE,
)
"""What makes it another outage, or one that has not come."""

_SOME = (
    r"(?:a (?:very |relatively )?(?:small|limited|tiny|minor) (?:number|subset|share|fraction|percentage|part"
    r"|portion|minority|group|set|%)|(?:just |only )?a (?:tiny |small )?(?:few|handful)|very few|only few)"
    rf" (?:of )?(?:our |the )?{_THESE}\b"
)
_FEW = re.compile(
    rf"\b{_SOME}[^.!?;]{{0,60}}?\b(?:cannot|can't|unable|fail\w*|down|affected|impacted|unavailable"
    rf"|not (?:work|load|respond)\w*|slow\w*|{_WRONG}|delayed|late)"
    rf"|\b(?:(?:affect|impact|hit|concern)(?:s|ed|ing)?|{_WRONG}[^.!?;,]{{0,40}}? (?:for|to))"
    rf" (?:only |just )?{_SOME}",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"\b(?:also|too|as well|in addition|additionally|besides|other|another|further|more)\b", re.IGNORECASE
)
"""What makes them some more, beside those of whom the text speaks elsewhere."""

_LEAD = (
    r"(?:(?:please note|we can confirm|we confirm|rest assured|currently|right now|at present),?(?: that)? )?"
)
_WELL = r"(?:normally|as usual|as expected|fine|well|properly|without (?:any )?(?:issues?|problems?|errors?))"
_TAIL = (
    r"(?: (?:at all|so far|yet|any ?more|anywhere|whatsoever|today|right now|at the moment|at present))*"
    r"(?=\s*(?:$|[.!?;]|,(?! (?:but|except|apart|save|other|unless|if|as long|with)\b)|and\b))"
)
"""Where a denial ends: what narrows it (`in Oslo`, `but search`, `since noon`) would come here."""
_NOBODY = re.compile(
    rf"^\W*{_LEAD}((?:nothing (?:has |had )?(?:failed|is failing|fails|is (?:down|broken|wrong))"
    rf"|(?:nobody|no one|none of our {_THESE}|no {_THESE}) {_BE} (?:{_NOW} )?(?:affected|impacted)"
    rf"|(?:everything|all(?: (?:of )?(?:our )?(?:systems|services))?)"
    rf" (?:(?:works?|runs?)(?: {_WELL})?|{_BE} (?:{_NOW} )?(?:(?:working|operating|running)(?: {_WELL})"
    rf"|operational|fine|ok|normal))){_TAIL})",
    re.IGNORECASE,
)


class Reach(Value):
    """Who is said to be affected, the words that say so, and those with the rest of their sentence."""

    who: Who
    words: str
    sentence: str


def reach_in(text: str) -> Reach | None:
    """The reach that a text claims; None when none, or only what is denied, asked or left open."""
    return next(_found(plain(text)), None)


def _found(text: str) -> Iterator[Reach]:
    """The widest reach first, then that nobody is affected: of two that differ one is judged."""
    for match in _EVERYBODY.finditer(text):
        if said_in_earnest(text, match.start(), match.start()) and not _AVERTED.search(text[: match.start()]):
            yield Reach("everybody", match[0], sentences(text[match.start() :])[0])
    said = sentences(text)
    for denial in filter(None, map(_NOBODY.match, said)):
        if not denial.string.rstrip().endswith("?"):
            yield Reach("nobody", denial[1].strip(), denial.string)
    for sentence in said:
        few = _FEW.search(sentence)
        if few and not _BESIDES.search(sentence) and said_in_earnest(sentence, few.start(), few.start()):
            yield Reach("few", few[0], sentence)
