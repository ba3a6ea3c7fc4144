"""Same story: what one audience hears does not contradict what another was told last.

Whenever an update goes out, the last news of every other audience is held against it: one cannot be told
that it is well while the other is told that it is not, nor hear of other journeys only, of another cause, or
the opposite about data. Whoever hears of it within `same story within` is in time. One audience that knows
less than another is no contradiction. A contradiction weighs three times what fits; one audience that was
forgotten is one, however many others were told meanwhile.

Why: support reads the status page, leadership hears from sales, and customers ask all of them; two stories
cost the trust in both (SPTIP; F9).

Exception: when the timeline ends before the others could be told. An update that says nothing fits
everything, and earns nothing by it.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating scope="send a message"
    0:10:00 posted audience=support state=investigating scope="send a message"
    0:40:00 posted audience="status page" state=monitoring scope="send a message"
    0:43:00 posted audience=support state=monitoring
    1:10:00 resolved

Fail:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating scope=search
    0:10:00 posted audience=support state=investigating scope="send a message"
    0:30:00 posted audience="status page" state=monitoring
    0:32:00 posted audience=leadership state=investigating
    1:10:00 resolved
"""

from collections.abc import Iterator
from typing import TypeAlias

from simulator.domain.course import Sent
from simulator.domain.doctrine import Axis
from simulator.domain.update import Update
from simulator.scoring.case import Case
from simulator.scoring.claims.cause_words import spoken_of
from simulator.scoring.claims.in_words import SPOILS
from simulator.scoring.claims.scope import claimed, named
from simulator.scoring.claims.state import rank
from simulator.scoring.mark import Mark, cited
from simulator.scoring.updates import bare
from simulator.scoring.words import audience, clock, listed

NAME = "same-story"
AXIS: Axis = "communication accuracy"
WELL = rank("monitoring")
Stands: TypeAlias = tuple[Sent, str]
"""What an audience was told last, and in what it contradicts what others were told."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every update that went out when somebody else had been told something already."""
    yield from sorted(_marks(case), key=lambda mark: mark.at)


def _marks(case: Case) -> Iterator[Mark]:
    within = round(case.doctrine.threshold("same story within"))
    sent = sorted((one for every in case.updates.values() for one in every), key=lambda one: one.entry)
    last: dict[str, Sent] = {}
    apart: dict[Stands, list[Sent]] = {}
    hollow = bare(case)
    for one in sent:
        others = [other for channel, other in last.items() if channel != one.fact.update.audience]
        last[one.fact.update.audience] = one
        by = one.at + within
        open_ = [pair for pair in _apart_from(case, one, others) if not _settled(case, one, pair[0], by)]
        if open_ and case.end >= by:
            first = next((pair for pair in open_ if pair not in apart), open_[0])
            apart.setdefault(first, []).append(one)
        elif others and not open_ and one.entry not in hollow:
            yield _fits(one, others)
    for stands, told in apart.items():
        yield _does_not(stands, told, within)


def _apart_from(case: Case, one: Sent, others: list[Sent]) -> list[Stands]:
    return [(other, why) for other in others if (why := _contradiction(case, one, other))]


def _fits(one: Sent, others: list[Sent]) -> Mark:
    who, when = audience(one.fact.update.audience), clock(one.at)
    summary = f"What {who} heard at {when} fitted what the others were told."
    evidence = cited(one.entry, *(other.entry for other in others))
    return Mark(NAME, AXIS, 1.0, 1.0, summary, evidence, one.at)


def _does_not(stands: Stands, told: list[Sent], within: int) -> Mark:
    """What one audience was left with, held against what the others were told: one mark for all of them."""
    (other, why), (one, *more) = stands, told
    summary = (
        f"The update to {audience(one.fact.update.audience)} at {clock(one.at)} and the one to "
        f"{audience(other.fact.update.audience)} at {clock(other.at)} do not fit: {why}, "
        f"and that stood beyond {clock(one.at + within)}."
    )
    if more:
        who = listed(dict.fromkeys(audience(each.fact.update.audience) for each in more))
        summary += f" Nor does what {who} heard until {clock(more[-1].at)}."
    evidence = cited(one.entry, other.entry, *(each.entry for each in more))
    return Mark(NAME, AXIS, 0.0, SPOILS, summary, evidence, one.at)


def _settled(case: Case, one: Sent, other: Sent, by: int) -> bool:
    """Whether the last news of both fits again in time."""
    now = [_latest(case, told, by) for told in (one, other)]
    return now != [one, other] and not _contradiction(case, *now)


def _latest(case: Case, told: Sent, by: int) -> Sent:
    later = [one for one in case.sent(told.fact.update.audience) if told.at <= one.at <= by]
    return later[-1] if later else told


def _contradiction(case: Case, one: Sent, other: Sent) -> str:
    """What two updates contradict each other in, in words; empty when in nothing.

    That it is well, or data lost, is no matter of minutes. What was found, where and why is only compared
    when it was said at about the same time: an outage moves, and so does what is known of it.
    """
    newer, older = one.fact.update, other.fact.update
    if (rank(newer.state) >= WELL) != (rank(older.state) >= WELL):
        return f"'{newer.state}' here and '{older.state}' there"
    if {newer.data, older.data} == {"safe", "lost"}:
        return "data is safe for the one and lost for the other"
    within = case.doctrine.threshold("same story within")
    return _differs(case, newer, older) if abs(one.at - other.at) <= within else ""


def _differs(case: Case, newer: Update, older: Update) -> str:
    if newer.state == "investigating" and older.state == "identified":
        return "found there and not found here"
    if _apart(case, newer, older):
        return "they name other things as affected"
    return "they give other causes" if _other_causes(case, newer, older) else ""


def _apart(case: Case, newer: Update, older: Update) -> bool:
    """Whether both name something, and nothing in common."""
    company = case.organisation
    said = (named(case, update) for update in (newer, older))
    both = [set(claimed(company, who, {})) for who in said if who]
    return len(both) > 1 and rank(newer.state) < WELL and both[0].isdisjoint(both[1])


def _other_causes(case: Case, newer: Update, older: Update) -> bool:
    meant = [spoken_of(case.scenario, update.cause) for update in (newer, older)]
    return all(meant) and meant[0].isdisjoint(meant[1])
