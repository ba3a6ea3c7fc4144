"""A docstring taken apart at its headings, so that it can be a page."""

from collections.abc import Collection, Iterator, Mapping
from inspect import cleandoc
from textwrap import dedent


def parts_of(text: str | None, headings: Collection[str]) -> Mapping[str, str]:
    """The paragraphs under each heading; those before the first one are under the empty heading."""
    return dict(_parts(cleandoc(text or ""), headings))


def _parts(text: str, headings: Collection[str]) -> Iterator[tuple[str, str]]:
    heading, lines = "", list[str]()
    for line in text.splitlines():
        word, colon, rest = line.partition(":")
        if colon and word in headings:
            yield heading, dedent("\n".join(lines)).strip()
            heading, lines = word, [rest.strip()] if rest.strip() else []
        else:
            lines.append(line)
    yield heading, dedent("\n".join(lines)).strip()
