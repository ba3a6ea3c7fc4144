"""Playing an exercise to its end, at the live console, in plain lines, from a script or by a program."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from simulator.domain.calling import as_called
from simulator.domain.value import Value
from simulator.exercise import Exercise
from simulator.exercise.players import Player
from simulator.library import Journal, personal_folder
from simulator.terminal.briefing import briefing, drill_task
from simulator.terminal.leaving import Leaving
from simulator.terminal.plain import play_lines, play_script
from simulator.terminal.screen import Screen
from simulator.terminal.seat import Seat
from simulator.terminal.wrap import paragraph

RECAP = 12
"""Lines of the timeline shown again when a play is gone on with."""
TURNS_AT_MOST = 2000
TURNS = "Time stands still while you think, whatever pace it had before. To let it run by itself: pace 10x"
"""What is said when a play is gone on with, as a recording does not know at what pace it was played."""


class Front(Value):
    """How an exercise is played: by a program or a script if there is one, else by whoever sits here.

    `speed` 0 is turn-based; `plain` asks for lines instead of the live console. `opening` is what stands
    before the first prompt of a play that does not begin at its first second; `until` ends it before its end.
    """

    script: Iterable[str] | None = None
    player: Player | None = None
    speed: float = 0
    plain: bool = False
    opening: tuple[str, ...] = ()
    until: Callable[[Exercise], bool] | None = None

    @property
    def someone(self) -> bool:
        """Whether a person plays. A program, a script and a pipe speak for whoever leads."""
        return sys.stdin.isatty() and self.script is None and self.player is None

    @property
    def live(self) -> bool:
        """Whether the live console can be used."""
        here = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        return here and not self.plain and self.script is None and self.player is None


def play_out(exercise: Exercise, journal: Journal, front: Front, resumed: bool = False) -> bool:
    """Play until the end; False when the player left before it, and was told how to go on."""
    screen = Screen.of(sys.stdout)
    seat = Seat(exercise, screen, journal, front.speed, front.until, led_on=front.someone, asks=front.someone)
    leaving = Leaving(journal.path)
    try:
        _open(seat, journal.path, front, resumed)
        stayed = _play(seat, leaving, front)
    except KeyboardInterrupt:
        stayed = False
    except Exception as error:
        error.add_note(as_called(f"Your play is kept. To go on with it: icsim play --resume {journal.path}"))
        raise
    if not stayed:
        screen.write = Screen.of(sys.stdout).write
        screen.show(["", *leaving.farewell(seat.clock.speed if seat.clock else 0).splitlines()])
    return stayed


def _open(seat: Seat, path: Path, front: Front, resumed: bool) -> None:
    screen, exercise = seat.screen, seat.exercise
    if front.opening:
        screen.show([screen.paint("The last lines were:", "dim")])
        seat.recount(RECAP)
        screen.show(["", *front.opening, ""])
    elif resumed:
        screen.show([screen.paint(f"{exercise.scenario.title}, gone on with. The last lines were:", "bold")])
        seat.recount(RECAP)
        screen.show([] if front.speed else paragraph(TURNS, screen.width))
    else:
        screen.show(briefing(exercise, str(path), front.speed, screen.paint, screen.width))
        screen.show([""])
        seat.recount()
    if exercise.scenario.drill:
        screen.show(["", *drill_task(exercise.scenario.drill, screen.paint, screen.width)])


def _play(seat: Seat, leaving: Leaving, front: Front) -> bool:
    if front.player is not None:
        _let_play(seat, front.player)
        return True
    if front.script is not None:
        play_script(seat, front.script)
        seat.lead_on()
        return True
    if front.live:
        from simulator.terminal.console import Console

        return Console(seat, leaving, personal_folder() / "history").play()
    if sys.stdin.isatty():
        return play_lines(seat, leaving)
    play_script(seat, sys.stdin)
    seat.lead_on()
    return True


def _let_play(seat: Seat, player: Player) -> None:
    """Let a program play, and show what it says and hears."""
    for _ in range(TURNS_AT_MOST):
        if seat.over:
            return
        play_script(seat, [player.says(seat.exercise)])
    seat.exercise.tick(seat.exercise.scenario.limit)
