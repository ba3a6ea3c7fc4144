"""The room as an attacker meets it: every way in with keys that do not fit, and whatever one can send."""

import json
import re
import time
from collections import defaultdict
from html.parser import HTMLParser

import pytest
from itsdangerous import URLSafeTimedSerializer
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from simulator.domain.entry import TRUTH
from simulator.domain.seats import FACILITATOR
from simulator.room.app import ROUTES
from simulator.room.guard import LARGEST, Bucket
from simulator.room.keys import LASTS, Keys, Pass
from simulator.room.seats import SEATS

XSS = '"><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}'
PLACES = [*SEATS, FACILITATOR, "screen"]
OPEN_TO_ALL = {"/", "/j/{code}", "/join"}
"""Where no cookie is needed; they give nothing but a seat, to whoever has the code."""


@pytest.fixture
def room(server):
    return opened(server)


def opened(server, seed=3):
    return server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), seed))


def joined(server, room, seat="commander", name="Aoife"):
    answer = server.post("/join", json={"code": room.code, "name": name, "seat": seat})
    assert answer.status_code == 200, answer.text
    return answer.json()["to"]


def keys_of(server):
    return Keys(server.rooms.store)


def as_host(server):
    assert server.get(f"/host/{keys_of(server).facilitator}").status_code == 200


def hidden_words(room):
    """What nobody who plays may learn: the truth of every cause, its name, and the facilitator's notes."""
    scenario = room.outage.scenario
    causes = scenario.causes.values()
    return {scenario.facilitator.strip()[:60], *(c.truth for c in causes), *(c.name for c in causes)} - {""}


# Every route, every seat, every cookie that does not fit.


def foreign(server, room, other, seat):
    """A cookie of the same seat in another room, of another seat in this room, and of somebody who left."""
    keys = keys_of(server)
    yield keys.sign(Pass(other.id, "someone", seat))
    yield keys.sign(Pass(room.id, "someone", "observer" if seat != "observer" else "scribe"))
    if seat in SEATS:
        yield keys.sign(Pass(room.id, "nobody", seat))
    yield keys.sign(Pass("", "host", seat))


def forged(server, room, seat):
    """Cookies signed by somebody else, cut, changed, or none at all."""
    good = keys_of(server).sign(Pass(room.id, seat, seat))
    own = URLSafeTimedSerializer("guessed", "icsim room").dumps([room.id, seat, seat])
    yield from ("", "x", own, good[:-1], good[1:], good.replace(".", "..", 1), good + "A", "%00", "=" * 500)
    payload = good.split(".")[0]
    yield f"{payload}.."
    yield json.dumps([room.id, seat, seat])


@pytest.fixture
def expired(monkeypatch):
    def make(server, room, seat):
        now = time.time()
        with monkeypatch.context() as past:
            past.setattr(time, "time", lambda: now - LASTS - 10)
            return keys_of(server).sign(Pass(room.id, seat, seat))

    return make


def ways():
    """Every route of the application that is not open to all, with its methods."""
    for route in ROUTES:
        if not isinstance(route, Route | WebSocketRoute) or route.path in OPEN_TO_ALL:
            continue
        methods = ["WS"] if isinstance(route, WebSocketRoute) else sorted((route.methods or set()) - {"HEAD"})
        yield from (pytest.param(route.path, method, id=f"{method} {route.path}") for method in methods)


@pytest.mark.parametrize(("path", "method"), list(ways()))
def test_no_route_opens_to_a_cookie_that_does_not_fit(server, room, expired, path, method):
    other = opened(server, 4)
    for seat in PLACES if "{seat}" in path else ["host"]:
        given = {"room": room.id, "seat": seat, "number": 1, "minutes": 5, "form": "json"}
        at = path.replace(":int", "").format_map(defaultdict(lambda: "wrong", given))
        cookies = [
            *foreign(server, room, other, seat),
            *forged(server, room, seat),
            expired(server, room, seat),
        ]
        for cookie in cookies:
            name = f"icsim-{seat}" if "{seat}" in path and path.startswith("/r/") else "icsim-host"
            headers = {"cookie": f"{name}={cookie}"}
            if method == "WS":
                with pytest.raises(WebSocketDisconnect), server.websocket_connect(at, headers=headers) as ws:
                    ws.receive_text()
                continue
            if name == "icsim-host" and keys_of(server).read(cookie) == Pass("", "host", FACILITATOR):
                continue
            body = {"text": "declare P1", "act": "go", "outage": "write-stall"}
            got = server.request(method, at, headers=headers, json=body, follow_redirects=False)
            assert got.status_code in (401, 403, 404, 429), (seat, cookie, got.status_code, got.text[:200])
            assert not any(word in got.text for word in hidden_words(room))
    assert not room.exercise.recording.commands
    assert room.clock.stopped


