"""A copy of the small sound shelf, to be spoilt, and the critic's answer about it."""

import shutil
from pathlib import Path

import pytest

from simulator.authoring import Problem, render
from simulator.library import Library
from simulator.library.checking import criticise
from tests.critic.examples import SHELF


@pytest.fixture
def shelf(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ICSIM_SCENARIOS", raising=False)
    return Path(shutil.copytree(SHELF, tmp_path / "shelf")).relative_to(tmp_path)


@pytest.fixture
def criticised(shelf):
    """All problems of all files of the shelf, each with the text of its file."""

    def answer() -> list[tuple[Problem, str]]:
        library = Library.open([])
        found = [criticise(path, library) for path in sorted(shelf.rglob("*.yaml"))]
        return [(problem, each.text) for each in found for problem in each.problems]

    return answer


@pytest.fixture
def said(criticised):
    """The problems as they are shown."""

    def answer(rule: str = "") -> list[str]:
        return [render(problem, text) for problem, text in criticised() if not rule or problem.rule == rule]

    return answer


@pytest.fixture
def rewrite(shelf):
    """Replaces text in one of the files, which must hold it."""

    def change(name: str, *pairs: tuple[str, str]) -> None:
        path = next(path for path in shelf.rglob("*.yaml") if path.stem == name)
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")

    return change
