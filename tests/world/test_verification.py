"""Watching for the effect of a change, and saying honestly what can be told."""

import pytest

from simulator.domain.command import Order, Revert, Verify
from simulator.domain.fact import ChangeFailed, Verified, VerifyStarted
from simulator.domain.prose import say
from simulator.domain.prose.names import Names
from simulator.reasoning import evidence
from simulator.reasoning.told import EffectSeen
from simulator.world.verification import Sight, soak_of
from tests.world.conftest import seconds

LAG = 120
SHOP = """
causes:
  bug: {truth: A bug., does: {to: shop, errors: 40%}}
changes:
"""


@pytest.fixture
def watched(play):
    """What a verification says of a change with an outcome under a bug in the shop."""

    def made(outcome, *, change="restart", by="bo", wait="20m", window=None, signal=None, staged=False):
        it = play(f"{SHOP}  {change}: {{bug: {{{outcome}}}}}\n", "bo", "ana", "fay", "eli")
        it.say(Order(change, by=by, staged=staged), at="10m")
        it.say(Verify(change, signal, window, by=by), at=wait)
        (fact,) = it.until("2h").facts(Verified)
        return fact

    return made


@pytest.mark.parametrize(
    ("outcome", "result", "after"),
    [
        ("cures: 100%", "recovered", 0.0),
        ("relieves: 89% for 1h", "recovered", 0.044),
        ("relieves: 86% for 1h", "better", 0.056),
        ("relieves: 22% for 1h", "better", 0.312),
        ("relieves: 18% for 1h", "same", 0.328),
        ("", "same", 0.4),
        ("harms: {to: shop, errors: 10%}", "same", 0.46),
        ("harms: {to: shop, errors: 15%}", "worse", 0.49),
    ],
)
def test_what_the_signal_says(watched, outcome, result, after):
    fact = watched(outcome)
    assert fact.result == result
    assert fact.before == pytest.approx(0.4, abs=0.003)
    assert fact.after == pytest.approx(after, abs=0.003)
    assert (fact.id, fact.change, fact.signal, fact.owner) == ("c1", "restart", "shop errors", "bo")
    assert not fact.early
    assert fact.confounded == ()


@pytest.mark.parametrize(
    ("signal", "faint", "usual", "sign"),
    [
        ("shop errors", 0.01, 0.0, 1), ("buying", 0.01, 1.0, -1), ("shard time", 0.3, 1.0, 1),
        ("base load", 0.05, 0.8, 1), ("memory hits", 0.03, 0.5, -1), ("letters", 0.01 + 0.01, 1.0, -1),
    ],
)  # fmt: skip
def test_how_far_from_usual_is_everyday(play, signal, faint, usual, sign):
    it = play("")
    shown = it.scenario.organisation.signals[signal]

    def told(was, left):
        sights = [Sight(usual + sign * off, usual) for off in (was, left)]
        return it.parts.verifications._compare(shown, *sights)

    assert told(faint * 0.99, faint * 0.99) == "same"
    assert told(faint * 0.5, faint * 1.49) == "same"
    assert told(faint * 0.5, faint * 1.51) == "worse"
    assert told(faint * 1.03, 0) == "recovered"
    assert told(0, faint * 1.06) == "worse"


@pytest.mark.parametrize(
    ("was", "left", "result"),
    [
        (0.5, 0.0599, "recovered"), (0.5, 0.0601, "better"), (0.5, 0.3999, "better"), (0.5, 0.4001, "same"),
        (0.5, 0.5999, "same"), (0.5, 0.6001, "worse"), (0.05, 0.0099, "recovered"), (0.05, 0.0101, "better"),
    ],
)  # fmt: skip
def test_how_much_of_the_trouble_has_to_go(play, was, left, result):
    it = play("")
    shown = it.scenario.organisation.signals["shop errors"]
    assert it.parts.verifications._compare(shown, Sight(was, 0.0), Sight(left, 0.0)) == result


@pytest.mark.parametrize(
    ("was", "left", "result"),
    [
        (1.0, 0.7, "better"),  # as far below usual as it was above
        (1.0, 0.74, "better"),
        (1.0, 0.76, "recovered"),
        (0.86, 0.3, "better"),
        (0.6, 1.0, "same"),  # what was not sent work and has too much now is no better
        (0.84, 0.6, "worse"),  # all was well before
    ],
)
def test_a_load_that_falls_below_usual_was_taken_off(play, was, left, result):
    """It had read 'no difference, 58 % before and 18 % now' where 38 % are usual."""
    it = play("")
    shown = it.scenario.organisation.signals["base load"]
    assert it.parts.verifications._compare(shown, Sight(was, 0.8), Sight(left, 0.8)) == result


