"""Whether an update's words have anything to do with the incident."""

from simulator.domain.own_words import SAID, own_words
from simulator.domain.update import Update
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.sighted import once
from simulator.scoring.vocabulary import foreign, telling


@once
def beside_the_point(case: Case, update: Update) -> bool:
    """Whether an update's text has words of its own, and none has to do with this incident or any other.

    Its cause and its way round are claims, and judged as such. Of a real incident nobody knows in what
    language it was told.
    """
    own = own_words(replace(update, cause="", workaround=""))
    return not case.records.real and len(foreign(own)) >= SAID and not telling(case, own)
