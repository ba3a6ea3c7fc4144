"""What Tab offers."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from simulator.terminal.completing import Completing


def offered(exercise, text: str) -> dict[str, str]:
    """What the line may become, each with what is shown beside it."""
    document, found = Document(text), {}
    for offer in Completing(exercise).get_completions(document, CompleteEvent()):
        kept = text[: len(text) + offer.start_position] if offer.start_position else text
        found[kept + offer.text] = offer.display_meta_text
    return found


def test_a_verb_is_completed_with_the_blank_after_it(exercise):
    assert list(offered(exercise, "decl")) == ["declare "]


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("declare ", "declare high "), ("page d", "page data "), ("order fail", "order fail over db "),
        ("order fail over db by a", "order fail over db by ada "),
    ],
)  # fmt: skip
def test_names_are_those_of_the_exercise(exercise, text, among):
    assert among in offered(exercise, text)


def test_what_an_offer_means_is_shown_beside_it(exercise):
    assert offered(exercise, "declare ")["declare high "] == "much"


def test_nothing_is_offered_for_nonsense(exercise):
    assert offered(exercise, "zzzz") == {}
