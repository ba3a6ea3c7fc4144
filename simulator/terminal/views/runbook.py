"""The runbook: the changes that may be ordered, with what to know before ordering them."""

from collections.abc import Iterable, Iterator

from simulator.domain.duration import show_minutes
from simulator.domain.organisation import Change
from simulator.domain.prose.runbook import cautions
from simulator.exercise.sight import Sight
from simulator.terminal.views.table import GAP
from simulator.terminal.wrap import hang

_EASY, _REST = "Kinds of change that the process tries first", "Other kinds"
_HEADS = ("change", "takes", "undo", "its effect shows in")


def runbook(sight: Sight, width: int, of: str = "") -> list[str]:
    """The kinds that the process tries first, then the others, quickest first; below each, its dangers.

    With `of`, a signal or a place: only what shows there, or is made there, and what each of it does.
    """
    changes = tuple(change for change in sight.organisation.runbook.values() if _concerns(sight, change, of))
    if not changes:
        return [f"  Nothing in the runbook is made at {of} or shows there. runbook alone shows all of it."]
    easy = tuple(change for change in changes if change.kind in sight.doctrine.easy_kinds)
    rest = tuple(change for change in changes if change not in easy)
    sizes = _sizes(changes)
    lines = [_row(_HEADS, sizes)]
    kinds = ", ".join(sight.doctrine.easy_kinds)
    told = bool(of)
    lines += [*hang(" ", f"{_EASY} ({kinds}):", width), *_block(easy, sizes, width, told)] if easy else []
    lines += [f" {_REST}:", *_block(rest, sizes, width, told)] if rest else []
    some = f"runbook {changes[0].signal} shows only what helps there, and what it does."
    return lines if of else [*lines, "", *hang("  ", some, width)]


def _concerns(sight: Sight, change: Change, of: str) -> bool:
    """Whether a change is made at a place or shows there, or in a signal; unnamed, any does."""
    return not of or of in (change.on, change.signal, sight.organisation.signals[change.signal].of)


def _sizes(changes: Iterable[Change]) -> list[int]:
    rows = (_HEADS, *(_cells(change) for change in changes))
    return [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]


def _cells(change: Change) -> tuple[str, ...]:
    undo = "never" if change.undo is None else show_minutes(change.undo)
    return (change.name, show_minutes(change.takes.median), undo, change.signal)


def _row(cells: tuple[str, ...], sizes: list[int]) -> str:
    return ("  " + GAP.join(cell.ljust(size) for cell, size in zip(cells, sizes, strict=True))).rstrip()


def _block(changes: Iterable[Change], sizes: list[int], width: int, told: bool) -> Iterator[str]:
    for change in sorted(changes, key=_quick):
        yield _row(_cells(change), sizes)
        yield from hang("      ", change.about, width) if told and change.about else ()
        notes = "; ".join(cautions(change))
        yield from hang("      ", notes, width) if notes else ()


def _quick(change: Change) -> tuple[float, bool, float]:
    """What is made sooner comes first, then what is sooner undone."""
    return (change.takes.median, change.undo is None, change.undo or 0)
