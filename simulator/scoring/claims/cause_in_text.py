"""A cause given in free words: `caused by a release`, `root cause: a release`, `a release broke it`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.domain.plain_text import plain
from simulator.domain.sentences import asked, sentences
from simulator.scoring.claims.cause_denied import denied, left_open, measure, opens, ours
from simulator.scoring.claims.cause_guessed import guessed

_CULPRIT = r"(?:cause|culprit|reason|trigger)"
_TROUBLE = (
    r"(?:outage|incident|problem|trouble|failures?|issues?|errors?|disruption|slowness|delays?|time-?outs?)"
)
_THIS = rf"(?:this|it|that|the (?:current |present )?{_TROUBLE}|what you see)"
_MAYBE = (
    r"(?:we (?:now )?(?:think|believe|suspect|assume|know) |(?:probably|likely|apparently|clearly) "
    r"|(?:may|might) )?"
)
_LINK = r"(?:which |that |and |this |it )"
_HAS = r"(?:has|have|had)"
_LED_UP = rf"{_LINK}{{0,2}}{_MAYBE}"
_BETTER = r"(?:fixed|back|better|work\w*|over|safe|resolved|gone|recover\w*|improv\w*|contained|well)"
_SEEMS = (
    r"(?:is|was|seems to be|appears to be|looks to be|turned out to be|must be"
    r"|(?:may|might|could) (?:well )?be|has been)"
)
_SURE = r"(?:think|believe|suspect|assume|guess|know|sure|certain|confident|convinced)"
_WORDS = r"((?:[^.;!?\n]|\.(?=\w))+)"
"""What is given as the cause: to the end of the sentence, and not ended by the dot of a number."""

_AFTER = re.compile(
    r"\b(?:"
    r"(?:caused|triggered|broken|introduced) (?:\w+ly )?by|caused due to|brought (?:on|about) by"
    r"|introduced with|due to|owing to|because of|because(?! of)|(?:as|is|was) (?:a|the) result of"
    r"|stem\w* from"
    rf"|(?:root |likely |probable |suspected |main ){{0,2}}{_CULPRIT} ?[:=]"
    rf"|root cause(?: [-\u2013\u2014]| {_SEEMS})"
    rf"|the (?:[a-z]+ )?{_CULPRIT} (?:(?:of|for|behind) (?:[\w-]+ ){{1,4}}?|here )?{_SEEMS}"
    r"(?: identified (?:as|to be))?"
    r"|(?:traced|tracked|attributed|pinned|narrowed)(?: (?:it|this|that))?(?: back| down)? (?:to|on)"
    r"|suspects?(?: that)?|our (?:best |main )?(?:guess|theory|hypothesis|suspicion) (?:is|was)"
    rf"|{_SURE}(?: that)? (?:it|this|that)(?: (?:is|was)|'s|(?: may| might| could| must)? be)"
    rf"(?! (?:now )?{_BETTER}\b)|{_SURE} (?:it|this) to be"
    rf"|(?:it|this|that|{_TROUBLE}) (?:comes?|came|originat\w+) (?:in )?(?:from|with)"
    r"|(?:it|this|that)(?: all)? (?:is|was|comes?|came|boils?) down to"
    r"|(?:everything|evidence|all|signs?|logs?|graphs?|metrics|traces?|it|this) (?:now )?point(?:s|ing)?"
    r"(?: \w+ly)? (?:to|at)"
    r"|(?<!to )blam(?:e|ing)(?! for)(?: (?:it|this) on| on)?"
    rf") {_WORDS}",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    rf"(?:^|[.;:!?,] +|\bthat |\bclear )(?:(?:it|this|that|the (?:problem|trouble|issue)) {_SEEMS}"
    r"|(?:it|that)'s|(?:it|this) looks like)(?: \w+ly| indeed| just)? ((?=an? |the |our )"
    r"(?!\w+ (?:first|second|third|same|next|final|latest|last) (?:update|time|news|message|post|report))"
    r"(?:[^.;!?\n]|\.(?=\w))+)",
    re.IGNORECASE,
)
"""Said outright: `it is a bad release`."""
_PERHAPS_NOT = r"(?! (?:for|down|in|on|at|off|out|up|again|when|while|after|and|or|as|with|by|to|from)\b)"
_BEFORE = re.compile(
    rf",? {_LED_UP}(?:{_HAS} )?(?:caused|triggered|brought on|led to|resulted in) {_THIS}\b"
    rf"|,? {_LED_UP}(?:is|are|was|were) (?:(?:causing|triggering|behind) {_THIS}\b|responsible for\b)"
    r"|,? (?:and )?(?:that|this) (?:was|is) it\b(?! for\b)"
    rf"|,? {_LED_UP}(?:was|is|are|were) (?:clearly |surely |probably |likely )?"
    rf"(?:(?:the|to) (?:root )?(?:{_CULPRIT}|problem|blame)|at fault|what (?:caused|broke))\b"
    rf"|,? {_LED_UP}(?:{_HAS} )?(?:broken?|breaks|crashed|(?:took|takes|brought|brings) down"
    rf"|knocked out){_PERHAPS_NOT} \w"
    r"|,? (?:did|has done) (?:it|this)(?=\W*$)|'s fault\b",
    re.IGNORECASE,
)
"""What stands after a cause; the cause is what the sentence said before."""
_BRINGS_ABOUT = re.compile(
    r",? (?:which |that |and )?(?:has |have |is |are )?(?:caus(?:ed|es|ing)|trigger(?:ed|s|ing)"
    rf"|le(?:d|ads|ading) to|result(?:ed|s|ing) in) (?!by\b|due\b)(?:(?:[\w-]+ ){{0,3}}?{_TROUBLE}\b"
    r"|[^,.;!?]{1,60} to (?:fail|stop|hang|stall|break|time out|crash|wait)\b)",
    re.IGNORECASE,
)
"""`... caused some requests to fail`: a cause, unless it is what is being looked into, or a measure."""
_LOOKED_INTO = re.compile(r"\b(?:investigat\w+|look(?:ing|ed)? (?:into|at|for)|check\w*|examin\w+)\b", re.I)
_ELSE = re.compile(
    r",? (?:(?:and|but|so|while|until|now|which|that) )?(?:we|they)\b"
    r"|(?:,| and| but| so| while) (?:and |but |so )?(?:you|it|engineers?|customers?"
    r"|our (?:team|engineers?))\b| [-\u2013\u2014] |, but\b",
    re.IGNORECASE,
)
"""Where a sentence goes on to something else."""
_IN_FRONT = re.compile(
    r"(?:that |(?:is|was) |likely |probably |what (?:we (?:now )?(?:think|believe|suspect|assume)|looks? like"
    r"|seems?|appears?)(?: (?:is|was|to be))? |not [^,]{1,60}?,? but (?:rather )?)+",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 3, 120
"""The letters that a cause before it may have."""


@lru_cache(maxsize=4096)
def causes_in(text: str) -> tuple[str, ...]:
    """What a text gives as the cause, each in its own words; not what it denies, asks or leaves open.

    Nor what is put down to a measure of our own: slow while we fail over is no cause of the outage.
    """
    said = plain(text)
    return tuple(dict.fromkeys((*_after(said), *_before(said), *guessed(said))))


def _after(text: str) -> Iterator[str]:
    """The causes that stand after what makes them one."""
    for pattern in (_AFTER, _IT_IS):
        for found in pattern.finditer(text):
            begin, (cause, end) = found.start(), found.span(1)
            said = _alone(found[1].partition(",")[0] if opens(text, begin, cause) else found[1])
            earnest = said and not (asked(text, end) or left_open(text, begin) or denied(said))
            our = measure(found[1]) if pattern is _IT_IS else ours(text, begin, cause, end)
            if earnest and not our:
                yield said


def _before(text: str) -> Iterator[str]:
    """The causes that stand before it. Looked for sentence by sentence: that takes no time."""
    for sentence in sentences(text):
        said, tail = _led_up_to(sentence)
        open_ = asked(sentence, tail) or left_open(sentence, tail, subject=True)
        if said and not open_:
            yield said


def _led_up_to(sentence: str) -> tuple[str, int]:
    """The cause before what makes it one, and where that stands; empty when nothing does."""
    tail = _BEFORE.search(sentence, _SHORTEST)
    brings = None if tail else _BRINGS_ABOUT.search(sentence, _SHORTEST)
    found = tail or brings
    if found is None:
        return "", 0
    said = sentence[max(0, found.start() - _LONGEST) : found.start()].strip()
    return ("" if brings and (_LOOKED_INTO.search(said) or measure(said)) else said), found.start()


def _alone(said: str) -> str:
    """The cause without what leads up to it, and without what the sentence goes on to."""
    lead = _IN_FRONT.match(said)
    rest = said[lead.end() :] if lead else said
    on = _ELSE.search(rest)
    return (rest[: on.start()] if on else rest).strip()
