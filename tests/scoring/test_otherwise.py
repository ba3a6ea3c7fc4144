"""What comes if a change does not help, as somebody said it in words."""

import pytest

from simulator.scoring.otherwise import named_next

MADE = "restart app"
OTHER = "roll back app"


@pytest.mark.parametrize(
    "text",
    [
        "If it fails, we roll back app.",
        "If it doesn't help, roll back app",
        "If it doesn\u2019t help, roll back app",
        "We roll back app if that isn\u2019t better.",
        "If it still fails at 14:05, by 2.4 % or more, we roll back app.",
        "Restart it; else roll back app.",
        "Restart it. Otherwise: roll back app.",
    ],
)
def test_another_change_comes_next(parley, text):
    assert named_next(parley, text, MADE, frozenset()) == OTHER


@pytest.mark.parametrize(
    "text",
    [
        "If it fails, we won't roll back app.",
        "If it fails, we won\u2019t roll back app.",
        "Otherwise we don\u2019t roll back app.",
        "If it fails, restart app once more.",
        "We roll back app.",
    ],
)
def test_nothing_comes_next(parley, text):
    assert named_next(parley, text, MADE, frozenset()) == ""
