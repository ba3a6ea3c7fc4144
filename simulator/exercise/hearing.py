"""How a seat's words are understood: by the names and the commands that this seat has."""

import re
from collections.abc import Mapping
from functools import lru_cache

from simulator.domain.command import CallOff, Command, Residual, Revert, Verify
from simulator.domain.doctrine import Doctrine
from simulator.domain.organisation import Change
from simulator.domain.scenario import Inject, Scenario
from simulator.domain.seats import FACILITATOR, RELIEVED
from simulator.grammar import (
    GUIDING_VERBS,
    RELIEVED_VERBS,
    VERBS,
    Ambiguous,
    Unreadable,
    Verbs,
    Vocabulary,
    guiding_vocabulary,
    read,
    with_its_name,
)

_OF_THE_MADE = (Verify, Revert, CallOff, Residual)
"""Commands that can only be about a change that was ordered."""
_WATCH = re.compile(r"\b(?:watch|verify) (?:the )?", re.IGNORECASE)
OTHER_VERBS = {FACILITATOR: GUIDING_VERBS, RELIEVED: RELIEVED_VERBS}
"""The commands of the seats that have others than all the rest."""


@lru_cache(maxsize=32)
def guiding_vocabulary_of(scenario: Scenario, doctrine: Doctrine, injects: tuple[Inject, ...]) -> Vocabulary:
    """The names that a facilitator can use: the injects have some, too."""
    return guiding_vocabulary(Vocabulary.of(scenario, doctrine), scenario, injects)


@lru_cache(maxsize=8192)
def understood(text: str, vocabulary: Vocabulary, verbs: Verbs) -> Command | Unreadable | Ambiguous:
    """The meaning of words: what-ifs, sweeps and replays say the same ones thousands of times."""
    return read(text, vocabulary, verbs)


def of_the_ordered(
    text: str, vocabulary: Vocabulary, verbs: Verbs, ordered: tuple[str, ...]
) -> Command | None:
    """What could mean several changes, where only one of them was `ordered`: `verify the failover`."""
    said = understood(text, _narrowed(vocabulary, ordered), verbs)
    return said if isinstance(said, _OF_THE_MADE) else None


def of_it(text: str, vocabulary: Vocabulary, verbs: Verbs, in_hand: tuple[str, ...]) -> Command | None:
    """What is said of `it`, where only one change is `in_hand`: `Mei, verify it`."""
    named = with_its_name(text, in_hand[0]) if len(in_hand) == 1 else ""
    said = understood(named, vocabulary, verbs) if named else None
    return said if isinstance(said, _OF_THE_MADE) else None


def on_its_signal(
    text: str, vocabulary: Vocabulary, verbs: Verbs, ordered: tuple[str, ...], runbook: Mapping[str, Change]
) -> Command | None:
    """A watch that names a signal and no change, where only one was `ordered` that shows there.

    `Mei, watch app errors for 5 minutes` is about that one.
    """
    found = _WATCH.search(text)
    rest = text[found.end() :].lower() if found else ""
    shows = [name for name in ordered if rest.startswith(runbook[name].signal.lower())]
    if found is None or len(shows) != 1:
        return None
    said = understood(f"{text[: found.end()]}{shows[0]} on {text[found.end() :]}", vocabulary, verbs)
    return said if isinstance(said, Verify) and said.change == shows[0] else None


@lru_cache(maxsize=256)
def _narrowed(vocabulary: Vocabulary, changes: tuple[str, ...]) -> Vocabulary:
    return vocabulary.narrowed("CHANGE", changes)


def no_longer(text: str, vocabulary: Vocabulary) -> Command | None:
    """What a commander could say and the relieved cannot: refused with its reason, not misunderstood."""
    said = understood(text, vocabulary, VERBS)
    return None if isinstance(said, (Unreadable, Ambiguous)) else said
