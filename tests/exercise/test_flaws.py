"""Players with one flaw: the book until the flaw shows, then the book but for what the flaw is about."""

from collections.abc import Callable
from functools import cache

import pytest

from simulator.domain import command as said
from simulator.domain.attempt import attempts
from simulator.domain.command import Command
from simulator.domain.doctrine import AXES
from simulator.domain.entry import each
from simulator.domain.fact import Misread, Refused, Resolved, SeverityChanged, Verified
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise, take_turn
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.cast import EVERYONE
from simulator.exercise.players.flaws import FLAWS, Flawed
from simulator.exercise.players.flaws.concluding import Concluding
from simulator.exercise.players.flaws.skips_easy_fixes import SkipsEasyFixes
from simulator.grammar import read
from simulator.scoring.case import Case
from simulator.scoring.rules import keep_the_evidence
from tests.plays import say, shipped

NAMES = [flaw.name for flaw in FLAWS]
HERE = {
    "likeliest-first-only": "stuck-vault",
    "skips-easy-fixes": "restless-workers",
    "repeats-a-failed-fix": "restless-workers",
}
"""Where a flaw shows that has no occasion in the first outage."""
LATER = {"no-hand-over", "never-escalates"}
"""Flaws that need an outage of a day, or a book that raises the severity."""


@cache
def commands(player: str, outage: str = "write-stall", seed: int = 2) -> tuple[Command, ...]:
    """All that a player says in one play, but for waiting."""
    exercise = Exercise(*shipped(outage), seed)
    play(exercise, EVERYONE[player](seed))
    texts = [line.text for line in exercise.recording.commands]
    meant = [read(text, exercise.vocabulary) for text in texts]
    assert not [
        text for text, command in zip(texts, meant, strict=True) if not hasattr(said, type(command).__name__)
    ]
    return tuple(command for command in meant if not isinstance(command, said.Wait | said.Skip))  # type: ignore[misc]


def of(player: str, kind: type, outage: str = "write-stall", seed: int = 2) -> list:
    return [command for command in commands(player, outage, seed) if isinstance(command, kind)]


def updates(player: str, outage: str = "write-stall") -> list:
    return [post.update for post in of(player, said.Post, outage)]


def test_there_are_25_flaws_each_with_a_name_and_an_axis_and_every_axis_has_one():
    assert len(set(NAMES)) == 25
    assert {flaw.axis for flaw in FLAWS} == set(AXES)
    assert all(flaw.about for flaw in FLAWS)
    assert not set(NAMES) & set(PLAYERS)


class Flawless(Flawed):
    name = "flawless"
    axis = "sequencing"
    about = "nothing"


@pytest.mark.parametrize("outage", ["write-stall", "restless-workers"])
def test_without_a_flaw_it_is_the_book_to_the_letter(outage):
    flawless = Flawless(3)
    here = play(Exercise(*shipped(outage), 3), flawless).entries
    assert here == play(Exercise(*shipped(outage), 3), PLAYERS["by-the-book"](3)).entries
    assert not flawless.shown
    assert not flawless.bent


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LATER])
def test_it_is_the_book_to_the_letter_until_the_flaw_shows(name):
    outage = HERE.get(name, "write-stall")
    flawed, book = next(flaw for flaw in FLAWS if flaw.name == name)(2), PLAYERS["by-the-book"](2)
    mine, theirs = Exercise(*shipped(outage), 2), Exercise(*shipped(outage), 2)
    for _ in range(200):
        here, there = flawed.says(mine), book.says(theirs)
        if flawed.bent:
            break
        assert here == there
        take_turn(mine, COMMANDER, here)
        take_turn(theirs, COMMANDER, there)
    assert flawed.bent, f"{name} never differs"


@pytest.mark.parametrize("outage", ["write-stall", "cold-cache"])
@pytest.mark.parametrize("name", NAMES)
def test_nobody_says_what_cannot_be_understood_or_done(name, outage):
    entries = play(Exercise(*shipped(outage), 3), EVERYONE[name](3)).entries
    assert not [fact.text for _, fact in each(entries, Misread)]
    assert not [(fact.text, fact.reason) for _, fact in each(entries, Refused)]


