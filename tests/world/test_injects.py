"""What the scenario's author has happen when a condition holds, once."""

import pytest

from simulator.domain.command import (
    Check,
    Declare,
    End,
    Freeze,
    Mitigated,
    Order,
    Page,
    Poll,
    Post,
    Release,
    Revert,
    SetSeverity,
    Unfreeze,
)
from simulator.domain.fact import EffectSetIn, Joined, NoticeDue, NoticeMissed, Objected, Said, Swooped
from simulator.domain.organisation import Notice, Stakeholder
from simulator.domain.update import Update
from simulator.domain.value import replace


def inject(when, *, does="", freezable=False, says="Now.", swoops=False, who="support", every="", means=""):
    also = f", every: {every}" * bool(every) + f", means: {means}" * bool(means)
    words = f", who: {who}, says: {says}" if says else ""
    return (
        f"injects:\n  - {{when: {when}{words}{', freezable: yes' if freezable else ''}"
        f"{also}{', swoops: yes' if swoops else ''}{f', does: {{{does}}}' if does else ''}}}\n"
    )


def said(it):
    """When something was said by somebody who is not on the call: people there speak for themselves."""
    people = it.scenario.organisation.people
    return [at for at, fact in it.timed(Said) if fact.who not in people or fact.says.endswith("Now.")]


def test_at_a_time(play):
    it = play(inject("at 12m")).until("1h")
    assert it.timed(Said) == [(720, Said("support", "Now."))]
    (entry,) = [entry for entry in it.entries if isinstance(entry.fact, Said)]
    assert entry.source.startswith("trouble.yaml:")


def test_when_an_audience_has_heard_nothing(play):
    it = play(inject("no sales update for 12m"))
    it.say(Post(Update("sales", "investigating")), at="5m")
    it.say(Post(Update("support", "investigating")), at="10m")
    assert said(it.until("2h")) == [6 * 60 + 720]


@pytest.mark.parametrize(
    ("next_in", "bears"),
    [(None, 12), (5, 12), (10, 15), (15, 20), (30, 35), (120, 36)],
)
def test_who_knows_when_the_next_word_comes_bears_silence_until_then(play, next_in, bears):
    it = play(inject("no sales update for 12m"))
    promised = None if next_in is None else next_in * 60
    it.say(Post(Update("sales", "investigating", next_in=promised)), at="5m")
    assert said(it.until("2h")) == [(6 + bears) * 60]


def test_silence_counts_only_while_customers_suffer(play, quiet):
    assert said(play(quiet(inject("no sales update for 12m"))).until("2h")) == []
    late = "causes:\n  bug: {truth: x, does: {at: 30m, to: shop, errors: 40%}}\n"
    assert said(play(late + inject("no sales update for 12m")).until("2h")) == [1800]
    over = "causes:\n  bug: {truth: x, does: {to: shop, errors: 40%, for: 10m}}\n"
    assert said(play(over + inject("no sales update for 12m")).until("2h")) == []


def test_when_customers_have_suffered_for_so_long(play, quiet):
    assert said(play(inject("impact for 30m")).until("2h")) == [1800]
    assert said(play(quiet(inject("impact for 30m"))).until("2h")) == []
    late = "causes:\n  bug: {truth: x, does: {at: 437s, to: shop, errors: 40%}}\n"
    assert said(play(late + inject("impact for 30m")).until("2h")) == [437 + 1800]


def test_an_impact_that_pauses_counts_from_its_return(play):
    cause = """
causes:
  bug:
    truth: x
    does: [{to: shop, errors: 40%, for: 29m}, {at: 40m, to: mail, errors: 40%}]
"""
    assert said(play(cause + inject("impact for 30m")).until("2h")) == [70 * 60]


@pytest.mark.parametrize(("after", "at"), [("5m", 240 + 300), ("1s", 241)])
def test_after_a_change_took_effect(play, after, at):
    it = play(inject(f"{after} after restart"), "bo")
    it.say(Order("restart", by="bo"))
    assert said(it.until("1h")) == [at]


def test_after_the_first_time_that_it_did(play):
    it = play(inject("5m after restart"), "bo")
    it.say(Order("roll back", by="bo"))
    it.say(Order("restart", by="bo"), at="11m")
    it.say(Order("restart", by="bo"), at="30m")
    assert said(it.until("2h")) == [15 * 60 + 300]


