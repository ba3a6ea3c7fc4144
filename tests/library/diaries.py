"""Records of plays for tests of the diary: drawn by Hypothesis, or written with what a test is about."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from simulator.domain.doctrine import AXES
from simulator.library.diary import Decided, Held, Record, Stated

FIRST_DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
_NUMBER = st.floats(0, 1e9)
_WORDS = st.text(max_size=20).filter(lambda words: not any(0xD800 <= ord(each) <= 0xDFFF for each in words))
_DECIDED = st.builds(Decided, st.integers(0, 10**6), _WORDS, _WORDS, _NUMBER, _NUMBER, st.booleans())
_STATED = st.builds(
    Stated, st.integers(0, 10**6), _WORDS, st.floats(0, 1), st.one_of(st.none(), st.booleans())
)
RECORDS = st.builds(
    Record,
    digest=st.uuids().map(str), recording=_WORDS, kind=st.sampled_from(("outage", "drill", "retry")),
    outage=_WORDS, title=_WORDS, seed=st.integers(0, 2**62), doctrine=_WORDS,
    played=st.integers(0, 2 * 10**9).map(lambda seconds: FIRST_DAY + timedelta(seconds=seconds)),
    ended=st.just(True), lasted=st.integers(0, 10**6), lost=_NUMBER,
    grade=st.sampled_from((None, "pass", "not yet")),
    axes=st.dictionaries(_WORDS, st.one_of(st.none(), st.floats(0, 100)), max_size=7),
    decisions=st.lists(_DECIDED, max_size=4).map(tuple), stated=st.lists(_STATED, max_size=4).map(tuple),
)  # fmt: skip


def record(name: str = "a", day: int = 0, points: float | None = 50, **other: object) -> Record:
    """A play on a day, with the same points on every axis."""
    plain: dict[str, object] = {
        "digest": name, "recording": f"/plays/{name}.jsonl", "kind": "outage", "outage": f"outage-{name}",
        "title": "Nobody can buy", "seed": 1, "doctrine": "intercom",
        "played": FIRST_DAY + timedelta(days=day), "ended": True, "lasted": 3600, "lost": 1000.0,
        "grade": "pass", "axes": dict.fromkeys(AXES, points),
    }  # fmt: skip
    return Record(**{**plain, **other})  # type: ignore[arg-type]  # a test names the fields it is about


def moment(name: str = "a", at: int = 60, number: int = 1) -> Held:
    """A moment of that play."""
    recording = f"/plays/{name}.jsonl"
    return Held(name, at, number, recording, f"outage-{name}", 1, "You ordered 'roll back web'", 900.0)
