"""The live console: lines stream in above the prompt while one types. The only file that knows how."""

import asyncio
import sys
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.shortcuts import CompleteStyle

from simulator.terminal.completing import Completing
from simulator.terminal.leaving import Leaving
from simulator.terminal.seat import Seat
from simulator.terminal.wrap import paragraph

BEAT = 0.2
"""Seconds between two looks at a running clock."""
MENU = 6
"""Lines kept free below the prompt for what Tab offers."""


class Console:
    """A terminal with a prompt, at which one seat is played."""

    def __init__(self, seat: Seat, leaving: Leaving, history: Path | None = None) -> None:
        self._seat = seat
        self._leaving = leaving
        self._held: list[str] = []
        seat.screen.write = self._held.append
        self._session: PromptSession[str] = PromptSession(
            history=_history(history),
            completer=Completing(seat.exercise),
            complete_while_typing=False,
            complete_style=CompleteStyle.COLUMN,
            reserve_space_for_menu=MENU,
            bottom_toolbar=lambda: "\n".join(seat.status),
            key_bindings=self._keys(),
        )

    def play(self) -> bool:
        """Play until the exercise is over; False when the player leaves before."""
        try:
            return asyncio.run(self._play())
        finally:
            self._let_go()

    async def _play(self) -> bool:
        self._let_go()
        running = asyncio.create_task(self._run_clock())
        try:
            while not self._seat.over:
                if running.done():
                    running.result()
                if not await self._turn():
                    return False
                self._let_go()
            return True
        finally:
            running.cancel()

    async def _turn(self) -> bool:
        """One line typed; False when it was the second wish to leave."""
        try:
            redraw = 0.5 if self._seat.clock else 0
            line = await self._session.prompt_async(lambda: self._seat.prompt, refresh_interval=redraw)
        except (KeyboardInterrupt, EOFError):
            return self._seat.over or self._stays()
        self._leaving.stays()
        self._seat.tick()
        self._seat.say(line)
        return True

    def _stays(self) -> bool:
        self._seat.pause()
        if self._leaving.asks():
            return False
        screen, stopped = self._seat.screen, " Time is stopped; go lets it run." if self._seat.clock else ""
        screen.show(paragraph(self._leaving.question + stopped, screen.width))
        return True

    async def _run_clock(self) -> None:
        """Let time go on while somebody types, and show what comes above their words."""
        while True:
            await asyncio.sleep(BEAT)
            if self._session.app.is_running:
                self._seat.tick()
                await self._show_above()
                if self._seat.over:
                    self._session.app.exit(exception=EOFError)
                    return

    async def _show_above(self) -> None:
        if self._held:
            await run_in_terminal(self._let_go)

    def _let_go(self) -> None:
        """Write what is held back; the prompt must be out of the way."""
        if self._held:
            sys.stdout.write("\n".join(self._held) + "\n")
            sys.stdout.flush()
            self._held.clear()

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("c-z")
        def _(event: KeyPressEvent) -> None:
            clock = self._seat.clock
            self._seat.say("go" if clock and clock.stopped else "pause")
            event.app.create_background_task(self._show_above())

        return keys


class _Remembered(FileHistory):
    """What was typed in earlier plays; a disk that is full costs the memory, not the play."""

    def store_string(self, string: str) -> None:
        try:
            super().store_string(string)
        except OSError:
            return


def _history(path: Path | None) -> History:
    if path is None:
        return InMemoryHistory()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError:
        return InMemoryHistory()
    return _Remembered(str(path))
