"""`icsim new`: a file to begin with, which passes `icsim check` and can be played."""

import os
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "authoring" / "history"
TIMELINE = str(SAMPLES / "incident.csv")


def test_from_an_empty_folder_to_a_debrief(icsim, monkeypatch):
    monkeypatch.delenv("ICSIM_SCENARIOS")
    code, out, _ = icsim("new", "organisation", "teapots")
    assert (code, out.splitlines()[0]) == (0, f"Wrote {Path('organisations/teapots.yaml')}.")
    assert "icsim new scenario first-outage --organisation teapots" in out
    code, out, _ = icsim("new", "scenario", "lost-orders")
    assert (code, "icsim play lost-orders.yaml" in out) == (0, True)
    assert "organisation: teapots\n" in Path("lost-orders.yaml").read_text("utf-8")
    assert icsim("check", ".", "--faults") == (0, "2 files checked: no problems\n", "")
    code, out, _ = icsim("play", "lost-orders.yaml", "--seed", "1", "--player", "by-the-book")
    assert code == 0
    assert "Debrief:" in out


def test_a_doctrine_of_ones_own_is_played_by_and_named_by_an_organisation(icsim, tmp_path):
    assert icsim("new", "doctrine", "ours", "--into", "mine")[0] == 0
    assert icsim("new", "organisation", "teapots", "--into", "mine", "--doctrine", "ours")[0] == 0
    assert icsim("new", "scenario", "lost-orders", "--into", "mine")[0] == 0
    assert "first steps: [declare SEV-2," in Path("mine/lost-orders.yaml").read_text("utf-8")
    assert icsim("check", "mine", "--faults")[1] == "3 files checked: no problems\n"
    (tmp_path / "end.txt").write_text("end\n", "utf-8")
    code, _, err = icsim("play", str(Path("mine", "lost-orders.yaml")), "--script", "end.txt")
    assert (code, err) == (0, "")


def test_a_folder_of_the_right_name_is_the_place(icsim):
    assert icsim("new", "organisation", "teapots", "--into", "organisations")[0] == 0
    assert Path("organisations/teapots.yaml").exists()


@pytest.mark.parametrize("name", ["My Shop", "a_b", "-a", "é", "a" * 61, "", "a/b", ".."])
def test_a_bad_name_is_refused(icsim, tmp_path, name):
    code, _, err = icsim("new", "scenario", "--", name)
    assert code == 2
    assert "is no name for a file of icsim" in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_bad_name_comes_with_a_good_one(icsim):
    assert icsim("new", "scenario", "My Shop!")[2].endswith("hyphens, such as my-shop\n")


