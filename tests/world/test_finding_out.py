"""What people find out and answer: clues, guesses, and honest ignorance."""

import pytest

from simulator.domain.command import Ask, Investigate, Order, Revert
from simulator.domain.duration import Spread
from simulator.domain.fact import Answered, ClueFound, Commanded, NotKnown, TaskEnded
from simulator.domain.organisation import Alert, Signal
from simulator.domain.value import replace
from simulator.world.desk import ANSWERING, IGNORANCE, LOOKING, OUT_OF_PRACTICE
from simulator.world.dice import Dice
from simulator.world.voice.voice import WORDS
from tests.world.conftest import seconds

CLUES = """
causes:
  bug: {truth: A bug., does: {to: shop, errors: 40%}}
clues:
  shop:
    - {says: The release looks bad., odds: {bug: 50%}}
    - {says: A time-out., odds: {bug: 30%}}
  what changed?:
    - {says: A release., odds: {always: 100%}}
"""


def _says(answer, occasion):
    """Whether an answer is one of the wordings of an occasion, after an opener perhaps."""
    return any(answer.says.endswith(words) for words in WORDS[occasion])


def _look(who, place, spread):
    return lambda seed: spread.at(Dice(seed).fixed(who, f"looks at {place}"))


def test_a_place_says_its_clues_as_often_as_their_odds(outage, play):
    scenario, found = outage(CLUES), {0: 0, 1: 0, 2: 0}
    for seed in range(300):
        it = play(scenario, "bo", seed=seed)
        it.say(Investigate("shop", by="bo"))
        (clue,) = it.until("1h").facts(ClueFound)
        found[clue.clue] += 1
    assert found[1] / 300 == pytest.approx(0.5, abs=0.08)
    assert found[2] / 300 == pytest.approx(0.3, abs=0.08)


@pytest.mark.parametrize("seed", range(6))
def test_it_says_the_same_whoever_looks_whenever_and_however_often(play, seed):
    it = play(CLUES, "bo", "cem", "dee", seed=seed)
    it.say(Investigate("shop", by="bo"))
    it.say(Investigate("shop", by="cem"), Investigate("shop", by="bo"), at="20m")
    it.say(Investigate("shop", by="dee"), at="50m")
    clues = it.until("2h").facts(ClueFound)
    assert len(clues) == 4
    assert len({clue.clue for clue in clues}) == 1
    if clues[0].clue:
        assert len({clue.says.rpartition(": ")[2].rpartition("new from me. ")[2] for clue in clues}) == 1
    assert len({clue.says for clue in clues}) == 4  # in other words each time


def over_by_now(clue):
    """Whether somebody says that what they found has passed."""
    openers = [words.replace("{place}", "shop") for words in WORDS["over by now"]]
    return any(words in clue.says for words in openers)


@pytest.mark.parametrize(("lasts", "over"), [("15m", True), ("3h", False)])
def test_what_is_found_once_it_is_over_is_told_as_past(play, lasts, over):
    """Eight minutes after a cure somebody said that there was no primary, and everybody was alarmed."""
    text = (
        CLUES.replace("errors: 40%", f"errors: 40%, for: {lasts}").replace("50%", "99%").replace("30%", "1%")
    )
    it = play(text, "bo")
    it.say(Investigate("shop", by="bo"), at="1m")
    it.say(Investigate("shop", by="bo"), Investigate("what changed?", by="bo"), at="30m")
    during, after, changed = it.until("2h").facts(ClueFound)
    assert not over_by_now(during)
    assert over_by_now(after) is over
    assert (during.clue, after.clue) == (1, 1)
    assert after.says.endswith("The release looks bad.")
    assert not over_by_now(changed)


