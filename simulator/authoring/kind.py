"""Which kind of file a text is, also when it cannot be read."""

import re
from pathlib import PurePath

from simulator.authoring.schema import KINDS, Kind

_KEY = re.compile(r"^(scenario|organisation|doctrine)[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_BY_RANK: tuple[Kind, ...] = ("scenario", "organisation", "doctrine")


def kind_of(text: str, file: str) -> Kind | None:
    """The kind of a file, by the keys at its margin, else by its folder; None when neither says."""
    keys = set(_KEY.findall(text))
    for kind in _BY_RANK:
        if kind in keys:
            return kind
    folder = PurePath(file).parent.name.removesuffix("s")
    return next((kind for kind in KINDS if kind == folder), None)
