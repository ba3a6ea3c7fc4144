"""Every rule finds its bad example, says so at the right place, and finds nothing in sound files."""

from pathlib import Path

import pytest

from simulator.authoring.critic import page
from simulator.library import Library, shipped
from simulator.library.checking import criticise, files_in
from simulator.library.critic import ALL_RULES
from tests.critic.examples import QUESTION, spoil

SAID = Path(__file__).parent / "said"
FOLDERS = Path(page.__code__.co_filename).parent, Path(criticise.__code__.co_filename).parent / "critic"
MEANT_FOR_RULES = ("NAME = ",)
each_rule = pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.NAME)


def test_the_sound_shelf_is_sound(said):
    assert said() == []


@each_rule
def test_the_bad_example_is_found(rule, shelf, said, regold):
    spoil(shelf, rule)
    found = "\n\n".join(said(rule.NAME)) + "\n"
    golden = SAID / f"{rule.NAME}.txt"
    if regold:
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert f"[{rule.NAME}]" in found
    assert found == golden.read_text("utf-8")


@each_rule
def test_a_finding_has_a_place_and_says_what_would_mend_it(rule, shelf, criticised):
    spoil(shelf, rule)
    for problem, text in criticised():
        line = text.splitlines()[problem.origin.line - 1]
        assert 1 <= problem.origin.column <= len(line)
        assert problem.expected or problem.hint or not problem.rule


@pytest.mark.parametrize("path", [*files_in([shipped("scenarios")])], ids=lambda path: path.stem)
def test_what_is_shipped_passes(path):
    assert criticise(path, Library.open([])).problems == ()


@each_rule
def test_a_rule_is_called_like_its_file_and_has_a_page(rule):
    one = page(rule)
    assert Path(rule.__file__).stem == rule.NAME.replace("-", "_")
    assert one.rule.endswith(".")
    assert one.kind in ("scenario", "organisation", "doctrine")


def test_no_rule_is_forgotten():
    files = [path for folder in FOLDERS for path in folder.rglob("*.py")]
    written = {path.stem for path in files if "\ndef findings(" in path.read_text("utf-8")}
    assert written == {rule.NAME.replace("-", "_") for rule in ALL_RULES}
    assert len(ALL_RULES) == len({rule.NAME for rule in ALL_RULES}) >= 25


def test_every_answer_has_its_rule():
    assert {path.stem for path in SAID.glob("*.txt")} == {rule.NAME for rule in ALL_RULES}


@pytest.mark.parametrize(("under", "found"), [("crawler", False), ("always", True)])
def test_a_long_relief_weighs_much_when_it_tells_no_causes_apart(rewrite, said, under, found):
    questions = "".join(f"{QUESTION.format(n)}\n" for n in range(3, 9))
    relief = f"    {under}: {{relieves: 35% for 30m}}\n"
    rewrite(
        "seats", ("clues:\n", f"clues:\n{questions}"), ("    bad release: {relieves: 10% for 5m}\n", relief)
    )
    assert bool(said("much-to-weigh")) == found
