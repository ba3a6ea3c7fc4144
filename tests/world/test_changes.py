"""Changes to production: how long they take, and what they do under the cause that is there."""

import pytest

from simulator.domain.command import Check, Order, Poll, Prepare, Revert
from simulator.domain.duration import Spread, show_clock
from simulator.domain.fact import (
    ChangeActed,
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ChangePrepared,
    ChangeReverted,
    ChangeStarted,
    ChangeWoreOff,
    EffectSetIn,
    EffectWentOff,
    HazardChecked,
    HazardDrawn,
    NobodyObjected,
    Objected,
    RevertStarted,
    Said,
)
from simulator.domain.prose import say
from simulator.domain.prose.names import Names
from simulator.domain.value import replace
from simulator.world.changes import LATE
from simulator.world.consequences import SETTLES
from simulator.world.dice import Dice
from simulator.world.voice.voice import WORDS

ALL = 0.9
"""The share of customers who need the shop."""
SEEDS = range(300)


def bug(*outcomes, cause="errors: 40%", extra=""):
    lines = "".join(f"  {outcome}\n" for outcome in outcomes)
    return f"causes:\n  bug: {{truth: A bug., does: {{to: shop, {cause}}}}}\nchanges:\n{lines}{extra}"


def acted(it):
    return [(at, fact.id, fact.acted) for at, fact in it.timed(ChangeActed)]


# ---- how long they take ----


@pytest.mark.parametrize(
    ("who", "seconds"), [("bo", 600), ("lou", 540), ("dee", 690)], ids=["steady", "eager", "cautious"]
)
def test_people_of_a_temper_work_as_fast(play, who, seconds):
    it = play("", who)
    it.say(Order("roll back", by=who), at="1m")
    it.until("15m")
    assert it.times(ChangeStarted) == [60]
    ((at, done),) = it.timed(ChangeDone)
    assert (at, done.id, done.owner) == (60 + seconds, "c1", who)
    assert "roll back" in done.says


def test_the_stubborn_too(play):
    it = play("", "eli")
    it.say(Order("new index", by="eli"))
    assert it.until("1h").times(ChangeDone) == [315]


def test_a_spread_is_drawn_anew_for_each_making(play):
    it = play("", "ana", seed=11)
    it.say(Order("cheaper reads", by="ana"), at="1m")
    it.say(Order("cheaper reads", by="ana"), at="2h")
    spread, dice = Spread(600, 0.6), Dice(11)
    takes = [spread.at(dice.fixed("cheaper reads", "takes", nth)) for nth in (0, 1)]
    assert it.until("4h").times(ChangeDone) == [60 + takes[0], 7200 + takes[1]]


def test_whoever_is_past_the_runbooks_time_by_half_says_so_once(outage, play):
    """Changes took two to three times what the runbook says, and nobody said so unless asked."""
    scenario, late = outage(), set()
    wordings = [
        words.partition("{left}")[0].format(change="cheaper reads") for words in WORDS["takes longer"]
    ]
    for seed in range(40):
        it = play(scenario, "ana", seed=seed)
        it.say(Order("cheaper reads", by="ana"), at="1m")
        (done,) = it.until("2h").times(ChangeDone)
        told = [at for at, fact in it.timed(Said) if any(words in fact.says for words in wordings)]
        assert told == ([60 + LATE * 600] if done > 60 + LATE * 600 else [])
        late.add(bool(told))
    assert late == {True, False}


def test_a_staged_form_takes_half_the_time(play):
    it = play("", "bo")
    it.say(Order("roll back", by="bo", staged=True))
    assert it.until("1h").times(ChangeDone) == [300]


def test_what_is_prepared_goes_faster(play):
    it = play("", "bo")
    it.say(Prepare("roll back", by="bo"))
    it.until("30m")
    (ready,) = it.times(ChangePrepared)
    assert ready == Spread(180, 0.3).at(Dice(1).fixed("roll back", "prepare", 1))
    it.say(Order("roll back", by="bo"))
    assert it.until("1h").times(ChangeDone) == [1800 + 420]


