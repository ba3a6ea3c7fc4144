"""Running the server, and what it says when it is up."""

import errno
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from simulator.library import Unusable
from simulator.room.reach import Reach

SHUTDOWN = 2
"""Seconds that open sockets are given when the server is stopped."""

LARGEST_MESSAGE = 1024
"""Bytes of a browser's message over its socket: it has nothing to say there."""
WAITING = 2048
"""Connections that may wait to be taken up: a whole game day comes back at once after a restart."""


class Taken(Unusable):
    """Nothing can be served there."""


def serve(app: Starlette, host: str, port: int, ready: Callable[[], None], reach: Reach) -> None:
    """Serve until interrupted; `ready` is called once the address is ours."""
    listening = _bound(host, port)
    config = uvicorn.Config(
        app,
        log_level="warning",
        timeout_graceful_shutdown=SHUTDOWN,
        ws="websockets-sansio",
        server_header=False,
        ws_max_size=LARGEST_MESSAGE,
        ws_max_queue=2,
        proxy_headers=bool(reach.proxy),
        forwarded_allow_ips=reach.proxy or None,
        ssl_certfile=reach.certificate,
        ssl_keyfile=reach.key,
    )
    try:
        config.load()
    except OSError as error:  # SSLError is one
        raise Unusable(f"the certificate and its key cannot be used: {_reason(error)}") from None
    ready()
    with listening:
        uvicorn.Server(config).run([listening])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        other = f" Another one: --port {port + 1}" if error.errno == errno.EADDRINUSE else ""
        raise Taken(f"nothing can be served at {host}, port {port}: {_reason(error)}.{other}") from None
    return listening


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
