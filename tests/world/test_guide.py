"""The facilitator's hand: what it brings about, how far it may go, and who else learns of it."""

from typing import get_args

import pytest

from simulator.domain.command import Declare, End, Freeze, Mitigated, Note, Order, Page, Post, Skip
from simulator.domain.entry import ROOM, TRUTH
from simulator.domain.fact import (
    Commanded,
    EffectSetIn,
    EffectWentOff,
    Ended,
    HintGiven,
    InjectFired,
    InjectPlanned,
    InjectReworded,
    Nudged,
    Refused,
    Said,
    Swooped,
    Whispered,
)
from simulator.domain.guidance import (
    MOST_PLANNED,
    Fire,
    GiveHint,
    Guidance,
    Hold,
    LetGo,
    Nudge,
    Plan,
    Prompt,
    Reword,
    SendIn,
    Upcoming,
    Whisper,
)
from simulator.domain.seats import FACILITATOR
from simulator.domain.update import Update

EXAMPLES = (
    Fire("1"), Hold("1"), Reword("1", "Hm."), LetGo("1"), Plan("support", 60, "Hm."),
    Prompt("support", "Hm."), SendIn("leadership"),
    Nudge("shop", "errors", 10, 600), Whisper("deputy", "Hm."), GiveHint("commander", "question", "Why?"),
)  # fmt: skip
TWO = """
injects:
  - {when: at 12m, who: support, says: Now.}
  - {when: no sales update for 20m, who: bo, says: Then., freezable: yes, does: {to: mail, errors: 10%}}
"""
OFTEN = "injects:\n  - {when: at 10m, every: 10m, who: support, says: Again.}\n"


def guide(it, *commands, at=None):
    if at is not None:
        it.until(at)
    return [e for command in commands for e in it.world.issue(command, repr(command), FACILITATOR)]


def said(it):
    return [at for at, fact in it.timed(Said) if fact.says == "Now."]


def states(it):
    return [standing.state for standing in it.world.injects]


def why_not(it, command):
    return it.world.allows(command, FACILITATOR)


def test_an_inject_is_fired_before_its_time_and_does_not_come_again(play):
    it = play(TWO)
    guide(it, Fire("1"), at="5m")
    assert states(it) == ["happened", "waiting"]
    assert it.until("1h").world.injects[0] == Upcoming(1, "happened", 300, (True,), "Now.")
    assert said(it) == [300]


def test_an_inject_can_be_said_in_other_words(play):
    it = play(TWO)
    guide(it, Fire("1", "Rather this."))
    assert [fact.says for fact in it.facts(Said)] == ["Rather this."]


def test_an_inject_can_be_put_in_other_words_and_left_for_its_time(play):
    it = play(TWO)
    guide(it, Reword("1", "Rather this."), Reword("1", "Or that."))
    assert (states(it)[0], it.world.injects[0].says) == ("waiting", "Or that.")
    assert [(at, fact.says) for at, fact in it.until("1h").timed(Said)][:1] == [(720, "Or that.")]
    assert [fact.text for fact in it.facts(InjectReworded)] == ["Rather this.", "Or that."]
    assert it.world.injects[0].says == "Or that."


def test_what_was_said_in_other_words_by_hand_is_what_it_said(play):
    it = play(TWO)
    guide(it, Reword("1", "Rather this."), Fire("1", "This once."))
    assert [fact.says for fact in it.facts(Said)] == ["This once."]
    assert it.world.injects[0].says == "This once."


def test_only_what_comes_still_can_be_put_in_other_words(play):
    it = play(TWO)
    guide(it, Fire("1"))
    assert why_not(it, Reword("1", "Hm.")) == "Inject 1 has had its moment; there is nothing to reword."


def test_what_is_fired_acts_whatever_it_waits_for_and_though_all_is_frozen(play):
    it = play(TWO, "bo")
    it.say(Freeze())
    guide(it, Fire("2"))
    assert [fact.why for fact in it.facts(EffectSetIn) if fact.to == "mail"] == ["inject 2"]
    assert "Then." in [fact.says for fact in it.facts(Said)]


def test_a_held_inject_waits_until_it_is_let_go(play):
    it = play(TWO)
    guide(it, Hold("1"))
    assert states(it.until("30m"))[0] == "held"
    assert said(it) == []
    guide(it, LetGo("1"))
    assert said(it.until("31m")) == [1800]


def test_one_that_is_let_go_before_its_time_comes_at_its_time(play):
    it = play(TWO)
    guide(it, Hold("1"))
    guide(it, LetGo("1"), at="5m")
    assert said(it.until("1h")) == [720]


def test_one_that_is_held_can_be_fired(play):
    it = play(TWO)
    guide(it, Hold("1"), Fire("1"))
    assert said(it.until("1h")) == [0]
    assert states(it)[0] == "happened"


