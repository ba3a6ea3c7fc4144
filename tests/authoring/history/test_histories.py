"""What really happened, read from tables, JSON and status pages; what cannot be read is told where."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring import render
from simulator.authoring.history import read_histories
from simulator.domain.duration import show_clock, show_duration
from simulator.domain.history import EVENT_KINDS
from simulator.domain.week import show_moment

HERE = Path(__file__).parent


def histories(name: str):
    return read_histories((HERE / name).read_text("utf-8"), name)


def the_one(text: str):
    (reading,) = read_histories(text, "x")
    assert reading.problems == ()
    return reading.value


def told(history) -> list[str]:
    return [f"{show_clock(event.at)} {event.kind} {event.text}".rstrip() for event in history.events]


def problems(text: str) -> list[str]:
    return [
        f"{p.origin.line}:{p.origin.column} {p.message}"
        for r in read_histories(text, "x")
        for p in r.problems
    ]


def test_a_table_with_dates():
    (reading,) = histories("incident.csv")
    assert told(reading.value) == [
        "0:00:00 alert shop errors beyond 5%",
        "0:04:00 declare",
        "0:11:30 change Rolled back the shop, all of it",
        "0:15:00 post We are looking into orders that fail.",
        "0:26:00 verify Errors are gone.",
        "0:28:00 mitigated",
        "0:55:00 resolved",
    ]
    assert reading.value.began == "2026-03-04T14:05:00Z"
    assert show_moment(reading.value.moment) == "Wed 14:05"
    assert [event.about for event in reading.value.events if event.kind in ("change", "verify")] == [
        "c1",
        "c1",
    ]
    assert (reading.value.first_post.who, reading.value.first_post.about) == ("otto", "status page")


def test_json_lines_with_times_since_the_beginning():
    (reading,) = histories("incident.jsonl")
    assert told(reading.value)[2:] == [
        "0:11:30 change Rolled back the shop",
        "0:15:00 post We are looking into orders that fail.",
        "0:28:00 mitigated",
    ]
    assert (reading.value.began, reading.value.moment) == ("", None)
    assert reading.value.first_post.state == "investigating"


def test_a_status_pages_incidents_newest_update_first():
    orders, mail = (reading.value for reading in histories("incidents.json"))
    assert told(orders) == [
        "0:00:00 impact Customers are affected from here on.",
        "0:15:00 post Orders fail & we look.",
        "0:30:00 post A fix is in place .",
        "0:30:00 mitigated",
        "0:55:00 post All is well.",
        "0:55:00 resolved",
    ]
    assert (orders.title, orders.id, orders.impact) == ("Orders fail", "b2", "major")
    assert orders.places == ("Orders", "Search")
    assert orders.source == "https://status.example/b2"
    assert told(mail) == [
        "0:00:00 post A queue is long.", "1:00:00 resolved", "48:00:00 note What we learnt.",
    ]  # fmt: skip


def test_flattened_incidents_and_one_that_is_broken_spoils_no_other():
    orders, broken, search = histories("flat.jsonl")
    assert told(orders.value) == [
        "0:00:00 impact Customers are affected from here on.",
        "0:15:00 post Orders fail.",
        "0:27:00 mitigated Customers are well again, as the review found.",
        "0:45:00 post Looking good.",
        "0:55:00 post Done.",
        "0:55:00 resolved",
    ]
    (wrong,) = broken.problems
    assert (wrong.origin.line, wrong.path) == (2, "updates[0].at")
    assert "'when it rained' is no time" in wrong.message
    assert [event.kind for event in search.value.events] == ["post", "post", "resolved"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_may_have_other_signs_between_its_columns(sign):
    rows = ["Time,Text,Other", "0:00:05,hello,x", "90s,world,y"]
    assert told(the_one("\n".join(row.replace(",", sign) for row in rows))) == [
        "0:00:05 note hello",
        "0:01:30 note world",
    ]


@pytest.mark.parametrize(
    ("written", "shown"), [("-5m", "0:00:00"), ("T+3m", "0:08:00"), ("T-1m", "0:04:00"), ("1h", "1:05:00")]
)
def test_times_before_the_beginning_move_it(written, shown):
    history = the_one(f"time,text\n-5m,first\n{written},it\n")
    assert shown in [show_clock(event.at) for event in history.events if event.text == "it"]


@pytest.mark.parametrize(
    "text",
    [
        '[{"time": "1m", "text": "a"}]',
        '{"events": [{"time": "1m", "text": "a"}]}',
        '{"time": "1m", "text": "a"}',
        '\ufeff{"time": "1m", "text": "a"}\n\n',
    ],
)  # fmt: skip
def test_events_may_stand_in_several_forms_of_json(text):
    assert told(the_one(text)) == ["0:01:00 note a"]


TOLD = """\
# title: Orders fail
# source: the log of the call
# records: post, declare; follow-ups
time,who,kind,text,id,state,scope,next
0m,,alert,orders below 90 %,orders,,,
4m,ada,declare,,P1,,,
5m,otto,post,Orders fail.,support,investigating,orders;search,20m
9m,otto,post,Next update in 10 minutes.,,,,
10m,finn,change,Restarted it,c1,started,,
12m,finn,verify,No change,c1,same,,
20m,ada,stood down,,,,,
"""


def test_a_table_may_say_more():
    history = the_one(TOLD.replace("follow-ups", "follow-up"))
    assert (history.title, history.source) == ("Orders fail", "the log of the call")
    assert history.records == ("post", "declare", "follow-up")
    support, public = (event for event in history.events if event.kind == "post")
    assert (support.scope, support.next_in, support.about) == (("orders", "search"), 1200, "support")
    assert (public.scope, public.next_in, public.unclear) == ((), 600, False)
    assert [event.state for event in history.events if event.kind in ("change", "verify")] == [
        "started",
        "same",
    ]
    assert history.events[-1].kind == "stand-down"


def test_the_next_post_may_be_promised_by_a_date():
    dated = "time,kind,next\n2026-03-04T14:00Z,post,2026-03-04T14:30Z\n"
    assert the_one(dated).events[0].next_in == 1800
    assert problems(dated.replace("14:30", "13:30")) == ["2:24 '2026-03-04T13:30Z' is no time of a next post"]


def test_a_table_without_a_scope_does_not_tell_it():
    assert the_one("time,kind\n1m,post\n").events[0].scope is None


def test_json_may_say_more():
    text = """{"title": "t", "records": ["everything"], "events": [
      {"time": "1m", "kind": "post", "text": "Orders fail.", "scope": ["orders"], "next": "30m"}]}"""
    history = the_one(text)
    assert (history.records, history.title) == (EVENT_KINDS, "t")
    assert (history.events[0].scope, history.events[0].next_in) == (("orders",), 1800)
    assert problems(text.replace("everything", "evrything")) == ["1:28 there is no kind of event 'evrything'"]


PAGE = {
    "id": "1",
    "name": "Orders fail",
    "impact": "major",
    "incident_updates": [
        {"status": "investigating", "body": "Next update in 10 minutes.",
         "created_at": "2026-03-04T14:00:00Z", "updated_at": "2026-03-04T14:00:30Z",
         "affected_components": [{"name": "Orders", "new_status": "major_outage"},
                                 {"name": "Mail", "new_status": "operational"}]},
        {"status": "resolved", "body": "Next update in 10 minutes.", "created_at": "2026-03-04T14:30:00Z",
         "updated_at": "2026-03-04T14:31:01Z", "affected_components": None},
    ],
}  # fmt: skip


def test_a_status_page_tells_components_by_post_and_what_was_edited():
    history = the_one(json.dumps(PAGE))
    first, last = (event for event in history.events if event.kind == "post")
    assert (history.page, history.planned) == (True, False)
    assert (first.scope, first.next_in, first.unclear) == (("Orders",), 600, False)
    assert (last.scope, last.next_in, last.unclear) == (None, None, True)


@pytest.mark.parametrize("planned", [{"impact": "maintenance"}, {"status": "in_progress"}])
def test_planned_work_is_known_as_such(planned):
    incident = json.loads(json.dumps(PAGE))
    (incident if "impact" in planned else incident["incident_updates"][0]).update(planned)
    assert the_one(json.dumps(incident)).planned


BAD = {
    "a kind in the records that is none": (TOLD, ["3:27 there is no kind of event 'follow-ups'"]),
    "a state of a post for a change": (
        "time,kind,state\n1m,change,monitoring\n", ["2:11 there is no state of a change 'monitoring'"],
    ),
    "a next post that is no time": (
        "time,kind,next\n1m,post,soon\n", ["2:9 'soon' is no time of a next post"],
    ),
    "unknown kind": ("time,kind,text\n0:01:00,alrt,hi\n", ["2:9 there is no kind of event 'alrt'"]),
    "a time of day": ("time,text\n14:05,hi\n", ["2:1 '14:05' is no time"]),
    "two ways": (
        "time,text\n1m,a\n2026-01-01T10:00Z,b\n",
        ["3:1 '2026-01-01T10:00Z' is a date, and the first event has a time since the beginning"],
    ),
    "no time at all": ("time,text\n,a\n", ["2:1 the event has no time"]),
    "no column for time": ("when,text\n1m,a\n", ["1:1 no column is called 'time'"]),
    "a comma too many": (
        "time,text\n1m,a,b\n", ["2:1 the row has 3 values, and the first row names 2 columns"],
    ),
    "nothing below the head": ("time,text\n", ["1:1 the timeline holds no event"]),
    "nothing": (" \n", ["1:1 the timeline is empty"]),
    "an unknown state, far in": (
        '{"incidents": [{"updates": []},\n {"updates": [{"at":\n "2026-01-01T10:00Z", "status": "bored"}]}]}',
        ["1:16 the timeline holds no event", "3:33 there is no state of a post 'bored'"],
    ),
    "no JSON": ('{"time": "1m",\n "text" "a"}', ["2:9 no JSON: expecting ':' delimiter"]),
    "no JSON in one line of several": (
        '{"time": "1m"}\n{"time" "2m"}\n', ["2:9 no JSON: expecting ':' delimiter"],
    ),
    "no event": ('[{"time": "1m"}, 7]', ["1:18 this is no event"]),
    "another object": ('{"a": 1}', ["1:1 the object is neither an incident nor an event"]),
    "too deep": ("[" * 100_000, ["1:1 the JSON is too deep, or holds a number too long"]),
    "an incident among events": (
        '[{"updates": []}, {"time": "1m"}]',
        ["1:2 the timeline holds no event", "1:19 this is no incident of a status page"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_told_where_it_is(text, expected):
    assert problems(text) == expected
    for reading in read_histories(text, "x"):
        assert all(render(problem, text) for problem in reading.problems)


@given(st.text(alphabet='{}[]",:;\n\t time0123kindupdates', max_size=200))
def test_no_text_breaks_it(text):
    for reading in read_histories(text, "x"):
        assert (reading.value is None) == bool(reading.problems)


EVENTS = st.tuples(
    st.integers(0, 10**6), st.sampled_from(EVENT_KINDS), st.text(alphabet="a b,\"'é", max_size=9)
)


@given(st.lists(EVENTS, min_size=1, max_size=9), st.booleans())
def test_what_was_written_is_what_is_read_in_either_format(events, dated):
    def time(at: int) -> str:
        return datetime.fromtimestamp(1_700_000_000 + at, UTC).isoformat() if dated else show_duration(at)

    records = [{"time": time(at), "kind": kind, "text": text} for at, kind, text in events]
    quoted = [
        ",".join('"' + value.replace('"', '""') + '"' for value in record.values()) for record in records
    ]
    zero = min(at for at, _, _ in events) if dated else 0
    expected = sorted((at - zero for at, _, _ in events))
    table = the_one("\n".join(["time,kind,text", *quoted]))
    assert [event.at for event in table.events] == expected
    assert table == the_one(json.dumps(records)) == the_one("\n".join(map(json.dumps, records)))
