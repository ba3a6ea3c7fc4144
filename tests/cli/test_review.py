"""`icsim review`."""

import json
from pathlib import Path

import pytest


def test_a_play_is_judged_on_the_screen_and_in_a_file(icsim, played):
    code, out, err = icsim("review", str(played))
    assert (code, err) == (0, "")
    assert "sequencing" in out
    page = played.with_suffix(".html")
    assert out.endswith(f"Debrief: {page}\n")
    assert "<html" in page.read_text("utf-8")


def test_json_is_for_scripts(icsim, played):
    code, out, _ = icsim("review", "slow-shop-1", "--format", "json")
    assert code == 0
    assert {"verdict", "axes", "outcome"} <= json.loads(out).keys()


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_a_file_may_be_named(icsim, played, form):
    code, _, _ = icsim("review", "slow-shop-1", "--format", form, "--out", f"new/debrief.{form}")
    assert code == 0
    assert Path(f"new/debrief.{form}").read_text("utf-8")


def test_another_doctrine_may_judge(icsim, played):
    _, out, _ = icsim("review", "slow-shop-1", "--doctrine", "pagerduty", "--format", "json")
    assert "PagerDuty" in json.loads(out)["setting"]["doctrine"]


def test_two_doctrines_may_judge_beside_each_other(icsim, played):
    code, out, _ = icsim("review", "slow-shop-1", "--compare", "nims")
    assert code == 0
    assert "under nims" in out
    (page,) = Path().rglob("slow-shop-1.*-nims.html")
    assert "One play, two processes" in page.read_text("utf-8")


def test_the_comparison_as_json_goes_to_the_output(icsim, played):
    _, out, _ = icsim("review", "slow-shop-1", "--doctrine", "gitlab", "--compare", "pagerduty", "--json")
    told = json.loads(out)
    assert (told["here"]["id"], told["there"]["id"]) == ("gitlab", "pagerduty")


def test_a_doctrine_that_is_not_there_cannot_be_compared_with(icsim, played):
    code, _, err = icsim("review", "slow-shop-1", "--compare", "pagerdutty")
    assert code == 2
    assert "Did you mean pagerduty?" in err


def test_worlds_belong_to_a_debrief(icsim, played):
    code, _, err = icsim("review", "slow-shop-1", "--compare", "nims", "--worlds", "3")
    assert code == 2
    assert "--compare writes none" in err


def test_real_incidents_are_not_compared(icsim):
    Path("march.csv").write_text("at,what\n", "utf-8")
    code, _, err = icsim("review", "march.csv", "--compare", "nims")
    assert code == 2
    assert "--compare is for plays" in err


def test_the_same_play_gives_the_same_page(icsim, played):
    for name in ("a.html", "b.html"):
        icsim("review", "slow-shop-1", "--out", name)
    assert Path("a.html").read_text("utf-8") == Path("b.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (None, 2, "there is no recording 'x.jsonl'"),
        ("hello\n", 1, "x.jsonl: line 1: this is not an icsim recording"),
        ("", 1, "this is not an icsim recording"),
    ],
)
def test_what_is_no_recording_gets_a_sentence(icsim, content, code, message):
    if content is not None:
        Path("x.jsonl").write_text(content, "utf-8")
    outcome, _, err = icsim("review", "x.jsonl")
    assert outcome == code
    assert message in err


def test_a_damaged_recording_is_judged_as_far_as_it_goes(icsim, played):
    lines = played.read_text("utf-8").splitlines(keepends=True)
    played.write_text("".join([*lines[:25], "{oops\n", *lines[26:]]), "utf-8")
    code, out, err = icsim("review", str(played))
    assert code == 0
    assert f"{played} is damaged at line 26" in err
    assert "Debrief: " in out


def test_a_place_that_cannot_be_written_gets_a_sentence(icsim, played):
    Path("file").write_text("", "utf-8")
    code, _, err = icsim("review", str(played), "--out", "file/debrief.html")
    assert code == 1
    assert "the debrief cannot be written to 'file/debrief.html'" in err


# ---- real incidents ----

CALL = """\
time,who,kind,text,id,state
0m,,alert,,orders,
4m,ada,declare,,P1,
9m,otto,post,Orders fail. Next update in 20 minutes.,,investigating
27m,otto,post,Over.,,resolved
"""
PAGE = {
    "incidents": [
        {"id": "a1", "name": "Orders fail", "incident_updates": [
            {"status": "investigating", "created_at": "2026-03-04T10:00:00Z", "body": "Orders fail."},
            {"status": "resolved", "created_at": "2026-03-04T10:40:00Z", "body": "Over."}]},
        {"id": "a2", "name": "Mail is late", "incident_updates": [
            {"status": "investigating", "created_at": "2026-05-04T10:00:00Z", "body": "Mail is late."}]},
    ]
}  # fmt: skip
BROKEN = {"id": "a3", "incident_updates": [{"status": "investigating", "created_at": "when it rained"}]}


@pytest.fixture
def call():
    path = Path("march.csv")
    path.write_text(CALL, "utf-8")
    return path


@pytest.fixture
def page():
    path = Path("incidents.json")
    path.write_text(json.dumps(PAGE), "utf-8")
    return path


