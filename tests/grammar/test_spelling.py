"""The usual text of a command."""

import pytest

from simulator.domain import command as said
from simulator.domain.update import Update
from simulator.grammar import spell

SPELLED = {
    "declare P1": said.Declare("P1"),
    "assign business lead to carol": said.Assign("business lead", "carol"),
    "page Sam Lee": said.Page("sam-l"),
    "ask what changed": said.Ask("what changed"),
    "ask bo progress": said.Ask("progress", "bo"),
    "investigate db-shards by me within 1h30m": said.Investigate("db-shards", "commander", 5400),
    'order roll back app by bo staged because "it fits"': said.Order("roll back app", "bo", True, "it fits"),
    "verify roll back app on app errors for 5m": said.Verify("roll back app", "app errors", 300),
    "hand over to niamh": said.HandOver("niamh"),
    'workstream open "cache refill" led by raj': said.OpenWorkstream("cache refill", "raj"),
    "note all is quiet.": said.Note("all is quiet."),
    'note "- all is quiet"': said.Note("- all is quiet"),
    'follow-up "add alarm" for ana due friday': said.FollowUp("add alarm", "ana", "friday"),
    "wait 1m30s": said.Wait(90),
    "wait": said.Wait(),
    "board": said.Look("board"),
    "help": said.Help(),
    "post status page resolved data safe": said.Post(Update("status page", "resolved", data="safe")),
    "brief leadership identified eta 30m": said.Post(Update("leadership", "identified", eta=1800)),
    'post status page monitoring affecting send a message, search next in 20m saying "Better."': said.Post(
        Update("status page", "monitoring", ("send a message", "search"), next_in=1200, text="Better.")
    ),
}


@pytest.mark.parametrize(("text", "command"), SPELLED.items())
def test_a_command_is_spelled(text, command, vocabulary):
    assert spell(command, vocabulary) == text
