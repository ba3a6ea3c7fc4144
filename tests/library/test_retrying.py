"""Deciding again: re-entered where it was, weighed by what was known, replayed to the byte."""

from contextlib import closing

import pytest

from simulator.exercise import read_recording, replay, take_turn
from simulator.library import Journal
from simulator.library.debriefing import Judged, judged
from simulator.library.recordings import Play
from simulator.library.retrying import (
    SHORT,
    Moment,
    NoMoment,
    UntilDecided,
    again,
    again_so_far,
    known_at,
    moment_of,
    moments_of,
    reenter,
)

WORDS = (
    "declare high", "page data", "wait 10m", "order roll back web by ben", "wait 15m",
    "verify roll back web by ben", "wait 20m", "order fail over db by ada", "wait 20m", "end",
)  # fmt: skip


@pytest.fixture
def play(outage, tmp_path) -> Play:
    """A play in which the wrong change came first."""
    exercise = outage.exercise(1)
    for words in WORDS:
        take_turn(exercise, "commander", words)
    return Play(tmp_path / "was.jsonl", exercise.recording, outage)


@pytest.fixture
def found(play) -> Judged:
    return judged(play.recording, play.outage)


@pytest.fixture
def moment(found) -> Moment:
    return moments_of(found)[0]


@pytest.fixture
def enter(play, moment, tmp_path):
    """Re-enter the costliest moment and say something there."""
    opened: list[Journal] = []

    def go(*words: str):
        journal = Journal.begin(tmp_path / f"child-{len(opened)}.jsonl")
        opened.append(journal)
        child = journal.start(lambda: reenter(play, moment, journal))
        for text in words:
            take_turn(child, "commander", text)
        return child, journal.path

    yield go
    for journal in opened:
        journal.close()


def test_the_moments_are_those_of_the_debrief_the_costliest_first(moment, found):
    assert (moment.number, moment.title) == (1, "You ordered 'roll back web'")
    regrets = [each.decision.regret for each in moments_of(found)]
    assert regrets == sorted(regrets, reverse=True)


def test_one_is_back_at_the_second_with_all_that_was_said_before(enter, play, moment):
    child, _ = enter()
    assert child.now == moment.at
    assert not child.over
    said = [line.text for line in child.recording.commands]
    assert said == ["declare high", "page data", "wait 10m"]
    before = [entry for entry in play.recording.entries if entry.at < moment.at]
    assert child.entries[: len(before)] == before


def test_what_was_known_then_is_told_and_nothing_later(outage):
    exercise = outage.exercise(1)
    for words in ("declare high", "page data", "wait 10m"):
        take_turn(exercise, "commander", words)
    assert known_at(exercise) == ()
    for words in ("investigate db by ada", "wait 6m"):
        take_turn(exercise, "commander", words)
    (told,) = known_at(exercise)
    assert told.startswith("db: ")


def test_a_better_decision_passes(enter, moment):
    child, _ = enter("order fail over db by ada")
    answer = again_so_far(child, moment.at)
    assert answer
    assert (answer.passed, answer.now.chosen.name) == (True, "fail over db")
    assert answer.now.regret < moment.decision.regret


def test_the_same_decision_does_not_pass(enter, moment):
    child, _ = enter("order roll back web by ben")
    answer = again_so_far(child, moment.at)
    assert answer
    assert not answer.passed
    assert answer.now.regret == pytest.approx(moment.decision.regret)


def test_waiting_on_does_not_pass(enter, moment):
    child, _ = enter("wait 15m")
    answer = again_so_far(child, moment.at)
    assert answer
    assert (answer.passed, answer.now.chosen.kind) == (False, "wait")
    assert answer.now.since == moment.at, "the pause had begun before, and counts from the moment on"


