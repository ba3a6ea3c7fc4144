"""Several people at once: pauses, moves, shadows, supervisors, and a server that is started again."""

import pytest

from tests.room.browser.conftest import gone, passes, reads, sees, until

pytestmark = pytest.mark.browser


def test_a_pause_is_seen_by_all_and_stops_every_clock(visit, host, code):
    first, second = visit().join(code), visit().join(code, "deputy", "Bo")
    host.act("go")
    for page in (first, second):
        gone(page, "#paused")
    host.act("pause")
    for page in (first, second):
        sees(page, "#paused:not([hidden])")
    stood = [page.inner_text("#clock") for page in (first, second)]
    passes(first, 1200)
    assert [page.inner_text("#clock") for page in (first, second)] == stood


def test_others_hear_the_commander_by_name(visit, code):
    one = visit()
    one.join(code)
    other = visit().join(code, "deputy", "Bo")
    one.say("declare P1")
    sees(other, "#lines >> text=Aoife declares the incident at P1")
    reads(other, "#leads", "Aoife leads")


def test_a_shadow_sees_what_the_seat_sees_and_cannot_speak(visit, host, code):
    one = visit()
    page = one.join(code)
    shadow = visit().join(code, "shadow-commander", "Cy")
    one.say("declare P1")
    one.say("signals")
    one.say("say that is all")
    for each in (shadow, page):
        sees(each, "#lines >> text=that is all")
    assert shadow.locator("#words").count() == 0
    assert shadow.locator("#buttons button").count() == 0
    seen = "[...document.querySelectorAll('#lines li[id]')].length"
    assert shadow.evaluate(seen) == page.evaluate(seen)
    told = shadow.request.post(f"{shadow.url}/say", data={"text": "declare P2", "key": "1"})
    assert told.status == 403


def test_a_supervisor_nudges_one_seat_alone(visit, code):
    page = visit().join(code)
    deputy = visit().join(code, "deputy", "Bo")
    beside = visit().join(code, "beside-commander", "Di")
    beside.fill("#nudging", "What have you told the customers?")
    beside.keyboard.press("Enter")
    line = sees(page, "#lines .private")
    assert "Di, to this seat alone: What have you told the customers?" in line.inner_text()
    assert deputy.locator("text=What have you told").count() == 0
    assert deputy.request.post(f"{deputy.url}/nudge", data={"text": "psst"}).status == 403


def test_the_facilitator_moves_somebody_to_another_seat(visit, host, code):
    page = visit().join(code, "observer")
    assert host.move(1, "deputy")["status"] == "done"
    page.wait_for_url("**/deputy")
    assert "Deputy" in page.inner_text(".who")
    taken = visit()
    taken.join(code, "scribe", "Bo")
    assert host.move(2, "deputy")["answer"].startswith("Aoife sits there")


def test_a_seat_is_given_back_and_the_lobby_says_so_by_itself(visit, code):
    waiting = visit().page
    waiting.goto(f"{visit().address}/j/{code}")
    page = visit().join(code)
    holder = "[data-seat=commander] .holder"
    sees(waiting, f"{holder} >> text=Aoife")
    assert waiting.is_disabled("input[value=commander]")
    page.click("#leave")
    assert "Nobody leads" in page.inner_text("dialog")
    page.click("dialog button:text-is('Leave')")
    page.wait_for_url("**/j/**")
    sees(waiting, f"{holder} >> text=free")
    assert waiting.is_enabled("input[value=commander]")


def test_a_program_leads_when_the_commander_leaves_if_it_was_let(visit, host, code):
    page = visit().join(code)
    host.act("program")
    page.click("#leave")
    while "A program leads until somebody sits down here again" not in page.inner_text("dialog"):
        page.keyboard.press("Escape")  # the page has not heard of it yet
        page.wait_for_timeout(100)
        page.click("#leave")
    page.click("dialog button:text-is('Leave')")
    page.wait_for_url("**/j/**")
    sees(page, "text=a program leads; take over")
    visit().join(code, name="Bo")


def test_a_server_that_is_started_again_loses_nobody_and_no_word(visit, served, host, code):
    one = visit()
    page = one.join(code)
    one.say("declare P1")
    sees(page, "#lines .own >> text=You declare the incident")
    page.fill("#words", "half a thou")
    before = page.locator("#lines li").all_inner_texts()
    served.stop()
    sees(page, "text=Connection lost")
    served.start()
    until(page, "document.getElementById('net').textContent === ''")
    assert page.input_value("#words") == "half a thou"
    assert page.locator("#lines li").all_inner_texts() == before
    one.say("page datastores")
    host.act("skip", 60)
    sees(page, "#lines >> text=Raj is paged")


def test_whoever_is_over_early_waits_on_a_page_that_opens_by_itself(visit, host):
    page = visit().join(host.open(seed=11))
    host.say("end")
    host.open(seed=11)
    page.click("text=See how it went")
    sees(page, "text=One room is still at it")
    host.say("end")
    sees(page, "h2 >> text=Decide again")
