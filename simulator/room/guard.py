"""What a browser is held to: no inline script, no framing, no requests from elsewhere, not too many."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
KEPT_SECURE = "max-age=31536000"
"""Seconds for which a browser that came by TLS comes by nothing else."""
LARGEST = 64_000
"""Bytes of a request's body."""
LONGER = {"/host/upload": 1_200_000}
"""Where it may be longer: a scenario file, as JSON."""
LONGEST_COOKIE = 16_000
"""Characters of all cookies together; nobody sits in so many seats."""


class TooLong(Exception):
    """A body went on after the bytes that are allowed."""


class Guard:
    """Refuses requests that come from another site, and sets the headers that hold the page to its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what may pass."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = _refused(scope, headers)
        if refused and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4000 + refused[0]})
        elif refused:
            await PlainTextResponse(refused[1], refused[0])(scope, receive, _guarded(scope, send))
        else:
            await self._pass(scope, receive, _guarded(scope, send))

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        try:
            await self._app(scope, _counted(receive, _most(scope)), send)
        except TooLong:
            await PlainTextResponse("That is too long.", 413)(scope, receive, send)


def _refused(scope: Scope, headers: Headers) -> tuple[int, str] | None:
    """Status and words for what is not even looked at."""
    if _foreign(scope, headers):
        return 403, "This came from another site."
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdecimal()) or len(length) > 9:
        return 400, "That has no sensible length."
    if int(length) > _most(scope):
        return 413, "That is too long."
    if len(headers.get("cookie", "")) > LONGEST_COOKIE:
        return 431, "Those are too many cookies."
    return None


def _most(scope: Scope) -> int:
    return LONGER.get(scope["path"], LARGEST)


def _counted(receive: Receive, most: int) -> Receive:
    """A body that says no length may not be longer either."""
    had = 0

    async def counted() -> Message:
        nonlocal had
        message = await receive()
        had += len(message.get("body", b""))
        if had > most:
            raise TooLong
        return message

    return counted


def _guarded(scope: Scope, send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            sent = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                sent.setdefault(name, value)
            if scope.get("scheme") == "https":
                sent.setdefault("strict-transport-security", KEPT_SECURE)
        await send(message)

    return guarded


def _foreign(scope: Scope, headers: Headers) -> bool:
    """Whether what changes something, or opens a socket, was asked for by a page of another site."""
    if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
        return False
    origin = headers.get("origin")
    if origin is not None:
        return origin.partition("://")[2] != headers.get("host", "")
    return headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


class Bucket:
    """So many at once, and so many a second after that, for each key. The oldest keys are forgotten."""

    KEYS = 10_000

    def __init__(self, most: float, per_second: float, now: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._per_second = per_second
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def has(self, key: str) -> bool:
        """Whether one more would be allowed now; nothing is counted."""
        left, since = self._left.get(key, (self._most, self._now()))
        return left + (self._now() - since) * self._per_second >= 1

    def takes(self, key: str) -> bool:
        """Whether one more is allowed now; it is counted."""
        now = self._now()
        left, since = self._left.pop(key, (self._most, now))
        left = min(self._most, left + (now - since) * self._per_second)
        self._left[key] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > self.KEYS:
            self._left.popitem(last=False)
        return left >= 1