def test_a_window_is_the_lag_and_a_minute_unless_it_is_given(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Verify("restart", by="bo"), at="10m")
    it.say(Verify("restart", "buying", by="bo"), at="20m")
    it.say(Verify("restart", window=600, by="bo"), at="30m")
    it.until("1h")
    assert [(at, f.signal, f.window) for at, f in it.timed(VerifyStarted)] == [
        (600, "shop errors", LAG + 60),
        (1200, "buying", 240),
        (1800, "shop errors", 600),
    ]
    assert it.times(Verified) == [780, 1440, 2400]
    assert soak_of(it.scenario.organisation.signals["buying"]) == 240


def test_it_waits_for_the_change_to_land(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Verify("restart", by="cem"))
    assert it.until("1h").times(VerifyStarted) == [240]
    assert it.times(Verified) == [240 + LAG + 60]


@pytest.mark.parametrize(
    ("window", "early", "result"),
    [
        (60, True, "same"),
        (119, True, "same"),
        (120, False, "same"),
        (140, False, "better"),
        (159, False, "better"),
        (160, False, "recovered"),
    ],
)
def test_who_looks_too_early_sees_nothing(watched, window, early, result):
    """The cure fades in 45 s, and the signal is two minutes behind."""
    fact = watched("cures: 100%", wait="14m", window=window)
    assert (fact.early, fact.result) == (early, result)


def test_a_signal_that_cannot_show_it_stays_the_same(watched):
    fact = watched("cures: 100%", signal="find errors")
    assert (fact.result, fact.before) == ("same", fact.before)


def test_a_small_form_shows_where_it_acts_and_is_never_the_end_of_it(watched):
    fact = watched("cures: 100%", change="roll back", staged=True)
    assert fact.result == "better"
    assert fact.after == pytest.approx(0, abs=0.003)
    part = watched("relieves: 50% for 1h", change="roll back", staged=True)
    assert part.after == pytest.approx(0.9 * 0.4 * 0.5, abs=0.03)


def test_a_small_form_without_effect_changes_nothing(watched):
    assert watched("", change="roll back", staged=True).result == "same"


def test_what_is_read_of_a_small_first_form_is_of_the_part_where_it_was_made(watched):
    assert watched("cures: 100%", change="roll back", staged=True).on_a_part
    assert not watched("cures: 100%", change="roll back").on_a_part


def test_a_healthy_signal_with_noise_says_nothing(play, quiet):
    """Letters shiver by two per cent; that is no recovery and no harm."""
    results = []
    for seed in range(80):
        it = play(quiet(), "fay", seed=seed)
        it.say(Order("spare route", by="fay"), Verify("spare route", by="fay"))
        results += [fact.result for fact in it.until("1h").facts(Verified)]
    assert set(results) == {"same"}


@pytest.mark.parametrize(
    ("cause", "change", "by", "signal"),
    [
        ("to: shards, slow: 1.2x", "add shards", "ana", "shard time"),
        ("to: shop, errors: 0.5%", "restart", "bo", "shop errors"),
        ("to: base, load: +4%", "cheaper reads", "ana", "base load"),
        ("to: mail, errors: 0.7%", "spare route", "fay", "letter fails"),
    ],
)
def test_what_is_everyday_is_not_news(play, cause, change, by, signal):
    it = play(
        f"causes:\n  bug: {{truth: x, does: {{{cause}}}}}\nchanges:\n  {change}: {{bug: {{cures: 100%}}}}\n",
        by,
    )
    it.say(Order(change, by=by), at="10m")
    it.say(Verify(change, signal, by=by), at="1h30m")
    (fact,) = it.until("3h").facts(Verified)
    assert fact.result == "same"


