"""The account of a real incident: measures, clocks, promises, states; it claims no more than is shown."""

import json
import re

import pytest

from simulator.debrief.plain import plain_json
from simulator.debrief.real import account_html, account_markdown, account_text
from tests.debrief.real.conftest import REPORTS

LONG = (
    "10:00 investigating We are looking into it.",
    "10:20 identified Next update in 30 minutes.",
    "11:10 monitoring A fix is in place. We will provide another update by 12:00 UTC.",
    "11:30 identified It is back.",
    "13:30 resolved All is well.",
)
CALL = """\
# title: Orders fail
# records: everything
time,who,kind,text,id,state
3m,,alert,,orders,
7m,ada,declare,,P1,
14m,otto,post,Orders fail.,,investigating
20m,otto,post,Orders fail.,support,investigating
24m,finn,change,Restarted the shop,c1,
30m,finn,verify,No change,c1,same
41m,finn,change,Rolled back the shop,c2,
55m,otto,post,Over.,,resolved
56m,ada,resolved,,,
"""


@pytest.fixture(scope="module")
def long(told, page):
    return told(page(*LONG, started_at="2026-03-04T09:40:00Z"))


def test_what_happened_is_told_in_sentences(long):
    assert " ".join(long.happened) == (
        "Customers first heard at 0:20:00, 20 min after the impact began. "
        "5 updates went out over 3 h 30 min; the longest time between two was 2 h. "
        "2 updates were promised for a time, and 1 of them came by then. "
        "At 1:50:00 the state told to customers went back from monitoring to identified. "
        "It was called resolved at 3:50:00."
    )


def test_measures_are_times_and_counts(long):
    told = long.measures
    assert (told.lag, told.since, told.posts) == (1200, "the impact began", 5)
    assert (told.gaps, told.longest, told.lasted) == ((1200, 3000, 1200, 7200), 7200, 12600)
    assert (told.promised, told.kept, told.back) == (2, 1, 1)


def test_each_update_stands_beside_its_clock_and_its_promise(long):
    assert [(u.clock, u.utc, u.state, u.after, u.due, u.late, u.promised, u.kept) for u in long.updates] == [
        ("0:20:00", "10:00", "investigating", "", "", 0, "", ""),
        ("0:40:00", "10:20", "identified", "20 min", "1:20:00", 0, "1:10:00", "came 20 min later"),
        ("1:30:00", "11:10", "monitoring", "50 min", "1:40:00", 0, "2:20:00", "kept"),
        ("1:50:00", "11:30", "identified", "20 min", "2:30:00", 0, "", ""),
        ("3:50:00", "13:30", "resolved", "2 h", "2:50:00", 3600, "", ""),
    ]


def test_states_are_told_in_order_and_where_they_went_back(long):
    assert [(s.state, s.since, s.lasted, s.back) for s in long.states] == [
        ("investigating", "0:20:00", "20 min", False),
        ("identified", "0:40:00", "50 min", False),
        ("monitoring", "1:30:00", "20 min", False),
        ("identified", "1:50:00", "2 h", True),
        ("resolved", "3:50:00", "", False),
    ]


BARE = (
    "10:00 investigating We are investigating.",
    "10:10 update We have identified the root cause.",
    "10:30 update Mitigated, and we watch.",
    "10:44 resolved It was a release.",
    "10:50 update A word on what we will change.",
)


def test_an_update_without_a_state_of_its_own_is_given_none(told, page):
    bare = told(page(*BARE))
    assert [u.state for u in bare.updates] == [
        "investigating", "update", "update", "resolved", "update",
    ]  # fmt: skip
    assert [(s.since, s.says) for s in bare.states] == [
        ("0:00:00", "investigating, and no other for 44 min; 2 updates in that time were marked with none"),
        ("0:44:00", "resolved; 1 update after it was marked with none"),
    ]
    assert [post.state for post in bare.audiences[0].posts][1:3] == ["update", "update"]
    assert "0:10:00  update, 10 min after the one before" in account_text(bare)
    assert "and no other for 44 min; 2 updates" in account_html(bare, REPORTS)


