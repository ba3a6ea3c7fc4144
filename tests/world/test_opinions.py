"""What audiences make of updates: new or not, right or not, kept or not; and the anger that follows."""

import pytest

from simulator.domain.command import Answer, Order, Post
from simulator.domain.fact import Complained, MoodChanged, Said, StakeholderAsked
from simulator.domain.update import Update
from simulator.world.moods import mood_of

PUBLIC = "status page"
EVERYTHING = ("buy", "browse", "find")


def tell(it, at, state="investigating", audience=PUBLIC, **said):
    it.say(Post(Update(audience, state, **said)), at=at)
    it.until(it.world.now + 61)
    return it


def complaints(it, audience=PUBLIC):
    return [fact.about for fact in it.facts(Complained) if fact.audience == audience]


def anger(it, who="customers"):
    return it.parts.stakeholders.moods.anger.get(who, 0.0)


def test_three_updates_without_a_new_fact_are_one_too_many(play):
    it = play()
    for minute in (1, 5, 9):
        tell(it, f"{minute}m", next_in=600)
    assert complaints(it) == ["nothing new"]
    tell(it, "13m", scope=EVERYTHING)
    tell(it, "17m", scope=EVERYTHING)
    assert complaints(it) == ["nothing new"]


def test_other_words_for_the_same_are_no_new_fact(play):
    it = play()
    for minute, text in ((1, "We look into it."), (5, "We are looking."), (9, "Still on it.")):
        tell(it, f"{minute}m", text=text)
    assert complaints(it) == ["nothing new"]


def test_what_is_said_in_words_of_its_own_is_news(play):
    it = play()
    tries = (
        "We restart the shards.",
        "The restart was useless, a rollback runs.",
        "Rollback finished, no relief.",
    )
    for minute, text in zip((1, 5, 9), tries, strict=True):
        tell(it, f"{minute}m", text=text)
    assert complaints(it) == []
    for minute in (13, 17, 21):
        tell(it, f"{minute}m", text="The rollback was useless.")
    assert complaints(it) == ["nothing new"]


@pytest.mark.parametrize(("later", "resented"), [("twenty", []), ("five", ["nothing new"])])
def test_a_time_that_moved_is_news_and_the_same_one_is_not(play, later, resented):
    it = tell(play(), "1m", text="It takes twenty minutes.")
    for minute in (13, 16):
        tell(it, f"{minute}m", text=f"It takes {later} minutes.")
    assert complaints(it) == resented


def test_words_that_came_with_another_claim_have_been_read_all_the_same(play):
    it = play()
    tell(it, "1m", text="Vacuuming postgres replicas.")
    tell(it, "5m", scope=EVERYTHING, text="Nothing more.")
    for minute in (9, 13):
        tell(it, f"{minute}m", scope=EVERYTHING, text="Vacuuming postgres replicas.")
    assert complaints(it) == ["nothing new"]


@pytest.mark.parametrize(
    ("first", "then", "taken_back"),
    [
        ({"state": "monitoring"}, {"state": "investigating"}, True),
        ({"state": "identified", "cause": "a lock"}, {"state": "identified", "cause": "the network"}, True),
        ({"state": "identified", "cause": "a lock"}, {"state": "identified", "cause": "A Lock"}, False),
        ({"state": "investigating"}, {"state": "identified", "cause": "a lock"}, False),
    ],
)
def test_taking_back_what_was_said_angers(play, first, then, taken_back):
    it = tell(play(), "1m", **first)
    tell(it, "5m", **then)
    assert ("taken back" in complaints(it)) is taken_back
    assert (anger(it) >= 15) is taken_back


RELIEVED = """
causes:
  bug: {truth: A bug., does: {to: shop, errors: 40%}}
changes:
  restart: {bug: {relieves: 100% for 30m}}
"""


@pytest.mark.parametrize(
    ("told_at", "taken_back"), [("40m", False), ("11m", True)], ids=["well", "too early"]
)
def test_who_says_that_it_is_back_takes_back_only_an_all_clear_that_was_wrong(play, told_at, taken_back):
    """A restart ordered at 10 min helps for half an hour."""
    it = play(RELIEVED, "bo")
    it.say(Order("restart", by="bo"), at="10m")
    tell(it, told_at, state="monitoring")
    tell(it, "1h30m", state="investigating", text="It has come back.")
    assert ("taken back" in complaints(it)) is taken_back


