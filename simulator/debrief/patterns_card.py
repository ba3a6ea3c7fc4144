"""The patterns that were seen, for a terminal: each with the first place, and what else one can do."""

from collections.abc import Collection, Iterator
from textwrap import wrap

from simulator.debrief.patterns import Patterns, PatternSeen
from simulator.debrief.pen import Pen

AT_MOST = 4
"""So many patterns are read on a screen; the page has them all."""


def pattern_lines(patterns: Patterns, pen: Pen, told: Collection[str] = ()) -> Iterator[str]:
    """The section of the scorecard; a sentence that was `told` above is not said again."""
    yield ""
    yield pen("Patterns, not part of the score", "bold")
    if not patterns.seen:
        yield from pen.wrapped(f"Of the {patterns.known} known patterns none was seen.")
    for one in patterns.seen[:AT_MOST]:
        yield from _pattern(one, pen, told)
    left = [one.title for one in patterns.seen[AT_MOST:]]
    if left:
        yield from pen.wrapped(f"Also seen: {'; '.join(left)}.")


def _pattern(one: PatternSeen, pen: Pen, told: Collection[str]) -> Iterator[str]:
    times, first = f" ({one.times} times)" if one.times > 1 else "", one.glimpses[0].text
    text = f"{one.title}{times}." if first in told else f"{one.title}{times}. {first}"
    yield from wrap(text, pen.width, initial_indent="  ", subsequent_indent="     ")
    yield from pen.wrapped(f"Instead: {one.instead[:1].lower()}{one.instead[1:]}", "     ")
