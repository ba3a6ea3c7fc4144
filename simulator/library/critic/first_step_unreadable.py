"""A first step that cannot be read: every first step is a command with one meaning.

Why: a newcomer types what is offered. An answer that it is not understood, or that two people match, is the
worst beginning there is.

Bad:
    - first steps: [declare high, page data, signals]
    + first steps: [declare high, phone data, signals]
"""

from collections.abc import Iterator

from simulator.authoring import Kind, Problem
from simulator.authoring.critic import Draft
from simulator.grammar import Ambiguous, Unreadable, Vocabulary, read
from simulator.library.outage import Outage

NAME = "first-step-unreadable"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Outage]) -> Iterator[Problem]:
    """A finding for each first step that is no command, or more than one."""
    vocabulary = Vocabulary.of(draft.value.scenario, draft.value.doctrine)
    for number, step in enumerate(draft.value.scenario.first_steps):
        said = read(step, vocabulary)
        if isinstance(said, Unreadable | Ambiguous):
            yield draft.at("first steps", number).problem(f"this cannot be said: {said.answer}", "a command")
