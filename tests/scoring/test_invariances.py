"""What must make no difference to a verdict makes none, whatever rules there are; what is good never costs.

The plays are those of player programs over several outages and seeds, and plays by the book that were edited.
Nothing here names a rule, but for the few that may read the truth.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.codec import from_json, to_json
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import (
    CauseDrawn,
    ChangeActed,
    Commanded,
    EffectSetIn,
    HazardDrawn,
    ImpactChanged,
    Looked,
    Noted,
    Posted,
    Said,
    Spoke,
    Verified,
    VerifyStarted,
)
from simulator.domain.notation import read_timeline, write_entry
from simulator.domain.value import Value, names_in, replace
from simulator.exercise import Exercise, take_turn
from simulator.exercise.players import PLAYERS, play
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.rules import RULES
from simulator.scoring.score import all_marks, score
from tests.plays import shipped

OUTAGES = ("write-stall", "stuck-vault", "everywhere-at-once")
FEW = settings(max_examples=12, deadline=None, derandomize=True, database=None)
"""A judgement of a whole play takes its time; the same plays each time, so that a failure is a change."""
COMMUNICATION = ("communication timeliness", "communication accuracy")
MAY_READ_THE_TRUTH = ("resolve-on-recovery",)
"""Rules of early resolve and of wrong claims may: doctrine H1, F6 and F7."""
CLAIMS = "communication accuracy"
"""The axis of claims: they are held against the truth."""

plays = st.tuples(
    st.sampled_from(OUTAGES),
    st.sampled_from(["by-the-book", "likeliest-first", "shotgun", "random"]),
    st.integers(1, 2),
)
edits = st.lists(st.tuples(st.sampled_from(["drop", "double", "later"]), st.integers(0, 40)), max_size=3)


@cache
def said(outage, player, seed):
    """What a player said, and when."""
    scenario, doctrine = shipped(outage)
    return play(Exercise(scenario, doctrine, seed), PLAYERS[player](seed)).recording.commands


@cache
def played(outage, player, seed, edited=()):
    """The timeline of a play; with some of its commands left out, doubled or said later."""
    scenario, doctrine = shipped(outage)
    texts = [line.text for line in said(outage, player, seed)]
    for how, place in edited:
        at = place % len(texts)
        texts[at : at + 1] = {"drop": [], "double": [texts[at]] * 2, "later": ["wait 4m", texts[at]]}[how]
    exercise = Exercise(scenario, doctrine, seed)
    for text in texts:
        if not exercise.over:
            take_turn(exercise, "commander", text)
    return tuple(exercise.entries)


def case_of(outage, entries):
    scenario, doctrine = shipped(outage)
    return Case(scenario, doctrine, entries)


def points(outage, entries, axis):
    return score(case_of(outage, entries)).axis(axis).points


def renumbered(entries):
    """Entries in a row, numbered anew; the new number of each old one."""
    new = {entry.number: place for place, entry in enumerate(entries, 1) if entry.number > 0}
    again = [
        entry._replace(number=place, because=new.get(entry.because, 0))
        for place, entry in enumerate(entries, 1)
    ]
    return tuple(again), new


def bare(mark, new=None):
    """A mark without the last digits, in which sums taken in another order may differ."""
    evidence = tuple(sorted(mark.evidence if new is None else (new[line] for line in mark.evidence)))
    earned, weight = (float(f"{number:.9g}") for number in (mark.earned, mark.weight))
    return (mark.rule, mark.axis, earned, weight, mark.summary, mark.at, evidence)


def marks(case):
    return sorted(bare(mark) for mark in all_marks(case))


@FEW
@given(plays, edits)
def test_a_timeline_scored_twice_or_read_back_has_the_same_marks(which, edited):
    entries = played(*which, tuple(edited))
    once = marks(case_of(which[0], entries))
    assert marks(case_of(which[0], entries)) == once
    spelled = [from_json(json.loads(json.dumps(to_json(entry)))) for entry in entries]
    assert marks(case_of(which[0], tuple(spelled))) == once
    notated = read_timeline("\n".join(write_entry(entry) for entry in entries))
    assert marks(case_of(which[0], notated)) == once


UNRELATED = (
    lambda who: Entry(0, 0, Looked("people", ()), "commander"),
    lambda who: Entry(0, 0, Said(who, "Still with you.")),
    lambda who: Entry(0, 0, EffectSetIn("somewhere", 0, "errors", 0.1, "a shiver"), TRUTH),
    lambda who: Entry(0, 0, Noted("hm"), "deputy"),
    lambda who: Entry(0, 0, Spoke("business-lead", "customers first, please")),
)


@FEW
@given(plays, st.lists(st.tuples(st.integers(0, 10**4), st.sampled_from(UNRELATED)), min_size=1, max_size=12))
def test_looks_and_chatter_change_no_mark(which, added):
    entries = played(*which)
    scenario, _ = shipped(which[0])
    more = list(entries)
    for number, (place, made) in enumerate(sorted(added, key=lambda each: -each[0] % len(entries))):
        at = place % (len(entries) - 1)
        line = made(next(iter(scenario.organisation.people)))
        second = next(entry.at for entry in more[at:] if entry.number > 0)
        more.insert(at, line._replace(number=-number - 1, at=second))
    renewed, new = renumbered(sorted(more, key=lambda entry: entry.at))
    wanted = sorted(bare(mark, new) for mark in all_marks(case_of(which[0], entries)))
    assert marks(case_of(which[0], renewed)) == wanted


TALK = ("say what changed?", "say order roll back app by raj, now", "say it is mitigated, I think", "chat hm")


@FEW
@given(plays, st.lists(st.tuples(st.integers(0, 60), st.sampled_from(TALK)), min_size=1, max_size=8))
def test_talk_between_people_neither_earns_nor_loses(which, added):
    """Said at any moment of a play, before and after declaring, it changes no mark and no luck."""
    scenario, doctrine = shipped(which[0])
    exercise, texts = Exercise(scenario, doctrine, which[2]), [line.text for line in said(*which)]
    for place, text in added:
        texts.insert(place % len(texts), text)
    for text in texts:
        if not exercise.over:
            take_turn(exercise, "commander", text)
    entries = played(*which)
    talk = {entry.number for entry in exercise.entries if is_talk(entry.fact)}
    rest, new = renumbered([entry for entry in exercise.entries if entry.number not in talk])
    assert rest == entries
    wanted = sorted(bare(mark) for mark in all_marks(case_of(which[0], entries)))
    found = all_marks(case_of(which[0], tuple(exercise.entries)))
    assert sorted(bare(mark, new) for mark in found) == wanted


def is_talk(fact):
    return isinstance(fact, Spoke) or (isinstance(fact, Commanded) and fact.text in TALK)


def renamed(value, names):
    """A value with every person's id in it replaced."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Entry):
        return value._replace(fact=renamed(value.fact, names))
    if isinstance(value, Value):
        return replace(value, **{part: renamed(getattr(value, part), names) for part in names_in(value)})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: renamed(getattr(value, f.name), names) for f in fields(value) if f.init}
        )
    if isinstance(value, Mapping):
        return {renamed(key, names): renamed(each, names) for key, each in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(renamed(each, names) for each in value))
    if isinstance(value, (tuple, frozenset)):
        return type(value)(renamed(each, names) for each in value)
    return value


