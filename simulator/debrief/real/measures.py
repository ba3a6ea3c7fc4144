"""What can be measured of a real incident: plain times, without any opinion on them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Literal, TypeAlias

from simulator.domain.course import Sent
from simulator.domain.doctrine import STATES
from simulator.domain.entry import first
from simulator.domain.fact import Resolved
from simulator.domain.history import History
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.updates import TOGETHER

PRECISION = 60
"""Times are written down to the minute, so a promise is kept that much (seconds) later, too (assumption)."""
From: TypeAlias = Literal["the impact began", "the first alert", ""]


class Measures(Value):
    """Seconds and counts, None where the timeline does not show them.

    `lag` is from the beginning named in `since` to the first public post; `gaps` lie between public posts up
    to the one that says it is resolved, where those within `TOGETHER` count as one; `lasted` is from the
    first post to that or to the close. `kept` of `promised` updates came in time, of those that fell due
    before the end. `back` counts the times at which the public state went back.
    """

    lag: int | None
    since: From
    posts: int
    gaps: tuple[int, ...]
    lasted: int | None
    promised: int
    kept: int
    back: int

    @property
    def longest(self) -> int | None:
        """The longest time between two public posts (seconds)."""
        return max(self.gaps, default=None)

    @property
    def usual(self) -> float | None:
        """The usual time between two public posts: the median of this incident (seconds)."""
        return median(self.gaps) if self.gaps else None


def measured(history: History, case: Case) -> Measures:
    """The measures of an incident."""
    posts = case.sent(PUBLIC)
    until = _over(case, posts)
    live = [post for post in posts if until is None or post.at <= until]
    lag, since = _lag(history, posts)
    promised = list(_promised(case))
    return Measures(
        lag, since, len(posts), tuple(_gaps(live)),
        until - posts[0].at if posts and until is not None and until >= posts[0].at else None,
        len(promised), sum(promised), len(steps_back(posts)),
    )  # fmt: skip


def _gaps(posts: Sequence[Sent]) -> Iterator[int]:
    between = (later.at - one.at for one, later in pairwise(posts))
    return (gap for gap in between if gap > TOGETHER)


def _over(case: Case, posts: tuple[Sent, ...]) -> int | None:
    """When customers were told that it is resolved, else when it was closed."""
    said = next((post.at for post in posts if post.fact.update.state == "resolved"), None)
    closed = first(case.seen, Resolved)
    return said if said is not None or closed is None else closed.at


def _lag(history: History, posts: tuple[Sent, ...]) -> tuple[int | None, From]:
    """The first post that is about something going on, after what the timeline shows of its beginning."""
    if not posts or posts[0].fact.update.state == "resolved":
        return None, ""
    begins: tuple[tuple[Literal["impact", "alert"], From], ...] = (
        ("impact", "the impact began"),
        ("alert", "the first alert"),
    )
    for kind, name in begins:
        event = history.first(kind)
        if event is not None and event.at <= posts[0].at:
            return posts[0].at - event.at, name
    return None, ""


def _promised(case: Case) -> Iterator[bool]:
    """Whether each promised update came in time; those not due before the close are left out."""
    for sent in case.updates.values():
        for index, one in enumerate(sent):
            if one.due is None or one.fact.update.state == "resolved" or one.at > case.over:
                continue
            following = sent[index + 1].at if index + 1 < len(sent) else None
            if following is not None or case.over >= one.due:
                yield following is not None and following <= one.due + PRECISION


def steps_back(posts: tuple[Sent, ...]) -> tuple[tuple[Sent, Sent], ...]:
    """Each post that said less than the one before it: from resolved, monitoring or identified back."""
    rank = STATES.index
    return tuple(
        (one, later)
        for one, later in pairwise(posts)
        if rank(later.fact.update.state) < rank(one.fact.update.state)
    )
