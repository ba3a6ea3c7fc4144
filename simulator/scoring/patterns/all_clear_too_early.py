"""All-clear too early: it is called better or over, and it is not, or it is taken back later.

Leads to: customers try again and fail again, the people who are needed have gone, and the next all-clear is
doubted.

Instead: wait until the signal has held for as long as it is behind, three times over; then say so once.

Source: PD-EXT; X17

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:14:00 posted audience="status page" state=monitoring
    0:50:00 impact-changed failing=0 arriving=9000 seen=truth

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:14:00 posted audience="status page" state=investigating
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:50:00 posted audience="status page" state=resolved
    0:50:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.doctrine import ALL_CLEAR
from simulator.scoring.case import Case
from simulator.scoring.patterns.said_early import said_early, taken_back
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import resolve_on_recovery

NAME = "all-clear-too-early"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each all-clear that was said too early or taken back, and for an end that was none."""
    if case.records.real:
        yield from taken_back(NAME, case, ALL_CLEAR)
    cited: set[int] = set()
    for one in said_early(NAME, case, ALL_CLEAR):
        cited.update(one.evidence)
        yield one
    silent = set(resolve_on_recovery.untold(case))
    early = (mark for mark in resolve_on_recovery.marks(case) if mark not in silent)
    for one in behind(NAME, early, at_most=0.0):
        if not cited.issuperset(one.evidence):
            yield one
