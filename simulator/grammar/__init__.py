"""What people type, and what it means: one table of commands feeds reading, spelling, completion and help.

said = read("order the rollback by bo", Vocabulary.of(scenario, doctrine))
"""

from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.completion import Completion, complete
from simulator.grammar.explanation import explain
from simulator.grammar.guiding import GUIDING, GUIDING_VERBS, guiding_vocabulary
from simulator.grammar.it import with_its_name
from simulator.grammar.reader import read
from simulator.grammar.reference import reference
from simulator.grammar.relieved import RELIEVED_TABLE, RELIEVED_VERBS
from simulator.grammar.spelling import spell
from simulator.grammar.table import TABLE
from simulator.grammar.talk import without_say
from simulator.grammar.topics import topics_in
from simulator.grammar.verbs import VERBS, Verbs
from simulator.grammar.vocabulary import VIEWS, Vocabulary

__all__ = [
    "GUIDING",
    "GUIDING_VERBS",
    "RELIEVED_TABLE",
    "RELIEVED_VERBS",
    "TABLE",
    "VERBS",
    "VIEWS",
    "Ambiguous",
    "Completion",
    "Unreadable",
    "Verbs",
    "Vocabulary",
    "complete",
    "explain",
    "guiding_vocabulary",
    "read",
    "reference",
    "spell",
    "topics_in",
    "with_its_name",
    "without_say",
]
