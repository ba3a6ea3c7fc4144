"""The talk after the end: by everybody who sat there, on every page, and no part of the exercise."""

from simulator.room.after import talk
from simulator.room.after.talk import talk_of
from simulator.room.keys import Pass
from simulator.room.seats import PLACES
from simulator.room.sqlite import SqliteStore
from tests.room.people import facilitates, joined


def heard(server, place, after=0):
    return server.get(f"{place}/talk", params={"after": after}).json()["messages"]


def say(server, seat, text, **more):
    return server.post(f"{seat}/talk", json={"text": text, **more})


def test_whoever_sat_there_speaks_and_everybody_hears(server, over):
    before = over.exercise.recording.text()
    for number, seat in enumerate(PLACES, 1):
        place = joined(server, over, seat, f"Nia {number}")
        assert say(server, place, "I find that\nunfair.").status_code == 200
        told = heard(server, place)[-1]
        assert (told["by"], told["text"], told["mine"]) == (f"Nia {number}", "I find that unfair.", True)
    told = heard(server, facilitates(server, over))
    assert [each["by"] for each in told] == [f"Nia {number}" for number in range(1, len(PLACES) + 1)]
    assert not any(each["mine"] for each in told)
    assert over.exercise.recording.text() == before


def test_the_facilitator_speaks_in_it_and_leads_and_nobody_else_leads(server, over):
    ann, desk = joined(server, over), facilitates(server, over)
    assert say(server, desk, "Look at this with me.", place="guide/30#step-3").status_code == 200
    assert say(server, ann, "No, at this.", place="debrief").status_code == 200
    assert [(each["by"], each["place"]) for each in heard(server, ann)] == [
        ("", "guide/30#step-3"), ("Aoife", ""),
    ]  # fmt: skip
    assert [each["n"] for each in heard(server, ann, after=1)] == [2]
    assert say(server, desk, "Here.", place="https://example.org").status_code == 400


def test_what_was_said_to_everybody_before_the_end_is_no_part_of_it(server, room):
    desk, ann = facilitates(server, room), joined(server, room)
    server.post(f"{desk}/tell", json={"text": "Welcome."})
    server.portal.call(room.say, "facilitator", "facilitator", "end")
    server.post(f"{desk}/tell", json={"text": "It is over."})
    assert [each["text"] for each in heard(server, ann)] == ["It is over."]


def test_while_it_goes_on_nobody_talks_here(server, room):
    ann = joined(server, room)
    assert server.get(f"{ann}/talk").status_code == 403
    assert say(server, ann, "Hello.").status_code == 403
    assert not talk_of(room)


def test_the_big_screen_and_whoever_has_no_seat_hear_nothing(server, over):
    say(server, joined(server, over), "Between us.")
    server.cookies.set("icsim-screen", server.keys.sign(Pass(over.id, "screen", "screen")))
    assert server.get(f"/r/{over.id}/screen/talk").status_code == 403
    server.cookies.clear()
    assert server.get(f"/r/{over.id}/commander/talk").status_code == 401
    desk = facilitates(server, over)
    link = server.post(f"{desk}/after/share", json={}).json()["address"].removeprefix("http://testserver")
    server.cookies.clear()
    for page in ("", "/debrief", "/replay"):
        text = server.get(f"{link}{page}").text
        assert "Between us" not in text
    assert "talk.js" not in server.get(f"{link}/debrief").text


def test_what_is_no_word_is_refused(server, over):
    ann = joined(server, over)
    for text in ("", "  ", "x" * 2001, "a\u202eb"):
        assert say(server, ann, text).status_code == 400
    assert not talk_of(over)


def test_what_a_bad_line_sends_twice_is_said_once(server, over):
    ann = joined(server, over)
    for _ in range(2):
        say(server, ann, "Once.", key="k")
    assert [each.text for each in talk_of(over)] == ["Once."]


def test_every_page_of_afterwards_holds_it(server, over):
    ann = joined(server, over)
    for page in ("", "/after", "/after/guide/30", "/after/replay", "/after/debrief", "/debrief"):
        assert 'src="/static/talk.js"' in server.get(f"{ann}{page}").text, page
    policy = server.get(f"{ann}/debrief").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert "talk.js" not in server.get(f"{ann}/after/debrief.md").text


def test_who_decides_again_says_so_with_the_way_there(server, over):
    ann = joined(server, over)
    code = server.post(f"{ann}/after/retry", json={"at": 300}).json()["code"]
    (told,) = heard(server, joined(server, over, "observer", "Eli"))
    assert (told["by"], told["text"], told["joins"]) == (
        "Aoife",
        "decides again from 0:05:00, and all may join",
        code,
    )


def test_the_facilitator_is_told_who_looks_where_and_nobody_else_is(server, over, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(talk, "monotonic", lambda: now[0])
    ann, ben, desk = joined(server, over), joined(server, over, "scribe", "Ben"), facilitates(server, over)
    server.get(f"{ann}/talk", params={"at": "guide/30#step-3"})
    assert "where" not in server.get(f"{ben}/talk", params={"at": "javascript:1"}).json()
    assert server.get(f"{desk}/talk").json()["where"] == {"Aoife": "guide/30#step-3", "Ben": "-"}
    now[0] += talk.GONE
    assert server.get(f"{desk}/talk").json()["where"] == {"Aoife": "-", "Ben": "-"}


def test_a_restart_brings_it_back(kept, opened, restored):
    def said(room):
        room.sit("a", "Ann", "commander")
        room.say("facilitator", "facilitator", "end")
        room.keep("talked", "a", {"text": "Fair enough."})
        return [(each.by, each.text) for each in talk_of(room)]

    store = SqliteStore(kept)
    before = opened(store, said)
    store.close()
    again = SqliteStore(kept)
    assert before == [("Ann", "Fair enough.")]
    assert restored(again, lambda room: [(each.by, each.text) for each in talk_of(room)]) == before
    again.close()