def test_what_comes_again_and_again_goes_on_after_it_was_fired(play):
    it = play(OFTEN)
    guide(it, Fire("1"), at="4m")
    it.until("25m")
    assert [at for at, fact in it.timed(Said) if fact.who == "support"] == [240, 600, 1200]
    assert states(it) == ["repeats"]


def test_somebody_is_made_to_say_something(play):
    it = play("", "bo")
    guide(it, Prompt("bo", "It was me."), Prompt("support", "Ten more."))
    assert [(fact.who, fact.says) for fact in it.facts(Said)][-2:] == [
        ("bo", "It was me."), ("support", "Ten more."),
    ]  # fmt: skip


def test_a_senior_is_sent_in_and_has_to_be_answered(play):
    it = play("", "bo")
    guide(it, SendIn("leadership", "eta", "When?"))
    assert [(fact.wants, fact.says) for fact in it.facts(Swooped)] == [("eta", "When?")]
    it.say(Note("x"))
    assert it.facts(Commanded)[-1].takes > 10  # a senior weighs on everything
    assert why_not(it, SendIn("leadership")) == "Somebody of leadership stands in the room."


@pytest.mark.parametrize(("pull", "reading"), [("errors", 0.3), ("slowness", None)])
def test_a_nudge_strains_a_service_and_goes_by_itself(play, quiet, pull, reading):
    it = play(quiet())
    before = it.failing(0)
    guide(it, Nudge("shop", pull, 30, 600), at="5m")
    assert it.facts(Nudged)
    if reading:
        assert it.until("6m").failing("6m") > before
    assert it.until("20m").failing("20m") == pytest.approx(before)
    assert it.times(EffectSetIn) == [300]
    assert it.times(EffectWentOff) == [900]


@pytest.mark.parametrize(
    ("nudge", "told"),
    [
        (Nudge("shop", "errors", 51, 600), "A nudge is by 1 % to 50 %."),
        (Nudge("shop", "errors", 0, 600), "A nudge is by 1 % to 50 %."),
        (Nudge("shop", "load", 50, 1801), "A nudge lasts 1 to 30 minutes."),
        (Nudge("shop", "load", 50, 5), "A nudge lasts 1 to 30 minutes."),
    ],
)
def test_nudges_are_bounded(play, nudge, told):
    it = play("")
    assert why_not(it, nudge) == told
    assert [type(entry.fact) for entry in guide(it, nudge)] == [Refused]
    assert not it.facts(Nudged)


def test_a_nudge_that_would_stay_is_refused(play, quiet):
    it = play(quiet())
    assert "into overload" in why_not(it, Nudge("shop", "load", 50, 600))
    assert why_not(it, Nudge("shop", "load", 5, 600)) == ""


def test_one_nudge_at_a_time_on_a_service_and_five_in_all(play):
    it = play("")
    guide(it, Nudge("shop", "load", 10, 60))
    assert "already" in why_not(it, Nudge("shop", "errors", 10, 60))
    for minute in range(1, 5):
        assert why_not(it.until(f"{2 * minute}m"), Nudge("shop", "load", 10, 60)) == ""
        guide(it, Nudge("shop", "load", 10, 60))
    assert "more than 5" in why_not(it.until("1h"), Nudge("mail", "load", 10, 60))


def test_a_whisper_reaches_one_seat_and_costs_nobody_attention(play):
    it = play("", "bo")
    it.say(Note("a"))
    free = it.world.free_at("commander"), it.parts.scene.log.messages
    guide(it, Whisper("commander", "Watch the clock."), GiveHint("deputy", "question", "Why?"))
    assert {e.seen for e in it.entries if isinstance(e.fact, Whispered)} == {"commander"}
    assert {e.seen for e in it.entries if isinstance(e.fact, HintGiven)} == {"deputy"}
    assert (it.world.free_at("commander"), it.parts.scene.log.messages) == free


def test_nobody_else_sees_what_a_facilitator_did(play):
    it = play(TWO, "bo")
    done = guide(it, *EXAMPLES)
    for entry in done:
        if not isinstance(entry.fact, Said | Swooped | Whispered | HintGiven):
            assert entry.seen in (TRUTH, FACILITATOR), entry
            assert entry.seen != ROOM
    assert {type(command) for command in EXAMPLES} == set(get_args(Guidance))


@pytest.mark.parametrize("seat", ["commander", "deputy", "scribe", "responder", "observer"])
@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: type(command).__name__)
def test_no_other_seat_may_guide(play, seat, command):
    it = play(TWO, "bo")
    (entry,) = it.world.issue(command, "x", seat)
    assert isinstance(entry.fact, Refused)
    assert it.world.free_at(FACILITATOR) == 0


@pytest.mark.parametrize("command", [Declare("major"), Order("restart"), Note("hm")])
def test_a_facilitator_leads_nothing(play, command):
    assert why_not(play("", "bo"), command)


def test_a_facilitator_is_never_busy(play):
    it = play(TWO, "bo")
    guide(it, *EXAMPLES, Skip())
    assert it.world.free_at(FACILITATOR) == 0
    assert {fact.takes for fact in it.facts(Commanded)} == {0}


