"""What one says at a seat: talk, what waits, help, looks, answers in private."""

import time

import pytest

from tests.room.browser.conftest import PHONE, gone, holds, reaches, sees, tells, until

pytestmark = pytest.mark.browser
WATCHED = """(() => { const toast = document.querySelector('.toast'); window.covers = [];
    new MutationObserver(() => { const a = toast.getBoundingClientRect();
        for (const each of document.querySelectorAll('#post, #board, .tabs')) {
            const b = each.getBoundingClientRect();
            if (each.offsetParent && a.top < b.bottom - 1 && b.top < a.bottom - 1) covers.push(each.id);
        } }).observe(toast, { childList: true, characterData: true }); })()"""
"""Keeps what the strip with an answer covers whenever its words change."""


FADES = 6000
"""Milliseconds after which an answer goes by itself."""


def typed(page, text):
    page.fill("#words", text)
    page.press("#words", "Enter")


def test_a_plain_sentence_is_said_to_everybody_with_one_more_key(visit, code):
    page, other = visit().join(code), visit().join(code, "business-lead", "Ben")
    typed(page, "hi all, I am Aoife and I lead")
    assert "not a command" in sees(page, "#answer >> text=is not a command").inner_text()
    assert page.is_visible("#answer >> text=Say it to everybody")
    page.press("#words", "Enter")
    sees(other, "#lines >> text=Aoife: hi all, I am Aoife and I lead")
    sees(page, "#lines .own >> text=You: hi all, I am Aoife and I lead")
    until(page, "document.getElementById('words').value === ''")
    assert "not a command" not in page.inner_text("#lines") + other.inner_text("#lines")
    assert "names you" not in page.inner_text("#lines"), "nobody is told of their own name"


def test_a_button_and_a_quotation_mark_talk_too(visit, code):
    page, other = visit().join(code), visit().join(code, "scribe", "Cem")
    typed(page, "anybody here?")
    page.click("text=Say it to everybody")
    sees(other, "#lines >> text=Aoife: anybody here?")
    typed(page, "'you there, Cem")
    line = sees(other, "#lines .me >> text=you there, Cem")
    assert "names you" in line.evaluate("node => node.closest('li').textContent")
    page.click("#buttons >> text=Talk")
    page.fill("dialog [name=text]", "back in five")
    page.click("text=Say it")
    sees(other, "#lines >> text=Aoife: back in five")


def test_what_was_not_understood_is_told_to_its_typist_alone(visit, code):
    page, other = (visit().join(code, "responder", name) for name in ("Zoe", "Xan"))
    typed(page, "declare P1")
    sees(page, "#answer >> text=not for the responder to say")
    typed(page, "lgtm, one shard")
    sees(page, "#answer >> text=is not a command")
    typed(page, "'hello Xan")
    sees(other, "#lines >> text=Zoe: hello Xan")
    assert "responder to say" not in other.inner_text("#lines")
    assert "not a command" not in other.inner_text("#lines")


def test_who_only_watches_is_offered_no_talk(visit, code):
    page = visit().join(code, "observer", "Eli")
    typed(page, "hello everybody here")
    sees(page, "#answer >> text=An observer watches: nobody on the call hears you.")
    assert page.locator("#answer.wrong").count() == 0
    assert page.is_visible("text=Say it to the facilitator alone")
    assert page.locator("text=Say it to everybody").count() == 0
    assert "Talk" not in page.locator("#buttons button").all_inner_texts()


def test_all_that_waits_is_listed_and_can_be_taken_back(visit, host, code):
    page = visit().join(code)
    for text in ("declare P1", "page datastores", "note first", "freeze"):
        typed(page, text)
        until(page, "document.getElementById('words').value === ''")
    sees(page, "#row li >> nth=2")
    assert page.locator("#row .what").all_inner_texts() == ["page datastores", "note first", "freeze"]
    assert "You are busy until 0:00:2" in page.inner_text("#row p")
    page.click("#row li:nth-child(2) button")
    tells(page, "#answer", "Taken back: note first")
    until(page, "document.querySelectorAll('#row li').length === 2")
    page.reload()
    sees(page, "#row li >> nth=1")
    host.act("skip", 120)
    gone(page, "#row")
    tells(page, "#answer", "Said now")
    assert "first" not in page.inner_text("#lines")


def test_a_team_is_not_paged_twice_by_a_slip(visit, host, code):
    page = visit().join(code)
    typed(page, "page datastores")
    sees(page, "#lines >> text=Raj is paged")
    until(page, "document.getElementById('words').value === ''")
    host.act("skip", 30)
    reaches(page, "0:00:30")
    typed(page, "page datastores")
    sees(page, "dialog >> text=Raj of datastores has been paged")
    page.click("text=Wait for them")
    assert page.locator("#row li").count() == 0
    page.press("#words", "Enter")
    page.click("text=Page another one")
    sees(page, "#lines >> text=Grace is paged")


