"""The facilitator's console: what it is sent and may do, that nobody else may, and that all of it lasts."""

import pytest

from simulator.domain.fact import HintGiven, InjectFired, InjectHeld, Nudged, Said, Whispered
from simulator.domain.seats import FACILITATOR
from simulator.exercise import replay
from simulator.exercise.clocks import AHEAD
from simulator.room.assess import Assessor, assess
from simulator.room.choosing import doing
from simulator.room.console import console, sayings
from simulator.room.door import SCREEN
from simulator.room.keys import Pass
from simulator.room.ladder import owed
from simulator.room.seats import SEATS
from simulator.room.sqlite import SqliteStore
from simulator.room.words import paragraphs
from simulator.scoring.case import Case

DONE = (
    "hold 1",
    "fire 2",
    'have support say "Twenty more in ten minutes."',
    "nudge app errors by 10% for 5m",
    'whisper deputy saying "Psst, the clock."',
    'hint commander question saying "What changed an hour ago?"',
    "send in leadership wanting eta",
)
SECRET = ("Psst, the clock.", "nudge app", "hold 1", "The facilitator")


@pytest.fixture
def room(server):
    return server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))


@pytest.fixture
def guide(server, room):
    """A browser of the facilitator, or of another seat: post and get within its place."""

    def sitting(seat=FACILITATOR):
        if seat in (FACILITATOR, SCREEN):
            who = seat
        else:
            who = f"id-{seat}"
            server.portal.call(room.sit, who, "Aoife", seat)
        cookie = server.app.state.server.keys.sign(Pass(room.id, who, seat))
        place = f"/r/{room.id}/{seat}"
        server.cookies.set(f"icsim-{seat}", cookie, path=place)
        return place

    return sitting


def say(server, place, text):
    return server.post(f"{place}/say", json={"text": text, "key": text}).json()


def states(server, place):
    """Everything that a seat is sent over its socket when it comes: lines, and states by name."""
    told: dict = {}
    with server.websocket_connect(f"{place}/ws") as socket:
        while "standing" not in told or (FACILITATOR in place and "console" not in told):
            told |= socket.receive_json()
    return told


def test_the_console_shows_injects_truth_and_what_can_be_said(server, room, guide):
    told = states(server, guide())
    assert [each["state"] for each in told["console"]["injects"]] == ["waiting"] * 4
    assert told["console"]["injects"][0]["waits"] == [
        {"for": "at 0:08:00", "holds": False},
        {"for": "customers have been affected for 5 min", "holds": False},
    ]
    assert told["console"]["nudges"] == {"left": 5, "acting": []}
    assert "support" in [each["say"] for each in told["sayings"]["speakers"]]


def test_what_a_facilitator_does_happens_in_the_room(server, room, guide):
    place = guide()
    for text in DONE:
        assert say(server, place, text)["status"] == "done", text
    kinds = [type(entry.fact) for entry in room.exercise.entries]
    assert {InjectHeld, InjectFired, Said, Nudged, Whispered, HintGiven} <= set(kinds)
    told = states(server, place)["console"]
    assert [each["state"] for each in told["injects"]] == ["held", "happened", "waiting", "waiting"]
    assert told["nudges"]["left"] == 4
    assert [(each["to"], each["step"]) for each in told["hints"]] == [("commander", "question")]


@pytest.mark.parametrize("seat", [*SEATS, SCREEN])
def test_no_trainee_is_sent_what_the_facilitator_did(server, room, guide, seat):
    for text in DONE:
        say(server, guide(), text)
    place = guide(seat)
    with server.websocket_connect(f"{place}/ws") as socket:
        sent = [socket.receive_text() for _ in range(4)]
    page = server.get(place).text
    secret = [text for text in SECRET if seat != "deputy" or "Psst" not in text]
    heard = [text for text in secret if text in "".join(sent) + page]
    assert heard == (["The facilitator"] if seat == "deputy" else [])
    assert not [text for text in sent if '"console"' in text or '"sayings"' in text]
    assert ("What changed an hour ago?" in "".join(sent)) == (seat == "commander")


@pytest.mark.parametrize("seat", list(SEATS))
@pytest.mark.parametrize("text", DONE)
def test_no_other_seat_guides(server, room, guide, seat, text):
    before = len(room.exercise.entries)
    assert say(server, guide(seat), text)["status"] not in ("done", "waiting"), text
    fresh = room.exercise.entries[before:]
    assert not [entry for entry in fresh if type(entry.fact).__module__.endswith("guidance")]