def test_preparing_touches_nothing(play):
    it = play(bug("roll back: {bug: {cures: 100%}}"), "bo")
    it.say(Prepare("roll back", by="bo"))
    it.until("1h")
    assert it.failing("1h") == pytest.approx(0.36)
    assert it.facts(ChangeStarted) == []


@pytest.mark.parametrize(
    ("change", "seconds"),
    [("restart", 60), ("empty memory", 60), ("lift slowly", 75), ("cheaper reads", 150)],
)
def test_what_names_no_preparation_has_a_quarter_and_at_least_a_minute(play, change, seconds):
    assert play().scenario.organisation.runbook[change].beforehand == seconds


def test_however_well_prepared_a_fifth_is_left(play):
    change = play().scenario.organisation.runbook["roll back"]
    assert change.left(600) == 420
    assert replace(change, prepares=100_000).left(600) == 120


# ---- what they do ----


def test_what_cures_ends_the_effects_within_a_moment(play):
    it = play(bug("roll back: {bug: {cures: 100%, says: Rolled back.}}"), "bo")
    it.say(Order("roll back", by="bo"))
    it.until("1h")
    assert it.facts(ChangeDone)[0].says == "Rolled back."
    assert acted(it) == [(600, "c1", "cured")]
    assert it.timed(EffectWentOff) == [(600, EffectWentOff("shop", 0, "errors", "bug"))]
    assert it.failing(599) == pytest.approx(ALL * 0.4)
    assert it.failing(600 + 15) == pytest.approx(ALL * 0.4 * 30 / SETTLES)
    assert it.failing(600 + SETTLES) == 0


