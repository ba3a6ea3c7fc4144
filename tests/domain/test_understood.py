"""What was understood of a command."""

import pytest

from simulator.domain.command import Ask, Check, Freeze, Post, Verify
from simulator.domain.prose.names import Names
from simulator.domain.prose.understood import understood
from simulator.domain.update import Update

NAMES = Names({"mei": "Mei"})


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (Ask("theory", "mei"), "You ask Mei for a theory"),
        (Ask("impact"), "You ask everybody on the call how bad it is"),
        (Verify("roll back app"), "You ask whoever can to watch what 'roll back app' does"),
        (Check("fail over", "mei"), "You ask Mei to check what 'fail over' could do"),
        (
            Post(Update("status page", "investigating")),
            "You see to the update for the status page: investigating",
        ),
        (Freeze(), "You are at it"),
    ],
)
def test_it_is_told_in_a_few_words(command, told):
    assert understood(command, NAMES) == told
