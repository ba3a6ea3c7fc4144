"""No tidy-up in the night: what can wait waits until recovery has held."""

import pytest

from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.scoring.rules import no_tidy_up_in_the_night as rule

BEGAN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""


def mended(change="roll back app", clue=1):
    """Customers are well from 0:18 on, which is known at 0:20 and has held at 0:30."""
    return (
        BEGAN
        + f"""
0:05:00 clue-found person=ana place=db-shards clue={clue} says="Stuck."
0:10:00 change-ordered id=c1 change="{change}" owner=ana
0:10:00 change-started id=c1 change="{change}" owner=ana
0:14:00 change-done id=c1 change="{change}"
0:18:00 impact-changed failing=0 arriving=0 seen=truth
0:19:30 verified id=c1 change="{change}" signal="app errors" window=3m result=recovered
"""
    )


def tidy(change="restart app", at="0:25:00", form=""):
    return f"""
{at} change-ordered id=c2 change="{change}" owner=bo {form}
{at} change-started id=c2 change="{change}" owner=bo
"""


@pytest.mark.parametrize("resolved", ["", "0:40:00 resolved\n"], ids=["never called over", "called over"])
def test_a_change_that_could_wait_earns_nothing(judge, resolved):
    (mark,) = judge(rule, mended() + tidy() + resolved)
    assert mark.earned == 0
    assert mark.summary == (
        "'restart app' was ordered at 0:25:00, 5 min after customers were well again; it could have waited."
    )


def test_the_small_first_form_earns_half(points):
    assert points(rule, mended() + tidy(form="staged=yes") + "0:40:00 resolved") == 0.5


@pytest.mark.parametrize(("at", "judged"), [("0:19:00", 0), ("0:20:00", 1), ("0:29:59", 1), ("0:30:00", 0)])
def test_it_counts_from_known_recovery_until_that_has_held(judge, at, judged):
    before, after = mended().rsplit("0:19:30", 1)
    text = before + tidy(at=at) + "0:19:30" + after if at < "0:19:30" else mended() + tidy(at=at)
    assert len(judge(rule, text + "0:50:00 resolved")) == judged


def test_while_it_was_likely_to_go_on_it_was_no_tidying_up(judge):
    relief = mended("restart app")
    assert judge(rule, relief + tidy("fail over a shard") + "0:40:00 resolved") == ()


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(cures=True, after=("roll back app",)), Outcome(mends=("roll back app",)),
        Outcome(merges=True),
    ],
    ids=["completes", "mends", "saves data"],
)  # fmt: skip
def test_what_has_a_part_in_the_recovery_may_be_done(judge, write_stall, outcome):
    outcomes = {**write_stall.outcomes, "restart app": {"always": outcome}}
    told = replace(write_stall, outcomes=outcomes)
    assert judge(rule, mended() + tidy() + "0:40:00 resolved", scenario=told) == ()


FLAG = "turn off new inbox"


def flag_first(result="same", change=FLAG):
    """A measure made and verified before the one that helped."""
    return mended().replace(
        "0:10:00 change-ordered",
        f"""0:06:00 change-ordered id=c0 change="{change}" owner=bo
0:06:00 change-started id=c0 change="{change}" owner=bo
0:07:00 change-done id=c0 change="{change}"
0:09:00 verified id=c0 change="{change}" signal="app errors" result={result}
0:10:00 change-ordered""",
        1,
    )


def undone(change=FLAG, at="0:25:00"):
    return f'{at} revert-started id=c0 change="{change}" owner=bo\n'


def test_undoing_what_could_stay_for_the_night_is_tidying_up(judge):
    (mark,) = judge(rule, flag_first() + undone() + "0:40:00 resolved")
    assert mark.earned == 0
    assert mark.summary.startswith("'turn off new inbox' was undone at 0:25:00, 5 min after")


@pytest.mark.parametrize(("at", "judged"), [("0:29:59", 0), ("0:30:00", 1)])
def test_it_may_be_undone_once_recovery_has_held(points, at, judged):
    assert points(rule, flag_first() + undone(at=at) + "0:40:00 resolved") == judged


@pytest.mark.parametrize(
    ("result", "change"),
    [("worse", FLAG), ("same", "throttle traffic"), ("same", "block the noisiest customer")],
)
def test_taking_back_what_hurts_or_keeps_customers_out_is_none(judge, result, change):
    marks = judge(rule, flag_first(result, change) + undone(change) + "0:40:00 resolved")
    assert 0 not in [mark.earned for mark in marks]


def test_leaving_a_measure_alone_until_it_has_held_earns(judge):
    (mark,) = judge(rule, flag_first() + "0:40:00 resolved")
    assert mark.earned == 1
    assert mark.summary == (
        "Customers were well from 0:20:00 on, and 'turn off new inbox' was left as it was meanwhile."
    )


@pytest.mark.parametrize(("at", "marks"), [("0:25:00", 0), ("0:31:00", 1), ("0:19:00", 1)])
def test_what_was_to_be_undone_in_the_night_was_not_left_alone(judge, at, marks):
    """Nobody took it up; it had held by 0:30."""
    asked = f'{at} task-given task=t9 what=revert subject="{FLAG}"\n'
    assert len(judge(rule, flag_first() + asked + "0:40:00 resolved")) == marks


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (mended() + "0:40:00 resolved", "nothing to be tempted by"),
        (flag_first() + "0:29:00 resolved", "called over before it had held"),
        (flag_first() + "0:40:00 noted text=on", "not called over"),
        (BEGAN + tidy() + "0:40:00 resolved", "customers still fail"),
        (tidy() + "0:40:00 resolved", "no truth and no trouble"),
        (
            "0:00:00 impact-changed failing=0 arriving=0 seen=truth\n" + tidy() + "0:40:00 resolved",
            "no trouble",
        ),
    ],
)
def test_otherwise_there_is_nothing_to_judge(judge, text, why):
    assert judge(rule, text) == (), why


def test_what_the_scenario_cannot_weigh_is_not_judged(judge, write_stall):
    unknown = replace(write_stall, causes={})
    assert judge(rule, mended() + tidy() + "0:40:00 resolved", scenario=unknown) == ()


@pytest.mark.parametrize(("at", "praised"), [("0:35:00", False), ("0:45:00", True)])
def test_who_changed_more_before_it_was_called_over_left_nothing_alone(judge, at, praised):
    """It had held at 0:30; a change from then on is no tidying up, and no calm either."""
    later = tidy(at=at)
    text = flag_first() + (later + "0:40:00 resolved" if at < "0:40:00" else "0:40:00 resolved" + later)
    assert [mark.earned for mark in judge(rule, text)] == ([1] if praised else [])


def test_not_to_know_what_helped_is_no_need(judge):
    """Nobody watched what ended it; customers have been well since 0:20, and it held at 0:30."""
    unseen = flag_first().replace("0:19:30 verified", "0:19:30 noted #")
    unseen = "\n".join(line for line in unseen.splitlines() if "noted #" not in line)
    assert [mark.earned for mark in judge(rule, unseen + tidy(at="0:50:00") + "1:00:00 resolved")] == []
    assert [mark.earned for mark in judge(rule, unseen + "\n1:00:00 resolved")] == [1]
