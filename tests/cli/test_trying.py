"""`icsim try`: a table for authors, JSON for scripts, an exit code for builds."""

import json
from pathlib import Path

from simulator.cli.progress import Tally

SHELF = Path(__file__).parents[1] / "library" / "shelf"
FEW = ("--players", "idle,by-the-book,systematic", "--seeds", "2", "--jobs", "1")


def test_a_sound_outage_ends_with_0_and_tells_the_time_apart(icsim):
    code, out, err = icsim("try", "slow-shop", *FEW)
    assert code == 0
    assert out.startswith("slow-shop: Buying fails for some\n3 players, seeds 1 to 2: 6 plays\n")
    assert out.endswith("Everything that is written can be reached, and every cause can be solved.\n")
    assert err.startswith("icsim: slow-shop, 6 plays to make\n")
    assert " plays in " in err.splitlines()[-1]


def test_without_a_terminal_a_line_says_each_tenth_how_far_it_is(icsim):
    _, out, err = icsim("try", "slow-shop", "--players", "idle", "--seeds", "30", "--jobs", "1")
    assert "icsim: slow-shop, 10 plays made (33%)\nicsim: slow-shop, 15 plays made (50%)\n" in err
    assert "made" not in out
    assert err.count("\n") <= 12


def test_whoever_is_to_be_quiet_tells_nothing_but_what_was_asked(icsim):
    for quiet in ("-q", "--json"):
        code, out, err = icsim("try", "slow-shop", *FEW, quiet)
        assert (code, err) == (0, "")
        assert "slow-shop" in out


def test_a_tally_says_a_tenth_once_and_nothing_of_what_was_not_expected():
    tally = Tally("mine", 20)
    assert [tally.count(1) for _ in range(5)] == [False, True, False, True, False]
    assert [tally.count(15), tally.count(40)] == [True, False]
    assert tally.told == "60 plays"


def test_what_can_never_be_reached_is_shown_with_its_place_and_ends_with_1(icsim, tmp_path):
    text = (SHELF / "slow-shop.yaml").read_text("utf-8").replace("impact for 20m", "impact for 5h")
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    code, out, _ = icsim("try", "mine.yaml", *FEW)
    assert code == 1
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "impact for 5h" in line)
    assert f"\nNever reached:\n  mine.yaml:{line}:5: inject impact for 5h, boss: What is going on?\n" in out


def test_scripts_read_json(icsim):
    code, out, _ = icsim("try", "slow-shop", *FEW, "--json")
    record = json.loads(out)
    assert (code, record["fine"], record["plays"]) == (0, True, 6)
    assert {"players", "causes", "difficulty", "coverage", "scored"} <= set(record)


def test_transcripts_are_written_where_they_are_wanted(icsim, tmp_path):
    code, _, err = icsim("try", "slow-shop", *FEW, "--transcripts", "plays")
    assert code == 0
    assert len(list((tmp_path / "plays").iterdir())) == 6
    assert "6 transcripts in plays" in err
    (tmp_path / "taken").write_text("", "utf-8")
    code, _, err = icsim("try", "slow-shop", *FEW, "--transcripts", "taken")
    assert code == 1
    assert "transcripts cannot be written to 'taken': file exists" in err


def test_an_unknown_player_is_answered_with_the_near_one(icsim):
    code, out, err = icsim("try", "slow-shop", "--players", "idle,shotgn")
    assert (code, out) == (2, "")
    assert err == "icsim: there is no player 'shotgn'. Did you mean shotgun?\n"
    assert "There is: by-the-book, " in icsim("try", "slow-shop", "--players", "zzz")[2]


def test_an_outage_with_problems_cannot_be_tried(icsim, tmp_path):
    (tmp_path / "bad.yaml").write_text("scenario: bad\norganisation: acme\n", "utf-8")
    code, out, err = icsim("try", "bad.yaml")
    assert (code, out) == (1, "")
    assert "bad.yaml:1:1" in err
    assert icsim("try", "nothing")[0] == 2


def test_every_player_can_be_watched(icsim):
    code, out, _ = icsim("play", "slow-shop", "--seed", "1", "--player", "memorised", "--plain")
    assert code == 0
    assert "mitigated" in out
