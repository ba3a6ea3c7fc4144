"""`icsim history`: what is kept, shown, exported and deleted; and that it never stands in a play's way."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.library.diary import Diary, diary_path
from simulator.scoring.words import summed

WORDS = (Path(__file__).parent / "commands.txt").read_text("utf-8")


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch) -> Path:
    """One's own history in this test."""
    path = tmp_path / "own" / "plays.db"
    monkeypatch.setenv("ICSIM_HISTORY", str(path))
    return path


def script(text: str = WORDS) -> str:
    Path("said.txt").write_text(text, "utf-8")
    return "said.txt"


@pytest.fixture
def play(icsim):
    """Play the small outage with a seed."""

    def go(seed: int = 1, *more: str) -> tuple[int, str, str]:
        told: tuple[int, str, str] = icsim(
            "play", "slow-shop", "--seed", str(seed), "--script", script(), *more
        )
        return told

    return go


def plays() -> tuple[str, ...]:
    path = diary_path(os.environ)
    return tuple(f"{each.outage} {each.seed}" for each in Diary(path).plays()) if path else ()


def test_nothing_yet_says_what_to_do_and_makes_no_file(icsim, own):
    code, out, err = icsim("history")
    assert (code, err) == (0, "")
    assert "You have no plays here yet." in out
    assert "icsim play     your first outage" in out
    assert not own.exists()


def test_a_play_is_kept_when_its_debrief_is_made(icsim, play):
    assert play()[0] == 0
    code, out, _ = icsim("history")
    assert code == 0
    assert "slow-shop, seed 1" in out
    assert "1 play, too few to say more" in out


def test_json_holds_the_play_with_axes_and_decisions(icsim, play, own):
    play()
    told = json.loads(icsim("history", "--json")[1])
    (kept,) = told["plays"]
    assert told["path"] == str(own)
    assert (kept["outage"], kept["seed"], kept["doctrine"], kept["kind"]) == (
        "slow-shop",
        1,
        "plain",
        "outage",
    )
    assert kept["recording"] == str(Path("icsim-plays/slow-shop-1.jsonl").absolute())
    reviewed = json.loads(icsim("review", "slow-shop-1", "--format", "json")[1])
    for axis in reviewed["axes"]:
        points = kept["axes"][axis["name"]]
        assert axis["points"] is None or round(points) == axis["points"]
    assert kept["lost"] == pytest.approx(reviewed["outcome"]["lost"], abs=0.01)
    assert all({"at", "kind", "name", "cost", "regret", "sound"} == set(each) for each in kept["decisions"])


def test_a_program_s_play_is_nobody_s(icsim):
    icsim("play", "slow-shop", "--seed", "1", "--player", "idle")
    assert plays() == ()


def test_a_drill_is_kept_and_is_no_progress(icsim):
    icsim("play", "declare-now", "--seed", "1", "--script", script("declare P1\n"))
    told = json.loads(icsim("history", "--json")[1])
    assert [each["kind"] for each in told["plays"]] == ["drill"]
    assert told["progress"] == {}
    assert "drill" in icsim("history")[1]


def test_of_a_drill_it_holds_what_was_lost_since_the_take_over_as_its_page_does(icsim):
    icsim("play", "failover-or-wait", "--seed", "1", "--script", script("wait 10m\n"))
    (kept,) = json.loads(icsim("history", "--json")[1])["plays"]
    reviewed = json.loads(icsim("review", kept["recording"], "--format", "json")[1])
    (lost,) = [one["value"] for one in reviewed["drill"]["figures"] if "lost meanwhile" in one["what"]]
    assert summed(kept["lost"]).split()[0] == lost
    assert kept["lost"] < reviewed["outcome"]["lost"]
    assert "Your plays, with customer-minutes lost; in drills since you led\n" in icsim("history")[1]


def test_reviewing_keeps_nothing_and_adding_does(icsim, played):
    icsim("review", "slow-shop-1")
    assert plays() == ()
    assert icsim("history", "add", "slow-shop-1")[0] == 0
    assert plays() == ("slow-shop 1",)
    icsim("history", "add", "slow-shop-1")
    assert plays() == ("slow-shop 1",)


