"""The patterns that were seen, for a terminal: each with the first place, and what else one can do."""

from collections.abc import Iterator
from textwrap import wrap

from simulator.debrief.patterns import Patterns, PatternSeen
from simulator.debrief.pen import Pen

AT_MOST = 4
"""So many patterns are read on a screen; the page has them all."""


def pattern_lines(patterns: Patterns, pen: Pen) -> Iterator[str]:
    """The section of the scorecard."""
    yield ""
    yield pen("Patterns, not part of the score", "bold")
    if not patterns.seen:
        yield from pen.wrapped(f"Of the {patterns.known} known patterns none was seen.")
    for one in patterns.seen[:AT_MOST]:
        yield from _pattern(one, pen)
    left = [one.title for one in patterns.seen[AT_MOST:]]
    if left:
        yield from pen.wrapped(f"Also seen: {'; '.join(left)}.")


def _pattern(one: PatternSeen, pen: Pen) -> Iterator[str]:
    times = f" ({one.times} times)" if one.times > 1 else ""
    text = f"{one.title}{times}. {one.glimpses[0].text}"
    yield from wrap(text, pen.width, initial_indent="  ", subsequent_indent="     ")
    yield from pen.wrapped(f"Instead: {one.instead[:1].lower()}{one.instead[1:]}", "     ")
