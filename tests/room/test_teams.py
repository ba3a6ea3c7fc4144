"""Several teams in the same outage: opened at once, seen on one page, compared at the same seconds."""

import io
from zipfile import ZipFile

import pytest

from simulator.debrief.teams import course_of, rows_of, teams_page
from simulator.domain.course import customer_minutes
from simulator.exercise.players import PLAYERS, play
from simulator.library.places import shipped
from simulator.room.keys import Pass
from simulator.scoring.case import Case
from tests.room.people import every, facilitates, joined


@pytest.fixture
def host(server):
    cookie = server.keys.sign(Pass("", "host", "facilitator"))
    server.cookies.set("icsim-host", cookie)
    return server


def opened(host, teams="Payments\nSearch\n\nSearch ", **more):
    return host.post("/host/parallel", json={"teams": teams, "outage": "write-stall", "seed": 3, **more})


def test_every_team_gets_a_room_with_the_same_luck(host):
    answer = opened(host, seed=None)
    assert answer.status_code == 200, answer.text
    found = every(host.rooms)
    assert [room.origin["team"] for room in found] == ["Payments", "Search"]
    assert len({room.seed for room in found}) == 1
    assert len({room.code for room in found}) == 2
    assert host.get(answer.json()["to"]).status_code == 200
    assert "Payments" in host.get("/host").text


def test_who_did_not_come_by_the_facilitators_link_opens_and_sees_nothing(server, host):
    to = opened(host).json()["to"]
    server.cookies.clear()
    for path in (to, f"{to}/now", f"{to}/comparison"):
        assert server.get(path).status_code == 401
    assert opened(server).status_code == 401
    assert server.post(f"{to}/clocks", json={"act": "go"}).status_code == 401


def test_one_team_is_not_several_and_an_outage_must_exist(host):
    assert opened(host, teams="Alone").status_code == 400
    assert opened(host, teams="\n".join(f"team {n}" for n in range(40))).status_code == 400
    assert opened(host, outage="no-such").status_code == 400
    assert not every(host.rooms)


def test_one_page_shows_how_each_stands(host):
    to = opened(host).json()["to"]
    payments = every(host.rooms)[0]
    host.portal.call(payments.say, "", "commander", "declare P1")
    first, second = host.get(f"{to}/now").json()
    assert (first["team"], first["severity"], second["severity"]) == ("Payments", "P1", "")
    assert first["lines"][-1]["text"].endswith("declares the incident at P1 and takes command.") or any(
        "declare" in line["text"] for line in first["lines"]
    )
    assert host.post(f"{to}/clocks", json={"act": "go"}).status_code == 200
    assert not any(room.clock.stopped for room in every(host.rooms))
    assert host.post(f"{to}/clocks", json={"act": "pause"}).status_code == 200
    assert all(room.clock.stopped for room in every(host.rooms))
    assert host.post(f"{to}/clocks", json={"act": "explode"}).status_code == 400


def test_what_the_page_has_already_is_not_sent_again(host):
    to = opened(host).json()["to"]
    first = host.get(f"{to}/now")
    again = host.get(f"{to}/now", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    host.portal.call(every(host.rooms)[0].say, "", "commander", "declare P1")
    later = host.get(f"{to}/now", headers={"if-none-match": first.headers["etag"]})
    assert later.status_code == 200
    assert later.json()[0]["severity"] == "P1"


def test_they_are_compared_when_all_are_over(host):
    to = opened(host).json()["to"]
    one, other = every(host.rooms)
    place = joined(host, one)
    host.portal.call(one.say, "", "commander", "declare P1")
    host.portal.call(one.skip, "", 8 * 3600)
    assert host.get(f"{to}/comparison").status_code == 403
    assert host.get(f"{place}/after/comparison").status_code == 403
    host.portal.call(other.skip, "", 8 * 3600)
    html = host.get(f"{to}/comparison").text
    shown = host.get(f"{place}/after/comparison").text
    talk = '<script type="module" src="/static/talk.js"></script>'  # of those who sat in that room
    assert talk not in html
    assert talk in shown
    html = html.replace(f'"{to}">\u2190 Side by side', f'"{place}/after">\u2190 Afterwards')
    assert html == shown.replace(talk, "")
    assert "The same seconds" in html
    got = host.get(f"{facilitates(host, one)}/after/everything.zip")
    with ZipFile(io.BytesIO(got.content)) as found:
        folders = {name.partition("/")[0] for name in found.namelist()}
        kept = found.read("side-by-side.html").decode()
    assert "\u2190" not in kept, "a file that was kept has no room to go back to"
    assert folders == {"side-by-side.html", f"Payments-{one.code}", f"Search-{other.code}"}


def test_whoever_is_over_early_is_told_who_still_plays(host):
    opened(host)
    one, other = every(host.rooms)
    place = joined(host, one)
    host.portal.call(one.skip, "", 8 * 3600)
    page = {"accept": "text/html"}
    for path in (f"{place}/after", f"{place}/debrief"):
        told = host.get(path, headers=page)
        assert told.status_code == 403
        assert "One room is still at it" in told.text
        assert other.origin["team"] not in told.text
        assert f'<a class="button" href="/j/{one.code}/back">Back to your seat</a>' in told.text
    told = host.get(f"{facilitates(host, one)}/after", headers=page).text
    assert f'/host/enter/{other.id}/facilitator">Search</a>, not begun' in told
    host.portal.call(other.skip, "", 8 * 3600)
    assert host.get(f"{place}/after", headers=page).status_code == 200


def test_a_room_by_itself_is_compared_with_nobody(server, over):
    assert server.get(f"{joined(server, over)}/after/comparison").status_code == 404


@pytest.fixture(scope="module")
def courses(library):
    outage = library.outage("write-stall")
    played = {
        name: play(outage.exercise(3), PLAYERS[name](3)) for name in ("by-the-book", "cheapest-first", "idle")
    }
    return {
        name: (course_of(Case(outage.scenario, outage.doctrine, tuple(one.entries)), name), one)
        for name, one in played.items()
    }


def test_the_curve_ends_at_what_was_lost_and_never_falls(courses):
    for course, exercise in courses.values():
        assert course.curve[-1][1] == pytest.approx(customer_minutes(exercise.entries))
        assert course.lost == pytest.approx(course.curve[-1][1])
        amounts = [lost for _, lost in course.curve]
        assert amounts == sorted(amounts)


def test_what_never_came_is_said_to_be_so(courses):
    rows = {row.what: row.cells for row in rows_of([courses["idle"][0], courses["by-the-book"][0]])}
    assert rows["called mitigated"][0] == "never"
    assert rows["called mitigated"][1] != "never"
    assert rows["first word to status page"][0] == "never"


def test_teams_stand_by_name_whoever_lost_most(courses):
    ordered = [course for course, _ in courses.values()]
    page = teams_page("An outage", "3 teams", ordered, shipped("reports"))
    assert page == teams_page("An outage", "3 teams", ordered[::-1], shipped("reports"))
    head = page.partition("<tbody>")[0]
    assert head.rindex("by-the-book</th>") < head.rindex("cheapest-first</th>") < head.rindex("idle</th>")
