"""What is typed while the words before it are on their way over a slow line is not lost."""

import pytest

from tests.room.browser.conftest import holds, passes, sees, until

pytestmark = pytest.mark.browser


class Slow:
    """A line that holds back what a page posts, until it is let go."""

    def __init__(self, page, path, goes=0):
        self._page, self._goes, self._held = page, goes, []
        page.route(f"**/{path}", self._post)

    def _post(self, route):
        """So many posts go through before."""
        self._goes -= 1
        if self._goes >= 0:
            route.continue_()
        else:
            self._held.append(route)

    def holds(self):
        """Wait until something is on its way."""
        while not self._held:
            self._page.wait_for_timeout(20)

    def lets_go(self):
        """It arrives, and is answered."""
        with self._page.expect_response(self._held[-1].request.url):
            self._held.pop().continue_()
        passes(self._page, 100)


def test_the_next_words_of_the_desk_stay(host, code):
    host.enter("facilitator")
    page = host.page
    two_lines(page, Slow(page, "say"), "#words", "whisper commander saying Psst.", "#lines >> text=Psst.")


def test_the_next_nudge_stays(visit, code):
    visit().join(code)
    page = visit().join(code, "beside-commander", "Di")
    two_lines(page, Slow(page, "nudge"), "#nudging", "Ask Mei.", "#answer >> text=Only they see it.")


def test_the_next_words_after_the_end_stay(visit, host, code):
    page = visit().join(code)
    host.say("end")
    sees(page, "#talk-words")
    two_lines(page, Slow(page, "talk"), "#talk-words", "Was that fair?", "#talk-lines >> text=Was that fair?")


def test_what_is_entered_before_the_scripts_have_come_stays_and_is_said_after(visit, host, code):
    one, held = visit(), []

    def hold(route):
        held.append(route)

    one.page.route("**/static/seat.js*", hold)
    one.page.goto(f"{one.address}/j/{code}")
    one.page.fill("#name", "Aoife")
    one.page.check("input[value=commander]")
    one.page.click("#join > button", no_wait_after=True)
    sees(one.page, "#words")
    one.page.fill("#words", "declare P1")
    one.page.press("#words", "Enter", no_wait_after=True)
    passes(one.page, 300)
    assert len(held) == 1, "the page came a second time"
    held.pop().continue_()
    sees(one.page, "#pace:not(:empty)")
    assert one.page.input_value("#words") == "declare P1"
    one.page.press("#words", "Escape")
    one.page.press("#words", "Enter")
    holds(one.page, "#lines >> text=You declare the incident at P1")


def two_lines(page, line, box, first, told):
    page.fill(box, first)
    page.press(box, "Enter")
    line.holds()
    page.fill(box, "and then")
    line.lets_go()
    holds(page, told)
    assert page.input_value(box) == "and then"


def test_the_next_note_stays(visit, host, code):
    page = visit().join(code, "observer", "Eli")
    holds(page, "#pins")
    line = Slow(page, "note")
    page.click("#tab-pinned")
    page.click("#lines li[id] >> nth=0")
    page.fill("#pin-text", "Said at once.")
    page.click("#pin-it")
    line.holds()
    page.fill("#pin-text", "And by whom?")
    line.lets_go()
    sees(page, "#pins >> text=Said at once.")
    assert page.input_value("#pin-text") == "And by whom?"


def test_the_update_to_another_audience_stays(visit, code):
    page = visit().join(code, "business-lead", "Ben")
    line = Slow(page, "say")
    page.click("#tab-post")
    page.fill("#composer [name=text]", "For customers.")
    page.click("#composer .send")
    line.holds()
    page.select_option("#composer [name=audience]", "sales")
    page.fill("#composer [name=text]", "For sales.")
    line.lets_go()
    until(page, "document.getElementById('answer').textContent.includes('free again')")
    assert page.input_value("#composer [name=audience]") == "sales"
    assert page.input_value("#composer [name=text]") == "For sales."
    page.select_option("#composer [name=audience]", "status page")
    sees(page, "#composer >> text=These words are carried over from sales")


def test_what_is_taken_back_meanwhile_is_in_its_form_again(visit, code):
    page = visit().join(code, "business-lead", "Ben")
    line = Slow(page, "say", goes=2)
    page.click("#tab-post")
    page.fill("#composer [name=text]", "One in five fails.")
    for audience in ("support", "leadership"):
        page.check(f"#composer [name=too][value={audience}]")
    page.click("#composer .send")
    line.holds()
    page.click("#row >> text=Take back")
    until(page, "document.querySelector('#composer [name=audience]').value === 'leadership'")
    line.lets_go()
    sees(page, "#row >> text=Update to support")
    assert page.input_value("#composer [name=audience]") == "leadership"
    assert page.input_value("#composer [name=text]") == "One in five fails."


def test_a_note_that_is_edited_before_its_own_answer_came_stays_open(visit, code):
    page, held = visit().join(code, "observer", "Eli"), []
    holds(page, "#pins")
    page.route("**/note", lambda route: held.append((route, route.fetch())))
    page.click("#tab-pinned")
    page.click("#lines li[id] >> nth=0")
    page.fill("#pin-text", "Said at once.")
    page.click("#pin-it")
    page.click("#pins >> text=Edit")
    route, answer = held.pop()
    route.fulfill(response=answer)
    passes(page, 100)
    assert page.inner_text("#pin-it") == "Save"
    assert page.input_value("#pin-text") == "Said at once."


def test_a_page_learns_of_all_its_scripts_at_once(visit, code):
    """None is fetched because of another that had to come first."""
    page = visit().join(code)
    asked = page.evaluate(
        "performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.js'))"
        ".map((each) => [each.name, each.startTime, each.responseEnd])"
    )
    assert len({name for name, _, _ in asked}) == len(asked) > 20
    assert max(begins for _, begins, _ in asked) < min(ends for _, _, ends in asked)
