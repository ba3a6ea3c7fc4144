"""`icsim list`."""

import json
import re


def test_outages_are_listed(icsim):
    code, out, err = icsim("list")
    assert (code, err) == (0, "")
    assert re.search(r"slow-shop +Buying fails for some", out)
    assert "acme; difficulty 2 of 5, about 30 min" in out
    assert "teaches" not in out
    assert "icsim play write-stall" in out
    assert re.search(r"\nspam-list .+\n +parley; difficulty 5 of 5, about 30 h; a boss outage\n", out)
    assert out.count("a boss outage") == 1


def test_what_they_teach_is_told_when_asked_since_it_gives_things_away(icsim):
    _, out, _ = icsim("list", "--lessons")
    assert "teaches look before you leap" in out


def test_lines_are_as_wide_as_the_screen(icsim):
    _, out, _ = icsim("list", "--lessons")
    assert max(len(line) for line in out.splitlines()) <= 80


def test_scripts_read_json(icsim):
    code, out, _ = icsim("list", "--json")
    listed = {outage["id"]: outage for outage in json.loads(out)}
    assert code == 0
    assert listed["slow-shop"] == {
        "id": "slow-shop", "kind": "outage", "title": "Buying fails for some", "organisation": "acme",
        "difficulty": 2, "length": 1800, "teaches": ["look before you leap"],
        "boss": False,
    }  # fmt: skip
    assert "write-stall" in listed


def test_a_faulty_file_of_ones_own_is_noted_beside_the_others(icsim, tmp_path, monkeypatch):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "x.yaml").write_text("scenario: x\norganisation: parley\n", "utf-8")
    monkeypatch.setenv("ICSIM_SCENARIOS", str(tmp_path / "own"))
    code, out, err = icsim("list", "--json")
    assert code == 0
    assert "write-stall" in out
    assert str(tmp_path / "own" / "x.yaml") in err


def test_a_folder_that_is_not_there_is_noted(icsim, monkeypatch):
    monkeypatch.setenv("ICSIM_SCENARIOS", "/nowhere")
    code, _, err = icsim("list")
    assert (code, err) == (0, "icsim: ICSIM_SCENARIOS names /nowhere, which is no folder\n")


def test_drills_are_listed_apart_from_outages(icsim):
    _, out, _ = icsim("list")
    outages, _, drills = out.partition("Drills, one decision each:")
    assert "first-status-post" in drills
    assert "first-status-post" not in outages
    assert "write-stall " not in drills
    assert "Customers have heard nothing. Write the first status post." in drills


def test_scripts_can_tell_drills_from_outages(icsim):
    kinds = {each["id"]: each["kind"] for each in json.loads(icsim("list", "--json")[1])}
    assert (kinds["write-stall"], kinds["first-status-post"]) == ("outage", "drill")
