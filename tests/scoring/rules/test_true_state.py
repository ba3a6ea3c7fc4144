"""True state: found, better and over are said when they are so, and not much later."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.rules import true_state as rule
from tests.scoring.doctrines import with_threshold

BEGUN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""
CLUE = '0:08:00 clue-found person=raj place=db-shards clue=1 says="Writes on shard 3 are stuck."\n'
ODD = '0:09:00 clue-found person=mei place=app clue=1 says="Errors began with the release."\n'
WELL = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n"
VERIFIED = '0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result={}\n'
POST = '{} posted audience="status page" state={}\n'


def told(judge, text, **given):
    return [(mark.earned, mark.weight) for mark in judge(rule, BEGUN + text, **given)]


def why(judge, text, **given):
    return judge(rule, BEGUN + text, **given)[-1].summary


def test_investigating_is_true_as_long_as_nothing_was_found(judge):
    assert told(judge, POST.format("0:05:00", "investigating")) == [(1, 1)]


def test_what_is_true_and_only_said_again_weighs_a_quarter(judge):
    twice = POST.format("0:05:00", "investigating") + POST.format("0:30:00", "investigating")
    assert told(judge, twice) == [(1, 1), (1, 0.25)]


def test_each_audience_hears_it_for_the_first_time(judge):
    other = "0:06:00 posted audience=support state=investigating\n"
    assert told(judge, POST.format("0:05:00", "investigating") + other) == [(1, 1), (1, 1)]


def test_identified_without_anything_found_is_over_claimed(judge):
    text = POST.format("0:05:00", "identified")
    assert told(judge, text) == [(0, 3)]
    assert why(judge, text) == (
        "The update to customers at 0:05:00 said 'identified', which was over-claimed: "
        "nothing had been found yet."
    )


def test_identified_holds_once_one_cause_stands_out(judge):
    """The clue makes the stalled primary 82 % likely, the threshold is 60 %."""
    assert told(judge, CLUE + POST.format("0:10:00", "identified")) == [(1, 1)]
    assert "one cause stood out, at 82 %" in why(judge, CLUE + POST.format("0:10:00", "identified"))


def post(at, state, audience="status page", cause=""):
    said = f' cause="{cause}"' if cause else ""
    return f'{at} posted audience="{audience}" state={state}{said}\n'


def test_identified_too_early_before_several_is_one_misjudgement(judge):
    """Customers, sales, and customers again: the first is the mark, the others are cited in it."""
    early = post("0:04:00", "identified") + post("0:05:00", "identified", "sales")
    text = early + post("0:06:00", "identified")
    assert told(judge, text) == [(0, 4.5)]
    assert why(judge, text).endswith("It was told 2 more times, to sales and customers, until 0:06:00.")
    assert judge(rule, BEGUN + text)[0].evidence == (3, 4, 5)


def test_after_it_was_taken_back_it_is_another(judge):
    back = post("0:06:00", "investigating") + post("0:07:00", "identified", "sales")
    assert told(judge, post("0:04:00", "identified") + back) == [(1, 1), (0, 3), (0, 3)]


@pytest.mark.parametrize(("at", "mark"), [("0:06:00", (0.8, 1.4)), ("0:05:59", (0, 3))])
def test_what_was_found_two_minutes_later_was_said_early(judge, at, mark):
    text = POST.format(at, "identified") + CLUE
    assert told(judge, text) == [(pytest.approx(mark[0]), pytest.approx(mark[1]))]
    if mark[0]:
        assert "which was early: one cause stood out only from 0:08:00 on, at 82 %" in why(judge, text)


def test_a_change_that_was_seen_to_help_soon_after_is_early_too(judge):
    text = POST.format("0:23:00", "identified") + VERIFIED.format("better")
    assert "which was early: 'fail over a shard' was seen to help only at 0:24:00" in why(judge, text)


def test_a_clue_that_leaves_the_cause_open_does_not_do(judge):
    text = ODD + POST.format("0:10:00", "identified")
    assert told(judge, text) == [(0, 3)]
    assert "the likeliest cause stood at" in why(judge, text)


def test_the_place_is_found_where_a_look_there_found_something(judge):
    """All causes sit on the shards; lock waits leave two of them open."""
    locks = '0:08:00 clue-found person=raj place=db-shards clue=2 says="Shard 3 is full of lock waits."\n'
    text = locks + POST.format("0:10:00", "identified")
    assert told(judge, text) == [(1, 1)]


def test_a_change_that_was_seen_to_help_is_a_finding(judge):
    text = VERIFIED.format("better") + POST.format("0:25:00", "identified")
    assert told(judge, text) == [(1, 1)]
    assert "'fail over a shard' had been seen to help" in why(judge, text)


@pytest.mark.parametrize(
    "unsaid",
    [
        VERIFIED.format("same").replace("0:24:00", "0:24:30"),
        '0:24:30 change-wore-off id=c1 change="fail over a shard" owner=raj says="It is back."\n',
        '0:24:30 revert-started id=c1 change="fail over a shard" owner=raj\n',
    ],
)
def test_help_that_fell_back_or_was_undone_is_none(judge, unsaid):
    text = VERIFIED.format("better") + unsaid + POST.format("0:25:00", "monitoring")
    assert told(judge, text + WELL.replace("0:20:00", "0:50:00")) == [(0, 6)]


def test_identified_long_after_it_was_called_mitigated_is_stale(judge):
    over = WELL + VERIFIED.format("recovered") + "0:25:00 called-mitigated\n"
    assert told(judge, over + POST.format("0:29:59", "identified")) == [(1, 1)]
    assert told(judge, over + POST.format("0:30:00", "identified")) == [(0.5, 2)]
    assert "stale: it had been called mitigated at 0:25:00" in why(
        judge, over + POST.format("0:30:00", "identified")
    )


def test_investigating_long_after_recovery_was_seen_is_under_claimed(judge):
    over = WELL + VERIFIED.format("recovered")
    assert told(judge, over + POST.format("0:28:59", "investigating")) == [(1, 1)]
    assert told(judge, over + POST.format("0:29:00", "investigating")) == [(0.5, 2)]


def test_relief_alone_does_not_end_the_search(judge):
    relieved = VERIFIED.format("better") + POST.format("0:40:00", "investigating")
    assert told(judge, relieved) == [(1, 1)]


def test_recovery_that_was_seen_while_customers_fail_does_not_end_it_either(judge):
    failing = VERIFIED.format("recovered") + POST.format("0:40:00", "investigating")
    assert "said 'investigating', which was true" in why(judge, failing)


def test_what_one_tries_is_still_investigated_though_one_cause_stands_out(judge):
    """Nobody knows yet whether it was that: no fix was seen to help."""
    tried = '0:09:00 change-ordered id=c1 change="fail over a shard" owner=raj\n'
    assert told(judge, CLUE + tried + POST.format("0:40:00", "investigating")) == [(1, 1)]
    assert told(judge, CLUE + tried + POST.format("0:40:00", "identified")) == [(1, 1)]


HELPED = VERIFIED.replace("0:24:00", "0:09:00").format("better")


def test_a_cause_that_was_known_for_long_has_to_be_said(judge):
    assert told(judge, CLUE + HELPED + POST.format("0:18:59", "investigating")) == [(1, 1)]
    late = CLUE + HELPED + POST.format("0:19:00", "investigating")
    assert told(judge, late) == [(0.5, 2)]
    assert "under-claimed: one cause had stood out for 10 min, now at 82 %" in why(judge, late)


THEORY = '{} answered person={} topic=theory says="{}" sure={}\n'
OTHER = "My money is on bad release."


@pytest.mark.parametrize(
    ("theory", "earned"),
    [
        (THEORY.format("0:12:00", "raj", OTHER, 0.7), 1),
        (THEORY.format("0:12:00", "raj", OTHER, 0.3), 0.5),
        (THEORY.format("0:12:00", "raj", "It is the stalled primary.", 0.7), 0.5),
        (THEORY.format("0:12:00", "raj", "Bad release or runaway migration.", 0.7), 0.5),
        (THEORY.format("0:12:00", "raj", OTHER, 0.7) + THEORY.format("0:13:00", "raj", "I see.", 0.7), 0.5),
    ],
)
def test_an_experts_word_for_another_cause_is_reason_to_go_on_investigating(judge, intercom, theory, earned):
    assert late(judge, intercom, "0:20:00", CLUE + theory)[0] == earned


def test_what_an_expert_said_before_the_finding_or_before_a_change_helped_is_none(judge, intercom):
    before = THEORY.format("0:07:00", "raj", OTHER, 0.7)
    assert late(judge, intercom, "0:20:00", before + CLUE)[0] == 0.5
    said = THEORY.format("0:08:30", "raj", OTHER, 0.7)
    assert late(judge, intercom, "0:20:00", CLUE + said + HELPED)[0] == 0.5
    assert late(judge, intercom, "0:40:00", CLUE + said)[0] == 0.5


def test_the_mark_names_the_expert(judge, intercom):
    said = THEORY.format("0:12:00", "raj", OTHER, 0.7)
    because = "true: Raj had said at 0:12:00 that they took it for bad release."
    assert late(judge, intercom, "0:20:00", CLUE + said) == (1, because)


def test_a_place_that_was_found_is_told_beside_what_is_not_known(judge, intercom):
    text = CLUE + post("0:12:00", "investigating")
    (mark,) = judge(rule, BEGUN + text, doctrine=with_threshold(intercom, "cause known at", 0.95))
    assert mark.summary.endswith(
        "true: a look at db-shards had found where it sits, and no cause was known for certain."
    )


def test_well_before_anybody_could_see_it_is_true_and_says_so(judge):
    over = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n1:00:00 noted\n"
    for state in ("monitoring", "resolved"):
        text = over.replace("1:00", POST.format("0:20:30", state) + "1:00")
        assert "true: customers were well, though that could be known only at 0:22:00" in why(judge, text)


BURNT = post("0:05:00", "identified", cause="a bad release") + post("0:07:00", "investigating")
"""A wrong cause, and owned up to. The clue that makes another one stand out comes a minute later."""


def late(judge, intercom, at, more="", audience="status page"):
    """What was earned by saying 'investigating' long after one cause stood out at what the doctrine asks."""
    doctrine = with_threshold(intercom, "cause known at", 0.8)
    text = BEGUN + more + post(at, "investigating", audience)
    (mark,) = (mark for mark in judge(rule, text, doctrine=doctrine) if f" at {at} said" in mark.summary)
    return mark.earned, mark.summary.partition("which was ")[2]


@pytest.mark.parametrize("audience", ["status page", "support"])
def test_whoever_took_a_claim_back_may_wait_for_proof(judge, intercom, audience):
    """Wrong at 5, taken back at 7, one cause standing out from 8 on: nobody has seen a change help yet."""
    assert late(judge, intercom, "0:20:00", CLUE, audience)[0] == 0.5
    assert late(judge, intercom, "0:20:00", BURNT + CLUE, audience) == (
        1,
        "true: a claim was taken back at 0:07:00, and no change was seen to help since.",
    )


def test_once_a_change_was_seen_to_help_the_caution_is_over(judge, intercom):
    helped = VERIFIED.replace("0:24:00", "0:09:00").format("better")
    assert late(judge, intercom, "0:20:00", BURNT + CLUE + helped)[0] == 0.5
    worn = '0:10:00 change-wore-off id=c1 change="fail over a shard" owner=raj says="It is back."\n'
    assert late(judge, intercom, "0:20:00", BURNT + CLUE + helped + worn)[0] == 1


@pytest.mark.parametrize(("at", "earned"), [("0:36:59", 1), ("0:37:00", 0.5)])
def test_it_lasts_half_an_hour(judge, intercom, at, earned):
    assert late(judge, intercom, at, BURNT + CLUE)[0] == earned


def test_to_say_that_the_cause_is_not_known_after_all_is_owning_up_too(judge, intercom):
    back = post("0:05:00", "investigating", cause="a bad release")
    dropped, said = (post("0:07:00", "investigating", cause=cause) for cause in ("", "not known after all"))
    assert late(judge, intercom, "0:20:00", back + dropped + CLUE)[0] == 0.5
    assert late(judge, intercom, "0:20:00", back + said + CLUE)[0] == 1


def test_what_stands_out_for_a_few_minutes_is_said_to(judge, intercom):
    assert late(judge, intercom, "0:12:00", CLUE) == (
        1,
        "true: one cause stood out, at 82 %, for less than 10 min.",
    )


def test_it_was_known_all_the_time(judge):
    """The help that made it known is no longer to be seen."""
    worn = '0:17:00 change-wore-off id=c1 change="fail over a shard" owner=raj says="It is back."\n'
    assert told(judge, CLUE + HELPED + worn + POST.format("0:19:30", "investigating")) == [(1, 1)]


@pytest.mark.parametrize(("known_at", "earned"), [(0.95, 1), (0.83, 1), (0.82, 0.5), (0.6, 0.5)])
def test_the_doctrine_says_how_likely_is_known(judge, intercom, known_at, earned):
    doctrine = with_threshold(intercom, "cause known at", known_at)
    late = CLUE + POST.format("0:18:00", "investigating")
    assert [mark[0] for mark in told(judge, late, doctrine=doctrine)] == [earned]


MADE = ((10, "ordered"), (11, "started"), (19, "done"))


def test_two_in_three_is_not_found(judge, intercom):
    """A change that did not help speaks against one cause, and no look has shown a place."""
    made = "".join(
        f'0:{at}:00 change-{what} id=c1 change="stop the migration" owner=raj\n' for at, what in MADE
    )
    text = made + VERIFIED.format("same").replace("fail over a shard", "stop the migration")
    text += POST.format("0:25:00", "identified")
    assert told(judge, text) == [(0, 3)]
    assert "the likeliest cause stood at 67 %" in why(judge, text)
    lenient = with_threshold(intercom, "identified needs", 0.66)
    assert told(judge, text, doctrine=lenient) == [(1, 1)]


def test_monitoring_while_customers_fail_counts_double(judge):
    text = POST.format("0:10:00", "monitoring")
    assert told(judge, text) == [(0, 6)]
    assert "over-claimed: about 9,000 customers were still failing" in why(judge, text)


def test_what_dashboards_show_late_is_told_as_theirs(judge):
    """Between two lines of the truth the number falls evenly, and dashboards are two minutes behind."""
    fewer = "0:20:00 impact-changed failing=900 arriving=900 seen=truth\n"
    text = fewer + POST.format("0:20:20", "monitoring")
    assert "the dashboards still showed about 1,575 customers failing, as of 0:18:20" in why(judge, text)


def test_monitoring_is_true_as_soon_as_customers_really_are_well(judge):
    assert told(judge, WELL + POST.format("0:21:00", "monitoring")) == [(1, 1)]


@pytest.mark.parametrize(("left", "earned"), [(4500, 1), (4600, 0)])
def test_with_a_fix_that_helps_half_of_the_worst_may_still_fail(judge, left, earned):
    fewer = f"0:15:00 impact-changed failing={left} arriving={left} seen=truth\n"
    text = fewer + VERIFIED.format("better") + POST.format("0:25:00", "monitoring")
    assert [mark[0] for mark in told(judge, text)] == [earned]


def test_fewer_failing_without_a_fix_that_was_seen_to_help_is_no_reason(judge):
    fewer = "0:15:00 impact-changed failing=1000 arriving=1000 seen=truth\n"
    assert told(judge, fewer + POST.format("0:25:00", "monitoring")) == [(0, 6)]


MADE_AT = '0:18:00 change-{} id=c1 change="fail over a shard" owner=raj\n'
DRAINS = "".join(MADE_AT.format(what) for what in ("ordered", "started", "done"))
FALLEN = "0:18:00 impact-changed failing=9000 arriving=9000 seen=truth\n" + DRAINS
FALLEN += "0:19:00 impact-changed failing={left} arriving={left} seen=truth\n"


@pytest.mark.parametrize(("left", "result", "earned"), [(8100, "recovered", 1), (8200, "recovered", 0),
                                                        (8100, "better", 0)])  # fmt: skip
def test_with_a_fix_that_brought_recovery_what_waits_may_still_fail(judge, left, result, earned):
    """A queue that is being worked off takes its time: fewer than when the change was made will do."""
    text = FALLEN.format(left=left) + VERIFIED.format(result) + POST.format("0:25:00", "monitoring")
    assert [mark[0] for mark in told(judge, text)] == [earned]


@pytest.mark.parametrize(("at", "earned"), [("0:22:00", 0.8), ("0:21:59", 0)])
def test_monitoring_just_before_the_fix_was_seen_to_help_is_early(judge, at, earned):
    text = FALLEN.format(left=6000) + POST.format(at, "monitoring") + VERIFIED.format("recovered")
    assert [mark[0] for mark in told(judge, text)] == [earned]
    if earned:
        assert "early: 'fail over a shard' was seen to help only at 0:24:00" in why(judge, text)


SLOW = '0:20:30 alert-fired alert="mail" signal="mail delivery" pages=messaging\n'


def test_charts_older_than_the_fix_say_nothing_of_it(judge):
    """Mail is a quarter of an hour behind: at 25 minutes it tells of 10, before the change was made."""
    fewer = FALLEN.format(left=4000) + SLOW + VERIFIED.format("better")
    assert [mark[0] for mark in told(judge, fewer + POST.format("0:25:00", "monitoring"))] == [1]
    more = fewer + "0:24:10 impact-changed failing=7000 arriving=7000 seen=truth\n"
    assert "about 7,000 customers were still failing" in why(
        judge, more + POST.format("0:29:00", "monitoring")
    )
    assert told(judge, fewer + CALLED.format("0:30:00") + "1:30:00 noted text=on\n") == []


def test_resolved_while_customers_fail_counts_double(judge):
    assert told(judge, POST.format("0:10:00", "resolved")) == [(0, 6)]


def test_resolved_when_customers_are_well_is_true(judge):
    assert told(judge, WELL + POST.format("0:40:00", "resolved")) == [(1, 1)]


def test_resolved_before_anyone_could_see_a_relapse_is_over_claimed(judge):
    relapse = WELL + "0:24:30 impact-changed failing=5000 arriving=0 seen=truth\n"
    text = relapse + POST.format("0:25:00", "resolved") + "0:50:00 noted\n"
    assert told(judge, text) == [(0, 6)]
    assert "nobody had waited to see it" in why(judge, text)


BARE = """
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""


