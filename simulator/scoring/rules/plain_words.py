"""Plain words: customers are told in words that they know, without blame and without too many apologies.

The free words of each public update are read by word lists: terms of the trade, names that only people
inside know, blame, and more than one apology. One kind of fault costs half, two cost all; each is quoted.
Inside the company only blame counts: there people have names, and what one of them did badly is blame.

Why: customers want to know whether it is them, and what to do (PD-CL, SPTIP; F4). Blame makes people careful
with the truth (ETSY).

Exception: an update without free words; stock phrases that say nothing earn nothing. The lists are short, so
that an ordinary sentence is left in peace. Of a real incident nobody knows what its readers know, nor in what
language it was told.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating text="Some cannot send messages. Sorry."
    0:20:00 posted audience="status page" state=identified text="We rolled back a change of this morning."

Fail:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating text="Split-brain in db-shards. Human error."
    0:20:00 posted audience="status page" state=identified text="So sorry! Kafka lags."
"""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import Axis
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.plain_words import Finding, findings, unfair
from simulator.scoring.updates import bare
from simulator.scoring.words import audience, clock, listed

NAME = "plain-words"
AXIS: Axis = "communication accuracy"
COSTS = 0.5
"""What each kind of fault costs an update."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every public update with free words, and for blame anywhere else."""
    hollow = bare(case)
    for channel, sent in case.updates.items() if not case.records.real else ():
        for one in sent:
            text = words_of(one)
            if channel != PUBLIC:
                found = unfair(text, case.organisation)
            else:
                found = findings(text, case.organisation) if text else ()
            if found or (channel == PUBLIC and text and one.entry not in hollow):
                yield _read(one, found)


def words_of(sent: Sent) -> str:
    """Everything of an update that is said in free words."""
    update = sent.fact.update
    return " ".join(part for part in (update.text, update.cause, update.workaround) if part.strip()).strip()


def _read(sent: Sent, found: tuple[Finding, ...]) -> Mark:
    who = f"The update to {audience(sent.fact.update.audience)} at {clock(sent.at)}"
    faults = dict.fromkeys(one.fault for one in found)
    told = (f"{fault} ({listed(_quoted(found, fault))})" for fault in faults)
    summary = f"{who} was put in plain words." if not found else f"{who} used {listed(told)}."
    return Mark(NAME, AXIS, max(0.0, 1 - COSTS * len(faults)), 1.0, summary, (sent.entry,), sent.at)


def _quoted(found: tuple[Finding, ...], fault: str) -> list[str]:
    return [f"'{one.words}'" for one in found if one.fault == fault]
