"""Whether a line of the timeline briefs whoever is on the call."""

from simulator.domain.entry import Entry
from simulator.domain.fact import SitrepGiven
from simulator.domain.report_words import says_something
from simulator.scoring.case import Case


def briefs(case: Case, entry: Entry) -> bool:
    """Whether a line is a situation report that says something; of a real company the names are not known."""
    report = entry.fact
    if not isinstance(report, SitrepGiven):
        return False
    return case.records.real or says_something(case.organisation, report.text)
