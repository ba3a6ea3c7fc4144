"""Time: the same commands give the same entries, whatever the ticks, the machine or the rest of the play."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain import command as said
from simulator.domain.command import Ask, Declare, End, Investigate, Note, Order, Page, Post, Verify
from simulator.domain.fact import (
    ChangeDone,
    ChangeStarted,
    Commanded,
    CommandLeft,
    Ended,
    ImpactChanged,
    Joined,
    Noted,
    Opened,
    Posted,
    StakeholderAsked,
)
from simulator.domain.notation import read_timeline, write_timeline
from simulator.domain.update import Update
from simulator.world import World
from simulator.world.clock import Clock

ROOT = Path(__file__).parents[2]
SAID: list = [
    (0, Declare("P1")), (20, Page("datastores")), (35, Page("product")), (60, Ask("what changed")),
    (300, Investigate("db-shards")), (420, Order("fail over a shard")), (430, Ask("theory")),
    (600, Post(Update("status page", "investigating", ("send a message",), next_in=1200))),
    (900, Verify("fail over a shard")), (1200, Order("roll back app")), (1500, said.Revert("roll back app")),
    (1800, said.Look("signals")), (2400, said.Mitigated()),
]  # fmt: skip


def _played(scenario, seed, ticks=(), commands=SAID, until=5400):
    world = World(scenario, seed)
    for at, command in sorted([*commands, *((tick, None) for tick in ticks)], key=lambda pair: pair[0]):
        world.advance(at)
        if command is not None:
            world.issue(command, repr(command), "commander")
    world.advance(until)
    return world.entries


@settings(max_examples=20)
@given(st.lists(st.integers(0, 5400), max_size=60), st.integers(0, 9))
def test_any_split_of_time_into_ticks_gives_the_same_entries(write_stall, ticks, seed):
    assert _played(write_stall, seed, ticks) == _played(write_stall, seed)


def test_second_by_second_too(write_stall):
    assert _played(write_stall, 3, range(5400)) == _played(write_stall, 3)


@settings(max_examples=15)
@given(st.integers(0, 10**9))
def test_what_advance_and_issue_return_is_the_timeline(write_stall, seed):
    world, told = World(write_stall, seed), []
    told += world.entries
    for at, command in SAID:
        told += world.advance(at)
        told += world.issue(command, "", "commander")
    told += world.advance(5400)
    assert told == world.entries
    assert [entry.number for entry in told] == list(range(1, len(told) + 1))
    assert all(before.at <= after.at for before, after in itertools.pairwise(told))
    assert all(entry.because < entry.number for entry in told)


def test_a_timeline_survives_being_written(write_stall):
    told = tuple(_played(write_stall, 5))
    assert read_timeline(write_timeline(told)) == told


PROGRAM = """
import sys
from pathlib import Path
from simulator.authoring import read_organisation, read_scenario
from simulator.domain.command import Ask, Declare, Order, Page
from simulator.domain.notation import write_timeline
from simulator.world import World
from simulator.world.clock import Clock

folder = Path(sys.argv[1])
parley = read_organisation((folder / "organisations/parley.yaml").read_text("utf-8"), "parley.yaml").value
text = (folder / "write-stall.yaml").read_text("utf-8")
scenario = read_scenario(text, "write-stall.yaml", parley, {"intercom", "pagerduty"}).value
for seed in range(4):
    world = World(scenario, seed)
    for at, command in [(0, Declare("P1")), (9, Page("datastores")), (60, Ask("what changed")),
                        (400, Order("fail over a shard")), (1800, Order("roll back app"))]:
        world.advance(at)
        world.issue(command, "", "commander")
    world.advance(5400)
    sys.stdout.write(write_timeline(world.entries))
