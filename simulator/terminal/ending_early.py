"""Ending in the middle of an outage: it cannot be taken back, so somebody at a keyboard is asked once."""

from simulator.exercise.sight import Sight

QUESTION = "Nothing is resolved: customers may be affected. End all the same? (y/N)"
STAYS = "It goes on."
_YES, _NO = ("y", "yes"), ("", "n", "no")


class EndingEarly:
    """Holds back a wish to end until it is confirmed."""

    def __init__(self) -> None:
        self._held = ""

    def asks(self, words: str, sight: Sight) -> bool:
        """Whether to ask before these words, which end the exercise, are said."""
        unfinished = sight.board.resolved is None and sight.scenario.drill is None
        self._held = words if unfinished else ""
        return unfinished

    @property
    def asked(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self._held)

    def answered(self, words: str) -> str:
        """The words to be said after the question; empty when it goes on."""
        held, self._held = self._held, ""
        if words.lower() in (*_YES, held.lower()):
            return held
        return "" if words.lower() in _NO else words
