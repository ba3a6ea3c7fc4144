"""A whole game day: a team in their browsers, a facilitator who changes the plan, a server that dies."""

import re

import pytest

from simulator.cli import main
from tests.room.browser.conftest import PHONE, Host, Served, Visit, follow, holds, sees, until

pytestmark = pytest.mark.browser
SEED = 3
TEAM = {
    "commander": "Aoife", "deputy": "Bo", "business-lead": "Cy", "technical-lead": "Di", "scribe": "Ed",
    "beside-commander": "Fay",
}  # fmt: skip


class Day:
    """Everybody who takes part, each with a browser of their own."""

    def __init__(self, chromium, served):
        self.chromium, self.served = chromium, served
        self.host = Host(chromium, served)
        self.code = self.host.open(SEED)
        self.host.enter("facilitator")
        self.desk = self.host.page
        self.team = {seat: self.come(seat, name) for seat, name in TEAM.items()}

    def come(self, seat, name):
        visit = Visit(
            self.chromium, self.served.address, **({"size": PHONE} if seat == "business-lead" else {})
        )
        visit.join(self.code, seat, name)
        return visit

    def __getitem__(self, seat):
        return self.team[seat].page

    @property
    def pages(self):
        return [visit.page for visit in self.team.values()]

    def everybody_hears(self, text, but=()):
        for seat, visit in self.team.items():
            if seat not in but:
                holds(visit.page, f"#lines >> text={text}")

    def does(self, button):
        """Press a button of the clock, and wait until the room has heard of it."""
        with self.desk.expect_response("**/act"):
            self.desk.click(button)

    def guide(self, text):
        self.desk.fill("#words", text)
        self.desk.press("#words", "Enter")
        until(self.desk, "document.getElementById('words').value === ''")

    def close(self):
        for visit in (self.host, *self.team.values()):
            visit.context.close()
            assert not visit.wrong


@pytest.fixture
def day(chromium, tmp_path):
    served = Served(tmp_path)
    made = Day(chromium, served)
    yield made
    made.close()
    served.stop()


def connected(page):
    until(page, "document.getElementById('net').textContent === ''")


def numbers(page):
    """The numbers of the lines on a page, as they stand there."""
    return page.locator("#lines li[id]").evaluate_all("rows => rows.map(row => Number(row.id.slice(5)))")


def texts(page):
    return page.locator("#lines li").all_inner_texts()


def test_a_game_day_from_the_first_word_to_the_commitments(day, tmp_path):
    begins_and_is_led(day)
    the_facilitator_pauses_and_steps_in(day)
    somebody_is_offline_while_the_server_dies(day)
    a_program_leads_while_the_seat_is_empty(day)
    everybody_looks_back(day, tmp_path)


def begins_and_is_led(day):
    sees(day["commander"], "#paused >> text=Not started yet")
    day.desk.click("#tab-injects")
    day.desk.click("[aria-label='Hold: inject 1']")  # before its time comes, however slow the machine
    day.desk.select_option("#speed", label="5x")
    day.does("[data-act=go]")
    for page in day.pages:
        until(page, "document.getElementById('pace').textContent === '5x'")
    day.team["commander"].say("declare P1")
    day.everybody_hears("Aoife declares the incident at P1", but=("commander", "beside-commander"))
    day.team["commander"].say("page datastores")
    day.team["scribe"].say("note checkout fails since five past")
    day.everybody_hears("checkout fails since five past")
    joined = day["commander"].locator("#lines >> text=joins the call")
    while not joined.count():
        day.does("[data-act=skip][data-amount='60']")
    day.team["commander"].say("apply restart app")  # cheap to say, and not what is wrong
    day.everybody_hears("restart app")


def the_facilitator_pauses_and_steps_in(day):
    day.does("[data-act=pause]")
    for page in day.pages:
        sees(page, "#paused:not([hidden])")
    stood = [page.inner_text("#clock") for page in day.pages]
    assert len(set(stood)) == 1
    day.desk.click("[aria-label='Fire now: inject 3']")
    day.desk.click("[aria-label='Fire now in other words...: inject 2']")
    day.desk.fill("dialog textarea", "Fifty angry people by now.")
    day.desk.click("text=Fire it now")
    day.everybody_hears("Fifty angry people by now.")
    day["beside-commander"].fill("#nudging", "Who tells the customers?")
    day["beside-commander"].keyboard.press("Enter")
    sees(day["commander"], "#lines .private >> text=Who tells the customers?")
    assert day["deputy"].locator("text=Who tells the customers?").count() == 0
    assert [page.inner_text("#clock") for page in day.pages] == stood
    day.desk.select_option("#speed", label="10x")
    day.does("[data-act=go]")
    until(day["deputy"], "document.getElementById('pace').textContent === '10x'")


