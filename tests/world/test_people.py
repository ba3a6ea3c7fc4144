"""Pages, the call, and hands that do one thing at a time."""

from itertools import pairwise

import pytest

from simulator.domain.command import Ask, Check, Investigate, Order, Page, Prepare, Release, Verify
from simulator.domain.fact import (
    Acknowledged,
    Answered,
    ChangeDone,
    ChangeFailed,
    ChangeStarted,
    ClueFound,
    Interrupted,
    Joined,
    Left,
    NotKnown,
    Paged,
    PageUnanswered,
    Said,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    VerifyStarted,
)
from simulator.world.dice import Dice
from simulator.world.pager import ACK_BY_DAY, ACK_BY_NIGHT, JOIN_BY_DAY, JOIN_BY_NIGHT
from simulator.world.responders import WHO_HAS_IT
from simulator.world.tasks import Task
from simulator.world.voice.voice import WORDS

DAY, NIGHT = 86400 + 9 * 3600, 86400 + 23 * 3600
SEEDS = range(200)


def _answers(seed, missed):
    return Dice(seed).fixed("bo", "hears the page", 1) >= missed


def _seed(heard, missed=0.1, who="bo"):
    return next(s for s in SEEDS if (Dice(s).fixed(who, "hears the page", 1) >= missed) is heard)


@pytest.mark.parametrize(
    ("starts", "missed", "ack", "join"),
    [(DAY, 0.10, ACK_BY_DAY, JOIN_BY_DAY), (NIGHT, 0.20, ACK_BY_NIGHT, JOIN_BY_NIGHT)],
)
def test_a_page_that_is_heard(play, quiet, starts, missed, ack, join):
    seed = _seed(True, missed, "eli")
    it = play(quiet(starts=starts), seed=seed)
    it.say(Page("eli"), at="1m")  # on call day and night
    it.until("2h")
    dice = Dice(seed)
    acknowledged = 60 + ack.at(dice.fixed("eli", "acknowledges", 1))
    joined = acknowledged + join.at(dice.fixed("eli", "joins", 1))
    assert it.timed(Paged) == [(60, Paged("eli", ""))]
    assert it.timed(Acknowledged) == [(acknowledged, Acknowledged("eli"))]
    assert it.timed(Joined) == [(joined, Joined("eli"))]
    assert it.facts(PageUnanswered) == []


