"""Set phrases of a call, as the commands they are: `give it five`, `Mei, you can drop off`.

Each is tried on a line that is no command as it stands, and has to be all of that line. What it stands for is
read as a command; where that lacks something, the answer says what.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from simulator.domain.plain_text import plain
from simulator.domain.prose.capital import capital
from simulator.grammar.teams import running
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line, words_of

_END = r"(?:,? *(?:please|pls|thanks|thank you|now))*[.!]*"
"""How a phrase may end that has something done: `call it resolved?` is a question, and closes nothing."""
_LET_US = r"(?:let'?s |let us |we'?ll |i'?ll |just )?"
_TIME = r"(?:a (?:couple of|few) |half an? )?(?:\d|two|three|five|ten|fifteen|twenty|thirty|min|hour)[\w ]*"
_OBJECTIONS = r"(?:[,.;:]? any (?:strong )?objections)?"
_GO = r"(?:drop(?: off)?|leave|go|stand down)"
_COMMAND = r"(?:the )?(?:command|conn?)"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|whoever|who)"
_GET = rf"(?:please )?(?:page|get me|get) {_SOMEBODY}"
_IN = r"(?: (?:on|in|into|to join) (?:the |this |a )?(?:call|here|room))?"
_DEPLOYS = r"(?:deploys?|deployments?|releases?|changes)(?: to production)?"
_TOUCH = r"(?:touch(?:es)?|changes?|deploys?) (?:anything|production)"
_STATE = "(?P<state>investigating|identified|monitoring|resolved)"
_STANDS = (
    rf"(?:we(?: are|'re| have|'ve)?|it(?: is|'s| has been)|this(?: is| has been)|everything is) {_STATE}"
)
"""How a sentence begins that says how things stand."""
_HEDGES = frozenset({"nothing", "none", "neither", "no", "not", "but", "except", "partly", "to"})
"""What is `resolved but` for some, or `identified` in `nothing`, is not: nothing goes out as if it were."""
_TELLING = r"(?:please )?(?P<verb>tell|brief|inform|update|let|draft|write)"
_CONFIRM = r"(?:confirm|check|see)(?: that| whether| if)?"
_WORKED = r"(?:worked|works|helped|helps|is working)"
_IT_IS = r"(?:this|it|that)(?:'s| is) (?:really |actually |only )?"
_MOVE = r"(?:raise|lower|drop|increase|bump(?: up| down)?)"
_BOXED = r"investigate \3 by \1 within \2"
_MEETING = r"(?:review|post-?mortem|retro)"
_ASKING = frozenset({"can", "could", "will", "would"})
_MANNERS = frozenset({"you", "someone", "somebody", "anyone", "please", "just", "go", "and"})
"""Words of whoever asks somebody to do something."""


class Idiom(NamedTuple):
    """A phrase, and the command it stands for with what it names; empty where it names nothing there is.

    `phrase` is a regular expression as text: `re` compiles it when it is first looked for, and keeps it.
    """

    phrase: str
    meant: Callable[[re.Match[str], Vocabulary], str]


def as_meant(line: Line, vocabulary: Vocabulary) -> str:
    """A set phrase as the command it stands for; empty where a line is none."""
    return next(filter(None, _meanings(line, vocabulary)), "")


def _meanings(line: Line, vocabulary: Vocabulary) -> Iterator[str]:
    said = plain(line.raw).strip()
    for idiom in IDIOMS:
        found = re.fullmatch(idiom.phrase, said, re.IGNORECASE)
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


def _severity(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """Another severity than was said."""
    return f"severity {found[1]}" if vocabulary.kinds["SEVERITY"].exact(words_of(found[1])) else ""


def _done(words: str) -> Callable[[re.Match[str], Vocabulary], str]:
    """Work, where all before it is who is to do it and the manners of asking: `Ana, can you check app?`.

    `should we check app?` and `did Ana check app?` ask for something else.
    """

    def meant(found: re.Match[str], vocabulary: Vocabulary) -> str:
        before = words_of(found[1])
        asked = not _ASKING.isdisjoint(before)
        called = tuple(word for word in before if word not in _ASKING | _MANNERS)
        known = not called or len(vocabulary.kinds["PERSON"].exact(called)) == 1
        return found.expand(words) if known and (asked or not found[0].rstrip().endswith("?")) else ""

    return meant


def _look(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """A look, where what is to be checked is a place and no change."""
    place = vocabulary.kinds["PLACE"].exact(words_of(found[2]))
    return _done(r"\1investigate \2")(found, vocabulary) if len(place) == 1 else ""


def _tell(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """An update in a sentence of one's own, which says how things stand: it goes out as that sentence."""
    who, says, state = found["who"], found["says"].strip(), found["state"].lower()
    more = words_of(found["more"])
    hedged = not _HEDGES.isdisjoint(more if state == "resolved" else more[:1])
    if hedged or '"' in says or not vocabulary.kinds["AUDIENCE"].exact(words_of(who)):
        return ""
    verb = "draft" if found["verb"].lower() in ("draft", "write") else "tell"
    return f'{verb} {who} {state} saying "{capital(says)}"'


