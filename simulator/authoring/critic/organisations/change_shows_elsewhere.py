"""A change that shows elsewhere: the signal of a change can show it.

Why: a change is verified on its signal. One that is not downstream of what was changed says the same before
and after, so the verification is honest and useless.

Bad:
    -     signal: db time
    +     signal: confirmations
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.interaction import can_show
from simulator.domain.organisation import Organisation

NAME = "change-shows-elsewhere"
OF: Kind = "organisation"
TASTE = False


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each change whose signal is blind to it."""
    for name, change in draft.value.runbook.items():
        if not can_show(change, change.signal, draft.value):
            seen = [signal for signal in draft.value.signals if can_show(change, signal, draft.value)]
            yield draft.at("runbook", name, "signal").problem(
                f"{quoted(change.signal)} cannot show what happens to {quoted(change.on)}",
                f"one of: {', '.join(seen)}" if seen else f"a signal of {quoted(change.on)}",
            )
