"""What Tab offers: the grammar's completions, in the console library's terms."""

from collections.abc import Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from simulator.exercise import Exercise
from simulator.grammar import complete

_OPEN = (" ", '"', "(")
"""Where the next word begins at once, or one is still inside one's own."""


class Completing(Completer):
    """Completes from the command table and the exercise's own names."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._people = {person.name: person.id for person in exercise.scenario.organisation.people.values()}

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may come next at the cursor."""
        offers = complete(document.text_before_cursor, *self._exercise.words_of(self._exercise.trainee))
        here = self._exercise.board().here
        for offer in sorted(offers, key=lambda offer: self._away(offer.label, here)):
            text = offer.text if offer.text.endswith(_OPEN) else f"{offer.text} "
            yield Completion(text, offer.start, display=offer.label, display_meta=offer.meaning)

    def _away(self, label: str, here: tuple[str, ...]) -> bool:
        """Whether this is someone who is not on the call; they come after those who are."""
        return label in self._people and self._people[label] not in here
