"""`runbook CHANGE`: the runbook narrows to places and signals; whoever names a change wants its own page."""

from collections.abc import Collection

from simulator.domain.command import Help
from simulator.grammar import Unreadable, Vocabulary, read

_RUNBOOK = ("runbook", "changes", "playbook")


def change_asked_for(said: object, words: str, vocabulary: Vocabulary, changes: Collection[str]) -> str:
    """The change whose page is asked for by words that could not be read; empty for any other words."""
    verb, _, rest = words.partition(" ")
    if not isinstance(said, Unreadable) or verb.lower() not in _RUNBOOK:
        return ""
    asked = read(f"help {rest}", vocabulary)
    return asked.topic if isinstance(asked, Help) and asked.topic in changes else ""
