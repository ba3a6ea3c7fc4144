"""Reading free text by rules and word lists: what customers cannot understand or need not read. English only.

No model of language, so every finding can quote the words it is about. The lists hold little, so that an
ordinary sentence is left in peace; what they miss, a reader of the debrief will see.
"""

from functools import lru_cache

from simulator.domain.organisation import Organisation
from simulator.scoring.plain_words.apology import apologies
from simulator.scoring.plain_words.blame import blame
from simulator.scoring.plain_words.finding import Fault, Finding
from simulator.scoring.plain_words.inside_names import inside_names
from simulator.scoring.plain_words.jargon import jargon
from simulator.scoring.plain_words.promise import promised

__all__ = ["Fault", "Finding", "findings", "promised", "unfair"]


@lru_cache(maxsize=1024)
def findings(text: str, company: Organisation) -> tuple[Finding, ...]:
    """What customers should not have to read in a text."""
    return (*jargon(text), *inside_names(text, company), *blame(text, company), *apologies(text))


def unfair(text: str, company: Organisation) -> tuple[Finding, ...]:
    """What nobody should read, inside the company neither: blame."""
    return tuple(
        one for one in blame(text, company) if not any(one.words == w.name for w in company.people.values())
    )
