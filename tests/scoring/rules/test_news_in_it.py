"""News in it: an update tells who is affected, what is done, and something new."""

import pytest

from simulator.scoring.rules import news_in_it as rule

FIRST = '0:08:00 posted audience="status page" state=investigating {}\n'
SECOND = '0:30:00 posted audience="status page" state={} {}\n'
SCOPE = 'scope="send a message"'
DOES = 'text="Engineers move the conversations to another storage."'


def earned(judge, first, second, state="investigating"):
    (mark,) = judge(rule, FIRST.format(first) + SECOND.format(state, second))
    return round(3 * mark.earned), mark.summary


def test_the_first_update_may_be_a_template(judge):
    assert judge(rule, FIRST.format("")) == ()


def test_who_is_affected_what_is_done_and_news_earn_all(judge):
    assert earned(judge, SCOPE, DOES) == (3, "The update to customers at 0:30:00 had news in it.")


def test_stock_phrases_say_nothing(judge):
    text = 'text="We are still investigating this issue and thank you for your patience."'
    assert earned(judge, "", text) == (
        0,
        (
            "The update to customers at 0:30:00 did not say "
            "what is affected, what is being done or anything new."
        ),
    )


def test_one_word_of_its_own_makes_no_statement(judge):
    assert earned(judge, SCOPE, 'text="We are still investigating, honestly."')[0] == 1
    assert earned(judge, SCOPE, 'text="We are still investigating the storage, honestly."')[0] == 3


def test_the_same_claims_and_words_are_not_new(judge):
    same = f"{SCOPE} {DOES}"
    assert earned(judge, same, same) == (2, "The update to customers at 0:30:00 did not say anything new.")


def test_a_new_state_is_new(judge):
    same = f"{SCOPE} {DOES}"
    assert earned(judge, same, same, state="identified")[0] == 3


def test_a_new_number_is_new(judge):
    one = f'{SCOPE} text="Messages fail 40 times per 100 attempts."'
    assert earned(judge, one, one)[0] == 2
    assert earned(judge, one, one.replace("40", "15"))[0] == 3


FAILING = """
0:00:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.4" seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:06:00 customers-reported count=45 says="It does not work."
"""


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        ("Engineers examine error number 17.", "Engineers examine error number 40.", False),
        ("Messages fail, 17 minutes in.", "Messages fail, 40 minutes in.", False),
        ("Messages fail 17 times in 100.", "Messages fail 40 times in 100.", True),
        ("Messages fail 17 times in 100.", "Messages fail 95 times in 100.", False),
        ("Some 20 % of messages fail.", "Some 40 % of messages fail.", True),
        ("About 4000 customers fail.", "About 9,000 customers fail.", True),
        ("Errors: customers wrote 17 times.", "Errors: customers wrote 45 times.", True),
        ("Errors: customers wrote 17 times.", "Errors: customers wrote 900 times.", False),
        ("40 times in 100 fail. Error number 17.", "40 times in 100 fail. Error number 18.", False),
        ("Messages fail 17 times.", "Messages fail 18 times, the database restarts.", True),
    ],
)
def test_a_number_alone_is_new_when_it_is_what_was_shown(judge, before, now, news):
    text = FAILING + FIRST.format(f'{SCOPE} text="{before}"')
    (mark,) = judge(rule, text + SECOND.format("investigating", f'{SCOPE} text="{now}"'))
    assert (mark.earned == 1) is news, mark.summary


def test_words_of_a_way_round_count(judge):
    assert earned(judge, SCOPE, 'workaround="send the message by phone"')[0] == 3


def test_the_scope_need_only_be_told_once(judge):
    assert earned(judge, SCOPE, DOES)[0] == 3
    assert earned(judge, "", DOES)[1].endswith("did not say what is affected.")


def test_an_update_may_be_the_first_to_tell_the_scope(judge):
    assert earned(judge, "", f"{SCOPE} {DOES}") == (3, "The update to customers at 0:30:00 had news in it.")


def test_the_scope_may_be_told_in_plain_words(judge):
    assert earned(judge, 'text="Some customers cannot send a message."', DOES)[0] == 3