LEAST: tuple[str, ...] = (min(shipped()[0].organisation.journeys.values(), key=lambda each: each.share).name,)
SHOWS: dict[str, Callable[[str], bool]] = {
    "two-at-once": lambda p: any("two are quicker" in order.because for order in of(p, said.Order, seed=2)),
    "never-verifies": lambda p: not of(p, said.Verify),
    "watches-on": lambda p: {verify.window for verify in of(p, said.Verify)} == {60 * 60},
    "wrong-signal": lambda p: all(verify.signal for verify in of(p, said.Verify)),
    "ignores-hazards": lambda p: not of(p, said.Check),
    "silent": lambda p: "status page" not in [update.audience for update in updates(p)],
    "over-promises": lambda p: all(u.eta for u in updates(p) if u.state in ("investigating", "identified")),
    "guesses-the-cause": lambda p: any(u.cause for u in updates(p) if u.state == "investigating"),
    "under-states": lambda p: {update.scope for update in updates(p)} <= {(), ("search everything",), LEAST},
    "no-roles": lambda p: not of(p, said.Assign),
    "debugs-itself": lambda p: any(look.by == COMMANDER for look in of(p, said.Investigate)),
    "micro-manages": lambda p: sum(ask.topic == "progress" for ask in of(p, said.Ask)) > 3,
    "pages-everyone": lambda p: len(of(p, said.Page)) > 8,
    "under-declares": lambda p: [declare.severity for declare in of(p, said.Declare)] == ["P2"],
    "always-highest": lambda p: [declare.severity for declare in of(p, said.Declare)] == ["P0"],
    "ownerless-follow-ups": lambda p: not [f for f in of(p, said.FollowUp) if f.owner] + of(p, said.Review),
}  # fmt: skip
"""What is true of all that a flawed player says, and not of what the book says."""


@pytest.mark.parametrize("name", SHOWS)
def test_the_flaw_is_in_what_it_says_and_not_in_what_the_book_says(name):
    assert SHOWS[name](name)
    assert not SHOWS[name]("by-the-book")


