"""What each kind of change is the remedy for: the cause a first draft of an outage tells, and its clue."""

from collections.abc import Mapping

from simulator.domain.organisation import ChangeKind
from simulator.domain.value import Value


class Trouble(Value):
    """A cause in a word, the truth of it, and what somebody who looks may say."""

    cause: str
    truth: str
    clue: str


TROUBLES: Mapping[ChangeKind, Trouble] = {
    "rollback": Trouble(
        "bad release",
        "The release of this morning fails some requests.",
        "The errors began with the release of this morning.",
    ),
    "failover": Trouble(
        "sick primary",
        "The primary stopped answering some requests. Its replica is well.",
        "The primary is stuck. The replica looks well.",
    ),
    "flag": Trouble(
        "unlucky flag",
        "What was turned on this morning fails for some customers.",
        "All requests that fail take the new path.",
    ),
    "job": Trouble(
        "runaway job",
        "A job in the background holds locks that requests wait for.",
        "A job has been running for hours. It should take minutes.",
    ),
    "config": Trouble(
        "wrong setting",
        "A setting was changed by hand yesterday evening.",
        "A setting is not what it was yesterday.",
    ),
    "cache": Trouble(
        "wrong answers kept",
        "The cache keeps answers that are wrong.",
        "Some answers are older than they should be.",
    ),
    "restart": Trouble(
        "nothing left",
        "It never gives back the connections that it takes.",
        "Nearly all connections are taken.",
    ),
    "block": Trouble(
        "one noisy customer",
        "One customer sends more requests than all others.",
        "One customer makes most of the requests.",
    ),
    "infrastructure": Trouble(
        "half a rollout",
        "The rollout of new servers stopped in the middle.",
        "Only the new servers fail.",
    ),
    "scale": Trouble(
        "no room left",
        "It has grown beyond what it can bear.",
        "It has been full since this morning.",
    ),
    "hotfix": Trouble(
        "old bug",
        "An old bug meets data that it never met before.",
        "All requests that fail have the same odd data.",
    ),
}
"""The remedies of a first draft, those that make the best stories first."""
UNKNOWN = (
    Trouble("first guess", "Write what is really wrong.", "Write what somebody who looks would say."),
    Trouble("second guess", "Write what else it could be.", "Write what they would say then."),
)
"""For a company whose runbook has no remedy: these go by themselves."""
