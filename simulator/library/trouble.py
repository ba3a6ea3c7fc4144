"""What stands in the way of opening something, told so that a person can mend it."""

from pathlib import Path

from simulator.authoring import Problem, render


class Unusable(Exception):
    """Something could not be opened. The text says what was asked for, why it failed and what to do."""


class Unknown(Unusable):
    """There is nothing by the name that was asked for."""


class Faulty(Unusable):
    """A file is there and has problems: `shown` holds each as a person reads it."""

    def __init__(self, path: Path | str, problems: tuple[Problem, ...], text: str) -> None:
        self.path = str(path)
        self.problems = problems
        self.shown = tuple(render(problem, text) for problem in problems)
        super().__init__(f"{self.path} has {counted(len(problems), 'problem')}")

    @property
    def all(self) -> str:
        """Every problem in full, then how many there are."""
        return "\n".join((*self.shown, str(self)))


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 problem`, `3 problems`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
