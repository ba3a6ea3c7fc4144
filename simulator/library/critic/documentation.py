"""The page of the critic's rules, in Markdown."""

from collections.abc import Mapping, Sequence

from simulator.authoring.critic import BOUNDS, DOCTRINE_RULES, ORGANISATION_RULES, OUTAGE_RULES, Rule, pages
from simulator.library.critic import COMPANY_RULES, DRILL_RULES
from simulator.library.critic import OUTAGE_RULES as TOGETHER

INTRODUCTION = """\
# Checks

`icsim check` first names every mistake that keeps a file from being played: a name that nothing has, a
number in the wrong unit, a key that does not belong there. A file without such faults can still be a
bad outage. These are the rules by which the critic finds that; `icsim check --rules` lists them in
short.

Each finding names its rule in brackets. Where a rule is a matter of taste, and you have a reason, say
so in a comment on the line of the finding, or on a line of its own above it:

```yaml
starts: Sun 03:05            # allow: team-asleep because waking them is what this is about
```

The reason must be given. An allowance that allows nothing, names no rule, or a rule that is no matter
of taste, is a finding itself, named `allowance`.

The examples are changes to the small shelf at the end of this page: lines taken out (`-`) and put in
(`+`). They are run as tests.
"""
_SECTIONS: Mapping[str, Sequence[Rule]] = {
    "Of an outage": (*OUTAGE_RULES, *TOGETHER),
    "Of a drill": DRILL_RULES,
    "Of an organisation": (*ORGANISATION_RULES, *COMPANY_RULES),
    "Of a doctrine": DOCTRINE_RULES,
    "Bounds": BOUNDS,
}
_BOUNDS = "These keep a file from being played at all, because the play could crawl, or never end."


def checks() -> str:
    """The reference page of all rules."""
    sections = (_section(title, rules) for title, rules in _SECTIONS.items())
    return "\n".join((INTRODUCTION, *sections))


def _section(title: str, rules: Sequence[Rule]) -> str:
    about = f"{_BOUNDS}\n\n" if rules is BOUNDS else ""
    return f"## {title}\n\n{about}{pages(rules)}"
