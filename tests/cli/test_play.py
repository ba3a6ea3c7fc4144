"""`icsim play` from scripts and pipes, and all that can stand in its way."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.exercise import read_recording

FULL = Path("/dev/full")
SCRIPT = (Path(__file__).parent / "commands.txt").read_text("utf-8")


def script(text: str = SCRIPT) -> str:
    Path("commands.txt").write_text(text, "utf-8")
    return "commands.txt"


def said(path: str) -> list[str]:
    recording = read_recording(Path(path).read_text("utf-8")).recording
    assert recording
    return [line.text for line in recording.commands]


def test_a_script_is_played_recorded_and_judged(icsim):
    code, out, err = icsim("play", "slow-shop", "--seed", "1", "--script", script())
    assert (code, err) == (0, "")
    assert "Buying fails for some  (slow-shop, seed 1)" in out
    assert " 0:00:00 > declare high\n 0:00:00   You declare the incident at high" in out
    assert "\x1b" not in out
    assert said("icsim-plays/slow-shop-1.jsonl") == SCRIPT.splitlines()
    assert Path("icsim-plays/slow-shop-1.html").is_file()
    assert "icsim-plays/slow-shop-1.html" in out


@pytest.mark.slow
def test_a_pipe_is_a_script(process):
    told = process("play", "slow-shop", "--seed", "1", typed=SCRIPT)
    assert (told.returncode, told.stderr) == (0, "")
    assert " 0:00:00 > declare high" in told.stdout


@pytest.mark.slow
def test_a_script_may_come_from_the_input_by_name(process):
    told = process("play", "slow-shop", "--seed", "1", "--script", "-", typed="declare high\n")
    assert told.returncode == 0
    assert " 0:00:00 > declare high" in told.stdout


def test_a_script_that_does_not_end_the_exercise_is_judged_as_far_as_it_went(icsim):
    code, out, _ = icsim("play", "slow-shop", "--seed", "1", "--script", script("declare high\nwait 10m\n"))
    assert code == 0
    assert said("icsim-plays/slow-shop-1.jsonl") == ["declare high", "wait 10m"]
    assert "Debrief: " in out


@pytest.mark.slow
def test_without_a_name_the_first_outage_is_played_and_its_seed_told(icsim):
    code, out, _ = icsim("play", "--script", script("end\n"))
    assert code == 0
    seed = re.search(r"\(write-stall, seed (\d+)\)", out)
    assert seed
    assert 1 <= int(seed[1]) <= 9999
    assert Path(f"icsim-plays/write-stall-{seed[1]}.jsonl").is_file()


def test_the_same_seed_and_words_give_the_same_recording(icsim):
    for name in ("a.jsonl", "b.jsonl"):
        icsim("play", "slow-shop", "--seed", "5", "--script", script(), "--out", name)
    assert Path("a.jsonl").read_text("utf-8") == Path("b.jsonl").read_text("utf-8")


def test_a_file_is_played_by_its_path(icsim):
    path = Path(os.environ["ICSIM_SCENARIOS"]) / "slow-shop.yaml"
    os.environ["ICSIM_SCENARIOS"] = ""
    code, out, _ = icsim("play", str(path), "--seed", "1", "--script", script("end\n"))
    assert code == 0
    assert "(slow-shop, seed 1)" in out


def test_another_doctrine_may_command(icsim):
    code, out, _ = icsim(
        "play", "slow-shop", "--doctrine", "pagerduty", "--seed", "1", "--script", script("severities\nend\n")
    )
    assert code == 0
    assert "SEV-1" in out


@pytest.mark.parametrize("player", ["idle", "by-the-book"])
def test_a_program_may_play(icsim, player):
    code, out, _ = icsim("play", "slow-shop", "--seed", "1", "--player", player)
    assert code == 0
    assert "The exercise ends" in out


def test_a_play_is_gone_on_with(icsim, played):
    lines = played.read_text("utf-8").splitlines(keepends=True)
    cut = next(number for number, line in enumerate(lines) if '"command":"order' in line)
    played.write_text("".join(lines[:cut]), "utf-8")
    code, out, _ = icsim(
        "play", "--resume", "slow-shop-1", "--script", script("\n".join(SCRIPT.splitlines()[3:]))
    )
    assert code == 0
    assert "Buying fails for some, gone on with." in out
    assert played.read_text("utf-8") == "".join(lines)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("slow-shpo",), 2, "there is no outage 'slow-shpo'. Did you mean slow-shop?"),
        (("nowhere.yaml",), 2, "there is no file 'nowhere.yaml'"),
        (("slow-shop", "--doctrine", "plian"), 2, "there is no doctrine 'plian'. Did you mean plain?"),
        (("slow-shop", "--pace", "fast"), 2, "--pace 'fast' is neither `turns` nor a speed such as 10x"),
        (("slow-shop", "--pace", "10x"), 2, "a running clock needs the live console"),
        (("slow-shop", "--script", "nowhere.txt"), 2, "nowhere.txt"),
        (("slow-shop", "--player", "idel"), 2, "'idel' is not one of"),
        (("--resume", "nowhere"), 2, "there is no recording 'nowhere'"),
        (
            ("slow-shop", "--resume", "x"),
            2,
            "--resume x goes on as it was begun; it cannot be given an outage",
        ),
    ],
)
def test_what_cannot_be_played_gets_a_sentence(icsim, words, code, message):
    outcome, _, err = icsim("play", *words)
    assert outcome == code
    assert message in " ".join(err.split())
    assert not Path("icsim-plays").exists()


def test_a_faulty_file_is_shown_with_all_its_problems(icsim):
    Path("x.yaml").write_text("scenario: x\norganisation: acme\ndifficulty: 9\n", "utf-8")
    code, _, err = icsim("play", "x.yaml")
    assert code == 1
    assert "x.yaml:3:13:" in err
    assert "^" in err


def test_a_recording_is_never_written_over(icsim):
    Path("mine.jsonl").write_text("precious", "utf-8")
    code, _, err = icsim("play", "slow-shop", "--out", "mine.jsonl", "--script", script())
    assert code == 1
    assert "'mine.jsonl' is there already" in err
    assert Path("mine.jsonl").read_text("utf-8") == "precious"


def test_a_folder_that_cannot_be_written_is_said_before_the_start(icsim):
    Path("icsim-plays").write_text("a file where the folder should be", "utf-8")
    code, out, err = icsim("play", "slow-shop", "--script", script())
    assert (code, out) == (1, "")
    assert "the recording cannot be written to 'icsim-plays" in err
    assert "--out FILE" in err


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_said_before_the_start(icsim):
    code, out, err = icsim("play", "slow-shop", "--out", str(FULL), "--script", script())
    assert (code, out) == (1, "")
    assert "no space left on device" in err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_a_killed_play_keeps_what_was_said_and_goes_on(icsim):
    words = [sys.executable, "-m", "simulator", "play", "slow-shop", "--seed", "1", "--script", "-"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as playing:
        assert playing.stdin
        assert playing.stdout
        for line in SCRIPT.splitlines()[:3]:
            playing.stdin.write(line + "\n")
        playing.stdin.flush()
        for line in playing.stdout:
            if "> wait 10m" in line:
                break
        playing.send_signal(signal.SIGKILL)
    assert said("icsim-plays/slow-shop-1.jsonl")[:2] == SCRIPT.splitlines()[:2]
    left = SCRIPT.splitlines()[len(said("icsim-plays/slow-shop-1.jsonl")) :]
    code, _, _ = icsim(
        "play", "--resume", "icsim-plays/slow-shop-1.jsonl", "--script", script("\n".join(left))
    )
    assert code == 0
    assert said("icsim-plays/slow-shop-1.jsonl") == SCRIPT.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("text", ["\x00\x01\x02\n", "\udcff\n", "a" * 100_000 + "\n", "\u202e\n", "'\"\n"])
def test_no_line_brings_it_down(process, text):
    told = process(
        "play", "slow-shop", "--seed", "1", typed=text.encode("utf-8", "replace").decode() + "end\n"
    )
    assert told.returncode == 0
    assert "Traceback" not in told.stderr


def test_a_play_that_was_killed_while_it_opened_begins_at_its_first_second(icsim, tmp_path):
    """Only the header and the first line were written: the first command still comes at 0:00:00."""
    icsim("play", "slow-shop", "--seed", "1", "--player", "idle", "--out", "whole.jsonl")
    cut = (tmp_path / "whole.jsonl").read_text("utf-8").splitlines(keepends=True)[:2]
    (tmp_path / "cut.jsonl").write_text("".join(cut), "utf-8")
    (tmp_path / "words.txt").write_text("note here we go\nend\n", "utf-8")
    icsim("play", "--resume", "cut.jsonl", "--script", "words.txt")
    lines = (tmp_path / "cut.jsonl").read_text("utf-8").splitlines()
    first = next(line for line in lines if line.startswith('{"command"'))
    assert '"at":0' in first