def _post(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """An update for which nobody is named goes to customers."""
    public = sorted(vocabulary.public)
    return f"post {public[0]} {found[1]}" if len(public) == 1 else ""


def _idiom(phrase: str, meant: Callable[[re.Match[str], Vocabulary], str]) -> Idiom:
    return Idiom(phrase + _END, meant)


def _asked(phrase: str, meant: Callable[[re.Match[str], Vocabulary], str]) -> Idiom:
    """One that may be put as a question."""
    return Idiom(rf"{phrase}{_END}\?*", meant)


IDIOMS = (
    # time, and how things stand
    _idiom(rf"{_LET_US}give (?:it|that) (?:another |some )?({_TIME})(?: more)?", _as(r"wait \1")),
    _idiom(rf"{_LET_US}wait (?:for|on) (.+?)(?: to .+)?", _of_a_person("wait")),
    _asked(r"(?:what do we know|where do we stand)(?: so far| by now)?", _as("board")),
    _idiom(rf"{_LET_US}(?:call|mark) (?:it|this)(?: as)? (mitigated|resolved)", _as(r"\1")),
    _idiom(r"we(?: a|')re (?:now )?(mitigated|resolved)", _as(r"\1")),
    _idiom(rf"{_IT_IS}(?:an? )?(.+?),? not (?:an? )?.+", _severity),
    _idiom(rf"{_MOVE} the severity(?: to (.+))?", _as(r"severity \1")),
    # people
    _idiom(rf"{_GET} (?:from|in|on) (.+)", _page),
    _idiom(rf"{_GET}(?: that| who)? (?:knows|owns|runs) (.+)", _page),
    _idiom(r"(?:please )?page (?:the )?(.+?)(?:'s)? (?:team|people|folks|on-?call)", _page),
    _idiom(rf"(?:bring in|get) (.+?){_IN}", _of_a_person(r"page \1")),
    _asked(r"(?:is|has) (.+?) (?:here|there|on the call|joined)(?: yet)?", _of_a_person("people")),
    _asked(r"(?:where is|where's) (.+?)", _of_a_person("people")),
    _idiom(rf"(.+?),? (?:you can|feel free to) {_GO}", _of_a_person(r"release \1")),
    _idiom(rf"(.+?),? (?:you )?(?:has|have|takes?)(?: over)? {_COMMAND}", _of_a_person(r"hand over to \1")),
    # work and changes
    _idiom(r"(.+?),? you have (.+?) (?:for|on|to look (?:at|into)) (.+)", _of_a_person(_BOXED)),
    _idiom(r"(.+?),? (?:please )?stop (?:what you(?:'re| are) doing|that)", _of_a_person(r"stop \1")),
    _idiom(r"(?:please )?hold off (?:on |with )?(.+)", _as(r"cancel \1")),
    _asked(rf"(?:i|we) (?:propose|suggest)(?: that)? (?:we |to )?(.+?){_OBJECTIONS}", _as(r"poll \1")),
    _asked(rf"(.*?)\b{_CONFIRM} (.+?) {_WORKED}", _done(r"\1verify \2")),
    _asked(r"(.*?)\bcheck(?: on| out)? (.+?)", _look),
    _idiom(rf"(?:nobody|no one) {_TOUCH}", _as("freeze")),
    _idiom(rf"(?:stop|halt|pause|no) (?:all|other|more|any|all other) {_DEPLOYS}", _as("freeze")),
    # word to those outside, and for afterwards
    _idiom(rf"{_TELLING} (?P<who>.+?)(?: know)?(?: that)? (?P<says>{_STANDS}\b(?P<more>.*))", _tell),
    _idiom(rf"(?:post|publish|announce) ({_STATE}\b.*)", _post),
    _idiom(r"let (?!me\b|us\b)(.+?) know(?: that)? (.+)", _as(r"tell \1 \2")),
    _idiom(r"(post|publish) (?:to|on) (.+)", _as(r"\1 \2")),
    _idiom(r"(?:looks good,? )?(?:approved?|send it)(?: to (.+))?", _as(r"approve \1")),
    _idiom(r"for the record[,:]? (.+)", _as(r"note \1")),
    _idiom(rf"(?:schedule|book|plan) (?:a|the) {_MEETING}(.*)", _as(r"review\1")),
    _idiom(r"review (?:on |for )?(.+?) by (.+)", _as(r"review by \2 due \1")),
    _idiom(r"(.+?),? (?:please|pls|thanks|thank you)(\?*)", _as(r"\1\2")),
)  # fmt: skip
"""Every such phrase; the first that means something is taken."""
