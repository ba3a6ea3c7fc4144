"""What an audience has heard: updates that say nothing after others that said nothing."""

import pytest

from simulator.scoring.updates import bare, judged, useful

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
NOTHING = "We are still investigating."


def post(at, text=NOTHING, state="investigating", more="", audience="status page"):
    return f'{at} posted audience="{audience}" state={state} text="{text}" {more}\n'


FIRST = DECLARED + post("0:05:00", "We are looking into it.")


def hollow(case, text):
    return sorted(one.sent.entry for one in judged(case(text), "status page") if one.empty)


def test_bare_is_whatever_could_have_been_written_at_any_minute(case):
    text = FIRST + post("0:20:00") + post("0:40:00", "We restart the second database.")
    assert bare(case(text)) == {2, 3}
    assert bare(case(DECLARED + post("0:05:00", more="scope=search"))) == frozenset()


def test_one_may_say_once_that_there_is_no_news(case):
    assert hollow(case, FIRST) == []
    assert hollow(case, FIRST + post("0:20:00")) == []
    assert hollow(case, FIRST + post("0:20:00") + post("0:40:00") + post("1:00:00")) == [4, 5]


@pytest.mark.parametrize(
    "third",
    [
        post("0:40:00", "We restart the second database."),
        post("0:40:00", state="identified"),
        post("0:40:00", more="scope=search"),
        post("0:40:00", state="monitoring"),
        post("0:40:00", audience="support"),
    ],
    ids=["words of its own", "another state", "a claim", "an all-clear", "others"],
)
def test_whatever_says_something_is_not_empty(case, third):
    assert hollow(case, FIRST + post("0:20:00") + third) == []


def test_what_was_claimed_before_is_no_news(case):
    named = FIRST + post("0:10:00", more="scope=search")
    assert hollow(
        case, named + post("0:20:00", more="scope=search") + post("0:40:00", more="scope=search")
    ) == [5]


def test_a_word_of_news_breaks_the_row(case):
    text = FIRST + post("0:20:00") + post("0:40:00", "Replica two copies.") + post("1:00:00")
    assert hollow(case, text) == []


def test_a_way_round_in_other_words_is_no_news(case):
    ways = [post(f"0:{10 + n}:00", more=f'workaround="reload the page {n} times"') for n in range(5)]
    told = judged(case(FIRST + "".join(ways)), "status page")
    assert [one.contentless for one in told] == [False, False, True, True, True, True]


def test_that_nothing_is_left_is_said_by_naming_nothing_and_once(case):
    over = post("0:20:00", state="monitoring", more="scope=search", text="")
    clear = post("0:22:00", state="monitoring", text="") + post("0:24:00", state="monitoring", text="")
    told = judged(case(FIRST + over + clear), "status page")
    assert [one.useful for one in told] == [True, True, True, False]


def test_a_promised_update_in_ordinary_words_is_not_empty(case):
    """The same sentence, as often as it was promised; nonsense is none however often."""
    for text, empties in (("Engineers still work on this; more at {}.", 0), ("Banana carrot.", 3)):
        posts = (
            post(f"0:{at}:00", text.format(f"10:{at}"), more="next_in=10m") for at in (10, 20, 30, 40, 50)
        )
        told = judged(case(DECLARED + "".join(posts)), "status page")
        assert sum(one.empty for one in told) == empties


def test_an_empty_update_counts_for_nothing_and_is_no_nuisance(case):
    told = case(FIRST + post("0:20:00") + post("0:40:00"))
    assert [one.entry for one in useful(told, "status page")] == [2, 3]
    assert [(one.empty, one.contentless) for one in judged(told, "status page")] == [
        (False, False), (False, False), (True, False),
    ]  # fmt: skip


TRIED = DECLARED + (
    "0:04:00 alert-fired alert=a signal=s pages=product\n"
    '0:05:00 change-ordered id=c1 change="stop the migration" owner=ana\n'
    '0:05:00 change-started id=c1 change="stop the migration" owner=ana\n'
    '0:09:00 change-done id=c1 change="stop the migration"\n'
)
VERIFIED = '{} verified id=c1 change="stop the migration" signal="shard write time" window=3m result={}\n'
NEXT = '0:26:00 change-ordered id=c2 change="fail over a shard" owner=ana\n'
TOLD = "Some have to reload messages. A measure is in place. We find out what it is."


def useless(case, text):
    return [one.sent.entry for one in judged(case(text), "status page") if not one.useful]


@pytest.mark.parametrize(
    ("seen", "says"),
    [
        (VERIFIED.format("0:21:00", "better"), "It is better."),
        (VERIFIED.format("0:21:00", "same"), "It is as before."),
        (VERIFIED.format("0:21:00", "same"), "The measure has not helped."),
        (VERIFIED.format("0:21:00", "worse"), "It got worse."),
        (NEXT, "Another measure is under way."),
        ("0:21:00 change-wore-off id=c1 owner=ana says=x\n", "It came back."),
    ],
)
def test_what_was_seen_to_turn_is_news_in_few_words(case, seen, says):
    """Soon after the last, with hardly a word that was not read: only once, and only if it was seen."""
    begin = TRIED + post("0:20:00", f"{TOLD} Measures help under way.", more="scope=search")
    soon, again = post("0:27:00", says, more="scope=search"), post("0:29:00", says, more="scope=search")
    assert useless(case, begin + seen + soon) == []
    assert useless(case, begin + soon) == [7]
    assert useless(case, begin + seen + soon + again) == [9]


def test_a_turn_that_had_been_told_is_told_again_in_vain(case):
    begin = TRIED + VERIFIED.format("0:12:00", "same") + post("0:20:00", "The measure has not helped.")
    other = post("0:24:00", "We watch it.") + post("0:27:00", "It is as before.")
    assert useless(case, begin + other) == [8, 9]
    assert useless(case, begin + VERIFIED.format("0:23:00", "same") + other) == [9]


def test_better_is_no_news_when_it_was_seen_to_be_the_same(case):
    begin = TRIED + post("0:20:00") + VERIFIED.format("0:21:00", "same")
    assert useless(case, begin + post("0:27:00", "It is better.")) == [8]
    assert useless(case, begin + post("0:27:00", "It is no better.")) == []
