"""What a timeline does not show is not scored: neither as a fault nor as a virtue."""

import pytest

from simulator.domain.records import EVERYTHING
from simulator.scoring.case import Case
from simulator.scoring.clocks import spans
from simulator.scoring.score import all_marks

ALERT, DECLARED = "3m,,alert,,orders,,,\n", "6m,ada,declare,,P1,,,\n"
POST = "12m,,post,Orders fail.,,investigating,orders,\n"
OVER = "40m,,post,Over.,,resolved,,\n41m,,resolved,,,,,\n"
LONG = "90m,,post,Over.,,resolved,,\n90m,,resolved,,,,,\n"


def rules(marks):
    return {rule for rule, _ in marks}


def test_an_exercise_shows_everything(case):
    told = case("0:02:00 noted text=x")
    assert told.records == EVERYTHING
    assert told.shows("declare", "scope", "finding")
    assert told.hears("sales")


def test_a_timeline_shows_the_kinds_that_are_in_it_and_those_that_its_writer_names(real):
    told = real(ALERT + POST)
    assert told.shows("alert", "post", "scope")
    assert not any(told.shows(kind) for kind in ("declare", "severity", "handover", "follow-up", "finding"))
    assert (told.hears("status page"), told.hears("support")) == (True, False)
    named = real(ALERT + POST, records="declare, post")
    assert named.shows("declare")
    assert named.hears("support")
    assert not real(ALERT, records="everything").shows("finding")


def test_a_status_page_shows_posts_and_when_it_was_over(real, page):
    told = real(page("0 investigating", "40 resolved"))
    assert told.shows("post", "resolved")
    assert not any(
        told.shows(kind) for kind in ("declare", "alert", "severity", "scope", "change", "mitigated")
    )
    assert (told.hears("status page"), told.hears("leadership")) == (True, False)


def test_a_status_page_alone_is_judged_on_cadence_and_promises(marked, page):
    told = marked(page("0 investigating", "50 identified Next update in 20 minutes.", "75 resolved"))
    assert told == [("cadence", 100), ("cadence", 100), ("promises-kept", 50), ("promises-kept", 50)]


def test_its_clock_is_that_of_the_least_severity_at_which_customers_are_told(real, page):
    case = real(page("0 investigating", "200 resolved"))
    (span,) = spans(case)
    assert (span.severity, span.since, span.until, span.entry) == ("P2", 0, 12000, 1)


def test_a_silence_is_judged_but_not_beyond_the_close(marked, page):
    assert marked(page("0 investigating", "200 resolved"))[0] == ("cadence", 0)
    assert rules(marked(page("0 investigating", "30 resolved", "300 investigating"))) == {
        "cadence",
        "promises-kept",
    }


def test_a_promise_sets_the_clock_where_no_severity_is_shown(marked, page):
    told = page("0 identified We will provide another update at 14:00 UTC.", "235 resolved")
    assert marked(told) == [("cadence", 100), ("promises-kept", 100)]
    silent = page("0 identified", "235 resolved")
    assert marked(silent)[0] == ("cadence", 0)


def test_no_clock_runs_for_an_incident_without_impact(marked, page):
    assert marked(page("0 investigating", "300 resolved", impact="none")) == [("promises-kept", 50)]


def test_one_word_of_it_is_nothing_to_judge(marked, page):
    assert marked(page("0 resolved")) == []


def test_the_same_words_on_a_status_page_may_come_with_other_components(marked, page):
    told = marked(page("0 monitoring Still watching.", "5 monitoring Still watching.", "40 resolved"))
    assert [earned for rule, earned in told if rule == "cadence"] == [100, 100]


def test_the_same_words_in_a_log_are_nothing_new(marked):
    told = marked(f"{ALERT}{DECLARED}{POST}15m,,post,orders fail!,,investigating,orders,\n{OVER}")
    assert ("cadence", 0) in told
    other = marked(f"{ALERT}{DECLARED}{POST}15m,,post,It is the shop.,,investigating,orders,\n{OVER}")
    assert ("cadence", 0) not in other


@pytest.mark.parametrize("minutes", [3, 4])
def test_a_post_that_another_goes_on_with_need_not_promise(marked, page, minutes):
    told = marked(page("0 investigating", f"{minutes} identified", "40 resolved"))
    assert [earned for rule, earned in told if rule == "promises-kept"] == [50] * (minutes - 2)


def test_a_post_whose_promise_is_unclear_is_left_out(marked, page):
    told = marked(page("0 investigating Next update tomorrow at 9.", "40 resolved"))
    assert rules(told) == {"cadence"}


def test_scope_is_judged_where_the_page_keeps_it_by_post(marked, page):
    told = page("0 investigating", "4 identified", "40 resolved")
    assert "scope-post" not in rules(marked(told))
    told["incident_updates"][0]["affected_components"] = []
    told["incident_updates"][1]["affected_components"] = [{"name": "Orders"}]
    assert ("scope-post", 100) in marked(told)


def test_the_first_post_needs_a_declaration(marked):
    assert "first-post" not in rules(marked(ALERT + POST + OVER))
    assert ("first-post", 100) in marked(ALERT + DECLARED + POST + OVER)


