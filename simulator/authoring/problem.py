"""A problem in a file: a value with a place, what was expected and how to mend it; and how it is shown."""

import re

from simulator.domain.origin import Origin
from simulator.domain.value import Value

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
WIDEST = 120
_BEFORE = 60


class Problem(Value):
    """Something wrong at one place of a file.

    `expected` says what may stand there and `hint` how to mend it; either may be empty. `path` is where it
    is in the file's structure (`services.app.needs[1]`), empty for the file as a whole. `width` is the
    length of the word to underline. `rule` is the rule of the critic that found it, empty for what keeps a
    file from being read.
    """

    origin: Origin
    message: str
    expected: str = ""
    hint: str = ""
    path: str = ""
    width: int = 1
    rule: str = ""

    @property
    def order(self) -> tuple[Origin, str]:
        """Problems are told in the order of their places."""
        return (self.origin, self.message)


def render(problem: Problem, source_text: str) -> str:
    """The problem as a person reads it: place and message, the source line with a caret, then advice."""
    named = problem.rule or problem.path
    where = f"  [{named}]" if named else ""
    lines = [harmless(f"{problem.origin}: {problem.message}{where}"), *_excerpt(problem, source_text)]
    margin = " " * len(str(problem.origin.line))
    if problem.expected:
        lines.append(harmless(f"{margin} = expected {problem.expected}"))
    if problem.hint:
        lines.append(harmless(f"{margin} = {problem.hint}"))
    return "\n".join(lines)


def _excerpt(problem: Problem, source_text: str) -> list[str]:
    lines = LINE_BREAK.split(source_text)
    number, column = problem.origin.line, problem.origin.column
    if not 1 <= number <= len(lines):
        return []
    line = lines[number - 1]
    start = max(0, column - _BEFORE) if len(line) > WIDEST else 0
    shown = harmless(line[start : start + WIDEST]).rstrip()
    gap = " " * (column - 1 - start)
    carets = "^" * max(1, min(problem.width, len(shown) - len(gap)))
    margin = " " * len(str(number))
    return [f"{number} | {shown}".rstrip(), f"{margin} | {gap}{carets}"]


def harmless(text: str) -> str:
    """Text from a file made fit for a terminal: nothing that moves the cursor or changes colour."""
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text
    )
