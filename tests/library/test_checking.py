"""Checking the files of authors."""

import shutil
from pathlib import Path

import pytest

from simulator.library import Library
from simulator.library.checking import check, files_in


def test_a_folder_is_searched_for_its_files(shelf):
    assert [path.name for path in files_in([shelf])] == ["plain.yaml", "acme.yaml", "slow-shop.yaml"]


def test_sound_files_have_no_problems(shelf):
    library = Library.open([])
    assert [check(path, library).problems for path in files_in([shelf])] == [(), (), ()]


def test_shipped_files_have_no_problems(library):
    from simulator.library import shipped

    problems = [
        problem for path in files_in([shipped("scenarios")]) for problem in check(path, library).problems
    ]
    assert problems == []


def test_every_problem_is_found_with_its_place(shelf):
    path = shelf / "slow-shop.yaml"
    text = path.read_text("utf-8").replace("difficulty: 2", "difficulty: 9").replace("to: web,", "to: wbe,")
    path.write_text(text, "utf-8")
    places = [(p.origin.file, p.origin.line) for p in check(path, Library.open([])).problems]
    assert len(places) >= 2
    assert {file for file, _ in places} == {str(path)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"hello: 1\n", "nothing says which kind of file this is"),
        (b"\xff\xfe\x00", "the file is not UTF-8 text"),
        (b"scenario: x\norganisation: nobody\n", "there is no organisation 'nobody'"),
        (b"scenario: x\n", "no organisation is named"),
        (b"#" * 1_000_001, "the file is too large"),
    ],
)
def test_a_file_that_cannot_be_one_of_ours_gets_a_sentence(tmp_path, library, content, message):
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    assert any(message in problem.message for problem in check(path, library).problems)


def test_a_missing_file_gets_a_sentence(library):
    assert check(Path("nowhere.yaml"), library).problems[0].message == "there is no such file"


def test_an_outage_whose_organisation_is_faulty_says_where_to_look(shelf):
    company = shelf / "organisations" / "acme.yaml"
    company.write_text(company.read_text("utf-8").replace("team: site", "teem: site", 1), "utf-8")
    (problem,) = check(shelf / "slow-shop.yaml", Library.open([])).problems
    assert f"icsim check {company}" in problem.message
    assert problem.origin.line == 3
    assert problem.hint == "the names that the outage takes from it are checked once these are mended"


@pytest.mark.parametrize("spoilt", ["no sound organisation", "no such organisation"])
def test_an_outage_that_no_organisation_can_be_held_against_is_checked_by_itself(shelf, spoilt):
    company, path = shelf / "organisations" / "acme.yaml", shelf / "slow-shop.yaml"
    text = path.read_text("utf-8").replace("difficulty: 2", "difficulty: 9")
    if spoilt == "no sound organisation":
        company.write_text(company.read_text("utf-8").replace("team: site", "teem: site", 1), "utf-8")
    else:
        text = text.replace("organisation: acme", "organisation: amce")
    path.write_text(text, "utf-8")
    first, second = check(path, Library.open([])).problems
    assert first.path == "organisation"
    assert second.path == "difficulty"


def test_an_organisation_that_nobody_has_is_quoted_with_the_near_miss(shelf):
    path = shelf / "slow-shop.yaml"
    path.write_text(path.read_text("utf-8").replace("organisation: acme", "organisation: amce"), "utf-8")
    (problem,) = check(path, Library.open([])).problems
    assert problem.message == "there is no organisation 'amce'"
    assert problem.hint == "did you mean 'acme'?"


def test_an_organisation_without_its_doctrine_says_which_was_meant(shelf):
    company = shelf / "organisations" / "acme.yaml"
    company.write_text(company.read_text("utf-8").replace("doctrine: plain", "doctrine: plian"), "utf-8")
    (problem,) = check(company, Library.open([])).problems
    assert problem.message == "unknown doctrine 'plian'"
    assert (problem.origin.line, problem.hint) == (3, "did you mean 'plain'?")
    (problem,) = check(shelf / "slow-shop.yaml", Library.open([])).problems
    assert f"icsim check {company}" in problem.message


def test_an_outage_alone_is_held_against_the_library(shelf, library, tmp_path):
    shutil.copy(shelf / "slow-shop.yaml", tmp_path / "alone.yaml")
    assert check(tmp_path / "alone.yaml", library).problems == ()
