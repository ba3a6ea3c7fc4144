"""The debrief of a case: judged, its decisions weighed, beside what others would have lost."""

from collections.abc import Sequence

from simulator.debrief import Provenance, Reference, Replayed, Report, compose
from simulator.debrief.provenance import written
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.score import score


def report(
    case: Case,
    references: Sequence[Reference] = (),
    provenance: Provenance | None = None,
    replayed: Sequence[Replayed] = (),
) -> Report:
    """The debrief of a case, beside what other players would have lost on the same seed."""
    decided = () if case.scenario.drill else decisions(case)
    return compose(case, score(case), decided, references, provenance or written(case), replayed)
