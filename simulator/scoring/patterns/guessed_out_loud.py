"""Guessed out loud: a cause is named, or called found, before it is known, or a time that nobody can promise.

Leads to: it has to be taken back in public, and the next true thing is not believed.

Instead: say what people feel, what is being done, and when you will write again. "Not known yet" is an
answer.

Source: PD-CL; X16

Seen:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating cause="a bad release" eta=10m
    1:00:00 called-mitigated

Not seen:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating cause="not known yet"
    1:00:00 called-mitigated
"""

from collections.abc import Iterator

from simulator.domain.doctrine import UpdateState
from simulator.scoring.case import Case
from simulator.scoring.patterns.said_early import said_early, taken_back
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import no_guesses

NAME = "guessed-out-loud"
FOUND: tuple[UpdateState, ...] = ("identified",)


def seen(case: Case) -> Iterator[Sighting]:
    """One for each guess, each time that was missed, and each cause called found too early or taken back."""
    if case.records.real:
        yield from taken_back(NAME, case, FOUND)
    cited: set[int] = set()
    for one in behind(NAME, no_guesses.marks(case), at_most=0.0):
        cited.update(one.evidence)
        yield one
    for one in said_early(NAME, case, FOUND):
        if cited.isdisjoint(one.evidence):
            yield one
