"""From text to a tree of nodes: positions kept, duplicate keys and foreign tags refused."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from simulator.authoring.problem import Problem
from simulator.authoring.text.bounds import LONGEST, Bounds
from simulator.authoring.text.characters import EXPECTED, unfit, unfit_character
from simulator.authoring.text.loader import FastLoader, PureLoader
from simulator.authoring.text.node import Mark, Node, Path, quoted
from simulator.authoring.text.scalars import scalar_of
from simulator.authoring.text.syntax import explain
from simulator.domain.origin import Origin
from simulator.domain.value import Value

_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


class Composed(Value):
    """The tree of a text, None when it cannot be read at all, and the problems found on the way."""

    tree: Node | None
    problems: tuple[Problem, ...] = ()


def compose(text: str, file: str) -> Composed:
    """Reads a text as a mapping of keys to values. Never raises, whatever the text."""
    if len(text) > LONGEST:
        return _nothing(
            file, f"the file is longer than {LONGEST} characters", "a file that a person can read"
        )
    root = unfit_character(text, file) or _parsed(text, file)
    if root is None:
        return _nothing(file, "the file is empty", "an organisation, a doctrine or a scenario")
    if isinstance(root, Problem):
        return Composed(None, (root,))
    return _grown(root, file)


def _nothing(file: str, message: str, expected: str) -> Composed:
    return Composed(None, (Problem(Origin(file, 1, 1), message, expected),))


def _grown(root: yaml.Node, file: str) -> Composed:
    growing = _Growing(file)
    tree = growing.node(root, (), None)
    if tree.entries is not None:
        return Composed(tree, tuple(growing.problems))
    wrong = tree.problem(f"{tree.found} where keys with values belong", "lines like 'title: ...'")
    return Composed(None, (*growing.problems, wrong))


def _parsed(text: str, file: str) -> yaml.Node | Problem | None:
    """PyYAML's nodes, or what keeps a text from being read; None when it holds nothing."""
    try:
        too_much = Bounds(file).check(yaml.parse(text, Loader=FastLoader))
        return too_much or yaml.compose(text, Loader=FastLoader)
    except yaml.MarkedYAMLError as error:
        return explain(_better(text, error), file, text)


def _better(text: str, error: yaml.MarkedYAMLError) -> yaml.MarkedYAMLError:
    try:
        for _ in yaml.parse(text, Loader=PureLoader):
            pass
    except yaml.MarkedYAMLError as pure:
        return pure if _at_one_line(pure, error) else error
    return error


def _at_one_line(one: yaml.MarkedYAMLError, other: yaml.MarkedYAMLError) -> bool:
    """Whether two errors are the same: each parser also refuses a few things that the other lets pass."""
    here, there = one.problem_mark, other.problem_mark
    return here is not None and there is not None and abs(here.line - there.line) <= 1


@dataclass
class _Growing:
    """The tree while it grows out of PyYAML's nodes."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def node(self, source: Any, path: Path, key: Mark | None) -> Node:
        mark = self._mark(source)
        key = key or mark
        if source.tag not in _PLAIN_TAGS:
            tag = source.tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(mark, f"the tag {quoted(tag)} means nothing here", "a plain value")
        if isinstance(source, yaml.MappingNode):
            entries = self._entries(source, path)
            names = [word.value for word, _ in source.value]
            return Node(
                path, mark, key, entries=entries, twice=any(names.count(name) > 1 for name in entries)
            )
        if isinstance(source, yaml.SequenceNode):
            items = tuple(self.node(item, (*path, number), None) for number, item in enumerate(source.value))
            return Node(path, mark, key, items=items)
        word = self._word(source, mark)
        return Node(path, mark, key, value=word if source.style else scalar_of(word), raw=word)

    def _entries(self, source: yaml.MappingNode, path: Path) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for key, value in source.value:
            mark = self._mark(key)
            if not isinstance(key, yaml.ScalarNode):
                self._problem(mark, "a list or mapping cannot be a key", "a word before the ':'")
            elif (name := self._word(key, mark)) in entries:
                self._twice(name, mark, entries[name])
            else:
                entries[name] = self.node(value, (*path, name), mark)
        return entries

    def _word(self, source: yaml.ScalarNode, mark: Mark) -> str:
        """A scalar's text. Within double quotes, escapes can make characters that the file itself has not."""
        word = str(source.value)
        if source.style == '"' and (wrong := unfit(word)):
            self._problem(mark, wrong, EXPECTED)
        return word

    def _twice(self, key: str, mark: Mark, first: Node) -> None:
        message = f"the key {quoted(key)} is given twice"
        self._problem(mark, message, "", f"first given on line {first.key.origin.line}")

    def _problem(self, mark: Mark, message: str, expected: str = "", hint: str = "") -> None:
        self.problems.append(Problem(mark.origin, message, expected, hint, "", mark.width))

    def _mark(self, source: Any) -> Mark:
        start, end = source.start_mark, source.end_mark
        one_word = isinstance(source, yaml.ScalarNode) and start.line == end.line
        width = max(1, end.column - start.column) if one_word else 1
        return Mark(Origin(self.file, start.line + 1, start.column + 1), width)
