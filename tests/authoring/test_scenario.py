"""A scenario's file becomes a scenario of its organisation."""

import pytest

from simulator.domain.scenario import NOTHING, Condition, Effect, Inspiration


@pytest.fixture(scope="module")
def shop(read, texts):
    return read("scenario", texts["scenario"]).value


def test_what_it_says_of_itself(shop, acme):
    assert (shop.id, shop.difficulty, shop.length, shop.limit) == ("slow-shop", 2, 1800, 5400)
    assert shop.organisation is acme
    assert shop.doctrine == "plain"
    assert shop.starts == 86400 + 14 * 3600 + 300
    assert shop.first_steps == ("declare high", "page data")
    assert shop.inspired_by == Inspiration("nothing real", "made up for tests")


def test_limit_and_doctrine_may_be_given(changed):
    shop = changed("scenario", ("length: 30m", "length: 30m\nlimit: 2h\ndoctrine: plain")).value
    assert (shop.limit, shop.doctrine) == (7200, "plain")


def test_causes_and_their_effects(shop):
    assert shop.prior == {"stuck primary": 0.75, "bad release": 0.25}
    assert shop.causes["stuck primary"].effects == (Effect(0, "db", 2, "errors", 0.9),)
    assert shop.causes["bad release"].effects[1] == Effect(600, "web", None, "slow", 4.0, 300, 3600)


def test_trouble_that_began_earlier(changed):
    shop = changed("scenario", ("length: 30m", "length: 30m\nbegan: 4m")).value
    assert [effect.at for effect in shop.causes["bad release"].effects] == [-240, 360]
    assert shop.injects[2].effects[0].at == 0


def test_effects_know_their_lines(shop):
    effects = shop.causes["bad release"].effects
    assert [str(effect.origin) for effect in effects] == ["x.yaml:19:9", "x.yaml:20:9"]
    assert str(shop.causes["stuck primary"].effects[0].origin) == "x.yaml:15:11"


def test_outcomes(shop):
    cures = shop.outcome("fail over db", "stuck primary")
    assert cures.cures
    assert cures.chance == 0.95
    assert not cures.harms
    always = shop.outcome("fail over db", "bad release")
    assert not always.works
    assert always.harms == (Effect(0, "db", None, "errors", 0.05, 0, 120),)
    relieves = shop.outcome("clear cache", "stuck primary")
    assert (relieves.relieves, relieves.chance, relieves.after) == ((0.3, 300), 0.5, ("fail over db",))
    assert relieves.says == "It is empty."


def test_what_is_not_written_does_nothing(shop):
    assert shop.outcome("roll back web", "stuck primary") is NOTHING
    assert shop.outcome("clear cache", "bad release") == NOTHING


def test_nothing_takes_a_cause_out_of_always(changed):
    shop = changed(
        "scenario", ("stuck primary: {cures: 95%}", "stuck primary: {cures: 95%}\n    bad release: {}")
    ).value
    assert shop.outcome("fail over db", "bad release") == NOTHING


@pytest.mark.parametrize(
    ("written", "chance", "stops"),
    [
        ("stops: 80%", 0.8, True),
        ("relieves: 50% for 9m", 1.0, False),
        ("does: {to: web, shed: 40%}", 1.0, False),
    ],
)
def test_ways_to_work(changed, written, chance, stops):
    outcome = changed("scenario", ("{cures: 95%}", f"{{{written}}}")).value.outcome(
        "fail over db", "stuck primary"
    )
    assert outcome.works
    assert not outcome.cures
    assert (outcome.chance, outcome.stops) == (chance, stops)


def test_odds_are_spread_over_all_causes(shop):
    assert shop.dangers[0].odds == {"stuck primary": 0.1, "bad release": 0.3}
    first, second = shop.clues["db"]
    assert first.odds == {"stuck primary": 0.8, "bad release": 0.1}
    assert second.odds == {"stuck primary": 0.2, "bad release": 0.2}


