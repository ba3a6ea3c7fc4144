"""Outages by name and by path, shipped and one's own, and what is said when there is none."""

import shutil

import pytest

from simulator.library import Faulty, Library, Unknown


def test_outages_come_easiest_first(library):
    outages = library.outages()
    assert [o.scenario.difficulty for o in outages] == sorted(o.scenario.difficulty for o in outages)
    assert {"write-stall", "slow-shop"} <= {o.scenario.id for o in outages}


def test_an_outage_comes_with_its_doctrine_and_the_texts_of_both(library):
    outage = library.outage("slow-shop")
    assert (outage.scenario.id, outage.doctrine.id) == ("slow-shop", "plain")
    assert [source.kind for source in outage.sources] == ["organisation", "doctrine", "scenario"]
    assert [source.name for source in outage.sources] == [
        "organisations/acme.yaml", "doctrines/plain.yaml", "slow-shop.yaml",
    ]  # fmt: skip


def test_an_outage_may_be_played_under_another_doctrine(library):
    outage = library.outage("slow-shop", "pagerduty")
    assert outage.doctrine.id == "pagerduty"
    assert "doctrine: pagerduty" in outage.sources[1].text


@pytest.mark.parametrize("name", ["slow-shop", "Slow Shop", " slow-shop "])
def test_a_name_is_forgiven_its_capitals_and_blanks(library, name):
    assert library.outage(name).scenario.id == "slow-shop"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("slow-shpo", "there is no outage 'slow-shpo'. Did you mean slow-shop?"),
        ("stall", "Did you mean write-stall"),
        ("zzz", "such as cold-cache, comes-and-goes, customer-config; icsim list shows all."),
        ("nowhere/x.yaml", "there is no file 'nowhere/x.yaml'"),
    ],
)
def test_an_unknown_outage_is_quoted_with_the_near_miss(library, name, said):
    with pytest.raises(Unknown) as refusal:
        library.outage(name)
    assert said in str(refusal.value)


def test_an_unknown_doctrine_is_quoted_with_the_near_miss(library):
    with pytest.raises(Unknown) as refusal:
        library.outage("slow-shop", "pagerdutty")
    assert str(refusal.value) == "there is no doctrine 'pagerdutty'. Did you mean pagerduty?"


def test_a_file_is_played_with_the_organisation_that_lies_beside_it(shelf):
    outage = Library.open([]).outage(str(shelf / "slow-shop.yaml"))
    assert outage.scenario.organisation.id == "acme"
    assert outage.sources[2].name == "slow-shop.yaml", "a recording names no folder of this machine"


def test_a_file_may_stand_in_one_folder_with_its_organisation_and_doctrine(shelf, tmp_path):
    flat = tmp_path / "flat"
    flat.mkdir()
    for path in shelf.rglob("*.yaml"):
        shutil.copy(path, flat)
    assert Library.open([]).outage(str(flat / "slow-shop.yaml")).doctrine.id == "plain"


def test_a_file_alone_is_played_with_the_organisation_of_the_library(shelf, library, tmp_path):
    alone = tmp_path / "alone.yaml"
    shutil.copy(shelf / "slow-shop.yaml", alone)
    assert library.outage(str(alone)).scenario.organisation.id == "acme"
    with pytest.raises(Unknown, match="there is no organisation 'acme'"):
        Library.open([]).outage(str(alone))


def test_a_file_of_another_kind_is_named_as_what_it_is(shelf, library):
    with pytest.raises(Unknown, match="is an organisation, and a scenario was asked for"):
        library.outage(str(shelf / "organisations" / "acme.yaml"))


def test_a_doctrine_may_be_a_file_too(shelf, library):
    path = shelf / "doctrines" / "plain.yaml"
    path.write_text(path.read_text("utf-8").replace("doctrine: plain", "doctrine: ours"), "utf-8")
    assert library.outage("write-stall", str(path)).doctrine.id == "ours"


def test_ones_own_file_replaces_a_shipped_one(shelf):
    path = shelf / "slow-shop.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Buying fails for some", "title: Ours"), "utf-8")
    shutil.copytree(shelf, shelf.parent / "other")
    assert Library.open([shelf]).outage("slow-shop").scenario.title == "Ours"


def test_the_first_folder_wins(shelf, library, tmp_path):
    ours = tmp_path / "ours"
    ours.mkdir()
    text = (shelf / "slow-shop.yaml").read_text("utf-8").replace("Buying fails for some", "Ours")
    (ours / "x.yaml").write_text(text, "utf-8")
    assert Library.open([ours, shelf]).outage("slow-shop").scenario.title == "Ours"
    assert Library.open([shelf, ours]).outage("slow-shop").scenario.title == "Buying fails for some"


def test_a_folder_that_is_not_there_is_noted_and_costs_nothing_else(tmp_path):
    library = Library.open([tmp_path / "nowhere"])
    assert library.notes == (f"ICSIM_SCENARIOS names {tmp_path / 'nowhere'}, which is no folder",)
    assert library.outage("write-stall").scenario.id == "write-stall"


def test_a_faulty_file_says_all_its_problems_where_they_are(shelf):
    path = shelf / "slow-shop.yaml"
    path.write_text(path.read_text("utf-8").replace("length: 30m", "lenght: 30m"), "utf-8")
    with pytest.raises(Faulty) as refusal:
        Library.open([shelf]).outage("slow-shop")
    assert str(path) in refusal.value.all
    assert "lenght" in refusal.value.all


def test_a_faulty_file_does_not_hide_the_others(shelf):
    (shelf / "broken.yaml").write_text("scenario: broken\norganisation: nobody\n", "utf-8")
    library = Library.open([shelf])
    assert "slow-shop" in [outage.scenario.id for outage in library.outages()]
    assert ["nobody" in str(fault) for fault in library.faults()] == [True]


@pytest.mark.parametrize("text", ["just words", "", "- a\n- b\n", "\x00\x01", "scenario: x\norganisation:\n"])
def test_a_file_that_is_none_of_ours_gets_a_sentence(tmp_path, library, text):
    path = tmp_path / "odd.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises((Unknown, Faulty)) as refusal:
        library.outage(str(path))
    assert "odd.yaml" in str(refusal.value)


def test_a_file_that_is_no_text_is_passed_over(shelf):
    (shelf / "picture.yaml").write_bytes(b"\xff\xfe\x00scenario")
    assert "slow-shop" in Library.open([shelf]).ids("scenario")
