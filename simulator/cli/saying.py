"""What a command says: lines as wide as the screen, with commands that can be typed as they stand."""

import sys
from collections.abc import Iterable

import click

from simulator.domain.calling import as_called, called
from simulator.terminal.screen import Screen
from simulator.terminal.wrap import hang


def say(lines: Iterable[str]) -> None:
    """Say lines; those that are too long go on below where their words began."""
    width = Screen.of(sys.stdout).width
    for line in lines:
        for part in as_called(line).splitlines() or [""]:
            click.echo("\n".join(_within(part, width)))


def row(head: str, text: str) -> list[str]:
    """A text behind its head, within the width of the screen."""
    return hang(head, text, Screen.of(sys.stdout).width)


def _within(line: str, width: int) -> list[str]:
    """A line in lines; a command in a line of its own, and a long path, stay whole, to be copied."""
    words = line.lstrip()
    whole = words.startswith(f"{called()} ") or max(map(len, words.split()), default=0) > width // 2
    if len(line) <= width or whole:
        return [line]
    return hang(line[: len(line) - len(words)], words, width)
