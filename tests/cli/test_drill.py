"""`icsim drill`, and drills in `icsim play` and `icsim review`."""

import json
from pathlib import Path

POST = "post status page investigating affecting open the inbox next in 20m\n"


def script(text):
    Path("said.txt").write_text(text, "utf-8")
    return "said.txt"


def test_without_a_name_the_easiest_is_proposed(icsim):
    code, out, _ = icsim("drill")
    assert code == 0
    assert "Decide whether this is an incident." in out
    assert out.endswith("To do it: icsim drill declare-now\n")


def test_what_was_done_is_not_proposed_again(icsim):
    icsim("play", "declare-now", "--seed", "1", "--script", script("declare P1"))
    assert "icsim drill everyone-debugs" in icsim("drill")[1]


def test_it_is_played_from_a_pipe(process):
    done = process("drill", "first-status-post", "--seed", "1", typed=POST)
    assert done.returncode == 0
    told = " ".join(done.stdout.split())
    assert "This is what went before" in told
    assert "The commander declares the incident at P1" in told
    assert "Your task: Customers have heard nothing. Write the first status post. You have 4 min." in told
    assert "DISTINCTION" in told
    assert "A post like this is written in a minute." in told


def test_a_play_of_it_is_reviewed_and_replayed(icsim):
    icsim("play", "first-status-post", "--seed", "1", "--script", script(POST))
    code, out, _ = icsim("review", "first-status-post-1", "--format", "json")
    assert code == 0
    assert json.loads(out)["drill"]["spoken"][0]["words"] == POST.strip()
    assert "DISTINCTION" in icsim("review", "first-status-post-1")[1]
    assert icsim("replay", "first-status-post-1")[0] == 0


def test_one_that_was_left_is_gone_on_with(icsim):
    icsim("play", "first-status-post", "--seed", "1", "--script", script("board\n" + POST))
    path = Path("icsim-plays/first-status-post-1.jsonl")
    whole = path.read_text("utf-8").splitlines(keepends=True)
    cut = next(number for number, line in enumerate(whole) if '"command":"post' in line)
    path.write_text("".join(whole[:cut]), "utf-8")
    code, out, _ = icsim("play", "--resume", "first-status-post-1", "--script", script(POST))
    assert code == 0
    assert "DISTINCTION" in out
    assert path.read_text("utf-8") == "".join(whole)


def test_one_that_was_left_is_judged_as_silence(icsim):
    icsim("play", "first-status-post", "--seed", "1", "--script", script(POST))
    path = Path("icsim-plays/first-status-post-1.jsonl")
    whole = path.read_text("utf-8").splitlines(keepends=True)
    cut = next(number for number, line in enumerate(whole) if '"command":"post' in line)
    path.write_text("".join(whole[:cut]), "utf-8")
    assert "NOT YET" in icsim("review", "first-status-post-1")[1]


def test_an_outage_is_no_drill(icsim):
    code, _, err = icsim("drill", "write-stall")
    assert code == 2
    assert "icsim play write-stall" in err


def test_a_word_that_nobody_understands_is_found_by_check(icsim):
    shipped = Path(__file__).parents[2] / "scenarios" / "drills" / "declare-now.yaml"
    text = shipped.read_text("utf-8")
    Path("mine.yaml").write_text(text.replace("investigate app by mei", "investigate app by moi"), "utf-8")
    code, out, err = icsim("check", "mine.yaml")
    assert code == 1
    assert "mine.yaml:20:19" in out + err
    assert "moi" in out + err
