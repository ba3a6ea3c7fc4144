"""Talk that was meant to act: people of the company hear no talk, only what is said without `say`."""

from simulator.grammar.addressing import spoken_to
from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.reader import read
from simulator.grammar.text import tidy
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import split


def without_say(text: str, vocabulary: Vocabulary) -> str:
    """How to say some talk so that it acts; empty unless it speaks to one person and reads as a command."""
    spoken = spoken_to(split(text), vocabulary)
    if spoken is None or len(spoken.people) != 1:
        return ""
    if isinstance(read(text, vocabulary), Unreadable | Ambiguous):
        return ""
    name = vocabulary.kinds["PERSON"].label(spoken.people[0])
    return f"{name} hears no talk. To have it done, leave out say: {tidy(text)}"
