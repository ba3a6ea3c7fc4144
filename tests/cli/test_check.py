"""`icsim check` and `icsim schema`: for authors."""

import json
import shutil
from pathlib import Path

import pytest

from simulator.library.critic import ALL_RULES

SHELF = Path(__file__).parents[1] / "critic" / "shelf"


@pytest.fixture
def shelf(tmp_path) -> Path:
    """A copy of the small shelf, to be spoilt."""
    return Path(shutil.copytree(SHELF, tmp_path / "shelf"))


def test_sound_files_end_with_0(icsim, shelf):
    assert icsim("check", str(shelf)) == (0, "4 files checked: no problems\n", "")


def test_all_problems_are_shown_where_they_are(icsim, shelf):
    path = shelf / "seats.yaml"
    path.write_text(path.read_text("utf-8").replace("difficulty: 2", "difficulty: 9"), "utf-8")
    code, out, _ = icsim("check", str(shelf), str(path))
    assert code == 1
    assert f"{path}:4:13: " in out
    assert "4 | difficulty: 9\n  |             ^" in out
    assert out.endswith("5 files checked: 2 problems in 2 files\n")
    assert "is not read by the critic yet: check it again" in out
    assert "critic" not in icsim("check", "--faults", str(path))[1]


def test_the_critic_speaks_when_nothing_keeps_it_from_being_played(icsim, shelf):
    path = shelf / "seats.yaml"
    path.write_text(path.read_text("utf-8").replace("weight: 5", "weight: 500"), "utf-8")
    code, out, _ = icsim("check", str(path))
    assert code == 1
    assert (
        f"{path}:16:5: the seed draws 'stuck primary' nearly always: 99% of the time  [lopsided-causes]"
        in out
    )
    assert icsim("check", "--faults", str(path)) == (0, "1 file checked: no problems\n", "")


def test_the_rules_are_listed(icsim):
    code, out, _ = icsim("check", "--rules")
    assert code == 0
    assert len(out.splitlines()) == len(ALL_RULES)
    assert "lopsided-causes" in out
    listed = json.loads(icsim("check", "--rules", "--json")[1])
    assert [each["rule"] for each in listed] == [rule.NAME for rule in ALL_RULES]


def test_without_a_path_there_is_nothing_to_check(icsim):
    code, out, err = icsim("check")
    assert (code, out) == (2, "")
    assert "icsim check FILE-OR-FOLDER" in err


def test_scripts_read_json(icsim, shelf):
    path = shelf / "seats.yaml"
    path.write_text(path.read_text("utf-8").replace("difficulty: 2", "difficulty: 9"), "utf-8")
    code, out, _ = icsim("check", str(path), "--json")
    (problem,) = json.loads(out)
    assert (code, problem["file"], problem["line"], problem["path"]) == (1, str(path), 4, "difficulty")
    assert problem["rule"] == ""
    assert icsim("check", str(shelf / "organisations"), "--json") == (0, "[]\n", "")


def test_files_of_others_are_passed_over_in_a_folder_but_not_when_they_are_named(icsim, shelf):
    (shelf / "compose.yaml").write_text("services: []\n", "utf-8")
    code, out, _ = icsim("check", str(shelf))
    assert (code, out) == (0, "4 files checked: no problems (1 other YAML file passed over)\n")
    code, out, _ = icsim("check", str(shelf / "compose.yaml"))
    assert code == 1
    assert "nothing says which kind of file this is" in out


@pytest.mark.parametrize("path", ["nowhere", "nowhere.yaml"])
def test_what_is_not_there_cannot_be_checked(icsim, path):
    assert icsim("check", path) == (2, "", f"icsim: there is no file or folder {path!r}\n")


def test_an_empty_folder_has_nothing_to_check(icsim, tmp_path):
    code, _, err = icsim("check", str(tmp_path))
    assert code == 2
    assert "there is no file of icsim in" in err


@pytest.mark.parametrize("kind", ["scenario", "organisation", "doctrine"])
def test_the_schema_is_json(icsim, kind):
    code, out, _ = icsim("schema", kind)
    assert code == 0
    assert json.loads(out)["title"] == f"icsim {kind}"