def test_where_no_update_gave_a_state_none_is_told(told):
    silent = told("time,kind,text\n0m,post,Orders fail.\n20m,post,Still.\n")
    assert [(s.state, s.says) for s in silent.states] == [("no state", "no state, for 20 min")]
    assert silent.happened[-1] == "The record ends at 0:20:00."


def test_axes_that_are_not_shown_say_what_they_would_need(long):
    says = {axis.name: (axis.points, axis.says) for axis in long.axes}
    assert says["communication timeliness"][0] is not None
    assert says["communication timeliness"][1].startswith("From cadence (")
    others = [one for name, one in says.items() if name != "communication timeliness"]
    assert [points for points, _ in others] == [None] * 6
    assert all(text.startswith("Not shown: ") for _, text in others)
    assert not any(axis.weakest for axis in long.axes)
    assert 0 < long.judged < long.rules


def axes(account):
    return {axis.name: axis for axis in account.axes}


def test_what_is_shown_is_not_called_not_shown(told):
    of = axes(told(CALL))
    assert of["sequencing"].says.endswith("Not shown: what each change touches.")
    assert of["severity"].says == "Not shown: how many customers were affected."
    assert (of["command"].level, of["command"].says) == (
        "not judged", "No rule found anything to judge in what is shown.",
    )  # fmt: skip
    noted = axes(told(CALL.replace("# records: everything\n", "")))
    assert noted["sequencing"].says == "Not shown: what each change touches."
    assert noted["command"].says.startswith("Not shown: roles, who was there, tasks,")
    assert noted["wrap-up"].says == "Not shown: work for afterwards, the review and when people went."


def test_one_small_rule_alone_makes_no_points_of_an_axis(told, page):
    call = told(CALL)
    sequencing = axes(call)["sequencing"]
    assert (sequencing.points, sequencing.level) == (None, "too little")
    assert sequencing.says.startswith("Too little for points: only say the change aloud (0).")
    assert [rule.points for rule in sequencing.rules] == [0]
    assert axes(call)["communication timeliness"].points is not None
    silent = told(page("10:00 investigating", "15:00 resolved", impact="none"))
    assert axes(silent)["communication timeliness"].level == "too little"
    for text in (account_html(call, REPORTS), account_markdown(call, REPORTS), account_text(call)):
        assert "too little" in text
        assert "None" not in text


def test_what_is_not_shown_is_said(long):
    told = " ".join(long.not_shown)
    assert "No declaration is shown." in told
    assert "held to P2, the least at which customers are told" in told
    assert "What each update named as affected is not shown" in told


def test_what_is_not_shown_by_other_pages(told, page):
    free = " ".join(told(page(*LONG, impact="none")).not_shown)
    assert "without impact, so no clock ran" in free
    assert "P2" not in free
    unread = told(page("10:00 investigating Next update tomorrow at 9.", "10:40 resolved"))
    assert "1 update may have said when the next would come" in " ".join(unread.not_shown)


def test_updates_that_promise_nothing_share_a_line(long):
    (axis,) = [axis for axis in long.axes if axis.rules]
    (promises,) = [rule for rule in axis.rules if rule.name == "promises-kept"]
    assert promises.marks[0].summary == "2 of 4 updates did not say when the next would come."
    assert sum(mark.share for mark in promises.marks) == pytest.approx(1)


def test_every_update_that_promises_nothing_is_counted_and_how_many_weigh_is_said(told, page):
    close = told(page(*BARE[:2], "10:12 update Codespaces, too.", "10:30 update Mitigated.", BARE[3]))
    (promises,) = [rule for axis in close.axes for rule in axis.rules if rule.name == "promises-kept"]
    (mark,) = promises.marks
    assert mark.summary == (
        "4 of 4 updates did not say when the next would come. They count as 3: one that another goes on with "
        "within 3 min, or that repeats the one before, is none of its own."
    )
    assert len(mark.evidence) == sum(not line.promised for line in close.updates) - 1


def test_questions_ask_how_and_never_about_a_promise_that_was_not_made(told, page, long):
    assert long.questions
    assert all(question.startswith("How ") for question in long.questions)
    assert told(page("10:00 investigating", "10:40 resolved")).questions == ()


