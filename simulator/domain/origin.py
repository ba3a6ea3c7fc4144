"""Where something was written: file, line and column, kept for life so that anything can cite it."""

from simulator.domain.value import Value


class Origin(Value, order=True):
    """A place in a text file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Origin("", 0, 0)
