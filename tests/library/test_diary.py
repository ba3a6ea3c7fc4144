"""The diary in real files: what is kept comes back, an old one is brought up to date, others are told."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.value import replace
from simulator.library.diary import Diary, Stated, Unreadable, diary_path, opening, removed, schema
from simulator.library.diary.summary import OFFERED, summary_of
from simulator.library.diary.telling import NOTHING, told
from simulator.library.retrying import Again
from tests.library.diaries import FIRST_DAY, RECORDS, moment, record

CHILD = Path("/plays/a-retry.jsonl")

# ---- what is kept comes back ----


@pytest.fixture
def diary(tmp_path) -> Diary:
    return Diary(tmp_path / "own" / "plays.db")


def answer(passed: bool) -> Again:
    """An order that was given this time."""
    chosen = SimpleNamespace(kind="change", name="fail over db", seconds=60)
    now = SimpleNamespace(chosen=chosen, regret=0.0 if passed else 50.0)
    return Again(now, passed, "order 'fail over db'")  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None)
@given(st.lists(RECORDS, max_size=4, unique_by=lambda each: each.digest))
def test_what_is_kept_comes_back(records):
    with TemporaryDirectory() as folder:
        diary = Diary(Path(folder) / "plays.db")
        numbers = [diary.keep(each) for each in records]
        kept = {each.id: each for each in diary.plays()}
        assert [kept[number] for number in numbers] == [
            replace(each, id=number) for each, number in zip(records, numbers, strict=True)
        ]
        assert [each.played for each in diary.plays()] == sorted(each.played for each in records)


def test_the_same_play_judged_again_takes_its_own_place(diary):
    first = diary.keep(record("a"), [moment("a")])
    diary.keep(record("b"))
    again = diary.keep(record("a", day=2, points=90), [moment("a")])
    assert again == first
    assert [(play.digest, play.axes["command"]) for play in diary.plays()] == [("b", 50), ("a", 90)]
    assert len(diary.moments()) == 1


def test_a_play_that_was_gone_on_with_takes_the_place_of_what_was_left(diary):
    left = record("left", ended=False, recording="/plays/x.jsonl", outage="x")
    number = diary.keep(left, [moment("left")])
    assert diary.keep(record("whole", recording="/plays/x.jsonl", outage="x")) == number
    assert [play.digest for play in diary.plays()] == ["whole"]
    assert diary.moments() == ()


def test_another_play_under_an_old_name_takes_nobody_s_place(diary):
    diary.keep(record("one", recording="/plays/x.jsonl", outage="x"))
    diary.keep(record("two", recording="/plays/x.jsonl", outage="x"))
    assert [play.digest for play in diary.plays()] == ["one", "two"]


def test_a_play_is_deleted_with_its_moments_and_its_number_is_not_used_again(diary):
    first = diary.keep(record("a"), [moment("a")])
    assert diary.delete(first)
    assert not diary.delete(first)
    assert (diary.plays(), diary.moments()) == ((), ())
    assert diary.keep(record("b")) > first


def test_what_was_deleted_is_not_left_in_the_file(diary):
    number = diary.keep(record("a", title="something nobody else is to read"))
    diary.delete(number)
    with closing(sqlite3.connect(diary.path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"nobody else is to read" not in diary.path.read_bytes()


# ---- moments ----


def test_a_moment_that_was_decided_again_comes_back_later(diary):
    diary.keep(record("a"), [moment("a")])
    assert diary.tried("a", 60, CHILD, answer(True), FIRST_DAY)
    (standing,) = diary.moments()
    assert [(each.passed, each.chosen) for each in standing.tries] == [(True, "You ordered 'fail over db'")]
    assert standing.due
    assert standing.due >= FIRST_DAY + timedelta(days=2)


def test_the_same_recording_counts_once_a_day(diary):
    diary.hold(moment("a"))
    for hour in range(3):
        diary.tried("a", 60, CHILD, answer(hour == 2), FIRST_DAY + timedelta(hours=hour))
    diary.tried("a", 60, CHILD, answer(False), FIRST_DAY + timedelta(days=2))
    assert [each.passed for each in diary.moments()[0].tries] == [True, False]


def test_other_recordings_count_on_the_same_day_too(diary):
    diary.hold(moment("a"))
    for name in ("/one.jsonl", "/two.jsonl"):
        diary.tried("a", 60, Path(name), answer(True), FIRST_DAY)
    assert len(diary.moments()[0].tries) == 2


def test_a_moment_that_nobody_holds_is_not_tried(diary):
    assert not diary.tried("a", 60, CHILD, answer(True), FIRST_DAY)
    assert diary.moments() == ()


def test_what_is_due_comes_first_and_what_is_fresh_is_offered_sparingly(diary):
    diary.keep(record("a"), [moment("a", at, number) for number, at in enumerate((60, 120, 180), 1)])
    diary.keep(record("b", day=1), [moment("b", at, number) for number, at in enumerate((60, 120), 1)])
    diary.tried("a", 60, Path("/one.jsonl"), answer(False), FIRST_DAY)
    diary.tried("a", 120, Path("/two.jsonl"), answer(True), FIRST_DAY)
    soon = summary_of(diary.plays(), diary.moments(), FIRST_DAY + timedelta(days=1, hours=1))
    assert [(each.moment.digest, each.moment.at) for each in soon.due] == [("a", 60)]
    assert [(e.moment.digest, e.moment.number) for e in soon.fresh] == [("b", 1), ("b", 2), ("a", 3)]
    assert len(soon.fresh) <= OFFERED
    assert soon.later
    later = summary_of(diary.plays(), diary.moments(), FIRST_DAY + timedelta(days=30))
    assert [each.moment.at for each in later.due] == [60, 120]
    assert later.later is None


# ---- progress ----


def test_only_the_first_play_of_an_outage_and_seed_counts():
    plays = [
        record("a", 0, 10), record("b", 1, 20, outage="outage-a"), record("c", 2, 30, kind="retry"),
        record("d", 3, 40, kind="drill"), record("e", 4, 50, outage="outage-a", seed=2),
    ]  # fmt: skip
    summary = summary_of(plays, (), FIRST_DAY)
    assert [play.digest for play in summary.counted] == ["a", "e"]
    assert summary.progress["command"].points == (10, 50)


def test_an_axis_that_was_never_scored_is_left_out():
    summary = summary_of([record("a", points=None)], (), FIRST_DAY)
    assert summary.progress == {}


def lines(*plays, moments=()):
    return "\n".join(told(summary_of(plays, moments, FIRST_DAY), Path("/own/plays.db")))


def test_an_empty_diary_says_how_to_fill_it():
    text = lines()
    assert text.startswith("\n".join(NOTHING))
    assert text.endswith("All of it is on this machine, in /own/plays.db")


def test_two_plays_are_told_as_two_plays():
    text = lines(record("a", 0, 55), record("b", 1, 70))
    assert "command                   55, 70: 2 plays, too few to say more (from 3 on)" in text
    assert "t-interval" not in text


def test_many_plays_are_told_with_an_interval_and_how_it_is_made():
    text = lines(*(record(f"p{day}", day, 40 if day < 5 else 80) for day in range(10)))
    assert "command                   80 (75 to 85); before that 40 (35 to 45): higher" in text
    assert "90% sure" in text
    assert "read a trend, not a rank" in text


def test_only_the_last_plays_are_listed():
    text = lines(*(record(f"p{day}", day) for day in range(14)))
    assert "Your last 10 of 14 plays" in text
    assert "outage-p3," not in text
    assert "outage-p4," in text


def test_confidence_is_told_with_its_counts():

    stated = (
        Stated(60, "the release", 0.8, True),
        Stated(90, "it holds", 0.8, False),
        Stated(99, "?", 0.5, None),
    )
    text = lines(record("a", stated=stated))
    assert "about 80% sure: 1 of 2 held" in text
    assert "Brier's score 0.34 from 2 claims." in text
    assert "0 is perfect, always saying 50 % earns 0.25." in text
    assert "Fewer than 10 claims say little." in text


def test_what_was_said_when_the_end_was_known_counts_for_nothing():
    stated = (Stated(60, "cause", 0.8, True),)
    again, drill = (
        record("b", 2, outage="outage-a", stated=stated),
        record("c", 3, kind="drill", stated=stated),
    )
    text = lines(record("a", 1, outage="outage-a", stated=stated), again, drill)
    assert "about 80% sure: 1 of 1 held" in text


def test_many_claims_are_told_with_bounds_and_whether_they_were_too_sure():
    stated = tuple(Stated(at, "cause", 0.9, at % 2 == 0) for at in range(20))
    text = lines(record("a", stated=stated))
    assert "Brier's score 0.41 (0.24 to 0.58, 90% sure) from 20 claims." in text
    assert "You were too sure: by 40% on average, more than chance explains." in text
    assert "say little" not in text


def test_a_moment_whose_recording_is_gone_says_so(diary):
    diary.hold(moment("a"))
    text = lines(moments=diary.moments())
    assert "its recording is gone: /plays/a.jsonl" in text
    assert "icsim retry" not in text


# ---- tables of other versions ----


def test_a_new_diary_is_of_the_newest_version(diary):
    diary.keep(record())
    with closing(sqlite3.connect(diary.path)) as database:
        assert schema.version_of(database) == len(schema.STEPS)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@settings(max_examples=15, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=3, unique_by=lambda each: each.digest))
def test_an_older_diary_is_brought_up_to_date_and_keeps_everything(records):
    """As it will be: a further step adds a column, and what was kept before it is still there."""
    more = (*schema.STEPS, "ALTER TABLE plays ADD COLUMN place TEXT NOT NULL DEFAULT 'here';")
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        diary = Diary(Path(folder) / "plays.db")
        for each in records:
            diary.keep(each)
        before = diary.plays()
        patched.setattr(opening, "migrate", lambda database: schema.migrate(database, more))
        assert diary.plays() == before
        with closing(sqlite3.connect(diary.path)) as database:
            assert schema.version_of(database) == len(more)


def test_a_step_that_fails_leaves_the_diary_as_it_was(diary):
    number = diary.keep(record())
    broken = (*schema.STEPS, "ALTER TABLE plays ADD COLUMN place TEXT; INSERT INTO nowhere VALUES (1);")
    with closing(sqlite3.connect(diary.path, isolation_level=None)) as database:
        with pytest.raises(sqlite3.OperationalError):
            schema.migrate(database, broken)
        assert not database.in_transaction
    assert [play.id for play in diary.plays()] == [number]
    with closing(sqlite3.connect(diary.path)) as database:
        assert schema.version_of(database) == len(schema.STEPS)


def test_two_programs_that_open_a_new_diary_at_once_do_not_stumble(tmp_path, monkeypatch):
    """The second one had seen an empty file, and by its turn the first one has made the tables."""
    path, seen = tmp_path / "plays.db", iter([0])
    Diary(path).keep(record())
    look = schema.version_of
    monkeypatch.setattr(schema, "version_of", lambda database: next(seen, None) or look(database))
    assert len(Diary(path).plays()) == 1


def test_a_newer_diary_is_left_alone(diary):
    diary.keep(record())
    with closing(sqlite3.connect(diary.path)) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(Unreadable, match=r"written by a newer icsim \(its version 99, known here 1\)"):
        diary.plays()


# ---- what can stand in the way ----


def test_a_file_that_is_no_diary_is_told(diary):
    diary.path.parent.mkdir()
    diary.path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(Unreadable, match="no diary of icsim, or it is damaged"):
        diary.keep(record())
    assert diary.path.read_bytes().startswith(b"not a database")


def test_one_that_somebody_else_is_writing_to_is_told(diary, monkeypatch):
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    diary.keep(record())
    with closing(sqlite3.connect(diary.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unreadable, match="another program is writing to it"):
            diary.keep(record("b"))
        other.execute("ROLLBACK")
    diary.keep(record("b"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "own").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(Unreadable, match="own"):
        Diary(tmp_path / "own" / "plays.db").keep(record())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who is root may write anywhere")
def test_a_folder_without_the_right_to_write_is_told(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(Unreadable):
        Diary(folder / "plays.db").keep(record())


def test_looking_makes_no_file(diary):
    assert (diary.plays(), diary.moments(), diary.delete(1)) == ((), (), False)
    assert not diary.path.parent.exists()


def test_removing_leaves_nothing(diary):
    diary.keep(record())
    assert removed(diary.path)
    assert list(diary.path.parent.iterdir()) == []
    assert not removed(diary.path)


@pytest.mark.parametrize(
    ("setting", "path"),
    [
        ({}, "/data/icsim/plays.db"),
        ({"ICSIM_HISTORY": ""}, "/data/icsim/plays.db"),
        ({"ICSIM_HISTORY": "/other/mine.db"}, "/other/mine.db"),
        ({"ICSIM_HISTORY": "off"}, None),
        ({"ICSIM_HISTORY": " OFF "}, None),
    ],
)
@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="paths as on Linux")
def test_the_environment_says_where_it_lies(setting, path):
    assert diary_path({"XDG_DATA_HOME": "/data", **setting}) == (Path(path) if path else None)
