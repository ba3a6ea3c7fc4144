"""The journal: what is acknowledged is on disk, and what cannot be is said before it matters."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.exercise import read_recording, take_turn
from simulator.library import Journal, Unwritable

COMMANDS = ("declare high", "page data", "wait 5m", 'note "eins zwei drei"', "end")
FULL = Path("/dev/full")


def test_a_recording_grows_with_each_command(outage, tmp_path):
    journal = Journal.begin(tmp_path / "new" / "play.jsonl")
    exercise = journal.start(lambda: outage.exercise(1, journal))
    for text in COMMANDS:
        take_turn(exercise, "commander", text)
        assert journal.path.read_text("utf-8") == exercise.recording.text()
    journal.close()


def test_header_and_commands_are_brought_to_the_disk_before_they_are_carried_out(
    outage, tmp_path, monkeypatch
):
    journal = Journal.begin(tmp_path / "play.jsonl")
    lines: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda number: lines.append(journal.path.read_text("utf-8").count("\n")))
    exercise = outage.exercise(1, journal)
    assert lines == [1]
    before = len(exercise.recording.order) + 1
    take_turn(exercise, "commander", "declare high")
    assert lines == [1, before + 1]


def test_a_recording_that_is_there_is_never_written_over(tmp_path):
    path = tmp_path / "play.jsonl"
    path.write_text("precious", "utf-8")
    with pytest.raises(Unwritable, match=r"is there already.*icsim play --resume"):
        Journal.begin(path)
    assert path.read_text("utf-8") == "precious"


def test_a_folder_that_cannot_be_is_said_before_the_start(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(Unwritable, match=r"cannot be written.*(file exists|not a directory).*--out FILE"):
        Journal.begin(tmp_path / "file" / "play.jsonl")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_leave_to_write_is_said_before_the_start(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Unwritable, match="permission denied"):
        Journal.begin(tmp_path / "play.jsonl")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_said_before_the_start(outage):
    journal = Journal.begin(FULL)
    with pytest.raises(Unwritable, match=r"'/dev/full': no space left on device"):
        journal.start(lambda: outage.exercise(1, journal))


def test_a_disk_with_hardly_any_room_counts_as_full(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 10}))
    with pytest.raises(Unwritable, match="the disk is full"):
        Journal.begin(tmp_path / "play.jsonl")
    assert not (tmp_path / "play.jsonl").exists()


def test_lines_that_cannot_be_written_are_kept_and_written_later(tmp_path, monkeypatch):
    journal = Journal.begin(tmp_path / "play.jsonl")
    journal('{"icsim":1}')
    write = os.write

    def half(number: int, data: bytes) -> int:
        if len(data) <= 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(number, data[:3])

    monkeypatch.setattr(os, "write", half)
    journal('{"command":"a"}')
    assert journal.trouble == "no space left on device"
    monkeypatch.setattr(os, "write", write)
    journal('{"entry":1}')
    assert journal.trouble == ""
    journal.close()
    assert journal.path.read_text("utf-8") == '{"icsim":1}\n{"command":"a"}\n{"entry":1}\n'


def test_two_windows_cannot_play_one_recording(outage, tmp_path):
    first = Journal.begin(tmp_path / "play.jsonl")
    first.start(lambda: outage.exercise(1, first))
    with pytest.raises(Unwritable, match="being played in another window"):
        Journal.go_on(first.path, first.path.read_text("utf-8"))
    first.close()
    second = Journal.go_on(first.path, first.path.read_text("utf-8"))
    second('{"command":"x"}')
    second.close()
    assert first.path.read_text("utf-8").endswith('{"command":"x"}\n')
    assert [path.name for path in tmp_path.iterdir()] == ["play.jsonl"]


PLAY_ON = """
import sys
from pathlib import Path
from simulator.exercise import take_turn
from simulator.library import Journal, Library

outage = Library.open([Path(sys.argv[1])]).outage("slow-shop")
journal = Journal.begin(Path(sys.argv[2]))
exercise = journal.start(lambda: outage.exercise(1, journal))
for number in range(10_000):
    take_turn(exercise, "commander", f"note {number}")
    print(number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("acknowledged", [1, 7, 23])
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_a_killed_play_has_lost_nothing_that_was_acknowledged(tmp_path, acknowledged):
    path, shelf = tmp_path / "play.jsonl", Path(__file__).parent / "shelf"
    words = [sys.executable, "-c", PLAY_ON, str(shelf), str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as playing:
        assert playing.stdout
        for _ in range(acknowledged):
            playing.stdout.readline()
        playing.send_signal(signal.SIGKILL)
    read = read_recording(path.read_text("utf-8"))
    assert read.recording
    said = [line.text for line in read.recording.commands]
    assert said[:acknowledged] == [f"note {number}" for number in range(acknowledged)]