def test_a_small_first_form_sets_nothing_off_that_comes_after_the_change(play):
    it = play(inject("5m after roll back"), "bo")
    it.say(Order("roll back", by="bo", staged=True))
    assert said(it.until("30m")) == []
    it.say(Order("roll back", by="bo"))
    assert said(it.until("2h")) == [30 * 60 + 600 + 300]


def test_a_change_that_never_comes_sets_nothing_off(play):
    assert said(play(inject("5m after restart")).until("2h")) == []


def test_a_change_that_failed_sets_nothing_off(play):
    it = play("changes:\n  restart: {always: {fails: yes}}\n" + inject("5m after restart"), "bo")
    it.say(Order("restart", by="bo"))
    assert said(it.until("2h")) == []


def test_but_the_next_one_that_is_made_does(play):
    it = play(inject("5m after restart"), "bo", "cem")
    it.say(Order("restart", by="bo"), Release("bo"))
    it.say(Order("restart", by="cem"), at="10m")
    assert said(it.until("2h")) == [600 + 240 + 300]


def test_what_it_does_to_services(play):
    it = play(inject("at 12m", does="at: 3m, to: mail, errors: 50%, for: 5m", says="")).until("1h")
    assert said(it) == []
    assert [(at, f.to, f.why) for at, f in it.timed(EffectSetIn)] == [
        (0, "shop", "bug"),
        (900, "mail", "inject 1"),
    ]
    assert [it.failing(at) for at in (899, 900, 1199, 1200)] == pytest.approx([0.36, 0.41, 0.41, 0.36])


@pytest.mark.parametrize(("frozen", "happens"), [(False, False), (True, False), (None, True)])
def test_a_freeze_keeps_other_teams_from_changing_things(play, frozen, happens):
    it = play(inject("at 12m", does="to: mail, errors: 50%", freezable=True))
    if frozen is not None:
        it.say(Freeze(), at="5m")
    it.until("20m")
    if frozen is False:
        it.say(Unfreeze())  # too late: their moment has passed
    it.until("1h")
    assert bool(said(it)) is happens
    assert (len(it.facts(EffectSetIn)) == 2) is happens


def test_a_freeze_that_was_lifted_before_keeps_nothing(play):
    it = play(inject("at 12m", freezable=True))
    it.say(Freeze(), at="5m")
    it.say(Unfreeze(), at="6m")
    assert said(it.until("1h")) == [720]


def test_a_freeze_does_not_keep_people_from_speaking(play):
    it = play(inject("at 12m"))
    it.say(Freeze())
    assert said(it.until("1h")) == [720]


def test_someone_senior_can_step_in(play):
    it = play(inject("at 12m", who="leadership", swoops=True)).until("13m")
    assert it.timed(Swooped) == [(720, Swooped("leadership", "leadership", "Now."))]
    assert it.parts.stakeholders.swooping == 1
    it.say(Post(Update("leadership", "investigating", text="Two people are on it.")))
    it.until("20m")
    assert it.parts.stakeholders.swooping == 0


@pytest.mark.parametrize(("here", "speaks"), [(("fay",), True), ((), False)])
def test_someone_of_the_company_speaks_on_the_call(play, here, speaks):
    it = play(inject("at 12m", who="fay"), *here).until("1h")
    assert bool(said(it)) is speaks


def joins(it, person):
    """The second at which somebody joined."""
    return next(at for at, fact in it.timed(Joined) if fact.person == person)


def test_who_joins_says_what_they_would_have_said_before(play):
    """Lost with nobody to say it, it would be an outage without its red herring."""
    it = play(inject("at 1m", who="bo"))
    it.say(Page("bo"), at="30s")
    it.until("30m")
    assert joins(it, "bo") > 60
    assert said(it) == [joins(it, "bo") + 25]


@pytest.mark.parametrize("over", [False, True])
def test_but_neither_what_is_old_nor_what_is_over(play, over):
    it = play(inject("at 1m", who="cem"))
    it.say(Declare("P1"), Page("cem"), at="30s" if over else "25m")
    if over:
        it.say(Mitigated(), at="1m")
    it.until("1h")
    assert joins(it, "cem") < 60 + 20 * 60 or not over
    assert said(it) == []


