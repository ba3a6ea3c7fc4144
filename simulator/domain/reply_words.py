"""What an answer in words of one's own says to somebody senior who stands in the room.

Whoever wants a time or came about the severity has to hear of that, or when they hear more; to whoever wants
news or action, any sentence that says something is an answer.
"""

import re

from simulator.domain.fact.news import Reply, Want
from simulator.domain.plain_text import plain
from simulator.domain.sentences import clauses

SAYS_SOMETHING = 3
"""Fewer words than this are no sentence: `no`, `we are`, `soon` (assumption)."""
_NO_TIME = (
    r"(?i)\bno (?:eta|time|estimate)\b|\b(?:cannot|can't|won't|do not|don't|not) "
    r"(?:yet )?(?:say|know|tell|give|promise|guess)\b"
)
_STAYS = (
    r"(?i)\b(?:stays?|stands?|remains?|keep it)\b|\bit is (?:a )?[a-z]{1,4}\d\b"
    r"|\b(?:cannot|can't|affected|fail(?:s|ing)?)\b"
)
"""That it stays, or by whom it is so severe."""
_LATER = (
    r"(?i)\b(?:later|not now|(?:hear|more|word|news) (?:again )?(?:from (?:me|us) )?(?:at|in|by|when)"
    r"|next (?:news|word|update|brief)|(?:call|tell|brief|update) you (?:at|in|by|when|again|soon)"
    r"|(?:come|get) back to you)\b"
)
_COMMAND = r"(?i)\byou\b[^?]*\b(?:command|lead|take over)\b[^?]*\?"
_TIME = r"(?i)\b\d|\b(?:minutes?|hours?|soon|noon|midnight|tonight|tomorrow)\b"


def reply_in(words: str, wants: Want) -> Reply | None:
    """What some words answer to who wants something; None where it cannot be told what they mean."""
    said = plain(words)
    if not clauses(said):
        return None
    if re.search(_COMMAND, said):
        return "take command"
    match wants:
        case "eta":
            return _of_time(said)
        case "severity":
            return "severity stays" if re.search(_STAYS, said) else _later(said) or "in words"
        case _:
            return "in words" if tells(said) else _later(said)


def tells(words: str) -> bool:
    """Whether any clause says something, and not only when there is more to hear."""
    return any(len(each.split()) >= SAYS_SOMETHING and not re.search(_LATER, each) for each in clauses(words))


def names_a_time(words: str) -> bool:
    """Whether a time is named, of which it may not be clear what happens then."""
    return bool(re.search(_TIME, words))


def _of_time(words: str) -> Reply | None:
    if re.search(_NO_TIME, words):
        return "no eta"
    return _later(words) or (None if names_a_time(words) else "in words")


def _later(words: str) -> Reply | None:
    return "later" if re.search(_LATER, words) else None
