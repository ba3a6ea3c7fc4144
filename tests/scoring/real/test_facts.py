"""Events become facts, each as what it says; nothing is added, and nothing that nobody knew."""

import pytest

WHOLE = """\
0m,,impact,first failed order,,,,
3m,,alert,orders below 90 %,orders,,,
7m,ada,declare,,SEV-2,,,
8m,ada,page,,finn,,,
9m,finn,join,,,,,
10m,otto,assign,,comms,,,
11m,finn,task,look at the shop,t1,,,
12m,ada,ask,What is quick?,options,,,
13m,otto,post,Orders fail.,,investigating,orders,20m
14m,finn,task,,t1,done,,
15m,finn,change,restart,c1,started,,
17m,finn,change,restart,c1,done,,
20m,finn,verify,No change,c1,same,,
21m,finn,revert,,c1,,,
22m,ada,severity,It spreads,P0,,,
23m,ada,brief,Two things under way,,,,
24m,ada,decide,We fail over,,,,
25m,mei,handover,,,,,
26m,finn,leave,,,,,
27m,,mitigated,,,,,
28m,,resolved,,,,,
29m,finn,follow-up,alert earlier,friday,,,
30m,raj,review,,thursday,,,
31m,,stand-down,all went,,,,
32m,,note,a word,,,,
"""


def test_every_kind_of_event_is_a_fact(facts):
    assert facts(WHOLE) == [
        '0:03:00 alert-fired alert=orders signal=orders',
        '0:07:00 declared severity=P1 commander=ada',
        '0:08:00 paged person=finn',
        '0:09:00 joined person=finn',
        '0:10:00 role-assigned role=comms person=otto',
        '0:11:00 task-given task=t1 what=assist subject="look at the shop" owner=finn',
        '0:12:00 task-given task=t1 what=answer subject=options owner=ada',
        '0:13:00 posted audience="status page" scope=orders next_in=1200 text="Orders fail." by=otto',
        '0:14:00 task-ended task=t1 what=assist owner=finn',
        '0:15:00 change-ordered id=c1 change=restart owner=finn',
        '0:15:00 change-started id=c1 change=restart owner=finn',
        '0:17:00 change-done id=c1 change=restart owner=finn says=restart',
        '0:20:00 verify-started id=c1 change=restart owner=finn',
        '0:20:00 verified id=c1 change=restart result=same owner=finn',
        '0:21:00 revert-started id=c1 change=restart owner=finn',
        '0:21:00 change-reverted id=c1 change=restart owner=finn',
        '0:22:00 severity-changed before=P1 severity=P0 because="It spreads"',
        '0:23:00 sitrep-given text="Two things under way"',
        '0:24:00 decided text="We fail over"',
        '0:25:00 command-handed person=mei',
        '0:26:00 left person=finn',
        '0:27:00 called-mitigated',
        '0:28:00 resolved',
        '0:29:00 followed-up text="alert earlier" owner=finn due=friday',
        '0:30:00 review-set owner=raj due=thursday',
        '0:31:00 ended why="all went"',
        '0:32:00 noted text="a word"',
    ]  # fmt: skip


def test_a_change_told_once_was_made_then_and_one_may_fail(facts):
    kinds = [line.split()[1] for line in facts("1m,,change,restart,,,,\n2m,,change,flag,c2,failed,,\n")]
    assert kinds == [
        "change-ordered", "change-started", "change-done",
        "change-ordered", "change-started", "change-failed",
    ]  # fmt: skip


def test_a_look_without_a_result_says_only_that_somebody_looked(facts):
    told = facts(
        "1m,,change,restart,c1,,,\n2m,,verify,hm,c1,,,\n3m,,revert,,c1,started,,\n4m,,revert,,c1,done,,\n"
    )
    assert [line.split()[1] for line in told][3:] == ["verify-started", "revert-started", "change-reverted"]


def test_a_post_stays_in_the_state_of_the_last_one_to_its_audience(real):
    case = real("1m,,post,a,,,,\n2m,,post,b,,identified,,\n3m,,post,c,support,,,\n4m,,post,d,,,,\n")
    states = [entry.fact.update.state for entry in case.entries]
    assert states == ["investigating", "identified", "investigating", "identified"]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("P2", "P2"), ("p1", "P1"), ("SEV1", "P0"), ("sev 2", "P1"), ("Severity-3", "P2"), ("SEV-4", "P3"),
        ("SEV9", ""), ("bad", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_severity_is_known_however_it_is_written(real, written, known):
    case = real(f"1m,,declare,,{written},,,\n")
    assert case.entries[0].fact.severity == known
    assert case.shows("severity") == bool(known)


def test_the_severity_may_stand_in_the_text(real):
    assert real("1m,,declare,this is a SEV2,,,,\n").entries[0].fact.severity == "P1"


def test_a_status_page_shows_no_word_of_those_who_answered(real, page):
    case = real(page("0 investigating", "20 monitoring", "40 resolved", started_at="2026-03-04T09:30:00Z"))
    kinds = [type(entry.fact).__name__ for entry in case.entries]
    assert kinds == ["Posted", "Posted", "Posted", "Resolved"]


def test_planned_work_is_no_incident(real, page):
    assert real(page("0 scheduled", "40 completed")).entries == ()


def test_the_company_is_made_of_what_is_named(real):
    case = real("1m,ada,post,x,,,orders;search,\n2m,finn,join,,,,,\n")
    company = case.organisation
    assert (list(company.services), list(company.people)) == (["orders", "search"], ["ada", "finn"])
    assert (company.runbook, case.scenario.causes) == ({}, {})
