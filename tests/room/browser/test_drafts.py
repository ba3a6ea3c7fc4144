"""Updates as one writes them: words go along when one chooses whom they are for, never unseen."""

import pytest

from tests.room.browser.conftest import PHONE, sees, until

pytestmark = pytest.mark.browser


def value(page, name):
    return page.input_value(f"#composer [name={name}]")


def begun(page):
    page.click("#tab-post")
    page.select_option("#composer [name=state]", "identified")
    page.fill("#composer [name=text]", "For customers.")
    page.fill("#composer [name=cause]", "a full disk")
    page.select_option("#composer [name=data]", "unknown")


def test_each_audience_has_a_draft_of_its_own_that_outlives_the_page(visit, code):
    page = visit().join(code, "business-lead", "Ben")
    begun(page)
    page.select_option("#composer [name=audience]", "sales")
    page.click("#composer .kept >> text=Leave them for status page")
    assert [value(page, name) for name in ("state", "text", "cause", "data")] == ["investigating", "", "", ""]
    assert page.text_content("#composer .preview").startswith("brief sales investigating")
    page.fill("#composer [name=text]", "For sales.")
    assert "A draft for status page is kept." in page.inner_text("#composer .kept")
    page.click("#composer .kept >> text=Go to status page")
    assert [value(page, name) for name in ("state", "text", "cause")] == [
        "identified", "For customers.", "a full disk",
    ]  # fmt: skip
    page.reload()
    sees(page, "#composer:visible")
    assert value(page, "cause") == "a full disk"
    page.select_option("#composer [name=audience]", "sales")
    assert value(page, "text") == "For sales."


def test_who_writes_first_and_chooses_afterwards_takes_the_words_along_and_sees_it(visit, code):
    page = visit(PHONE).join(code, "business-lead", "Ben")
    begun(page)
    page.select_option("#composer [name=audience]", "leadership")
    assert [value(page, name) for name in ("state", "text", "cause")] == [
        "identified", "For customers.", "a full disk",
    ]  # fmt: skip
    assert "carried over from status page" in page.inner_text("#composer .kept")
    assert page.inner_text("#composer .send") == "Send to leadership"
    page.reload()
    sees(page, "#composer:visible")
    assert value(page, "text") == "", "they are no draft for customers any more"
    assert "A draft for leadership is kept." in page.inner_text("#composer .kept")


def test_words_to_a_regulator_that_are_taken_back_are_for_the_regulator_still(visit, host, code):
    seat = visit(PHONE)
    page = seat.join(code, "business-lead", "Ben")
    seat.say('brief leadership investigating saying "First to you."')
    host.say('have data authority say "Whose mail is lost?"')
    page.click("#lines .call .doing >> text=Write to regulator")
    assert value(page, "audience") == "regulator"
    page.click("#tab-channel")
    seat.say('brief regulator investigating next in 15m saying "To the authority."')
    page.click("#row [aria-label='Take back: Update to regulator']")
    sees(page, "#answer >> text=It is in its form again.")
    page.click("#tab-post")
    assert [value(page, name) for name in ("audience", "text", "next")] == [
        "regulator", "To the authority.", "15m",
    ]  # fmt: skip
    assert page.inner_text("#composer .send") == "Send to regulator"
    page.click("#tab-board")
    sees(page, "#board >> text=regulator due by")


def test_what_an_audience_was_told_last_is_shown_and_begun_with(visit, host, code):
    page = visit().join(code, "business-lead", "Ben")
    begun(page)
    page.check("#composer [name=scope] >> nth=0")
    page.click("#composer .send")
    until(page, "document.querySelector('#composer [name=text]').value === ''")
    assert [value(page, name) for name in ("state", "cause", "data")] == ["identified", "", ""]
    host.act("skip", 90)
    sees(page, ".last >> text=Told status page last, at 0:01:00: identified")
    assert 'cause "a full disk"' in page.inner_text(".last")
    assert page.is_checked("#composer [name=scope] >> nth=0")
    page.select_option("#composer [name=state]", "monitoring")
    assert page.inner_text(".last").endswith("Now you say monitoring.")
    page.select_option("#composer [name=audience]", "support")
    page.click("#composer .kept >> text=Leave them for status page")
    assert page.inner_text(".last") == "Support: nothing told yet."
    assert value(page, "state") == "investigating"
    assert not page.is_checked("#composer [name=scope] >> nth=0")


def test_one_text_goes_to_several_one_after_the_other(visit, host, code):
    page = visit().join(code, "business-lead", "Ben")
    page.click("#tab-post")
    page.fill("#composer [name=text]", "One in five fails.")
    for audience in ("support", "leadership"):
        page.check(f"#composer [name=too][value={audience}]")
    assert page.inner_text("#composer .send") == "Send to status page and 2 more, one after the other"
    page.click("#composer .send")
    sees(page, "#row li >> nth=1")
    until(page, "document.querySelector('#composer [name=text]').value === ''")
    host.act("skip", 600)
    until(page, "document.querySelectorAll('#post .sent > p.quiet:first-child').length === 3")
    assert page.locator("#composer [name=too]:checked").count() == 0


def test_it_is_read_before_it_is_sent_in_plain_words_and_by_the_clock_of_the_room(visit, code):
    page = visit().join(code)
    page.click("#tab-post")
    page.fill("#composer [name=text]", "One in five fails.")
    shown = page.inner_text("[aria-label='As it will read']")
    assert "One in five fails." in shown
    assert "(0:20:00)" in shown
    assert not page.is_visible("#composer .preview"), "the command is folded away"
