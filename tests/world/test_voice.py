"""How simulated people put things: varied, and never the same sentence twice."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.value import replace
from simulator.world.dice import Dice
from simulator.world.voice import Voice
from simulator.world.voice.called import called
from simulator.world.voice.manner import AGAIN, BY_TEMPER, ECHO, OFTEN, OPENERS, SUITS
from simulator.world.voice.voice import WORDS

MOMENT = 86400 + 9 * 3600


@pytest.fixture
def voice(harbour):
    """A voice by its seed, in the morning of a Tuesday."""
    return lambda seed=1, moment=MOMENT: Voice(Dice(seed), harbour, lambda: moment)


def _fields(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def _details(occasion):
    names = set().union(*(_fields(words) for words in WORDS[occasion]))
    return {name: f"<{name}>" for name in sorted(names)}


@pytest.mark.parametrize("occasion", WORDS)
def test_every_occasion_has_many_wordings(occasion):
    assert len(set(WORDS[occasion])) == len(WORDS[occasion]) >= 8


@pytest.mark.parametrize(("occasion", "temper"), BY_TEMPER)
def test_what_is_a_tempers_own_needs_no_other_details(occasion, temper):
    assert temper in OFTEN
    own = set().union(*(_fields(words) for words in BY_TEMPER[occasion, temper]))
    assert own <= set(_details(occasion))


@pytest.mark.parametrize("temper", OPENERS)
def test_an_opener_is_a_sentence_of_its_own(temper):
    assert all(words.endswith((".", "!", "?")) for words in OPENERS[temper])


@pytest.mark.parametrize("opener", SUITS)
def test_an_opener_that_does_not_go_with_all_is_one_and_its_occasions_exist(opener):
    assert opener in {words for openers in OPENERS.values() for words in openers}
    assert SUITS[opener] <= {*WORDS}


@pytest.mark.parametrize("occasion", ["free", "hazard"])
def test_nobody_begins_with_what_clashes_with_what_they_say(harbour, occasion):
    tempers = ("cautious", "eager", "belligerent", "new")
    some = zip(harbour.people.items(), tempers, strict=False)
    people = {who: replace(person, temper=temper) for (who, person), temper in some}
    it = Voice(Dice(1), replace(harbour, people=people), lambda: MOMENT)
    said = [it.say(who, occasion, **_details(occasion)) for _ in range(60) for who in people]
    clashing = [opener for opener, occasions in SUITS.items() if occasion not in occasions]
    assert not [words for words in said for opener in clashing if words.startswith(opener)]
    assert [words for words in said if any(words.startswith(each) for each in SUITS if each not in clashing)]


CALLED = {
    "new plan": "a new plan",
    "endless circle": "an endless circle",
    "usage report": "a usage report",
    "deaf hosts": "deaf hosts",
    "files good and bad": "files good and bad",
    "one poisoned message": "one poisoned message",
    "no quorum": "no quorum",
    "runaway reindexing": "runaway reindexing",
    "a zone without disks": "a zone without disks",
}


@pytest.mark.parametrize(("cause", "said"), CALLED.items())
def test_a_cause_is_called_as_one_says_it(cause, said):
    assert called(cause) == said


@pytest.mark.parametrize("occasion", WORDS)
def test_the_same_occasion_sixty_times_is_sixty_sentences(voice, occasion):
    it, details = voice(), _details(occasion)
    said = [it.say(who, occasion, **details) for _ in range(15) for who in ("bo", "cem", "dee", "eli")]
    assert len(set(said)) == 60
    assert all(name in words for words in said for name in details.values() if name == "<place>")


@given(
    st.lists(
        st.tuples(st.sampled_from(["bo", "dee", "support"]), st.sampled_from([*WORDS, "!"])), max_size=80
    )
)
def test_nobody_repeats_anybody(harbour, talk):
    it = Voice(Dice(3), harbour, lambda: MOMENT)
    said = [
        it.quote(who, "It is full.") if occasion == "!" else it.say(who, occasion, **_details(occasion))
        for who, occasion in talk
    ]
    assert len(set(said)) == len(said)


def test_a_wording_comes_back_only_when_its_pool_is_used_up(voice):
    it = voice()
    pool = set(WORDS["asks"])
    said = [it.say("support", "asks", silence=str(n)) for n in range(len(pool))]
    assert {words.replace(str(n), "{silence}") for n, words in enumerate(said)} == pool


def test_the_same_seed_says_the_same_and_another_another(voice):
    def talk(seed):
        it = voice(seed)
        return [it.say("bo", "no idea") for _ in range(5)]

    assert talk(4) == talk(4)
    assert len({tuple(talk(seed)) for seed in range(10)}) > 5


def test_what_an_author_wrote_is_said_as_it_is_once(voice):
    it = voice()
    assert it.quote("bo", "The disk is full.") == "The disk is full."
    again = it.quote("bo", "The disk is full.")
    assert again != "The disk is full."
    assert again.endswith("The disk is full.")
    echo = it.quote("dee", "The disk is full.")
    assert "Bo" in echo
    assert echo.endswith("The disk is full.")


def test_a_question_is_asked_again_and_not_stated_again(voice):
    it = voice()
    assert it.quote("support", "Is it over?", asks=True) == "Is it over?"
    for who in ("support", "dee"):
        again = it.quote(who, "Is it over?", asks=True)
        assert again.endswith("Is it over?")
        assert not any(again.startswith(form[:8]) for form in (*AGAIN, *ECHO))


def test_when_all_was_said_the_hour_makes_the_difference(voice):
    it = voice()
    said = [it.say("support", "no idea") for _ in range(30)]
    assert any("09:00" in words for words in said)


def test_the_hour_is_the_one_where_they_sit(voice, harbour):
    hal = harbour.people["hal"]
    offset = harbour.sites[hal.site].offset
    it = voice()
    said = [it.say("hal", "no idea") for _ in range(60)]
    local = (MOMENT + offset) % 86400
    assert any(f"{local // 3600:02}:{local % 3600 // 60:02}" in words for words in said)