@FEW
@given(plays)
def test_what_people_are_called_makes_no_difference(which):
    scenario, doctrine = shipped(which[0])
    people = list(scenario.organisation.people)
    names = {person: f"z{len(people) - place:03}" for place, person in enumerate(people)}
    back = {new: old for old, new in names.items()}
    entries = played(*which)
    other = Case(renamed(scenario, names), doctrine, renamed(entries, names))

    def original(mark):
        summary = mark.summary
        for new, old in back.items():
            summary = summary.replace(new, old).replace(new.capitalize(), old.capitalize())
        return bare(replace(mark, summary=summary))

    assert sorted(map(original, all_marks(other))) == marks(case_of(which[0], entries))


def otherwise(entry, scenario):
    """A line of the truth with another truth in it: what was drawn, and what each change really did."""
    match entry.fact:
        case CauseDrawn(cause=cause):
            other = next((name for name in scenario.causes if name != cause), cause)
            return entry._replace(fact=CauseDrawn(other, "It was something else."))
        case HazardDrawn() as fact:
            return entry._replace(fact=replace(fact, holds=not fact.holds))
        case ChangeActed() as fact:
            if fact.acted == "cured":
                return entry._replace(fact=replace(fact, acted="nothing", harmed=not fact.harmed))
            return entry._replace(fact=replace(fact, acted="cured", harmed=not fact.harmed))
        case _:
            return entry


