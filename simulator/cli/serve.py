"""`icsim serve`: the room, for a game day in browsers."""

from collections.abc import Mapping
from pathlib import Path
from socket import socket
from typing import Any

import click

from simulator.cli.outcome import FINE, Problems
from simulator.room.address import Taken, bound


@click.command("serve")
@click.option("--demo", is_flag=True, help="Open a room in which a program leads, to see it live at once.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0: all."
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), metavar="P", help="Its port."
)
@click.option(
    "--database", "kept", default="", metavar="URL", help="Where rooms are kept: a file, or postgresql://..."
)
@click.option("--outage", default="", metavar="O", help="What the demo plays; else the first one there is.")
@click.option("--public", is_flag=True, help="Anybody may reach it: refuses to start without TLS.")
@click.option("--tls-cert", type=click.Path(path_type=Path), metavar="FILE", help="A certificate (PEM).")
@click.option("--tls-key", type=click.Path(path_type=Path), metavar="FILE", help="Its key (PEM).")
@click.option(
    "--proxy",
    default="",
    metavar="IP",
    help="A proxy in front does TLS: its address.",
)
def command(demo: bool, host: str, port: int, kept: str, outage: str, **reached: Any) -> int:
    """Open the room: a game day in browsers.

    It prints the facilitator's link. Open a room there, show its code, and people join with it; nobody needs
    an account, and nothing is fetched from elsewhere.

    \b
    Examples:
      icsim serve --demo
      icsim serve --host 0.0.0.0 --port 8080
      icsim serve --public --host 0.0.0.0 --tls-cert cert.pem --tls-key key.pem
      icsim serve --public --proxy 127.0.0.1 --database postgresql://db/icsim
    """
    try:
        listening = bound(host, port)
    except Taken as why:
        raise Problems(str(why)) from None
    with listening:
        _serve(listening, f"{_reached(host)}:{port}", kept, outage if demo else None, reached)
    return FINE


def _serve(listening: socket, place: str, kept: str, demo: str | None, reached: Mapping[str, Any]) -> None:
    """Read the program and the rooms, now that whoever comes can wait at the door.

    `demo` is the outage in which a program leads, empty for the first one, None without a demo.
    """
    from simulator.cli.opening import library, told
    from simulator.library import FIRST, personal_folder
    from simulator.room.app import application
    from simulator.room.database import open_database
    from simulator.room.keys import Keys
    from simulator.room.reach import Reach, checked
    from simulator.room.serve import serve

    with told():
        reach = checked(Reach(reached["public"], reached["tls_cert"], reached["tls_key"], reached["proxy"]))
        store = open_database(kept or str(personal_folder() / "rooms.db"))
        shelf, shown = library(), "" if demo is None else demo or FIRST
        if shown:
            shelf.outage(shown)
        address = f"{reach.scheme}://{place}"
        link = f"{address}/host/{Keys(store).facilitator}"
        app = application(store, shelf, shown, reach.secure)
        serve(app, listening, lambda: click.echo(_welcome(address, link)), reach)


def _reached(host: str) -> str:
    """The host as a browser on this machine reaches it."""
    every = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}
    return every.get(host, f"[{host}]" if ":" in host else host)


def _welcome(address: str, link: str) -> str:
    return f"""The room is open. Leave with Ctrl-C; rooms are kept.

  Facilitator   {link}
  Everybody     {address}   with the code that the facilitator shows
"""
