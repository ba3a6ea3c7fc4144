"""Where things are kept: what is shipped, the folders of one's own, and what belongs to the person."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
OWN_FOLDERS = "ICSIM_SCENARIOS"
"""The environment variable that names folders of one's own, separated as in PATH."""
PLAYS = "icsim-plays"
"""The folder, below the current one, that recordings go to unless one says where."""


def shipped(what: str) -> Path:
    """The folder `scenarios` or `reports`: inside an installed package, beside the package in a checkout."""
    installed = PACKAGE / "_shipped" / what
    return installed if installed.is_dir() else PACKAGE.parent / what


def guards() -> Path:
    """Where what guards the shipped outages is kept: a checkout's tests; the current folder elsewhere."""
    checkout = shipped("scenarios").parent == PACKAGE.parent
    return PACKAGE.parent / "tests" if checkout else Path()


def own_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders that ICSIM_SCENARIOS names; the first one wins where two hold the same id."""
    named = environment.get(OWN_FOLDERS, "").split(os.pathsep)
    return tuple(Path(name).expanduser() for name in named if name.strip())


def personal_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where what a person keeps between plays belongs on this system, such as what they typed."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "icsim"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "icsim"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "icsim"
