"""Filling a template: a line whose word is missing goes, and with it what hangs on it alone."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from string import Template

_PLAIN = re.compile(r"[A-Za-z][\w.'()/-]*(?: [\w.'()?/-]+)*[.!?]?", re.ASCII)
_NO_TEXT = {"true", "false", "null", "yes", "no", "on", "off"}
_KEY = re.compile(r" *[^#\s-][^:]*:\s*(?:#.*)?")


def written(text: str) -> str:
    """A text as YAML takes it, also within brackets: plain where that is safe, else in quotes."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def fill(template: str, words: Mapping[str, str]) -> str:
    """The template with its words; without the lines that name one that is empty or not given."""
    kept = reversed(list(_childless(list(_named(template.splitlines(), words)))))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept).strip() + "\n")


def _named(lines: Sequence[str], words: Mapping[str, str]) -> Iterator[str]:
    """The lines whose words are all there, filled; what is indented below one that is not goes too."""
    left_out: int | None = None
    for line in lines:
        if left_out is not None and line.strip() and _depth(line) > left_out:
            continue
        needed = Template(line).get_identifiers()
        if all(words.get(name) or name.endswith("_for") for name in needed):
            left_out = None
            yield from _filled(line, words)
        else:
            left_out = _depth(line)


def _filled(line: str, words: Mapping[str, str]) -> Iterator[str]:
    """A line with its words; a comment behind it keeps its column where there is room."""
    text, mark, comment = line.partition("  # ")
    whole = Template(text).substitute(words)
    if mark and text.strip():
        column = len(text) + len(mark) - len("# ")
        whole = f"{whole.rstrip().ljust(column - 1)} # {Template(comment).substitute(words)}"
    elif mark:
        whole += mark + Template(comment).substitute(words)
    yield from whole.splitlines() or [""]


def _childless(lines: Sequence[str]) -> Iterator[str]:
    """Without keys of which nothing is left, from the last line to the first."""
    following = ""
    for line in reversed(lines):
        if _KEY.fullmatch(line) and _depth(following) <= _depth(line):
            continue
        following = line if line.strip() else following
        yield line


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