@pytest.mark.parametrize("state", ["monitoring", "resolved"])
def test_without_truth_only_what_was_taken_back_is_judged(judge, state):
    said = BARE + POST.format("0:20:00", state)
    assert judge(rule, said) == ()
    (first, back) = judge(rule, said + POST.format("0:40:00", "investigating"))
    assert (first.earned, first.weight, back.earned) == (0, 6, 1)
    assert "over-claimed: it was taken back at 0:40:00" in first.summary
    assert first.evidence == (2, 3)


def test_without_causes_identified_is_held_against_what_was_taken_back(judge, write_stall):
    bare = replace(write_stall, causes={}, outcomes={}, dangers=(), clues={})
    said = BARE + POST.format("0:20:00", "identified")
    assert judge(rule, said, scenario=bare) == ()
    marks = judge(rule, said + POST.format("0:40:00", "investigating"), scenario=bare)
    assert [mark.earned for mark in marks] == [0]


def test_the_mark_cites_the_update_and_what_it_is_measured_by(judge):
    (mark,) = judge(rule, BEGUN + CLUE + POST.format("0:10:00", "identified"))
    assert mark.evidence == (3, 4)
    assert mark.at == 600


def test_who_keeps_what_was_found_to_themselves_again_earns_nothing(judge):
    """Once it may be that news lags; to others it is the first time."""
    found = WELL + VERIFIED.format("recovered")
    times = ("0:40:00", "0:50:00", "1:00:00")
    late = "".join(POST.format(at, "investigating") for at in times)
    other = "1:05:00 posted audience=support state=investigating\n"
    assert [earned for earned, _ in told(judge, found + late + other)] == [0.5, 0, 0, 0.5]
    moved = POST.format("0:40:00", "investigating") + POST.format("0:50:00", "monitoring")
    assert [earned for earned, _ in told(judge, found + moved)] == [0.5, 1]


