"""Undisclosed temporary measure: something stays switched off or in place, and no record says so.

Leads to: the next outage begins with something in place that nobody remembers.

Instead: undo it as soon as it is clear, or say for the record that it stays and who will take it back.

Source: SRE14; X24

Seen:
    0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:05:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:09:00 change-done id=c1 change="turn off new inbox"
    0:13:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=3m result=same
    1:00:00 noted text="it is still off"

Not seen:
    0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:05:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:09:00 change-done id=c1 change="turn off new inbox"
    0:13:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=3m result=same
    0:14:00 residual-logged id=c1 change="turn off new inbox" because="until Monday"
    1:00:00 noted text="it is still off"
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import leave_no_residue, undo_or_record

NAME = "undisclosed-measure"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each change that was left in place without a word."""
    yield from behind(NAME, undo_or_record.marks(case), at_most=0.0)
    yield from behind(NAME, leave_no_residue.marks(case), at_most=0.0)
