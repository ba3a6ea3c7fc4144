"""Hours on the call: slower hands, relief, and looks that go on for too long."""

import pytest

from simulator.domain.command import Ask, Investigate, Order, Page, Release
from simulator.domain.fact import Answered, ChangeDone, ClueFound, Interrupted, Joined, Left, Said, TaskEnded
from simulator.world.desk import DRAGS_ON, LOOKING
from simulator.world.dice import Dice
from simulator.world.fatigue import fatigue
from simulator.world.responders import ASKS_BACK
from simulator.world.temper import LOSES_TRACK
from simulator.world.voice.voice import WORDS

HOUR = 3600


@pytest.mark.parametrize(
    ("on_call", "local", "factor"),
    [
        (0, 12, 1.0),
        (4, 12, 1.0),
        (5, 12, 1.08),
        (9, 12, 1.4),
        (0, 0, 1.3),
        (0, 5.99, 1.3),
        (0, 6, 1.0),
        (6, 3, 1.3 * 1.16),
    ],
)
def test_the_tired_and_those_up_at_night_take_longer(on_call, local, factor):
    assert fatigue(round(on_call * HOUR), round(local * HOUR)) == pytest.approx(factor)


def test_so_does_the_work_of_their_hands(play, quiet):
    it = play(quiet(limit="20h"), "bo")
    it.say(Order("restart", by="bo"))
    it.say(Order("restart", by="bo"), at="6h")
    first, second = it.until("7h").times(ChangeDone)
    assert first == 240
    assert second - 6 * HOUR == round(240 * 1.16)


def test_after_a_shift_they_ask_for_relief_and_go_when_it_comes(play, quiet):
    it = play(quiet(limit="20h"), "bo")
    it.until("4h")
    assert it.facts(Said) == []
    it.say(Page("cem"), at="4h1m")
    it.until("6h")
    asked, bye = it.facts(Said)
    assert (asked.who, bye.who) == ("bo", "bo")
    assert "Cem" in bye.says
    assert it.facts(Left) == [Left("bo")]
    assert it.times(Left) == it.times(Joined)[1:]


def test_they_finish_what_is_in_their_hands_first(play, quiet):
    it = play(quiet(limit="20h"), "bo")
    it.until("4h1m")
    it.say(Order("roll back", by="bo"))
    it.parts.responders._join(it.parts.responders["cem"], 0)
    it.until("5h")
    assert it.times(Left)[0] == it.times(ChangeDone)[0]


def test_nobody_hands_over_to_a_relief_who_has_left_again(play, quiet):
    """'Handed everything to Sean', said Yuki, four hours after he had been let go."""
    it = play(quiet(limit="20h"), "bo")
    it.until("4h1m")
    it.say(Order("roll back", by="bo"))
    it.parts.responders._join(it.parts.responders["cem"], 0)
    it.say(Release("cem"), at="4h2m")
    it.until("5h")
    assert [left.person for left in it.facts(Left)] == ["cem"]
    it.parts.responders._join(it.parts.responders["dee"], 0)
    it.until("6h")
    assert [left.person for left in it.facts(Left)] == ["cem", "bo"]
    assert "Dee" in it.facts(Said)[-1].says


def test_somebody_of_another_trade_is_no_relief(play, quiet):
    it = play(quiet(limit="20h"), "bo")
    it.until("4h1m")
    it.parts.responders._join(it.parts.responders["fay"], 0)
    assert it.until("5h").facts(Left) == []


def test_who_was_released_and_came_back_is_fresh(play, quiet):
    it = play(quiet(limit="20h"), "bo")
    it.say(Release("bo"), at="2h")
    it.parts.responders._join(it.parts.responders["bo"], 0)
    assert it.until("5h59m").facts(Said) == []
    assert len(it.until("6h1m").facts(Said)) == 1


# ---- tunnel vision ----


def _lost(who, lost=True):
    return next(
        s for s in range(99) if (Dice(s).fixed(who, "loses track at shop") < LOSES_TRACK["steady"]) is lost
    )


def test_some_go_on_where_nothing_is_to_be_seen(play):
    seed = _lost("bo")
    it = play("", "bo", seed=seed)
    it.say(Investigate("shop", by="bo"))
    dice = Dice(seed)
    needed = LOOKING.at(dice.fixed("bo", "looks at shop"))
    drags = DRAGS_ON.at(dice.fixed("bo", "drags on at shop"))
    assert it.until("3h").times(ClueFound) == [needed + drags]


def test_until_somebody_asks_how_it_goes(play):
    it = play("", "bo", seed=_lost("bo"))
    it.say(Investigate("shop", by="bo"))
    it.say(Ask("progress", "bo"), at="15m")
    it.until("3h")
    assert it.times(ClueFound) == it.times(TaskEnded) == [15 * 60]
    assert it.facts(Interrupted) == []
    assert len(it.facts(Answered)) == 1


def test_a_time_box_keeps_them_from_it(play):
    seed = _lost("bo")
    it = play("", "bo", seed=seed)
    it.say(Investigate("shop", by="bo", within=3600))
    assert it.until("3h").times(ClueFound) == [LOOKING.at(Dice(seed).fixed("bo", "looks at shop"))]


def test_so_does_finding_something(play):
    text = "clues: {shop: [{says: There., odds: {always: 100%}}]}"
    seed = _lost("bo")
    it = play(text, "bo", seed=seed)
    it.say(Investigate("shop", by="bo"))
    assert it.until("3h").times(ClueFound) == [LOOKING.at(Dice(seed).fixed("bo", "looks at shop"))]


def test_a_question_deep_in_a_look_costs_five_minutes(play):
    seed = next(
        s for s in range(99)
        if LOOKING.at(Dice(s).fixed("bo", "looks at shop")) > 360
        and Dice(s).fixed("bo", "loses track at shop") > 0.3
    )  # fmt: skip
    it = play("", "bo", seed=seed)
    it.say(Investigate("shop", by="bo"))
    it.say(Ask("theory", "bo"), at="5m")
    assert it.until("1h").facts(Interrupted) == [Interrupted("bo", 300)]


# ---- the first time ----


def test_somebody_new_asks_back_once_for_each_kind_of_work(play):
    it = play("", "max")
    it.say(Order("restart", by="max"))
    it.say(Order("roll back", by="max"), at="30m")
    it.say(Investigate("shop", by="max"), at="1h")
    it.until("2h")
    about = ("restart", "roll back", "shop")
    asks = {words.format(what=what) for words in WORDS["asks back"] for what in about}
    said = [fact.who for fact in it.facts(Said) if any(words in fact.says for words in asks)]
    assert said == ["max", "max"]
    assert it.times(ChangeDone)[0] == round(240 * 1.4) + ASKS_BACK


def test_somebody_new_is_lost_in_some_places(outage, play):
    scenario, found = outage("clues: {shop: [{says: There., odds: {always: 100%}}]}"), 0
    for seed in range(100):
        it = play(scenario, "max", seed=seed)
        it.say(Investigate("shop", by="max"))
        found += len(it.until("1h").facts(ClueFound))
    assert found / 100 == pytest.approx(0.65, abs=0.12)
