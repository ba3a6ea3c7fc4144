"""What is easily done by a slip is asked back, and what cannot be undone is not offered to be."""

import pytest

pytestmark = pytest.mark.browser


def test_nobody_is_moved_by_a_slip(visit, host, code):
    visit().join(code, "observer", "Eli")
    host.enter("facilitator")
    page = host.page
    page.click("#tab-crew")
    mover = page.locator("[aria-label='Move Eli to']")  # found again each time: the list is drawn anew
    mover.select_option("scribe")
    page.click(".mover >> text='Stay'")
    assert mover.input_value() == "observer"
    mover.select_option("scribe")
    page.wait_for_selector("text=Move Eli to Scribe?")
    page.click(".mover >> text='Move'")
    page.wait_for_selector("li:has-text('Scribe') [aria-label='Move Eli to']")


def test_a_question_at_the_desk_is_not_taken_away_by_news(visit, host, code):
    visit().join(code, "observer", "Eli")
    host.enter("facilitator")
    page = host.page
    page.click("#tab-crew")
    page.select_option("[aria-label='Move Eli to']", "scribe")
    visit().join(code, "deputy", "Bo")
    page.wait_for_selector("#here >> text=Bo, Deputy", state="attached")
    assert page.is_visible("text=Move Eli to Scribe?")
    page.click(".mover >> text='Move'")
    page.wait_for_selector("li:has-text('Scribe') [aria-label='Move Eli to']")
    page.wait_for_selector("#crew-list >> text=Bo")


def test_what_cannot_be_undone_is_not_offered_to_be_reverted(visit, host, code):
    one = visit()
    page = one.join(code)
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 1200)
    one.say("order fail over a shard")
    host.act("skip", 2400)
    page.wait_for_selector("#board >> text=fail over a shard")
    page.wait_for_selector("#buttons >> text='Keep'")
    assert page.locator("#board >> text='Revert'").count() == 0
    assert page.locator("#buttons >> text='Revert'").count() == 0
    page.click("#buttons >> text='Keep'")
    assert "residual" in page.inner_text("dialog .quiet")
