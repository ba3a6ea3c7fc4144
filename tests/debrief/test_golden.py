"""The values of a small debrief, field by field. Outage, process, marks and decisions are made up for it."""

import json
from pathlib import Path

from simulator.authoring import read_organisation, read_scenario
from simulator.debrief import compose, to_json
from simulator.domain.doctrine import Clock, Doctrine, Severity, Threshold
from simulator.domain.notation import read_timeline
from simulator.library import Library
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import scorecard
from simulator.scoring.weighing import Decision, Option
from tests.debrief.conftest import MADE_FROM, REFERENCES

HERE = Path(__file__).parent
GOLDEN = HERE / "golden.json"
PLAY = """
    0:00:00 opened title="Nobody can buy" briefing="It is noon."
    0:00:00 cause-drawn cause="stuck store" truth="The store stopped writing." seen=truth #=1
    0:00:00 impact-changed failing=900 arriving=0 journeys="buy:0.9" seen=truth
    0:03:00 alert-fired alert="shop errors > 5%" signal="shop errors" reading=0.9 pages=product
    0:03:10 commanded seat=commander text="declare P1" takes=20
    0:03:10 declared severity=P1 commander=commander
    0:04:00 paged person=bo team=product
    0:05:00 joined person=bo
    0:06:00 change-ordered id=c1 change="roll back shop" owner=bo because="a release went out"
    0:06:00 task-started task=t1 what=change subject="roll back shop" owner=bo
    0:06:00 change-started id=c1 change="roll back shop" owner=bo
    0:08:00 posted audience="status page" state=investigating scope=buy next_in=20m by=commander
    0:14:00 joined person=ana
    0:15:00 clue-found person=ana place=store clue=1 says="Writes are stuck."
    0:16:00 change-done id=c1 change="roll back shop" owner=bo says="roll back shop is done."
    0:16:00 change-acted id=c1 change="roll back shop" acted=nothing seen=truth
    0:16:00 task-ended task=t1 what=change subject="roll back shop" owner=bo
    0:18:00 change-ordered id=c2 change="fail over store" owner=ana
    0:18:00 change-started id=c2 change="fail over store" owner=ana
    0:24:00 change-done id=c2 change="fail over store" owner=ana
    0:24:00 change-acted id=c2 change="fail over store" acted=cured seen=truth
    0:24:00 impact-changed failing=0 arriving=900 total=21600 seen=truth
    0:26:00 verify-started id=c2 change="fail over store" signal="store time" window=3m owner=ana
    0:29:00 verified id=c2 change="fail over store" signal="store time" window=3m result=recovered owner=ana
    0:50:00 called-mitigated
    0:55:00 resolved
    0:56:00 impact-changed failing=0 arriving=0 total=21600 seen=truth
    0:56:00 ended why="ended by the commander"
"""
MARKS = (
    Mark("verify-before-next", "sequencing", 0.0, 1.0, "'roll back shop' was never verified.", (9, 15), 960),
    Mark("verify-before-next", "sequencing", 1.0, 1.0, "'fail over store' was verified.", (18, 24), 1740),
    Mark(
        "first-post", "communication timeliness", 1.0, 1.0, "Customers first heard at 0:08:00.", (6, 12), 480
    ),
)
DECISIONS = (
    Decision(
        at=360,
        since=360,
        chosen=Option("change", "roll back shop", 27_000.0, 720, 0.225),
        best=Option("look", "store", 18_000.0, 240),
        regret=9000.0,
        rate=900.0,
        entries=(9,),
        known=(),
        belief=(("stuck store", 0.75), ("bad release", 0.25)),
    ),
)


SHIPPED = dict(Library.open().outage("write-stall").doctrine.thresholds)
"""What is not said here is as it is shipped."""


def _doctrine():
    thresholds = {"declare within": 300.0, "overlap tolerated": 30.0, "tolerated regret": 0.04}
    thresholds["duplicate update within"] = 600.0
    thresholds |= {"cause known at": 0.8, "identified needs": 0.6, "facts fresh for": 300.0}
    return Doctrine(
        id="plain",
        title="A plain process",
        source="these tests",
        stages=(),
        severities={"P1": Severity("P1", "many customers", (), "these tests")},
        roles={},
        switches={},
        clocks={
            "status page": Clock("status page", {"P1": 600}, {"P1": {"investigating": 1200}}, "these tests")
        },
        thresholds=SHIPPED
        | {name: Threshold(name, value, "these tests") for name, value in thresholds.items()},
        easy_kinds=(),
        weights={"verify-before-next": 1.0, "first-post": 1.0},
        pass_mark=70,
        distinction=90,
    )


def _told():
    company = read_organisation((HERE / "outage" / "kiosk.yaml").read_text("utf-8"), "kiosk.yaml").value
    assert company
    text = (HERE / "outage" / "stuck.yaml").read_text("utf-8")
    outage = read_scenario(text, "stuck.yaml", company, {"plain"}).value
    assert outage
    case = Case(outage, _doctrine(), read_timeline(PLAY))
    return compose(case, scorecard(case.doctrine, MARKS), DECISIONS, REFERENCES, MADE_FROM)


def _without_pages(text):
    """The rules' own pages have their own tests."""
    told = json.loads(text)
    for rule in (rule for axis in told["axes"] for rule in axis["rules"]):
        for field in ("about", "more", "why"):
            del rule[field]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def test_the_report_is_as_it_was(regold):
    made = _without_pages(to_json(_told()))
    if regold:
        GOLDEN.write_text(made, "utf-8")

    assert made == GOLDEN.read_text("utf-8")
