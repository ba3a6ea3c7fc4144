"""`icsim bless`."""

import shutil
from pathlib import Path

import pytest

SHELF = Path(__file__).parents[1] / "library" / "shelf"
SCRIPT = "declare high\npage data\n@joined\norder fail over db by ada\nwait 15m\nend\n"


@pytest.fixture
def shelf(tmp_path, monkeypatch) -> Path:
    """A folder of one's own, which may be written to."""
    mine = Path(shutil.copytree(SHELF, tmp_path / "shelf"))
    monkeypatch.setenv("ICSIM_SCENARIOS", str(mine))
    return mine


@pytest.fixture
def kept(icsim, shelf, played) -> Path:
    """A recording that was blessed."""
    assert icsim("bless", str(played), "--name", "first-try")[0] == 0
    return shelf / "plays" / "slow-shop" / "first-try.jsonl"


def test_a_recording_is_kept_beside_its_outage(icsim, shelf, played):
    code, out, err = icsim("bless", "slow-shop-1", "--name", "first-try")
    path = shelf / "plays" / "slow-shop" / "first-try.jsonl"
    assert (code, err) == (0, "")
    assert out == f"Kept: {path} (6 commands).\nRead it: {path.with_suffix('.txt')}\n"
    assert path.stat().st_size < played.stat().st_size / 5


def test_what_is_kept_can_be_reviewed_and_replayed_like_any_recording(icsim, kept):
    code, out, _ = icsim("replay", str(kept))
    assert (code, "6 commands played again" in out) == (0, True)
    code, out, _ = icsim("review", str(kept), "--format", "json")
    assert (code, '"axes"' in out) == (0, True)


def test_a_script_is_kept_by_one_command(icsim, shelf, tmp_path):
    script = tmp_path / "by-hand.script"
    script.write_text(SCRIPT, "utf-8")
    code, _, _ = icsim("bless", str(script), "--outage", "slow-shop", "--seed", "3")
    assert code == 0
    folder = shelf / "plays" / "slow-shop"
    assert sorted(path.name for path in folder.iterdir()) == [
        f"by-hand.{e}" for e in ("jsonl", "script", "txt")
    ]
    assert (
        icsim("bless", str(folder / "by-hand.script"))[0] == 0
    )  # the folder names the outage, the play its seed


def test_an_outage_that_no_setting_names_is_given_by_its_file(icsim, shelf, tmp_path, monkeypatch):
    monkeypatch.delenv("ICSIM_SCENARIOS")
    script = tmp_path / "by-hand.script"
    script.write_text(SCRIPT, "utf-8")
    assert icsim("bless", str(script), "--outage", str(shelf / "slow-shop.yaml"), "--seed", "3")[0] == 0
    kept = shelf / "plays" / "slow-shop" / "by-hand.jsonl"
    assert icsim("bless", "--check", str(kept)) == (0, f"{kept}: as it was\n", "")


def test_plays_are_checked_and_made_again(icsim, kept, shelf):
    assert icsim("bless", "--check", str(shelf)) == (0, f"{kept}: as it was\n", "")
    outage = shelf / "slow-shop.yaml"
    outage.write_text(outage.read_text("utf-8").replace("title: ", "title: Now "), "utf-8")
    code, out, _ = icsim("bless", "--check", str(kept))
    assert code == 1
    assert "line 3 differs" in out
    assert "1 play of 1 came out otherwise" in out
    assert icsim("bless", "--again", str(kept)) == (0, f"{kept}: made again\n", "")
    assert icsim("bless", "--check", str(kept))[0] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name one recording or script to keep"),
        (("a", "b"), "name one recording or script to keep"),
        (("nothing.script",), "there is no script 'nothing.script'"),
        (("nothing",), "there is no recording 'nothing'"),
        (("--check", "nothing"), "there is no blessed play at 'nothing'"),
        (("icsim-plays/slow-shop-1.jsonl", "--seed", "2"), "--seed is for a script"),
        (("icsim-plays/slow-shop-1.jsonl", "--name", "A B"), "is no name for a play"),
        (("say.txt",), "there is no outage"),
        (("say.txt", "--outage", "slow-shop"), "a script needs the seed"),
    ],
)
def test_wrong_usage_is_told(icsim, shelf, played, words, said):
    Path("say.txt").write_text(SCRIPT, "utf-8")
    code, _, err = icsim("bless", *words)
    assert code in (1, 2)
    assert said in err


def test_a_script_of_that_name_is_not_overruled(icsim, kept, played):
    kept.with_suffix(".script").write_text(SCRIPT, "utf-8")
    code, _, err = icsim("bless", str(played), "--name", "first-try")
    assert code == 2
    assert "makes a play of this name" in err
