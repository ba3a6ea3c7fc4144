"""Work on one side of a split: lost once a change gives that side up, and safe once both are one."""

import pytest

from simulator.authoring import read_organisation, read_scenario
from simulator.scoring.claims import claims_of
from simulator.scoring.ledger.rows import rows
from tests.scoring.conftest import SHIPPED

SHOWN = """
0:00:00 impact-changed failing=900 arriving=900 journeys="pay by card:0.2" stranded=0 seen=truth
0:02:00 alert-fired alert="payments < 92%" signal=payments pages=payments
0:08:00 clue-found person=mia place=ledger clue=1 says="Europe holds bookings that America has never seen."
0:19:00 alert-fired alert="unmatched bookings > 2%" signal="unmatched bookings" pages=ledger
"""
SWITCHED = """
0:20:00 change-ordered id=c1 change="switch the ledger to the other region" owner=mia
0:20:00 change-started id=c1 change="switch the ledger to the other region" owner=mia
0:27:00 change-done id=c1 change="switch the ledger to the other region" owner=mia says=""
0:27:00 work-lost minutes=900 seen=truth
"""
MERGED = """
0:20:00 change-ordered id=c1 change="merge the two ledgers" owner=mia
0:20:00 change-started id=c1 change="merge the two ledgers" owner=mia
0:25:00 change-done id=c1 change="merge the two ledgers" owner=mia says=""
0:27:00 verified id=c1 change="merge the two ledgers" signal=payments result=recovered window=120
"""
TOLD = "0:30:00 posted audience=support state=identified data={}\n"


@pytest.fixture(scope="module")
def split_ledger():
    company = read_organisation((SHIPPED / "organisations/obolet.yaml").read_text("utf-8"), "obolet.yaml")
    assert company.value
    text = (SHIPPED / "split-ledger.yaml").read_text("utf-8")
    return read_scenario(text, "split-ledger.yaml", company.value, {"intercom", "pagerduty"}).value


@pytest.fixture
def verdict(case, split_ledger):
    def told(before, says):
        found = claims_of(case(before + TOLD.format(says), scenario=split_ledger))
        (claim,) = (one for one in found if one.what == "data")
        return claim.verdict, claim.lines

    return told


@pytest.mark.parametrize(
    ("says", "verdict_", "lines"),
    [("unknown", "true", (4,)), ("safe", "guessed", (4,)), ("lost", "over-claimed", (4,))],
)
def test_bookings_that_do_not_match_are_no_loss_while_nothing_was_switched(verdict, says, verdict_, lines):
    assert verdict(SHOWN, says) == (verdict_, lines)


@pytest.mark.parametrize(
    ("says", "verdict_"), [("unknown", "under-claimed"), ("safe", "false"), ("lost", "true")]
)
def test_they_are_lost_once_one_side_was_given_up(verdict, says, verdict_):
    assert verdict(SHOWN + SWITCHED, says) == (verdict_, (7,))


@pytest.mark.parametrize(
    ("says", "verdict_"), [("unknown", "true"), ("safe", "true"), ("lost", "over-claimed")]
)
def test_they_are_safe_once_a_merge_was_seen_to_help(verdict, says, verdict_):
    assert verdict(SHOWN + MERGED, says) == (verdict_, ())


CHECKED = """
0:12:00 hazard-checked person=mia change="switch the ledger to the other region" hazard="{}" holds={} says=""
"""
LACKS = "the other copy lacks bookings"
BOTH_HAVE_ALL = SHOWN.replace("clue=1", "clue=2").rsplit("\n", 2)[0] + "\n"
"""A look says that the line flaps, and no bookings are known not to match."""
BACK_HOME = SWITCHED.rsplit("\n", 2)[0] + "\n"


@pytest.mark.parametrize(("looked", "verdict_"), [("no", "true"), ("yes", "guessed"), ("", "guessed")])
def test_a_switch_that_loses_only_what_is_split_is_held_against_how_likely_a_split_is(
    verdict, looked, verdict_
):
    """With every booking on both sides the switch loses something only where its hazard holds."""
    checked = CHECKED.format(LACKS, looked) if looked else ""
    assert verdict(BOTH_HAVE_ALL + checked + BACK_HOME, "safe")[0] == verdict_


def test_the_rows_tell_the_split_from_the_loss(case, split_ledger):
    def facts(text):
        found = rows(case(text + "0:40:00 noted\n", scenario=split_ledger))
        return [
            (row.fact, row.known, row.line) for row in found if "lost" in row.fact or "split only" in row.fact
        ]

    split = ("work is on one side of a split only", 1140, 4)
    assert facts(SHOWN) == [split]
    assert facts(SHOWN + SWITCHED) == [split, ("data is lost", 1620, 7)]
