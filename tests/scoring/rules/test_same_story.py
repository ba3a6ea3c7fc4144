"""Same story: what one audience hears does not contradict what another was told last."""

import pytest

from simulator.scoring.rules import same_story as rule

POST = '{at} posted audience="{to}" state={state} {more}\n'
END = "3:00:00 noted\n"


def post(at, to, state, more=""):
    return POST.format(at=at, to=to, state=state, more=more)


def earned(judge, text):
    return [mark.earned for mark in judge(rule, text + END)]


def why(judge, text):
    return next(mark.summary for mark in judge(rule, text + END) if mark.earned == 0)


WORDS = 'text="Messages get stuck."'
PAGE = post("0:08:00", "status page", "investigating", WORDS)
SUPPORT = post("0:10:00", "support", "investigating", WORDS)


def test_one_audience_alone_cannot_be_contradicted(judge):
    assert earned(judge, PAGE + post("0:30:00", "status page", "monitoring")) == []


def test_the_same_news_fits(judge):
    marks = judge(rule, PAGE + SUPPORT + END)
    assert [(mark.earned, mark.evidence) for mark in marks] == [(1, (1, 2))]


def test_well_here_and_not_there_does_not_fit(judge):
    text = PAGE + SUPPORT + post("0:30:00", "status page", "monitoring")
    assert [(mark.earned, mark.weight) for mark in judge(rule, text + END)] == [(1, 1), (0, 3)]
    assert why(judge, text) == (
        "The update to customers at 0:30:00 and the one to support at 0:10:00 do not fit: "
        "'monitoring' here and 'investigating' there, and that stood beyond 0:45:00."
    )


def test_one_audience_that_was_forgotten_is_charged_once_for_a_state(judge):
    """Sales heard that it is found, and nothing since, while three others hear that it is well."""
    forgotten = post("0:31:05", "sales", "identified")
    well = (("0:45:45", "status page"), ("0:49:47", "support"), ("0:51:23", "leadership"))
    marks = judge(rule, forgotten + "".join(post(at, to, "monitoring") for at, to in well) + END)
    assert [(mark.earned, mark.weight, mark.evidence) for mark in marks] == [(0, 3, (1, 2, 3, 4))]
    assert marks[0].summary.endswith("1:00:45. Nor does what support and leadership heard until 0:51:23.")


def test_who_was_forgotten_again_or_beside_another_is_charged_for_each(judge):
    two = post("0:31:00", "sales", "identified") + post("0:32:00", "support", "identified")
    well = post("0:50:00", "status page", "monitoring") + post("0:51:00", "leadership", "monitoring")
    assert earned(judge, two + well) == [0, 0]
    again = post("1:20:00", "status page", "investigating") + post("1:40:00", "sales", "monitoring")
    assert earned(judge, two + post("0:50:00", "status page", "monitoring") + again).count(0) == 2


@pytest.mark.parametrize(("at", "marks"), [("0:45:00", [1, 1, 1]), ("0:45:01", [1, 0, 1])])
def test_the_others_are_told_within_a_quarter_of_an_hour(judge, at, marks):
    text = PAGE + SUPPORT + post("0:30:00", "status page", "resolved") + post(at, "support", "resolved")
    assert earned(judge, text) == marks


def test_taking_it_back_settles_it_as_well(judge):
    text = PAGE + SUPPORT + post("0:30:00", "status page", "resolved")
    assert earned(judge, text + post("0:40:00", "status page", "investigating")) == [1, 1, 1]


def test_telling_the_other_the_same_wrong_thing_again_settles_nothing(judge):
    text = (
        PAGE + SUPPORT + post("0:30:00", "status page", "resolved") + post("0:35:00", "support", "identified")
    )
    assert earned(judge, text) == [1, 0, 0]


def test_when_the_timeline_ends_first_nothing_is_judged(judge):
    text = PAGE + SUPPORT + post("0:30:00", "status page", "monitoring")
    assert [mark.earned for mark in judge(rule, text + "0:44:59 noted\n")] == [1]
    assert [mark.earned for mark in judge(rule, text + "0:45:00 noted\n")] == [1, 0]


def test_knowing_less_is_no_contradiction(judge):
    assert earned(judge, PAGE + SUPPORT + post("0:30:00", "status page", "identified")) == [1, 1]


