"""The scripts of a page, with all that they import named at once.

A browser that is told only of the first one learns of the next when that has come, and so on: on a slow line
each step is a way there and back.
"""

import re
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

STATIC = Path(__file__).parent / "static"
_IMPORTS = re.compile(r'^(?:import|export)\b[^;"=(]*"\./([\w-]+\.js)";', re.MULTILINE)

_AHEAD = Markup('<link rel="modulepreload" href="/static/{}">')
_RUN = Markup('<script type="module" src="/static/{}"></script>')


@lru_cache(maxsize=256)
def imported(name: str) -> tuple[str, ...]:
    """The scripts that one imports, and those that these import, by name."""
    found, ahead = set[str](), [name]
    while ahead:
        text = (STATIC / ahead.pop()).read_text("utf-8")
        new = set(_IMPORTS.findall(text)) - found
        found |= new
        ahead += new
    return tuple(sorted(found - {name}))


def scripts(*names: str) -> Markup:
    """The tags that run some scripts, and have a browser fetch at once what they import."""
    beside = sorted(set().union(*map(imported, names)) - set(names))
    return Markup().join((*map(_AHEAD.format, beside), *map(_RUN.format, names)))
