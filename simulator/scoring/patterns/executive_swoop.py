"""Executive swoop: somebody senior steps in and is left standing there, or their order is simply followed.

Leads to: two people lead, everybody listens to the louder one, and the work that was under way stops.

Instead: answer within minutes: here is how things stand, you hear again then; or ask whether they wish to
take command, and mean it.

Source: PD-IC; X9

Seen:
    0:03:00 declared severity=P1 commander=you
    0:20:00 swooped who=leadership audience=leadership says="Roll back app, now!"
    0:21:00 change-ordered id=c1 change="roll back app" owner=bo
    0:21:30 posted audience=leadership state=investigating next_in=30m

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:20:00 swooped who=leadership audience=leadership says="Roll back app, now!"
    0:22:00 posted audience=leadership state=investigating next_in=30m
    0:45:00 noted text="they wait for the next one"
"""

from collections.abc import Iterator

from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeOrdered, Swooped
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.rules import answer_the_swoop
from simulator.scoring.words import clock

NAME = "executive-swoop"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each who had no answer for long, and for each order of theirs that was followed."""
    yield from behind(NAME, answer_the_swoop.marks(case))
    for entry, swoop in each(case.seen, Swooped):
        followed = _followed(case, entry, swoop)
        if followed is not None:
            summary = (
                f"{capital(swoop.who)} stepped in at {clock(entry.at)}, and what they named was ordered at "
                f"{clock(followed.at)}."
            )
            yield sighting(NAME, followed.at, summary, entry.number, followed.number)


def _followed(case: Case, entry: Entry, swoop: Swooped) -> Entry | None:
    """An order of what they had named, before there was time to think about it and without a reason."""
    until = entry.at + case.doctrine.threshold("answer a swoop within")
    for line, order in each(case.seen, ChangeOrdered):
        soon = line.number > entry.number and line.at <= until
        if soon and not order.because and order.change.casefold() in swoop.says.casefold():
            return line
    return None
