"""A line of a drill that cannot be read: what was said so far, and both answers, are plain commands.

Why: a drill plays the first by itself and shows the others as what a commander says. Nobody learns from words
that the program does not understand.

Bad:
    -   model: {say: [declare high], because: It is felt.}
    +   model: {say: [alarm high], because: It is felt.}
"""

from collections.abc import Iterator

from simulator.authoring import Kind, Problem
from simulator.authoring.critic import Draft
from simulator.grammar import Ambiguous, Unreadable, Vocabulary, read
from simulator.library.outage import Outage

NAME = "drill-unreadable"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Outage]) -> Iterator[Problem]:
    """A finding for each line that is no command, or more than one."""
    drill = draft.value.scenario.drill
    if drill is None:
        return
    vocabulary = Vocabulary.of(draft.value.scenario, draft.value.doctrine)
    steps = [(step.origin, step.say) for step in drill.so_far]
    answers = [(line.origin, words) for line in (drill.model, drill.tempting) for words in line.say]
    for origin, words in (*steps, *answers):
        said = read(words, vocabulary)
        if isinstance(said, Unreadable | Ambiguous):
            yield Problem(origin, f"this cannot be said: {said.answer}", "a command")
