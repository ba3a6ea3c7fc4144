"""A team that plays for the first time: every press is answered, and every choice says what it means."""

import pytest

from tests.room.browser.conftest import WALL, gone, reaches, reads, sees, tells, until

pytestmark = pytest.mark.browser
FADES = 6000
"""Milliseconds after which an answer goes by itself."""
HEARD = "document.querySelectorAll('#lines .own').length"


def led(one, host, code):
    """A commander with people on the call."""
    page = one.join(code)
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 900)
    reaches(page, "0:15:00")
    return page


def offered(page, name):
    return page.locator(f"dialog [name={name}] option").all_inner_texts()


def test_words_that_take_their_time_say_until_when_and_what_is_said_meanwhile_waits(visit, host, code):
    one = visit()
    one.page.clock.install()
    page = led(one, host, code)
    one.say("order fail over a shard")
    tells(page, "#answer", "You are free again at 0:15:")
    one.say("freeze")
    tells(page, "#answer", "Waits until you are free, at 0:15:")
    sees(page, "#row .what")
    assert page.locator("#row .what").all_inner_texts() == ["freeze"]
    assert page.locator("#answer.wrong").count() == 0
    host.act("skip", 120)
    sees(page, "#lines >> text=Other teams' changes to production are stopped.")
    tells(page, "#answer", "Said now: freeze")
    page.clock.fast_forward(FADES)
    until(page, "document.getElementById('answer').textContent === ''")


def test_words_on_their_way_are_shown_and_come_through_by_themselves(visit, code):
    one = visit()
    page = one.join(code)
    one.context.set_offline(True)
    page.fill("#words", "note all well")
    page.press("#words", "Enter")
    sees(page, "#answer >> text=Said as soon as you are back: note all well")
    assert page.input_value("#words") == "", "it stands among what is on its way"
    page.fill("#words", "note all well")
    page.press("#words", "Enter")
    sees(page, "#answer >> text=That is on its way already: note all well")
    one.context.set_offline(False)
    sees(page, "#lines .own >> text=Note: all well")
    until(page, "!document.getElementById('answer').textContent.includes('note all well')")
    assert page.evaluate(HEARD) == 1


def test_a_severity_is_chosen_by_what_it_means_and_never_by_default(visit, code):
    page = visit().join(code)
    page.click("#buttons >> text=Declare")
    levels = offered(page, "level")
    assert levels[0] == "choose one"
    assert all(len(level) > 20 and level.startswith(f"P{n}: ") for n, level in enumerate(levels[1:]))
    page.click("dialog button[value=say]")
    assert page.is_visible("#form[open]"), "nothing was chosen"
    page.select_option("[name=level]", "P1")
    page.click("dialog button[value=say]")
    sees(page, "#lines >> text=You declare the incident at P1")


def test_what_is_owed_has_the_form_that_settles_it(visit, host, code):
    one = visit()
    page = led(one, host, code)
    owed = page.locator("#board section", has_text="Owed now")
    owed.locator("li", has_text="no business lead").get_by_role("button", name="Assign").click()
    assert page.inner_text("dialog .preview").startswith("assign business-lead to ")
    page.keyboard.press("Escape")
    one.say("order stop the migration")
    host.act("skip", 900)
    owed.locator("li", has_text="waits for a sitrep").get_by_role("button", name="Sum up").click()
    assert page.inner_text("dialog .preview").startswith("sitrep")
    page.keyboard.press("Escape")
    owed.get_by_role("button", name="Freeze").click()
    page.click("dialog button[value=say]")
    sees(page, "#lines >> text=Other teams' changes to production are stopped.")
    until(page, "!document.querySelector('#board').textContent.includes('still change production')")


def test_forms_say_who_looks_after_what_and_let_work_be_given_by_name(visit, host, code):
    one = visit()
    page = led(one, host, code)
    page.click("#buttons >> text=Page")
    page.select_option("[name=who]", "datastores")
    assert "db-shards" in page.inner_text("dialog .hint-text")
    page.keyboard.press("Escape")
    page.click("#buttons >> text=Look into")
    page.select_option("[name=place]", "db-shards")
    assert "datastores" in page.inner_text("dialog .hint-text")
    page.keyboard.press("Escape")
    one.say("order stop the migration")
    host.act("skip", 1800)
    page.click("#buttons >> text=Verify")
    who = offered(page, "who")
    assert who[0] == "nobody by name: whoever takes it"
    page.select_option("[name=who]", index=1)
    assert page.inner_text("dialog .preview").endswith(f" by {who[1].split(',')[0]}")


def test_whoever_sits_beside_a_seat_reads_by_name_who_spoke(visit, code):
    one = visit()
    one.join(code)
    beside = visit().join(code, "beside-commander", "Di")
    one.say("declare P1")
    assert "Aoife declares the incident at P1" in sees(beside, "#lines .said").inner_text()
    reads(beside, "#leads", "Aoife leads")
    sees(beside, "#lines .note:text-is('urgent')")
    assert beside.locator("#lines .note >> text=wants you").count() == 0
    reads(one.page, "#leads", "You lead")
    assert one.page.locator("#lines .note >> text=wants you").count() == 1


def test_what_somebody_else_said_from_a_seat_is_not_told_as_ones_own(visit, host, code):
    one = visit()
    one.join(code)
    one.say("declare P1")
    host.move(1, "observer")
    one.page.wait_for_url("**/observer")
    told = sees(one.page, ".done:not(:empty)")
    assert told.inner_text() == "You were given another seat: you are the Observer now."
    page = visit().join(code, "commander", "Bo")
    assert "Aoife declares the incident at P1" in sees(page, "#lines .said").inner_text()
    assert page.evaluate(HEARD) == 0


@pytest.mark.parametrize("seat", ["technical-lead", "observer"])
def test_every_seat_is_told_what_it_is_for(visit, code, seat):
    page = visit().join(code, seat)
    about = {"technical-lead": "Leads the technical work", "observer": "Watches, and pins notes"}[seat]
    briefing = page.inner_text(".briefing")
    assert about in briefing
    assert "This is what the commander was told:" in briefing
    assert page.inner_text(".briefing blockquote")


def test_the_console_shows_how_to_join_until_the_clock_starts(visit, host, code):
    host.enter("facilitator")
    page = host.page
    sees(page, "#invite:visible")
    assert code in page.inner_text("#invite")
    visit().join(code)
    sees(page, "#here >> text=Aoife")
    assert page.is_visible("#invite")
    page.click("#go")
    sees(page, "#injects:visible")


def test_the_console_keeps_the_view_that_was_chosen(host, code):
    host.enter("facilitator")
    page = host.page
    sees(page, "#invite:visible")
    page.click("#tab-stepin")
    page.click("#go")
    gone(page, "#paused")
    assert page.is_visible("#stepin")


def test_what_is_resolved_promises_nothing_and_was_affected(visit, code):
    page = visit().join(code)
    page.click("#tab-post")
    page.check("[name=scope] >> nth=0")
    assert page.text_content("#composer .preview").endswith("next in 20m")
    page.select_option("#composer [name=state]", "resolved")
    assert "next in" not in page.text_content("#composer .preview")
    assert "Was affected:" in page.inner_text("#composer .sent")
    page.select_option("#composer [name=state]", "monitoring")
    assert page.text_content("#composer .preview").endswith("next in 20m")


def test_the_wall_asks_nobody_to_join_what_is_over(visit, host, code):
    one = visit(WALL)
    led(one, host, code)
    host.enter("screen")
    sees(host.page, ".joinhere:visible")
    one.walk_away()
    gone(host.page, ".joinhere")