def test_the_first_post_says_from_when_its_time_is_counted(real):
    def summary(declared):
        text = f"0m,,alert,,orders,,,\n{declared}m,ada,declare,,P1,,,\n60m,,post,Orders fail.,,identified,,\n"
        marks = all_marks(real(text + "120m,,resolved,,,,,\n"))
        return next(mark.summary for mark in marks if mark.rule == "first-post")

    said = "Customers first heard at 1:00:00, 55 min after it had to be declared, at 0:05:00; due by 0:15:00."
    assert summary(35) == said
    assert summary(4) == "Customers first heard at 1:00:00, 56 min after the declaration; due by 0:14:00."


def test_a_declaration_needs_to_show_what_went_off(marked):
    assert "declare-early" not in rules(marked(DECLARED + POST + OVER))
    assert ("declare-early", 100) in marked(ALERT + DECLARED + POST + OVER)
    assert ("declare-early", 100) in marked(DECLARED + POST + OVER, records="alert")


def test_an_incident_never_declared_is_a_fault_only_where_that_would_be_shown(marked):
    assert "declare-early" not in rules(marked(ALERT + POST + OVER))
    assert ("declare-early", 0) in marked(ALERT + POST + OVER, records="declare")


def test_audiences_out_of_view_are_not_judged(marked):
    told = marked(ALERT + DECLARED + POST + LONG)
    assert [rule for rule, _ in told].count("first-post") == 1
    everybody = marked(ALERT + DECLARED + POST + LONG, records="post")
    assert [rule for rule, _ in everybody].count("first-post") == 4
    assert ("cadence", 0) in everybody


def test_what_was_asked_is_judged_where_questions_are_shown(marked):
    change = "10m,,change,restart,c1,,,\n"
    assert "ask-what-is-quick" not in rules(marked(ALERT + DECLARED + change + OVER))
    assert ("ask-what-is-quick", 0) in marked(ALERT + DECLARED + change + OVER, records="ask")
    asked = ALERT + DECLARED + "8m,,ask,,options,,,\n" + change + OVER
    assert ("ask-what-is-quick", 100) in marked(asked)


def test_command_held_for_long_is_judged_where_hand_overs_are_shown(marked):
    long = DECLARED + "400m,,resolved,,,,,\n"
    assert "hand-over" not in rules(marked(long))
    assert ("hand-over", 0) in marked(long, records="handover")


def test_a_hand_over_is_unbriefed_only_where_reports_are_shown(marked):
    handed = DECLARED + "60m,mei,handover,,,,,\n90m,,resolved,,,,,\n"
    assert ("hand-over", 100) in marked(handed)
    assert ("hand-over", 50) in marked(handed, records="brief")


def test_follow_ups_and_the_review_are_judged_each_where_shown(marked):
    closed = ALERT + DECLARED + POST + OVER
    assert "owned-follow-ups" not in rules(marked(closed))
    late = closed + "300m,finn,follow-up,alert earlier,,,,\n"
    assert [m for m in marked(late) if m[0] == "owned-follow-ups"] == [("owned-follow-ups", 100)]
    both = marked(late, records="review")
    assert [m for m in both if m[0] == "owned-follow-ups"] == [
        ("owned-follow-ups", 100),
        ("owned-follow-ups", 0),
    ]
    open_end = ALERT + DECLARED + POST + "50m,,follow-up,alert earlier,,,,\n"
    assert "owned-follow-ups" not in rules(marked(open_end))


def test_changes_without_a_runbook_earn_and_lose_nothing(marked):
    first = "10m,,change,restart,c1,,,\n12m,,verify,,c1,same,,\n"
    changes = first + "13m,,change,flag,c2,,,\n14m,,change,restart,c3,,,\n"
    told = rules(marked(ALERT + DECLARED + POST + changes + OVER))
    assert told <= {"declare-early", "first-post", "scope-post", "cadence", "promises-kept"}


def test_an_unknown_severity_is_none(real):
    (span,) = spans(real(ALERT + "6m,ada,declare,,red,,,\n" + POST + OVER))
    assert (span.severity, span.since) == ("P2", 360)


@pytest.mark.parametrize("told", [ALERT, DECLARED, POST, OVER, "1m,,note,x,,,,\n", "1m,,verify,,c1,same,,\n"])
def test_no_timeline_breaks_a_rule(real, told):
    for records in ("", "everything"):
        case = real(told, records=records)
        assert isinstance(case, Case)
        assert all(mark.evidence for mark in all_marks(case))


def test_command_is_not_judged_by_what_nobody_wrote_down(marked):
    """Who was there, what they were given and whether others froze their changes is in no such timeline."""
    people = "4m,,join,bo,bo,,,\n4m,,join,ana,ana,,,\n"
    changes = "10m,,change,restart,c1,,,\n"
    told = rules(marked(ALERT + DECLARED + people + changes + OVER))
    command = {
        "one-commander", "fill-roles", "commander-commands", "named-owner", "time-boxes", "span-of-control",
        "page-whom-you-need", "freeze-other-change", "rein-in", "sitreps",
    }  # fmt: skip
    assert not told & command


def test_reasons_and_questions_are_judged_where_they_would_be_shown(marked):
    changes = "10m,,change,restart,c1,,,\n20m,,change,flag,c2,,,\n"
    text = ALERT + DECLARED + POST + changes + OVER
    assert ("say-the-change-aloud", 0) in marked(text, records="decide")
    assert ("ask-what-changed", 0) in marked(text, records="ask")
    asked = "8m,,ask,what changed,,,,\n"
    assert ("ask-what-changed", 100) in marked(ALERT + DECLARED + POST + asked + changes + OVER)