def test_who_decides_within_the_time_there_is_has_not_waited(enter, moment):
    child, _ = enter("wait 1m", "order fail over db by ada")
    answer = again_so_far(child, moment.at)
    assert answer
    assert (answer.passed, answer.now.chosen.name) == (True, "fail over db")


def test_a_look_is_weighed_by_itself_and_not_with_those_before_it(outage, tmp_path):
    exercise = outage.exercise(1)
    for words in ("declare high", "page data", "wait 10m", "investigate db by ada", "wait 5m",
                  "investigate web by ada", "wait 5m", "end"):  # fmt: skip
        take_turn(exercise, "commander", words)
    found = judged(exercise.recording, outage)
    looks = [each for each in found.decided if each.chosen.kind == "look"]
    last = looks[-1]
    answer = again(found.case, found.decided, last.at)
    assert answer
    assert answer.now.chosen.name == last.chosen.name
    assert answer.now.regret <= last.regret


def test_nothing_decided_is_no_answer(enter, moment):
    child, _ = enter("board", "note let me think")
    assert again_so_far(child, moment.at) is None


def test_a_child_replays_to_the_byte(enter):
    child, path = enter("order fail over db by ada", "wait 10m", "end")
    kept = read_recording(path.read_text("utf-8")).recording
    assert kept
    assert replay(kept, child.scenario, child.doctrine).difference is None
    assert kept.text() == path.read_text("utf-8") == child.recording.text()
    assert kept.header.parent
    assert (kept.header.parent.mode, kept.header.parent.at) == ("take over", 635)


def test_a_short_retry_ends_with_the_decision(enter, moment):
    child, _ = enter()
    over = UntilDecided(child, moment.at)
    for words in ("board", "note let me think"):
        take_turn(child, "commander", words)
        assert not over(child)
    take_turn(child, "commander", "order fail over db by ada")
    assert over(child)
    assert not child.over


def test_a_short_retry_in_which_nothing_can_be_weighed_ends_in_time(outage):
    """Customers are well from the start of this exercise's end, so there is nothing to weigh."""
    exercise = outage.exercise(1)
    over = UntilDecided(exercise, 10**6)
    exercise.tick(60)
    assert not over(exercise)
    late = UntilDecided(exercise, exercise.now - SHORT - 61)
    exercise.tick(exercise.now + 60)
    assert late(exercise)


@pytest.mark.parametrize("number", [0, 3, 99])
def test_a_moment_that_is_not_there_is_told_with_those_that_are(play, found, number):
    with pytest.raises(NoMoment, match=f"no moment {number}. It has 1, 2"):
        moment_of(play, found, number)


def test_a_drill_is_decided_again_as_a_drill(library, tmp_path):
    outage = library.outage("first-status-post")
    exercise = outage.exercise(1)
    play = Play(tmp_path / "drill.jsonl", exercise.recording, outage)
    with pytest.raises(NoMoment, match="icsim drill first-status-post"):
        moment_of(play, judged(exercise.recording, outage), 1)


@pytest.fixture
def left(outage, tmp_path) -> Play:
    """A play that was left while a change was on its way, and with customers failing."""
    exercise = outage.exercise(1)
    for words in ("declare high", "page data", "wait 10m", "order fail over db by ada", "wait 2m", "end"):
        take_turn(exercise, "commander", words)
    return Play(tmp_path / "left.jsonl", exercise.recording, outage)


def test_who_left_is_back_before_they_did(left, tmp_path):
    found = judged(left.recording, left.outage)
    moment = next(each for each in moments_of(found) if each.left)
    assert found.case.left
    assert moment.at == found.case.left.at < moment.decision.since
    assert moment.title == "You left with customers failing and nobody leading"
    with closing(Journal.begin(tmp_path / "stays.jsonl")) as journal:
        child = journal.start(lambda: reenter(left, moment, journal))
        assert not child.over
        assert [line.text for line in child.recording.commands][-1] == "wait 2m"
        take_turn(child, "commander", "wait 10m")
        assert not child.over
