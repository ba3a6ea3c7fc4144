"""Talk that was meant for somebody of the company: people at keyboards hear it, simulated ones do not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.domain.command import Say
from simulator.domain.sentences import sentences
from simulator.exercise import Exercise, Receipt
from simulator.exercise.owed import stands_by
from simulator.exercise.sight import Sight
from simulator.grammar import topics_in
from simulator.room.forms import may
from simulator.room.names import names_for
from simulator.room.seats import eyes

_GREETING = re.compile(
    r"(@|\b(hi|hey|hello|welcome|ok|okay|thanks|thank you|so|and|then|please|good|fine|well|right|agreed"
    r"|great|sorry|no|yes)\b)[\s,:]*",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\s*,|[\s:]+(please|(can|could|will|would|do|did|are|have)\s+you|have\s+a|what|which|who|how|when|where|why|stay"
    r"|look|check|keep|go|tell|try|take|hold|stop|start|find|show|give|you|hello|don't|do\s+not)\b",
    re.IGNORECASE,
)
"""What follows a name by which somebody is spoken to. `Mei: nothing there` says what Mei told."""
_TO_YOU = re.compile(r"\b(you|your|please)\b", re.IGNORECASE)
_WELCOME = re.compile(r"(hi|hey|hello|welcome)\b", re.IGNORECASE)


def unheard(exercise: Exercise, receipt: Receipt, sitting: Sequence[str]) -> tuple[str, str]:
    """Who did not hear some talk, to be told to its author, and words that they would hear.

    Both are empty where nobody simulated was spoken to; the words are, where that seat has none. `sitting`
    are the names of those at keyboards: a name that somebody there has too is theirs.
    """
    said = receipt.command
    if not isinstance(said, Say) or receipt.status != "done":
        return "", ""
    names, here = names_for(exercise, ""), exercise.board(receipt.seat).here
    called = {person: names[person] for person in here if names[person] not in sitting}
    person, words = next(_spoken_to(said.text, called), ("", ""))
    if not person:
        return "", ""
    told = f"{called[person]} is simulated, and hears no talk: only what is asked with a command."
    return told, _fitting(exercise, receipt.seat, person, called[person].lower(), words)


def _spoken_to(text: str, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The people whom a text speaks to, by sentence, and what it says to them: named first, or last."""
    for sentence in _clauses(text, called.values()):
        plain = sentence.strip()
        while met := _GREETING.match(plain):
            plain = plain[met.end() :]
        for person, name in called.items():
            rest = plain[len(name) :] if plain.casefold().startswith(name.casefold()) else None
            last = re.search(rf",\s*{re.escape(name)}\s*[?.!]?$", plain, re.IGNORECASE)
            if rest is not None and _is_to(sentence, rest):
                yield person, rest.lstrip(",: ")
            elif last and (plain.endswith("?") or _TO_YOU.search(sentence)):
                yield person, plain[: last.start()]


def _clauses(text: str, names: Iterable[str]) -> Iterator[str]:
    """The sentences of a text, and what follows a colon in one, unless the name before it says who spoke."""
    speakers = [name.casefold() for name in names]
    for sentence in sentences(text):
        yield sentence
        before, _, after = sentence.partition(":")
        if after and before.strip().casefold() not in speakers:
            yield after


def _is_to(sentence: str, rest: str) -> bool:
    """Whether a sentence that begins with a name speaks to whoever has it; `rest` is what follows."""
    if re.match(r"\w", rest):
        return False  # the beginning of a longer word
    if not rest.strip(" .!"):
        return bool(_WELCOME.match(sentence.strip()))
    asked = rest.rstrip().endswith("?")
    told = rest.lstrip().startswith(":") and _TO_YOU.search(rest)
    return bool(asked or told or _REQUEST.match(rest))


def _fitting(exercise: Exercise, seat: str, person: str, name: str, text: str) -> str:
    """A request that comes near what was said."""
    allowed, sight = may(eyes(seat)), Sight(exercise, seat)
    further = stands_by(sight).get(person, "") if "Investigate" in allowed else ""
    asked = topics_in(tuple(re.findall(r"[\w'-]+", text.casefold())))
    if further and len(asked) != 1:
        return further
    if "Ask" not in allowed:
        return ""
    busy = any(work.owner == person for work in sight.board.work.values())
    return f"ask {name} {asked[0] if len(asked) == 1 else 'progress' if busy else 'theory'}"
