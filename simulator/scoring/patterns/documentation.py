"""The patterns' pages: read from their docstrings, as those of the rules are."""

from collections.abc import Iterator

from simulator.domain.prose.capital import capital
from simulator.domain.value import Value
from simulator.scoring.docstring import parts_of
from simulator.scoring.patterns import NOT_SHOWN, PATTERNS, Pattern

HEADINGS = ("Leads to", "Instead", "Source", "Seen", "Not seen")
INTRODUCTION = """\
# Patterns

What tends to go wrong in incidents has names. After a play the debrief says which of these patterns were
seen, each with its lines. They are **never part of the score**, and none of them is a verdict on a person:
a pattern says what a group under pressure easily falls into, what that tends to lead to, and what else one
can do.

Most rest on what the [rules](rules.md) find. The two timelines of each are run as tests; they happen to
Parley, in the outage `write-stall`, under the doctrine `intercom`. The letters at the end of each say where
the name comes from: SEED is the essay on Intercom's process, SRE14 and SREW are Google's books on site
reliability, PD- are pages of PagerDuty's incident response documentation, MAG is Laura Maguire's field
work, OUT a published review; X counts the list that this page is made from.
"""


class PatternPage(Value):
    """What a pattern's docstring says: its name, what it is, what it leads to, what else one can do."""

    name: str
    title: str
    about: str
    leads_to: str
    instead: str
    source: str
    shown: str
    not_shown: str


def pattern_page(pattern: Pattern) -> PatternPage:
    """The page of a pattern; ValueError when its docstring lacks a part."""
    parts = parts_of(pattern.__doc__, HEADINGS)
    missing = [heading for heading in ("", *HEADINGS) if not parts.get(heading)]
    title, colon, about = parts.get("", "").partition(": ")
    if missing or not colon:
        raise ValueError(f"the page of {pattern.NAME!r} lacks {', '.join(missing) or 'a title'}")
    leads, instead, source = (" ".join(parts[heading].split()) for heading in HEADINGS[:3])
    about = capital(" ".join(about.split()))
    return PatternPage(
        pattern.NAME,
        title,
        about,
        capital(leads),
        capital(instead),
        source,
        parts["Seen"],
        parts["Not seen"],
    )


def pattern_documentation() -> str:
    """The reference page of all patterns, in Markdown."""
    return "\n".join((INTRODUCTION, *map(_page, map(pattern_page, PATTERNS)), *_not_shown()))


def _page(one: PatternPage) -> str:
    return (
        f"## {one.title}\n\n`{one.name}`\n\n{one.about}\n\n"
        f"**Leads to.** {one.leads_to}\n\n**Instead.** {one.instead}\n\n({one.source})\n\n"
        f"Seen in:\n\n```text\n{one.shown}\n```\n\nNot seen in:\n\n```text\n{one.not_shown}\n```\n"
    )


def _not_shown() -> Iterator[str]:
    yield "## What a timeline cannot show\n"
    for name, reason in NOT_SHOWN.items():
        yield f"- **{name}.** {reason}"
