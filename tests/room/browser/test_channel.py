"""The channel and the box beside it: what is newest stays in sight, and nothing that was typed is lost."""

import pytest

from tests.room.browser.conftest import PHONE, gone, holds, passes, reaches, sees, tells, until

pytestmark = pytest.mark.browser
AT_END = """(() => { const list = document.getElementById('lines');
    return list.scrollHeight - list.scrollTop - list.clientHeight < 5; })()"""
LOWER_AS_IT_SCROLLS = """(async () => {
    const list = document.getElementById('lines'), lower = document.createElement('p');
    lower.style.cssText = 'height: 5rem; flex-shrink: 0';
    list.scrollTop -= 1; list.parentNode.after(lower);
    for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
    const end = list.scrollHeight - list.scrollTop - list.clientHeight; lower.remove(); return end; })()"""
ABOVE = AT_END.replace("< 5", "> 200")
LONG = "Welcome to all of you. " * 20


def typed(page, text):
    page.fill("#words", text)
    page.press("#words", "Enter")


def full(host, one, page):
    """A channel with more lines than it shows."""
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 1200)
    reaches(page, "0:20:00")
    until(page, AT_END)
    assert page.locator("#lines li").count() > 8


def test_only_a_persons_own_scrolling_stops_the_channel(visit, host, code):
    one = visit({"width": 1000, "height": 620})
    page = one.join(code)
    full(host, one, page)
    assert page.evaluate(LOWER_AS_IT_SCROLLS) < 5, "a scroll is told of after the list has become lower"
    typed(page, "what is it that we say here to each other?")
    sees(page, "#answer.wrong")
    host.act("skip", 300)
    host.post("tell", {"text": LONG})
    sees(page, "#word")
    until(page, AT_END)
    assert page.is_hidden("#jump")
    page.hover("#lines")
    page.mouse.wheel(0, -300)
    until(page, ABOVE)
    host.say('have mei say "it is the third shard"')
    sees(page, "#jump:not([hidden])")
    assert not page.evaluate(AT_END), "whoever reads above is not torn away"


def test_what_the_facilitator_says_takes_two_lines_of_a_phone_and_goes(visit, host, code):
    page = visit(PHONE).join(code, "business-lead", "Ben")
    host.post("tell", {"text": LONG})
    sees(page, "#word")
    assert page.locator("#word").bounding_box()["height"] < 80
    page.click("#word >> text=More")
    assert page.locator("#word").bounding_box()["height"] > 200
    page.click("#word [aria-label=Close]")
    page.reload()
    sees(page, "#lines .toall")
    passes(page, 600)
    assert page.locator("#word").count() == 0, "what was said before one came is in the channel alone"


def test_keys_go_to_the_box_and_controls_keep_theirs(visit, code):
    page = visit().join(code)
    page.click("#tab-map")
    page.keyboard.type("'hello all")
    assert page.input_value("#words") == "'hello all"
    page.keyboard.press("Enter")
    sees(page, "#lines .own >> text=hello all")
    until(page, "document.getElementById('words').value === ''")
    page.focus("#tab-board")
    page.keyboard.press("Space")
    sees(page, "#board:visible")
    assert page.input_value("#words") == ""
    page.click("#tab-runbook")
    page.fill("#runbook input", "shard")
    page.keyboard.type("s")
    assert page.input_value("#runbook input") == "shards"
    typed(page, "does anybody know?")
    sees(page, "#answer.wrong")
    typed(page, "timeline")
    tells(page, "#answer", "The channel is the timeline")
    assert page.get_attribute("#answer", "class") == ""
    assert page.is_visible("#runbook")
    assert page.get_attribute("#tab-runbook", "aria-selected") == "true"


def test_an_update_that_is_taken_back_is_in_its_form_again_and_nothing_moves(visit, code):
    page = visit(PHONE).join(code, "business-lead", "Ben")
    sees(page, "#buttons button")
    at = page.locator("#words").bounding_box()["y"]
    page.click("#tab-post")
    assert "send" in page.get_attribute("[name=text]", "placeholder")
    page.check("[name=scope] >> nth=0")
    page.fill("[name=text]", "One in five messages fails.")
    page.fill("[name=workaround]", "try once more")
    page.select_option("[name=next]", "15m")
    page.check("[name=too][value=support]")
    page.click("#composer .send")
    holds(page, "#row li")
    until(page, "document.querySelector('[name=text]').value === ''")
    assert page.input_value("[name=next]") == "15m", "a promise is as long as the last one"
    page.click("#tab-channel")
    sees(page, "#row >> text=Take back")
    assert page.locator("#words").bounding_box()["y"] == pytest.approx(at, abs=2)
    assert page.locator("#lines .own >> text=writing to the status page, out in about 1 min").count() == 1
    page.click("#row >> text=Take back")
    tells(page, "#answer", "Taken back: Update to support. It is in its form again.")
    assert page.locator("#words").bounding_box()["y"] == pytest.approx(at, abs=2)
    page.click("#tab-post")
    page.select_option("[name=audience]", "support")
    fields = [page.input_value(f"#composer [name={name}]") for name in ("text", "workaround", "next")]
    assert fields == ["One in five messages fails.", "try once more", "15m"]


def test_an_observer_keeps_the_view_they_look_at_and_can_reach_the_facilitator(visit, host, code):
    one = visit()
    page = one.join(code, "observer", "Eli")
    host.act("skip", 300)
    reaches(page, "0:05:00")
    holds(page, "#pins")
    page.click("#tab-charts")
    page.click("#lines li[id] >> nth=0")
    assert page.is_visible("#charts")
    page.click("text=Pin a note to this")
    sees(page, "#pinned:visible")
    assert page.evaluate("document.activeElement.id") == "pin-text"
    assert page.inner_text("#say button") == "Enter"
    typed(page, "say is there a big screen?")
    sees(page, "#answer:not(.wrong) >> text=An observer watches")
    page.click("text=Say it to the facilitator alone")
    sees(page, "#lines .private >> text=is there a big screen?")
    until(page, "document.getElementById('words').value === ''")
    typed(page, "people")
    gone(page, "#answer.wrong")
