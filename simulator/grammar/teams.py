"""Teams that can be paged: which they are, and which runs what somebody calls by a piece of its name."""

from simulator.grammar.synonyms import common
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import words_of

_SHORTEST, _LONGEST = 2, 24
_SHORT_NAME = 3


def team_hint(typed: str, vocabulary: Vocabulary) -> str:
    """What else to page: the one team that has it in its name or in that of what it runs, else every team."""
    found = running(typed, vocabulary)
    if len(found) == 1:
        return f"; the team of that is {found[0]}: page {found[0]}"
    teams = ", ".join(vocabulary.teams)
    return f"; teams: {teams}" if teams else ""


def likely(typed: str, near: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a typo may have meant: of three letters the first is seldom wrong."""
    if len(typed) > _SHORT_NAME:
        return near
    return tuple(name for name in near if name[:1].lower() == typed[:1].lower())


def running(typed: str, vocabulary: Vocabulary) -> list[str]:
    """The teams that have a piece of a name in their own, or in that of what they run."""
    if not _SHORTEST <= len(typed) <= _LONGEST:
        return []
    wanted = {typed.lower(), " ".join(common(words_of(typed)))}
    return [
        team
        for team, runs in vocabulary.teams.items()
        if any(piece in _spelled(name) for name in (team, *runs) for piece in wanted)
    ]


def _spelled(name: str) -> str:
    return f"{name.lower()} {' '.join(common(words_of(name)))}"
