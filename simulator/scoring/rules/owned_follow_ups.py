"""Owned follow-ups: what is left to do has an owner before people go, and so has the review.

At the end there is work for afterwards, each piece of it with a name on it, and somebody is named to write
the incident review by a day. A follow-up for nobody loses its share; one that names nothing of the company
and nothing that was said or could be found in this incident earns half of it, and the same words count once.
The review may be given out as a follow-up, `write the review`, and is no other work then. A review without
a day, a date or a period earns half, and so does one that is put off for more than a month, when nobody
remembers any more. Without any follow-up, or without a review, half is lost each.

Why: what nobody owns is not done, and the same outage comes back (SEED; H3, X20). Who writes the review is
named by the commander at the end or right after it, for a meeting within days (PD-PM). A list of good
intentions is padding (guard 16).

Exception: an exercise whose time was up while the response was still at it; who fights on hands out nothing
for afterwards. An incident of a severity at which nobody outside is told needs no review; a false alarm that
was never declared needs nothing. More follow-ups earn no more. Of a real timeline only what it shows is
judged, up to its last line, and not what follow-ups are about: its company is not known.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:36:00 resolved
    0:37:00 followed-up text="find out why writes on shard 3 stalled" owner=raj due=friday
    0:38:00 review-set owner=mei due=thursday
    0:39:00 ended why="ended by the commander"

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:36:00 resolved
    0:37:00 followed-up text="somebody should look into this" owner=""
    0:39:00 ended why="ended by the commander"
"""

import re
from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each, first
from simulator.domain.fact import FollowedUp, Resolved, ReviewSet
from simulator.scoring.case import Case
from simulator.scoring.due import names_a_day, puts_off
from simulator.scoring.mark import Mark, cited
from simulator.scoring.recovery import broken_off, ended
from simulator.scoring.vocabulary import about_this
from simulator.scoring.words import clock

NAME = "owned-follow-ups"
AXIS: Axis = "wrap-up"
HALF = 0.5
_REVIEW = re.compile(
    r"\b(?:write|draft|prepare|hold|lead|run|organi[sz]e|schedule)\b"
    r"(?: (?:up|the|an?|our|this|incident|public|outage)){0,3} (?:review|post-?mortem|retrospective)\b",
    re.IGNORECASE,
)
"""A follow-up that gives out the review."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for the follow-ups and one for the review, once it has ended."""
    end = ended(case) or (_written_to(case) if case.records.real else None)
    if end is not None and _owes(case) and not broken_off(case):
        if case.shows("follow-up"):
            yield _follow_ups(case, end)
        if case.shows("review") and _needs_review(case):
            yield _review(case, end)


def _written_to(case: Case) -> Entry | None:
    """The last line of what was resolved, where nobody wrote down when people went."""
    return case.entries[-1] if first(case.seen, Resolved) else None


def _owes(case: Case) -> bool:
    """Whether there was an incident: declared, or felt by customers until somebody noticed."""
    return case.declared is not None or (case.trouble is not None and case.affected(case.trouble.at))


def _needs_review(case: Case) -> bool:
    severity = case.spans[-1].severity if case.spans else None
    told = {level for clock_of in case.doctrine.clocks.values() for level in clock_of.first}
    return severity is None or severity in told or severity not in case.doctrine.severities


def _follow_ups(case: Case, end: Entry) -> Mark:
    by_words = {
        " ".join(fact.text.lower().split()): (e.number, fact)
        for e, fact in each(case.seen, FollowedUp)
        if not _REVIEW.search(fact.text)
    }
    given = list(by_words.values())
    lines = cited(*(number for number, _ in given), end.number)
    if not given:
        return _mark(
            0.0, f"It ended at {clock(end.at)} without any work given out for afterwards.", lines, end
        )
    owned = [fact for _, fact in given if fact.owner]
    vague = [fact for fact in owned if not (case.records.real or about_this(case, fact.text))]
    what = (
        "Every follow-up has"
        if len(owned) == len(given)
        else f"Only {len(owned)} of {len(given)} follow-ups has"
    )
    told = f"; '{vague[0].text}' names nothing of this incident" if vague else ""
    earned = (len(owned) - HALF * len(vague)) / len(given)
    return _mark(earned, f"{what} an owner{told}.", lines, end)


def _review(case: Case, end: Entry) -> Mark:
    named = sorted(_review_given(case), key=lambda given: given[0])
    if not named:
        return _mark(
            0.0, f"It ended at {clock(end.at)}, and nobody was named to write the review.", (end.number,), end
        )
    line, owner, due = named[-1]
    dated, late = names_a_day(due), puts_off(due)
    by = f" by {due}" if dated else ", and no day was named"
    then = ", which is too late: by then nobody remembers" if dated and late else ""
    earned = 1.0 if dated and not late else HALF
    return _mark(earned, f"{owner.capitalize()} was named to write the review{by}{then}.", (line,), end)


def _review_given(case: Case) -> Iterator[tuple[int, str, str]]:
    """Each time that somebody was named for the review: the line, who, and by when."""
    for entry, fact in each(case.seen, ReviewSet):
        yield entry.number, fact.owner, fact.due
    for entry, work in each(case.seen, FollowedUp):
        if work.owner and _REVIEW.search(work.text):
            yield entry.number, work.owner, work.due


def _mark(earned: float, summary: str, lines: tuple[int, ...], end: Entry) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, lines, end.at)
