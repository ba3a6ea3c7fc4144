"""Hints are made of what is so now: what is being done, or was, is no hint; what only hides is called so."""

import pytest

from simulator.exercise.players import PLAYERS, play
from simulator.room.choosing import LIKELY, LONG, choices, doing
from simulator.room.ladder import owed
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed, likely_to_help, outlook

KINDS = {"finding out": "look", "dangers": "check", "acting": "change", "what comes next": "change"}
LOOKED = ("declare SEV-2", "page ledger", "wait 9m", "investigate vault within 10m", "wait 10m")
"""A team at the stuck vault that finds out, and finds out."""


def told(library, *lines, seed=3, outage="write-stall"):
    """An exercise in which a commander has said some lines, each as soon as they could."""
    exercise = library.outage(outage).exercise(seed)
    for text in lines:
        exercise.submit("commander", text)
        exercise.tick(exercise.free_at("commander"))
    return exercise


def about(exercise):
    return [each.about for each in owed(exercise)]


def case_of(library, exercise, outage="write-stall"):
    made = library.outage(outage)
    return Case(made.scenario, made.doctrine, tuple(exercise.entries))


def test_the_ladder_begins_with_the_declaration(library):
    first = owed(told(library))[0]
    assert first.about == "declaring"
    assert first.question.endswith("?")
    assert first.answer.startswith("Say: ")


def test_who_is_declaring_is_not_told_to(library):
    exercise = library.outage("write-stall").exercise(3)
    exercise.submit("commander", "declare P1")
    assert "declaring" not in about(exercise)


def test_nobody_is_told_to_page_while_somebody_is_on_their_way(library):
    exercise = told(library, "declare P1", "page datastores")
    assert "people" not in about(exercise)


def test_whoever_is_to_be_paged_runs_what_alarms(library):
    exercise = told(library, "declare P1")
    board = exercise.board("commander")
    for person in board.people:  # as if nobody had been paged by the alarm
        board.people[person] = "left"
    exercise.board = lambda seat: board
    (ladder,) = [each for each in owed(exercise) if each.about == "people"]
    company = exercise.scenario.organisation
    first = next(iter(board.alerts))
    of = company.signals[next(a.signal for a in company.alerts if a.name == first)].of
    assert ladder.answer == f"Say: page {company.services[of].team}"


def test_an_update_that_is_being_written_is_not_asked_for(library):
    exercise = told(library, "declare P1")
    exercise.tick(900)
    assert "an update to support" in about(exercise)
    exercise.submit("commander", "brief support investigating next in 20m")
    assert "an update to support" not in about(exercise)


def test_a_change_that_is_watched_is_not_to_be_verified(library):
    exercise = told(library, "declare P1", "page datastores")
    exercise.tick(900)
    exercise.submit("commander", "order fail over a shard")
    while not exercise.over and not any(each.done for each in exercise.board().changes):
        exercise.tick(exercise.now + 5)
    assert about(exercise)[-1] == "verifying 'fail over a shard'"
    exercise.submit("commander", "verify fail over a shard")
    exercise.tick(exercise.now + 60)
    assert "verifying 'fail over a shard'" not in about(exercise)


def test_what_is_being_looked_into_or_was_checked_is_no_hint(library):
    exercise = told(library, "declare P1", "page datastores")
    exercise.tick(600)
    exercise.submit("commander", "check fail over a shard")
    exercise.tick(exercise.now + 25)
    exercise.submit("commander", "investigate db-shards within 10m")
    exercise.tick(exercise.now + 25)
    busy = doing(exercise)
    assert {("check", "fail over a shard"), ("look", "db-shards")} & busy
    exercise.tick(exercise.now + 900)
    assert ("check", "fail over a shard") in doing(exercise)


@pytest.mark.parametrize("outage", ["write-stall", "split-ledger", "late-messages"])
def test_a_hint_never_names_what_is_being_done(library, outage):
    recording = play(library.outage(outage).exercise(4), PLAYERS["cheapest-first"](4)).recording
    exercise = library.outage(outage).exercise(4)
    hinted = 0
    for line in recording.commands[:24]:
        exercise.tick(line.at)
        exercise.submit(line.seat, line.text)
        busy = doing(exercise)
        for ladder in choices(case_of(library, exercise, outage), busy):
            hinted += 1
            what = ladder.answer.removeprefix("Say: ").split(" ", 1)[1].removesuffix(" within 10m")
            assert (KINDS[ladder.about], what) not in busy, ladder
    assert hinted