def test_a_facilitator_ends_it_where_it_stands_though_customers_suffer(play):
    it = play("")
    guide(it, End(), at="5m")
    assert [(e.at, e.fact) for e in it.entries[-1:]] == [(300, Ended("ended by the facilitator"))]
    assert it.world.over


@pytest.mark.parametrize(
    ("first", "command", "told"),
    [
        (Fire("1"), Fire("1"), "Inject 1 has happened. To have something said: have WHO say TEXT."),
        (Fire("1"), Hold("1"), "Inject 1 has had its moment; there is nothing to hold."),
        (Hold("1"), Hold("1"), "Inject 1 is held already."),
        (Hold("1"), LetGo("2"), "Inject 2 is not held."),
        (Hold("1"), Fire("2"), "Bo is not on the call, and so cannot say anything there."),
        (Hold("1"), Prompt("bo", "Hm."), "Bo is not on the call, and so cannot say anything there."),
    ],
)
def test_what_makes_no_sense_is_refused(play, first, command, told):
    it = play(TWO)
    guide(it, first)
    assert why_not(it, command) == told


def test_what_a_fired_inject_brought_about_names_the_facilitator_as_its_reason(play):
    it = play(TWO)
    guide(it, Fire("1"))
    (fired,) = [entry for entry in it.entries if isinstance(entry.fact, InjectFired)]
    (said_,) = [entry for entry in it.entries if isinstance(entry.fact, Said)]
    assert said_.because == fired.number
    assert isinstance(it.entries[fired.because - 1].fact, Commanded)
    assert fired.source.startswith("trouble.yaml:")


# What a facilitator writes for later.


def test_what_is_planned_is_said_at_its_time_and_counted_on_from_the_authors(play):
    it = play(TWO)
    guide(it, Plan("support", 300, "A paper calls."), at="2m")
    assert it.world.injects[2] == Upcoming(3, "waiting", None, (False,), "A paper calls.", 420)
    assert it.facts(InjectPlanned) == [InjectPlanned(3, "support", 420, "A paper calls.")]
    it.until("30m")
    assert [at for at, fact in it.timed(Said) if fact.says == "A paper calls."] == [420]
    assert states(it)[2] == "happened"


def test_what_is_planned_can_be_held_reworded_and_fired_like_any_other(play):
    it = play(TWO)
    guide(it, Plan("support", 300, "One."), Plan("support", 300, "Two."), Plan("support", 300, "Three."))
    guide(it, Hold("3"), Reword("4", "Four."), Fire("5"), at="1m")
    it.until("30m")
    assert [(at, fact.says) for at, fact in it.timed(Said) if fact.says not in ("Now.", "Then.")] == [
        (60, "Three."), (300, "Four."),
    ]  # fmt: skip
    assert states(it)[2:] == ["held", "happened", "happened"]


def test_it_is_planned_for_later_and_not_for_after_the_end_nor_without_end(play):
    it = play(TWO)
    assert why_not(it, Plan("support", 0, "Hm.")).startswith("At once is: have")
    assert why_not(it, Plan("support", 10**6, "Hm.")) == "That is after the end of the exercise."
    for _ in range(MOST_PLANNED):
        assert why_not(it, Plan("support", 60, "Hm.")) == ""
        guide(it, Plan("support", 60, "Hm."))
    assert "already" in why_not(it, Plan("support", 60, "Hm."))


def test_whoever_is_not_on_the_call_says_it_once_they_have_joined_and_it_has_not_happened_until_then(play):
    it = play("injects:\n  - {when: at 30s, who: bo, says: Mine.}\n")
    it.until("1m")
    assert it.world.injects[0] == Upcoming(1, "unsaid", 30, (True,), "Mine.")
    assert why_not(it, Hold("1")) == "Inject 1 has had its moment; there is nothing to hold."
    it.say(Page("bo"))
    it.until("20m")
    ((said_at, _),) = it.timed(Said)
    assert it.world.injects[0] == Upcoming(1, "happened", said_at, (True,), "Mine.")


def test_what_nobody_joined_in_time_to_say_has_passed_by(play):
    it = play("injects:\n  - {when: at 30s, who: cem, says: Mine.}\n")
    assert states(it.until("15m")) == ["unsaid"]
    assert states(it.until("25m")) == ["passed by"]
    assert it.facts(Said) == []


def test_it_is_known_when_one_comes_as_soon_as_what_it_waits_for_has_begun(play):
    it = play("""
injects:
  - {when: 4m after mitigated, who: support, says: Now.}
  - {when: at 30m unless leadership told, who: support, says: Then.}
""")
    assert [one.due for one in it.world.injects] == [None, 1800]
    it.say(Declare("P1"), Mitigated(), Post(Update("leadership", "investigating")), at="10m")
    it.until("12m")
    assert [one.due for one in it.world.injects] == [600 + 240, None]
    guide(it, Hold("1"))
    assert it.world.injects[0].due is None