@pytest.mark.parametrize("seed", range(8))
def test_where_the_alarm_of_a_place_rings_nobody_says_that_all_is_well_there(play, quiet, seed):
    """They found no cause; that the place is ill they see like everybody else."""
    it = play("", "bo", seed=seed)
    it.say(Investigate("shop", by="bo", within=1800), at="30m")
    (ill,) = it.until("1h30m").facts(ClueFound)
    assert "shop errors" in ill.says.lower()
    it = play(quiet(), "bo", seed=seed)
    it.say(Investigate("shop", by="bo", within=1800), at="30m")
    (well,) = it.until("1h30m").facts(ClueFound)
    assert "shop errors" not in well.says.lower()


def test_what_is_found_cites_the_line_that_says_so(play):
    it = play(CLUES, "bo")
    it.say(Investigate("what changed?", by="bo"))
    (entry,) = [e for e in it.until("1h").entries if isinstance(e.fact, ClueFound)]
    assert entry.fact == ClueFound("bo", "what changed?", 1, "A release.")
    assert entry.source.startswith("trouble.yaml:")


@pytest.mark.parametrize("seed", range(4))
def test_a_look_takes_as_long_as_it_takes(play, seed):
    it = play(CLUES, "bo", seed=seed)
    it.say(Investigate("shop", by="bo"), at="1m")
    needed = _look("bo", "shop", LOOKING)(seed)
    assert it.until("2h").times(ClueFound) == [60 + needed]
    assert it.times(TaskEnded) == [60 + needed]


def test_someone_who_does_not_know_a_place_says_so(play):
    it = play(CLUES, "ana", seed=3)
    it.say(Investigate("shop", by="ana"))
    ((at, answer),) = it.until("1h").timed(NotKnown)
    assert (at, answer.person, answer.place) == (_look("ana", "shop", IGNORANCE)(3), "ana", "shop")
    assert not answer.longer
    assert it.facts(ClueFound) == []


@pytest.mark.parametrize(
    ("who", "place", "knows"),
    [
        ("bo", "shop", True), ("bo", "shards", False), ("dee", "shards", True), ("ana", "shards", True),
        ("ana", "what changed?", True), ("gus", "what changed?", False),
        ("commander", "what changed?", False), ("commander", "shop", False),
    ],
)  # fmt: skip
def test_who_knows_a_place(play, who, place, knows):
    assert play(CLUES).parts.responders.knows(who, place) is knows


def test_a_time_box_that_is_too_short_yields_nothing(play):
    needed = _look("bo", "shop", LOOKING)(1)
    it = play(CLUES, "bo")
    it.say(Investigate("shop", by="bo", within=needed - 1))
    ((at, answer),) = it.until("1h").timed(NotKnown)
    assert (at, answer.person, answer.place) == (needed - 1, "bo", "shop")
    assert answer.longer
    assert it.facts(ClueFound) == []


def test_who_ran_out_of_time_goes_on_where_they_were(play):
    needed = LOOKING.at(Dice(1).fixed("bo", "looks at shop"))
    it = play("", "bo")
    it.say(Investigate("shop", by="bo", within=needed - 30))
    it.say(Investigate("shop", by="bo", within=needed - 30), at=needed)
    it.until("2h")
    assert it.times(NotKnown) == [needed - 30]
    assert it.times(ClueFound) == [needed + 30]


@pytest.mark.parametrize("spare", [0, 600])
def test_one_that_is_long_enough_ends_with_the_look(play, spare):
    needed = _look("bo", "shop", LOOKING)(1)
    it = play(CLUES, "bo")
    it.say(Investigate("shop", by="bo", within=needed + spare))
    assert it.until("1h").times(ClueFound) == [needed]


def test_the_commander_can_look_too_and_is_slow_at_it(play):
    needed = round(OUT_OF_PRACTICE * _look("commander", "shop", LOOKING)(1))
    it = play(CLUES, "bo")
    it.say(Investigate("shop", by="commander"))
    assert [fact.person for fact in it.until("1h").facts(ClueFound)] == ["commander"]
    assert it.times(ClueFound) == [needed]