def test_nor_whoever_has_been_let_go_again(play):
    it = play(inject("at 1m", who="bo"))
    it.say(Page("bo"), at="30s")
    while not it.timed(Joined):
        it.until(it.world.now + 1)
    it.say(Release("bo"))
    assert said(it.until("1h")) == []


# ---- conditions of the incident itself, joined, and repeats ----


def test_once_it_is_declared_or_called_mitigated_or_someone_was_told(play):
    def at(when):
        it = play(inject(when), "ana")
        it.say(Declare("P1"), at="5m")
        it.say(Post(Update("sales", "investigating")), at="10m")
        it.say(Mitigated(), at="20m")
        return [fact_at for fact_at, fact in it.until("1h").timed(Said) if fact.says == "Now."]

    assert at("declared") == [300]
    assert at("10m after declared") == [900]
    assert at("mitigated") == [1200]
    assert at("sales told") == [660]
    assert at("2m after sales told") == [780]
    assert at("leadership told") == []


def test_when_nobody_has_been_in_command_for_long(play):
    never, led = play(inject("nobody in command for 10m")), play(inject("nobody in command for 10m"))
    led.say(Declare("P1"), at="5m")
    assert said(never.until("1h")) == [600]
    assert said(led.until("1h")) == []
    led.say(End())
    assert said(led) == [3600 + 600]


def test_residue_bites_while_a_change_is_in_place_for_long(play):
    def at(undone=None, staged=False):
        it = play(inject("while roll back in place for 45m"), "bo")
        it.say(Order("roll back", by="bo", staged=staged))
        if undone:
            it.say(Revert("roll back", by="bo"), at=undone)
            it.say(Order("roll back", by="bo"), at="1h")
        return said(it.until("3h"))

    assert at() == [600 + 45 * 60]
    assert at(undone="40m") == [3600 + 600 + 45 * 60]
    assert at(staged=True) == []


def test_all_conditions_must_hold_at_once(play):
    cause = """
causes:
  bug: {truth: x, does: [{to: shop, errors: 40%, for: 20m}, {at: 50m, to: mail, errors: 40%}]}
"""
    assert said(play(cause + inject("at 30m and impact for 10m")).until("2h")) == [3600]
    assert said(play(cause + inject("at 5m and impact for 10m")).until("2h")) == [600]
    assert said(play(cause + inject("impact for 10m and sales told")).until("2h")) == []


def test_unless_something_else_holds_when_it_is_time(play):
    for told in (True, False):
        it = play(inject("at 30m unless leadership told"))
        if told:
            it.say(Post(Update("leadership", "investigating")), at="5m")
        assert (said(it.until("1h")) == [1800]) is not told


def test_it_comes_again_until_frozen_and_when_thawed(play):
    it = play(inject("at 10m", every="10m", freezable=True))
    it.say(Freeze(), at="25m")
    it.say(Unfreeze(), at="45m")
    assert said(it.until("1h1m")) == [600, 1200, 3000, 3600]


def test_it_comes_again_only_while_its_conditions_hold(play):
    cause = "causes:\n  bug: {truth: x, does: {to: shop, errors: 40%, for: 25m}}\n"
    assert said(play(cause + inject("impact for 5m", every="10m")).until("2h")) == [300, 900]


def test_automation_speaks_though_it_is_nobody(play, outage, harbour):
    company = replace(harbour, automation=("autoscaler",))
    it = play(outage(inject("at 12m", who="autoscaler", says="I add nodes."), organisation=company))
    assert it.until("1h").facts(Said) == [Said("autoscaler", "I add nodes.")]


def test_what_it_makes_known_starts_a_legal_clock(play, outage, harbour):
    authority = Stakeholder("authority", "regulator", notice=Notice(7200, "data loss"))
    company = replace(harbour, stakeholders={**harbour.stakeholders, "authority": authority})
    text = inject("at 12m", says="Writes are gone.", who="support", means="data loss")
    missed, told = (play(outage(text, organisation=company)) for _ in range(2))
    told.say(Post(Update("regulator", "investigating", text="Data was lost.")), at="1h")
    for it in (missed, told):
        assert it.until("3h").timed(NoticeDue) == [
            (720, NoticeDue("authority", "regulator", 7200, "data loss"))
        ]
    assert missed.timed(NoticeMissed) == [(720 + 7200, NoticeMissed("authority", "regulator", "data loss"))]
    assert missed.parts.stakeholders.moods.mood("authority") == "furious"
    assert told.facts(NoticeMissed) == []


