"""What the call is told: mitigated. It is a claim like an update's, held against who still fails."""

from simulator.domain.entry import Entry
from simulator.scoring.case import Case
from simulator.scoring.claims.state import eased

_UNSEEN = "customers were failing, and nobody could have seen them well again yet"


def false_relief(case: Case, called: Entry) -> str:
    """Why it was not mitigated when the call was told so; empty when it was, or nobody can tell.

    Not false is what dashboards showed within the time that news may take, or what a change that was seen to
    help had made much smaller. Before anybody was known to fail nobody can have seen them well again.
    """
    at, failing = called.at, case.known_failing(called.at)
    if at < known_first(case):
        return _UNSEEN if case.suffering(at) else ""
    well = case.relief(at)
    soon = well <= at + case.doctrine.threshold("facts fresh for") and not case.affected(well)
    if failing is None or soon or not case.suffering(at) or eased(case, at, called.number) is not None:
        return ""
    return f"about {failing:,.0f} customers were still failing"


def known_first(case: Case) -> int:
    """The second from which customers were known to fail; 0 where nobody ever was."""
    begun = () if case.trouble is None else (case.trouble.at,)
    return next((turn for turn in sorted({*begun, *case.turns}) if case.affected(turn)), 0)