CALLED = "{} called-mitigated\n"


@pytest.mark.parametrize("at", ["0:03:00", "0:10:00", "0:16:59"])
def test_what_the_call_is_told_is_a_claim_too(judge, at):
    assert told(judge, CALLED.format(at) + WELL + "0:40:00 noted text=on\n") == [(0, 6)]


@pytest.mark.parametrize("at", ["0:17:30", "0:20:00", "0:30:00"])
def test_said_rightly_or_as_the_news_comes_it_earns_nothing_and_costs_nothing(judge, at):
    assert told(judge, CALLED.format(at) + WELL + "0:40:00 noted text=on\n") == []


def test_nor_does_it_cost_when_a_change_was_seen_to_help_most(judge):
    fewer = "0:20:00 impact-changed failing={} arriving=0 seen=truth\n" + VERIFIED.format("better")
    after = CALLED.format("0:30:00") + "1:30:00 noted text=on\n"
    assert told(judge, fewer.format(4000) + after) == []
    assert told(judge, fewer.format(6000) + after) == [(0, 6)]


def test_the_sentence_says_to_whom_it_was_said(judge):
    said = judge(rule, BEGUN + CALLED.format("0:10:00") + "0:40:00 noted text=on\n")[-1]
    assert said.summary == (
        "The call was told 'mitigated' at 0:10:00, which was over-claimed: about 9,000 customers were still "
        "failing."
    )
    assert (said.evidence, said.at) == ((3,), 600)


def test_before_anybody_was_known_to_fail_nobody_can_have_seen_them_well(judge):
    """The alert goes off at two minutes; what was said before it was no more than a way out."""
    at_once = CALLED.format("0:00:20") + BEGUN.lstrip("\n").split("\n", 1)[1]
    first = BEGUN.lstrip("\n").split("\n", 1)[0]
    said = judge(rule, f"{first}\n{at_once}0:40:00 noted text=on\n")[-1]
    assert (said.earned, said.at) == (0, 20)
    assert said.summary.endswith("nobody could have seen them well again yet.")


def test_while_nobody_really_fails_the_call_may_be_told_that(judge):
    late = "0:10:00 impact-changed failing=9000 arriving=0 seen=truth\n"
    alert = '0:12:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    assert judge(rule, "0:05:00 called-mitigated\n" + late + alert + "0:40:00 noted text=on\n") == ()