def acting(library, outage, player, seed):
    """Each hint to act that a play met, and what its change does to the likeliest cause."""
    recording = play(library.outage(outage).exercise(seed), PLAYERS[player](seed)).recording
    exercise = library.outage(outage).exercise(seed)
    for line in recording.commands[:24]:
        exercise.tick(line.at)
        exercise.submit(line.seat, line.text)
        case, busy = case_of(library, exercise, outage), doing(exercise)
        for hint in choices(case, busy):
            if hint.about == "acting":
                cause = max(believed(case, case.beyond).items(), key=lambda pair: pair[1])[0]
                yield hint, case.scenario.outcome(hint.answer.removeprefix("Say: order "), cause)


def ends(outcome):
    return outcome.cures or outcome.stops


@pytest.mark.parametrize(
    ("outage", "player", "seed"),
    [
        ("write-stall", "by-the-book", 3),
        ("write-stall", "by-the-book", 5),
        ("late-messages", "by-the-book", 3),
    ],
)
def test_a_hint_to_act_that_ends_the_likely_cause_says_nothing_of_easing(library, outage, player, seed):
    met = list(acting(library, outage, player, seed))
    assert met
    for hint, outcome in met:
        assert ends(outcome), hint
        assert "mends nothing" not in hint.direction


@pytest.mark.parametrize(
    ("outage", "player", "seed"), [("customer-config", "idle", 1), ("restless-workers", "idle", 1)]
)
def test_a_hint_to_act_that_only_eases_the_likely_cause_says_so(library, outage, player, seed):
    met = list(acting(library, outage, player, seed))
    assert met
    for hint, outcome in met:
        assert outcome.relieves, hint
        assert not ends(outcome), hint
        assert "mends nothing" in hint.direction


def at_the_vault(library, *lines):
    """An exercise at the stuck vault, under the cause that a restart ends, after some lines."""
    exercise = library.outage("stuck-vault").exercise(6620)
    for text in lines:
        if text.startswith("wait"):
            exercise.tick(exercise.now + 60 * int(text.removeprefix("wait ").removesuffix("m")))
        else:
            receipt = exercise.submit("commander", text)
            assert receipt.status in ("done", "waiting"), receipt.answer
            exercise.tick(exercise.free_at("commander"))
    return exercise


def hints_at_the_vault(library, *lines):
    exercise = at_the_vault(library, *lines)
    case = case_of(library, exercise, "stuck-vault")
    return case, list(choices(case, doing(exercise)))


def test_what_can_tell_nothing_about_this_outage_is_no_hint(library):
    case, hints = hints_at_the_vault(library, *LOOKED, "check restart all vault nodes")
    seen = outlook(case, case.end, case.beyond)
    assert seen
    assert ("check", "turn off all edge rules") not in seen.advice.useful
    assert hints
    for hint in hints:
        what = hint.answer.removeprefix("Say: ").split(" ", 1)[1].removesuffix(" within 10m")
        assert (KINDS[hint.about], what) in seen.advice.useful, hint


def test_who_finds_out_for_long_is_led_to_act_with_what_likely_helps(library):
    case, hints = hints_at_the_vault(library, *LOOKED, "check restart all vault nodes")
    assert case.joined
    assert case.end - case.joined.at >= LONG
    first = hints[0]
    assert first.about == "acting"
    assert "Nothing has been ordered for long" in first.direction
    assert "undone" in first.direction
    change = first.answer.removeprefix("Say: order ")
    seen = outlook(case, case.end, case.beyond)
    assert seen
    assert likely_to_help(case, seen, change) >= LIKELY
    checking = ("checking", change) in doing(at_the_vault(library, *LOOKED, "check restart all vault nodes"))
    assert checking == ("Its danger is being checked" in first.direction)


def test_nobody_is_hurried_who_has_only_just_come_or_waits_for_a_change(library):
    _, early = hints_at_the_vault(library, *LOOKED[:3], "investigate vault within 10m")
    assert "acting" not in [hint.about for hint in early]
    _, at_it = hints_at_the_vault(library, *LOOKED, "order name a vault primary by hand")
    assert "acting" not in [hint.about for hint in at_it]


def test_a_second_change_beside_one_in_flight_is_talked_through_and_not_ordered(library):
    checked = (*LOOKED, "check restart all vault nodes", "wait 4m")
    _, (hint, *_) = hints_at_the_vault(library, *checked, "order name a vault primary by hand")
    assert hint.about == "what comes next"
    assert "'name a vault primary by hand'" in hint.question
    assert hint.answer in (
        "Say: poll restart all vault nodes",
        "Say: poll take lagging nodes out of the vault",
    )


def test_a_hint_to_declare_says_the_higher_only_where_the_process_does(library):
    sayings = {}
    for doctrine in ("pagerduty", "gitlab", "intercom", "nims"):
        exercise = library.outage("stuck-vault", doctrine).exercise(3)
        takes_higher = exercise.doctrine.switches.get("higher severity when unsure", False)
        sayings[doctrine] = takes_higher == ("takes the higher" in owed(exercise)[0].direction)
    assert all(sayings.values()), sayings