KINDS: dict[str, set[type]] = {
    "micro-manages": {said.Ask}, "pages-everyone": {said.Page}, "debugs-itself": {said.Investigate},
    "never-verifies": {said.Look}, "wrong-signal": {said.Look},
    "likeliest-first-only": {said.Residual, said.Revert},
}  # fmt: skip
"""The kinds of command that a flaw adds."""
LONGER = {said.SetSeverity, said.Residual, said.HandOver, said.Sitrep}
"""What the book does itself when an outage goes on for longer, as it may with a flaw."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in HERE])
def test_a_flaw_adds_no_other_kinds_of_command(name):
    ours, theirs = (set(map(type, commands(player))) for player in (name, "by-the-book"))
    assert ours - theirs <= KINDS.get(name, set()) | LONGER


def sent(player: str, seed: int = 2) -> list[tuple[int, str]]:
    """The second and the audience of each update asked for."""
    exercise = play(Exercise(*shipped(), seed), EVERYONE[player](seed))
    lines = [(line.at, read(line.text, exercise.vocabulary)) for line in exercise.recording.commands]
    return [(at, post.update.audience) for at, post in lines if isinstance(post, said.Post)]


def test_the_slow_first_post_comes_after_four_times_its_clock_and_the_next_in_time():
    first = next(at for at, audience in sent("slow-first-post") if audience == "status page")
    assert first >= 4 * shipped()[1].clocks["status page"].first["P1"]
    assert next(at for at, audience in sent("by-the-book") if audience == "status page") < first / 4


def test_the_spammer_repeats_itself_and_promises_no_less():
    spam = [update for update in updates("spams-updates") if update.text == "We are still working on it."]
    assert len(spam) > 3
    assert len(updates("spams-updates")) > len(updates("by-the-book")) + 3


def test_whoever_resolves_early_does_so_in_the_minute_of_the_first_recovery():
    entries = play(Exercise(*shipped(), 2), EVERYONE["resolves-early"](2)).entries
    seen = next(entry.at for entry, fact in each(entries, Verified) if fact.result == "recovered")
    assert next(entry.at for entry, _ in each(entries, Resolved)) - seen < 300


def test_whoever_lingers_ends_an_hour_after_it_was_resolved():
    exercise = play(Exercise(*shipped(), 1), EVERYONE["lingers"](1))
    assert exercise.now - (exercise.board().resolved or 0) >= 3600


def test_a_failed_fix_is_made_three_times():
    for seed in range(1, 8):
        orders = [order.change for order in of("repeats-a-failed-fix", said.Order, "restless-workers", seed)]
        if any(
            "this time" in o.because for o in of("repeats-a-failed-fix", said.Order, "restless-workers", seed)
        ):
            assert max(map(orders.count, orders)) == 3
            return
    raise AssertionError("no failed fix in seven seeds")


def test_who_skips_easy_fixes_begins_with_what_is_slow():
    runbook = shipped("restless-workers")[0].organisation.runbook
    quick = shipped("restless-workers")[1].threshold("easy takes at most")
    firsts = {p: of(p, said.Order, "restless-workers")[0].change for p in ("skips-easy-fixes", "by-the-book")}
    assert (
        runbook[firsts["skips-easy-fixes"]].takes.median
        > quick
        >= runbook[firsts["by-the-book"]].takes.median
    )
    assert "options" not in [ask.topic for ask in of("skips-easy-fixes", said.Ask, "restless-workers")]


@pytest.mark.parametrize(("seed", "begun"), [(4, 0), (6, 1)])
def test_who_drops_the_slow_fix_for_its_danger_has_shown_no_flaw_to_speak_of(seed, begun):
    """Of seed 4 the pre-check finds the danger real; of seed 6 it finds none, and the slow fix is begun."""
    player = SkipsEasyFixes(seed)
    play(Exercise(*shipped("stuck-vault"), seed), player)
    assert player.shown == begun
    assert player.bent > 0


def test_a_flaw_that_needs_an_occasion_says_where_it_fits():
    fits = {flaw.name: flaw.fits(*shipped()) for flaw in FLAWS}
    assert not fits["no-hand-over"]
    assert not fits["skips-easy-fixes"]
    boss = {flaw.name: flaw.fits(*shipped("spam-list")) for flaw in FLAWS}
    assert boss["no-hand-over"]
    assert all(flaw.needs for flaw in FLAWS if not flaw.fits(*shipped()))


def test_what_a_look_at_the_dashboards_says_stands_for_a_watch_only_after_its_lag():
    exercise = Exercise(*shipped(), 1)
    say(
        exercise, "declare P1\nfreeze\nsignals\npage datastores\n@joined raj\norder stop the migration by raj"
    )
    exercise.tick(exercise.now + 600)
    say(exercise, "signals")
    attempt = Concluding(exercise).board.changes[0]
    assert attempt.result == "recovered"
    assert exercise.board().changes[0].result is None


def test_a_look_before_the_dashboards_have_caught_up_says_nothing():
    exercise = Exercise(*shipped(), 1)
    say(
        exercise, "declare P1\nfreeze\nsignals\npage datastores\n@joined raj\norder stop the migration by raj"
    )
    say(exercise, "@change-done c1\nsignals")
    assert Concluding(exercise).board.changes[0].result is None


def test_who_micro_manages_leaves_those_alone_who_write():
    """Whoever writes would be late with it, which is another fault."""
    people = shipped("write-stall")[0].organisation.people.values()
    leads = {person.id for person in people if person.role == "business-lead"}
    asked = {ask.person for ask in of("micro-manages", said.Ask) if ask.topic == "progress"}
    assert asked
    assert not asked & leads


def test_who_debugs_looks_with_each_change_and_with_each_watch_once_others_write():
    own = [look for look in of("debugs-itself", said.Investigate) if look.by == COMMANDER]
    orders = of("debugs-itself", said.Order)
    assert 2 <= len(own) <= 2 * len(orders)
    given = commands("debugs-itself")
    lead = next(
        index
        for index, one in enumerate(given)
        if isinstance(one, said.Assign) and one.role == "business-lead"
    )
    assert min(given.index(look) for look in own) > lead


def test_who_debugs_says_first_what_is_due():
    """Half of all customers are out for an hour: that raises the severity in time, whoever looks at what."""
    exercise = Exercise(*shipped("cold-cache"), 2)
    play(exercise, EVERYONE["debugs-itself"](2))
    raised = [entry.at for entry, fact in each(exercise.entries, SeverityChanged) if fact.severity == "P0"]
    assert raised
    assert 3600 <= raised[0] <= 3600 + 5 * 60


def test_who_makes_two_at_once_has_both_watched_and_at_the_same_time():
    exercise = Exercise(*shipped("comes-and-goes"), 2)
    play(exercise, EVERYONE["two-at-once"](2))
    tried = attempts(exercise.entries)
    number = next(n for n, each in enumerate(tried) if each.because == "two are quicker than one")
    first, second = (each.verifications[0] for each in tried[number - 1 : number + 1])
    assert second.began < (first.at or 0)
    assert first.began < (second.at or 0)


def test_who_prefers_the_likeliest_says_of_each_why_and_keeps_what_it_can_tell():
    """Only the choice is a bet: reasons differ, and somebody looked before what wipes the evidence."""
    outage = "late-messages"
    orders = of("likeliest-first-only", said.Order, outage)
    reasons = {order.change: order.because for order in orders}
    assert len(reasons) > 2
    assert len(set(reasons.values())) == len(reasons)
    exercise = Exercise(*shipped(outage), 2)
    play(exercise, EVERYONE["likeliest-first-only"](2))
    case = Case(*shipped(outage), tuple(exercise.entries))
    assert {mark.earned for mark in keep_the_evidence.marks(case)} <= {1.0}


def test_who_prefers_the_likeliest_does_not_try_again_what_the_tool_refused():
    """A node cannot be taken out of the vault while nobody votes: after one refusal it is useless."""
    for seed in (1, 2):
        orders = [order.change for order in of("likeliest-first-only", said.Order, "stuck-vault", seed)]
        assert all(orders.count(change) <= 2 for change in orders)
