"""The workaround: words that can seldom be checked, but a way that is known to fail is none."""

from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.claims.cause_words import gist
from simulator.scoring.claims.claim import Claim, Told, claim
from simulator.scoring.claims.scope import named
from simulator.scoring.ledger import customers


def workaround(case: Case, told: Told) -> Claim | None:
    """The workaround that an update gives; None when it gives none."""
    update = told.sent.fact.update
    says = update.workaround.strip()
    if not says:
        return None
    since = told.sent.at - round(case.doctrine.threshold("facts fresh for"))
    failing = customers.least_known(case, since, told.sent.at)
    names = (name for name, share in failing.items() if share >= customers.SURELY and name in says.lower())
    fresh = told.before is None or told.before.fact.update.workaround.strip() != says
    affected = named(case, update)
    wrong = next((name for name in names if name not in affected), None)
    if wrong is not None:
        failed = claim(told, "workaround", says, "false", 0.0, f"{wrong} was failing too", fresh=fresh)
        return replace(failed, same=gist(says))
    return claim(told, "workaround", says, "not checked", None, "words alone do not tell", fresh=fresh)
