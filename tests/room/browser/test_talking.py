"""After the end in browsers: all talk on, are led by the facilitator, and write down what they take away."""

import pytest

from tests.room.browser.conftest import PHONE, follow, holds, sees, until

pytestmark = pytest.mark.browser
VISIBLE = "document.getElementById('{}').getBoundingClientRect().bottom <= innerHeight"


def say(page, text):
    page.fill("#talk-words", text)
    page.press("#talk-words", "Enter")
    holds(page, f"#talk-lines >> text={text}")


def hears(page, text):
    holds(page, f"#talk-lines >> text={text}")


def test_all_talk_on_are_led_and_write_down_what_they_take_away(visit, host):
    code = host.open(74)
    ann, ben = visit(), visit(size=PHONE)
    leads, writes = ann.join(code, "commander", "Ann"), ben.join(code, "scribe", "Ben")
    ann.say("declare P1")
    host.act("skip", 60)
    ann.walk_away()
    they_talk_from_their_seats_and_from_every_page(leads, writes)
    host.enter("facilitator")
    desk = host.page
    desk.goto(f"{host.address}/r/{host.room}/facilitator/after/guide/30")
    they_are_led(desk, leads, writes)
    they_write_it_down(desk, writes)
    assert not ann.wrong
    assert not ben.wrong


def they_talk_from_their_seats_and_from_every_page(leads, writes):
    say(leads, "Was that fair?")
    hears(writes, "Was that fair?")
    follow(writes, "text=See how it went")
    hears(writes, "Was that fair?")
    follow(writes, "a.way:has-text('Debrief')")
    say(writes, "The severity was not.")
    hears(leads, "The severity was not.")
    assert writes.evaluate(VISIBLE.format("talk"))
    heading = "document.getElementById('story-heading').getBoundingClientRect().top"
    below = "document.querySelector('nav.contents').getBoundingClientRect().bottom"
    leads.goto(leads.url + "/debrief#story")
    until(leads, f"{heading} >= {below}")
    writes.click("text=Afterwards")


def they_are_led(desk, leads, writes):
    leads.click("text=Afterwards")
    leads.click("a.way:has-text('30 minutes')")
    sees(leads, "#step-2")
    desk.click("#step-4 >> text=Bring everybody here")
    sees(leads, "#step-4.here")
    assert leads.evaluate("location.hash") == "#step-4"
    sees(desk, ".here-now:text('Here: Ann. Not yet: Ben.')")
    writes.click("#talk-lines .way-there")
    sees(writes, "#step-4.here")
    sees(desk, ".here-now:text('All 2 are here.')")
    leads.focus("#when")  # whoever writes is not torn away
    desk.click("#step-2 >> text=Bring everybody here")
    sees(writes, "#step-2.here")
    hears(leads, "Look at this step with me: What went well.")
    assert leads.evaluate("location.hash") == "#step-4"


def they_write_it_down(desk, writes):
    assert writes.get_attribute("#by", "min") > "2020"
    for name, text in {"when": "it is late", "will": "x" * 200, "by": "2031-01-31"}.items():
        writes.fill(f"#{name}", text)
    writes.click("text=Commit to it")
    sees(writes, "#done:text('It is written down')")
    first = sees(writes, ".made li:first-child.fresh")
    assert first.evaluate("item => item.scrollWidth <= item.clientWidth")
    writes.click(".made button:text-is('Correct')")
    writes.fill("#will", "ask twice")
    writes.click("text=Save the correction")
    sees(writes, ".made >> text=ask twice")
    sees(desk, ".made >> text=ask twice")
    desk.click(".made button:text-is('Take back')")
    holds(writes, "#made[hidden]")
