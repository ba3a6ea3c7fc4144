"""Whether a cause is given in earnest: not denied, asked or left open, and no measure of our own.

What a cause itself cannot do denies nothing (`a database that cannot commit`), nor does what fails by it
(`nobody can send because of ...`): only what denies that it is the cause.
"""

import re

from simulator.domain.sentences import sentence_up_to, statement_up_to

_CERTAIN = re.compile(
    r"\b(?:no (?:doubt|question)|without (?:a |any )?doubt|not (?:only|just)"
    r"|nothing (?:but|other than|else than)|none other than)\b",
    re.IGNORECASE,
)
"""Denials by their words that deny nothing."""
_NEVER = r"(?:\b(?:not|no|none|nothing|never|nobody|cannot|without|neither|nor)\b|n't\b)"
_HANGS = re.compile(
    r"\b(?:if|whether|unless|until|once|what(?! (?:we|looks?|seems?|appears?)\b)|which of|unlikely"
    r"|rul(?:e|ed|es|ing) out|exclud\w+|used to|too (?:early|soon)|remains to be)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    rf"{_NEVER}[^,]*?\b(?:think|thinks|believe\w*|know\w*|known|say|says|said|suspect\w*|assume\w*|sure|certain"
    r"|clear|evidence|signs?|indications?|proof|prove[nds]*|reason|likely|looks?|appears?|seems?|confirm\w*"
    r"|establish\w*|verified|shows?|suggests?|points?|linked?)\b",
    re.IGNORECASE,
)
"""Nobody knows, nothing says, it is not clear that it is so."""
_NOT_SO = re.compile(
    rf"{_NEVER}(?: (?:been|be|being|yet|directly|fully|simply|primarily|fail|failing|slow|down"
    r"|happen\w*))*\W*$",
    re.IGNORECASE,
)
"""A denial right before it: `is not`, `did not fail`."""
_NONE_OF_IT = re.compile(
    r"^\W*(?:nothing|none|neither|no|nobody|not)\b|\b(?:it|this|that) (?:is|was)(?: not\b|n't\b)"
    r"|\bdoubt\b",
    re.IGNORECASE,
)
"""Its subject is nothing, or what it is not."""
_WERE_IT = re.compile(r"^\W*if (?:it|this|that|so)\b", re.IGNORECASE)
"""It hangs on how something turns out: `if it helps, that was the cause`."""
_DENIED = re.compile(
    r"(?:(?:probably|likely|also|still|really|now) )*(?:(?:not|nothing|none|neither|never|unknown|unclear"
    r"|being|ruled out|under|yet|to be|open|what|whether|if|unlikely)\b"
    r"|no (?:longer|fault|known|single|one|such|clear)\b)",
    re.IGNORECASE,
)
_MEASURE = r"(?:fail-?over|roll-?back|restart|repair|fix|mitigation|maintenance|precaution|safety measure)"
_NAMED = re.compile(rf"\b{_MEASURE}\b", re.IGNORECASE)
_WE_DO = (
    r"we(?:'re| are)? (?:now |about to )?"
    r"(?:mak(?:e|ing)|do(?:ing)?|carry(?:ing)? out|perform(?:ing)?)"
)
_OURS = re.compile(
    rf"\b{_WE_DO}\b|\bour (?:own )?(?:[\w-]+ )?{_MEASURE}\b"
    rf"|\b{_MEASURE}\b.*?\b(?:we|now|in progress|under ?way|is running|has begun)\b"
    r"|^we (?:are|will|want|have to|must|need|do|can|cannot|had to|roll\w*|undid|revert\w*|fail\w* over"
    r"|restart\w*)\b|^we'|\b(?:release|change|code|deploy\w*) freeze\b",
    re.IGNORECASE,
)
_RECOVERS = re.compile(
    r"\b(?:recover\w*|improv\w*|resolved|restored|better|work\w* again|flow\w* again|healthy|decreas\w*"
    r"|back to normal|safe)\b",
    re.IGNORECASE,
)
_BECAUSE = ("because", "due to", "owing to", "as a result", "as the result")


def denied(said: str) -> bool:
    """Whether what is given as the cause says that it is none, or not known: `not the release`."""
    return bool(_DENIED.match(_CERTAIN.sub("", said).strip()))


def left_open(text: str, begin: int, *, subject: bool = False) -> bool:
    """Whether what leads up to a place denies what follows or leaves it open.

    With `subject` it is itself what is the cause, and denied where it is nothing.
    """
    clause = _CERTAIN.sub("", statement_up_to(text, begin))
    if _HANGS.search(clause) or _UNSURE.search(clause) or _NOT_SO.search(clause):
        return True
    if _WERE_IT.match(sentence_up_to(text, begin)):
        return True
    return subject and bool(_NONE_OF_IT.search(clause))


def opens(text: str, begin: int, cause: int) -> bool:
    """Whether a sentence opens with its reason: what comes after a comma is no more of that."""
    return _reason(text, begin, cause) and not sentence_up_to(text, begin).strip()


def ours(text: str, begin: int, cause: int, end: int) -> bool:
    """Whether a reason is a measure of our own, or the reason why it is better, and so no cause."""
    said = text[cause:end]
    effect = said.partition(",")[2] if opens(text, begin, cause) else statement_up_to(text, begin)
    better = _reason(text, begin, cause) and _RECOVERS.search(effect)
    return bool(better or _OURS.search(said))


def measure(said: str) -> bool:
    """Whether words name a measure that is taken in an outage."""
    return bool(_NAMED.search(said))


def _reason(text: str, begin: int, cause: int) -> bool:
    return text[begin:cause].lower().startswith(_BECAUSE)
