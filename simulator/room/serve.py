"""Running the server, and what it says when it is up."""

import gc
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from simulator.library import Unusable
from simulator.room.address import reason
from simulator.room.reach import Reach

SHUTDOWN = 2
"""Seconds that open sockets are given when the server is stopped."""

LARGEST_MESSAGE = 1024
"""Bytes of a browser's message over its socket: it has nothing to say there."""


def serve(app: Starlette, listening: socket.socket, ready: Callable[[], None], reach: Reach) -> None:
    """Serve until interrupted; `ready` is called before the first answer."""
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
        raise Unusable(f"the certificate and its key cannot be used: {reason(error)}") from None
    ready()
    _keep_what_is_read()
    uvicorn.Server(config).run([listening])


def _keep_what_is_read() -> None:
    """Have Python's search for garbage pass over the program itself: to walk it holds up every room."""
    gc.collect()
    gc.freeze()
