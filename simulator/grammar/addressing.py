"""Who a line speaks to, as people write in a chat: `Raj, look into db-shards`, `@mei what changed?`."""

from simulator.domain import command as said
from simulator.domain.command import Command
from simulator.domain.value import Value, replace
from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.names import Names
from simulator.grammar.text import excerpt
from simulator.grammar.topics import EVERYONE, OPENERS, topics_in
from simulator.grammar.verbs import POLITE, Verbs, verb_of
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line, split

_ALL = EVERYONE | {"here", "channel"}
_DOERS = (
    said.Investigate, said.Check, said.Order, said.Prepare, said.Verify, said.Revert, said.Withdraw,
    said.Draft,
)  # fmt: skip
"""Commands that somebody carries out."""
_TO_ONE = (said.Withdraw, said.Release, said.Warn)
"""Commands about somebody that can be said to their face with nothing else: `Bo, stand down`."""
_LETTING = frozenset({"have", "let"})
_TELLING = frozenset({"ask", "tell", "get"})
"""Words by which one has somebody do something: `have ana look at app`, `ask ana to look at app`."""
_MANNERS = frozenset({"please", "now", "thanks"})
_DO_NOT = ("do", "not")


class Spoken(Value):
    """The people that a line may speak to (nobody: the whole call), and what it says to them.

    It is `plain` that it speaks to them where a comma or an @ says so.
    """

    people: tuple[str, ...]
    rest: Line
    plain: bool
    after: int


def spoken_to(line: Line, vocabulary: Vocabulary) -> Spoken | None:
    """Who a line speaks to; None when it begins with nobody's name, or says nothing to them."""
    start = _past(line, 0)
    if start >= len(line.plain) or "should" in line.plain[:start]:
        return None
    names = vocabulary.kinds["PERSON"]
    people, end = _named(line.plain, start, names)
    made = () if people else _made_to(line.plain, start, names)
    if made:
        people, end = made
    elif not people and line.plain[start] in _ALL:
        end = start + 1
    after = _past(line, end)
    if end == start or after >= len(line.plain):
        return None
    plain = bool(made) or COMMA in line.plain[start:after] or _called(line, start)
    return Spoken(people, split(line.raw[line.spans[after][0] :]), plain, after) if people or plain else None


def _made_to(words: tuple[str, ...], start: int, names: Names) -> tuple[tuple[str, ...], int] | tuple[()]:
    """Whom one has do something, and where that begins; empty where a line has nobody do anything."""
    if words[start] not in _LETTING and words[start] not in _TELLING:
        return ()
    people, end = _named(words, start + 1, names)
    to = words[end : end + 1] == ("to",)
    return (people, end + to) if people and (to or words[start] in _LETTING) else ()


def _called(line: Line, start: int) -> bool:
    """Whether a name stands after an @."""
    return "@" in line.raw and line.raw[: line.spans[start][0]].endswith("@")


def _past(line: Line, start: int) -> int:
    """The first word that is no manners and no comma."""
    while start < len(line.plain) and (line.plain[start] in POLITE or line.plain[start] == COMMA):
        start += 1
    return start


def _named(words: tuple[str, ...], start: int, people: Names) -> tuple[tuple[str, ...], int]:
    """Those of the company who have the longest full or first name that begins at a word, and its end."""
    for end in range(min(len(words), start + people.longest), start, -1):
        found = tuple(value for value in people.exact(words[start:end]) if value in people.called)
        if found:
            return found, end
    return (), start


def asks(spoken: Spoken) -> bool:
    """Whether it is a question: it begins or ends like one, or is one word."""
    words = spoken.rest.plain
    begins = words[0] in OPENERS or len(words) == 1 or _in_question(spoken)
    return begins and words[:2] != _DO_NOT and bool(topics_in(words))


def _in_question(spoken: Spoken) -> bool:
    return spoken.rest.raw.rstrip().endswith("?")


def orders(spoken: Spoken, verbs: Verbs) -> bool:
    """Whether it begins with one command's verb; without a comma the verb is spelled out."""
    words = spoken.rest.plain
    verb = verb_of(words, verbs)
    if len(verb.rows) != 1 or ((words[0] in OPENERS or _in_question(spoken)) and asks(spoken)):
        return False
    return spoken.plain or words[verb.start : verb.after] in verb.rows[0].spellings


def to_their_face(spoken: Spoken, name: str, verbs: Verbs) -> str:
    """`Bo, stand down` as it is said of them, `stand down bo`; empty when it is no such thing."""
    words = spoken.rest.plain
    verb = verb_of(words, verbs)
    alone = len(verb.rows) == 1 and set(words[verb.after :]) <= _MANNERS
    said_so = words[verb.start : verb.after]
    return f"{' '.join(said_so)} {name}" if alone and verb.rows[0].kind in _TO_ONE else ""


def bind(command: Command, person: str, line: Line, name: str) -> Command | Unreadable:
    """The command as it is said to somebody: the work is theirs, and the question for them.

    A change is called off whoever has it.
    """
    field = _field(command)
    if isinstance(command, said.CallOff):
        return command
    if not field:
        told = f"{name} is spoken to, and cannot do that for you. To do it yourself, say it without the name."
        return Unreadable(line.raw, told)
    other = getattr(command, field)
    if other not in (None, person):
        told = f"{excerpt(line.raw)} speaks to {name} and names {other}. Say whose work it is."
        return Unreadable(line.raw, told)
    return replace(command, **{field: person})  # type: ignore[arg-type]  # a field of this command


def _field(command: Command) -> str:
    match command:
        case said.Ask():
            return "person"
        case said.FollowUp():
            return "owner"
        case _:
            return "by" if isinstance(command, _DOERS) else ""


def which(line: Line, spoken: Spoken, vocabulary: Vocabulary) -> Ambiguous:
    """The answer when several people have that name."""
    labels = tuple(vocabulary.kinds["PERSON"].label(value) for value in spoken.people)
    typed = excerpt(line.typed(0, spoken.after))
    return Ambiguous(line.raw, f"{typed} could be: {', '.join(labels)}", labels)
