"""What is easily done by a slip is asked back, and what cannot be undone is not offered to be."""

import pytest

from tests.room.browser.conftest import holds, sees, until

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
    sees(page, "text=Move Eli to Scribe?")
    page.click(".mover >> text='Move'")
    sees(page, "li:has-text('Scribe') [aria-label='Move Eli to']")


def test_a_question_at_the_desk_is_not_taken_away_by_news(visit, host, code):
    visit().join(code, "observer", "Eli")
    host.enter("facilitator")
    page = host.page
    page.click("#tab-crew")
    page.select_option("[aria-label='Move Eli to']", "scribe")
    visit().join(code, "deputy", "Bo")
    holds(page, "#here >> text=Bo, Deputy")
    assert page.is_visible("text=Move Eli to Scribe?")
    page.click(".mover >> text='Move'")
    sees(page, "li:has-text('Scribe') [aria-label='Move Eli to']")
    sees(page, "#crew-list >> text=Bo")


def test_what_cannot_be_undone_is_not_offered_to_be_reverted(visit, host, code):
    one = visit()
    page = one.join(code)
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 1200)
    one.say("order fail over a shard")
    host.act("skip", 2400)
    sees(page, "#board >> text=fail over a shard")
    sees(page, "#buttons >> text='Keep'")
    assert page.locator("#board >> text='Revert'").count() == 0
    assert page.locator("#buttons >> text='Revert'").count() == 0
    page.click("#buttons >> text='Keep'")
    assert "residual" in page.inner_text("dialog .quiet")


def test_who_has_a_role_is_released_only_by_whoever_means_it_and_what_another_asks_is_asked_back(
    visit, host, code
):
    one, lead = visit(), visit()
    page, other = one.join(code), lead.join(code, "technical-lead", "Cem")
    one.say("declare P1")
    one.say("page datastores")
    host.act("skip", 1200)
    one.say("assign deputy to mei")
    host.act("skip", 60)
    page.fill("#words", "release mei")
    page.press("#words", "Enter")
    sees(page, "dialog >> text=Mei is the deputy. That is nobody's once they are gone.")
    page.click("dialog >> text='Mei stays'")
    assert page.input_value("#words") == "release mei"
    page.press("#words", "Enter")
    page.click("dialog >> text='Release Mei'")
    until(page, "document.getElementById('words').value === ''")
    lead.say("check fail over a shard")
    page.fill("#words", "check fail over a shard by raj")
    page.press("#words", "Enter")
    sees(page, "dialog >> text=Cem asked for the same 0 s ago: check fail over a shard.")
    page.click("dialog >> text='Leave it'")
    assert other.locator("#lines >> text=fail over a shard").count() == 1


def test_a_change_is_found_by_how_its_words_begin_first(visit, code):
    page = visit().join(code)
    page.click("#tab-runbook")
    first = (
        "document.querySelector('#runbook section:not([hidden]) details:not([hidden]) strong').textContent"
    )
    page.fill("#runbook input", "fresh")
    assert page.evaluate(first) == "send from fresh addresses"
    assert page.is_visible("#runbook >> text=refresh the statistics")
    page.fill("#runbook input", "")
    assert page.locator("#runbook section[hidden], #runbook details[hidden]").count() == 0
