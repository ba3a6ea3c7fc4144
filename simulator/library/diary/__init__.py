"""A person's own history of plays, in one SQLite file on their machine; nothing of it goes anywhere."""

from simulator.library.diary.diary import Diary, Standing, Try
from simulator.library.diary.opening import OFF, SETTING, Unreadable, diary_path, removed
from simulator.library.diary.record import Decided, Held, Record, Stated, all_held, held, record_of
from simulator.library.diary.summary import Summary, plain, summary_of

__all__ = [
    "OFF", "SETTING", "Decided", "Diary", "Held", "Record", "Standing", "Stated", "Summary", "Try",
    "Unreadable", "all_held", "diary_path", "held", "plain", "record_of", "removed", "summary_of",
]  # fmt: skip