# Truth.


@pytest.mark.parametrize("seat", list(SEATS))
def test_no_answer_to_a_seat_holds_the_truth(server, room, seat):
    place = joined(server, room, seat)
    server.portal.call(room.skip, "", 900)
    told = [server.get(place).text, server.get(f"/j/{room.code}").text]
    for text in ("help", "signals", "ask bo what changed", "nonsense", "order nothing", "timeline", "why"):
        answer = server.post(f"{place}/say", json={"text": text})
        told += [answer.text, str(answer.headers)]
        server.portal.call(room.skip, "", 60)
    for start in ("", "ask ", "order ", "investigate ", "c", "the "):
        told.append(server.get(f"{place}/offers", params={"text": start}).text)
    with server.websocket_connect(f"{place}/ws") as socket:
        told += [socket.receive_text() for _ in range(4)]
    for beyond in ("debrief", "recording", "log", "assessed", "film", "facilitator", "truth"):
        told.append(server.get(f"{place}/{beyond}").text)
    assert any(entry.seen == TRUTH for entry in room.exercise.entries)
    for word in hidden_words(room):
        assert not any(word in text for text in told), word


def test_the_debrief_of_a_parallel_room_tells_nothing_while_others_play(server, room):
    twin = opened(server, room.seed)
    place = joined(server, twin)
    server.portal.call(twin.skip, "", 4 * 3600)
    for what in ("debrief", "recording"):
        assert server.get(f"{place}/{what}").status_code == 403


def test_assets_hold_nothing_of_any_outage(server, room):
    from simulator.room.pages import HERE

    text = "".join(path.read_text() for path in (HERE / "static").iterdir())
    for outage in server.rooms.library.outages():
        assert not any(cause.truth in text for cause in outage.scenario.causes.values())


# What another site, or another sender, may ask.


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.test"},
        {"origin": "null"},
        {"origin": "http://testserver.evil.test"},
        {"origin": "http://evil.test/testserver"},
        {"origin": "http://testserver@evil.test"},
        {"origin": "http://testserver:81"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=lambda headers: "".join(f"{k} {v}" for k, v in headers.items()),
)
def test_nothing_is_done_for_another_site(server, room, headers):
    place = joined(server, room)
    assert server.post(f"{place}/say", json={"text": "declare P1"}, headers=headers).status_code == 403
    assert server.post("/join", json={}, headers=headers).status_code == 403
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        server.websocket_connect(f"{place}/ws", headers=headers),
    ):
        pass
    assert refused.value.code == 4403
    assert not room.exercise.recording.commands


def test_every_answer_holds_the_page_to_its_own(server, room):
    place = joined(server, room)
    for path in ("/", place, "/nothing", "/static/room.css", "/host", f"/j/{room.code}"):
        headers = server.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
    refused = server.post("/join", json={}, headers={"origin": "http://evil.test"})
    assert "content-security-policy" in refused.headers