@FEW
@given(plays, edits)
def test_what_was_really_drawn_changes_no_mark(which, edited):
    scenario, _ = shipped(which[0])
    entries = played(*which, tuple(edited))
    false = tuple(otherwise(entry, scenario) for entry in entries)

    def judged(lines):
        found = all_marks(case_of(which[0], lines))
        return sorted(bare(m) for m in found if m.axis != CLAIMS and m.rule not in MAY_READ_THE_TRUTH)

    assert judged(false) == judged(entries)


@FEW
@given(plays, edits)
def test_points_are_lost_on_lines_that_the_seat_could_see(which, edited):
    entries = played(*which, tuple(edited))
    known = {rule.NAME for rule in RULES}
    for mark in all_marks(case_of(which[0], entries)):
        assert mark.rule in known
        assert all(1 <= line <= len(entries) for line in mark.evidence)
        assert len(mark.summary.split()) > 3
        if mark.earned < 1 and mark.axis != CLAIMS and mark.rule not in MAY_READ_THE_TRUTH:
            assert not [line for line in mark.evidence if entries[line - 1].seen == TRUTH], mark


@FEW
@given(plays, st.data())
def test_what_comes_later_does_not_change_what_a_decision_was_worth(which, data):
    """Cut off after any line, the orders before it are worth what they were.

    The curve of failing customers is written at its turns; only up to the last one is it the same.
    """
    entries = played(*which)
    cut = data.draw(st.integers(len(entries) // 3, len(entries)))
    told = max((e.number for e in entries[:cut] if isinstance(e.fact, ImpactChanged)), default=0)
    again = {(one.at, one.entries): one for one in decisions(case_of(which[0], entries[:cut]))}
    for one in decisions(case_of(which[0], entries)):
        if one.chosen.kind == "change" and one.entries[-1] < told:
            assert again[one.at, one.entries] == one


def without(entries, gone):
    return renumbered([entry for entry in entries if not gone(entry)])[0]


def repeats(posts, one):
    """Whether the update before or after it, to the same audience, says the same."""
    to = [post for post in posts if post.fact.update.audience == one.fact.update.audience]
    at = to.index(one)
    return any(
        other.fact.update.claims == one.fact.update.claims for other in (*to[:at][-1:], *to[at + 1 :][:1])
    )


@FEW
@given(st.sampled_from(OUTAGES), st.integers(1, 3), st.integers(0, 30), st.sampled_from(COMMUNICATION))
def test_a_good_update_more_never_costs(outage, seed, number, axis):
    """Those by the book are correct and in time: taking one away gains nothing."""
    entries = played(outage, "by-the-book", seed)
    posts = [entry for entry in entries if isinstance(entry.fact, Posted)]
    gone = posts[number % len(posts)]
    if repeats(posts, gone):
        return
    more, fewer = points(outage, entries, axis), points(outage, without(entries, lambda e: e is gone), axis)
    if more is not None and fewer is not None:
        assert more >= fewer - 1e-9


@FEW
@given(plays, st.integers(0, 30))
def test_verifying_less_never_gains(which, number):
    entries = played(*which)
    told = [e for e in entries if isinstance(e.fact, Verified) and e.fact.result != "unclear"]
    if not told:
        return
    one = told[number % len(told)]
    begun = max(
        (e.number for e in entries if isinstance(e.fact, VerifyStarted) and e.fact.id == one.fact.id
         and e.number < one.number),
        default=0,
    )  # fmt: skip
    fewer = without(entries, lambda entry: entry.number in (one.number, begun))
    before, after = points(which[0], entries, "sequencing"), points(which[0], fewer, "sequencing")
    if before is not None and after is not None:
        assert after <= before + 1e-9


@pytest.mark.parametrize("outage", OUTAGES)
def test_the_plays_are_worth_judging(outage):
    """Else all of the above would hold for want of marks."""
    entries = played(outage, "shotgun", 1)
    assert len(list(all_marks(case_of(outage, entries)))) > 20