def test_a_real_incident_is_told_on_the_screen_and_in_a_file(icsim, call):
    code, out, err = icsim("review", "march.csv")
    assert (code, err) == (0, "")
    assert "What could be judged" in out
    assert out.endswith("Debrief: march.html\n")
    assert "<html" in Path("march.html").read_text("utf-8")


def test_a_real_incident_in_other_forms(icsim, call):
    _, out, _ = icsim("review", "march.csv", "--json")
    assert json.loads(out)["measures"]["lag"] == 540
    _, out, _ = icsim("review", "march.csv", "--format", "md", "--out", "-")
    assert "## Updates beside their clocks" in out


def test_a_real_incident_under_another_doctrine(icsim, call):
    _, out, _ = icsim("review", "march.csv", "--doctrine", "pagerduty", "--json")
    assert "PagerDuty" in json.loads(out)["heading"]["process"]


def test_one_of_several_real_incidents_is_named(icsim, page):
    code, _, err = icsim("review", "incidents.json")
    assert code == 2
    assert "holds 2 incidents" in err
    code, out, _ = icsim("review", "incidents.json", "--incident", "mail")
    assert code == 0
    assert "Mail is late" in out
    assert Path("incidents-a2.html").exists()
    before = page.read_text("utf-8")
    icsim("review", "incidents.json", "--incident", "1", "--format", "json", "--out", "one.json")
    assert page.read_text("utf-8") == before


def test_a_page_never_takes_the_place_of_the_timeline(icsim):
    Path("list.json").write_text(json.dumps([{"time": "1m", "kind": "post"}]), "utf-8")
    icsim("review", "list.json", "--format", "json")
    assert json.loads(Path("list.json").read_text("utf-8")) == [{"time": "1m", "kind": "post"}]


def test_many_incidents_are_told_in_a_table(icsim, page, call):
    code, out, err = icsim("review", "--many", "incidents.json", "march.csv")
    assert (code, err) == (0, "")
    assert out.startswith("3 incidents, judged by")
    assert "2026 Q1" in out
    assert "undated" in out
    assert list(Path().glob("*.html")) == []


def test_many_incidents_as_a_page_or_for_scripts(icsim, page):
    icsim("review", "--many", ".", "--out", "all.html")
    assert "<svg" in Path("all.html").read_text("utf-8")
    _, out, _ = icsim("review", "--many", ".", "--json")
    assert json.loads(out)["whole"]["incidents"] == 2
    _, out, _ = icsim("review", "--many", ".", "--format", "md")
    assert out.startswith("# 2 incidents")


def test_what_is_broken_is_told_where_and_the_rest_is_reviewed(icsim, page):
    Path("bad.json").write_text(json.dumps(BROKEN), "utf-8")
    code, out, err = icsim("review", "--many", ".")
    assert code == 1
    assert out.startswith("2 incidents")
    assert "bad.json:1:" in err
    assert "'when it rained' is no time" in err
    assert err.endswith("icsim: 1 problem\n")


def test_a_folder_with_recordings_is_no_trouble(icsim, page, played):
    code, out, err = icsim("review", "--many", ".")
    assert (code, err) == (0, "")
    assert out.startswith("2 incidents")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["a", "b"], "one recording at a time, not 2"),
        (["--many", "nowhere"], "there is no file or folder 'nowhere'"),
        (["--many", "empty"], "there is no timeline of an incident in there"),
        (["--many", "incidents.json", "--incident", "1"], "--incident names one, and --many takes all"),
        (["slow-shop-1", "--incident", "1"], "--incident is for a file with real incidents"),
        (["incidents.json", "--incident", "9"], "holds no incident called '9'"),
        (["incidents.json", "--incident", "1", "--doctrine", "none"], "there is no doctrine 'none'"),
    ],
)
def test_what_cannot_be_asked_for_gets_a_sentence(icsim, page, words, message):
    Path("empty").mkdir()
    code, _, err = icsim("review", *words)
    assert code == 2
    assert message in err


def test_more_worlds_may_be_asked_for(icsim, played):
    few, many = (icsim("review", "slow-shop-1", "--format", "json", "--worlds", n)[1] for n in ("1", "3"))
    assert [card["title"] for card in json.loads(few)["cards"]] == [
        card["title"] for card in json.loads(many)["cards"]
    ]
    assert icsim("review", "slow-shop-1", "--format", "json", "--worlds", "3")[1] == many
    code, _, err = icsim("review", "slow-shop-1", "--worlds", "0")
    assert code == 2
    assert "--worlds" in err


def test_without_a_name_the_latest_play_is_offered(icsim, played):
    code, _, err = icsim("review")
    assert code == 2
    assert err == "icsim: which recording? To judge the latest one: icsim review slow-shop-1\n"


def test_without_any_play_it_says_how_to_make_one(icsim):
    assert icsim("review") == (2, "", "icsim: which recording? There is none yet; icsim play makes one\n")


def test_a_folder_is_called_a_folder(icsim, played):
    _, _, err = icsim("review", "icsim-plays/")
    assert "'icsim-plays/' is a folder, and a recording was asked for." in err
    assert f"The latest one is {Path('icsim-plays/slow-shop-1.jsonl')}." in err
