"""`icsim serve`: the room, for a game day in browsers."""

import click

from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE
from simulator.library import FIRST
from simulator.library.places import personal_folder


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
@click.option("--outage", default=FIRST, show_default=True, metavar="O", help="What the demo plays.")
def command(demo: bool, host: str, port: int, kept: str, outage: str) -> int:
    """Open the room: a game day in browsers.

    It prints the facilitator's link. Open a room there, show its code, and people join with it; nobody needs
    an account, and nothing is fetched from elsewhere.

    \b
    Examples:
      icsim serve --demo
      icsim serve --host 0.0.0.0 --port 8080
    """
    from simulator.room.app import application
    from simulator.room.database import open_database
    from simulator.room.keys import Keys
    from simulator.room.serve import serve

    with told():
        store = open_database(kept or str(personal_folder() / "rooms.db"))
        shelf = library()
        shelf.outage(outage)
        address = f"http://{_reached(host)}:{port}"
        link = f"{address}/host/{Keys(store).facilitator}"
        app = application(store, shelf, outage if demo else "")
        serve(app, host, port, lambda: click.echo(_welcome(address, link)))
    return FINE


def _reached(host: str) -> str:
    """The host as a browser on this machine reaches it."""
    every = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}
    return every.get(host, f"[{host}]" if ":" in host else host)


def _welcome(address: str, link: str) -> str:
    return f"""The room is open. Leave with Ctrl-C; rooms are kept.

  Facilitator   {link}
  Everybody     {address}   with the code that the facilitator shows
"""
