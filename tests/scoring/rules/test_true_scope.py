"""True scope: who is said to be affected is, and nobody who was known to be is left out."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.rules import true_scope as rule

ALERT = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
FAILS = '{} impact-changed failing=9000 arriving=9000 journeys="{}" seen=truth\n'
BEGUN = FAILS.format("0:00:00", "send a message:0.4") + ALERT
POST = '{} posted audience="status page" state={} scope="{}"\n'


def earned(judge, text):
    return [mark.earned for mark in judge(rule, text)]


def why(judge, text):
    return judge(rule, text)[-1].summary


def test_naming_what_fails_is_right(judge):
    assert earned(judge, BEGUN + POST.format("0:10:00", "investigating", "send a message")) == [1]


def test_an_update_without_a_scope_claims_none(judge):
    assert earned(judge, BEGUN + '0:10:00 posted audience="status page" state=investigating\n') == []


def test_plain_words_without_a_scope_are_held_to_the_truth(judge):
    said = '0:10:00 posted audience="status page" state={} text="{}"\n'
    assert earned(judge, BEGUN + said.format("investigating", "Some customers cannot send a message.")) == [1]
    wrong = BEGUN + said.format("investigating", "Search is down.")
    assert earned(judge, wrong) == [0]
    assert "named search as affected, which was under-claimed" in why(judge, wrong)
    assert earned(judge, BEGUN + said.format("monitoring", "Search was down for a while.")) == []


def test_a_scope_that_is_given_is_what_counts(judge):
    post = POST.format("0:10:00", "investigating", "send a message").rstrip()
    assert earned(judge, BEGUN + f'{post} text="Search is down."\n') == [1]


VAGUE = '{} posted audience="status page" state=investigating text="We are on it."\n'
DECLARED = "0:03:00 declared severity=P1 commander=you\n"


def test_who_never_tells_customers_whom_it_concerns_has_left_it_out(judge):
    support = '0:09:00 posted audience=support state=investigating scope="send a message"\n'
    text = BEGUN + DECLARED + VAGUE.format("0:08:00") + support + VAGUE.format("0:30:00") + "1:00:00 noted"
    told, left_out = judge(rule, text)
    assert (told.earned, told.weight) == (left_out.weight, 1) == (1, 1)
    assert left_out.earned == 0
    assert left_out.summary == (
        "What is affected was left out of every update to customers, "
        "though some were known to fail at 0:18:00."
    )


@pytest.mark.parametrize(("at", "marks"), [("0:20:00", [1]), ("0:37:00", [1]), ("0:39:00", [1, 0])])
def test_so_has_who_tells_them_when_it_is_as_good_as_never(judge, at, marks):
    text = BEGUN + DECLARED + VAGUE.format("0:08:00") + POST.format(at, "investigating", "send a message")
    assert earned(judge, text + "1:00:00 noted") == marks


@pytest.mark.parametrize(
    "text",
    [
        BEGUN + DECLARED + "1:00:00 noted",
        BEGUN + DECLARED + VAGUE.format("0:08:00") + "0:15:00 noted",
        BEGUN
        + DECLARED
        + VAGUE.format("0:08:00")
        + "0:10:00 impact-changed failing=0 arriving=0 seen=truth\n1:00:00 noted",
    ],
    ids=["no update", "not due yet", "nobody fails when it is due"],
)
def test_nothing_is_left_out_where_nothing_was_owed(judge, text):
    assert judge(rule, text) == ()


def test_without_the_truth_nothing_is_judged(judge):
    bare = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n" + ALERT
    assert earned(judge, bare + POST.format("0:10:00", "investigating", "search")) == []


def test_naming_what_works_is_over_claimed(judge):
    text = BEGUN + POST.format("0:10:00", "investigating", "search")
    assert earned(judge, text) == [0]
    assert "named search as affected, which was under-claimed: send a message failed too" in why(judge, text)
    both = BEGUN + POST.format("0:10:00", "investigating", "send a message, open the inbox")
    assert earned(judge, both) == [pytest.approx((42 / 69 - 0.4) / 0.4)]
    assert "over-claimed: open the inbox worked, or nearly" in why(judge, both)


def test_a_small_journey_too_many_is_forgiven(judge):
    assert earned(judge, BEGUN + POST.format("0:10:00", "investigating", "send a message, search")) == [1]


def test_leaving_out_what_was_known_to_fail_is_under_claimed(judge):
    begun = FAILS.format("0:00:00", "send a message:0.4, open the inbox:0.4") + ALERT
    text = begun + POST.format("0:10:00", "investigating", "send a message")
    assert earned(judge, text) == [pytest.approx((42 / 69 - 0.4) / 0.4)]
    more = "open the inbox failed too, more than 20 % of what failed in all, as inbox loading showed"
    assert f"under-claimed: {more}" in why(judge, text)


def test_what_is_right_says_what_of_it_was_not(judge):
    small = BEGUN + POST.format("0:10:00", "investigating", "send a message, search")
    assert "true: these were failing but for search, as far as could be known" in why(judge, small)


@pytest.mark.parametrize(
    ("share", "says"),
    [
        (
            0.1,
            "true: these were failing, as far as could be known, and less than 20 % of what",
        ),
        (0.3, "under-claimed: open the inbox failed too, more than 20 % of what failed in all, as inbox"),
    ],
)
def test_how_much_was_left_out_makes_the_difference(judge, share, says):
    begun = FAILS.format("0:00:00", f"send a message:0.4, open the inbox:{share}") + ALERT
    assert says in why(judge, begun + POST.format("0:10:00", "investigating", "send a message"))


QUEUE = '0:04:00 alert-fired alert="index delay > 5m" signal="index delay" pages=product\n'
QUIET = '0:12:00 alert-cleared alert="index delay > 5m" signal="index delay"\n'


def test_what_comes_late_may_be_named_while_an_alert_tells_so(judge, parley, write_stall):
    line = parley.journeys["open the inbox"]
    needing = replace(line, needs=(*line.needs, "index-queue"))
    company = replace(parley, journeys={**parley.journeys, "open the inbox": needing})
    outage = replace(write_stall, organisation=company)

    def said(more, at):
        scope = "send a message, open the inbox"
        text = BEGUN + more + POST.format(at, "investigating", scope)
        return judge(rule, text, scenario=outage)[-1].summary

    assert "over-claimed: open the inbox worked, or nearly" in said("", "0:10:00")
    assert "true: these were failing or late, as far as could be known" in said(QUEUE, "0:10:00")
    assert "true: these were failing or late" in said(QUEUE + QUIET, "0:16:59")
    assert "over-claimed: open the inbox worked, or nearly" in said(QUEUE + QUIET, "0:17:01")


def test_once_it_is_over_the_scope_is_what_had_been_failing_and_cites_what_showed_that(judge):
    again = '0:15:00 looked view=signals readings="app errors:0.4"\n'
    well = '0:40:00 looked view=signals readings="app errors:0"\n'
    over = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n"
    (mark,) = judge(rule, BEGUN + again + over + well + POST.format("0:50:00", "resolved", "send a message"))
    assert "true: these had been failing, as far as could be known" in mark.summary
    assert mark.evidence == (3, 6)


def test_what_fails_a_little_need_not_be_named_but_may(judge):
    begun = FAILS.format("0:00:00", "send a message:0.4, open the inbox:0.04") + ALERT
    for scope in ("send a message", "send a message, open the inbox"):
        assert earned(judge, begun + POST.format("0:10:00", "investigating", scope)) == [1]


def test_what_only_just_began_need_not_be_known(judge):
    """Dashboards are three minutes behind, and news has five minutes to go out."""
    more = FAILS.format("0:08:00", "send a message:0.4, open the inbox:0.4")
    only = "investigating", "send a message"
    assert earned(judge, BEGUN + more + POST.format("0:15:59", *only)) == [1]
    assert earned(judge, BEGUN + more + POST.format("0:16:00", *only)) == [
        pytest.approx((42 / 69 - 0.4) / 0.4)
    ]


def test_what_really_fails_may_be_said_before_anyone_can_see_it(judge):
    more = FAILS.format("0:08:00", "send a message:0.4, open the inbox:0.4")
    assert earned(
        judge, BEGUN + more + POST.format("0:08:30", "investigating", "send a message, open the inbox")
    ) == [1]


def test_what_was_so_and_is_no_longer_is_stale(judge):
    moved = FAILS.format("0:20:00", "open the inbox:0.4")
    text = BEGUN + moved + POST.format("0:32:00", "investigating", "send a message")
    assert earned(judge, text) == [0.5]
    assert "stale: that was so some minutes before, and no longer" in why(judge, text)


def test_what_was_so_long_ago_is_wrong(judge):
    moved = FAILS.format("0:20:00", "open the inbox:0.4")
    assert earned(judge, BEGUN + moved + POST.format("1:00:00", "investigating", "send a message")) == [0]


@pytest.mark.parametrize("state", ["monitoring", "resolved"])
def test_in_the_end_the_scope_is_that_of_the_whole_incident(judge, state):
    over = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n"
    assert earned(judge, BEGUN + over + POST.format("0:50:00", state, "send a message")) == [1]
    assert earned(judge, BEGUN + over + POST.format("0:50:00", state, "search")) == [0]


def test_a_service_stands_for_the_journeys_that_need_it(judge):
    assert earned(judge, BEGUN + POST.format("0:10:00", "identified", "db-shards")) == [1]


def test_a_service_that_everything_needs_says_too_much(judge):
    text = BEGUN + POST.format("0:10:00", "identified", "edge")
    assert earned(judge, text)[0] < 0.6
    assert "over-claimed" in why(judge, text)


def test_a_service_stands_for_what_fails_where_most_of_it_does(judge):
    begun = FAILS.format("0:00:00", "send a message:0.4, open the inbox:0.4, receive live:0.4") + ALERT
    assert earned(judge, begun + POST.format("0:10:00", "identified", "edge")) == [1]


def test_saying_it_again_weighs_a_quarter(judge):
    twice = POST.format("0:10:00", "investigating", "send a message")
    marks = judge(rule, BEGUN + twice + twice.replace("0:10", "0:30"))
    assert [mark.weight for mark in marks] == [1, 0.25]


def test_the_mark_cites_the_last_line_that_showed_who_was_hurt(judge):
    (mark,) = judge(rule, BEGUN + POST.format("0:10:00", "investigating", "send a message"))
    assert mark.evidence == (2, 3)


TEXT = '{} posted audience="status page" state={} text="{}"\n'
EVERYTHING = "send a message:0.9, open the inbox:0.9"
FEW = FAILS.format("0:00:00", "send a message:0.2") + ALERT


@pytest.mark.parametrize(
    "words",
    [
        "All customers cannot send",
        "Nobody can send anything",
        "This is a complete outage",
        "All systems are down",
    ],
)
def test_everybody_is_over_claimed_while_most_things_work(judge, words):
    (mark,) = judge(rule, BEGUN + TEXT.format("0:10:00", "investigating", words))
    assert (mark.earned, mark.weight) == (0, 3)
    assert "which was over-claimed: at most 17 % of what customers did failed" in mark.summary
    (right,) = judge(
        rule, FAILS.format("0:00:00", EVERYTHING) + ALERT + TEXT.format("0:10:00", "identified", words)
    )
    assert (right.earned, right.weight) == (1, 1)


def test_a_few_is_under_claimed_when_many_fail(judge):
    words = "A small number of customers cannot send anything."
    many = FAILS.format("0:00:00", EVERYTHING) + ALERT
    (mark,) = judge(rule, many + TEXT.format("0:10:00", "investigating", words))
    assert mark.earned == 0
    assert "under-claimed: at least 62 % of what customers did failed, and that was known" in mark.summary


@pytest.mark.parametrize(("share", "right"), [(0.23, 1), (0.24, 0.995), (0.4, 0.547), (0.6, 0)])
def test_a_tenth_is_a_few_and_a_quarter_is_not(judge, share, right):
    """Sending is 42 % of what customers do."""
    begun = FAILS.format("0:00:00", f"send a message:{share}") + ALERT
    words = "A small number of customers cannot send anything."
    assert earned(judge, begun + TEXT.format("0:10:00", "investigating", words)) == [
        pytest.approx(right, abs=0.001)
    ]


def test_that_nobody_can_do_what_nobody_can_do_is_right_though_little_else_fails(judge):
    """Search is 8 % of what customers do."""
    begun = FAILS.format("0:00:00", "search:0.95") + ALERT
    says = "At present nobody can search."
    marks = judge(rule, begun + TEXT.format("0:10:00", "investigating", says))
    assert [mark.earned for mark in marks] == [1, 1], "what is named, and how many it is"
    assert any("true: 95 % of search failed" in mark.summary for mark in marks)
    assert 0 in earned(judge, begun + TEXT.format("0:10:00", "investigating", "Nobody can log in."))


DENIALS = [
    "Nothing has failed, nobody is affected.",
    "No customers are affected.",
    "Everything works normally.",
]


@pytest.mark.parametrize("words", DENIALS)
def test_a_denial_is_under_claimed_once_a_journey_is_known_to_fail(judge, words):
    (mark,) = judge(rule, BEGUN + TEXT.format("0:10:00", "investigating", words))
    assert (mark.earned, mark.weight) == (0, 3)
    assert "under-claimed: at least 40 % of send a message failed, and that was known" in mark.summary
    little = FAILS.format("0:00:00", "send a message:0.04") + ALERT
    assert earned(judge, little + TEXT.format("0:10:00", "investigating", words)) == [1]


@pytest.mark.parametrize("words", DENIALS)
def test_a_denial_is_held_against_nobody_who_could_not_know(judge, words):
    """The signal is four minutes behind, and news has five minutes to go out; and it earns nothing."""
    begun = FAILS.format("0:00:00", "send a message:0.01") + ALERT
    text = begun + FAILS.format("0:04:00", "send a message:0.4")
    assert earned(judge, text + TEXT.format("0:12:59", "investigating", words)) == []
    assert earned(judge, text + TEXT.format("0:13:00", "investigating", words)) == [0]


HONEST = [
    "Not all customers are affected.",
    "There is no full outage.",
    "Nobody can say yet how long it takes.",
    "No one can tell yet whether data is safe.",
    "We are sorry to all customers affected.",
    "Nobody else is affected.",
    "Everything else works normally.",
]


@pytest.mark.parametrize("words", HONEST)
def test_honest_words_claim_no_reach(judge, words):
    assert earned(judge, BEGUN + TEXT.format("0:10:00", "investigating", words)) == []


def test_a_slight_delay_for_a_few_is_a_reach_like_a_failure(judge):
    words = "A tiny share of our customers see a slight delay, and everybody else works as usual."
    many = FAILS.format("0:00:00", EVERYTHING) + ALERT
    assert earned(judge, many + TEXT.format("0:10:00", "investigating", words)) == [0]
    assert earned(judge, FEW + TEXT.format("0:10:00", "investigating", words)) == [1]


def test_many_who_began_to_fail_just_now_need_not_be_known(judge):
    words = "A few customers cannot send anything."
    more = FAILS.format("0:08:00", EVERYTHING)
    assert earned(judge, FEW + more + TEXT.format("0:12:00", "investigating", words)) == [1]


@pytest.mark.parametrize(
    "words",
    [
        "It works again for all customers.",
        "All customers are told by mail.",
        "Some customers cannot send anything.",
        "",
    ],
)
def test_other_words_claim_no_reach(judge, words):
    assert earned(judge, BEGUN + TEXT.format("0:10:00", "investigating", words)) == []


def test_once_it_is_over_no_reach_is_claimed(judge):
    assert earned(judge, BEGUN + TEXT.format("0:10:00", "monitoring", "Nobody can send anything")) == []


def test_without_the_truth_no_reach_is_judged(judge):
    bare = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n" + ALERT
    assert earned(judge, bare + TEXT.format("0:10:00", "investigating", "Nobody can send anything")) == []


def test_the_same_words_again_weigh_a_quarter(judge):
    many = FAILS.format("0:00:00", EVERYTHING) + ALERT
    twice = TEXT.format("0:10:00", "investigating", "Nobody can send anything") + TEXT.format(
        "0:30:00", "investigating", "Still nobody can send anything"
    )
    assert [mark.weight for mark in judge(rule, many + twice)] == [1, 1]
    again = twice.replace("Still nobody", "Still: Nobody")
    assert [mark.weight for mark in judge(rule, many + again)] == [1, 0.25]


BRIEFED = '0:00:00 opened title=t briefing="The inbox loads badly. Live updates seem to be late. {}"\n'
LOOKED = '{} looked view=signals readings="inbox loading:{}"\n'
BOTH = "send a message, open the inbox"


@pytest.mark.parametrize(
    ("briefing", "looked", "at", "right"),
    [
        ("The inbox is slow.", "", "0:10:00", True),
        ("Inboxes seem to be slow.", "", "0:10:00", True),
        ("", "", "0:10:00", False),
        ("The inbox is not affected.", "", "0:10:00", False),
        ("The inbox is slow.", LOOKED.format("0:09:00", 0.99), "0:10:00", False),
        ("The inbox is slow.", LOOKED.format("0:09:00", 0.7), "0:10:00", True),
        ("The inbox is slow.", LOOKED.format("0:02:59", 0.99), "0:10:00", True),
        ("The inbox is slow.", LOOKED.format("0:03:00", 0.99), "0:10:00", False),
        ("The inbox is slow.", "", "0:20:00", True),
        ("The inbox is slow.", "", "0:20:01", False),
    ],
)
def test_what_one_was_briefed_may_be_named_until_a_chart_has_told_otherwise(
    judge, briefing, looked, at, right
):
    """The chart of the inbox is three minutes behind: until then it tells of what was before."""
    text = BRIEFED.format(briefing) + BEGUN + looked + POST.format(at, "investigating", BOTH)
    said = why(judge, text)
    assert ("true: these were failing (open the inbox by the briefing)" in said) is right
    assert ("over-claimed: open the inbox worked, or nearly" in said) is not right


def test_what_a_briefing_names_alone_is_no_excuse_for_leaving_out_the_rest(judge):
    text = BRIEFED.format("The inbox is slow.") + BEGUN
    assert earned(judge, text + POST.format("0:10:00", "investigating", "open the inbox")) == [0]


ALL = "open the inbox:0.3, search:0.3, log in:0.3"
ENTERED = '0:03:00 {} says="{}"\n'


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("", True),
        (
            '0:03:00 looked view=signals readings="search errors:0, sign-in errors:0.001, app errors:0.3"\n',
            True,
        ),
        ('0:03:00 looked view=signals readings="search errors:0.3"\n', False),
        ('0:03:00 alert-fired alert="search errors" signal="search errors" pages=search\n', False),
        (ENTERED.format("customers-reported count=9", "Search is down, they write."), False),
        (ENTERED.format("customers-reported count=9", "The inbox is down, they write."), True),
        (ENTERED.format("said who=support", "Customers cannot search."), False),
        (ENTERED.format("said who=support", "Customers cannot search.").replace("0:03", "0:08"), True),
    ],
)
def test_what_has_only_its_own_service_to_show_it_need_not_be_named_while_that_is_quiet(judge, told, right):
    """Search and log in fail by the app, and the charts of search and sign-in read normal."""
    text = (
        FAILS.format("0:00:00", ALL) + ALERT + told + POST.format("0:10:00", "identified", "open the inbox")
    )
    (mark,) = judge(rule, text)
    assert (mark.earned == 1) is right
    assert ("search failed too" in mark.summary) is not right


def test_it_may_be_named_all_the_same(judge):
    text = FAILS.format("0:00:00", ALL) + ALERT
    assert earned(judge, text + POST.format("0:10:00", "identified", "open the inbox, search, log in")) == [1]
