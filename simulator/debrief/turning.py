"""The turning points of an incident, chosen by how much they matter and told in the order they came."""

from collections.abc import Iterator, Sequence

from simulator.debrief.changes import ChangeLane
from simulator.debrief.point import Point
from simulator.debrief.report import Report
from simulator.debrief.story import CAME_BACK
from simulator.domain.duration import show_clock
from simulator.domain.fact import DID_GOOD
from simulator.domain.prose.names import YOU
from simulator.domain.prose.saying import audience
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.scoring.spells import Spell, came_back
from simulator.scoring.words import minutes

FIRST, CHANGED, SAID, MORE = range(4)
"""How soon a turning point is left out: begin and end last, then changes, the cause and the first post."""
_BEGIN_AND_END = ("declared", "mitigated", "resolved", CAME_BACK)
_BECAME = {
    "better": "it got better",
    "recovered": "all was back to normal",
    "worse": "it got worse",
    "same": "it made no difference",
    "unclear": "nobody could tell what it did",
}


class Turn(Value):
    """A turning point: the second, its rank (`FIRST` is kept longest), and what is said of it."""

    at: int
    rank: int
    text: str
    entries: tuple[int, ...] = ()


def turns(report: Report, most: int) -> tuple[Point, ...]:
    """The turning points that matter most, as many as fit, in the order they came."""
    ranked = sorted(_turns(report), key=lambda turn: (turn.rank, turn.at))[:most]
    told = sorted(ranked, key=lambda turn: turn.at)
    return tuple(Point(f"{show_clock(turn.at)} {turn.text}", turn.entries) for turn in told)


def _turns(report: Report) -> Iterator[Turn]:
    by = {number: line.by for line in report.lines for number in line.numbers}
    for lane in report.story.changes:
        yield from _changed(lane, by.get(lane.entry, ""))
    for moment in report.story.moments:
        rank = FIRST if moment.name in _BEGIN_AND_END else MORE
        told = "customers were failing again" if moment.name == CAME_BACK else moment.name
        yield Turn(moment.at, rank, told, (moment.entry,))
    yield from _known(report)
    yield from _told(report)
    yield from _failed(report.outcome.spells)


def _failed(spells: Sequence[Spell]) -> Iterator[Turn]:
    """When customers were well, each time."""
    for spell in (*spells[:1], *came_back(spells)):
        if spell.until is not None:
            well = "customers well" if spell is spells[0] else "customers well again"
            yield Turn(spell.until, FIRST, f"{well}, after {minutes(spell.until - spell.since)}")


def _changed(lane: ChangeLane, by: str) -> Iterator[Turn]:
    """A change with who ordered it, where several may have, and what came of it; and that it wore off."""
    who = f" by {_within(by)}" if by else ""
    acted = lane.acted in DID_GOOD or lane.harmed or lane.wore_off is not None
    rank = FIRST if acted else CHANGED
    yield Turn(lane.ordered, rank, f"'{lane.change}' was ordered{who}: {_became(lane)}", (lane.entry,))
    if lane.wore_off is not None:
        yield Turn(lane.wore_off, SAID, f"'{lane.change}' no longer helped", (lane.entry,))
    if lane.reverted is not None:
        undone = "; what was wrong was back" if lane.brought_back else ""
        lines = () if lane.undone_in is None else (lane.undone_in,)
        rank = FIRST if lane.brought_back else CHANGED
        yield Turn(lane.reverted, rank, f"'{lane.change}' was undone{undone}", lines)


def _within(by: str) -> str:
    """Who it was, within a sentence: `you` and `the commander` are no names."""
    return by[:1].lower() + by[1:] if by.lower() == YOU or by.startswith("The ") else by


def _became(lane: ChangeLane) -> str:
    if lane.wore_off is not None and lane.done is not None:
        return f"it helped for {minutes(lane.wore_off - lane.done)}, then wore off"
    return _BECAME.get(lane.result, lane.result)


def _known(report: Report) -> Iterator[Turn]:
    """When the cause could be known, and when it was first told though it could not."""
    for row in report.knowable:
        if row.is_cause and row.at is not None:
            yield Turn(
                row.at, CHANGED, f"it could be known that {row.fact}", (row.entry,) if row.entry else ()
            )
    wrong = ((each, line) for each in report.tellings for line in each.wrong if line.what == "cause")
    for telling, line in list(wrong)[:1]:
        at = next(
            (
                post.at
                for lane in report.story.audiences
                for post in lane.posts
                if post.entry == telling.entry
            ),
            None,
        )
        if at is not None:
            yield Turn(
                at, CHANGED, f"{telling.to} were told a cause that was {line.verdict}", (telling.entry,)
            )


def _told(report: Report) -> Iterator[Turn]:
    """The first word to each audience; that to customers matters more."""
    for lane in report.story.audiences:
        for post in lane.posts[:1]:
            rank = CHANGED if lane.audience == PUBLIC else MORE
            yield Turn(post.at, rank, f"first word to {audience(lane.audience)}: {post.state}", (post.entry,))
