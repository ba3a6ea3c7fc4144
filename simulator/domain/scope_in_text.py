"""Who is affected, in free words: `some customers cannot send a message`, `sending messages is slow`.

Only journeys are read, by their full names in any form, and only beside a word for what is wrong with them.
A service that a text names is where somebody looked or works, which does not say whom it hurts.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.domain.doctrine import ALL_CLEAR
from simulator.domain.organisation import Organisation
from simulator.domain.plain_text import plain
from simulator.domain.sentences import asked, sentences
from simulator.domain.update import Update
from simulator.domain.value import Value

_ARTICLES = frozenset(("a", "an", "the"))
_PAST = {"buy": "bought", "find": "found", "get": "got", "pay": "paid", "see": "seen", "send": "sent"}
_FILLER = r"(?:(?:an?|the|any|their|your|our|new|some|more|all) )*"
_PAIR = 2
_A_THING = 4
"""A shorter word is a direction: `log in`, `be paid out`."""
_NO_CHORE = r"(?! (?:for|the|an?|out|what|why|where|how)\b)"
"""A name of one word may as well be what engineers do: `search for the cause`."""
_CANNOT = (
    r"\b(?:cannot|can't|can not|could not|couldn't|unable to|not able to|(?:nobody|no one) can|slow(?:er)? to"
    r"|fail\w*|trouble|problems?|issues?|errors?|difficult\w*|delays?|outages?|affect\w*|impact\w*)"
    r"(?: (?:\w+ly|when|while|with|in|for|to|on|customers|users|people|who|they|you|try|trying)){0,6} "
)
"""What says of the things named after it that they do not work."""
_BETWEEN = (
    r"(?: (?:is|are|was|were|be|been|being|has|have|may|might|can|seems?|appears?|still|now|often|very"
    r"|too|much|both|again"
    r"|\w+ly|for|to|some|many|most|of|our|the|customers|users)){0,8}"
)
_DOWN = (
    r" (?:fail\w*|down|slow(?:er)?|affected|impacted|unavailable|broken|late|delayed|degraded|impossible"
    r"|interrupted|tak(?:es?|ing) (?:\w+ )?long\w*|times? out|timing out|cannot|can't"
    r"|(?:do(?:es)?n't|(?:do|does|is|are|may|might) not) (?:\w+ly )?"
    r"(?:work|load|respon|available|possible)\w*"
    r"|(?:see|get|has|have|gives?|returns?|shows?) (?:\w+ ){0,2}(?:errors?|problems?|trouble|delays?))\b"
)
"""What says it of the things named before it."""
_CANNOT_BE = (
    r" (?:cannot|can't|can not|could not|are not|is not|fails? to|failing to)(?: (?:\w+ly|be|being)){0,3} "
)
_CLAUSE = re.compile(r",|:| (?:and|or|but|while|whereas|although|though) ")
_DENIED = re.compile(r"\b(?:not|no|none|nothing|never|nobody|without|neither|nor)\b|n't\b", re.IGNORECASE)
_HANGS = re.compile(
    r"\b(?:if|whether|unless|until|once)\b|\bcannot (?:rule|say|tell|confirm)\b", re.IGNORECASE
)


class _Names(Value):
    """The journeys of a company as patterns: each by itself, some with what is wrong, each as not done."""

    each: dict[str, re.Pattern[str]]
    wrong: re.Pattern[str]
    undone: dict[str, re.Pattern[str]]


def scope_of(update: Update, company: Organisation) -> tuple[str, ...]:
    """What an update names as affected; where it leaves that out, what its text says while it goes on.

    In a text that says it is over most is about what works again.
    """
    if update.scope or update.state in ALL_CLEAR:
        return update.scope
    return journeys_in(update.text, company)


@lru_cache(maxsize=4096)
def journeys_in(text: str, company: Organisation) -> tuple[str, ...]:
    """The journeys that a text says do not work, in the company's order; not what it denies or asks."""
    return _told(text, _names(company))


@lru_cache(maxsize=4096)
def things_in(text: str, company: Organisation) -> tuple[str, ...]:
    """The same of a text that need only name what a journey is about: `webhooks seem to be late`."""
    return _told(text, _things(company))


def _told(text: str, names: _Names) -> tuple[str, ...]:
    said = (" ".join(each.split()) for each in sentences(text) if not asked(each, 0))
    found = {name for each in said for name in _in(each, names)}
    return tuple(name for name in names.each if name in found)


def _in(statement: str, names: _Names) -> Iterator[str]:
    for found in names.wrong.finditer(statement):
        if _in_earnest(statement[: found.start()]):
            listed = found["after"] or found["before"]
            yield from (name for name, one in names.each.items() if one.search(listed))
    for name, undone in names.undone.items():
        done_not = undone.search(statement)
        if done_not and _in_earnest(statement[: done_not.start()]):
            yield name


def _in_earnest(before: str) -> bool:
    """Whether what stands before it leaves it standing: no denial in its own clause, and no condition."""
    return not _HANGS.search(before) and not _DENIED.search(_CLAUSE.split(before)[-1])


@lru_cache(maxsize=16)
def _names(company: Organisation) -> _Names:
    pairs = {name: words for name in company.journeys if len(words := _words(name)) == _PAIR}
    undone = {name: rf"\b{_word(what)}{_CANNOT_BE}{_word(do)}\b" for name, (do, what) in pairs.items()}
    return _patterns({name: rf"\b{_form(name)}\b" for name in company.journeys}, undone)


@lru_cache(maxsize=16)
def _things(company: Organisation) -> _Names:
    """Each journey by its last word, where that names a thing and no other journey ends with it."""
    last = {name: words[-1] for name in company.journeys if (words := _words(name))}
    ends = list(last.values())
    alone = {name: word for name, word in last.items() if ends.count(word) == 1 and len(word) >= _A_THING}
    return _patterns({name: rf"\b{_form(word)}\b" for name, word in alone.items()}, {})


def _patterns(forms: dict[str, str], undone: dict[str, str]) -> _Names:
    if not forms:
        return _Names({}, _read(r"(?P<after>(?P<before>(?!)))"), {})
    either = rf"(?:to )?(?:{'|'.join(sorted(forms.values(), key=len, reverse=True))})"
    listed = rf"{either}(?:(?:, and|, or|,| and| or| nor) {either}){{0,20}}"
    wrong = rf"{_CANNOT}(?P<after>{listed})|(?P<before>{listed}){_BETWEEN}{_DOWN}"
    each, not_done = ({name: _read(form) for name, form in given.items()} for given in (forms, undone))
    return _Names(each, _read(wrong), not_done)


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in plain(name).lower().replace("-", " ").split() if word not in _ARTICLES)


def _form(name: str) -> str:
    """A name with its words in any form, and an article or the like between them: `sending your messages`."""
    words = _words(name)
    return rf"[ -]?{_FILLER}".join(map(_word, words)) + ("" if len(words) > 1 else _NO_CHORE)


def _word(word: str) -> str:
    """A word as it is inflected: `reply`, `replies`, `replying`; `log`, `logs`, `logging`."""
    stem, last = re.escape(word[:-1]), re.escape(word[-1:])
    forms = [rf"{stem}{last}(?:s|es|d|ed|ing|{last}(?:ed|ing))?"]
    if last == "e":
        forms.append(f"{stem}ing")
    elif last == "y":
        forms.append(f"{stem}ie[sd]")
    return f"(?:{'|'.join([*forms, *([_PAST[word]] if word in _PAST else ())])})"
