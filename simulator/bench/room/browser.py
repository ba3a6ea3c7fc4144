"""What a browser does, without one: joins, follows its socket, comes back when it breaks, and speaks."""

import asyncio
import json
import re
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import perf_counter
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

COMES_BACK = 0.2
"""Seconds after which a browser tries again; the pages' own script begins with about half a second."""

WORD = re.compile(r"bench-\d+")
"""What is written in a note, so that it is known again on every screen."""
PATIENCE = 10
"""Seconds that the next message may take."""


class Door:
    """Requests to the server, each with the cookies it gave."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
        """Status and answer."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"content-type": "application/json", "cookie": self.cookie}
        line.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = line.getresponse()
        self._keep_cookies(answer)
        text = answer.read()
        line.close()
        kind = answer.getheader("content-type") or ""
        return answer.status, json.loads(text) if kind.startswith("application/json") else text

    def _keep_cookies(self, answer: HTTPResponse) -> None:
        for header in answer.msg.get_all("set-cookie") or ():
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value

    @property
    def cookie(self) -> str:
        """All cookies in one header."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


class Browser:
    """Somebody in a seat: the lines they were sent, and when each came."""

    def __init__(self, port: int, code: str, seat: str, name: str) -> None:
        self.door = Door(port)
        self.seat = seat
        status, told = self.door.ask("POST", "/join", {"code": code, "name": name, "seat": seat})
        if status != 200:
            raise RuntimeError(f"{name} could not join: {told}")
        self.place = told["to"]
        self.lines: list[str] = []
        self.came: dict[str, float] = {}
        self.faults = self.twice = 0
        self._words: set[str] = set()
        self.connected = asyncio.Event()
        self._last = 0

    async def follow(self) -> None:
        """Listen for good; what comes out of order, twice or not at all is a fault."""
        while True:
            with suppress(OSError, WebSocketException, EOFError):
                await self._listen()
            self.connected.clear()
            await asyncio.sleep(COMES_BACK)

    async def _listen(self) -> None:
        address = f"ws://127.0.0.1:{self.door.port}{self.place}/ws?after={self._last}"
        headers = {"cookie": self.door.cookie}
        async with connect(address, additional_headers=headers, compression=None, max_size=None) as socket:
            async for message in socket:
                self.connected.set()
                self._hear(json.loads(message), perf_counter())

    async def whole(self, most: int) -> list[str]:
        """What somebody is sent in this seat who comes now: the first so many lines."""
        address = f"ws://127.0.0.1:{self.door.port}{self.place}/ws"
        headers = {"cookie": self.door.cookie}
        lines: list[str] = []
        async with connect(address, additional_headers=headers, compression=None, max_size=None) as socket:
            while len(lines) < most:
                told = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))
                lines += [line["text"] for line in told.get("lines", ())]
        return lines[:most]

    def _hear(self, told: dict[str, Any], now: float) -> None:
        for line in told.get("lines", ()):
            self.faults += line["n"] != self._last + 1
            self._last = line["n"]
            self.lines.append(line["text"])
            word = WORD.search(line["text"]) if line["kind"] == "Noted" else None
            if word:
                self.came.setdefault(word[0], now)
                self.twice += word[0] in self._words
                self._words.add(word[0])

    async def say(self, text: str, key: str) -> bool:
        """Say something, trying again while the server cannot be reached; whether it was taken."""
        for _ in range(200):
            try:
                body = {"text": text, "key": key}
                status, _ = await asyncio.to_thread(self.door.ask, "POST", f"{self.place}/say", body)
            except (OSError, HTTPException):
                await asyncio.sleep(COMES_BACK)
            else:
                return status == 200
        return False