@pytest.mark.parametrize("seat", [*SEATS, SCREEN])
def test_nobody_else_gets_the_assessment(server, room, guide, seat):
    answer = server.get(f"{guide(seat)}/assessed")
    assert answer.status_code == 403
    assert "cause" not in answer.json()
    offers = server.get(f"{guide(seat)}/offers", params={"text": "fi"}).json()
    assert "fire" not in [offer["text"] for offer in offers]


def test_the_facilitators_words_are_completed(server, room, guide):
    offers = server.get(f"{guide()}/offers", params={"text": "nudge app err"}).json()
    assert [offer["text"] for offer in offers] == ["errors"]


def test_the_assessment_tells_how_it_is_and_how_it_goes(server, room, guide):
    told = server.get(f"{guide()}/assessed").json()
    assert told["cause"]["truth"]
    assert sum(each["share"] for each in told["belief"]) == pytest.approx(1, abs=0.001)
    assert [each["really"] for each in told["belief"]].count(True) == 1
    assert told["cures"][0]["what"] == "ends it"
    assert {axis["axis"] for axis in told["score"]["axes"]} >= {"sequencing", "command"}
    assert told["hints"][0]["answer"].startswith("Say: declare")


def test_an_assessment_is_good_for_a_while_and_as_long_as_nothing_happens(server, room, monkeypatch):
    made: list[int] = []

    def counted(*_):
        made.append(1)
        return {"n": len(made)}

    monkeypatch.setattr("simulator.room.assess.assess", counted)
    monkeypatch.setattr("simulator.room.assess.EVERY", 600.0)
    assessor = Assessor()
    first = server.portal.call(assessor.of, room)
    assert server.portal.call(assessor.of, room) is first
    room.skip("", 30)
    assert server.portal.call(assessor.of, room) is first
    monkeypatch.setattr("simulator.room.assess.EVERY", 0.0)
    assert server.portal.call(assessor.of, room) == {"n": 2}
    assert server.portal.call(assessor.of, room) == {"n": 2}


def test_quiet_is_skipped_to_what_is_next_and_the_clock_goes_along(server, room, guide):
    place = guide()
    assert say(server, place, "skip")["status"] == "done"
    assert room.now > 1
    assert room.clock.now == room.now
    assert states(server, place)["standing"]["stopped"]


def test_a_step_moves_a_clock_that_stands(server, room, guide):
    place = guide()
    for amount, at in ((1, 1), (10, 11), (60, 71)):
        assert server.post(f"{place}/act", json={"act": "skip", "amount": amount}).json()["status"] == "done"
        assert room.now == at


def test_a_facilitator_ends_it_for_all(server, room, guide):
    place = guide()
    assert say(server, place, "end")["status"] == "done"
    assert room.exercise.over
    page = server.get(f"{place}/debrief").text
    assert "What the facilitator did" in page
    assert "ended by the facilitator" in page


