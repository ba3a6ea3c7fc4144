"""What the tests of the library share: the small shelf, and a copy of it to be spoilt."""

import shutil
from pathlib import Path

import pytest

from tests.small_shelf import SHELF, elsewhere, library, outage

__all__ = ["elsewhere", "library", "outage"]


@pytest.fixture
def shelf(tmp_path) -> Path:
    """A copy of the small shelf, to be spoilt."""
    return Path(shutil.copytree(SHELF, tmp_path / "shelf"))