@pytest.mark.parametrize(("within", "left"), [(None, None), (120, 120), (7200, None)])
def test_while_they_look_themselves_the_commander_says_nothing_else(play, within, left):
    needed = round(OUT_OF_PRACTICE * _look("commander", "shop", LOOKING)(1))
    by_another, own = play(CLUES, "bo"), play(CLUES, "bo")
    by_another.say(Investigate("shop", by="bo", within=within))
    own.say(Investigate("shop", by="commander", within=within))
    costs = [it.facts(Commanded)[-1].takes for it in (by_another, own)]
    assert costs[1] - costs[0] == (left or needed)


def test_what_changed_is_looked_up_where_the_scenario_says(play):
    it = play(CLUES, "bo")
    it.say(Ask("what changed", "bo"))
    assert [clue.says for clue in it.until("1h").facts(ClueFound)] == ["A release."]


def test_or_nobody_knows_of_anything(play):
    it = play("", "bo")
    it.say(Ask("what changed", "bo"))
    (answer,) = it.until("1h").facts(Answered)
    assert answer.sure == 0.4
    assert _says(answer, "nothing changed")


def test_an_answer_comes_after_a_moment(play):
    it = play("", "bo", seed=9)
    it.say(Ask("impact", "bo"), at="1m")
    assert it.until("1h").times(Answered) == [60 + ANSWERING.at(Dice(9).fixed("bo", "answers", 1))]
    assert Spread(40, 0.4) == ANSWERING


def test_the_impact_is_read_off_the_dashboards(play):
    it = play("", "bo")
    it.say(Ask("impact", "bo"), at="30m")
    (answer,) = it.until("1h").facts(Answered)
    assert "'buy' fails for about 40%" in answer.says


def test_when_nothing_is_wrong_they_say_so(play, quiet):
    it = play(quiet(), "bo")
    it.say(Ask("impact", "bo"))
    assert _says(it.until("1h").facts(Answered)[0], "no impact")


def test_a_journey_without_a_dashboard_of_its_own_is_seen_by_those_of_what_it_needs(play):
    """'All green from where I sit' was said while 78 % of the searches failed and the alarm rang."""
    it = play("causes:\n  bug: {truth: A bug., does: {at: 10m, to: search, errors: 60%}}\n", "bo")
    it.say(Ask("impact", "bo"), at="10m")
    it.say(Ask("impact", "bo"), at="30m")
    early, late = it.until("1h").facts(Answered)
    assert _says(early, "no impact")  # the dashboards are as late as they are
    assert "'find' fails for about 60%" in late.says


def test_nobody_calls_it_well_while_an_alarm_rings(play, outage, harbour):
    alarm = Alert("base load > 90%", "base load", "above", 0.9, 60, "data")
    company = replace(harbour, alerts=(*harbour.alerts, alarm))
    cause = "causes:\n  busy: {truth: Much to do., does: {to: base, load: +20%}}\n"
    it = play(outage(cause, company), "bo")
    it.say(Ask("impact", "bo"), at="30m")
    (answer,) = it.until("1h").facts(Answered)
    assert "base load" in answer.says.lower()
    assert not _says(answer, "no impact")


def test_who_waits_for_what_hangs_is_not_done_with_it(play, outage, harbour):
    """'All done on my side' was said by the one whose change hung half-way."""
    stuck = replace(harbour.runbook["restart"], sticks=1.0, stuck=Spread(1800, 0.0))
    it = play(outage("", replace(harbour, runbook={**harbour.runbook, "restart": stuck})), "bo")
    it.say(Order("restart", by="bo"))
    it.say(Ask("progress", "bo"), at="10m")
    it.say(Ask("progress", "bo"), at="1h")
    hangs, free = it.until("2h").facts(Answered)
    assert "'restart'" in hangs.says
    assert (_says(hangs, "free"), _says(free, "free")) == (False, True)