def test_nothing_is_overwritten_without_force(icsim):
    Path("it.yaml").write_text("mine", "utf-8")
    code, _, err = icsim("new", "scenario", "it")
    assert (code, err) == (
        1,
        "icsim: it.yaml is there already. Use another name, or --force to write over it\n",
    )
    assert Path("it.yaml").read_text("utf-8") == "mine"
    assert icsim("new", "scenario", "it", "--force")[0] == 0
    assert Path("it.yaml").read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("kind", "name"), [("organisation", "parley"), ("scenario", "write-stall"), ("doctrine", "plain")]
)
def test_a_name_that_another_file_has_is_refused(icsim, kind, name):
    code, _, err = icsim("new", kind, name)
    assert (code, f" is called {name!r} already. Use another name" in err) == (2, True)
    assert icsim("new", kind, name, "--force")[0] == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(icsim, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    code, _, err = icsim("new", "scenario", "it", "--into", "locked")
    assert code == 1
    assert "cannot be written: permission denied" in err


def test_a_file_where_a_folder_belongs_is_told(icsim, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    code, _, err = icsim("new", "scenario", "it", "--into", "file")
    assert code == 1
    assert err.startswith(f"icsim: {Path('file/it.yaml')} cannot be written: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["organisation", "it", "--organisation", "parley"], "--organisation is for a new scenario"),
        (["scenario", "it", "--doctrine", "plain"], "--doctrine is for a new organisation"),
        (["doctrine", "it", "--from-timeline", TIMELINE], "--from-timeline is for a new scenario"),
        (["scenario", "it", "--incident", "1"], "--incident is for --from-timeline"),
        (
            ["scenario", "it", "--organisation", "nobody"],
            "there is no organisation 'nobody'. There is: acme, obolet, parley",
        ),
        (["organisation", "it", "--doctrine", "none"], "there is no doctrine 'none'. There is:"),
        (["scenario", "it", "--from-timeline", "nowhere.csv"], "there is no file 'nowhere.csv'"),
        (["tragedy", "it"], "'tragedy' is not one of"),
    ],
)
def test_what_does_not_fit_is_refused(icsim, tmp_path, words, said):
    code, _, err = icsim("new", *words)
    assert code == 2
    assert said in err
    assert list(tmp_path.iterdir()) == []


def test_several_organisations_must_be_told_apart(icsim):
    for name in ("one", "two"):
        icsim("new", "organisation", name)
    code, _, err = icsim("new", "scenario", "it")
    assert (code, "--organisation one or two" in err) == (2, True)
    assert icsim("new", "scenario", "it", "--organisation", "two")[0] == 0


def test_a_faulty_organisation_is_told(icsim):
    icsim("new", "organisation", "one")
    path = Path("organisations/one.yaml")
    path.write_text(path.read_text("utf-8").replace("share: 70%", "share: 7%"), "utf-8")
    code, _, err = icsim("new", "scenario", "it")
    assert code == 1
    assert f"the organisation 'one' has problems of its own: icsim check {path}" in err


def test_a_real_incident_is_taken_along_to_the_debrief(icsim):
    code, out, _ = icsim("new", "scenario", "march", "--organisation", "parley", "--from-timeline", TIMELINE)
    assert (code, out.splitlines()[0]) == (0, "Wrote march.yaml, with 7 events of the real incident.")
    assert icsim("check", "march.yaml", "--faults")[0] == 0
    _, out, _ = icsim("play", "march.yaml", "--seed", "1", "--player", "by-the-book")
    assert "Beside the real outage" in out
    assert "0:11:30" in out


def test_one_of_several_incidents_is_chosen(icsim):
    file = str(SAMPLES / "incidents.json")
    ask = ["new", "scenario", "it", "--force", "--from-timeline", file]
    code, _, err = icsim(*ask)
    assert code == 2
    assert (
        "holds 2 incidents. Name one, --incident 1 (2026-03-04 Orders fail), 2 (2026-02-01 Mail is late)"
        in err
    )
    for which in ("2", "b1", "mail is"):
        assert icsim(*ask, "--incident", which)[0] == 0
        assert "title: Mail is late" in Path("it.yaml").read_text("utf-8")
    code, _, err = icsim(*ask, "--incident", "i")
    assert (code, "holds 2 incidents called 'i'" in err) == (2, True)
    code, _, err = icsim(*ask, "--incident", "9")
    assert (code, "holds no incident called '9'" in err) == (2, True)


def test_a_timeline_that_cannot_be_read_is_told_line_by_line(icsim, tmp_path):
    (tmp_path / "bad.csv").write_text("time,kind\n14:05,alrt\n", "utf-8")
    code, _, err = icsim("new", "scenario", "it", "--from-timeline", "bad.csv")
    assert code == 1
    assert "bad.csv:2:1: '14:05' is no time" in err
    assert "did you mean 'alert'?" in err
    assert err.endswith("2 problems\n")
    assert not (tmp_path / "it.yaml").exists()


def test_bytes_are_no_timeline(icsim, tmp_path):
    (tmp_path / "bad.csv").write_bytes(b"\xff\xfe\x00")
    code, _, err = icsim("new", "scenario", "it", "--from-timeline", "bad.csv")
    assert (code, err) == (1, "icsim: bad.csv is not UTF-8 text\n")
