"""`icsim gauntlet`: a matrix for people, JSON for scripts, an exit code for builds."""

import json

import pytest

ONE = ("slow-shop", "--seeds", "1", "--jobs", "1", "--doctrine", "intercom")


@pytest.mark.slow
def test_the_matrix_is_shown_with_the_gates_that_are_missed(icsim, tmp_path):
    code, out, err = icsim("gauntlet", *ONE, "--picture", "pictures/matrix.svg")
    assert out.startswith(
        "slow-shop: Buying fails for some\n52 players, seeds 1 to 1, played under intercom\n"
    )
    assert "What a flaw costs" in out
    assert "Passes of cheats" in out
    assert code == (0 if out.endswith("Every gate is held.\n") else 1)
    assert "icsim: slow-shop, 52 plays in " in err
    assert (tmp_path / "pictures" / "matrix.svg").read_text("utf-8").startswith("<svg ")


@pytest.mark.slow
def test_scripts_read_json(icsim):
    code, out, _ = icsim("gauntlet", *ONE, "--json")
    record = json.loads(out)
    assert code == (0 if record["held"] else 1)
    assert record["outages"][0]["doctrines"] == ["intercom"]


def test_what_cannot_be_run_is_answered(icsim):
    assert icsim("gauntlet", "slow-shop", "--all") == (
        2, "", "icsim: --all takes every outage; name some, or say --all\n",
    )  # fmt: skip
    code, out, err = icsim("gauntlet", "slow-shp")
    assert (code, out) == (2, "")
    assert "Did you mean slow-shop?" in err


def test_what_was_saved_is_drawn_without_a_play(icsim, tmp_path):
    assert icsim("gauntlet", "--from", "x.json") == (
        2, "", "icsim: --from draws what was saved: say --picture FILE with it, and name outages if any\n",
    )  # fmt: skip
    code, _, err = icsim("gauntlet", "--from", "x.json", "--picture", "x.svg")
    assert code in (1, 2)
    assert "x.json: no such file" in err


def test_a_flawed_player_can_be_watched(icsim):
    code, out, _ = icsim("play", "slow-shop", "--seed", "1", "--player", "silent", "--plain")
    assert code == 0
    assert "post status page" not in out
