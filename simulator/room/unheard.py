"""Talk that was meant for somebody of the company: people at keyboards hear it, simulated ones do not."""

import re
from collections.abc import Iterator, Mapping, Sequence

from simulator.domain.command import Say
from simulator.exercise import Exercise, Receipt
from simulator.exercise.owed import stands_by
from simulator.exercise.players.sight import Sight
from simulator.grammar import topics_in
from simulator.room.forms import may
from simulator.room.seats import eyes
from simulator.room.view import names_for

_SENTENCE = re.compile(r"[^.?!;]+[.?!;]*")
_GREETING = re.compile(
    r"(@|\b(hi|hey|hello|ok|okay|thanks|thank you|so|and|please|good)\b)[\s,:]*", re.IGNORECASE
)
_REQUEST = re.compile(
    r"\s*[,:]|\s+(please|can|could|will|would|what|which|who|how|when|where|why|do|does|did|are|have|stay|look"
    r"|check|keep|go|tell|try|take|hold|stop|start|find|show|give|you)\b",
    re.IGNORECASE,
)
"""What follows a name by which somebody is spoken to, rather than about."""


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
    for sentence in _SENTENCE.findall(text):
        plain = sentence.strip()
        while met := _GREETING.match(plain):
            plain = plain[met.end() :]
        for person, name in called.items():
            rest = plain[len(name) :] if plain.casefold().startswith(name.casefold()) else ""
            asks = plain.endswith("?") and re.match(r"\W", rest)
            last = re.search(rf",\s*{re.escape(name)}\s*\?$", plain, re.IGNORECASE)
            if asks or last or _REQUEST.match(rest):
                yield person, plain[: last.start()] if last else rest.lstrip(",: ")


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
