"""By the book: what the people on the call need from whoever leads."""

import pytest

from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    ActedAlone,
    Commanded,
    CommandHanded,
    Ended,
    Frozen,
    Joined,
    Left,
    Paged,
    PageUnanswered,
    Posted,
    RoleAssigned,
    SitrepGiven,
    Warned,
)
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.book_people import relief, rest
from simulator.exercise.players.book_team import next_due, standing, team
from simulator.exercise.sight import Sight
from simulator.exercise.standing_by import free, idle_since
from simulator.scoring.case import Case
from simulator.scoring.score import score
from tests.plays import say, shipped

OUTAGES = ["write-stall", "stuck-vault", "everywhere-at-once"]


@pytest.fixture(scope="module", params=OUTAGES)
def played(request):
    return play(Exercise(*shipped(request.param), 2), PLAYERS["by-the-book"](2))


def at(*texts, outage="write-stall", seed=1):
    exercise = Exercise(*shipped(outage), seed)
    for text in texts:
        say(exercise, text)
    return Sight(exercise)


def test_it_deserves_its_points_on_the_axis(played):
    card = score(Case(played.scenario, played.doctrine, tuple(played.entries)))
    assert (card.axis("command").points or 0) >= 85


def test_under_another_process_too():
    exercise = play(Exercise(*shipped("write-stall", "pagerduty"), 1), PLAYERS["by-the-book"](1))
    card = score(Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries)))
    assert (card.axis("command").points or 0) >= 85
    given = {fact.role: fact.person for _, fact in each(exercise.entries, RoleAssigned)}
    assert given["scribe"] == given["deputy"]
    assert set(given) == {"business-lead", "deputy", "scribe"}


def test_no_two_of_its_situation_reports_are_the_same(played):
    texts = [fact.text for _, fact in each(played.entries, SitrepGiven)]
    assert texts
    assert len(set(texts)) == len(texts)


def test_a_shotgun_has_the_same_manners():
    exercise = play(Exercise(*shipped(), 2), PLAYERS["shotgun"](2))
    assert list(each(exercise.entries, SitrepGiven))
    assert list(each(exercise.entries, Frozen))


STAFFED = (
    "declare P1",
    "freeze",
    "page carol",
    "@joined carol",
    "assign business lead to carol",
    "@joined mei",
)


def wants(sight, said=()):
    return list(team(sight, set(said)))


def test_before_the_declaration_and_after_the_end_it_has_nothing_to_say():
    assert wants(at("wait 20m")) == []
    assert next_due(at("wait 20m")) is None
    over = at(*STAFFED, "mitigated", "resolve", "wait 58m")
    assert wants(over) == []
    assert next_due(over) is None


def test_who_stands_by_is_asked_first_and_may_go_later():
    sight = at(*STAFFED, "wait 13m")
    (asked,) = [text for text in wants(sight) if "Mei" in text and "sitrep" not in text]
    assert asked == "ask Mei Tanaka for a theory"
    key = f"theory mei {sight.joined['mei']}"
    assert "ask Mei Tanaka for a theory" in wants(sight, [key])  # nobody else here knows what she knows
    spare = at(*STAFFED, "page dario", "page bo", "@joined bo", "wait 13m")
    assert "release Mei Tanaka" in wants(spare, [f"theory mei {spare.joined['mei']}"])


DAYS = ("declare P1", "freeze", "page yuki", "@joined yuki", "@joined sean", "release sean")


def test_in_a_long_one_who_was_asked_goes_once_they_have_answered():
    """Sean was asked for a theory, and let go twenty seconds later, before he could say it."""
    exercise = at(*DAYS, "wait 2h10m", outage="spam-list").exercise
    exercise.submit("commander", "ask Yuki Sato for a theory")
    sight = Sight(exercise)
    key = f"theory yuki {sight.joined['yuki']}"
    assert not any("Yuki" in text for text in wants(sight, [key]))
    exercise.tick(sight.now + 90)
    assert "release Yuki Sato" in wants(Sight(exercise), [key])


def test_the_relief_of_somebody_whose_shift_is_over_stays():
    """Sean, the only rested one who knew mail, was let go when Yuki had been at it for eight hours."""
    busy = (*DAYS, "wait 3h", "order repair the spam detector by yuki", "wait 1h30m")
    sight = at(*busy, "page sean", "@joined sean", "wait 15m", outage="spam-list")
    assert (sight.tired("yuki"), sight.tired("sean"), free(sight)) == (True, False, ["sean"])
    key = f"theory sean {sight.joined['sean']}"
    assert "release Sean Kelly" not in wants(sight, [key])
    assert "ask Sean Kelly for a theory" in wants(sight, [key])