def somebody_is_offline_while_the_server_dies(day):
    away = day.team["scribe"]
    away.context.set_offline(True)
    day.served.process.kill()
    day.served.process.wait()
    for page in day.pages:
        sees(page, "#net:not(:empty)")
    before = texts(day["deputy"])
    day.served.process.stdout.close()
    day.served.start()
    for seat in TEAM:
        if seat != "scribe":
            connected(day[seat])
    assert texts(day["deputy"])[: len(before)] == before
    day.team["technical-lead"].say("signals")
    day.team["deputy"].say("note the server was away")
    day.everybody_hears("the server was away", but=("scribe",))
    assert "the server was away" not in "".join(texts(away.page))
    away.context.set_offline(False)
    connected(away.page)
    day.everybody_hears("the server was away")
    connected(day.desk)


def a_program_leads_while_the_seat_is_empty(day):
    day.desk.click("#tab-crew")
    day.desk.click("#program")
    page = day["commander"]
    page.click("#leave")
    page.click("dialog button:text-is('Leave')")
    page.wait_for_url("**/j/**")
    sees(page, "text=a program leads; take over")
    holds(day["deputy"], "#leads >> text=A program leads")
    day.team["commander"].join(day.code, "commander", "Aoife")
    day.team["commander"].say("note I lead again")
    day.everybody_hears("I lead again")


def everybody_looks_back(day, tmp_path):
    day.guide("skip 40m")
    day.desk.click("#end")
    day.desk.click("text=End it")
    for page in day.pages:
        holds(page, "#pace >> text=It is over")
        ends = numbers(page)
        assert ends == sorted(set(ends))
    it_is_recorded(day, tmp_path / "day.jsonl")
    it_is_talked_over(day)
    somebody_without_a_seat_reads(day)
    the_costliest_moment_is_decided_again(day)


def it_is_recorded(day, path):
    """It holds what the technical lead looked up, so it is the facilitator's."""
    assert day["deputy"].request.get(f"{day['deputy'].url}/recording").status == 403
    desk = f"{day.served.address}/r/{day.host.room}/facilitator"
    path.write_bytes(day.desk.request.get(f"{desk}/recording").body())
    said = path.read_text()
    for text in (
        "declare P1",
        "checkout fails",
        "apply restart app",
        "fire 3",
        "Fifty angry",
        "away",
        "I lead again",
    ):
        assert text in said
    assert "Who tells the customers" not in said  # a supervisor's nudge is no part of the exercise
    assert main(["replay", str(path)]) == 0


def it_is_talked_over(day):
    page = day["business-lead"]
    follow(page, "text=See how it went")
    follow(page, "text=Talk it over in 5 minutes")
    page.fill("#when", "the board is red and nobody has posted")
    page.fill("#will", "post what we know")
    page.fill("#owner", "Cy")
    page.fill("#by", "2031-01-31")
    page.click("text=Commit to it")
    sees(page, ".made >> text=post what we know")


def somebody_without_a_seat_reads(day):
    day.desk.goto(f"{day.served.address}/r/{day.host.room}/facilitator/after")
    day.desk.click("text=Make a link")
    link = sees(day.desk, ".links input").input_value()
    reader = Visit(day.chromium, day.served.address)
    reader.page.goto(link)
    assert reader.page.locator("#again, #made, #share").count() == 0
    reader.page.click(".way:has-text('Replay')")
    sees(reader.page, "body[data-ready]")
    reader.page.goto(link)
    reader.page.click(".way:has-text('Debrief')")
    sees(reader.page, "h1")
    day.desk.click("text=Take back")
    sees(day.desk, "text=was taken back")
    assert reader.page.goto(link).status == 404
    reader.context.close()


def the_costliest_moment_is_decided_again(day):
    page = day["commander"]
    follow(page, "text=See how it went")
    page.click(".moments button >> nth=0")
    sees(page, "#words")
    assert day.host.room not in page.url
    sees(page, "#lines >> text=You declare the incident at P1")
    day.team["commander"].walk_away()
    follow(page, "text=See how it went")
    follow(page, "text=Then and now")
    sees(page, "th >> text=Customer-minutes lost")
    assert re.search(r"customers lost [\d,]+ customer-minutes (less|more) than then", page.inner_text("main"))