def test_a_record_of_the_call_shows_more(told):
    call = told(CALL)
    assert call.heading.title == "Orders fail"
    assert call.shown == "all that was done and told, as its writer says"
    assert call.happened[0] == "It was declared as P1 at 0:07:00, 4 min after the first alert."
    assert "2 changes were made; for 1 it is told what was seen afterwards." in call.happened
    assert {"declare-early", "first-post", "owned-follow-ups"} <= {r.name for a in call.axes for r in a.rules}
    kinds = [(line.clock, line.kind, line.who) for line in call.lines]
    assert kinds[:4] == [
        ("0:03:00", "alert", ""), ("0:07:00", "declare P1", "ada"),
        ("0:14:00", "update, investigating", "otto"), ("0:20:00", "update to support, investigating", "otto"),
    ]  # fmt: skip


def test_an_incident_that_goes_on(told, page):
    going = told(page("10:00 investigating", "10:30 identified"))
    assert (
        going.happened[0]
        == "The record begins with the first public update; what was before it is not shown."
    )
    assert (
        going.happened[-1]
        == "The record ends at 0:30:00; the last state that an update was marked with was identified."
    )
    assert going.measures.lasted is None


def test_planned_work_is_not_judged(told, page):
    planned = told(page("10:00 scheduled", "12:00 completed"))
    assert planned.happened == (
        "This was planned work, announced beforehand. It is no incident, so nothing is judged.",
    )
    assert (planned.judged, planned.not_shown) == (0, ())


def test_a_promise_may_be_kept_to_the_minute(told, page):
    def kept(at):
        return told(page("10:00 identified Next update in 30 minutes.", f"10:{at} resolved")).measures.kept

    assert (kept(30), kept(31), kept(32)) == (1, 1, 0)


FORMS = {
    "html": lambda one: account_html(one, REPORTS),
    "md": lambda one: account_markdown(one, REPORTS),
    "text": account_text,
    "json": plain_json,
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_tells_it_and_blames_nobody(long, form):
    text = form(long)
    assert "Orders fail" in text
    assert not re.search(
        r"\b(fault|blame|fail(ed|ure)|luck|belie[fv]|what[- ]if|you should|PASS|NOT YET)\b", text
    )


def test_the_same_timeline_gives_the_same_page(told, page):
    one, other = (account_html(told(page(*LONG)), REPORTS) for _ in range(2))
    assert one == other


def test_every_line_that_is_cited_is_on_the_page(long):
    html = account_html(long, REPORTS)
    assert set(re.findall(r'href="#e(\d+)"', html)) <= set(re.findall(r'id="e(\d+)"', html))
    assert html.count("<svg") == 1


def test_the_page_takes_any_words(told, page):
    html = account_html(told(page("10:00 investigating <script>x</script> & {{ y }}", name="<i>&")), REPORTS)
    assert "<script>" not in html.split("</style>")[1]


def test_the_terminal_keeps_its_width(long):
    for width in (40, 80, 100):
        assert max(len(line) for line in account_text(long, width).splitlines()) <= width


def test_json_holds_the_measures(long):
    read = json.loads(plain_json(long))
    assert read["measures"]["lag"] == 1200
    assert read["heading"]["source"] == "https://status.example/a1"


def test_the_patterns_of_a_real_incident_are_named_as_in_any_debrief(long):
    (pattern,) = long.patterns.seen
    assert pattern.title == "All-clear too early"
    said = "The status page was told 'monitoring' at 1:30:00, and 20 min later 'identified' again."
    assert [glimpse.text for glimpse in pattern.glimpses] == [said]
    for told_as in (account_html(long, REPORTS), account_markdown(long, REPORTS)):
        assert "All-clear too early" in told_as
        assert pattern.instead[:40] in told_as
    assert said in " ".join(account_text(long).split())


def test_where_no_pattern_was_seen_none_is_spoken_of(told, page):
    plain = told(page("10:00 investigating We look.", "10:20 resolved Done."))
    assert not plain.patterns.seen
    assert not any("atterns" in text for text in (account_html(plain, REPORTS), account_text(plain)))
