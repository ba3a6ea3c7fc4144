"""News in it: an update tells who is affected, what is being done, and something that is new.

Each update after the first to an audience, up to the all-clear, is asked three things, and earns a third for
each: has this audience been told what is affected, does it say anything of what is being done, and does it
say something that this audience had not been told? Stock phrases count as nothing: what is left of the text
without them has to hold words, or numbers, of its own, and some of those that are new have to do with this
incident or with any response to one. A number alone is new when it is roughly what had been shown: a share
of what fails, how many customers, how often they wrote. So is in few words what was seen to turn since they
last heard of it: better, as before, no help, another measure. Another way round, or a cause that could be
any, is new by its words alone. Words none of which have to do with it earn nothing, in whatever update they
stand, and no credit for what is claimed beside them.

Why: an update that could have been written at any minute is noise, and people stop reading (PD-EXT, PD-CL;
F4, X18). To say that there is no news yet is right, and is not news.

Exception: the first update to an audience, which may be a template. Only English is read. A repeat that came
too soon is judged under 'cadence' and not again here. Of a real incident only the words are known.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating scope="send a message"
    0:30:00 posted audience="status page" state=identified text="We switch the stuck storage to a copy."
    1:00:00 posted audience="status page" state=identified text="The copy is used. 1 in 10 fails."

Fail:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating
    0:30:00 posted audience="status page" state=investigating text="We are still investigating."
    1:00:00 posted audience="status page" state=investigating text="Thanks for your patience."
"""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import ALL_CLEAR, Axis
from simulator.domain.own_words import own_words
from simulator.scoring.beside_the_point import beside_the_point
from simulator.scoring.case import Case
from simulator.scoring.claims.scope import named
from simulator.scoring.heard import Heard, stock
from simulator.scoring.mark import Mark, cited
from simulator.scoring.updates import judged
from simulator.scoring.vocabulary import foreign, telling
from simulator.scoring.words import audience, clock, listed

NAME = "news-in-it"
AXIS: Axis = "communication accuracy"
QUOTED = 3
"""So many of the words that are about nothing are quoted."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every further update while it was not said to be over."""
    for channel in case.updates if not case.records.real else ():
        heard = Heard()
        for told in judged(case, channel):
            sent = told.sent
            if beside_the_point(case, sent.fact.update):
                yield _nonsense(channel, sent)
            elif heard.last is not None and not told.contentless and sent.fact.update.state not in ALL_CLEAR:
                yield _mark(case, channel, sent, heard.last, heard)
            heard = heard.and_then(case, sent)


def _nonsense(channel: str, sent: Sent) -> Mark:
    said = listed([f"'{word}'" for word in sorted(foreign(own_words(sent.fact.update)))[:QUOTED]])
    who = f"The update to {audience(channel)} at {clock(sent.at)}"
    summary = f"{who} had words that have nothing to do with this incident: {said}."
    return Mark(NAME, AXIS, 0.0, 1.0, summary, (sent.entry,), sent.at)


def _mark(case: Case, channel: str, sent: Sent, before: Sent, heard: Heard) -> Mark:
    own = own_words(sent.fact.update)
    new = heard.moved(case, sent) or heard.told_more(case, sent) or heard.counted(case, sent)
    asked = {
        "what is affected": heard.scoped or bool(named(case, sent.fact.update)),
        "what is being done": not stock(sent.fact.update) and bool(telling(case, own)),
        "anything new": new,
    }
    lacking = [what for what, there in asked.items() if not there]
    who = f"The update to {audience(channel)} at {clock(sent.at)}"
    summary = f"{who} did not say {_either(lacking)}." if lacking else f"{who} had news in it."
    earned = 1 - len(lacking) / len(asked)
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(before.entry, sent.entry), sent.at)


def _either(lacking: list[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join(", ".join(lacking).rsplit(", ", 1))
