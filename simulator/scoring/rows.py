"""Waits in a row, as one tells them: each for what it cost by itself, and many small ones together.

A mark adds them up, so that many small waits are seen. Whoever looks at one of them, or decides it again,
wants its own cost at its own second.
"""

from collections.abc import Iterable, Iterator, Sequence

from simulator.domain.value import replace
from simulator.scoring.weighing import Decision, Row


def by_themselves(decided: Iterable[Decision], tolerated: float) -> Iterator[Decision]:
    """The decisions, in order, each wait with what it cost alone and the row that it is one of.

    Of a row whose waits were each within the tolerated share, the costliest stands for all where they are
    not so together.
    """
    every = tuple(decided)
    told = {
        id(wait): told for row in _rows(every) for wait, told in zip(row, _told(row, tolerated), strict=True)
    }
    return (told.get(id(one), one) for one in every)


def _rows(decided: Sequence[Decision]) -> list[list[Decision]]:
    """The waits, parted where nothing is owed to those before."""
    rows: list[list[Decision]] = []
    for one in decided:
        if one.chosen.kind == "wait":
            if one.earlier and rows:
                rows[-1].append(one)
            else:
                rows.append([one])
    return rows


def _told(row: Sequence[Decision], tolerated: float) -> list[Decision]:
    alone = [_costing(one, one.regret - one.earlier) for one in row]
    if len(row) == 1:
        return alone
    last = row[-1]
    together = Row(len(row), row[0].since, last.since + last.chosen.seconds, last.regret)
    told = [replace(one, row=together) for one in alone]
    if all(one.share <= tolerated for one in told):
        place = max(range(len(told)), key=lambda at: told[at].regret)
        whole = _costing(told[place], together.regret)
        if whole.share > tolerated:
            told[place] = replace(whole, earlier=together.regret - told[place].regret)
    return told


def _costing(wait: Decision, regret: float) -> Decision:
    return replace(
        wait, regret=regret, earlier=0.0, chosen=replace(wait.chosen, cost=wait.best.cost + regret)
    )