def options(it, who, at):
    it.say(Ask("options", who), at=at)
    it.until(seconds(at) + 120)
    return it.facts(Answered)[-1]


def test_what_is_in_place_or_under_way_is_offered_no_more(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="cem"), Order("throttle", by="cem", staged=True), at="10m")
    it.say(Order("roll back", by="bo"), at="16m")
    says = options(it, "bo", "20m").says
    assert "throttle (2 min)" in says  # one gate is not all of them
    assert "restart" not in says
    assert "roll back" not in says
    it.say(Revert("roll back", by="bo"))
    assert "roll back (10 min)" in options(it, "bo", "50m").says


def test_what_wore_off_is_offered_again(play):
    it = play("changes:\n  restart: {bug: {relieves: 50% for 10m}}\n", "bo", "cem")
    it.say(Order("restart", by="cem"))
    assert "restart" not in options(it, "bo", "10m").says
    assert "restart (4 min)" in options(it, "bo", "30m").says


def test_what_cannot_show_where_the_alarm_rings_is_beside_the_point(play):
    """To restart the push nodes was offered for mail that is refused."""
    it = play("causes:\n  bug: {truth: Refused., does: {to: mail, errors: 90%}}\n", "bo", "fay")
    assert "restart (4 min)" in options(it, "bo", "1s").says  # nobody knows yet what is wrong
    assert _says(options(it, "bo", "30m"), "no options")
    assert "spare route (5 min)" in options(it, "fay", "40m").says


def test_what_sends_less_work_helps_what_is_further_down(play, outage, harbour):
    alarm = Alert("base time", "base time", "above", 3.0, 60, "data")
    signals = {**harbour.signals, "base time": Signal("base time", "base", "latency", 60, 0.0)}
    company = replace(harbour, alerts=(alarm,), signals=signals)
    cause = "causes:\n  slow: {truth: A slow disk., does: {to: base, slow: 5x}}\n"
    says = options(play(outage(cause, company), "bo"), "bo", "30m").says
    assert "roll back (10 min), throttle (2 min)" in says
    assert "restart" not in says


def test_options_are_the_quick_easy_changes_that_they_can_make(play):
    it = play("", "ana", "bo", "fay")
    it.say(Ask("options", "ana"), Ask("options", "bo"), Ask("options", "fay"))
    says = {answer.person: answer.says for answer in it.until("5m").facts(Answered)}
    assert "switch a shard (6 min), empty memory (2 min), cheaper reads (10 min)" in says["ana"]
    assert "roll back (10 min), restart (4 min), throttle (2 min), lift slowly (5 min)" in says["bo"]
    assert "spare route (5 min)" in says["fay"]


def test_who_has_nothing_says_so(play):
    it = play("", "gus")
    it.say(Ask("options", "gus"), Ask("progress", "gus"), Ask("theory", "gus"))
    answers = {answer.topic: answer for answer in it.until("5m").facts(Answered)}
    assert {topic: answer.sure for topic, answer in answers.items()} == {
        "options": 0.7, "progress": 0.7, "theory": 0.2,
    }  # fmt: skip
    occasions = (("options", "no options"), ("progress", "free"), ("theory", "no idea"))
    assert all(_says(answers[topic], occasion) for topic, occasion in occasions)


def test_who_is_asked_to_save_the_evidence_has_done_so_within_minutes(play):
    it = play("", "bo")
    it.say(Ask("evidence", "bo"))
    (answer,) = it.until("4m").facts(Answered)
    assert (answer.person, answer.topic, answer.sure) == ("bo", "evidence", 0.7)
    assert _says(answer, "evidence saved")


def test_a_question_to_the_call_is_answered_by_someone_with_free_hands(play):
    it = play(CLUES, "bo", "cem")
    it.say(Investigate("shop", by="bo"))
    it.say(Ask("impact"), at="1s")
    assert it.until("1h").facts(Answered)[0].person == "cem"