@pytest.mark.parametrize("starts", ["14:30", "17:30"])
def test_fewer_customers_are_neither_a_recovery_nor_a_harm(play, quiet, starts):
    """From three in the afternoon half of them are gone, and the load halves; at 18:30 they are back."""
    hour, minute = map(int, starts.split(":"))
    it = play(quiet(starts=86400 + 3600 * hour + 60 * minute), "ana")
    it.say(Order("cheaper reads", by="ana"))
    it.say(Verify("cheaper reads", by="ana"), at="45m")
    (fact,) = it.until("1h30m").facts(Verified)
    assert abs(fact.before - fact.after) > 0.19
    assert fact.result == "same"


# ---- two changes at once ----

TWO = """
causes:
  bug: {truth: A bug., does: [{to: shop, errors: 40%}, {to: mail, errors: 40%}]}
changes:
  restart: {bug: {cures: 100%}}
"""


def verified(it):
    return [(fact.change, fact.result, fact.confounded) for fact in it.facts(Verified)]


def test_two_changes_that_interact_leave_it_unclear_and_are_named(play):
    it = play(TWO, "bo", "cem", "ana")
    it.say(
        Order("restart", by="bo"), Order("cheaper reads", by="ana"), Order("roll back", by="cem"), at="10m"
    )
    it.say(Verify("restart", by="bo"), at="1h")
    assert verified(it.until("2h")) == [("restart", "unclear", ("c2", "c3"))]


@pytest.mark.parametrize(("before", "confounded"), [(120, ()), (30, ("c2",))], ids=["too late", "in time"])
def test_what_is_made_too_late_to_show_in_the_reading_is_not_behind_it(play, before, confounded):
    """The signal is two minutes behind: one minute later nothing of the second change is in it."""

    def both():
        it = play(TWO, "bo", "ana", "cem")
        it.say(Order("restart", by="bo"), at="10m")
        it.say(Order("add shards", by="ana"), at="30m")
        return it

    acted = next(made.acted for made in both().until("2h").parts.changes.made if made.id == "c2")
    it = both()
    it.say(Verify("restart", window=180, by="cem"), at=f"{acted - before}s")
    (fact,) = it.until("2h").facts(Verified)
    assert fact.confounded == confounded


def test_what_was_unclear_has_told_nothing(play):
    it = play(TWO, "bo", "ana")
    it.say(Order("restart", by="bo"), Order("cheaper reads", by="ana"), at="10m")
    it.say(Verify("restart", by="bo"), at="1h")
    it.until("2h")
    assert [made.told for made in it.parts.changes.made] == [False, False]


def test_where_nothing_moved_there_is_nothing_to_tell_apart(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Order("roll back", by="cem"), at="10m")
    it.say(Verify("restart", by="bo"), at="40m")
    assert verified(it.until("2h")) == [("restart", "same", ())]


def test_it_is_clear_when_they_act_on_independent_parts(play):
    it = play(TWO.replace("restart", "spare route"), "bo", "fay", "eli")
    it.say(Order("restart", by="bo"), Order("spare route", by="fay"), Order("new index", by="eli"), at="10m")
    it.say(Verify("spare route", "letter fails", by="fay"), at="30m")
    assert verified(it.until("2h")) == [("spare route", "recovered", ())]


def test_what_has_been_told_confounds_no_more(play):
    it = play(TWO, "bo", "ana")
    it.say(Order("restart", by="bo"), Verify("restart", by="bo"), at="10m")
    it.say(Order("add shards", by="ana"), at="30m")
    it.say(Verify("add shards", by="ana"), at="50m")
    it.until("1h30m")
    assert verified(it) == [("restart", "recovered", ()), ("add shards", "same", ())]
    assert [made.told for made in it.parts.changes.made] == [True, True]


def test_not_even_what_came_meanwhile(play):
    it = play(TWO + "  cheaper reads: {bug: {harms: {to: shop, errors: 30%}}}\n", "bo", "ana", seed=2)
    it.say(Order("restart", by="bo"), Order("cheaper reads", by="ana"), at="10m")
    it.say(Verify("restart", by="bo"), at="14m")  # the other is not made yet
    it.until("1h")
    assert min(made.acted for made in it.parts.changes.made if made.id == "c2") > 17 * 60
    it.say(Verify("cheaper reads", "shop errors", by="ana"))
    assert verified(it.until("2h")) == [("restart", "recovered", ()), ("cheaper reads", "worse", ())]