@pytest.mark.parametrize(
    ("who", "by_day", "by_night"), [("eli", (150, 300), (400, 680)), ("max", (280, 480), (720, 1150))]
)
def test_by_night_it_takes_longer_and_who_is_not_on_call_has_to_be_fetched(
    play, quiet, who, by_day, by_night
):
    """Medians near 4 and 9 min for who is on call, 6 and 15 min for an expert who is asked by name."""
    waits = {}
    for starts in (DAY, NIGHT):
        joined = [play(quiet(starts=starts), seed=seed) for seed in range(100)]
        for it in joined:
            it.say(Page(who))
            it.until("2h")
        waits[starts] = sorted(it.times(Joined)[0] for it in joined if it.times(Joined))
    day, night = (waits[when][len(waits[when]) // 2] for when in (DAY, NIGHT))
    assert by_day[0] < day < by_day[1]
    assert by_night[0] < night < by_night[1]
    assert len(waits[NIGHT]) < len(waits[DAY])


@pytest.mark.parametrize(("starts", "share"), [(DAY, 0.10), (NIGHT, 0.20)])
def test_so_many_pages_go_unheard(starts, share):
    missed = sum(not _answers(seed, share) for seed in range(1000)) / 1000
    assert missed == pytest.approx(share, abs=0.03)


def test_a_page_that_nobody_hears_is_reported_after_five_minutes(play, quiet):
    it = play(quiet(), seed=_seed(False))
    it.say(Page("bo"))
    it.until("10m")
    assert it.times(PageUnanswered) == [300]
    assert it.facts(Acknowledged) == it.facts(Joined) == []
    assert not it.world.allows(Page("bo"))  # and can be tried again
    it.say(Page("bo"))
    assert it.times(Paged) == [0, 600]


def test_the_pager_tries_the_next_on_call_by_itself(play, quiet):
    it = play(quiet(), seed=_seed(False))
    it.say(Page("web"))
    it.until("6m")
    assert it.timed(Paged)[:2] == [(0, Paged("bo", "web")), (300, Paged("cem", "web"))]


def test_it_skips_who_is_here_and_gives_up_after_the_last(play, quiet):
    it = play(quiet(), "cem", "dee", seed=_seed(False))
    it.say(Page("web"))
    it.until("20m")
    assert it.timed(Paged) == [(0, Paged("bo", "web"))]


def test_a_page_for_a_person_is_not_passed_on(play, quiet):
    it = play(quiet(), seed=_seed(False))
    it.say(Page("bo"))
    it.until("20m")
    assert it.timed(Paged) == [(0, Paged("bo", ""))]


def test_a_team_is_paged_one_after_the_other(play, quiet):
    it = play(quiet(), "bo")
    it.say(Page("web"), Page("web"))
    assert [fact.person for fact in it.facts(Paged)] == ["cem", "dee"]


def test_whose_office_is_open_is_paged(play, quiet):
    it = play(quiet(starts=86400 + 20 * 3600))  # evening here, noon there
    it.say(Page("data"), Page("web"))
    assert [fact.person for fact in it.facts(Paged)] == ["hal", "dee"]


def test_an_alert_pages_its_team(play):
    it = play().until("5m1s")
    (paged,) = [entry for entry in it.entries if isinstance(entry.fact, Paged)]
    assert (paged.fact, paged.at) == (Paged("bo", "web"), 300)
    assert type(it.entries[paged.because - 1].fact).__name__ == "AlertFired"


def test_one_thing_at_a_time(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Order("roll back", by="bo"), at="1m")
    it.until("30m")
    assert it.timed(ChangeStarted) == [
        (60, ChangeStarted("c1", "restart", "bo")),
        (300, ChangeStarted("c2", "roll back", "bo")),
    ]
    assert it.times(ChangeDone) == [300, 900]
    assert [fact.task for fact in it.facts(TaskGiven)] == ["t1", "t2"]


def test_who_has_something_in_hand_says_that_the_next_comes_after_it(play):
    it = play("", "bo", "cem", "dee")
    it.say(Order("restart", by="bo"), Check("roll back", by="bo"), Investigate("web", by="cem"), at="1m")
    it.until("2m")
    ((at, said),) = it.timed(Said)
    assert (at, said.who) == (60, "bo")
    assert "'restart'" in said.says
    assert "'roll back'" in said.says
    assert said.says.index("'restart'") != said.says.index("'roll back'")


@pytest.mark.parametrize("later", [Verify("restart", by="bo"), Order("roll back", by="dee")])
def test_nobody_puts_off_a_watch_or_what_others_do(play, later):
    it = play("", "bo", "dee")
    it.say(Order("restart", by="bo"), later, at="1m")
    assert it.until("2m").facts(Said) == []


def test_whose_hands_are_free_again_begins_at_once_and_says_nothing(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Order("roll back", by="bo"), at="10m")
    assert it.until("11m").facts(Said) == []


def test_two_people_work_side_by_side(play):
    it = play("", "bo", "dee")
    it.say(Order("restart", by="bo"), Order("roll back", by="dee"), at="1m")
    assert it.until("30m").times(ChangeStarted) == [60, 60]
    assert it.times(ChangeDone) == [300, 60 + 690]  # the cautious take their time


def test_a_question_in_the_middle_of_work_costs_two_minutes(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Ask("theory", "bo"), at="1m")
    it.until("10m")
    assert it.timed(Interrupted) == [(60, Interrupted("bo", 120))]
    assert it.times(ChangeDone) == [360]


def test_asking_how_far_they_are_costs_one(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Ask("progress", "bo"), at="1m")
    it.until("10m")
    assert it.facts(Interrupted) == [Interrupted("bo", 60)]
    assert it.times(ChangeDone) == [300]
    assert "busy with 'restart'" in it.facts(Answered)[0].says


def test_interruptions_add_up_and_reach_into_the_last_minute(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.say(Ask("theory", "bo"), at="3m59s")
    it.say(Ask("theory", "bo"), at="5m59s")
    assert it.until("20m").times(ChangeDone) == [480]


def test_who_is_free_is_not_interrupted(play):
    it = play("", "bo", "cem")
    it.say(Ask("theory", "bo"), Ask("theory"))
    assert it.until("10m").facts(Interrupted) == []
    assert len(it.facts(Answered)) == 2


def test_a_request_without_a_name_waits_and_is_then_taken_by_who_can(play, quiet):
    takes = []
    for seed in range(300):
        it = play(quiet(), "ana", "bo", seed=seed)
        it.say(Investigate("shop"))
        it.until("6m")
        given = it.facts(TaskGiven)[0]
        assert (given.owner, given.within) == ("", 0)
        takes += [(fact.owner, at) for at, fact in it.timed(TaskStarted)]
        assert len(it.facts(Said)) == len(it.facts(TaskStarted))
    assert {owner for owner, _ in takes} == {"bo"}  # ana does not know the shop
    assert all(60 <= at <= 180 for _, at in takes)
    assert len(takes) / 300 == pytest.approx(0.7, abs=0.07)
    assert sum(at for _, at in takes) / len(takes) == pytest.approx(120, abs=8)


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (Check("roll back"), "the check of 'roll back'"),
        (Prepare("roll back"), "the preparation of 'roll back'"),
    ],
)
def test_who_takes_a_request_says_which_of_them_it_is(play, quiet, asked, what):
    seed = next(s for s in SEEDS if Dice(s).fixed("call", "nobody takes it", 1) >= 0.5)
    it = play(quiet(), "bo", seed=seed)
    it.say(asked)
    it.until("5m")
    assert any(what in said.says for said in it.facts(Said))


def test_it_is_taken_by_someone_with_free_hands_first(play, quiet):
    owners = set()
    for seed in range(12):
        it = play(quiet(), "bo", "cem", seed=seed)
        it.say(Order("restart", by="bo"), Investigate("shop"))
        owners |= {fact.owner for fact in it.until("4m").facts(TaskStarted) if fact.what == "investigate"}
    assert owners == {"cem"}


def test_when_nobody_here_can_someone_who_joins_later_takes_it(play, quiet):
    outcomes = set()
    for seed in range(12):
        it = play(quiet(), "ana", seed=seed)
        it.say(Investigate("shop"))
        it.until("5m")
        assert it.facts(TaskStarted) == []
        it.parts.responders._join(it.parts.responders["bo"], 0)
        outcomes.add(tuple(fact.owner for fact in it.until("20m").facts(TaskStarted)))
    assert outcomes == {("bo",), ()}


def test_a_change_that_nobody_took_can_be_given_to_someone(play):
    seed = next(s for s in SEEDS if Dice(s).fixed("call", "nobody takes it", 1) < 0.3)
    it = play("", "bo", seed=seed)
    it.say(Order("restart"))
    it.until("10m")
    assert it.facts(ChangeStarted) == []
    assert it.world.allows(Order("restart", by="bo")) == ""
    it.say(Order("restart", by="bo"))
    it.until("30m")
    assert [fact.id for fact in it.facts(ChangeDone)] == ["c2"]
    assert TaskEnded("t1", "change", "restart", "") in it.facts(TaskEnded)


def test_somebody_asks_once_who_has_what_nobody_took(play):
    """An order without a name waited for an hour, and nobody said a word."""
    never = next(s for s in SEEDS if Dice(s).fixed("call", "nobody takes it", 1) < 0.3)
    taken = next(s for s in SEEDS if Dice(s).fixed("call", "nobody takes it", 1) >= 0.3)
    wordings = {words.format(what="the change 'restart'") for words in WORDS["who has it"]}
    for seed, asked in ((never, [WHO_HAS_IT]), (taken, [])):
        it = play("", "bo", "cem", seed=seed)
        it.say(Order("restart"))
        said = [at for at, fact in it.until("1h").timed(Said) if any(w in fact.says for w in wordings)]
        assert said == asked
        assert [request.what for request in it.parts.responders.requests] == ["change"] * len(asked)


def test_an_order_that_is_given_again_is_not_taken_twice(play):
    seed = next(s for s in SEEDS if Dice(s).fixed("call", "nobody takes it", 1) >= 0.3)
    it = play("", "bo", "cem", seed=seed)
    it.say(Order("restart"), Order("restart", by="bo"))
    assert [fact.id for fact in it.until("30m").facts(ChangeDone)] == ["c2"]


def test_who_watches_for_a_change_has_hands_for_making_it(play):
    """A request to watch must not keep the one who can make the change from making it."""
    for seed in range(6):
        it = play("", "bo", seed=seed)
        it.say(Order("restart"), Verify("restart", by="bo"))
        it.until("30m")
        assert len(it.facts(VerifyStarted)) == len(it.facts(ChangeDone))


def test_watching_comes_before_what_was_asked_later(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"), Verify("restart", by="bo"), Investigate("shop", by="bo"))
    it.until("1h")
    assert [fact.what for fact in it.facts(TaskStarted)] == ["change", "verify", "investigate"]


def test_who_waits_for_a_change_does_something_else_meanwhile(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Verify("restart", by="cem"), Check("roll back", by="cem"))
    it.say(Ask("progress", "cem"), at="0s")
    it.until("1h")
    started = [(at, fact.what) for at, fact in it.timed(TaskStarted) if fact.owner == "cem"]
    assert started == [(0, "check"), (240, "verify")]


def test_who_only_waits_says_so(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Verify("restart", by="cem"), Ask("progress", "cem"))
    assert "watching 'restart'" in it.until("2m").facts(Answered)[0].says


def test_who_leaves_drops_what_they_hold(play):
    it = play("", "bo", "cem")
    it.say(Order("restart", by="bo"), Investigate("shop", by="bo"))
    it.say(Release("bo"), at="1m")
    it.until("20m")
    assert it.times(Left) == [60]
    assert it.timed(TaskEnded) == [
        (60, TaskEnded("t1", "change", "restart", "bo")),
        (60, TaskEnded("t2", "investigate", "shop", "bo")),
    ]
    assert it.timed(ChangeFailed) == [(60, ChangeFailed("c1", "restart", "bo", "Left unfinished."))]
    assert it.facts(ChangeDone) == it.facts(ClueFound) == it.facts(NotKnown) == []
    assert it.world.allows(Order("restart", by="cem")) == ""


def test_what_was_dropped_while_it_waited_is_not_dropped_again(play):
    """An order that is given again while it is held up takes the place of the first one."""
    it = play("", "bo")
    responders, given_up = it.parts.responders, []
    held = Task(
        "t9", "change", "restart", lasts=lambda _: 60, done=lambda *_: None,
        given_up=lambda who, _: given_up.append(who), after=it.parts.scene.env.event(),
    )  # fmt: skip
    responders.give(held, "bo", 0, 0)
    responders.drop(held, 0)
    responders.drop(held, 0)
    it.say(Release("bo"), at="1m")
    assert given_up == ["bo"]
    assert it.timed(TaskEnded) == [(0, TaskEnded("t9", "change", "restart", "bo"))]


def test_who_comes_back_still_has_two_hands(play):
    it = play("", "bo")
    it.say(Order("roll back", by="bo"))
    it.say(Release("bo"), at="1m")
    it.until("2m")
    it.parts.responders._join(it.parts.responders["bo"], 0)
    it.say(Order("restart", by="bo"), Prepare("roll back", by="bo"), Order("roll back", by="bo"))
    it.until("1h")
    spans = list(zip(it.times(TaskStarted)[1:], it.times(TaskEnded)[1:], strict=True))
    assert len(spans) == 3
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))


def test_who_has_left_does_not_answer(play):
    it = play("", "bo")
    it.say(Ask("theory", "bo"), Release("bo"))
    assert it.until("10m").facts(Answered) == []


def test_an_entry_says_what_brought_it_about(play):
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.until("10m")
    (done,) = [entry for entry in it.entries if isinstance(entry.fact, ChangeDone)]
    chain = []
    entry = done
    while entry.because:
        entry = it.entries[entry.because - 1]
        chain.append(type(entry.fact).__name__)
    assert chain == ["TaskStarted", "TaskGiven", "ChangeOrdered", "Commanded"]