def test_odds_that_are_not_written_are_zero(changed):
    shop = changed("scenario", ("{stuck primary: 80%, bad release: 10%}", "{stuck primary: 80%}")).value
    assert shop.clues["db"][0].odds == {"stuck primary": 0.8, "bad release": 0.0}


def test_places_are_services_and_questions(shop):
    assert shop.places == ("web", "db", "cache", "pay", "what changed?")


def test_injects(shop):
    triggers = [(inject.trigger, inject.subject, inject.seconds) for inject in shop.injects]
    assert triggers == [
        ("time", "", 360),
        ("silence", "support", 720),
        ("change", "clear cache", 300),
        ("impact", "", 1200),
        ("time", "", 540),
    ]
    assert shop.injects[2].effects == (Effect(0, "db", None, "load", 0.8, 0, 1200),)
    assert [inject.swoops for inject in shop.injects] == [False, False, False, True, False]
    assert shop.injects[4].freezable
    assert shop.injects[4].who == "ben"


def test_an_inject_may_wait_for_several_things_and_come_again(changed):
    written = (
        "{when: while clear cache in place for 45m and declared unless leadership told, every: 10m, "
        "who: autoscaler, says: I add nodes., freezable: yes, means: data loss}"
    )
    (_, _, inject, *_) = changed(
        "scenario", ("{when: 5m after clear cache, does: {to: db, load: +80%, for: 20m}}", written)
    ).value.injects
    assert inject.conditions == (Condition("in place", "clear cache", 2700), Condition("declared"))
    assert inject.unless == (Condition("told", "leadership"),)
    assert (inject.every, inject.who, inject.means) == (600, "autoscaler", "data loss")


def test_one_effect_needs_no_list(changed, shop):
    listed = changed("scenario", ("does: {to: db/2, errors: 90%}", "does: [{to: db/2, errors: 90%}]")).value
    assert listed.causes == shop.causes


@pytest.mark.parametrize(
    ("written", "kind", "amount"),
    [
        ("slow: 2.5x", "slow", 2.5),
        ("load: +250%", "load", 2.5),
        ("capacity: -30%", "capacity", -0.3),
        ("shed: 60%", "shed", 0.6),
        ("cost: -65%", "cost", -0.65),
    ],
)
def test_kinds_of_effects(changed, written, kind, amount):
    shop = changed("scenario", ("to: db/2, errors: 90%", f"to: db, {written}")).value
    effect = shop.causes["stuck primary"].effects[0]
    assert (effect.kind, effect.amount, effect.part) == (kind, amount, None)


def test_a_cache_can_lose_a_share(changed):
    shop = changed("scenario", ("to: db/2, errors: 90%", "to: cache, lost: 25%")).value
    assert shop.causes["stuck primary"].effects[0].amount == 0.25


def test_an_alias_may_repeat_a_value(changed):
    shop = changed(
        "scenario",
        ("does: {to: db/2, errors: 90%}", "does: &down {to: db/2, errors: 90%}"),
        ("harms: {to: db/2, errors: 100%, for: 10m}", "harms: *down"),
    ).value
    assert shop.dangers[0].harms == shop.causes["stuck primary"].effects
    assert str(shop.dangers[0].harms[0].origin) == "x.yaml:15:11"


def test_what_really_happened_is_told_in_order(changed):
    outage = changed(
        "scenario",
        (
            "facilitator:",
            "history:\n  - {at: 9m, kind: post, text: Hello.}\n  - {at: 2m, kind: alert}\nfacilitator:",
        ),
    ).value
    assert [(event.at, event.kind, event.text) for event in outage.history.events] == [
        (120, "alert", ""), (540, "post", "Hello."),
    ]  # fmt: skip


def test_an_outage_need_not_tell_what_really_happened(changed):
    assert changed("scenario").value.history.events == ()
