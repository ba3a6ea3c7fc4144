"""Least regret: each decision is the best one by what could be known at that second.

Every order is compared with all that could have been chosen then: other changes, a look, a pre-check. The
expected cost of each in customer-minutes follows from the belief over causes and the best order of what
remains. A look or pre-check that everything waited for is such a decision; in a row, with nothing tried in
between, looks add up, and so do pre-checks, each with their own kind; at the same time they are one. What did
not wait is not charged: an order given before the answer ends the waiting, and within a minute of the look
there was none; nor is a look while somebody was on the way without whom the best choice could not be made, or
while a pre-check went on that was heeded, or that of the best change was asked for in the same breath. Where
all who could make the best change have a change or a watch in hand, an order is held against waiting for
them, or the best change that others could begin.

So is doing nothing: stretches with nothing under way for longer than `decide within` in a quarter of an hour,
with customers failing and something worth trying. Stretches in a row add up as well, and a long one is
decided anew every quarter of an hour. A regret within `tolerated regret` of the best cost earns all, one of
25 % of it earns nothing; looks and waits are held against the cost of two hours at most, as time that was
only spent is no estimate. An order of what could not be expected to help, and is no part of a fix, earns
nothing, however little it costs in a long outage. Decisions weigh what they were expected to cost, as far as
anything could be done about it, and what was chosen badly three times as much: one bet is not made good by
what anybody would have done. A change that its owner says is stuck half-way counts as nothing under way; so
does a watch that goes on though it could have told, after twelve minutes or three times the lag of its
signal. Where what was wrong has likely ended and customers fail all the same, of what a change in place may
have broken, waiting is held against the change that takes that away, from when dashboards could show it.

Undoing what was seen to help, while customers are well, is such a decision too: it costs what its coming back
would, as likely as nothing else was known to hold it off, against keeping it until something does.

Why: rolling back, failing over, toggling a flag or clearing a cache are quick, but trying them cheapest
first or likeliest first are both rules of thumb: what counts is expected time (E2; SACSO). A wrong decision
beats none (C9, PD-IC), trying everything is no decision (guard 6), and hindsight never enters.

Exception: what the scenario cannot weigh is not judged, such as mending what another change broke, or a
further part of a fix that is ordered while a cache has to fill anyway; nor is an order given, without a
ground, while a change that it can be confused with is unverified, which `one-change-at-a-time` judges; nor
anything once customers were known to be served. Asking what changed is always worth its minute. A pre-check
that was heeded is held against nobody, unless it was of the slow way while something quick was better:
`check-hazards` asks for it. Under a cause that passes and that nothing left would end, looks and waiting cost
nothing. Waiting for somebody who was paged is no idleness while they are the one who can do what is best, for
as long as a time-box where another could be paged; making the slow fix ready is none, until it is ready, once
nothing quick is noticeably better.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:04:00 joined person=ana
    0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
    0:06:00 hazard-checked change="fail over a shard" hazard="replica is behind" holds=no
    0:06:30 change-ordered id=c1 change="fail over a shard" owner=ana
    0:06:30 change-started id=c1 change="fail over a shard" owner=ana

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:04:00 joined person=ana
    0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
    0:06:30 change-ordered id=c1 change="clear cache" owner=ana
    0:06:30 change-started id=c1 change="clear cache" owner=ana
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.claims.in_words import weighed
from simulator.scoring.decisions import taken
from simulator.scoring.explanation import described, explanation
from simulator.scoring.falling import falling
from simulator.scoring.grounds import ground
from simulator.scoring.mark import Mark
from simulator.scoring.overlap import landed, overlaps
from simulator.scoring.vain import in_vain
from simulator.scoring.weighing import Decision
from simulator.scoring.words import clock

NAME = "least-regret"
AXIS: Axis = "easy fix first"
NOTHING_AT = 0.25
"""A choice this share costlier than the best one earns nothing (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every decision that could be weighed; a wait is only ever a fault."""
    tolerated = case.doctrine.threshold("tolerated regret")
    beside = _beside(case)
    for one in taken(case):
        if one.chosen.kind == "change" and not beside.isdisjoint(one.entries):
            continue
        vain = in_vain(one)
        earned = 0.0 if vain else falling(one.share, tolerated, NOTHING_AT)
        if one.chosen.cost > 0 and (earned < 1 or one.chosen.kind != "wait"):
            why = f"{capital(described(one.chosen))}; {described(one.best)}." if vain else explanation(one)
            weight = _weight(one, earned)
            yield Mark(NAME, AXIS, earned, weight, f"{_chosen(one)}{why}", one.entries, one.at)


def _weight(decision: Decision, earned: float) -> float:
    """What was at stake, each time that it was decided; a wait weighs what it cost besides."""
    if decision.chosen.kind == "wait":
        return decision.times * decision.best.cost + decision.regret
    return decision.times * decision.chosen.cost * weighed(earned)


def _beside(case: Case) -> frozenset[int]:
    """Orders of changes begun without a ground while one they can be confused with was unverified."""
    begun = set[int]()
    for found in overlaps(case):
        if found.later.order not in begun and found.later.ordered < landed(case, found.earlier):
            begun.update([found.later.order] if ground(case, found) is None else [])
    return frozenset(begun)


def _chosen(decision: Decision) -> str:
    verbs = {
        "change": "Ordered",
        "look": "Waited for a look at",
        "check": "Waited for a pre-check of",
        "undo": "Undid",
    }
    verb = verbs.get(decision.chosen.kind)
    return f"{verb} '{decision.chosen.name}' at {clock(decision.at)}. " if verb else ""
