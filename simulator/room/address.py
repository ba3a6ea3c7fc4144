"""The address of a server: taken first of all, so that whoever comes back after a restart waits there."""

import errno
import socket

WAITING = 2048
"""Connections that may wait to be taken up: a whole game day comes back at once after a restart."""


class Taken(Exception):
    """Nothing can be served there."""


def bound(host: str, port: int) -> socket.socket:
    """The address, ours from now on; whoever connects is answered when the server has read its rooms.

    This file needs nothing of the program, which takes a second to read: until an address is ours,
    browsers are turned away and come back later and later.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        other = f" Another one: --port {port + 1}" if error.errno == errno.EADDRINUSE else ""
        raise Taken(f"nothing can be served at {host}, port {port}: {reason(error)}.{other}") from None
    return listening


def reason(error: OSError) -> str:
    """What the system says, as part of a sentence."""
    return (error.strerror or str(error)).lower()
