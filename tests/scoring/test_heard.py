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
