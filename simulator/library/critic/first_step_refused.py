"""A first step that is refused: the first steps, said one after the other, are carried out.

Why: they are offered to whoever does not know how to begin. A refusal teaches that the outage is broken.

Exception: what only bad luck refuses, such as asking somebody who has not come yet, is no fault: it must be
refused whatever the seed draws.

Bad:
    - first steps: [declare high, page data, signals]
    + first steps: [declare high, revert fail over db]
"""

from collections.abc import Iterator

from simulator.authoring import Kind, Problem
from simulator.authoring.critic import Draft
from simulator.domain.seats import COMMANDER
from simulator.library.outage import Outage

NAME = "first-step-refused"
OF: Kind = "scenario"
TASTE = True
SEEDS = (1, 2, 3)


def findings(draft: Draft[Outage]) -> Iterator[Problem]:
    """A finding for each first step that is refused under every seed."""
    if not draft.value.scenario.first_steps:
        return
    refused = dict(_refused(draft.value, SEEDS[0]))
    for seed in SEEDS[1:]:
        if refused:
            again = dict(_refused(draft.value, seed))
            refused = {number: answer for number, answer in refused.items() if number in again}
    for number, answer in refused.items():
        yield draft.at("first steps", number).problem(
            f"this is refused: {answer}", "a command that can be carried out then"
        )


def _refused(outage: Outage, seed: int) -> Iterator[tuple[int, str]]:
    """The numbers of the first steps that are refused, with the answer."""
    exercise = outage.exercise(seed)
    for number, step in enumerate(outage.scenario.first_steps):
        receipt = exercise.submit(COMMANDER, step)
        if receipt.status == "refused":
            yield number, receipt.answer
        exercise.tick(max(receipt.until, exercise.free_at(COMMANDER)))
