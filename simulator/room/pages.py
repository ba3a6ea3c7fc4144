"""The room's pages: templates filled, with every value escaped."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from segno import make_qr
from starlette.responses import HTMLResponse

from simulator.room.scripts import scripts

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "pages")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals["scripts"] = scripts
    return made


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of `pages/`."""
    return HTMLResponse(_environment().get_template(f"{name}.html.j2").render(**values), status)


def qr(address: str) -> str:
    """An address as a picture that a phone can read: the `src` of an image."""
    uri: str = make_qr(address).svg_data_uri(scale=5, border=2)
    return uri