def test_every_play_is_exported_a_line_each(icsim, play):
    for seed in (1, 2):
        play(seed)
    code, out, _ = icsim("history", "export", "mine.jsonl")
    assert (code, out) == (0, "mine.jsonl: 2 plays\n")
    lines = Path("mine.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["seed"] for line in lines] == [1, 2]
    assert icsim("history", "export", "-")[1].splitlines() == lines


def test_a_play_is_deleted_when_one_is_sure(icsim, play, monkeypatch):
    import io

    play(1)
    play(2)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert "Nothing was deleted." in icsim("history", "delete", "1")[1]
    assert len(plays()) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert "Deleted." in icsim("history", "delete", "1")[1]
    assert plays() == ("slow-shop 2",)
    assert Path("icsim-plays/slow-shop-1.jsonl").is_file(), "recordings stay"


def test_all_of_it_is_deleted_with_its_file(icsim, play, own):
    play()
    assert icsim("history", "delete", "--all", "--yes")[:2] == (0, "Deleted.\n")
    assert list(own.parent.iterdir()) == []
    code, _, err = icsim("history", "delete", "--all", "--yes")
    assert (code, err) == (1, "icsim: it is empty already\n")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("delete",), 2, "name one play by its number"),
        (("delete", "1", "--all"), 2, "name one play by its number"),
        (("delete", "7", "--yes"), 1, "there is no play 7; icsim history shows them"),
        (("delete", "slow-shop"), 2, "'slow-shop' is not a valid integer"),
        (("add", "nowhere"), 2, "there is no recording 'nowhere'"),
        (("export", "said.txt/x.jsonl"), 1, "cannot be written"),
        (("--json", "path"), 2, "--json and --html are not for icsim history path"),
        (("burn",), 2, "burn"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(icsim, play, words, code, message):
    play()
    outcome, _, err = icsim("history", *words)
    assert outcome == code
    assert message in " ".join(err.split())


def test_it_says_where_it_lies(icsim, own):
    assert icsim("history", "path")[1] == f"{own}\n"


def test_off_keeps_nothing(icsim, play, own, monkeypatch):
    monkeypatch.setenv("ICSIM_HISTORY", "off")
    code, _, err = play()
    assert (code, err) == (0, "")
    assert not own.exists()
    code, _, err = icsim("history")
    assert (code, err) == (1, "icsim: no history is kept: ICSIM_HISTORY is off\n")


def test_the_page_is_one_file_that_needs_nothing_else(icsim, play):
    for seed in (1, 2, 3):
        play(seed)
    code, out, _ = icsim("history", "--html", "progress.html")
    assert (code, out) == (0, "Progress: progress.html\n")
    page = Path("progress.html").read_text("utf-8")
    assert page.count("<svg") == 1
    assert "slow-shop, seed 3" in page
    assert "src=" not in page
    assert "http" not in page.replace("http://www.w3.org/", "")


def test_the_page_of_nothing_says_so(icsim):
    icsim("history", "--html", "progress.html")
    assert "There are no plays yet" in Path("progress.html").read_text("utf-8")


# ---- it never stands in a play's way ----


def spoil_as_no_database(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all, but long enough to be looked at" * 50)


def spoil_as_a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def spoil_by_a_file_in_the_way(path: Path) -> None:
    path.parent.write_text("a file where the folder should be", "utf-8")


def spoil_as_newer(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")


SPOILT = [spoil_as_no_database, spoil_as_a_folder, spoil_by_a_file_in_the_way, spoil_as_newer]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_history_costs_one_line_and_not_the_play(icsim, play, own, spoil):
    spoil(own)
    code, out, err = play()
    assert code == 0
    assert "Debrief: " in out
    assert err.startswith("icsim: this is not in your history: ")
    assert str(own.parent.name) in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("spoil", [each for each in SPOILT if each is not spoil_by_a_file_in_the_way])
@pytest.mark.parametrize("words", [("history",), ("history", "export", "-"), ("retry",)])
def test_a_spoilt_history_is_told_when_it_is_asked_for(icsim, own, spoil, words):
    spoil(own)
    code, _, err = icsim(*words)
    assert code == 1
    assert err.startswith(f"icsim: {own}")


SURE = "decide the cause is the release sure 80%\nmitigated 90%\n"


@pytest.fixture
def sure(icsim):
    """A play in which somebody said how sure they were: too early to be right, so that it did not hold."""
    return icsim("play", "slow-shop", "--seed", "1", "--script", script(f"declare high\n{SURE}end\n"))


def held(path) -> list[tuple[str, float]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT claim, sure FROM stated").fetchall()


def test_how_sure_one_was_is_kept_and_shown_with_briers_score(icsim, sure, own):
    assert sure[0] == 0
    assert held(own) == [("cause", 0.8), ("mitigated", 0.9)]
    _, out, _ = icsim("history")
    assert "How sure you were, and how often it held" in out
    assert "about 90% sure: 0 of 1 held" in out
    assert "Brier's score" in out


def test_it_is_in_the_export_in_the_json_and_on_the_page(icsim, sure):
    _, out, _ = icsim("history", "export", "-")
    assert [(one["claim"], one["sure"]) for one in json.loads(out)["stated"]] == [
        ("cause", 0.8),
        ("mitigated", 0.9),
    ]
    _, out, _ = icsim("history", "--json")
    told = json.loads(out)
    assert told["confidence"]["claims"] == sum(each["claims"] for each in told["calibration"])
    icsim("history", "--html", "progress.html")
    assert "How sure you were" in Path("progress.html").read_text("utf-8")


def test_it_goes_with_its_play(icsim, sure, own):
    assert icsim("history", "delete", "1", "--yes")[0] == 0
    assert held(own) == []


def test_who_never_said_how_sure_they_were_is_told_nothing_of_it(icsim, play):
    play()
    assert "How sure" not in icsim("history")[1]
    assert json.loads(icsim("history", "--json")[1])["confidence"] is None
