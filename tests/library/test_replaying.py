"""The costliest decisions played again: the same answer each time, within a measure of turns, or as asked."""

import pytest

from simulator.exercise import take_turn
from simulator.library import Library
from simulator.library.debriefing import debrief, shown, to_its_end, written
from simulator.library.replaying import FEWEST, TURNS, _turning, replays
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from tests.debriefs import report

SCRIPT = (
    "declare P1", "page datastores", "wait 7m", "order clear cache by raj", "wait 20m",
    "verify clear cache by raj", "wait 30m", "end",
)  # fmt: skip


@pytest.fixture(scope="module")
def outage():
    return Library.open([]).outage("write-stall")


@pytest.fixture(scope="module")
def recording(outage):
    exercise = outage.exercise(1)
    for text in SCRIPT:
        take_turn(exercise, "commander", text)
    return exercise.recording


@pytest.fixture(scope="module")
def case(outage, recording):
    return Case(outage.scenario, outage.doctrine, to_its_end(recording, outage))


@pytest.fixture(scope="module")
def played(case, outage, recording):
    turns: list[int] = []
    return replays(case, recording, outage, decisions(case), turns.append), sum(turns)


def test_the_costliest_decisions_are_played_again_with_other_choices(played):
    found, _ = played
    assert 1 <= len(found) <= 3
    for one in found:
        assert 2 <= len(one.options) <= 4
        assert len({(replay.option.kind, replay.option.name) for replay in one.options}) == len(one.options)
        assert len({len(replay.lost) for replay in one.options}) == 1
        assert len(one.options[0].lost) >= FEWEST
        assert all(lost >= 0 for replay in one.options for lost in (*replay.lost, replay.here))


def test_it_stays_within_its_measure(played):
    _, turns = played
    assert 0 < turns < 2 * TURNS


def test_a_poor_choice_costs_more_in_most_worlds_that_fit(played):
    found, _ = played
    chosen, best, *_ = found[0].options
    worse = sum(one > other for one, other in zip(chosen.lost, best.lost, strict=True))
    assert worse > len(chosen.lost) / 2


def test_the_same_play_has_the_same_replays(played, case, outage, recording):
    assert replays(case, recording, outage, decisions(case)) == played[0]


def test_so_many_worlds_as_were_asked_for(case, outage, recording):
    found = replays(case, recording, outage, decisions(case), asked=2)
    assert {len(one.options[0].lost) for one in found} == {2}


def test_every_form_of_the_debrief_tells_it(outage, recording):
    told = debrief(recording, outage)
    card = told.cards[0]
    assert card.replayed.startswith("Played on by the book in ")
    assert card.replays[0].yours
    assert card.replays[0].says in written(told, "html")
    assert card.replays[0].says in written(told, "md")
    assert card.replays[0].says in written(told, "json")
    assert f"yours: {card.replays[0].says}" in shown(told, 100, False)
    assert f"({card.sign} {card.judged}" in shown(told, 100, False)


def test_a_timeline_that_was_written_down_has_none(case):
    assert report(case).cards
    assert not any(card.replays for card in report(case).cards)


WAITED_ON = (
    "declare P1", "page datastores", "page product", "wait 8m", "investigate app",
    "check fail over a shard by raj", "wait 20m", "end",
)  # fmt: skip


def test_a_look_that_was_waited_for_from_a_later_second_on_is_played_from_there(outage):
    """What had been said and answered since it was given out is a part of what was known."""
    exercise = outage.exercise(1)
    for text in WAITED_ON:
        take_turn(exercise, "commander", text)
    recording = exercise.recording
    judged = Case(outage.scenario, outage.doctrine, to_its_end(recording, outage))
    (waited,) = [one for one in decisions(judged) if one.chosen.kind == "look"]
    assert judged.entries[waited.entries[0] - 1].at < waited.at
    said = [line.text for line in recording.commands if line.at <= waited.at]
    assert said[-2:] == ["check fail over a shard by raj", "wait 20m"]
    turning = _turning(judged, recording, waited)
    assert turning is not None
    assert (turning.since, turning.before) == (waited.at, len(said))
