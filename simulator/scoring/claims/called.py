"""What the call is told: mitigated. It is a claim like an update's, held against who still fails."""

from simulator.domain.entry import Entry
from simulator.scoring.case import Case
from simulator.scoring.claims.state import eased


def false_relief(case: Case, called: Entry) -> str:
    """Why it was not mitigated when the call was told so; empty when it was, or nobody can tell.

    Not false is what dashboards showed within the time that news may take, or what a change that was seen to
    help had made much smaller.
    """
    at, failing = called.at, case.known_failing(called.at)
    well = case.relief(at)
    soon = well <= at + case.doctrine.threshold("facts fresh for") and not case.affected(well)
    if failing is None or soon or not case.suffering(at) or eased(case, at, called.number) is not None:
        return ""
    return f"about {failing:,.0f} customers were still failing"
