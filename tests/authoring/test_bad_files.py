"""Every wrong file of `bad/` and what is said of it. A new case is two files; --regold writes the second."""

from pathlib import Path

import pytest

from simulator.authoring import render
from simulator.authoring.text import compose
from simulator.authoring.text.loader import PureLoader

BAD = Path(__file__).parent / "bad"
CASES = sorted(BAD.glob("*.yaml"), key=lambda path: path.name)


def said_of(path: Path, read) -> str:
    text = path.read_bytes().decode("utf-8")
    reading = read(path.name.split("-")[0], text, path.name)
    assert reading.value is None
    assert list(reading.problems) == sorted(reading.problems, key=lambda problem: problem.origin)
    assert all(problem.origin.line > 0 and problem.origin.column > 0 for problem in reading.problems)
    return "\n\n".join(render(problem, text) for problem in reading.problems) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said(path, read, regold):
    expected = path.with_suffix(".out")
    said = said_of(path, read)
    if regold:
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_same_is_said_without_libyaml(path, read, monkeypatch):
    monkeypatch.setattr(compose, "FastLoader", PureLoader)
    assert said_of(path, read) == path.with_suffix(".out").read_text(encoding="utf-8")


def test_every_answer_has_its_question():
    assert {path.stem for path in BAD.glob("*.out")} == {path.stem for path in CASES}
    assert len(CASES) >= 45
