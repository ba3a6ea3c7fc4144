"""The rules' pages: read from their docstrings, so that what is documented is what is judged."""

from simulator.domain.doctrine import AXES, Axis
from simulator.domain.prose.capital import capital
from simulator.domain.value import Value
from simulator.scoring.docstring import parts_of
from simulator.scoring.rules import RULES, Rule

HEADINGS = ("Why", "Exception", "Pass", "Fail")
INTRODUCTION = """\
# Rules

Every mark of the scorecard comes from one of these rules and cites the lines of the timeline that earned it.
Names in quotes like `declare within` are thresholds of the doctrine file, where each has its source. A rule
that finds nothing to judge is not scored. The two timelines of each rule are run as tests; they happen to
Parley, in the outage `write-stall`, under the doctrine `intercom`.
"""


class Page(Value):
    """What a rule's docstring says: title, the rule in full, reasons, exceptions, two timelines."""

    name: str
    axis: Axis
    title: str
    rule: str
    why: str
    exception: str
    passes: str
    fails: str


def page(rule: Rule) -> Page:
    """The page of a rule; ValueError when its docstring lacks a part."""
    parts = parts_of(rule.__doc__, HEADINGS)
    missing = [heading for heading in ("", *HEADINGS) if not parts.get(heading)]
    title, colon, first = parts.get("", "").partition(":")
    if missing or not colon:
        raise ValueError(f"the page of {rule.NAME!r} lacks {', '.join(missing) or 'a title'}")
    why, exception = (capital(parts[heading]) for heading in HEADINGS[:2])
    rule_in_full = capital(first.strip())
    return Page(rule.NAME, rule.AXIS, title, rule_in_full, why, exception, parts["Pass"], parts["Fail"])


def documentation() -> str:
    """The reference page of all rules, in Markdown."""
    return "\n".join((INTRODUCTION, *(_section(axis) for axis in AXES)))


def _section(axis: Axis) -> str:
    pages = (_page(page(rule)) for rule in RULES if axis == rule.AXIS)
    return "\n".join((f"## {capital(axis)}\n", *pages))


def _page(one: Page) -> str:
    return (
        f"### {one.title}\n\n`{one.name}`\n\n{one.rule}\n\n"
        f"**Why.** {one.why}\n\n**Exception.** {one.exception}\n\n"
        f"Earns:\n\n```text\n{one.passes}\n```\n\nLoses:\n\n```text\n{one.fails}\n```\n"
    )
