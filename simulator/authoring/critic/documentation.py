"""The rules' pages: read from their docstrings, so that what is documented is what is found."""

from collections.abc import Iterator, Sequence
from inspect import cleandoc
from textwrap import dedent

from simulator.authoring.critic.rule import Rule
from simulator.domain.prose.capital import capital
from simulator.domain.value import Value

HEADINGS = ("Why", "Exception", "Bad")
_NEEDED = ("Why", "Bad")


class Page(Value):
    """What a rule's docstring says. `bad` is a change to a sound file: lines taken out and put in."""

    name: str
    kind: str
    taste: bool
    title: str
    rule: str
    why: str
    exception: str
    bad: str


def page(rule: Rule) -> Page:
    """The page of a rule; ValueError when its docstring lacks a part."""
    parts = dict(_parts(cleandoc(rule.__doc__ or "")))
    title, colon, first = parts.get("", "").partition(":")
    missing = [heading for heading in _NEEDED if not parts.get(heading)]
    if missing or not colon:
        raise ValueError(f"the page of {rule.NAME!r} lacks {', '.join(missing) or 'a title'}")
    told = capital(first.strip())
    return Page(
        rule.NAME, rule.OF, rule.TASTE, title, told, capital(parts["Why"]),
        capital(parts.get("Exception", "")), parts["Bad"],
    )  # fmt: skip


def pages(rules: Sequence[Rule]) -> str:
    """The sections of some rules, in Markdown."""
    return "\n".join(_section(page(rule)) for rule in rules)


def _section(one: Page) -> str:
    exception = f"**Exception.** {one.exception}\n\n" if one.exception else ""
    taste = " (a matter of taste)" if one.taste else ""
    return (
        f"### {one.title}\n\n`{one.name}`{taste}\n\n{one.rule}\n\n**Why.** {one.why}\n\n{exception}"
        f"```diff\n{one.bad}\n```\n"
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs under each heading; those before the first one are under the empty heading."""
    heading, lines = "", list[str]()
    for line in text.splitlines():
        word, colon, rest = line.partition(":")
        if colon and word in HEADINGS:
            yield heading, dedent("\n".join(lines)).strip("\n")
            heading, lines = word, [rest.strip()] if rest.strip() else []
        else:
            lines.append(line)
    yield heading, dedent("\n".join(lines)).strip("\n")
