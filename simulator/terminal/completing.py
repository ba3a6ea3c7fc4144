"""What Tab offers: the grammar's completions, in the console library's terms."""

from collections.abc import Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from simulator.grammar import Vocabulary, complete

_OPEN = (" ", '"', "(")
"""Where the next word begins at once, or one is still inside one's own."""


class Completing(Completer):
    """Completes from the command table and the exercise's own names."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may come next at the cursor."""
        for offer in complete(document.text_before_cursor, self._vocabulary):
            text = offer.text if offer.text.endswith(_OPEN) else f"{offer.text} "
            yield Completion(text, offer.start, display=offer.label, display_meta=offer.meaning)