def test_a_look_that_was_too_early_has_told_nothing(play):
    it = play(TWO, "bo", "ana")
    it.say(Order("restart", by="bo"), Verify("restart", window=30, by="bo"), at="10m")
    it.until("1h")
    assert verified(it) == [("restart", "same", ())]
    assert [made.told for made in it.parts.changes.made] == [False]


def test_what_acted_long_before_is_in_the_reading_before(play):
    it = play(TWO, "bo", "cem")
    it.say(Order("restart", by="bo"), at="10m")  # acts at 14m, nobody watches
    it.say(Order("roll back", by="cem"), at="40m")
    it.say(Verify("roll back", by="cem"), at="1h")
    assert verified(it.until("2h")) == [("roll back", "same", ())]


def test_what_acts_while_the_trouble_fades_is_not_told_apart(play):
    """A cure fades in 45 seconds; what comes within them meets some of the trouble still."""
    it = play(TWO, "bo", "cem")
    it.say(Order("roll back", by="cem"), at="4m10s")  # acts at 14m10s
    it.say(Order("restart", by="bo"), at="10m")  # acts at 14m
    it.say(Verify("roll back", by="cem"), at="40m")
    assert verified(it.until("2h")) == [("roll back", "unclear", ("c2",))]


@pytest.mark.parametrize("ordered", ["13m", "15m", "30m"])
@pytest.mark.parametrize("watched", [True, False])
def test_what_had_recovered_before_a_change_acted_is_none_of_its_doing(play, ordered, watched):
    """Ordered while the signal still shows the trouble, which another change has ended when this one acts."""
    it = play(TWO, "bo", "cem")
    it.say(Order("restart", by="bo"), at="10m")  # acts at 14m
    it.say(*[Verify("restart", by="bo")] * watched)
    it.say(Order("roll back", by="cem"), at=ordered)
    it.say(Verify("roll back", by="cem"), at="50m")
    *_, entry = [each for each in it.until("2h").entries if isinstance(each.fact, Verified)]
    fact = it.facts(Verified)[-1]
    assert (fact.change, fact.result, fact.mended, fact.confounded) == ("roll back", "same", True, ())
    assert "no difference, it was back to normal before (shop errors" in say(
        entry, Names.of(it.scenario.organisation)
    )
    seen = [piece for piece in evidence(it.entries, 7200) if isinstance(piece, EffectSeen)]
    assert [piece.change for piece in seen] == ["restart"] * watched


def test_what_was_never_wrong_on_a_signal_has_not_been_mended_there(play):
    it = play(TWO, "bo", "eli")
    it.say(Order("restart", by="bo"), Verify("restart", by="bo"), at="10m")
    it.say(Order("new index", by="eli"), Verify("new index", by="eli"), at="30m")
    assert [fact.mended for fact in it.until("2h").facts(Verified)] == [False, False]


@pytest.mark.parametrize(("apart", "unclear"), [(45, True), (46, False)])
def test_exactly_as_long_as_an_effect_takes_to_settle(play, apart, unclear):
    text = TWO.replace("restart: {bug: {cures", "roll back: {bug: {cures")
    it = play(text, "bo", "cem")
    it.say(Order("roll back", by="cem"), at="4m")  # acts at 14m and ends it
    it.say(Order("restart", by="bo"), at=10 * 60 - apart)  # acts so long before and does nothing
    it.say(Verify("roll back", by="cem"), at="50m")
    (told,) = verified(it.until("2h"))
    assert (told[1] == "unclear") is unclear


def test_what_acted_while_a_long_change_was_made_is_in_the_reading_before(play):
    """It was in place for minutes, and the trouble was as bad as ever until the long one acted."""
    it = play(TWO.replace("restart: {bug: {cures", "roll back: {bug: {cures"), "bo", "cem")
    it.say(Order("roll back", by="cem"), at="10m")  # takes ten minutes
    it.say(Order("restart", by="bo"), at="10m")  # acts at 14m and does nothing
    it.say(Verify("roll back", by="cem"), at="50m")
    assert verified(it.until("2h")) == [("roll back", "recovered", ())]


def test_what_acted_in_the_turn_that_is_compared_is_not_told_apart(play):
    """Who watches for long compares with the worst of as long a time before, as it came and went."""
    it = play(TWO.replace("restart: {bug: {cures", "roll back: {bug: {cures"), "bo", "cem")
    it.say(Order("roll back", by="cem"), at="10m")
    it.say(Order("restart", by="bo"), at="10m")
    it.say(Verify("roll back", window=15 * 60, by="cem"), at="50m")
    assert verified(it.until("2h")) == [("roll back", "unclear", ("c2",))]


