"""Eager people with nothing to do."""

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.command import Ask, Freeze, Investigate
from simulator.domain.entry import TRUTH, each, visible
from simulator.domain.fact import (
    ActedAlone,
    Answered,
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ChangeStarted,
    TaskGiven,
)
from simulator.world.voice.voice import WORDS

SEEDS = range(120)
WORSE = """
causes:
  bug: {truth: A bug., does: {to: shop, errors: 3%}}
"""


def _alone(play, scenario, *here, until="40m", first=(), seeds=SEEDS):
    plays = []
    for seed in seeds:
        it = play(scenario, *here, seed=seed)
        it.say(*first)
        plays.append(it.until(until))
    return [it for it in plays if it.facts(ActedAlone)]


def test_the_eager_act_alone_sooner_or_later(outage, play):
    acted = _alone(play, outage(), "lou")
    assert 0.4 < len(acted) / len(SEEDS) < 0.98
    for it in acted:
        assert it.facts(ChangeOrdered) == it.facts(TaskGiven) == []
        assert {fact.person for fact in it.facts(ActedAlone)} == {"lou"}
        assert it.times(ChangeStarted)[0] >= 3 * 60


def test_more_of_them_when_many_customers_are_affected(outage, play):
    assert len(_alone(play, outage(WORSE), "lou")) < len(_alone(play, outage(), "lou"))


@pytest.mark.parametrize("who", ["bo", "dee", "eli", "max", "vic"])
def test_the_others_sit_still(outage, play, who):
    assert _alone(play, outage(), who, seeds=range(20)) == []


def test_nobody_does_while_all_is_well(quiet, play):
    assert _alone(play, quiet(), "lou", seeds=range(20)) == []


def test_a_freeze_keeps_their_hands_still(outage, play):
    assert _alone(play, outage(), "lou", first=(Freeze(),), seeds=range(40)) == []


def test_so_does_work(outage, play):
    """Eight looks at five minutes are forty minutes of work."""
    looks = tuple(Investigate(place, by="lou") for place in ("shop", "base", "mail", "door") * 3)
    scenario = outage()
    busy = _alone(play, scenario, "lou", first=looks, until="15m")
    assert len(busy) < len(_alone(play, scenario, "lou", until="15m"))


def test_some_say_so_only_afterwards(outage, play):
    silent = 0
    for it in _alone(play, outage(), "lou"):
        first = next(entry for entry in it.entries if isinstance(entry.fact, ActedAlone))
        seen = list(visible(it.entries, "commander"))
        told = next((entry.number for entry, _ in each(seen, ActedAlone)), None)
        if first.seen == TRUTH:
            silent += 1
            assert "c1" not in [fact.id for _, fact in each(seen, ChangeStarted)]
            done = [entry.number for entry, fact in each(seen, ChangeDone) if fact.id == "c1"]
            assert done == ([] if told is None else [told + 1])
        else:
            assert told == first.number
            assert it.facts(ActedAlone)[0].says
    assert silent > 5


def test_what_they_did_is_a_change_like_any_other(outage, play):
    it = next(it for it in _alone(play, outage(), "lou") if it.entries and it.facts(ChangeDone))
    first = next(attempt for attempt in attempts(visible(it.entries, "commander")) if attempt.done)
    assert first.alone
    assert first.owner == "lou"


def _silent(play, scenario):
    """A play in which lou is at a change that nobody has been told of, some seconds in."""
    for seed in SEEDS:
        it = play(scenario, "lou", seed=seed)
        while it.world.now < 2400 and not it.facts(ActedAlone):
            it.until(it.world.now + 30)
        first = next((entry for entry in it.entries if isinstance(entry.fact, ActedAlone)), None)
        if first and first.seen == TRUTH and not it.facts(ChangeDone):
            return it
    raise AssertionError("nobody kept quiet")


@pytest.mark.parametrize("word", [Investigate("shop", by="lou"), Ask("progress", "lou")])
def test_who_names_what_they_do_on_the_quiet_has_said_it(outage, play, word):
    """'I have the change in hand still': from then on it is known, and can be answered."""
    it = _silent(play, outage())
    before = len(it.entries)
    it.say(word)
    it.until(it.world.now + 90)
    seen = list(visible(it.entries[before:], "commander"))
    (alone,) = [fact for _, fact in each(seen, ActedAlone)]
    (attempt,) = attempts(visible(it.entries, "commander"))
    assert attempt.alone
    assert attempt.started is not None
    assert attempt.done is None
    said = [alone.says, *(fact.says for _, fact in each(seen, Answered))]
    assert any(attempt.change in says for says in said)
    it.until(it.world.now + 2400)
    told = [fact for _, fact in each(visible(it.entries, "commander"), ActedAlone) if fact.id == attempt.id]
    assert told == [alone]


def test_nobody_says_that_it_is_done_what_could_not_be_made(outage, play):
    changes = play(outage()).scenario.organisation.runbook
    fails = "".join(f"  {change}: {{always: {{fails: yes}}}}\n" for change in changes if change != "mend")
    it = _silent(play, outage(f"changes:\n{fails}"))
    it.until(it.world.now + 2400)
    seen = list(visible(it.entries, "commander"))
    alone, failed = next(fact for _, fact in each(seen, ActedAlone)), it.facts(ChangeFailed)[0]
    assert (alone.id, alone.person) == (failed.id, failed.owner)
    assert alone.says not in {words.format(change=alone.change) for words in WORDS["admits"]}
