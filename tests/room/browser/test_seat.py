"""What somebody does who sits down for the first time."""

import pytest

from tests.room.browser.conftest import drawn, gone, reaches, reads, sees, until

pytestmark = pytest.mark.browser


def test_one_joins_by_the_code_that_is_shown(visit, code):
    page = visit().page
    page.goto(visit().address)
    page.fill("#typed", code.lower().replace("-", " "))
    page.click("#code button")
    page.fill("#name", "Aoife")
    page.check("input[value=commander]")
    page.click("#join > button")
    sees(page, "#paused:not([hidden])")
    assert page.inner_text(".who") == "Aoife Incident Commander"
    assert page.inner_text("#paused").startswith("Not started yet")


def test_words_are_completed_as_one_types(visit, code):
    page = visit().join(code)
    page.keyboard.press("/")
    page.keyboard.type("decl")
    page.keyboard.press("Tab")
    until(page, "document.getElementById('words').value === 'declare '")
    page.keyboard.type("P1")
    page.keyboard.press("Enter")
    said = sees(page, "#lines .own")
    assert said.inner_text().endswith("You declare the incident at P1 and take command.")
    reads(page, "#level", "P1")
    reads(page, "#leads", "You lead")
    until(page, "document.getElementById('words').value === ''")
    page.press("#words", "ArrowUp")
    assert page.input_value("#words") == "declare P1"


def test_a_form_shows_the_words_it_says(visit, code):
    page = visit().join(code)
    page.click("#buttons >> text=Declare")
    page.select_option("[name=level]", "P2")
    assert page.inner_text("dialog .preview") == "declare P2"
    page.click("text=Say it")
    assert "You declare the incident at P2" in sees(page, "#lines .own").inner_text()
    gone(page, "#buttons >> text=Declare")


def test_whoever_ends_what_is_not_resolved_is_asked_first(visit, host, code):
    page = visit().join(code)
    page.fill("#words", "declare P1")
    page.press("#words", "Enter")
    sees(page, "#lines .own")
    host.act("skip", 60)
    reaches(page, "0:01:00")
    page.fill("#words", "End Exercise")
    page.press("#words", "Enter")
    assert sees(page, "dialog .hint-text").inner_text().startswith("It is not resolved.")
    page.click("text=Not now")
    assert page.locator("#lines .own").count() == 1
    assert page.input_value("#words") == "End Exercise"
    page.press("#words", "Enter")
    page.click("text=Say it")
    sees(page, "text=See how it went")


def test_a_seat_is_offered_only_what_it_may_say(visit, code):
    page = visit().join(code, "scribe")
    sees(page, "#buttons button")
    assert page.locator("#buttons button").all_inner_texts() == ["Signals", "Talk", "Note"]


def test_only_a_change_that_is_unverified_can_be_verified(visit, host, code):
    one = visit()
    page = one.join(code)
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 600)
    reaches(page, "0:10:00")
    assert page.locator("#buttons >> text=Verify").count() == 0
    one.say("order stop the migration")
    host.act("skip", 1800)
    page.click("#board button:text-is('Verify')")
    assert page.locator("[name=change] option").all_inner_texts() == ["stop the migration"]
    assert page.inner_text("dialog .preview") == "verify stop the migration for 5m"


def test_an_update_is_composed_claim_by_claim_and_shown_as_it_is_read(visit, host, code):
    one = visit()
    page = one.join(code)
    one.say("declare P1")
    page.click("#tab-post")
    page.check("input[value='send a message']")
    page.fill("[name=text]", 'Some "messages" fail.')
    page.fill("[name=workaround]", "retry once")
    page.select_option("[name=data]", "safe")
    assert page.text_content("#post .preview") == (
        'post status page investigating affecting send a message workaround "retry once" data safe next in '
        "20m saying \"Some 'messages' fail.\""
    )
    assert 'Some "messages" fail.' in page.inner_text("[aria-label='As it will read']")
    page.click("button:text-is('Send to status page')")
    until(page, "document.querySelector('[name=text]').value === ''")
    host.act("skip", 300)
    sees(page, "#post >> text=Sent so far")
    host.enter("screen")
    shown = sees(host.page, "#status >> text=retry once")
    assert shown
    assert "is safe" in host.page.inner_text("#status")


def scrolls_up(page):
    """Scroll to the first line, once more where what was just drawn took it for its own doing."""
    where = "document.getElementById('lines').scrollTop"
    for _ in range(50):
        page.evaluate(f"{where} = 0")
        drawn(page)
        if page.evaluate(where) == 0:
            return
    pytest.fail("what is drawn takes the list back to its end again and again")


def test_what_came_while_one_read_above_is_counted(visit, host, code):
    one = visit({"width": 1000, "height": 500})
    page = one.join(code)
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 1200)
    reaches(page, "0:20:00")
    scrolls_up(page)
    one.say("ask everyone what changed")
    host.act("skip", 600)
    sees(page, "#jump:not([hidden])")
    assert page.locator("#lines .fence").count() == 1
    assert page.title().startswith("(")
    page.click("#jump")
    gone(page, "#jump")
    assert not page.title().startswith("(")


def test_the_first_stop_of_the_keyboard_is_the_way_to_the_content(visit, code):
    page = visit().join(code)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