def test_each_update_weighs_the_same(judge):
    assert {mark.weight for mark in judge(rule, FIRST.format(SCOPE) + SECOND.format("identified", DOES))} == {
        1
    }


def test_each_audience_is_asked_by_itself(judge):
    text = FIRST.format(SCOPE) + SECOND.replace('"status page"', "support").format("identified", DOES)
    assert judge(rule, text) == ()


@pytest.mark.parametrize("state", ["monitoring", "resolved"])
def test_once_it_is_said_to_be_over_nothing_is_asked(judge, state):
    assert judge(rule, FIRST.format("") + SECOND.format(state, "")) == ()


def test_a_repeat_that_came_too_soon_is_judged_elsewhere(judge):
    soon = SECOND.replace("0:30", "0:10").format("investigating", "")
    assert judge(rule, FIRST.format("") + soon) == ()


def test_the_mark_cites_the_update_and_the_one_before(judge):
    (mark,) = judge(rule, FIRST.format(SCOPE) + SECOND.format("identified", DOES))
    assert mark.evidence == (1, 2)


def test_words_about_nothing_earn_nothing_in_any_update(judge):
    nonsense = f'{SCOPE} text="Banana carrot."'
    marks = judge(rule, FIRST.format(nonsense) + SECOND.format("monitoring", nonsense))
    assert [mark.earned for mark in marks] == [0, 0]
    assert marks[0].summary == (
        "The update to customers at 0:08:00 had words that have nothing to do with this incident: "
        "'banana' and 'carrot'."
    )


def test_new_words_have_to_do_with_it(judge):
    assert earned(judge, f"{SCOPE} {DOES}", f'{SCOPE} {DOES[:-1]} Banana carrot."')[0] == 2
    assert earned(judge, f"{SCOPE} {DOES}", f'{SCOPE} {DOES[:-1]} Half of them arrived."')[0] == 3


def test_a_way_round_in_other_words_is_not_new(judge):
    one = f'{SCOPE} {DOES} workaround="reload the page 1 times"'
    assert earned(judge, one, one.replace("1 times", "2 times"))[0] == 2


SOON = 'text="The messages fail; another storage is in place within a quarter of an hour."'
"""Said at 0:08:00 of an outage that begins at 21:40: until about 22:03."""


@pytest.mark.parametrize(
    ("first", "second", "new"),
    [
        (SOON, "Until about 22:35, no sooner.", True),
        (SOON, "In about half an hour.", True),
        (SOON, "Until about 22:12, no sooner.", False),
        (SOON, "We write again until 22:35.", False),
        (SOON, "It was 21:50 then.", False),
        ("", "Until about 22:35, no sooner.", False),
    ],
)
def test_a_time_that_moved_is_news_to_whoever_had_been_told_another(judge, first, second, new):
    _, why = earned(judge, f"{SCOPE} {first}", f'{SCOPE} text="{second}"')
    assert ("anything new" not in why) is new


def test_the_other_time_may_have_been_in_an_answer(judge):
    answer = '0:10:00 replied audience="{}" how="in words" eta=0 text="{}"\n'
    later = SECOND.format("investigating", f'{SCOPE} text="Until about 22:35, no sooner."')
    for audience, text, new in (
        ("status page", "A quarter of an hour, in 15 minutes.", True),
        ("support", "A quarter of an hour, in 15 minutes.", False),
        ("status page", "We do not know.", False),
    ):
        (mark,) = judge(rule, FIRST.format(SCOPE) + answer.format(audience, text) + later)
        assert ("anything new" not in mark.summary) is new


def test_whoever_promises_anew_every_few_minutes_has_no_news(judge):
    text = FIRST.format(f"{SCOPE} {SOON}")
    posts = [
        f'0:{at}:00 posted audience="status page" state=investigating {SCOPE} text="{{}}"\n'
        for at in (15, 20)
    ]
    text += "".join(post.format("In ten minutes.") for post in posts)
    assert all("anything new" in mark.summary for mark in judge(rule, text))
