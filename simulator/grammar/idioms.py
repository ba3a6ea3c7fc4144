"""Set phrases of a call, as the commands they are: `give it five`, `Mei, you can drop off`.

Each is tried on a line that is no command as it stands, and has to be all of that line. What it stands for is
read as a command; where that lacks something, the answer says what.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from simulator.domain.plain_text import plain
from simulator.grammar.teams import running
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line, words_of

_END = r"(?:,? *(?:please|pls|thanks|thank you|now))*[.!?]*"
"""How a phrase may end."""
_LET_US = r"(?:let'?s |let us |we'?ll |i'?ll |just )?"
_TIME = r"(?:a (?:couple of|few) |half an? )?(?:\d|two|three|five|ten|fifteen|twenty|thirty|min|hour)[\w ]*"
_OBJECTIONS = r"(?:[,.;:]? any (?:strong )?objections)?"
_GO = r"(?:drop(?: off)?|leave|go|stand down)"
_COMMAND = r"(?:the )?(?:command|conn?)"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|whoever|who)"


class Idiom(NamedTuple):
    """A phrase, and the command it stands for with what it names; empty where it names nothing there is."""

    phrase: re.Pattern[str]
    meant: Callable[[re.Match[str], Vocabulary], str]


def as_meant(line: Line, vocabulary: Vocabulary) -> str:
    """A set phrase as the command it stands for; empty where a line is none."""
    return next(filter(None, _meanings(line, vocabulary)), "")


def _meanings(line: Line, vocabulary: Vocabulary) -> Iterator[str]:
    said = plain(line.raw).strip()
    for idiom in IDIOMS:
        found = idiom.phrase.fullmatch(said)
        if found:
            yield idiom.meant(found, vocabulary)


def _as(words: str) -> Callable[[re.Match[str], Vocabulary], str]:
    """Other words, with what was named in them."""
    return lambda found, _: found.expand(words)


def _of_a_person(words: str) -> Callable[[re.Match[str], Vocabulary], str]:
    """Other words, where the phrase names one person."""

    def meant(found: re.Match[str], vocabulary: Vocabulary) -> str:
        people = vocabulary.kinds["PERSON"].exact(words_of(found[1]))
        return found.expand(words) if len(people) == 1 else ""

    return meant


def _page(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """A page to the one team of that name, or that runs what is named."""
    teams = running(" ".join(words_of(found[1])), vocabulary)
    return f"page {teams[0]}" if len(teams) == 1 else ""


def _look(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """A look, where what is to be checked is a place and no change."""
    place = vocabulary.kinds["PLACE"].exact(words_of(found[2]))
    return found.expand(r"\1investigate \2") if len(place) == 1 else ""


def _idiom(phrase: str, meant: Callable[[re.Match[str], Vocabulary], str]) -> Idiom:
    return Idiom(re.compile(phrase + _END, re.IGNORECASE), meant)


IDIOMS = (
    _idiom(rf"{_LET_US}give (?:it|that) (?:another |some )?({_TIME})(?: more)?", _as(r"wait \1")),
    _idiom(_LET_US + r"wait (?:for|on) (.+?)(?: to .+)?", _of_a_person("wait")),
    _idiom(r"(?:please )?hold off (?:on |with )?(.+)", _as(r"cancel \1")),
    _idiom(rf"(?:i|we) (?:propose|suggest)(?: that)? (?:we |to )?(.+?){_OBJECTIONS}", _as(r"poll \1")),
    _idiom(r"(?:what do we know|where do we stand)(?: so far| by now)?", _as("board")),
    _idiom(rf"(.+?),? (?:you can|feel free to) {_GO}", _of_a_person(r"release \1")),
    _idiom(rf"(.+?),? (?:you )?(?:has|have|takes?)(?: over)? {_COMMAND}", _of_a_person(r"hand over to \1")),
    _idiom(_LET_US + r"(?:call|mark) (?:it|this)(?: as)? (mitigated|resolved)", _as(r"\1")),
    _idiom(r"we(?: a|')re (?:now )?(mitigated|resolved)", _as(r"\1")),
    _idiom(rf"(?:please )?(?:page|get me|get) {_SOMEBODY} (?:from|in|on) (.+)", _page),
    _idiom(rf"(?:please )?(?:page|get me|get) {_SOMEBODY}(?: that| who)? (?:knows|owns|runs) (.+)", _page),
    _idiom(r"(?:please )?page (?:the )?(.+?)(?:'s)? (?:team|people|folks|on-?call)", _page),
    _idiom(r"for the record[,:]? (.+)", _as(r"note \1")),
    _idiom(r"let (.+?) know(?: that)? (.+)", _as(r"tell \1 \2")),
    _idiom(r"(post|publish) (?:to|on) (.+)", _as(r"\1 \2")),
    _idiom(r"(?:schedule|book|plan) (?:a|the) (?:review|post-?mortem|retro)(.*)", _as(r"review\1")),
    _idiom(r"review (?:on |for )?(.+?) by (.+)", _as(r"review by \2 due \1")),
    _idiom(r"(.*?)\bcheck(?: on| out)? (.+?)", _look),
    _idiom(r"(.+?),? (?:please|pls|thanks|thank you)", _as(r"\1")),
)  # fmt: skip
"""Every such phrase; the first that means something is taken."""
