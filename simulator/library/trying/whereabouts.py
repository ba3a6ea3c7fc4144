"""Where the files of an outage lie, as a person can open them."""

from pathlib import Path

from simulator.library.library import Library
from simulator.library.outage import Outage
from simulator.library.shelf import keep


def whereabouts(outage: Outage, library: Library, asked: str) -> dict[str, str]:
    """For each of its files, what entries call it and its path; `asked` is what the outage was asked by."""
    near = Path(asked)
    shelf = library.beside(near) if near.is_file() else library
    own = keep(near, near.name) if near.is_file() else None
    kept = [*shelf.kept.values(), *([own] if own else [])]
    texts = {each.text: _shown(each.path) for each in kept}
    return {source.name: texts[source.text] for source in outage.sources if source.text in texts}


def _shown(path: Path) -> str:
    """A path as it is shortest to type from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
