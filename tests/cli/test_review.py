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
