"""Plan B at hand: a second way, by deed or by word, while what takes long is tried."""

import pytest

from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.scoring.rules import plan_b_at_hand as rule

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
"""
ORDERED, DONE = "0:20:00", "0:45:00"


def order(change="roll back app", at=ORDERED, made="c1", because="the release fits", form="", done=DONE):
    return f"""
        {at} change-ordered id={made} change="{change}" owner=bo {form} because="{because}"
        {at} change-started id={made} change="{change}" owner=bo
    """ + (f'{done} change-done id={made} change="{change}"\n' if done else "")


def judged(points, *lines, **given):
    """What a timeline of these lines earns, sorted by time."""
    told = [line.strip() for text in (START, *lines) for line in text.splitlines() if line.strip()]
    return points(rule, "\n".join(sorted(told, key=lambda line: line.split()[0])), **given)


END = "1:30:00 noted text=on"


def test_with_nothing_else_in_hand_it_earns_nothing(judge):
    (mark,) = judge(rule, START + order())
    assert (mark.earned, mark.weight) == (0, 0.5)
    assert mark.summary == (
        "'roll back app' was ordered at 0:20:00, which takes 26 min until it can be told if it helps, "
        "and nothing else was in hand or named."
    )
    assert mark.evidence == (3,)


def test_what_came_to_hand_after_the_order_is_told_with_its_second(judge):
    summaries = {}
    for at in ("0:21:00", "0:40:00"):
        (mark,) = judge(rule, f"{START}{order(done='')}{work(at=at)}")
        assert mark.earned == 1
        summaries[at] = mark.summary
    assert summaries["0:21:00"].endswith("and somebody else was looking at db-shards.")
    assert summaries["0:40:00"].endswith(
        "and at 0:40:00, before its effect could show, somebody else was looking at db-shards."
    )


WORK = "{at} task-given task=t1 what={what} subject={subject} owner={owner} within=10m"


def work(what="investigate", subject="db-shards", owner="ana", at="0:22:00"):
    return WORK.format(at=at, what=what, subject=f'"{subject}"', owner=owner)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('0:08:00 change-prepared change="ship a hotfix" owner=ana', "'ship a hotfix' was ready"),
        (
            '0:40:00 change-prepared change="ship a hotfix" owner=ana',
            "at 0:40:00, before its effect could show, 'ship a hotfix' was ready",
        ),
        (work("prepare", "ship a hotfix"), "'ship a hotfix' was being made ready"),
        (
            '0:12:00 hazard-checked person=ana change="fail over a shard" hazard="x" holds=no says="Fine."',
            "'fail over a shard' had been checked",
        ),
        (work(), "somebody else was looking at db-shards"),
        (work(subject="when is it bad?"), "somebody else was looking at 'when is it bad?'"),
        (work(at="0:15:00"), "somebody else was looking at db-shards"),
        (work("answer", "options"), "it was asked what else could be tried"),
        ('0:19:00 decided text="if not, fail over a shard"', "'fail over a shard' was to come next"),
    ],
)
def test_each_kind_of_second_way_is_one_and_is_cited(case, line, says):
    lines = [*(START + order()).strip().splitlines(), line, END]
    told = sorted((one.strip() for one in lines if one.strip()), key=lambda one: one.split()[0])
    (mark,) = rule.marks(case("\n".join(told)))
    shown = told.index(line.strip()) + 1
    assert mark.earned == 1
    assert mark.summary == f"'roll back app' was ordered at 0:20:00, and {says}."
    assert shown in mark.evidence


@pytest.mark.parametrize(
    "line",
    [
        '0:08:00 change-prepared change="roll back app" owner=ana',
        '0:49:00 change-prepared change="ship a hotfix" owner=ana',
        work("prepare", "roll back app"),
        work("prepare", "ship a hotfix", owner='""'),
        '0:09:00 hazard-checked person=ana change="fail over a shard" hazard="x" holds=no says="Fine."',
        '0:12:00 hazard-checked person=ana change="fail over a shard" hazard="x" holds=yes says="Bad."',
        '0:12:00 hazard-checked person=ana change="roll back app" hazard="x" holds=no says="Fine."',
        work(owner="bo"),
        work(owner='""'),
        work(at="0:48:00"),
        work("verify", "roll back app"),
        work("answer", "options", at="0:18:00"),
        work("answer", "what changed"),
        work(subject="what changed?"),
        '0:09:00 decided text="if not, fail over a shard"',
        '0:48:00 decided text="if not, fail over a shard"',
    ],
)
def test_what_is_no_second_way(points, line):
    """The same change, what is dangerous, has no owner, has its hands full, or comes at another time."""
    assert judged(points, order(), line, END) == 0


def test_a_look_that_was_over_or_called_off_is_none(points):
    given = work(at="0:12:00")
    over = '0:18:00 task-ended task=t1 what=investigate subject="db-shards" owner=ana'
    assert judged(points, order(), given, over, END) == 0
    assert judged(points, order(), given, over.replace("0:18", "0:24"), END) == 1
    off = '0:21:00 withdrawn task=t1 what=investigate subject="db-shards" owner=ana by=commander'
    assert judged(points, order(), work(at="0:20:30"), off, END) == 0


STREAM = "0:10:00 workstream-opened name=storage leader=ana scope=shards"


def test_another_workstream_with_work_in_it_is_one(points):
    shut = "0:15:00 workstream-closed name=storage"
    busy = '0:11:00 task-given task=t1 what=lead subject="shards" owner=ana within=30m'
    assert judged(points, order(), STREAM, busy, END) == 1
    assert judged(points, order(), STREAM, END) == 0
    assert judged(points, order(), STREAM, busy, shut, END) == 0
    own = STREAM.replace("leader=ana", "leader=bo")
    assert judged(points, order(), own, busy.replace("owner=ana", "owner=bo"), END) == 0


@pytest.mark.parametrize(
    "text",
    [
        "the release fits, else fail over a shard",
        "the release fits, else 'fail over a shard'",
        "the release fits; if not, we fail over the shard",
        "if that does not help we fail over a shard",
        "if it doesn't help by ten, fail over a shard",
        "fail over a shard if it is no better by ten",
        "the release fits; fail over a shard otherwise",
        "plan B: fail over a shard",
        "failing that, stop the migration",
        "it should be quick. Otherwise we look at db-shards",
        "if errors are still high in ten minutes we check db shards",
        "it fits, or else clear cache",
    ],
)
@pytest.mark.parametrize("how", ["order", "decided", "sitrep", "spoke", "noted"])
def test_words_that_say_what_comes_if_not(points, text, how):
    said = {
        "decided": f'0:19:00 decided text="{text}"',
        "sitrep": f'0:21:00 sitrep-given text="{text}"',
        "spoke": f'0:21:00 spoke seat=technical-lead text="{text}"',
        "noted": f'0:21:00 noted text="{text}"',
    }
    because = text if how == "order" else "the release fits"
    assert judged(points, order(because=because), said.get(how, ""), END) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "if not",
        "if not, then we will see",
        "else something else",
        "otherwise we think of a plan B",
        "else roll back app",
        "if not, roll back the app again",
        "if not, we roll it back once more",
        "if not, we look at app",
        "fail over a shard did not help, so roll back app",
        "nothing else helps, fail over a shard has been tried elsewhere",
        "somebody else will fail over a shard",
        "we do not fail over a shard",
        "else we do not fail over a shard",
        "otherwise nothing, fail over a shard is too dangerous",
        "if not, reboot the mainframe",
        "if not, search for it further",
        "if not, it is clear that it is something new",
    ],
)
def test_words_that_name_no_second_way(points, text):
    assert judged(points, order(because=text), END) == 0


def test_the_same_words_name_a_second_way_for_two_changes_only(judge):
    words = "worth trying, else stop the migration"
    changes = ("roll back app", "restart app", "scale out app")
    made = [
        order(change, f"0:{at}:00", f"c{at}", words, done="")
        for change, at in zip(changes, (20, 31, 42), strict=True)
    ]
    assert [mark.earned for mark in judge(rule, START + "".join(made) + END)] == [1, 1, 0]
    made[2] = order(changes[2], "0:42:00", "c42", "Worth trying,  ELSE stop the migration", done="")
    assert [mark.earned for mark in judge(rule, START + "".join(made) + END)] == [1, 1, 0]
    made[2] = order(changes[2], "0:42:00", "c42", "it is full; if not, clear cache", done="")
    assert [mark.earned for mark in judge(rule, START + "".join(made) + END)] == [1, 1, 1]


def test_what_was_tried_in_vain_is_no_second_way(points):
    before = order("fail over a shard", "0:05:00", "c0", "else roll back app", done="0:09:00")
    named = order(because="the release fits, else fail over a shard")
    assert judged(points, before, named, END) == 0.5
    watched = (
        '0:15:00 verified id=c0 change="fail over a shard" signal="shard write time" window=5m result={}'
    )
    assert judged(points, before, watched.format("same"), named, END) == 0.5
    assert judged(points, before, watched.format("better"), named, END) == 1
    failed = '0:09:00 change-failed id=c0 change="fail over a shard" owner=ana says="No."'
    begun = order("fail over a shard", "0:05:00", "c0", "else roll back app", done="")
    assert judged(points, begun, failed, named, END) == 1


def test_a_change_that_is_soon_judged_owes_none(points, intercom):
    assert judged(points, order("stop the migration"), END) is None
    soon = replace(intercom.thresholds["plan b from"], value=300)
    quick = replace(intercom, thresholds={**intercom.thresholds, "plan b from": soon})
    assert judged(points, order("stop the migration"), END, doctrine=quick) == 0


def test_a_small_form_owes_none_and_the_full_one_does(judge):
    small = order(form="staged=yes", at="0:10:00", done="0:14:00")
    assert judge(rule, START + small) == ()
    (mark,) = judge(rule, START + small + order(made="c2"))
    assert mark.at == 1200


def test_the_same_change_again_owes_no_second_one(judge):
    again = order("fail over a shard", "0:40:00", "c2")
    marks = judge(rule, START + order("fail over a shard", done="0:28:00") + again)
    assert [mark.at for mark in marks] == [1200]


def test_undoing_owes_none(judge):
    undo = '0:50:00 revert-started id=c1 change="roll back app" owner=bo\n'
    assert len(judge(rule, START + order() + undo + END)) == 1


def test_while_customers_are_well_nothing_is_owed(points):
    well = "0:10:00 impact-changed failing=0 arriving=0 seen=truth"
    assert judged(points, well, order(), END) is None


def test_an_order_that_nobody_took_up_or_that_the_runbook_does_not_know_is_not_judged(judge):
    assert judge(rule, START + '0:20:00 change-ordered id=c1 change="roll back app" owner=bo') == ()
    assert judge(rule, START + order("reboot the mainframe")) == ()


def test_the_last_change_owes_none_when_nothing_else_can_help(points, write_stall):
    """With one cause that only it ends there is nothing else to look at, nor to try."""
    cause = "bad release"
    helps = write_stall.outcome("roll back app", cause)
    alone = {name: {cause: helps if name == "roll back app" else Outcome()} for name in write_stall.outcomes}
    causes = {cause: write_stall.causes[cause]}
    scenario = replace(write_stall, causes=causes, outcomes=alone, clues={}, dangers=())
    assert judged(points, order(), END, scenario=scenario) is None
    assert judged(points, order(), END) == 0


THROTTLED = """
0:05:00 change-ordered id=c1 change="throttle traffic" owner=petra
0:05:00 change-started id=c1 change="throttle traffic" owner=petra
0:08:00 change-done id=c1 change="throttle traffic"
"""


@pytest.mark.parametrize(
    ("placed", "change", "owed"),
    [
        (THROTTLED, "lift the throttle slowly", False),
        ("", "lift the throttle slowly", True),
        (THROTTLED, "ship the smaller inbox query", True),
    ],
    ids=["it completes one", "nothing to complete", "a try of its own"],
)
def test_what_only_completes_a_change_in_place_owes_none(points, outage, placed, change, owed):
    last = order(change, because="the cache is warm", made="c3", done="")
    earned = judged(points, placed, last, END, scenario=outage("cold-cache"))
    assert earned == (0 if owed else None)