def test_a_restart_brings_all_of_it_back(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.say("", "commander", "declare P1")
        for at, text in enumerate(DONE, 1):
            room.clock.jump(40 * at)
            room.say(FACILITATOR, FACILITATOR, text)
        room.say(FACILITATOR, FACILITATOR, "skip 5m")
        room.note("", 3, "Waited long.", 2, "command")
        room.say(FACILITATOR, FACILITATOR, "let go 1")
        room.skip("", 60)
        seen = console(room.exercise)
        return room.exercise.recording.text(), room.now, room.clock.now, seen, room.lines(FACILITATOR)

    before = opened(store, played)
    store.close()
    again = SqliteStore(kept)

    def stands(room):
        seen = console(room.exercise)
        return room.exercise.recording.text(), room.now, room.clock.now, seen, room.lines(FACILITATOR)

    assert restored(again, stands) == before
    again.close()


def test_a_guided_room_replays_to_the_byte(store, opened, library):
    outage = library.outage("write-stall")

    def played(room):
        for at, text in enumerate(DONE, 1):
            room.clock.jump(33 * at)
            room.say(FACILITATOR, FACILITATOR, text)
        room.say(FACILITATOR, FACILITATOR, "skip")
        room.skip("", 1800)
        room.say(FACILITATOR, FACILITATOR, "end")
        return room.exercise.recording

    recording = opened(store, played)
    again = replay(recording, outage.scenario, outage.doctrine)
    assert again.difference is None
    assert again.exercise.recording.text() == recording.text()


@pytest.mark.parametrize("outage", ["write-stall", "split-ledger", "late-messages", "stuck-vault"])
def test_every_answer_of_the_ladder_can_be_said(library, outage):
    made = library.outage(outage)
    exercise = made.exercise(5)
    for at in (0, 60, 300, 900, 1500, 2400):
        exercise.tick(max(at, exercise.now))
        case = Case(made.scenario, made.doctrine, tuple(exercise.entries))
        hints = assess(case, exercise.now, owed(exercise), doing(exercise))["hints"]
        for hint in hints:
            text = hint["answer"].removeprefix("Say: ")
            assert exercise.submit("commander", text).status not in ("unreadable", "ambiguous"), text
            exercise.tick(exercise.free_at("commander"))


def test_what_can_be_said_is_read_as_it_is_offered(library):
    exercise = library.outage("write-stall").exercise(3)
    offered = sayings(exercise)
    for who in offered["speakers"]:
        receipt = exercise.submit(FACILITATOR, f'have {who["say"]} say "Hm {who["say"]}."')
        assert receipt.status in ("done", "refused"), (who, receipt.answer)
    for who in offered["seniors"]:
        assert exercise.submit(FACILITATOR, f"send in {who['say']}").status in ("done", "refused"), who
    for service in offered["services"]:
        text = f"nudge {service['say']} errors by 1% for 1m"
        assert exercise.submit(FACILITATOR, text).status in ("done", "refused"), text


def test_an_observer_is_never_busy(server, room, guide):
    observer = guide("observer")
    for text in ("signals", "note they are quiet", "board", "note still"):
        assert say(server, observer, text)["status"] == "done", text
    assert room.exercise.free_at("observer") == room.now


def test_an_inject_is_put_in_other_words_and_what_was_said_is_shown(server, room, guide):
    place = guide()
    assert say(server, place, 'reword 1 saying "Shall I, or shall I not?"')["status"] == "done"
    first = states(server, place)["console"]["injects"][0]
    assert (first["says"], first["state"]) == ("Shall I, or shall I not?", "waiting")
    assert first["written"] == "I could clear the cache. It has helped before."
    assert say(server, place, 'fire 2 saying "Help!"')["status"] == "done"
    second = states(server, place)["console"]["injects"][1]
    assert (second["says"], second["state"]) == ("Help!", "happened")


def test_the_console_tells_what_lies_ahead_of_a_fast_clock(server, room, guide):
    place = guide()
    ahead = states(server, place)["console"]["ahead"]
    assert ahead[:2] == [
        {"at": 480, "what": "Mei says something (inject 1)"},
        {"at": 720, "what": "support says something (inject 2)"},  # unless they are told something before
    ]
    server.portal.call(room.say, "", "commander", "declare P1")
    server.portal.call(room.skip, "", 30)
    server.portal.call(room.say, "", "commander", "brief sales investigating next in 5m")
    server.portal.call(room.skip, "", 120)
    (promised,) = room.exercise.board().promised.values()
    ahead = states(server, place)["console"]["ahead"]
    assert {"at": promised, "what": "the update promised to sales is due"} in ahead
    say(server, place, "hold 1")
    assert "inject 1" not in str(states(server, place)["console"]["ahead"])


def test_quiet_is_not_skipped_over_a_promise(server, room, guide):
    place = guide()
    server.portal.call(room.say, "", "commander", "declare P1")
    server.portal.call(room.skip, "", 30)
    server.portal.call(room.say, "", "commander", "brief sales investigating next in 5m")
    server.portal.call(room.skip, "", 120)
    (promised,) = room.exercise.board().promised.values()
    stops: list[int] = []
    while room.now < promised and len(stops) < 20:
        server.post(f"{place}/say", json={"text": "skip", "key": f"skip {len(stops)}"})
        stops.append(room.now)
    assert promised <= stops[-1] <= promised + 1
    assert any(promised - AHEAD <= at < promised for at in stops)


def test_it_is_told_what_a_seat_may_say_and_what_not(server, room, guide):
    bounds = states(server, guide())["sayings"]["bounds"]
    assert bounds["commander"]["not"] == []
    assert {"investigate", "check"} <= set(bounds["responder"]["may"])
    assert {"order", "declare"} <= set(bounds["responder"]["not"])
    assert not set(bounds["observer"]["may"]) & {"order", "ask"}


def test_signs_of_life_are_told_to_the_facilitator_alone(server, room, guide):
    place = guide("commander")
    server.get(f"{place}/offers", params={"text": "de"})
    (number,) = [each["n"] for each in room.standing()["people"]]
    desk = guide()
    told: dict = {}
    with server.websocket_connect(f"{desk}/ws") as socket:
        while "active" not in told:
            told |= socket.receive_json()
    acted, gone = told["active"][str(number)]
    assert acted
    assert gone is None
    with server.websocket_connect(f"{place}/ws") as socket:
        assert '"active"' not in "".join(socket.receive_text() for _ in range(5))


def test_no_grade_before_there_is_enough_to_judge(server, room, guide):
    score = server.get(f"{guide()}/assessed").json()["score"]
    assert score["grade"] == ""
    assert score["judged"] < len(score["axes"])


def test_the_grade_is_told_once_it_is_over(over, library):
    outage = library.outage("write-stall")
    case = Case(outage.scenario, outage.doctrine, tuple(over.exercise.entries))
    assert assess(case, over.now)["score"]["grade"]


def told_truth(library, seed=6620, *lines):
    """What a facilitator is told of the stuck vault, after a commander has said some lines."""
    outage = library.outage("stuck-vault")
    exercise = outage.exercise(seed)
    for text in ("declare SEV-2", "page ledger", *lines):
        exercise.submit("commander", text)
        exercise.tick(max(600, exercise.free_at("commander")))
    case = Case(outage.scenario, outage.doctrine, tuple(exercise.entries))
    return assess(case, exercise.now)


def test_of_what_would_help_it_is_told_whether_it_is_dangerous_today_and_what_harm_it_does(library):
    seen = set()
    for seed in range(6615, 6640):
        told = told_truth(library, seed)
        restart = next((one for one in told["cures"] if one["change"] == "restart all vault nodes"), None)
        if restart is not None:
            (danger,) = restart["dangers"]
            assert restart["harms"] == ["vault: requests fail for 100 %, for 60 s"]
            seen.add(danger["holds"])
        if seen == {True, False}:
            break
    assert seen == {True, False}


def test_of_what_was_ordered_it_is_told_what_it_will_do(library):
    told = told_truth(library, 6620, "order name a vault primary by hand")
    assert told["cause"]["name"] == "stalled voters"
    (ordered,) = told["ordered"]
    assert (ordered["id"], ordered["change"]) == ("c1", "name a vault primary by hand")
    assert ordered["what"] == "cannot be made as things are, and does nothing"
    assert ordered["chance"] is None


def test_what_can_still_be_put_right_in_time_costs_nothing_yet(library):
    outage = library.outage("stuck-vault")
    exercise = outage.exercise(3)
    exercise.submit("commander", "declare SEV-4")  # it may be revised for five minutes
    early = assess(Case(outage.scenario, outage.doctrine, tuple(exercise.entries)), exercise.now)["score"]
    assert {axis["axis"]: axis["points"] for axis in early["axes"]}["severity"] is None
    assert early["lost"] == []
    times = []
    for at in (600, 700):
        exercise.tick(at)
        later = assess(Case(outage.scenario, outage.doctrine, tuple(exercise.entries)), exercise.now)["score"]
        assert {axis["axis"]: axis["points"] for axis in later["axes"]}["severity"] is not None
        times.append([each["at"] for each in later["lost"] if each["text"].startswith("Declared SEV-4")])
    assert times[0] == times[1] != []


def test_what_the_facilitator_writes_for_later_is_among_the_injects(server, room, guide):
    place = guide()
    assert say(server, place, 'plan support in 5m saying "A paper calls."')["status"] == "done"
    own = states(server, place)["console"]["injects"][-1]
    assert (own["number"], own["who"], own["says"], own["own"], own["state"]) == (
        5, "support", "A paper calls.", True, "waiting",
    )  # fmt: skip
    assert {"at": 300, "what": "support says something (inject 5)"} in states(server, place)["console"][
        "ahead"
    ]
    assert say(server, place, "hold 5")["status"] == "done"
    offers = server.get(f"{place}/offers", params={"text": "let go "}).json()
    assert "5 support: A paper calls." in [offer["label"] for offer in offers]
    assert states(server, place)["console"]["injects"][-1]["state"] == "held"


def test_help_at_the_desk_is_of_the_desk(server, room, guide):
    page = server.get(guide()).text
    assert "whisper" in page
    assert "plan" in page
    for seat in SEATS:
        assert '"whisper"' not in server.get(guide(seat)).text


def test_an_authors_notes_are_told_in_paragraphs():
    text = "It is easy: ask whether a\nrestart is safe. Watch\nit.\nA good commander ends it.\n\nAsk: why?"
    assert paragraphs(text) == (
        "It is easy: ask whether a restart is safe. Watch it.",
        "A good commander ends it.",
        "Ask: why?",
    )
