"""Guessed out loud: a cause is named before it is known, or a time is promised that nobody can promise.

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

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import no_guesses

NAME = "guessed-out-loud"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each guess, and each time that was missed."""
    yield from behind(NAME, no_guesses.marks(case), at_most=0.0)
