"""What is refused, in which words; and that a refusal changes nothing but the attention of who asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain import command as said
from simulator.domain.attention import REFUSAL
from simulator.domain.entry import TRUTH
from simulator.domain.fact import Commanded, Refused
from simulator.domain.update import Update

UPDATE = Update("sales", "investigating")


@pytest.fixture(scope="module")
def scene(play):
    """A play at ten minutes: ana, bo and eli are on the call, cem is on the way; things were said before."""

    def made(*before):
        it = play("", "ana", "bo", "eli")
        it.say(*before)
        it.until("9m")
        it.parts.responders["cem"].coming = True
        return it.until("10m")

    return made


@pytest.mark.parametrize(
    ("before", "command", "reason"),
    [
        ((said.Declare("P1"),), said.Declare("P2"),
         "The incident is declared already, at P1. To revise it: severity P2."),
        ((), said.SetSeverity("P1"), "No incident has been declared yet. First: declare, with a severity."),
        ((said.Declare("P1"),), said.SetSeverity("P1"), "It is P1 already."),
        ((), said.Mitigated(), "No incident has been declared yet. First: declare, with a severity."),
        ((), said.Resolve(), "No incident has been declared yet. First: declare, with a severity."),
        ((said.Declare("P1"), said.Resolve()), said.Resolve(), "The incident is resolved already."),
        ((said.Declare("P1"), said.Resolve()), said.Mitigated(), "The incident is resolved already."),
        ((), said.Assign("scribe", "fay"), "Fay is not on the call. To get Fay: page fay."),
        ((), said.Assign("scribe", "cem"), "Cem has been paged but is not on the call yet."),
        ((), said.Page("commander"), "You are here already."),
        ((), said.Page("bo"), "Bo is on the call already."),
        ((), said.Page("cem"), "Cem has been paged and is on the way."),
        ((said.Page("dee"),), said.Page("web"),
         "Everyone on call for web is here or on the way: Bo, Cem, Dee."),
        ((), said.Page("finders"), "Everyone on call for finders is here or on the way: Eli."),
        ((), said.Ask("theory", "commander"), "You would be asking yourself. Name someone on the call."),
        ((), said.Ask("theory", "fay"), "Fay is not on the call. To get Fay: page fay."),
        ((), said.Investigate("shop", "fay"), "Fay is not on the call. To get Fay: page fay."),
        ((), said.Check("restart", "bo"),
         "The runbook names no hazard for 'restart'; there is nothing to check."),
        ((), said.Check("roll back", "eli"), "Eli cannot work on shop: Bo can."),
        ((), said.Order("restart", "ana"), "Ana cannot work on shop: Bo can."),
        ((), said.Order("spare route", "bo"), "Bo cannot work on mail: page post, who run it."),
        ((), said.Order("restart", "commander"), "You cannot work on shop: Bo can."),
        ((), said.Order("restart", "fay"), "Fay is not on the call. To get Fay: page fay."),
        ((), said.Order("restart", "bo", staged=True), "'restart' has no staged form: it is all or nothing."),
        ((said.Order("restart", "bo"), said.Order("roll back", "bo")), said.Order("roll back", "bo"),
         "'roll back' is being made already (c2)."),
        ((), said.Prepare("restart", "ana"), "Ana cannot work on shop: Bo can."),
        ((), said.Verify("restart"), "'restart' has not been ordered; there is no effect to watch."),
        ((said.Order("mend", "ana"), said.Revert("mend", "ana")), said.Verify("mend"),
         "'mend' is not in place; there is no effect to watch."),
        ((said.Order("restart", "bo"),), said.Verify("restart", by="fay"),
         "Fay is not on the call. To get Fay: page fay."),
        ((), said.Revert("mend"), "'mend' is not in place; there is nothing to undo."),
        ((said.Order("restart", "bo"),), said.Revert("restart"), "'restart' cannot be undone."),
        ((said.Order("mend", "ana"),), said.Revert("mend", "bo"), "Bo cannot work on base: Ana can."),
        ((said.Order("mend", "ana"), said.Revert("mend", "ana")), said.Revert("mend", "ana"),
         "'mend' is not in place; there is nothing to undo."),
        ((), said.Residual("mend"), "'mend' is not in place; nothing stays behind."),
        ((said.Order("mend", "ana"), said.Revert("mend", "ana")), said.Residual("mend"),
         "'mend' is not in place; nothing stays behind."),
        ((), said.Approve("sales"), "No draft for sales is waiting."),
        ((), said.Release("commander"), "You cannot leave; hand over, or end."),
        ((), said.Release("fay"), "Fay is not on the call. To get Fay: page fay."),
        ((said.Declare("P1"),), said.HandOver("commander"), "You are in command already."),
        ((said.Declare("P1"),), said.HandOver("bo"), "Bo is not trained to command."),
        ((), said.HandOver("ana"), "No incident has been declared yet. First: declare, with a severity."),
        ((), said.OpenWorkstream("data", "fay"), "Fay is not on the call. To get Fay: page fay."),
        ((said.OpenWorkstream("data", "ana"),), said.OpenWorkstream("data", "bo"),
         "The workstream 'data' is open already."),
        ((), said.CloseWorkstream("data"), "No workstream 'data' is open."),
        ((said.Freeze(),), said.Freeze(), "Other changes are frozen already."),
        ((), said.Unfreeze(), "Nothing is frozen."),
        ((said.Freeze(), said.Unfreeze()), said.Unfreeze(), "Nothing is frozen."),
    ],
)  # fmt: skip
def test_what_is_impossible_is_refused_in_these_words(scene, before, command, reason):
    it = scene(*before)
    assert it.world.allows(command) == reason
    (entry,) = it.say(command)
    assert entry.fact == Refused("commander", repr(command), reason)
    assert entry.seen == "commander"


@pytest.mark.parametrize(
    "command",
    [
        said.Ask("options"),
        said.Investigate("shop"),
        said.Order("restart"),
        said.Prepare("restart"),
        said.Poll("mend"),
        said.Check("roll back"),
    ],
)
def test_nobody_can_be_asked_when_nobody_is_here(play, command):
    refused = play().world.allows(command)
    assert refused == "Nobody of the company is on the call yet. Page someone first."


def test_those_who_are_on_the_way_are_named(play):
    it = play()
    it.say(said.Page("ana"), said.Page("bo"), said.Page("cem"))
    assert it.world.allows(said.Ask("options")) == (
        "Nobody of the company is on the call yet. Ana, Bo and Cem were paged, the first at 0:00:00; "
        "to join takes five to ten minutes as a rule."
    )


def test_who_is_paged_when_nobody_is_on_call(play, quiet):
    it = play(quiet(starts=86400 + 22 * 3600))
    assert it.world.allows(said.Page("post")) == "Nobody is on call for post."


@pytest.mark.parametrize(
    ("before", "command"),
    [
        ((), said.Declare("P1")),
        ((said.Declare("P2"),), said.SetSeverity("P1")),
        ((), said.Assign("scribe", "bo")),
        ((), said.Assign("scribe", "commander")),
        ((), said.Page("fay")),
        ((), said.Page("web")),
        ((), said.Ask("theory", "bo")),
        ((), said.Ask("options")),
        ((), said.Investigate("shop")),
        ((), said.Investigate("shop", "ana")),
        ((), said.Check("roll back", "bo")),
        ((), said.Order("restart", "bo")),
        ((), said.Order("restart")),
        ((), said.Order("roll back", "bo", staged=True)),
        ((), said.Prepare("restart")),
        ((said.Order("restart", "bo"),), said.Verify("restart", by="eli")),
        ((), said.Poll("restart")),
        ((said.Order("mend", "ana"),), said.Revert("mend")),
        ((said.Order("mend", "ana"),), said.Residual("mend")),
        ((), said.Freeze()),
        ((said.Freeze(),), said.Unfreeze()),
        ((), said.OpenWorkstream("data", "ana")),
        ((said.OpenWorkstream("data", "ana"),), said.CloseWorkstream("data")),
        ((), said.Draft(UPDATE)),
        ((said.Draft(UPDATE),), said.Approve("sales")),
        ((), said.Post(UPDATE)),
        ((), said.Sitrep("x")),
        ((said.Declare("P1"),), said.HandOver("ana")),
        ((), said.Release("bo")),
        ((said.Declare("P1"),), said.Mitigated()),
        ((said.Declare("P1"),), said.Resolve()),
        ((), said.FollowUp("x", "bo")),
        ((), said.Review("bo")),
        ((), said.End()),
        ((), said.Decide("x")),
        ((), said.Note("x")),
        ((), said.Wait(60)),
        ((), said.Look("board")),
    ],
)
def test_all_else_is_possible_and_leaves_its_mark(scene, before, command):
    it = scene(*before)
    assert it.world.allows(command) == ""
    first, *_ = it.say(command)
    assert isinstance(first.fact, Commanded)
    assert first.seen == "commander"
    assert (len(it.say(said.Note("y"))) == 2) or isinstance(command, said.Wait)


def test_a_refusal_costs_five_seconds_of_attention(scene):
    it = scene()
    it.say(said.Mitigated())
    assert it.world.free_at("commander") == 600 + REFUSAL
    it.say(said.Mitigated())
    assert it.world.free_at("commander") == 600 + 2 * REFUSAL
    assert it.world.free_at("deputy") == 600


POSSIBLE = [
    (0, said.Declare("P1")),
    (30, said.Page("web")),
    (60, said.Order("restart", "bo")),
    (90, said.Verify("restart")),
    (300, said.Post(UPDATE)),
    (330, said.Ask("theory", "ana")),
    (600, said.Order("mend", "ana")),
    (900, said.Revert("mend", "ana")),
    (1200, said.Investigate("shop")),
    (1500, said.Look("signals")),
]
IMPOSSIBLE = [
    said.Declare("P2"),
    said.SetSeverity("P1"),
    said.Page("commander"),
    said.Ask("theory", "commander"),
    said.Order("restart", "ana"),
    said.Order("restart", "commander"),
    said.Check("restart", "bo"),
    said.Verify("new index"),
    said.Revert("restart"),
    said.Residual("new index"),
    said.Approve("sales"),
    said.Release("commander"),
    said.HandOver("commander"),
    said.CloseWorkstream("x"),
    said.Unfreeze(),
    said.Page("bo"),
    said.Assign("scribe", "fay"),
    said.Revert("new index"),
]


def _bare(it):
    """What happened, apart from refusals, the numbers that they shift, and what reading took."""
    told = [entry for entry in it.entries if not isinstance(entry.fact, Refused)]
    return [(entry.at, entry.fact, entry.seen, bool(entry.because), entry.source) for entry in told]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 1700), st.sampled_from(IMPOSSIBLE)), max_size=12), st.integers(0, 5))
def test_what_is_refused_never_changes_the_world(play, refused, seed):
    plain, crowded = (play("", "ana", "bo", seed=seed) for _ in range(2))
    for at, command in POSSIBLE:
        plain.say(command, at=at)
    for at, command in sorted([*POSSIBLE, *refused], key=lambda pair: pair[0]):
        crowded.say(command, at=at)
    assert len(crowded.facts(Refused)) == len(refused)
    assert _bare(crowded.until("1h")) == _bare(plain.until("1h"))


@settings(max_examples=25)
@given(st.lists(st.integers(0, 3600), max_size=8), st.integers(0, 5))
def test_asking_what_is_possible_writes_nothing(play, when, seed):
    plain, asked = (play("", "ana", "bo", seed=seed) for _ in range(2))
    for at in sorted([*when, *(at for at, _ in POSSIBLE)]):
        commands = [command for second, command in POSSIBLE if second == at]
        for it in (plain, asked):
            it.until(at)
        for command in [*IMPOSSIBLE, *(command for _, command in POSSIBLE)]:
            asked.world.allows(command)
        if commands and at not in when:
            plain.say(*commands)
            asked.say(*commands)
    assert asked.until("2h").entries == plain.until("2h").entries


def test_the_truth_is_seen_by_no_seat(play):
    it = play("", "bo").until("1h")
    hidden = {type(entry.fact).__name__ for entry in it.entries if entry.seen == TRUTH}
    assert hidden == {"CauseDrawn", "EffectSetIn", "ImpactChanged"}
    assert not any(
        entry._replace(seen=TRUTH) == entry for entry in it.entries if type(entry.fact).__name__ not in hidden
    )