"""


def test_the_hashing_of_python_makes_no_difference():
    told = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(ROOT / "scenarios")],
            env={"PYTHONHASHSEED": hashing, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        ).stdout
        for hashing in ("1", "2")
    ]  # fmt: skip
    assert told[0] == told[1]
    assert len(told[0]) > 10_000


# ---- a command comes before what the world does at its second ----


def test_a_command_comes_before_what_the_world_does_at_that_second(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Note("just before it is done"), at="4m")
    it.until("5m")
    kinds = [type(entry.fact) for entry in it.entries if entry.at == 240]
    assert kinds.index(Noted) < kinds.index(ChangeDone)


def test_so_a_post_at_the_last_second_keeps_them_from_asking(play):
    update = Update("status page", "investigating")
    for at, first_asked in ((600, 1200), (601, 600)):
        it = play()
        it.say(said.Draft(update))
        it.say(said.Approve("status page"), at=at)
        asked = [when for when, fact in it.until("21m").timed(StakeholderAsked) if fact.who == "customers"]
        assert asked[0] == first_asked


def test_a_question_at_the_last_second_still_interrupts(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Ask("theory", "bo"), at="3m59s")
    assert it.until("10m").times(ChangeDone) == [360]
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Ask("theory", "bo"), at="4m")
    assert it.until("10m").times(ChangeDone) == [240]


def test_advancing_to_a_second_leaves_what_happens_at_it_to_the_next_step(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    assert it.until("4m").facts(ChangeDone) == []
    assert it.world.now == 240
    assert it.world.advance(240) == []
    assert it.until("4m1s").times(ChangeDone) == [240]


# ---- keyed luck ----


def _told(entries, *kinds):
    return [(entry.at, entry.fact) for entry in entries if isinstance(entry.fact, kinds)]


@settings(max_examples=15)
@given(st.integers(0, 500))
def test_another_command_leaves_the_rest_of_the_luck_as_it_was(write_stall, seed):
    pages = [(0, Page("ana")), (0, Page("dario"))]
    one = _played(write_stall, seed, commands=[*pages, (5, Page("mei"))])
    other = _played(write_stall, seed, commands=[*pages, (5, Declare("P1"))])
    without = {fact: at for at, fact in _told(other, Joined)}
    assert {fact: at for at, fact in _told(one, Joined) if fact.person in ("ana", "dario")} == {
        fact: at for fact, at in without.items() if fact.person in ("ana", "dario")
    }
    assert _told(one, ImpactChanged) == _told(other, ImpactChanged)


def test_how_long_a_change_takes_does_not_depend_on_what_else_was_made(play):
    for seed in range(5):
        alone, after = play("", "ana", seed=seed), play("", "ana", seed=seed)
        after.say(Order("add shards", by="ana"), Investigate("shards", by="ana"))
        for it in (alone, after):
            it.say(Order("cheaper reads", by="ana"), at="1h")
            it.until("5h")
        took = [it.times(ChangeDone)[-1] - it.times(ChangeStarted)[-1] for it in (alone, after)]
        assert took[0] == took[1]


def test_seeds_differ(write_stall):
    assert len({write_timeline(_played(write_stall, seed)) for seed in range(8)}) == 8


def test_causes_are_drawn_by_their_weights(outage):
    scenario = outage("""
causes:
  bug: {weight: 6, truth: x, does: {to: shop, errors: 40%}}
  flood: {weight: 3, truth: x, does: {to: base, load: +60%}}
  storm: {weight: 1, truth: x, does: {to: mail, errors: 10%}}