def test_who_let_the_page_ring_is_paged_again(monkeypatch):
    """Carol led communication for thirty hours, as Orla had missed one page."""
    sight = at(*DAYS, "wait 4h", "wait 1h", outage="spam-list")
    (tired,) = [person for person in sight.here if sight.tired(person) and not sight.busy(person)]
    said: set[str] = set()
    (page,) = rest(sight, said)
    assert list(rest(sight, said)) == []  # once is enough while it may be heard
    paged = next(p for p in sight.colleagues(tired) if page == f"page {sight.name(p)}")
    rung = Entry(len(sight.seen) + 1, sight.now, PageUnanswered(paged))
    monkeypatch.setattr(Sight, "seen", property(lambda _: [*sight.exercise.seen(), rung]))
    assert list(rest(Sight(sight.exercise), said))


def test_command_goes_to_somebody_rested():
    """Niamh has been there from the start: another commander is paged, and she is only the last resort."""
    worn = at(*DAYS, "page niamh", "@joined niamh", "wait 3h", outage="spam-list")
    assert worn.tired("niamh", 0.5)
    assert list(relief(worn, set())) == ["page Tom Reilly"]
    nobody_comes = at(
        *(*DAYS, "page niamh", "@joined niamh", "wait 3h", "wait 12m", 'sitrep "Sean has the lists."'),
        outage="spam-list",
    )
    assert list(relief(nobody_comes, {"report 0"})) == ["hand over to Niamh Byrne"]


def test_who_has_work_or_a_role_is_not_free():
    sight = at(*STAFFED)
    assert free(sight) == ["mei"]
    assert free(at(*STAFFED, "investigate app by mei within 10m")) == []


def test_idleness_counts_from_the_last_answer():
    sight = at(*STAFFED, "ask mei what is your theory", "wait 2m")
    assert idle_since(sight, "mei") > sight.joined["mei"]


def test_the_next_thing_due_is_the_sooner_of_report_and_idleness():
    sight = at(*STAFFED)
    assert sight.now < (next_due(sight) or 0) <= sight.now + 12 * 60
    mitigated = at(*STAFFED, "mitigated")
    assert (next_due(mitigated) or 0) > mitigated.now + 40 * 60


def test_a_report_names_who_has_what():
    told = standing(at(*STAFFED, "signals", "investigate app by mei within 10m"))
    assert "Mei has app." in told
    assert "Customers are hit in: send a message." in told
    assert standing(at(*STAFFED)) == "Nothing is under way."


def test_who_has_not_reported_is_asked_once_their_time_is_over():
    boxed = (*STAFFED, "wait 1m", "investigate app by mei within 1m", "ask mei for a theory", "wait 1m")
    assert "ask Mei Tanaka for progress" in wants(at(*boxed))
    assert not any("progress" in text for text in wants(at(*boxed, "ask mei for progress", "wait 45s")))


def missed(sight):
    return [fact.person for _, fact in each(sight.seen, PageUnanswered)]


def heroes(sight):
    return [fact.person for _, fact in each(sight.seen, ActedAlone) if fact.person in sight.board.here]


def test_a_missed_page_goes_to_a_colleague_once():
    tries = (at("declare P1", "page sean", "wait 6m", seed=seed) for seed in range(1, 30))
    sight = next(one for one in tries if "sean" in missed(one))
    (text,) = [text for text in wants(sight) if text.startswith("page")]
    assert text == "page Yuki Sato"
    said: set[str] = set()
    list(team(sight, said))
    assert not any(text.startswith("page") for text in team(sight, said))


def test_who_acted_alone_is_warned_once():
    tries = (at("declare P1", "wait 40m", seed=seed) for seed in range(1, 40))
    sight = next(one for one in tries if heroes(one))
    alone = heroes(sight)
    assert wants(sight)[0] == f"warn {sight.name(alone[0])}"
    say(sight.exercise, f"warn {sight.name(alone[0])}")
    assert not any(text.startswith("warn") for text in wants(Sight(sight.exercise)))
    assert list(each(sight.exercise.entries, Warned))


def test_whoever_it_lets_go_had_nothing_in_hand(played):
    for entry, left in each(played.entries, Left):
        before = [e for e in played.entries if e.number < entry.number]
        assert any(isinstance(e.fact, Joined) and e.fact.person == left.person for e in before)
    assert list(each(played.entries, Commanded))
    assert list(each(played.entries, Paged))


def test_after_it_has_handed_over_it_is_led_to_the_end():
    exercise = play(Exercise(*shipped("split-ledger"), 6), PLAYERS["by-the-book"](6))
    (handed,) = [entry.at for entry, _ in each(exercise.entries, CommandHanded)]
    later = [fact.update for entry, fact in each(exercise.entries, Posted) if entry.at > handed]
    assert {update.audience for update in later} == set(exercise.doctrine.clocks)
    assert {update.audience for update in later if update.state == "resolved"} == {
        update.audience for update in later
    }
    (end,) = [(entry.at, fact.why) for entry, fact in each(exercise.entries, Ended)]
    assert end[0] > handed
    assert end[1] == "ended by the commander"
