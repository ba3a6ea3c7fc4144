"""No real source: `inspired by` says where the outage that it learns from can be read.

Why: what never happened teaches what its author believes. An address, or a document with a year, lets
others look at what the numbers rest on.

Bad:
    -   source: status.example.com/2023-05-02
    +   source: made up
"""

import re
from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "no-real-source"
OF: Kind = "scenario"
TASTE = True
_FOUND = re.compile(r"[a-z0-9-]+\.[a-z]{2,}|\b(?:19|20)\d\d\b", re.IGNORECASE)


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when the source has neither an address nor a year."""
    if not _FOUND.search(draft.value.inspired_by.source):
        yield draft.at("inspired by", "source").problem(
            "nobody can look this up", "an address, or a document with its year"
        )
