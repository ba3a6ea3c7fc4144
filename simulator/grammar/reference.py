"""The reference page of the commands, in Markdown, made from the table."""

from collections.abc import Iterator

from simulator.domain.prose.capital import capital
from simulator.grammar.explanation import HOW, kinds_of
from simulator.grammar.kinds import KINDS
from simulator.grammar.relieved import RELIEVED_TABLE
from simulator.grammar.row import Row
from simulator.grammar.table import GROUPS, TABLE

_INTRODUCTION = """\
# Commands

What a commander can type. This page is made from the command table of the program.

Reading is forgiving about how something is said:

- case, articles and punctuation do not count: `Order the rollback!` is read like `order rollback`;
- a name may be shortened to the beginnings of its words, in their order: `order roll app` finds
  `roll back app`;
- a verb may be shortened to three letters or more while it stays clear: `inv`, `ver`; what is final
  (`mitigated`, `resolve`, `end`) is spelled out;
- common words for the same thing are understood: `flush the cache` finds `clear cache`;
- clauses, shown in square brackets, may come in any order;
- whose work it is, or whom you ask, may come first as in a chat: `Raj, look into db-shards, 5 min`,
  `@mei what changed?`; so may everybody: `all, what changed?`. A change said to somebody by its full name is
  an order to them: `Bo, restart app`.

It is strict about what is meant. A line that names nothing known is *unreadable*, one that could mean several
things is *ambiguous*; both answers quote it and say what would be understood. A command that was read but is
impossible right now is *refused* by the world, and that is on the timeline.
"""


def reference() -> str:
    """The whole page."""
    parts = [_INTRODUCTION, *(_group(group) for group in GROUPS), _relieved(), _slots()]
    return "\n".join(parts)


def _group(group: str) -> str:
    rows = [row for row in TABLE if row.group == group]
    return "\n".join((f"## {group.capitalize()}\n", *(line for row in rows for line in _row(row))))


_AFTER = """\
## After a hand-over

Whoever handed command over looks on. Of the commands above they have the looks, `note`, `say`, `wait`, `skip`
and `help`; besides:
"""


def _relieved() -> str:
    rows = [row for row in RELIEVED_TABLE if row not in TABLE]
    return "\n".join((_AFTER, *(line for row in rows for line in _row(row))))


def _row(row: Row) -> Iterator[str]:
    yield f"### {row.verb}\n"
    yield f"```text\n{row.shown}\n```\n"
    yield f"{capital(row.meaning)}. {row.advice}\n"
    if row.example != row.shown:
        yield f"For instance:\n\n```text\n{row.example}\n```\n"
    if row.verbs[1:]:
        yield f"Also understood: {', '.join(f'`{verb}`' for verb in row.verbs[1:])}.\n"


def _slots() -> str:
    used = dict.fromkeys(kind for row in TABLE for kind in kinds_of(row))
    lines = [f"| `{kind}` | {HOW.get(kind, KINDS[kind].noun)} |" for kind in used]
    head = "## What may stand in a form\n\n| in the form | what to say |\n|---|---|"
    return "\n".join((head, *lines)) + "\n"