def test_not_found_after_found_is_one_when_it_is_said_at_about_the_same_time(judge):
    found = post("0:08:00", "status page", "identified")
    assert earned(judge, found + SUPPORT) == [0]
    assert "found there and not found here" in why(judge, found + SUPPORT)
    later = SUPPORT.replace("0:10:00", "0:23:01")
    assert earned(judge, found + later) == [1]


def test_other_journeys_do_not_fit(judge):
    one = post("0:08:00", "status page", "investigating", 'scope="search"')
    other = post("0:10:00", "support", "investigating", 'scope="send a message"')
    assert earned(judge, one + other) == [0]
    assert "they name other things as affected" in why(judge, one + other)
    both = post("0:10:00", "support", "investigating", 'scope="send a message, search"')
    assert earned(judge, one + both) == [1]


def test_what_is_told_in_plain_words_is_a_scope_as_well(judge):
    one = post("0:08:00", "status page", "investigating", 'text="Search is down for many."')
    other = post("0:10:00", "support", "investigating", 'scope="send a message"')
    assert earned(judge, one + other) == [0]
    assert "they name other things as affected" in why(judge, one + other)
    same = post("0:10:00", "support", "investigating", 'text="Customers cannot search."')
    assert earned(judge, one + same) == [1]


def test_a_service_fits_a_journey_that_needs_it(judge):
    one = post("0:08:00", "status page", "investigating", 'scope="send a message"')
    assert earned(judge, one + post("0:10:00", "support", "investigating", "scope=db-shards")) == [1]
    assert earned(judge, one + post("0:10:00", "support", "investigating", "scope=search-index")) == [0]


def test_scopes_told_at_other_times_are_not_compared(judge):
    one = post("0:08:00", "status page", "investigating", 'scope="search"')
    later = post("0:23:01", "support", "investigating", 'scope="send a message"')
    assert earned(judge, one + later) == [1]


def test_when_all_is_well_scopes_are_not_compared(judge):
    one = post("0:08:00", "status page", "monitoring", 'scope="search"')
    assert earned(judge, one + post("0:10:00", "support", "monitoring", 'scope="log in"')) == [1]


def test_data_is_not_safe_for_one_and_lost_for_another(judge):
    one = post("0:08:00", "status page", "identified", "data=safe")
    lost = post("1:10:00", "support", "identified", "data=lost")
    assert earned(judge, one + lost) == [0]
    assert "data is safe for the one and lost for the other" in why(judge, one + lost)
    assert earned(judge, one + lost.replace("lost", "unknown")) == [1]


def test_other_causes_do_not_fit(judge):
    one = post("0:08:00", "status page", "identified", 'cause="a bad release"')
    other = post("0:10:00", "support", "identified", 'cause="the migration"')
    assert earned(judge, one + other) == [0]
    assert "they give other causes" in why(judge, one + other)
    assert earned(judge, one + other.replace("the migration", "sunspots")) == [1]


def test_every_other_audience_is_held_against_it(judge):
    leader = post("0:12:00", "leadership", "investigating", WORDS)
    text = PAGE + SUPPORT + leader + post("0:30:00", "status page", "monitoring")
    half = text + post("0:35:00", "support", "monitoring")
    assert earned(judge, half)[2:] == [0]
    assert "the one to leadership at 0:12:00" in why(judge, half)
    assert earned(judge, half + post("0:40:00", "leadership", "monitoring"))[2:] == [1, 1, 1]


def test_an_empty_update_earns_nothing_by_fitting_everything(judge):
    """Only what says something is held against what the others heard; a contradiction still is one."""
    support = '0:04:00 posted audience=support state=investigating text="Search is slow for half of them."\n'
    empty = "".join(
        f'{at} posted audience="status page" state=investigating text="We are investigating."\n'
        for at in ("0:05:00", "0:20:00", "0:40:00", "0:59:00")
    )
    text = "0:03:00 declared severity=P1 commander=you\n" + support + empty + "1:30:00 noted text=on\n"
    assert judge(rule, text) == ()
    apart = '1:00:00 posted audience="status page" state=monitoring\n'
    assert [mark.earned for mark in judge(rule, text.replace("1:30:00", apart + "1:30:00"))] == [0]
