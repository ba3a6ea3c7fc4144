"""No guesses: a cause is given once it is known, and a time to recovery only where it may be and is kept.

A cause that stands at less than `cause known at` by what had been told is a guess, whether or not it turns
out to be right; once a change was seen to help, and still does, `identified needs` is enough. Its words are
compared with those of the scenario's causes; words that fit none are a guess as long as several are
possible, and are not judged after that. Words that fit all the causes there are, or nearly all, are no guess
and no virtue: they are not judged. Whoever gives one cause or another is right if it is one of them. One
that was known within `facts fresh for` before and no longer is, is stale and earns half. A time to recovery
in public earns nothing where the doctrine says so; elsewhere it is kept, or it is not. Kept by luck, when
nothing had been found to reckon by, it earns half, and so does one that was replaced before it passed. A way
round that is known to fail earns nothing. What is wrong weighs three times what is right. The same wrong
cause or way round, told to several or again, is one misjudgement: each further telling weighs a quarter of
the first. A cause that could be known within two minutes after it was said was said early, and loses a
fifth.

Why: a wrong cause has to be taken back in public, and customers punish a time that is missed (PD-CL; F6,
X16).

Exception: inside the company a supposition that is called one is no guess. It is right where the likeliest
cause is in it, and else not judged, unless another cause is known by then. "Not known yet" is always true.
A time to recovery in a real incident is told beside what came, and not judged.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating cause="not known yet"
    0:12:00 clue-found person=mei place=db-shards clue=1 says="Writes on shard 3 are stuck."
    0:13:00 clue-found person=raj place=app clue=2 says="Every error is a database time-out."
    0:17:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=better
    0:18:00 posted audience=support state=identified cause="a primary that no longer commits"
    0:20:00 posted audience=leadership state=identified eta=30m
    0:30:00 called-mitigated

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating cause="a bad release" eta=10m
    0:09:00 posted audience=leadership state=investigating cause="somebody attacks us" eta=10m
    1:00:00 called-mitigated
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case
from simulator.scoring.claims import Claim, claims_of
from simulator.scoring.claims.in_words import marked, marked_once
from simulator.scoring.mark import Mark

NAME = "no-guesses"
AXIS: Axis = "communication accuracy"
GUESSED = ("cause", "time", "workaround")


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every cause, time and way round that could be checked; one for what is wrong alike."""
    wrong: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims_of(case):
        if claim.what not in GUESSED or claim.earned is None:
            continue
        if claim.earned or not claim.same:
            yield marked(NAME, claim)
        else:
            wrong.setdefault((claim.what, claim.same), []).append(claim)
    yield from (marked_once(NAME, told) for told in wrong.values())
