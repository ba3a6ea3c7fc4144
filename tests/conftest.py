"""What all tests share: tests whose program is not on this machine are skipped, and --regold."""

import os
import shutil

import pytest

os.environ["ICSIM_HISTORY"] = "off"  # nobody's own history; tests of it name another file

PROGRAMS = {
    "tty": ("tmux",),
    "browser": ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
}
"""What tests with a mark need, best first: without windows, browser tests take a quarter less time."""


def pytest_addoption(parser):
    parser.addoption("--regold", action="store_true", help="make the golden files again")


def pytest_configure(config):
    if config.getoption("regold"):
        config.option.update_snapshots = True


def pytest_collection_modifyitems(items):
    missing = {mark: any_of for mark, any_of in PROGRAMS.items() if not any(map(shutil.which, any_of))}
    for item in items:
        for mark in missing.keys() & {marker.name for marker in item.iter_markers()}:
            item.add_marker(pytest.mark.skip(reason=f"no {missing[mark][0]} on this machine"))


@pytest.fixture(autouse=True)
def called_as_usual(monkeypatch):
    """Commands are told as `icsim ...`, whatever called the tests, or a test before this one."""
    monkeypatch.delenv("ICSIM_AS", raising=False)


@pytest.fixture
def regold(request) -> bool:
    """Whether golden files are to be made again rather than compared."""
    return bool(request.config.getoption("regold"))
