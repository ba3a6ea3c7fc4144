"""An incident process: severities by any of their names, thresholds by theirs."""

import pytest

from simulator.domain.doctrine import Doctrine, Severity, Threshold
from simulator.domain.update import Update

PLAIN = Doctrine(
    id="plain", title="", source="", stages=(),
    severities={
        "P1": Severity("P1", "", (), "", aliases=("SEV-1", "SEV-2")),
        "P2": Severity("P2", "", (), "", aliases=("SEV-3",)),
    },
    roles={}, switches={}, clocks={}, thresholds={"decide within": Threshold("decide within", 600.0, "")},
    easy_kinds=(), weights={}, pass_mark=70, distinction=90,
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "level", "rank"), [("P1", "P1", 0), ("SEV-2", "P1", 0), ("SEV-3", "P2", 1), ("P2", "P2", 1)]
)
def test_a_severity_by_any_name(said, level, rank):
    assert PLAIN.level(said) == level
    assert PLAIN.rank(said) == rank


def test_an_unknown_severity_is_an_error():
    with pytest.raises(KeyError, match="P9"):
        PLAIN.level("P9")
    with pytest.raises(KeyError):
        PLAIN.rank("SEV-9")


def test_thresholds():
    assert PLAIN.threshold("decide within") == 600
    with pytest.raises(KeyError):
        PLAIN.threshold("nothing")


def test_an_update_that_says_nothing_new_makes_the_same_claims():
    one = Update("sales", "identified", ("buy", "browse"), "db", "none", 600, 1200, "We know.")
    same = Update("sales", "identified", ("browse", "buy"), "db", "none", 600, 300, "It is known.")
    assert one.claims == same.claims


@pytest.mark.parametrize(
    "other",
    [
        Update("sales", "monitoring", ("buy",), "db", "none", 600),
        Update("sales", "identified", ("find",), "db", "none", 600),
        Update("sales", "identified", ("buy",), "app", "none", 600),
        Update("sales", "identified", ("buy",), "db", "mail", 600),
        Update("sales", "identified", ("buy",), "db", "none", 900),
    ],
)
def test_an_update_that_says_something_new_does_not(other):
    assert Update("sales", "identified", ("buy",), "db", "none", 600).claims != other.claims
