"""Where things are looked for."""

import os
from pathlib import Path

from simulator.library.places import guards, own_folders, personal_folder, shipped


def test_the_shipped_outages_are_found_in_a_checkout():
    assert (shipped("scenarios") / "write-stall.yaml").is_file()


def test_folders_of_ones_own_are_named_as_in_path(tmp_path):
    told = os.pathsep.join([str(tmp_path), "", "~/outages"])
    assert own_folders({"ICSIM_SCENARIOS": told}) == (tmp_path, Path.home() / "outages")


def test_without_the_variable_there_are_none():
    assert own_folders({}) == ()


def test_what_belongs_to_a_person_is_kept_where_the_system_wants_it():
    assert personal_folder({"XDG_DATA_HOME": "/data", "LOCALAPPDATA": "/data"}).name == "icsim"


def test_a_checkout_keeps_what_guards_its_outages_with_its_tests(monkeypatch):
    assert guards() == Path(__file__).parents[1]
    monkeypatch.setattr("simulator.library.places.shipped", lambda _: Path("/elsewhere/_shipped/scenarios"))
    assert guards() == Path()
