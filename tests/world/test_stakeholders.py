"""Those who wait for news, and what silence makes them do."""

import itertools
from statistics import mean

import pytest

from simulator.domain.command import Note, Order, Post
from simulator.domain.duration import show_minutes
from simulator.domain.fact import (
    Commanded,
    CustomersReported,
    Escalated,
    Posted,
    Said,
    StakeholderAsked,
    Swooped,
)
from simulator.domain.organisation import Stakeholder
from simulator.domain.update import Update
from simulator.domain.value import replace
from simulator.world.voice.voice import WORDS

MINUTE = 60
CLEAR = Post(Update("leadership", "identified", ("buy",), eta=3600))
"""A brief that leaves nothing open."""


def asked(it, who):
    return [
        (at // MINUTE, fact.silence // MINUTE) for at, fact in it.timed(StakeholderAsked) if fact.who == who
    ]


def tell(it, audience, at):
    it.say(Post(Update(audience, "investigating")), at=at)


def test_they_ask_when_patience_ends_and_then_sooner(play):
    it = play().until("1h")
    assert asked(it, "support") == [(15, 15), (27, 27), (38, 38), (47, 47), (55, 55)]
    assert it.times(StakeholderAsked)[:3] == [600, 900, 600 + 510]


def test_nobody_asks_more_often_than_every_eight_minutes(play):
    times = [at for at, fact in play().until("3h").timed(StakeholderAsked) if fact.who == "customers"]
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert gaps[0] == 510
    assert set(gaps[1:]) == {480}


def test_whom_others_tell_asks_no_more_and_nobody_of_them_steps_in_or_stays(play):
    everybody = (StakeholderAsked, Swooped, CustomersReported)
    it = play().until("58m")
    assert all(it.facts(kind) for kind in everybody)
    assert len(it.parts.stakeholders.presence) == 1
    it.world.told_by_others()
    assert len(it.parts.stakeholders.presence) == 0
    it.until("3h")
    last = max(at for kind in everybody for at in it.times(kind))
    assert last <= 58 * MINUTE


def test_an_update_gives_them_their_patience_back(play):
    it = play()
    tell(it, "support", "10m")
    it.until("1h")
    assert it.times(Posted) == [11 * MINUTE]
    assert asked(it, "support")[:2] == [(26, 15), (38, 27)]


def test_an_update_after_they_asked_makes_them_patient_again(play):
    it = play()
    tell(it, "support", "39m")
    it.until("1h20m")
    assert asked(it, "support") == [(15, 15), (27, 27), (38, 38), (55, 15), (67, 27), (78, 38)]


@pytest.mark.parametrize(("announced", "first"), [(5, 15), (20, 25), (30, 35), (60, 45)])
def test_who_knows_when_the_next_update_comes_waits_for_it_three_times_as_long_at_most(
    play, announced, first
):
    it = play()
    it.say(Post(Update("support", "investigating", next_in=announced * MINUTE)), at="10m")
    it.until("2h")
    assert asked(it, "support")[0] == (11 + first, first)


def test_after_a_word_that_was_not_kept_they_wait_no_longer_than_without_one(play):
    it = play()
    it.say(Post(Update("support", "investigating", next_in=20 * MINUTE)), at="1m")
    it.say(Post(Update("support", "investigating", next_in=30 * MINUTE)), at="25m")
    it.until("1h")
    assert asked(it, "support")[0] == (41, 15)


def test_a_useful_update_makes_up_for_it(play):
    it = play()
    it.say(Post(Update("support", "investigating", next_in=20 * MINUTE)), at="1m")
    it.say(Post(Update("support", "investigating", ("buy",), next_in=30 * MINUTE)), at="25m")
    it.until("1h15m")
    assert asked(it, "support")[0] == (26 + 35, 35)


def test_only_what_reaches_them_counts(play):
    it = play()
    tell(it, "status page", "5m")
    assert asked(it.until("20m"), "support") == [(15, 15)]
    assert asked(it.until("20m"), "customers") == [(16, 10)]


def test_nobody_asks_while_nobody_suffers(play, quiet):
    it = play(quiet()).until("3h")
    assert it.facts(StakeholderAsked) == it.facts(CustomersReported) == it.facts(Swooped) == []


@pytest.mark.parametrize(("share", "felt"), [("0.19%", False), ("0.21%", True)])
def test_what_two_in_a_thousand_suffer_nobody_feels(play, share, felt):
    it = play(
        f"causes:\n  bug: {{truth: x, does: [{{to: shop, errors: {share}}}, {{to: mail, errors: {share}}}]}}"
    )
    assert bool(it.until("30m").facts(StakeholderAsked)) is felt


def test_what_they_say_differs_each_time_and_tells_the_silence(play):
    it = play().until("2h")
    for who, words in (("support", WORDS["asks"]), ("customers", WORDS["customers ask"])):
        said = [fact.says for fact in it.facts(StakeholderAsked) if fact.who == who]
        assert len(set(said)) == len(said)
        bore = f"{15 if who == 'support' else 10} min"
        assert said[0] in [each.format(silence=bore, stuck=bore) for each in words]


def test_nobody_was_stuck_for_longer_than_it_has_failed(play):
    """After half an hour in which all was well nobody has been stuck for forty minutes."""
    late = "causes:\n  bug: {truth: x, does: {at: 37m, to: shop, errors: 40%}}\n"
    for seed in range(1, 30):
        it = play(late, seed=seed)
        asked = [
            (at, fact) for at, fact in it.until("50m").timed(StakeholderAsked) if fact.who == "customers"
        ]
        at, first = asked[0]
        stuck = show_minutes(max(2 * MINUTE, at - 37 * MINUTE))
        bore = show_minutes(first.silence)
        assert first.says in [each.format(silence=bore, stuck=stuck) for each in WORDS["customers ask"]]


def test_who_was_told_once_does_not_complain_of_nothing_at_all(play):
    it = play()
    tell(it, "status page", "1m")
    (first, *_), *_ = [
        [fact.says for fact in it.until("30m").facts(StakeholderAsked) if fact.who == "customers"]
    ]
    assert first in [each.format(silence="10 min") for each in WORDS["customers ask again"]]


def test_who_asks_in_vain_steps_in_and_stays(play):
    it = play().until("1h")
    (at, swoop), *more = it.timed(Swooped)
    assert (at, swoop.who, swoop.audience) == (37 * MINUTE, "leadership", "leadership")
    assert swoop.says in WORDS[f"swoops for {swoop.wants}"]
    assert more == []
    assert asked(it, "leadership") == [(20, 20), (51, 51)]  # the first time, and again while they stand there


def test_only_who_steps_in_steps_in(play):
    assert {fact.who for fact in play().until("3h").facts(Swooped)} == {"leadership"}


def _takes(it, at):
    it.say(Note("x"), Note("x"), at=at)
    return it.facts(Commanded)[-1].takes


def test_a_brief_ends_what_their_presence_costs(play):
    it = play()
    assert _takes(it, "36m") == 10
    assert _takes(it, "38m") == 20
    it.say(CLEAR, at="40m")
    assert _takes(it, "40m59s") == 20
    assert _takes(it, "41m1s") == 10


def test_after_a_brief_they_step_in_again_when_it_goes_silent_again(play):
    it = play()
    it.say(CLEAR, at="40m")
    it.until("2h")
    assert [at // MINUTE for at in it.times(Swooped)] == [37, 41 + 37]


def test_whether_anyone_says_anything_else_makes_no_difference_to_that(play):
    quiet, busy = play(), play()
    quiet.say(CLEAR, at="40m")
    busy.say(CLEAR, at="40m")
    for minute in range(42, 90, 3):
        busy.say(Note("x"), at=f"{minute}m")
    assert busy.until("2h").timed(Swooped) == quiet.until("2h").timed(Swooped)


# ---- reports ----


def _reports(it):
    return it.timed(CustomersReported)


def test_customers_write_in_and_support_says_so_as_it_triples(play):
    counts = [fact.count for _, fact in _reports(play().until("2h"))]
    assert counts[0] == 5
    assert counts == sorted(counts)
    assert all(after >= 3 * before - 1 for before, after in itertools.pairwise(counts) if after < 50)


def test_a_count_that_grows_is_not_left_to_grow_old(play):
    """The board had 54 reports from minute six to minute twenty-four, with most of all customers failing."""
    worse = "causes:\n  bug: {truth: x, does: {to: shop, errors: 80%}}"
    it = play(worse)
    it.parts.stakeholders.desks[0]._who = replace(it.parts.stakeholders.desks[0]._who, tickets=20)
    told = [(at, fact.count) for at, fact in _reports(it.until("80m"))]
    assert all(at - since < 15 * MINUTE for (since, _), (at, _) in itertools.pairwise(told))
    assert told[-1][0] > 65 * MINUTE
    for (since, before), (at, after) in itertools.pairwise(told):
        assert after >= 3 * before - 2 or (at - since >= 10 * MINUTE and after >= before + 50)


def test_the_rate_is_that_of_the_failing(play):
    """Four an hour of each thousand; 21600 fail, so 86 an hour, and more as silence goes on.

    Each writes in on their own, so the fifth comes after five exponential gaps: on average at 208 s.
    """
    worse = "causes:\n  bug: {truth: x, does: {to: shop, errors: 80%}}"

    def first_told(*outage) -> float:
        times = [_reports(play(*outage, seed=seed).until("1h"))[0] for seed in range(1, 61)]
        assert {fact.count for _, fact in times} <= {5, 6}
        return mean(at for at, _ in times)

    assert first_told() == pytest.approx(5 / (21.6 * 4) * 3600, rel=0.15)
    assert first_told(worse) == pytest.approx(5 / (43.2 * 4) * 3600, rel=0.25)


def test_silence_makes_the_rate_grow(play):
    def rate(minute, heard=None, informed=True, misled=False):
        it = play()
        if heard is not None:
            it.parts.news.heard["status page"] = 60 * heard
            standing = it.parts.stakeholders.opinions.of("status page")
            standing.informed, standing.misled = informed, misled
        it.until(60 * minute)
        return it.parts.stakeholders.desks[0].rate * 3600 / (21.6 * 4)

    assert rate(0) == pytest.approx(1.0)
    assert rate(30) == pytest.approx(2**0.7)
    assert rate(90) == pytest.approx(4**0.7)
    assert rate(320, heard=-1500) == pytest.approx(10 * 0.6)  # never more than ten times
    assert rate(320, heard=-1500, misled=True) == pytest.approx(10)
    assert rate(30, heard=30, informed=False) == pytest.approx(1.0)
    assert rate(30, heard=30, misled=True) == pytest.approx(1.3)
    assert rate(30, heard=30) == pytest.approx(0.6)
    assert rate(60, heard=30) == pytest.approx(0.6 * 2**0.7)


def test_who_was_told_writes_in_less(play):
    told = play()
    tell(told, "status page", "1m")
    silent = play()
    slower, faster = ([at for at, _ in _reports(it.until("1h"))] for it in (told, silent))
    assert all(one > other for one, other in zip(slower[1:], faster[1:], strict=False))


def test_when_it_is_over_nobody_writes_in_any_more(play):
    it = play("", "ana")
    it.say(Order("mend", by="ana"))
    it.until("4h")
    assert all(at < 20 * MINUTE for at, _ in _reports(it))


# ---- the support desk ----


def test_agents_with_nothing_to_say_fall_behind(play):
    worse = "causes:\n  bug: {truth: x, does: {to: shop, errors: 90%}}"
    silent, briefed = play(worse), play(worse)
    tell(briefed, "support", "1m")
    for it in (silent, briefed):
        it.until("40m")
    assert silent.parts.stakeholders.desks[0].reports == briefed.parts.stakeholders.desks[0].reports
    assert silent.parts.stakeholders.desks[0].waiting > briefed.parts.stakeholders.desks[0].waiting


def test_who_waits_is_told_with_the_count(play):
    told = [fact for _, fact in _reports(play().until("2h"))][1:]
    assert told
    assert all(str(fact.count) in fact.says for fact in told)


def test_support_that_was_briefed_does_not_ask_whether_it_is_known(play):
    for seed in range(1, 9):
        it = play(seed=seed)
        it.say(Post(Update("support", "investigating")))
        first = _reports(it.until("30m"))[0][1]
        assert "known" not in first.says
        assert "Something is off" not in first.says


def test_when_support_speaks_of_them_by_itself_it_passes_on_how_many(play):
    """What somebody said and the count on the board agree."""
    it = play("injects:\n  - {when: at 40m, who: support, says: They keep writing in.}\n")
    it.until("40m1s")
    said = [entry for entry in it.entries if isinstance(entry.fact, Said | CustomersReported)]
    assert [type(entry.fact) for entry in said[-2:]] == [Said, CustomersReported]
    told = said[-1]
    assert (told.at, told.because) == (2400, said[-2].number)
    assert told.fact.count == it.parts.stakeholders.desks[0].reports
    later = [fact.count for _, fact in _reports(it.until("4h"))]
    assert all(after >= 1.2 * before for before, after in itertools.pairwise(later[-2:]))


def test_it_repeats_no_count_that_has_not_moved(play, quiet):
    it = play(quiet("injects:\n  - {when: at 40m, who: support, says: All is quiet here.}\n"))
    assert _reports(it.until("41m")) == []


# ---- key customers ----


@pytest.fixture
def key(harbour, outage, play):
    """A play with a key customer, and those who hear of it when they escalate."""

    def made(seed=1, text=""):
        big = Stakeholder("Big Shop", "sales", 1500, worth="a tenth of the revenue")
        company = replace(
            harbour, stakeholders={"leadership": harbour.stakeholders["leadership"], "Big Shop": big}
        )
        return play(outage(text, organisation=company), seed=seed)

    return made


def test_a_key_customer_out_of_patience_goes_higher_at_two_in_a_hundred_a_minute(key):
    waits = [key(seed).until("7h").times(Escalated)[0] / MINUTE - 25 for seed in range(1, 61)]
    assert min(waits) > 0
    assert mean(waits) == pytest.approx(50, rel=0.3)


def test_they_name_what_is_at_stake_once_in_each_silence_and_those_above_step_in(key):
    it = key().until("7h")
    (escalated,) = it.facts(Escalated)
    assert escalated.worth == "a tenth of the revenue"
    assert it.facts(Swooped)


def test_whom_others_tell_does_not_go_higher(key):
    it = key()
    it.world.told_by_others()
    assert it.until("7h").facts(Escalated) == []


def test_who_hears_in_time_does_not_go_higher(key):
    it = key()
    for minute in range(10, 400, 20):
        it.say(Post(Update("sales", "investigating", text=f"{minute}")), at=f"{minute}m")
    assert it.until("6h50m").facts(Escalated) == []