@pytest.mark.parametrize(
    ("states", "resented"),
    [
        (("monitoring", "identified", "investigating"), 1),
        (("monitoring", "identified", "identified", "investigating"), 1),
        (("monitoring", "investigating", "monitoring", "investigating"), 2),
        (("monitoring", "investigating", "identified", "investigating"), 2),
    ],
)
def test_what_was_wrong_is_resented_once_however_it_is_put_right(play, states, resented):
    it = play()
    for minute, state in enumerate(states, 1):
        tell(it, f"{3 * minute}m", state=state, text=f"This is number {minute} of what we have to say.")
    assert complaints(it).count("taken back") == resented


def test_a_cause_that_is_claimed_anew_can_be_taken_back_anew(play):
    it = play()
    for minute, state, cause in (
        (3, "identified", "a lock"),
        (6, "investigating", ""),
        (9, "investigating", "a leak"),
        (12, "investigating", "the network"),
    ):
        tell(it, f"{minute}m", state=state, cause=cause)
    assert complaints(it) == ["taken back", "taken back"]


def test_to_correct_more_of_what_was_wrong_is_news(play):
    it = play()
    for minute, state in ((3, "monitoring"), (6, "identified")):
        tell(it, f"{minute}m", state=state)
    before = anger(it)
    tell(it, "9m", state="investigating", text="The cause that we named is not proven. We look on.")
    assert anger(it) < before


def test_a_promised_update_that_does_not_come_is_held_against_us(play):
    late, kept = (tell(play(), "1m", next_in=600) for _ in range(2))
    tell(kept, "10m", scope=EVERYTHING, next_in=3600)
    assert complaints(late.until("14m")) == []
    assert complaints(late.until("14m1s")) == ["late update"]
    assert complaints(kept.until("20m")) == []
    assert anger(late) >= 10 > anger(kept)


@pytest.mark.parametrize(
    ("at", "words", "resented"),
    [
        ("11m", "Bo has found a full table", []),
        ("11m", "more from me at 15:30", ["late update"]),
        ("6m", "Bo has found a full table", ["late update"]),
    ],
)
def test_an_answer_shortly_before_the_promised_time_is_word(play, at, words, resented):
    """Promised ten minutes after 2:01; an answer long before that leaves the promise as it was."""
    it = tell(play(), "1m", audience="leadership", next_in=600).until(at)
    it.parts.stakeholders.swoop(it.scenario.organisation.stakeholders["leadership"], wants="news")
    it.say(Answer("leadership", because=words))
    assert complaints(it.until("15m"), "leadership") == resented


@pytest.mark.parametrize("cured", [True, False])
def test_a_missed_time_to_recovery_is_worse_than_none(play, cured):
    it = play("", "ana")
    if cured:
        it.say(Order("mend", by="ana"))
    tell(it, "1m", "identified", eta=1200, next_in=7200)
    assert complaints(it.until("25m")) == ([] if cured else ["missed eta"])


def test_a_new_time_takes_the_place_of_the_old_one(play):
    it = tell(play(), "1m", "identified", eta=600)
    tell(it, "5m", "identified", eta=3600)
    assert complaints(it.until("20m")) == []


@pytest.mark.parametrize(
    ("scope", "informed", "misled"),
    [
        (EVERYTHING, True, False),
        (("shop",), True, False),
        (("buy", "browse"), True, False),
        (("letter",), False, True),
        ((), False, False),
    ],
)
def test_a_scope_is_held_against_what_really_fails(play, scope, informed, misled):
    standing = tell(play(), "1m", scope=scope).parts.stakeholders.opinions.of(PUBLIC)
    assert (standing.informed, standing.misled) == (informed, misled)


@pytest.mark.parametrize(
    ("text", "state", "informed", "misled"),
    [
        ("Buying and browsing fail.", "investigating", True, False),
        ("Letters are slow.", "investigating", False, True),
        ("We are on it.", "investigating", False, False),
    ],
)
def test_so_is_one_that_is_told_in_plain_words_while_it_goes_on(play, text, state, informed, misled):
    standing = tell(play(), "1m", state, text=text).parts.stakeholders.opinions.of(PUBLIC)
    assert (standing.informed, standing.misled) == (informed, misled)


