"""The figures of a room: how soon everybody sees a word, what a kill loses, what idle rooms weigh."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter

from simulator.bench.figure import Figure
from simulator.bench.fuzz import Luck
from simulator.bench.room.browser import Door
from simulator.bench.room.day import SEATS, SPEED, Day, open_room
from simulator.bench.room.server import Served

ROOMS, LASTS, EVERY = 20, 40.0, 0.1
SOON, BACK, LEAN = 250, 5.0, 1000
KILLS, IDLE = 20, 500
SETTLES = 15
"""Seconds after which what was said last must have come everywhere."""


def room() -> Iterator[Figure]:
    """Latency and order under load, then kills, then idle rooms."""
    for measure in (_loaded, _killed):
        with TemporaryDirectory() as folder:
            yield from asyncio.run(measure(Path(folder) / "rooms.db"))
    with TemporaryDirectory() as folder:
        yield from _idle(Path(folder) / "rooms.db")


async def _loaded(database: Path) -> list[Figure]:
    served = Served(database)
    try:
        day = Day(served, ROOMS)
        await day.begin()
        until = monotonic() + LASTS
        await day.talk(lambda: monotonic() > until, EVERY)
        await _settled(day)
        took = sorted(_delays(day))
        faults = sum(browser.faults for browser in day.everybody) + await _unlike(day)
        await day.end()
    finally:
        served.stop()
    sockets, cores = ROOMS * len(SEATS), os.cpu_count()
    how = (
        f"{len(day.said)} words in {LASTS:.0f} s, {sockets} sockets over {ROOMS} rooms at {SPEED}x, programs "
    )
    how += f"leading, from the request to the last of 10 screens; server and browsers share {cores} cores"
    late = 1000 * quantiles(took, n=100)[98]
    lines = sum(len(browser.lines) for browser in day.everybody)
    return [
        Figure("word to everyone's screen, p50", 1000 * took[len(took) // 2], "ms", how),
        Figure("word to everyone's screen, p99", late, "ms", how, f"below {SOON} ms", late < SOON),
        Figure("lines missed or doubled", faults, "", f"{lines} lines sent", "none", not faults),
    ]


def _delays(day: Day) -> Iterator[float]:
    """For each word, the seconds until the last in its room had it."""
    for number, text, begin in day.said:
        came = [browser.came.get(text) for browser in day.rooms[number]]
        yield max(moment - begin if moment else float("inf") for moment in came)


async def _settled(day: Day) -> None:
    """Wait until everybody has what was said last, or it has become too late for that."""
    until = monotonic() + SETTLES
    while monotonic() < until and any(delay == float("inf") for delay in _delays(day)):
        await asyncio.sleep(0.1)


async def _unlike(day: Day) -> int:
    """Browsers whose lines are not what a browser is sent that comes now and asks for all of them."""
    unlike = 0
    for people in day.rooms:
        for browser in people:
            had = list(browser.lines)
            whole = await browser.whole(len(had))
            unlike += whole != had
    return unlike


async def _killed(database: Path) -> list[Figure]:
    served, luck = Served(database), Luck(7)
    back: list[float] = []
    try:
        day = Day(served, ROOMS)
        await day.begin()
        talk = asyncio.create_task(day.talk(lambda: len(back) >= KILLS, EVERY))
        for _ in range(KILLS):
            await asyncio.sleep(0.5 + luck.below(2000) / 1000)
            back.append(await _restarted(day, served))
        await talk
        await _settled(day)
        lost = sum(delay == float("inf") for delay in _delays(day))
        faults = sum(browser.faults for browser in day.everybody) + await _unlike(day)
        await day.end()
    finally:
        served.stop()
    how = f"SIGKILL at {KILLS} moments, {ROOMS} rooms with {ROOMS * len(SEATS)} sockets at {SPEED}x, "
    how += f"{len(day.said)} words acknowledged"
    return [
        Figure("kills: acknowledged words lost or said twice", lost + _twice(day), "", how, "none",
               not lost + _twice(day)),
        Figure("kills: lines missed, doubled or changed", faults, "", how, "none", not faults),
        Figure("kills: last browser back after the restart", max(back), "s", how + ", the slowest",
               f"within {BACK:.0f} s", max(back) <= BACK),
    ]  # fmt: skip


async def _restarted(day: Day, served: Served) -> float:
    """Kill the server and start it again; seconds from the start of the process to the last one back."""
    served.kill()
    for browser in day.everybody:
        browser.connected.clear()
    begin = perf_counter()
    await asyncio.to_thread(served.start)
    await day.connected()
    return perf_counter() - begin


def _twice(day: Day) -> int:
    """Words that somebody's screen shows more than once."""
    return sum(browser.twice for browser in day.everybody)


def _idle(database: Path) -> Iterator[Figure]:
    served = Served(database)
    try:
        host = Door(served.port)
        host.ask("GET", f"/host/{served.key}")
        for number in range(IDLE):
            open_room(host, number)
        weight = served.memory / 1e6
    finally:
        served.stop()
    how = f"{IDLE} rooms opened and standing still, resident memory of the server"
    yield Figure("idle rooms", weight, "MB", how, f"below {LEAN} MB", weight < LEAN)
