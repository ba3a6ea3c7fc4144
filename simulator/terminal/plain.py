"""Plain line mode: for scripts and pipes, for screen readers, and for terminals that can do no more."""

import sys
from collections.abc import Iterable
from typing import TextIO

from simulator.exercise.script import pass_time
from simulator.terminal.leaving import Leaving
from simulator.terminal.seat import Seat
from simulator.terminal.wrap import paragraph


def play_script(seat: Seat, lines: Iterable[str]) -> None:
    """Say each line as if it were typed; blank lines and lines that begin with `#` are passed over.

    A line that begins with `@` lets time run to a moment first (see `simulator.exercise.script`).
    """
    for line in lines:
        words, missed = pass_time(seat.exercise, line.strip())
        if missed:
            seat.screen.show([f"  ? {line.strip()}: {missed}"])
        if seat.over:
            return
        if words and not words.startswith("#"):
            seat.screen.show([seat.screen.paint(f"{seat.prompt}{words}", "bold")])
            seat.say(words)


def play_lines(seat: Seat, leaving: Leaving, typed: TextIO = sys.stdin) -> bool:
    """Prompt for one line after the other; False when the player leaves before the end."""
    while not seat.over:
        try:
            sys.stdout.write(seat.prompt)
            sys.stdout.flush()
            line = typed.readline()
        except KeyboardInterrupt:
            line = ""
        if line:
            leaving.stays()
            seat.say(line)
        elif leaving.asks():
            return False
        else:
            seat.screen.show(["", *paragraph(leaving.question, seat.screen.width)])
    return True