# ---- what is so, whoever knows it ----

MOVED = """
hazards:
  roll back:
    data has moved: {odds: {always: ODDS}, harms: {to: mail, errors: 50%}}
"""


@pytest.mark.parametrize(("odds", "at"), [("100%", [10 * 60 + 300]), ("0%", [])])
def test_only_where_a_hazard_is_real(play, odds, at):
    it = play(
        MOVED.replace("ODDS", odds) + inject("5m after roll back and hazard data has moved is real"), "bo"
    )
    it.say(Order("roll back", by="bo"))
    assert said(it.until("1h")) == at


CURES = "changes:\n  restart: {always: {cures: 100%}}\n"
FAILS = "changes:\n  restart: {always: {harms: {to: mail, errors: 5%}}}\n"


@pytest.mark.parametrize(("does", "at"), [(CURES, [4 * 60 + 300]), (FAILS, [])])
def test_only_after_a_change_that_helped(play, does, at):
    it = play(does + inject("5m after restart helped"), "bo")
    it.say(Order("restart", by="bo"))
    assert said(it.until("1h")) == at


def test_not_once_the_severity_is_another(play):
    asks = inject("at 30m unless severity changed") + inject("2m after severity changed").removeprefix(
        "injects:\n"
    )
    it = play(asks)
    it.say(Declare("SEV2"))
    assert said(it.until("40m")) == [1800]
    it = play(asks)
    it.say(Declare("SEV2"))
    it.say(SetSeverity("SEV1", "it does not end"), at="10m")
    assert said(it.until("40m")) == [720]


# ---- what somebody proposes ----

OFFERS = MOVED.replace("ODDS", "100%") + inject("at 5m", who="bo").replace(
    "says:", "offers: roll back, says:"
)


def offered(it):
    return [at for at, fact in it.timed(Said) if fact.says == "Now."]


def test_somebody_proposes_a_change(play):
    assert offered(play(OFFERS, "bo").until("20m")) == [300]


@pytest.mark.parametrize("command", [Order("roll back", by="bo"), Check("roll back", by="bo")])
def test_nobody_proposes_what_is_in_hand(play, command):
    it = play(OFFERS, "bo", "ana")
    it.say(command, at="4m")
    assert offered(it.until("20m")) == []


def test_nobody_proposes_what_was_checked(play):
    it = play(OFFERS, "bo")
    it.say(Check("roll back", by="bo"))
    assert offered(it.until("20m")) == []


def objects(it) -> bool:
    return bool(it.facts(Objected))


def test_whoever_proposed_it_does_not_object_to_it(play):
    bare = OFFERS.split("injects:")[0]
    speaks = next(seed for seed in range(99) if objects(ordered(play(bare, "bo", seed=seed))))
    assert not objects(ordered(play(OFFERS, "bo", seed=speaks)))
    assert not objects(ordered(play(OFFERS, "bo", seed=speaks), Poll("roll back")))


def test_unless_a_look_at_its_dangers_has_taught_them_better(play):
    bare = OFFERS.split("injects:")[0]
    speaks = next(seed for seed in range(99) if objects(ordered(play(bare, "bo", seed=seed))))
    it = play(OFFERS, "bo", seed=speaks)
    it.say(Check("roll back", by="bo"), at="6m")
    it.say(Order("roll back", by="bo"), at="15m")
    assert objects(it.until("17m"))


def ordered(it, command=None):
    it.say(command or Order("roll back", by="bo"), at="6m")
    return it.until("7m")


def test_who_joins_says_only_what_is_still_so(play):
    """An attack that had passed was announced by one who joined after it."""
    late = inject("at 4m and impact for 3m", who="bo")
    short = "causes:\n  bug: {truth: x, does: {to: shop, errors: 40%, for: 5m}}\n"
    for cause, told in (("", 1), (short, 0)):
        it = play(cause + late)
        it.until("6m")
        it.parts.responders._join(it.parts.responders["bo"], 0)
        assert len(offered(it.until("10m"))) == told