def test_what_never_acted_confounds_nothing(play):
    it = play(TWO + "  lift slowly: {bug: {fails: yes}}\n", "bo", "cem")
    it.say(Order("lift slowly", by="cem"), Order("restart", by="bo"))
    it.say(Verify("restart", by="bo"), at="20m")
    it.until("1h")
    assert len(it.facts(ChangeFailed)) == 1
    assert verified(it)[0] == ("restart", "recovered", ()) or it.facts(Verified)[0].before < 0.01


def test_undone_before_it_is_watched(play):
    it = play("", "ana")
    it.say(Order("mend", by="ana"), Revert("mend", by="ana"))
    it.until("20m")
    assert it.world.allows(Verify("mend", by="ana")) == "'mend' is not in place; there is no effect to watch."


def test_after_a_relief_wore_off_the_next_change_is_compared_with_the_trouble(play):
    """The reading before it was better for borrowed reasons; nothing is worse because of it."""
    it = play(TWO.replace("cures: 100%", "relieves: 90% for 20m"), "bo", "cem")
    it.say(Order("restart", by="bo"), Verify("restart", by="bo"), at="10m")  # relieves from 14m to 34m
    it.say(Order("roll back", by="cem"), at="25m")  # does nothing
    it.say(Verify("roll back", by="cem"), at="40m")
    assert verified(it.until("2h")) == [("restart", "recovered", ()), ("roll back", "same", ())]


WAVES = """
causes:
  waves: {truth: It comes and goes., does: {at: 5m, to: shop, errors: 40%, for: 4m, every: 10m}}
changes:
  restart: {waves: {nothing: yes}}
"""


@pytest.mark.parametrize(
    ("window", "result"), [("3m", "recovered"), ("5m59s", "recovered"), ("6m", "same"), ("12m", "same")]
)
def test_who_watches_twice_as_long_as_it_takes_to_tell_sees_what_comes_and_goes(play, window, result):
    """Made in a bad minute, watched until a good one: bad are 5 to 9, 15 to 19, and so on."""
    it = play(WAVES, "bo")
    it.say(Order("restart", by="bo"), at="2m30s")
    it.say(Verify("restart", None, seconds(window), by="bo"), at=seconds("23m") - seconds(window))
    (fact,) = it.until("2h").facts(Verified)
    assert fact.result == result
    assert fact.before == pytest.approx(0.4, abs=0.003)


ONCE = """
causes:
  once: {truth: It ends by itself., does: {at: 5m, to: shop, errors: 40%, for: 13m}}
changes:
  restart: {once: {nothing: yes}}
"""


def test_what_gets_well_while_it_is_watched_is_told_by_how_it_is_in_the_end(play):
    """A slow recovery is no trouble that comes and goes: bad until minute 18, well after it."""
    it = play(ONCE, "bo")
    it.say(Order("restart", by="bo"), at="7m30s")
    it.say(Verify("restart", None, seconds("9m"), by="bo"), at="14m")
    (fact,) = it.until("2h").facts(Verified)
    assert fact.result == "recovered"
    assert fact.after == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize(
    ("offs", "again"),
    [
        ((0.8, 0.6, 0.3, 0.1, 0.0), []),
        ((0.8, 0.5, 0.0, 0.0, 0.0), []),
        ((0.8, 0.1, 0.7, 0.1, 0.0), [0.7]),
        ((0.8, 0.1, 0.25, 0.1, 0.0), []),
        ((0.8, 0.1, 0.3, 0.1, 0.0), [0.3]),
        ((0.8, 0.79, 0.8, 0.79, 0.8), []),
        ((0.2, 0.0, 0.7, 0.9, 0.0), [0.7, 0.9]),
    ],
)
def test_a_recovery_that_is_seen_under_way_is_no_relapse(play, offs, again):
    """Only what was far worse than the best since it had been better was bad again."""
    it = play("")
    shown = it.scenario.organisation.signals["shop errors"]
    sights = [Sight(off, 0.0) for off in offs]
    found = it.parts.verifications._again(shown, Sight(0.8, 0.0), sights)
    assert [sight.off for sight in found] == again