class Scripts(HTMLParser):
    """What in a page could run."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        inline = (
            tag == "script" and not dict(attrs).get("src") and dict(attrs).get("type") != "application/json"
        )
        handlers = [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]
        if inline or handlers or tag in ("iframe", "object", "embed", "base"):
            self.found.append((tag, attrs))


def test_names_and_words_are_text_wherever_they_are_shown(server, room):
    name = XSS[:40]
    place = joined(server, room, "scribe", name)
    server.post(f"{place}/say", json={"text": f"note {XSS}"})
    as_host(server)
    entered = server.get(f"/host/enter/{room.id}/facilitator")
    server.portal.call(room.skip, "", 4 * 3600)
    pages = [
        entered.text, server.get(place).text, server.get("/host").text, server.get(f"/j/{room.code}").text,
        server.get(f"/r/{room.id}/facilitator/log").text, server.get(f"{place}/debrief").text,
        server.get(f"/j/{XSS[:20]}").text, server.get("/nothing", headers={"accept": "text/html"}).text,
    ]  # fmt: skip
    assert any("onerror" in text for text in pages)
    for text in pages:
        assert not Scripts(text).found
        assert "<img src=x" not in text
    assert "49" not in re.findall(r"alert\(1\)&lt;/script&gt;(..)", "".join(pages))


# What one can send.


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\nb", "\x1b[2J", "\ud800", "\u202eevil", "x\u2028y", "x" * 2001, 7, None, ["a"]],
    ids=repr,
)
def test_words_that_no_screen_or_log_can_hold_are_refused(server, room, text):
    place = joined(server, room)
    body = json.dumps({"text": text, "key": "1"}).encode()
    assert server.post(f"{place}/say", content=body).status_code == 400
    assert server.post("/join", content=json.dumps({"name": text}).encode()).status_code in (400, 404)
    assert not room.exercise.recording.commands


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b"\xff\xfe", b"[" * 60_000, b'{"a":' * 12_000, b"9" * 60_000],
    ids=["empty", "cut", "list", "number", "no text", "deep list", "deep object", "long number"],
)  # fmt: skip
def test_a_body_that_is_no_object_is_refused(server, room, body):
    place = joined(server, room)
    assert server.post(f"{place}/say", content=body).status_code == 400


def test_a_long_body_is_cut_off_whether_or_not_it_says_how_long_it_is(server, room):
    place = joined(server, room)
    assert server.post(f"{place}/say", content=b"x" * (LARGEST + 1)).status_code == 413

    def pieces():
        for _ in range(100):
            yield b"x" * 1000

    assert server.post(f"{place}/say", content=pieces()).status_code == 413
    for length in ("-1", "x", "9" * 5000):
        got = server.post(f"{place}/say", content=b"{}", headers={"content-length": length})
        assert got.status_code == 400


@pytest.mark.parametrize("after", ["9" * 5000, "-1", "x", "²", "1e9", "٣"])
def test_a_socket_may_be_asked_for_any_line(server, room, after):
    place = joined(server, room)
    with server.websocket_connect(f"{place}/ws", params={"after": after}) as socket:
        assert socket.receive_json()
        socket.send_bytes(b"\x00\xff")
        socket.send_text("x" * 100)
        assert socket.receive_json()


def test_one_person_has_so_many_sockets_and_no_more(server, room):
    from contextlib import ExitStack

    place = joined(server, room)
    with ExitStack() as held:
        for _ in range(12):
            held.enter_context(server.websocket_connect(f"{place}/ws")).receive_json()
        with pytest.raises(WebSocketDisconnect) as refused:
            held.enter_context(server.websocket_connect(f"{place}/ws")).receive_json()
        assert refused.value.code == 4429
    with server.websocket_connect(f"{place}/ws") as socket:
        assert socket.receive_json()


def end_of(socket):
    """The code with which a socket is closed, once all that was under way has come."""
    try:
        for _ in range(20):
            socket.receive_json()
    except WebSocketDisconnect as ended:
        return ended.code
    return None


def test_who_gets_up_hears_no_more(server, room):
    place = joined(server, room)
    with server.websocket_connect(f"{place}/ws") as socket:
        socket.receive_json()
        assert server.post(f"{place}/leave", json={}).status_code == 200
        assert end_of(socket) == 4401


def test_words_come_only_so_fast(server, room):
    server.stand_still()
    place = joined(server, room)
    codes = [server.post(f"{place}/say", json={"text": "help"}).status_code for _ in range(60)]
    assert codes == [200] * 40 + [429] * 20


def test_codes_cannot_be_tried_out_and_only_wrong_ones_count(server, room):
    server.stand_still()
    for _ in range(50):
        joined(server, room, "observer")
        server.get(f"/j/{room.code}")
    tried = [server.get(f"/j/BBB-BBB-BB{letter}").status_code for letter in "BCDFGHJKLMNPQRST"]
    assert tried[0] == 404
    assert tried[-1] == 429
    assert server.post("/join", json={"code": room.code, "name": "x", "seat": "observer"}).status_code == 429


def test_a_bucket_fills_again():
    now = [0.0]
    bucket = Bucket(2, 0.5, lambda: now[0])
    assert [bucket.takes("a") for _ in range(3)] == [True, True, False]
    assert not bucket.has("a")
    assert bucket.takes("b")
    now[0] = 2.0
    assert bucket.has("a")
    assert bucket.takes("a")
    assert not bucket.takes("a")


def test_whoever_joins_is_given_a_new_pass_whatever_they_bring(server, room):
    planted = keys_of(server).sign(Pass(room.id, "planted", "observer"))
    server.cookies.set("icsim-observer", planted, path=f"/r/{room.id}/observer")
    answer = server.post("/join", json={"code": room.code, "name": "x", "seat": "observer"})
    given = re.search(r"icsim-observer=([^;]+)", answer.headers["set-cookie"])
    assert given is not None
    assert keys_of(server).read(given[1]).who not in ("planted", "")
    for flag in ("httponly", "samesite=lax", f"path=/r/{room.id}/observer"):
        assert flag in answer.headers["set-cookie"].lower().replace(room.id.lower(), room.id)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/keys.py", "/static/..\\app.py",
        "/static//etc/passwd", "/static/%00", "/static/../pages/seat.html.j2", "/static/",
    ],
)  # fmt: skip
def test_nothing_but_assets_is_served(server, path):
    got = server.get(path)
    assert got.status_code in (400, 404, 405)
    assert "root:" not in got.text
    assert "import" not in got.text


@pytest.mark.parametrize(
    "path", ["//evil.test", "//evil.test/", "/j//evil.test", "/host//evil.test", "/\\evil.test"]
)
def test_nobody_is_sent_elsewhere(server, path):
    got = server.get(f"http://testserver{path}", follow_redirects=False)
    assert "evil" not in got.headers.get("location", "").replace("http://testserver", "").lstrip("/")[:4]
    assert got.status_code >= 400 or got.headers["location"].startswith("http://testserver/")


# The facilitator's uploads, and files of the server.


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../pyproject.toml", "./x.yaml", "scenarios/write-stall.yaml"]
)
def test_a_room_is_not_opened_from_a_file_of_the_server(server, name):
    as_host(server)
    for body in ({"outage": name}, {"outage": "write-stall", "doctrine": name}):
        got = server.post("/host/open", json=body)
        assert got.status_code == 400
        assert "root:" not in got.text
        assert "project" not in got.text


def test_an_outage_that_is_brought_along_is_checked_and_can_be_played(server):
    as_host(server)
    outage = server.rooms.library.outage("write-stall")
    text = next(source.text for source in outage.sources if source.kind == "scenario")
    told = server.post("/host/upload", json={"text": text}).json()
    assert told["outage"] == "uploaded:write-stall"
    room = server.post("/host/open", json={"outage": told["outage"], "seed": 5}).json()
    assert server.rooms.get(room["id"]).outage.scenario.id == "write-stall"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("scenario: x\ntitle: [", "uploaded.yaml:"),
        ("scenario: !!python/object/apply:os.system ['touch /tmp/icsim-owned']", "uploaded.yaml:"),
        (
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nscenario: x\nc: [*b,*b,*b,*b]",
            "uploaded.yaml:",
        ),
        ("nothing of ours", "uploaded.yaml:"),
        ("organisation: x", "uploaded.yaml:"),
    ],
    ids=["cut", "object", "aliases", "other", "organisation"],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place_and_nothing_of_it_is_run(server, text, says):
    from pathlib import Path

    as_host(server)
    told = server.post("/host/upload", json={"text": text}).json()
    assert told["outage"] == ""
    assert says in "".join(told["problems"])
    assert "/tmp/icsim-upload" not in "".join(told["problems"])
    assert not Path("/tmp/icsim-owned").exists()


def test_a_file_that_is_too_long_is_not_read(server):
    as_host(server)
    assert server.post("/host/upload", json={"text": "x" * 1_300_000}).status_code == 413
    assert server.post("/host/upload", json={"text": 7}).status_code == 400


# Who did what.


def test_the_facilitator_reads_who_did_what_and_when_and_nobody_else(server, room):
    place = joined(server, room, "commander", "Aoife")
    server.post(f"{place}/say", json={"text": "declare P1"})
    assert server.get(f"{place}/log").status_code == 403
    as_host(server)
    server.get(f"/host/enter/{room.id}/facilitator")
    page = server.get(f"/r/{room.id}/facilitator/log").text
    bare = re.sub(r"</?span[^>]*>", "", page)
    assert re.search(r"<td>20\d\d-\d\d-\d\d \d\d:\d\d:\d\d </td><td>[^<]*</td><td>Aoife</td><td>said: ", bare)
    assert "came in: from testclient" in page