""")
    drawn = [World(scenario, seed).entries[1].fact.cause for seed in range(600)]  # type: ignore[union-attr]
    assert [drawn.count(cause) / 600 for cause in ("bug", "flood", "storm")] == pytest.approx(
        [0.6, 0.3, 0.1], abs=0.05
    )


# ---- beginning and end ----


def test_the_first_entry_opens_the_exercise(write_stall):
    world = World(write_stall, 1)
    assert world.entries[0].fact == Opened(write_stall.title, write_stall.briefing)
    assert (world.now, world.over) == (0, False)


@pytest.mark.parametrize("until", ["30m", "31m", "9h"])
def test_it_ends_by_itself_at_its_limit(play, until):
    it = play("", limit="30m").until(until)
    assert it.timed(Ended) == [(1800, Ended("time is up"))]
    assert (it.world.over, it.world.now) == (True, 1800)
    assert it.entries[-1].fact == Ended("time is up")
    assert it.times(ImpactChanged) == [0, 1800]
    assert it.facts(ImpactChanged)[-1].total == pytest.approx(21600 * 30)


def test_not_a_second_before(play):
    assert not play("", limit="30m").until("29m59s").world.over


def test_it_ends_once(play):
    it = play("", limit="30m")
    for until in ("29m", "30m", "30m", "40m"):
        it.until(until)
    assert it.times(Ended) == [1800]


def test_the_commander_can_end_it_when_nobody_suffers_any_more(play):
    it = play("", "ana")
    it.say(Order("mend", by="ana"))
    it.say(End(), at="10m")
    assert it.timed(Ended) == [(600, Ended("ended by the commander"))]
    assert it.facts(CommandLeft) == []
    assert it.world.over
    assert it.world.advance(3600) == []
    assert it.facts(ImpactChanged)[-1].total == pytest.approx(21600 * (3 + 45 / 120))


def test_who_leaves_an_outage_leaves_it_unled_to_its_limit(play):
    it = play("", limit="30m")
    told = it.say(End(), at="10m")
    assert it.timed(CommandLeft) == [(600, CommandLeft("commander"))]
    assert it.timed(Ended) == [(1800, Ended("nobody led it any more"))]
    assert told[-1] == it.entries[-1]
    assert it.world.over
    assert it.facts(ImpactChanged)[-1].total == pytest.approx(21600 * 30)


def test_what_is_being_written_goes_out_before_they_leave(play):
    update = Update("status page", "investigating")
    it = play("", limit="30m")
    it.say(Post(update), at="10m")
    it.say(End(), at="10m30s")
    assert it.timed(Posted) == [(630, Posted(update, "commander"))]


def test_time_does_not_go_back(play):
    it = play("").until("10m")
    with pytest.raises(ValueError, match="cannot go back from 600 to 599"):
        it.until("9m59s")


# ---- attention ----


def test_each_command_takes_its_time_from_when_the_seat_is_free(play, quiet):
    it = play(quiet())
    it.say(Declare("P1"), Page("bo"), at="1m")
    assert it.world.free_at("commander") == 60 + 20 + 15
    it.say(Note("x"), at="10m")
    assert it.world.free_at("commander") == 610
    assert it.world.free_at("scribe") == 600


def test_what_came_in_since_the_last_command_has_to_be_read(play, quiet):
    it = play(quiet(), "bo", "cem", "dee").until("2s")
    it.say(Ask("theory", "bo"), Ask("theory", "cem"), Ask("theory", "dee"))
    it.say(Note("x"), Note("y"), at="3m")
    unread = 3  # answers; nothing else was said in three minutes
    assert [fact.takes for fact in it.facts(Commanded)][-2:] == [10 + 2 * unread, 10]


def test_waiting_reads_nothing(play, quiet):
    it = play(quiet(), "bo")
    it.say(Ask("theory", "bo"))
    it.say(said.Wait(60), Note("x"), at="3m")
    assert [fact.takes for fact in it.facts(Commanded)][-2:] == [0, 12]


def test_who_works_reports_to_the_commander_but_a_workstream_reports_through_its_leader(play):
    it = play("", "ana", "bo", "cem", "dee", "eli", "fay", "gus", "hal")
    for who in ("ana", "bo", "cem", "dee", "eli", "fay", "gus", "hal"):
        it.say(Investigate("what changed?", who))
    it.say(Declare("P1"), at="1s")
    assert it.facts(Commanded)[-1].takes == 23
    it.say(said.OpenWorkstream("data", "ana"), said.SetSeverity("P2"))
    assert it.facts(Commanded)[-1].takes == 15


def test_the_clock_says_the_second_of_what_happens_and_then_that_up_to_which_it_ran():
    clock, told = Clock(), []
    for after in (5, 20, 60):
        clock.timeout(after).callbacks.append(lambda _: told.append((clock.second, clock.now)))
    clock.run_to(60)
    assert told == [(5, 5), (20, 20)]
    assert clock.second == clock.now == 60


def test_what_a_clock_makes_is_its_own():
    one, other = Clock(), Clock()
    assert one.event().env is one.timeout(1).env is one
    assert other.event().env is other
