"""What holds for the files of the project whatever they do."""

import ast
import os
import re
import sys
from pathlib import Path

import pytest

import simulator

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "simulator").rglob("*.py"))
FOLDERS = sorted({path.parent for path in FILES})
LONGEST = 400


def name_of(path: Path) -> str:
    """How a test shows a path."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_package_says_what_lives_in_it(folder):
    start = folder / "__init__.py"
    assert start.exists(), f"{name_of(folder)} has no __init__.py"
    assert ast.get_docstring(ast.parse(start.read_text("utf-8"))), f"{name_of(start)} has no docstring"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_file_is_long(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_names_are_words_of_the_domain(path):
    classes = [
        node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)
    ]
    vague = re.compile(
        r"(Manager|Handler|Utils?|Helpers?|\BService)$", re.IGNORECASE
    )  # a Service alone is one of ours
    assert [name for name in [path.stem, *classes] if vague.search(name)] == []


def test_the_newest_heading_of_the_changelog_is_this_version():
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (\S+) - (?:unreleased|\d{4}-\d\d-\d\d)$", changes, re.MULTILINE)
    assert headings[:1] == [simulator.__version__]


@pytest.mark.skipif(sys.platform == "win32", reason="no executable bit on Windows")
@pytest.mark.parametrize("script", ["dev", ".ci/run"])
def test_scripts_are_executable(script):
    assert os.access(ROOT / script, os.X_OK)