def test_what_the_scenario_does_not_say_does_nothing(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.until("1h")
    assert it.timed(ChangeActed) == [(240, ChangeActed("c1", "restart", "nothing", False))]
    assert it.failing("1h") == pytest.approx(0.36)


def test_a_cure_works_as_often_as_it_should(outage, play):
    scenario, cured = outage(bug("restart: {bug: {cures: 70%}}")), []
    for seed in SEEDS:
        it = play(scenario, "bo", seed=seed)
        it.say(Order("restart", by="bo"))
        cured.append(acted(it.until("5m"))[0][2] == "cured")
        assert cured[-1] is (Dice(seed).fixed("restart", "works") < 0.7)
    assert sum(cured) / len(SEEDS) == pytest.approx(0.7, abs=0.07)


def test_words_that_tell_of_a_cure_are_said_only_where_it_cured(outage, play):
    scenario, told = outage(bug("restart: {bug: {cures: 50%, says: The errors are gone.}}")), set()
    for seed in SEEDS:
        it = play(scenario, "bo", seed=seed)
        it.say(Order("restart", by="bo"))
        (done,) = it.until("5m").facts(ChangeDone)
        told.add((acted(it)[0][2], done.says == "The errors are gone."))
    assert told == {("cured", True), ("nothing", False)}


def test_nor_are_they_while_a_part_is_missing(play):
    parts = "restart: {bug: {cures: 100%, after: [add shards], says: The errors are gone.}}"
    for first, said in (((), False), (("add shards",), True)):
        it = play(bug(parts), "bo", "ana")
        for change in first:
            it.say(Order(change, by="ana"))
        it.say(Order("restart", by="bo"), at="30m")
        done = it.until("1h").facts(ChangeDone)[-1]
        assert (done.change, done.says == "The errors are gone.") == ("restart", said)


@pytest.mark.parametrize("outcome", ["cures: 100%, ", ""], ids=["works", "does nothing"])
def test_of_a_small_first_form_is_said_where_it_is_and_not_that_the_whole_is_done(play, outcome):
    """'All six are back' was said of the first node, and again, in the same words, of all six."""
    whole = "All six are back."
    it = play(bug(f"roll back: {{bug: {{{outcome}says: {whole}}}}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    it.say(Order("roll back", by="bo"), at="20m")
    small, full = it.until("1h").facts(ChangeDone)
    assert "one node" in small.says
    assert (whole in small.says, full.says) == (False, whole)


def test_what_did_not_work_does_not_work_the_second_time(play):
    seed = next(s for s in SEEDS if Dice(s).fixed("restart", "works") >= 0.5)
    it = play(bug("restart: {bug: {cures: 50%}}"), "bo", seed=seed)
    it.say(Order("restart", by="bo"))
    it.say(Order("restart", by="bo"), at="30m")
    assert [what for _, _, what in acted(it.until("1h"))] == ["nothing", "nothing"]


def test_what_relieves_does_so_for_a_while_and_its_owner_notices(play):
    it = play(bug("restart: {bug: {relieves: 75% for 10m}}"), "bo")
    it.say(Order("restart", by="bo"))
    it.until("1h")
    assert acted(it) == [(240, "c1", "relieved"), (840, "c1", "relapsed")]
    assert [it.failing(at) for at in (239, 240, 839, 840)] == pytest.approx([0.36, 0.09, 0.09, 0.36])
    ((at, wore_off),) = it.timed(ChangeWoreOff)
    assert at == 840 + 120 + 60  # the signal's lag, and a minute
    assert (wore_off.id, wore_off.owner) == ("c1", "bo")


def test_what_relieves_all_can_be_cured_on_top(play):
    it = play(bug("restart: {bug: {relieves: 100% for 10m}}"), "bo", "ana")
    it.say(Order("restart", by="bo"), Order("mend", by="ana"))
    it.until("1h")
    assert it.failing(250) == 0
    assert it.failing("1h") == 0
    assert acted(it) == [(180, "c2", "cured"), (240, "c1", "relieved")]
    late = play(bug("restart: {bug: {relieves: 100% for 10m}}"), "bo", "ana")
    late.say(Order("restart", by="bo"))
    late.say(Order("mend", by="ana"), at="5m")
    assert late.until("1h").failing("20m") == 0


def test_a_cure_that_is_undone_after_a_relief_has_worn_off_brings_back_all(play):
    it = play(bug("restart: {bug: {relieves: 75% for 10m}}"), "bo", "ana")
    it.say(Order("restart", by="bo"))
    it.say(Order("mend", by="ana"), at="5m")
    it.say(Revert("mend", by="ana"), at="30m")
    it.until("1h")
    assert it.failing("29m") == 0
    assert it.failing("40m") == pytest.approx(0.36)
    assert it.facts(ChangeWoreOff) == []
    assert acted(it) == [(240, "c1", "relieved"), (480, "c2", "cured"), (33 * 60, "c2", "reverted")]


def test_relief_that_is_given_again_lasts_until_the_second_wears_off(play):
    it = play(bug("restart: {bug: {relieves: 75% for 10m}}"), "bo")
    it.say(Order("restart", by="bo"))
    it.say(Order("restart", by="bo"), at="5m")
    it.until("1h")
    assert acted(it) == [(240, "c1", "relieved"), (540, "c2", "relieved"), (1140, "c2", "relapsed")]
    assert [it.failing(at) for at in (841, 1139, 1140)] == pytest.approx([0.09, 0.09, 0.36])


def test_of_two_reliefs_the_stronger_counts(play):
    it = play(
        bug("restart: {bug: {relieves: 75% for 10m}}", "lift slowly: {bug: {relieves: 25% for 1h}}"),
        "bo",
        "lou",
    )
    it.say(Order("restart", by="bo"), Order("lift slowly", by="lou"))
    it.until("2h")
    assert [it.failing(at) for at in (239, 300, 839, 841)] == pytest.approx([0.36, 0.09, 0.09, 0.27])
    assert it.failing(270 + 3600) == pytest.approx(0.36)


def test_what_stops_keeps_further_effects_from_coming(play):
    text = """
causes:
  bug:
    truth: It spreads.
    does: [{to: shop, errors: 20%}, {at: 3m, to: mail, errors: 30%}, {at: 30m, to: shards, errors: 50%}]
changes:
  restart: {bug: {stops: 100%}}
"""
    it = play(text, "bo")
    it.say(Order("restart", by="bo"))
    it.until("1h")
    assert acted(it) == [(240, "c1", "stopped")]
    assert [fact.to for fact in it.facts(EffectSetIn)] == ["shop", "mail"]
    assert it.failing("1h") == pytest.approx(0.9 * 0.2 + 0.1 * 0.3)


def test_what_cures_keeps_them_from_coming_too(play):
    text = """
causes:
  bug:
    truth: It spreads.
    does: [{to: shop, errors: 20%}, {at: 30m, to: shards, errors: 50%}]
changes:
  restart: {bug: {cures: 100%}}
"""
    it = play(text, "bo")
    it.say(Order("restart", by="bo"))
    assert it.until("1h").failing("1h") == 0


def test_what_it_does_comes_with_it_and_goes_with_it(play):
    it = play(bug("lift slowly: {always: {does: {to: shop, errors: 10%}}}", cause="errors: 50%"), "bo")
    it.say(Order("lift slowly", by="bo"))
    it.until("30m")
    assert acted(it) == [(300, "c1", "worked")]
    assert it.failing("6m") == pytest.approx(0.9 * 0.55)
    it.say(Revert("lift slowly", by="bo"))
    it.until("1h")
    assert it.timed(EffectWentOff) == [(1860, EffectWentOff("shop", 0, "errors", "c1"))]
    assert it.failing(1860) == pytest.approx(0.45)


def test_what_it_harms_comes_in_any_case(play):
    it = play(bug("add shards: {always: {harms: {to: mail, errors: 50%, for: 10m}}}"), "ana")
    it.say(Order("add shards", by="ana"))
    it.until("1h")
    assert it.facts(ChangeActed) == [ChangeActed("c1", "add shards", "nothing", True)]
    assert [it.failing(at) for at in (299, 300, 899, 900)] == pytest.approx([0.36, 0.41, 0.41, 0.36])
    assert it.facts(EffectSetIn)[-1].why == "harm of c1"


def test_undoing_it_undoes_the_harm(play):
    it = play(bug("add shards: {always: {harms: {to: mail, errors: 50%}}}"), "ana")
    it.say(Order("add shards", by="ana"))
    it.say(Revert("add shards", by="ana"), at="10m")
    assert it.until("1h").failing("12m") == pytest.approx(0.36)


def test_prerequisites_come_first(play):
    text = bug("restart: {bug: {cures: 100%, after: [lift slowly]}}")
    alone = play(text, "bo")
    alone.say(Order("restart", by="bo"))
    assert acted(alone.until("10m")) == [(240, "c1", "nothing")]
    both = play(text, "bo")
    both.say(Order("lift slowly", by="bo"), Order("restart", by="bo"))
    assert acted(both.until("30m")) == [(300, "c1", "nothing"), (540, "c2", "cured")]
    undone = play(text, "bo")
    undone.say(Order("lift slowly", by="bo"), Revert("lift slowly", by="bo"), Order("restart", by="bo"))
    assert acted(undone.until("30m"))[-1][2] == "nothing"


FLAG_FIRST = "cheaper reads: {bug: {cures: 100%, after: [restart], says: The errors are gone.}}"


def test_what_is_in_place_works_when_the_part_that_it_lacked_comes(play):
    """A flag that is off need not be turned off again once the queries in flight are ended."""
    it = play(bug(FLAG_FIRST), "bo", "ana")
    it.say(Order("cheaper reads", by="ana"))
    it.say(Order("restart", by="bo"), at="1h")
    assert acted(it.until("2h"))[1:] == [(3840, "c2", "nothing"), (3840, "c1", "cured")]
    assert it.failing("1h") > 0 == it.failing("2h")


@pytest.mark.parametrize("kept", ["undone", "small", "done once"])
def test_nor_does_what_is_not_in_place_or_is_done_only_once(play, kept):
    first = {"undone": "cheaper reads", "small": "roll back", "done once": "add shards"}[kept]
    it = play(bug(FLAG_FIRST.replace("cheaper reads", first)), "bo", "ana")
    it.say(Order(first, by="bo" if kept == "small" else "ana", staged=kept == "small"))
    if kept == "undone":
        it.say(Revert(first, by="ana"), at="40m")
    it.say(Order("restart", by="bo"), at="1h")
    assert "cured" not in [did for _, _, did in acted(it.until("2h"))]


def test_undoing_what_came_first_brings_it_back(play):
    it = play(bug(FLAG_FIRST), "bo", "ana")
    it.say(Order("cheaper reads", by="ana"))
    it.say(Order("restart", by="bo"), at="1h")
    it.say(Revert("cheaper reads", by="ana"), at="2h")
    assert acted(it.until("3h"))[-1][1:] == ("c1", "reverted")
    assert it.failing("3h") == pytest.approx(it.failing("1h"))


def test_a_staged_form_is_no_prerequisite(play):
    it = play(bug("restart: {bug: {cures: 100%, after: [roll back]}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True), Order("restart", by="bo"))
    assert acted(it.until("30m"))[-1][2] == "nothing"


def test_what_fails_does_nothing(play):
    it = play(bug("restart: {bug: {fails: yes}}"), "bo")
    it.say(Order("restart", by="bo"))
    it.until("1h")
    assert it.timed(ChangeFailed) == [(240, ChangeFailed("c1", "restart", "bo", "It will not go through."))]
    assert it.facts(ChangeDone) == it.facts(ChangeActed) == []
    assert it.failing("1h") == pytest.approx(0.36)


# ---- the small first form ----


def test_a_staged_cure_takes_a_quarter_away(play):
    it = play(bug("roll back: {bug: {cures: 100%}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    it.until("2h")
    assert acted(it) == [(300, "c1", "locally")]
    assert it.failing("2h") == pytest.approx(0.9 * 0.3)
    it.say(Order("roll back", by="bo"))
    assert it.until("3h").failing("3h") == 0


def test_a_staged_relief_takes_a_quarter_of_it(play):
    it = play(bug("roll back: {bug: {relieves: 80% for 10m}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    assert it.until("1h").failing("6m") == pytest.approx(0.9 * 0.4 * 0.8)


def test_what_a_staged_form_took_away_comes_back_when_it_is_undone(play):
    it = play(bug("roll back: {bug: {cures: 100%}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True), Revert("roll back", by="bo"))
    it.until("1h")
    assert acted(it) == [(300, "c1", "locally"), (600, "c1", "reverted")]
    assert [it.failing(at) for at in (599, 600)] == pytest.approx([0.27, 0.36])


@pytest.mark.parametrize("outcome", ["does: {to: mail, errors: 40%}", "harms: {to: mail, errors: 40%}"])
def test_a_staged_form_does_a_quarter_of_the_rest_too(play, outcome):
    it = play(bug(f"roll back: {{bug: {{{outcome}}}}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    assert it.until("1h").failing("1h") == pytest.approx(0.36 + 0.1 * 0.1)
    assert acted(it)[0][2] == ("worked" if "does" in outcome else "nothing")


def test_a_quarter_of_slow_is_slow(play):
    it = play(bug("roll back: {bug: {harms: {to: shards, slow: 3x}}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    assert it.until("1h").reading("shard time") == pytest.approx(1.5, abs=0.003)


def test_a_staged_form_of_what_only_stops_does_nothing(play):
    it = play(bug("roll back: {bug: {stops: 100%}}"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    assert acted(it.until("1h"))[0][2] == "nothing"


# ---- undone ----


def test_undoing_a_cure_brings_the_cause_back(play):
    it = play("", "ana")
    it.say(Order("mend", by="ana"))
    it.say(Revert("mend", by="ana"), at="20m")
    it.until("1h")
    assert it.timed(RevertStarted) == [(1200, RevertStarted("c1", "mend", "ana"))]
    assert it.timed(ChangeReverted) == [(1380, ChangeReverted("c1", "mend", "ana"))]
    assert acted(it) == [(180, "c1", "cured"), (1380, "c1", "reverted")]
    assert [it.failing(at) for at in (1379, 1380)] == pytest.approx([0, 0.36])


def test_undoing_what_did_nothing_does_nothing(play):
    it = play(bug("lift slowly: {}"), "bo")
    it.say(Order("lift slowly", by="bo"), Revert("lift slowly", by="bo"))
    it.until("1h")
    assert acted(it) == [(300, "c1", "nothing")]
    assert it.failing("1h") == pytest.approx(0.36)


def test_the_cause_comes_back_once_however_often_it_is_undone(play):
    it = play("", "ana", "hal")
    it.say(Order("mend", by="ana"))
    it.say(Revert("mend", by="ana"), at="20m")
    it.until("21m")
    assert it.world.allows(Revert("mend", by="hal")) == "'mend' is being undone already (c1)."
    queued = play("", "ana", "hal")
    queued.say(Order("mend", by="ana"))
    queued.say(Revert("mend", by="ana"), Revert("mend", by="hal"), at="20m")
    queued.until("1h")
    assert len(queued.facts(ChangeReverted)) == len(queued.facts(RevertStarted)) == 1
    assert queued.failing("1h") == pytest.approx(0.36)


def test_while_another_cure_is_in_place_nothing_comes_back(play):
    it = play(bug("roll back: {bug: {cures: 100%}}"), "bo", "ana")
    it.say(Order("roll back", by="bo"), Order("mend", by="ana"))
    it.say(Revert("roll back", by="bo"), at="20m")
    it.until("40m")
    assert it.failing("40m") == 0
    it.say(Revert("mend", by="ana"))
    it.until("1h")
    assert it.failing("1h") == pytest.approx(0.36)
    assert [what for _, _, what in acted(it)] == ["cured", "cured", "reverted"]


def test_undoing_a_relief_ends_it(play):
    it = play(bug("lift slowly: {bug: {relieves: 50% for 30m}}"), "bo")
    it.say(Order("lift slowly", by="bo"), Revert("lift slowly", by="bo"))
    it.until("2h")
    assert acted(it) == [(300, "c1", "relieved"), (360, "c1", "reverted")]
    assert [it.failing(at) for at in (359, 360)] == pytest.approx([0.18, 0.36])
    assert it.facts(ChangeWoreOff) == []


def test_what_is_not_begun_is_made_before_it_is_undone(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Order("lift slowly", by="bo"), Revert("lift slowly", by="cem"))
    it.until("1h")
    assert it.times(ChangeDone) == [240, 540]
    assert it.times(RevertStarted) == [540]


def test_of_two_makings_each_can_be_undone(play):
    """Machines can be added twice, and each time taken away again."""
    it = play(bug("add shards: {always: {does: {to: door, shed: 40%}}}"), "ana")
    it.say(Order("add shards", by="ana"))
    it.say(Order("add shards", by="ana"), at="6m")
    it.until("13m")
    door = [it.failing("13m")]
    for when in ("18m", "22m"):
        it.say(Revert("add shards", by="ana"))
        door.append(it.until(when).failing(when))
    assert door == pytest.approx([0.9 * (1 - 0.6 * 0.2), 0.9 * (1 - 0.6 * 0.6), 0.9 * 0.4])
    assert [fact.id for fact in it.facts(ChangeReverted)] == ["c2", "c1"]


# ---- hazards ----

DANGEROUS = bug(
    "roll back: {bug: {cures: 100%}}",
    extra="""
hazards:
  roll back:
    data has moved: {odds: {bug: 60%}, harms: {to: mail, errors: 50%, for: 10m}}
""",
)


def test_a_hazard_is_real_as_often_as_its_odds_and_harms_then(outage, play):
    scenario, real = outage(DANGEROUS), []
    for seed in SEEDS:
        it = play(scenario, "bo", seed=seed)
        it.say(Order("roll back", by="bo"))
        it.until("17m")  # some object first
        (drawn,) = it.facts(HazardDrawn)
        ((at, did),) = it.timed(ChangeActed)
        assert did == ChangeActed("c1", "roll back", "cured", drawn.holds)
        assert (it.failing(at + 60) > 0) is drawn.holds
        real.append(drawn.holds)
    assert sum(real) / len(SEEDS) == pytest.approx(0.6, abs=0.08)


def test_a_check_tells_what_is_so(outage, play):
    scenario = outage(DANGEROUS)
    for seed in range(10):
        it = play(scenario, "bo", seed=seed)
        it.say(Check("roll back", by="bo"), at="1m")
        ((at, checked),) = it.until("1h").timed(HazardChecked)
        assert at == 60 + Spread(120, 0.3).at(Dice(seed).fixed("bo", "checks", 1))
        assert checked.holds is it.facts(HazardDrawn)[0].holds
        assert (checked.person, checked.change, checked.hazard) == ("bo", "roll back", "data has moved")
        assert "data has moved" in checked.says.lower()


def test_a_hazard_without_odds_is_not_so(play):
    it = play("", "ana")
    it.say(Check("empty memory", by="ana"))
    assert [fact.holds for fact in it.until("1h").facts(HazardChecked)] == [False]


# ---- objections ----


def test_those_who_see_it_coming_speak_up_as_often_as_is_their_way(outage, play):
    scenario = outage(bug("restart: {always: {harms: {to: shop, errors: 10%}}}"))
    for who, share in (("lou", 0.4), ("bo", 0.65), ("dee", 0.85)):
        spoke = []
        for seed in SEEDS:
            it = play(scenario, who, seed=seed)
            it.say(Poll("restart"))
            it.until("1m")
            assert len(it.facts(Objected)) + len(it.facts(NobodyObjected)) == 1
            assert (it.times(Objected) or it.times(NobodyObjected)) == [20]
            spoke.append(bool(it.facts(Objected)))
        assert sum(spoke) / len(SEEDS) == pytest.approx(share, abs=0.09)


def test_a_real_hazard_is_named_and_a_false_one_is_not(outage, play):
    scenario, words = outage(DANGEROUS), set()
    for seed in range(40):
        it = play(scenario, "dee", seed=seed)
        it.say(Poll("roll back"))
        objections = it.until("1m").facts(Objected)
        assert not objections or it.facts(HazardDrawn)[0].holds
        words |= {fact.says for fact in objections}
    assert words
    assert all("data has moved" in each for each in words)


def test_who_does_not_know_the_place_and_what_is_harmless_meets_no_objection(play):
    it = play(bug("restart: {always: {harms: {to: shop, errors: 10%}}}"), "ana", "fay")
    it.say(Poll("restart"), Poll("mend"))
    it.until("1m")
    assert it.facts(NobodyObjected) == [NobodyObjected("restart"), NobodyObjected("mend")]


# ---- what replaces what ----

SHED = "throttle: {always: {does: {to: door, shed: 40%}}}"
LIFT = "lift slowly: {always: {does: {to: door, shed: -40%}, after: [throttle]}}"
THROTTLED = pytest.approx(0.9 * (1 - 0.6 * 0.6))


def test_the_whole_form_takes_the_place_of_the_small_one(play):
    it = play(bug(SHED), "bo")
    it.say(Order("throttle", by="bo", staged=True))
    it.say(Order("throttle", by="bo"), at="10m")
    assert it.until("1h").failing("1h") == THROTTLED


def test_what_is_off_cannot_be_turned_off_twice(play):
    it = play(bug("cheaper reads: {always: {does: {to: door, shed: 40%}}}"), "ana")
    it.say(Order("cheaper reads", by="ana"))
    it.say(Order("cheaper reads", by="ana"), at="1h")
    assert it.until("2h").failing("2h") == THROTTLED
    it.say(Revert("cheaper reads", by="ana"))
    assert it.until("3h").failing("3h") == pytest.approx(0.36)


@pytest.mark.parametrize(
    ("change", "by", "since"),
    [
        ("cheaper reads", "ana", True),
        ("throttle", "bo", True),
        ("roll back", "bo", True),
        ("restart", "bo", False),
    ],
)
def test_who_orders_what_is_in_place_is_told_since_when(play, change, by, since):
    """A restart can be meant again; a flag that is off is off."""
    it = play("", by)
    it.say(Order(change, by=by))
    it.say(Order(change, by=by), at="1h")
    first, again = it.facts(ChangeOrdered)
    (acted,) = it.times(ChangeDone)
    assert (first.since, again.since) == (None, acted if since else None)
    told = [say(entry, Names.of(it.scenario.organisation)) for entry in it.entries if entry.fact == again]
    assert told[0].endswith(f" It has been in place since {show_clock(acted)}.") is since


def test_what_was_undone_or_lifted_since_is_not_in_place(play):
    it = play(bug(SHED, LIFT), "bo", "ana")
    it.say(Order("throttle", by="bo"), Order("lift slowly", by="bo"), Order("cheaper reads", by="ana"))
    it.say(Revert("cheaper reads", by="ana"), at="40m")
    it.say(Order("throttle", by="bo"), Order("cheaper reads", by="ana"), at="1h")
    it.say(Order("throttle", by="bo"), at="2h")
    assert [fact.since for fact in it.facts(ChangeOrdered)[3:]] == [None, None, 3720]


def test_who_throttles_again_sheds_no_more_than_once(play):
    it = play(bug(SHED, LIFT), "bo")
    it.say(Order("throttle", by="bo"))
    it.say(Order("throttle", by="bo"), at="20m")
    assert it.until("30m").failing("30m") == THROTTLED
    it.say(Order("lift slowly", by="bo"))
    assert it.until("1h").failing("1h") == pytest.approx(0.36)


def test_who_throttles_again_after_lifting_sheds_again(play):
    it = play(bug(SHED, LIFT), "bo")
    it.say(Order("throttle", by="bo"), Order("lift slowly", by="bo"))
    assert it.until("30m").failing("30m") == pytest.approx(0.36)
    it.say(Order("throttle", by="bo"))
    assert it.until("1h").failing("1h") == THROTTLED


@pytest.mark.parametrize("times", [2, 3])
def test_each_lift_lets_in_whom_the_throttle_before_it_kept_out(play, times):
    it = play(bug(SHED, LIFT), "bo")
    for n in range(times):
        it.say(Order("throttle", by="bo"), at=3600 * n)
        assert it.until(3600 * n + 900).failing(3600 * n + 900) == THROTTLED
        it.say(Order("lift slowly", by="bo"))
    assert it.until(3600 * times).failing(3600 * times) == pytest.approx(0.36)


@pytest.mark.parametrize("last", ["lift slowly", "restart"])
def test_what_was_lifted_in_two_ways_is_throttled_once(play, last):
    """Lifting twice lets nobody in twice: the next throttle is a whole one."""
    it = play(bug(SHED, LIFT, LIFT.replace("lift slowly", "restart")), "bo")
    it.say(*(Order(change, by="bo") for change in ("throttle", "lift slowly", "restart")))
    it.say(Order("throttle", by="bo"), at="30m")
    assert it.until("1h").failing("1h") == THROTTLED
    it.say(Order(last, by="bo"))
    assert it.until("2h").failing("2h") == pytest.approx(0.36)


def test_undoing_the_second_throttle_lets_everybody_in(play):
    it = play(bug(SHED, LIFT), "bo")
    it.say(Order("throttle", by="bo"), Order("lift slowly", by="bo"))
    it.say(Order("throttle", by="bo"), at="30m")
    it.say(Revert("throttle", by="bo"), at="1h")
    assert it.until("2h").failing("2h") == pytest.approx(0.36)


def test_undoing_a_throttle_undoes_what_was_built_on_it(play):
    it = play(bug(SHED, LIFT), "bo")
    it.say(Order("throttle", by="bo"), Order("lift slowly", by="bo"), Revert("throttle", by="bo"))
    assert it.until("30m").failing("30m") == pytest.approx(0.36)
    it.say(Order("throttle", by="bo"))
    assert it.until("1h").failing("1h") == THROTTLED


WHOLE = LIFT.replace("after: [throttle]", "cures: 100%, after: [cheaper reads, throttle]")


def test_a_throttle_can_be_lifted_before_the_rest_of_the_fix(play):
    it = play(bug(SHED, WHOLE, "cheaper reads: {always: {stops: 100%}}"), "bo")
    it.say(Order("throttle", by="bo"), Order("lift slowly", by="bo"))
    assert it.until("30m").failing("30m") == pytest.approx(0.36)
    assert [what for _, _, what in acted(it)] == ["worked", "worked"]


def test_what_was_not_throttled_cannot_be_lifted(play):
    it = play(bug(SHED, WHOLE, "cheaper reads: {always: {stops: 100%}}"), "bo")
    it.say(Order("lift slowly", by="bo"), Order("throttle", by="bo"))
    assert it.until("30m").failing("30m") == THROTTLED
    assert [what for _, _, what in acted(it)] == ["nothing", "worked"]