def test_an_update_in_hand_is_on_everybodys_board_and_what_tells_of_it_covers_nothing(visit, code):
    one = visit(PHONE)
    one.page.clock.install()
    page, other = one.join(code, "business-lead", "Ben"), visit().join(code)
    page.evaluate(WATCHED)
    page.click("#tab-post")
    page.check("[name=scope] >> nth=0")
    page.fill("[name=text]", "One in five messages fails.")
    page.check("[name=too][value=support]")
    page.click("#composer .send")
    sees(other, "#board >> text=Ben writes to status page, out in")
    sees(other, "#board >> text=Ben writes to support, once free")
    tells(page, ".toast", "Waits until you are free")
    assert page.evaluate("covers") == []
    # The form comes back in sight once the last of them is on its way.
    until(page, "document.getElementById('composer').getBoundingClientRect().y > 0")
    page.clock.fast_forward(FADES)
    gone(page, ".toast")
    page.click("#tab-channel")
    sees(page, "#row .what")
    assert page.locator("#row .what").all_inner_texts() == ["Update to support"]


@pytest.mark.parametrize(("seat", "has", "lacks"), [
    ("commander", "declare SEVERITY", "inject"), ("observer", "signals", "declare SEVERITY"),
    ("scribe", "say TEXT", "order CHANGE"),
])  # fmt: skip
def test_help_is_a_sheet_of_ones_own_words(visit, code, seat, has, lacks):
    page = visit().join(code, seat)
    sees(page, "#buttons button")
    high = page.locator("#lines").bounding_box()["height"]
    typed(page, "help")
    sheet = sees(page, "#help[open]").inner_text()
    assert has in sheet
    assert lacks not in sheet
    page.keyboard.press("Escape")
    gone(page, "#help")
    assert page.locator("#lines").bounding_box()["height"] == pytest.approx(high, abs=2)
    typed(page, "help note")
    holds(page, "#help >> text=write something down")
    page.click("#help >> text=Close")
    page.fill("#words", "no")
    sees(page, "#offers li")
    page.fill("#words", "")
    page.wait_for_timeout(600)
    assert page.is_hidden("#offers"), "an empty box offers nothing"


def test_the_sheet_fits_a_phone_and_types_what_is_chosen(visit, code):
    page = visit(PHONE).join(code)
    typed(page, "help")
    sees(page, "#help[open]")
    assert page.evaluate("document.querySelector('.sheet-inner').scrollWidth <= innerWidth")
    page.click("#help .word >> text=declare SEVERITY")
    assert page.input_value("#words") == "declare "


@pytest.mark.parametrize(("words", "view", "told"), [
    ("signals", "charts", "Signals:"), ("people", "crew", "People: At keyboards: Aoife"),
    ("who?", "crew", "People:"), ("clocks", "board", "Clocks: Nobody waits"), ("show map", "map", ""),
    ("runbook shard", "runbook", ""),
])  # fmt: skip
def test_what_one_asks_to_see_is_shown_and_read_out(visit, code, words, view, told):
    page = visit().join(code)
    typed(page, words)
    sees(page, f"#{view}:visible")
    if told:
        sees(page, f"#lines .answered >> text={told}")
    until(page, "document.getElementById('words').value === ''")
    assert "You: " not in page.inner_text("#lines")


def test_half_a_line_and_the_open_view_outlive_the_page(visit, code):
    page = visit().join(code)
    page.fill("#words", "decide to wait")
    page.click("#tab-map")
    page.reload()
    sees(page, "#map:visible")
    assert page.input_value("#words") == "decide to wait"


def test_fast_typing_asks_once_one_pauses(visit, code):
    one = visit()
    one.page.clock.install()
    page = one.join(code)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/offers" in request.url else None)
    page.clock.pause_at(time.time() + 1)  # or a machine might be too slow to type fast
    page.focus("#words")
    page.keyboard.type("investigate db-shards by")
    assert not asked
    page.clock.resume()
    sees(page, "#offers li")
    assert len(asked) == 1
    assert asked[-1].endswith("by")


@pytest.mark.parametrize("seat", ["commander", "observer"])
def test_a_private_word_is_answered_to_the_facilitator_alone(visit, host, code, seat):
    page, other = visit().join(code, seat, "Ann"), visit().join(code, "scribe", "Cem")
    host.say(f'whisper {seat} saying "All well?"')
    page.click("#lines .private >> text=Answer in private")
    page.fill("#lines .private input", "I am lost")
    page.press("#lines .private input", "Enter")
    sees(page, "#lines >> text=You, to the facilitator alone: I am lost")
    page.reload()
    sees(page, "#lines >> text=You, to the facilitator alone: I am lost")
    assert "I am lost" not in other.inner_text("#lines")


