"""The console in a browser: buttons say what could be typed, and the page shows what came of it."""

import pytest

from tests.room.browser.conftest import sees

pytestmark = pytest.mark.browser


@pytest.fixture
def page(host):
    """The console of a room in which a program plays, its clock stopped."""
    host.open()
    host.act("program")
    host.act("go")
    host.enter("facilitator")
    host.page.click("#pause")
    return host.page


def test_an_inject_is_held_reworded_and_fired_with_buttons(page):
    page.click("[aria-label='Hold: inject 1']")
    sees(page, "#lines >> text=The facilitator holds inject 1 back.")
    page.click("[aria-label='Fire now in other words...: inject 2']")
    page.fill("dialog textarea", 'Fifty "angry" people.')
    page.click("text=Fire it now")
    sees(page, "#lines :text(\"Support: Fifty 'angry' people.\")")
    sees(page, ".inject.held >> text=1. Mei")
    sees(page, ".inject.happened >> text=2. support")
    sees(page, ".inject.happened >> text=Fifty 'angry' people.")


PRESSES = """async () => {
    const { unpressed } = await import("/static/pressed.js"), told = [];
    await new Promise((done) => unpressed(done));
    unpressed(() => told.push("before"));
    dispatchEvent(new PointerEvent("pointerdown"));
    unpressed(() => told.push("one"));
    unpressed(() => told.push("two"));
    const held = [...told];
    dispatchEvent(new PointerEvent("pointerup"));
    const clicked = [...told];
    await new Promise((done) => unpressed(done));
    return [held, clicked, told];
}"""


def test_what_comes_while_something_is_pressed_waits_until_the_click_is_heard(page):
    """Else a panel that is drawn anew would pull the button away between the press and its release."""
    held, clicked, told = page.evaluate(PRESSES)
    assert held == clicked == ["before"]
    assert told == ["before", "one", "two"]


def test_an_inject_is_edited_and_left_for_its_time(page):
    page.click("[aria-label='Edit...: inject 2']")
    page.fill("dialog textarea", "A hundred people.")
    page.click("text=Keep these words")
    sees(page, ".inject.waiting >> text=A hundred people.")
    sees(page, ".inject.waiting >> text=the author's words")


def test_the_seat_is_given_to_a_program_and_back_by_one_button(page):
    page.click("#tab-crew")
    page.click("text=A program commands: give the seat back")
    page.click("button:text-is('Let a program command')")
    sees(page, "#program[aria-pressed=true]")
    sees(page, "#program-says:text('A program speaks for the commander')")


def test_everybody_is_told_in_the_facilitators_name(page):
    page.click("text=Step in")
    form = page.locator("form.step", has_text="Say something to everybody")
    form.locator("textarea").fill("Five more minutes.")
    form.get_by_role("button").click()
    sees(page, "#lines .toall >> text=Five more minutes.")
    page.fill("#words", "say Five more minutes, and a breath.")  # typed, it is the same
    page.press("#words", "Enter")
    sees(page, "#lines .toall >> text=Five more minutes, and a breath.")
    page.goto(page.url.replace("/r/", "/host/enter/").replace("/facilitator", "/screen"))
    sees(page, "#word:text('Five more minutes, and a breath.')")


def test_somebody_says_something_later_and_the_words_of_the_desk_are_a_sheet(page):
    page.click("text=Write one of your own...")
    form = page.locator("form.step", has_text="Have somebody say something")
    form.locator("textarea").fill("A paper calls.")
    form.locator("[name=in]").fill("7")
    form.get_by_role("button").click()
    page.click("#tab-injects")
    sees(page, ".inject.waiting >> text=(yours)")
    page.fill("#words", "help")
    page.press("#words", "Enter")
    sees(page, "#help[open]")
    box = page.locator("#help").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= page.viewport_size["height"]
    page.click("#help .word >> text=whisper")
    assert page.input_value("#words") == "whisper "


def test_a_nudge_is_made_with_a_form_and_what_is_refused_is_said(page):
    page.click("text=Step in")
    nudge = page.locator("form.step", has_text="Nudge the world")
    nudge.get_by_role("button").click()
    sees(page, "#lines :text('The facilitator nudges edge: 20 % errors for 10 min.')")
    nudge.get_by_role("button").click()
    sees(page, "#answer.wrong:text('is being nudged already')")


def test_truth_score_and_hints_are_there_and_the_end_asks_first(page):
    page.click("#tab-secret")
    sees(page, "#truth >> text=What would help now")
    page.click("#tab-score")
    sees(page, "#score >> text=sequencing")
    page.click("text=End...")
    page.click("text=Not now")
    assert page.locator("a:text('Read how it went')").count() == 0
    page.click("text=End...")
    page.click("text=End it")
    sees(page, "a:text('Read how it went')")
