"""Text to command to text to command: the usual spelling of anything that can be read is read as the same."""

from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.domain import command as said
from simulator.domain.doctrine import STATES
from simulator.domain.guidance import Guidance
from simulator.domain.succession import Relief
from simulator.domain.update import DataClaim, Update
from simulator.grammar import Ambiguous, Unreadable, complete, explain, read, spell
from simulator.grammar.amount import MOST
from simulator.grammar.table import TABLE
from simulator.grammar.text import tidy
from simulator.grammar.vocabulary import ME
from tests.grammar.conftest import CHANGES, JOURNEYS, PEOPLE, SERVICES, SEVERITIES, TEAMS

words = st.text(max_size=40).map(tidy).filter(bool)
maybe_words = st.just("") | words
amount = st.integers(0, MOST)
maybe_amount = st.none() | amount
maybe_sure = st.none() | st.integers(0, 100)
change = st.sampled_from(list(CHANGES))
anyone = st.sampled_from([*PEOPLE, ME])
maybe_anyone = st.none() | anyone
task = st.sampled_from(["", "look", "check", "preparation", "watch"])
place = st.sampled_from([*SERVICES, "the release pipeline"])
signal = st.none() | st.sampled_from(["app errors", "message delivery", "shard write time"])
severity = st.sampled_from(list(SEVERITIES))
role = st.sampled_from(["commander", "deputy", "scribe", "business lead", "technical lead"])
audience = st.sampled_from(["status page", "leadership", "sales", "support"])
made_up = st.from_regex(r"[a-z][a-z0-9]{0,8}( [b-z][a-z0-9]{1,8}){0,2}", fullmatch=True).filter(
    lambda name: name.split()[0] not in {"a", "an", "the", "of", "our", "my", "please"}
)
maybe_made_up = st.just("") | made_up
scope = st.lists(st.sampled_from([*JOURNEYS, *SERVICES]), max_size=3, unique=True).map(tuple)
update = st.builds(
    Update, audience, st.sampled_from(STATES), scope, maybe_words, maybe_words, maybe_amount, maybe_amount,
    maybe_words, maybe_words, st.sampled_from(get_args(DataClaim)), maybe_sure,
)  # fmt: skip

COMMANDS = {
    said.Declare: (severity,),
    said.SetSeverity: (severity, maybe_words),
    said.Assign: (role, anyone),
    said.Page: (st.sampled_from([*PEOPLE, *TEAMS]),),
    said.Ask: (st.sampled_from(get_args(said.Topic)), maybe_anyone),
    said.Investigate: (place, maybe_anyone, maybe_amount, maybe_made_up),
    said.Withdraw: (place | change | anyone, task, maybe_anyone),
    said.Check: (change, maybe_anyone, maybe_made_up),
    said.Order: (change, maybe_anyone, st.booleans(), maybe_words, maybe_made_up),
    said.Prepare: (change, maybe_anyone, maybe_made_up),
    said.Verify: (change, signal, maybe_amount, maybe_anyone, maybe_made_up),
    said.Revert: (change, maybe_anyone, maybe_made_up),
    said.CallOff: (change,),
    said.Residual: (change, maybe_words),
    said.Poll: (change,),
    said.Freeze: (),
    said.Unfreeze: (),
    said.OpenWorkstream: (made_up, anyone, maybe_words, maybe_amount),
    said.CloseWorkstream: (made_up,),
    said.Draft: (update, maybe_anyone),
    said.Approve: (audience,),
    said.Post: (update,),
    said.Answer: (
        audience,
        st.booleans(),
        maybe_amount,
        st.booleans(),
        st.booleans(),
        st.booleans(),
        maybe_words,
    ),
    said.Sitrep: (words,),
    said.HandOver: (anyone,),
    said.Release: (anyone,),
    said.Warn: (anyone,),
    said.Mitigated: (maybe_sure,),
    said.Resolve: (maybe_sure,),
    said.FollowUp: (words, maybe_anyone, maybe_words),
    said.Review: (anyone, maybe_words),
    said.End: (),
    said.Decide: (words, maybe_sure),
    said.Note: (words,),
    said.Say: (words,),
    said.Wait: (amount, st.booleans(), st.none() | st.integers(0, 1439).map(lambda minute: 60 * minute)),
    said.Skip: (amount,),
    said.Look: (st.sampled_from(get_args(said.View)),),
    said.Help: (st.sampled_from(["", *(row.verb for row in TABLE)]),),
}
any_command = st.one_of([st.builds(kind, *fields) for kind, fields in COMMANDS.items()])

TYPED = [
    *(word for row in TABLE for verb in row.verbs for word in verb.split()),
    *(word for name in [*CHANGES, *PEOPLE, *TEAMS, *JOURNEYS, *SEVERITIES, *STATES] for word in name.split()),
    *("by", "with", "within", "for", "in", "on", "to", "as", "because", "staged", "led by", "scope", "due"),
    *("affecting", "cause", "workaround", "eta", "next", "update", "saying", "and", "the", "status page"),
    *(",", '"', "'", "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}", "?", "!", ":", "-"),
    *("5m", "20", "1h30m", "half an hour", "\N{FIRE}", "\x00", "\t", "\ud800", "é", "İ", "ß", "½"),
]  # fmt: skip
phrase = st.lists(st.sampled_from(TYPED) | st.text(max_size=6), max_size=14).map(" ".join)
verb = st.sampled_from([verb for row in TABLE for verb in row.verbs])
line = st.builds("{} {}".format, verb, phrase) | phrase | st.text(max_size=200)


def test_every_command_is_tried():
    assert set(COMMANDS) == set(get_args(said.Command)) - {*get_args(Guidance), *get_args(Relief)}


@settings(max_examples=600, deadline=None)
@given(command=any_command)
def test_the_usual_spelling_of_a_command_says_that_command(command, vocabulary):
    assert read(spell(command, vocabulary), vocabulary) == command


@settings(max_examples=1500, deadline=None)
@given(text=line)
@example(text='post status page inv cause "" saying "')
@example(text="follow-up for ana for ana due due due")
@example(text="workstream open led by led by raj")
@example(text="order order by by by by")
@example(text="runbook p")
@example(text="note \N{LEFT DOUBLE QUOTATION MARK}")
def test_whatever_is_typed_is_answered_and_what_is_read_is_spelled_alike(text, vocabulary):
    command = read(text, vocabulary)
    if isinstance(command, Unreadable | Ambiguous):
        assert command.text == text
        assert command.answer.isprintable()
    else:
        assert read(spell(command, vocabulary), vocabulary) == command


@settings(max_examples=400, deadline=None)
@given(text=line)
def test_whatever_is_typed_can_be_completed_and_explained(text, vocabulary):
    for offer in complete(text, vocabulary):
        assert -len(text) <= offer.start <= 0
        assert offer.text
    assert explain(text, vocabulary)


@pytest.mark.parametrize("glue", ["", " ", "  ,  "])
def test_very_long_lines_are_answered(glue, vocabulary):
    for word in TYPED:
        text = f"order {glue.join([word] * (10_000 // max(1, len(word) + len(glue))))}"
        assert read(text, vocabulary) is not None