UNEVEN = """
causes:
  bug: {truth: A bug., does: [{to: mail, errors: 40%}, {to: shop, errors: 3%}]}
"""


@pytest.mark.parametrize(
    ("scope", "informed", "misled"), [(("letter",), True, False), (("buy",), False, True)]
)
def test_what_hardly_fails_weighs_little_in_it(play, scope, informed, misled):
    """Who names the journey that fails has told customers right, though two more fail a little."""
    standing = tell(play(UNEVEN), "1m", scope=scope).parts.stakeholders.opinions.of(PUBLIC)
    assert (standing.informed, standing.misled) == (informed, misled)


def test_who_was_told_right_waits_for_what_was_promised(play):
    it = tell(play(UNEVEN), "1m", scope=("letter",), next_in=900)
    tell(it, "8m", scope=("letter",), next_in=900, text="Sending takes two tries for many of you.")
    assert [at for at, fact in it.until("28m").timed(StakeholderAsked) if fact.audience == PUBLIC] == []
    assert complaints(it) == ["late update"]


def test_to_call_it_over_while_it_goes_on_misleads(play):
    assert tell(play(), "1m", "resolved").parts.stakeholders.opinions.of(PUBLIC).misled


def test_silence_angers_by_what_is_felt_and_useful_words_calm(play, quiet):
    it = play().until("1h")
    assert [fact.mood for fact in it.facts(MoodChanged) if fact.who == "customers"][:2] == [
        "impatient", "angry",
    ]  # fmt: skip
    before = anger(it)
    tell(it, "1h", scope=EVERYTHING)
    assert anger(it) == pytest.approx(before - 5)
    assert play(quiet()).until("2h").facts(MoodChanged) == []


@pytest.mark.parametrize(
    ("points", "mood"), [(0, "calm"), (10, "impatient"), (49.9, "angry"), (50, "furious")]
)
def test_what_someone_with_so_many_points_is_called(points, mood):
    assert mood_of(points) == mood


def test_who_asked_in_vain_says_thanks_for_news_and_who_did_not_says_nothing(play):
    it = tell(play(), "12m", scope=EVERYTHING)
    assert [fact.who for fact in it.facts(Said)] == ["customers"]
    tell(it, "14m", scope=("buy",))
    assert len(it.facts(Said)) == 1


@pytest.mark.parametrize("state", ["monitoring", "resolved"])
def test_nobody_thanks_for_an_all_clear_while_it_still_fails(play, quiet, state):
    it = tell(play(), "12m", state=state, scope=EVERYTHING)
    assert it.facts(StakeholderAsked)
    assert it.facts(Said) == []


def test_nobody_thanks_for_what_takes_back_the_update_before(play):
    it = tell(play(), "2m", state="identified", cause="deploy", scope=EVERYTHING)
    tell(it, "30m", state="identified", cause="network", scope=EVERYTHING)
    assert it.facts(StakeholderAsked)
    assert complaints(it)[-1] == "taken back"
    assert it.facts(Said) == []


TWO = """
causes:
  bug: {{truth: A bug., does: [{{to: shop, errors: {shop}}}, {{to: mail, errors: 40%}}]}}
"""


@pytest.mark.parametrize(("shop", "misled"), [("2%", False), ("40%", True)])
def test_what_hardly_fails_need_not_be_named(play, shop, misled):
    """Two in a hundred is what any day brings: who leaves it out is trusted as to when the next one comes."""
    it = tell(play(TWO.format(shop=shop)), "1m", scope=("letter",), next_in=900)
    assert it.parts.stakeholders.opinions.of(PUBLIC).misled is misled
    assert it.parts.stakeholders.opinions.trusted(PUBLIC) == (0 if misled else 900)


def test_a_turn_is_news_in_few_words(play):
    it = play()
    for minute, text in ((1, "We look into it."), (5, "It is better now."), (9, "It is as before again.")):
        tell(it, f"{minute}m", text=text)
    assert complaints(it) == []
    for minute in (13, 17, 21):
        tell(it, f"{minute}m", text="It is as before again.")
    assert complaints(it) == ["nothing new"]
