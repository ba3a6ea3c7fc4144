"""What was said of a change for the record: why it is made, and that it stays for a while.

It counts where it names the change, by its number or by most of its words, and says so in as many words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, about
from simulator.domain.fact import Decided, Noted, SitrepGiven, Spoke
from simulator.domain.organisation import Change
from simulator.domain.plain_text import plain
from simulator.domain.sentences import sentences
from simulator.scoring.case import Case
from simulator.scoring.vocabulary import words_of

BEFORE = 10 * MINUTE
AFTER = MINUTE
"""Whoever says why says it shortly before the order, or as it is carried out (assumption)."""
ON_RECORD: frozenset[type] = frozenset({Spoke, Decided, Noted, SitrepGiven})
"""Kinds of line on which something can be said for the record."""
_WHY = re.compile(
    r"\b(?:because|so (?:that|we|it|they)|since(?! \d)|until|till|in order to|otherwise|or else|therefore"
    r"|that way)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:stays?|staying|remains?|keep(?:s|ing)?"
    r"|(?:leave|leaving|left) (?:\w+ ){0,6}?(?:in place|in|on|off))\b",
    re.IGNORECASE,
)
_SO_LONG = re.compile(
    r"\b(?:until|till|because|so that|since|for now|for the (?:night|review)|tonight|tomorrow|the review"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\b(?:not|never|cannot|nobody)|n't) (?:\w+ ){0,2}?$", re.IGNORECASE)


def names(case: Case, text: str, attempt: Attempt) -> bool:
    """Whether a text names a change: its number, its name, or more of its words than of any other change's.

    The part of the system that it is made on names the part, and no change.
    """
    if _numbered(text, attempt) or plain(attempt.change).lower() in plain(text).lower():
        return True
    said, runbook = words_of(text), case.organisation.runbook.values()
    most = max((len(words_of(other.name) & said) for other in runbook if _half(other, said)), default=0)
    return half_names(case, text, attempt) and len(words_of(attempt.change) & said) == most


def half_names(case: Case, text: str, attempt: Attempt) -> bool:
    """Whether a text has a change's number, or half of the words of its name but for its place."""
    change = case.organisation.runbook.get(attempt.change)
    return _numbered(text, attempt) or (change is not None and _half(change, words_of(text)))


def own_words(case: Case, text: str, attempt: Attempt) -> frozenset[str]:
    """The words of a change's name that are in a text, but for those of its place."""
    change = case.change(attempt)
    return words_of(text) & _own(change.name, change.on) if change else frozenset()


def _numbered(text: str, attempt: Attempt) -> bool:
    return re.search(rf"\b{re.escape(attempt.id)}\b", text, re.IGNORECASE) is not None


def _half(change: Change, said: frozenset[str]) -> bool:
    wanted = _own(change.name, change.on)
    return 0 < len(wanted) <= 2 * len(wanted & said)


@lru_cache(maxsize=512)
def _own(name: str, place: str) -> frozenset[str]:
    """The words of a change's name but for those of the place that it is made on."""
    return words_of(name) - words_of(place.replace("-", " "))


def reason(case: Case, attempt: Attempt) -> tuple[Entry, str] | None:
    """Why a change was made, as somebody said it around its order; the latest before it, if any.

    Decisions are left out: they count without naming a change.
    """
    found = list(_reasons(case, attempt))
    before = [pair for pair in found if pair[0].number < attempt.order]
    return before[-1] if before else found[0] if found else None


def _reasons(case: Case, attempt: Attempt) -> Iterator[tuple[Entry, str]]:
    since, until = attempt.ordered - BEFORE, attempt.ordered + AFTER
    for entry in about(case.seen, ON_RECORD - {Decided}):
        text = words_on_record(entry)
        if since <= entry.at <= until and names(case, text, attempt):
            said = [one for one in sentences(text) if _WHY.search(one) and "?" not in one]
            yield from (
                (entry, one) for one in sorted(said, key=lambda one: not names(case, one, attempt))[:1]
            )


def kept(case: Case, attempt: Attempt) -> Entry | None:
    """The line on which it was said that a change in place stays, and until when or why."""
    said = (entry for entry in about(case.seen, ON_RECORD) if attempt.in_place(entry.at))
    return next(
        (e for e in said if any(_kept(case, attempt, one) for one in sentences(words_on_record(e)))), None
    )


def words_on_record(entry: Entry) -> str:
    """What was said for the record on a line; empty where it is no such line."""
    match entry.fact:
        case Spoke(text=text) | Decided(text=text) | Noted(text=text) | SitrepGiven(text=text):
            return text
        case _:
            return ""


def _kept(case: Case, attempt: Attempt, sentence: str) -> bool:
    return _stays(sentence) and names(case, sentence, attempt)


def _stays(sentence: str) -> bool:
    found = None if "?" in sentence else _STAYS.search(sentence)
    if found is None or _NOT.search(sentence[: found.start()]):
        return False
    return bool(_SO_LONG.search(sentence))