def test_whoever_may_answer_a_senior_finds_how_where_they_ask(visit, host, code):
    page = visit().join(code, "business-lead", "Ben")
    visit().join(code)
    host.say('send in leadership wanting eta saying "When is it over?"')
    sees(page, "#board >> text=leadership wants")
    page.click("#lines .doing >> text=Answer")
    assert "When is it over?" in page.inner_text("dialog .asks")
    assert page.input_value("dialog [name=how]") == "", "nothing is answered by a slip"
    page.select_option("dialog [name=how]", "eta")
    page.select_option("dialog [name=eta]", "30m")
    assert page.inner_text("dialog .preview") == "answer leadership eta 30m"
    page.click("text=Say it")
    sees(page, "#lines >> text=You answer leadership: it should be over within 30 min")
    host.act("skip", 1500)
    page.click("#lines .doing >> text=Write to support")
    sees(page, "#composer:visible")
    assert page.input_value("#composer [name=audience]") == "support"
    host.say('have data authority say "Whose mail is lost?"')
    page.click("#lines .doing >> text='Answer' >> nth=-1")
    assert "Whose mail is lost?" in page.inner_text("dialog .asks")
    page.fill("dialog [name=why]", "nobody's, as far as we know")
    assert page.inner_text("dialog .preview") == "answer regulator saying nobody's, as far as we know"
    page.click("text=Say it")
    sees(page, "#lines >> text=You answer data authority: nobody's, as far as we know.")


def test_forms_begin_with_the_alarmed_part_or_with_nothing(visit, host, code):
    page = visit().join(code)
    typed(page, "declare P1")
    sees(page, "#buttons >> text=Assign")
    page.click("#buttons >> text=Look into")
    assert page.input_value("[name=place]") == "app"
    page.keyboard.press("Escape")
    for button, field in (("Check", "change"), ("Order", "change"), ("Assign", "role"), ("Page", "who")):
        page.click(f"#buttons >> text='{button}'")
        assert page.input_value(f"dialog [name={field}]") == ""
        page.keyboard.press("Escape")
    host.act("skip", 60)
    typed(page, "page datastores")
    until(page, "document.getElementById('words').value === ''")
    host.act("skip", 1500)
    typed(page, "investigate db-shards by grace within 20m")
    until(page, "document.getElementById('words').value === ''")
    host.act("skip", 60)
    reaches(page, "0:27:00")
    page.click("#buttons >> text='Order'")
    page.select_option("dialog [name=change]", "fail over a shard")
    offered = page.locator("dialog [name=who] option:not([disabled])").all_inner_texts()
    assert offered == ["nobody by name: whoever takes it", "Grace, busy: to look into db-shards"]


def test_all_that_is_said_while_the_line_is_cut_is_listed_and_said_once_or_taken_back(visit, code):
    page = visit().join(code)
    page.route("**/say", lambda route: route.abort())
    for word in ("first", "second", "third"):
        typed(page, f"'all is {word}")
        sees(page, f"#answer .going:has-text('{word}')")
    assert page.inner_text("#answer").startswith("On its way:")
    assert page.locator("#answer .going").count() == 3
    assert page.input_value("#words") == ""
    page.click("#answer .going:has-text('second') >> text=Take back")
    gone(page, "#answer .going:has-text('second')")
    assert page.input_value("#words") == "'all is second"
    page.reload()
    sees(page, "#answer .going:has-text('third')")
    page.unroute("**/say")
    sees(page, "#lines .own >> text=all is third")
    until(page, "!document.querySelector('#answer .going, #answer.wrong')")
    said = [page.locator(f"#lines .own >> text=all is {word}") for word in ("first", "second", "third")]
    assert [each.count() for each in said] == [
        1, 0, 1,
    ]  # fmt: skip


def test_what_wants_whoever_reads_stands_over_every_other_view_with_a_way_there(visit, host, code):
    page, other = visit(PHONE).join(code, "business-lead", "Ben"), visit().join(code, "scribe", "Cem")
    page.click("#tab-post")
    typed(other, "'just so you know")
    sees(page, "#count-channel >> text=1")
    assert page.locator("#urgent").count() == 0, "only what names somebody, or calls"
    typed(other, "'Ben, it is back")
    sees(page, "#urgent >> text=Cem: Ben, it is back")
    host.say('have data authority say "Whose mail is lost?"')
    sees(page, "#urgent >> text=And 1 more.")
    page.click("#urgent >> text=Go there")
    sees(page, "#lines >> text=Whose mail is lost?")
    gone(page, "#urgent")
