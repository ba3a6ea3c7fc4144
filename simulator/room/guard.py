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
    "cache-control": "no-store",
}
LARGEST = 64_000
"""Bytes of a request's body; scenario files that are uploaded may be longer."""


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
        if _foreign(scope, headers):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 4403})
            else:
                await PlainTextResponse("This came from another site.", 403)(scope, receive, send)
            return
        if int(headers.get("content-length") or 0) > LARGEST:
            await PlainTextResponse("That is too long.", 413)(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    sent.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, guarded)


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
