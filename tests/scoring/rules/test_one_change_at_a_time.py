"""One change at a time: overlap of changes that confound each other, and the reasons that excuse it."""

import pytest

from simulator.scoring.rules import one_change_at_a_time as rule
from simulator.scoring.rules import verify_before_next

FAILOVER = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:05:00 change-started id=c1 change="fail over a shard" owner=ana
0:12:00 change-done id=c1 change="fail over a shard" owner=ana
"""


def beside(second, at="0:09:00", because="", before="", watched=""):
    """The failover with a second change begun while it is in flight, both verified at the end."""
    reason = f' because="{because}"' if because else ""
    signal = watched or ("app errors" if second == "roll back app" else "shard write time")
    return f"""
        {FAILOVER}
        {before}
        {at} change-ordered id=c2 change="{second}" owner=raj{reason}
        {at} change-started id=c2 change="{second}" owner=raj
        0:20:00 verified id=c1 change="fail over a shard" signal="shard write time" result=same
        0:26:00 verified id=c2 change="{second}" signal="{signal}" result=better
    """


def test_a_single_change_is_not_judged(points):
    assert points(rule, FAILOVER) is None


@pytest.mark.parametrize(
    ("at", "earned"),
    [("0:19:45", 1.0), ("0:18:00", 0.5), ("0:17:00", 0.167), ("0:16:30", 0.0), ("0:09:00", 0.0)],
    ids=["15 s", "2 min", "3 min", "as long as the signal lags", "wholly"],
)
def test_an_overlap_costs_until_it_is_as_long_as_the_signal_lags(points, at, earned):
    """Tolerated are 30 s; shard write time is 3 min behind."""
    assert points(rule, beside("stop the migration", at)) == pytest.approx(earned, abs=0.01)


def test_the_mark_says_how_long_nobody_could_tell(judge):
    (mark,) = judge(rule, beside("stop the migration"))
    assert mark.summary == (
        "'stop the migration' was begun at 0:09:00 while 'fail over a shard' was unverified: "
        "for 11 min nobody could tell which of them acted."
    )
    assert mark.evidence == (3, 6)


READ = """
0:16:00 change-ordered id=c0 change="stop the migration" owner=raj
0:16:00 change-started id=c0 change="stop the migration" owner=raj
0:17:00 change-done id=c0 change="stop the migration" owner=raj
0:21:00 verified id=c0 change="stop the migration" signal="{signal}" result={result}
"""


@pytest.mark.parametrize(
    ("signal", "result", "about"),
    [
        ("shard write time", "same", None),
        ("shard write time", "worse", None),
        ("shard write time", "unclear", "stop the migration"),
        ("app errors", "same", "fail over a shard"),
    ],
)
def test_what_another_reading_would_have_shown_confounds_no_more(judge, signal, result, about):
    """The failover, made at 12:00, was never verified; its signal was read for another change at 21:00."""
    text = f"""
        {FAILOVER}
        {READ.format(signal=signal, result=result)}
        0:22:00 change-ordered id=c3 change="roll back app" owner=mei
        0:22:00 change-started id=c3 change="roll back app" owner=mei
        0:40:00 verified id=c3 change="roll back app" signal="app errors" result=recovered
    """
    mark = judge(rule, text)[-1]
    assert mark.summary.startswith("'roll back app' was begun at 0:22:00")
    assert (mark.earned < 1) is (about is not None)
    assert about is None or f"while '{about}' was unverified" in mark.summary


def test_of_equals_the_change_that_was_being_made_is_named(judge):
    text = f"""
        {FAILOVER}
        0:20:00 change-ordered id=c2 change="stop the migration" owner=raj
        0:20:00 change-started id=c2 change="stop the migration" owner=raj
        0:20:30 change-ordered id=c3 change="roll back app" owner=mei
        0:20:30 change-started id=c3 change="roll back app" owner=mei
        0:40:00 noted text="nothing was verified"
    """
    assert "while 'stop the migration' was unverified" in judge(rule, text)[-1].summary


def test_changes_to_parts_that_do_not_touch_may_overlap(points, judge):
    text = beside("use the spare mail route")
    assert points(rule, text) == 1
    assert "touch different parts" in judge(rule, text)[0].summary


def test_a_change_that_failed_is_out_of_the_way(points):
    text = """
        0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
        0:05:00 change-started id=c1 change="fail over a shard" owner=ana
        0:07:00 change-failed id=c1 change="fail over a shard" owner=ana
        0:08:00 change-ordered id=c2 change="stop the migration" owner=ana
        0:08:00 change-started id=c2 change="stop the migration" owner=ana
    """
    assert points(rule, text) == 1


def test_a_change_nobody_verified_confounds_all_that_follow(points):
    text = """
        0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
        0:05:00 change-started id=c1 change="fail over a shard" owner=ana
        0:12:00 change-done id=c1 change="fail over a shard" owner=ana
        0:40:00 change-ordered id=c2 change="stop the migration" owner=ana
        0:40:00 change-started id=c2 change="stop the migration" owner=ana
        0:50:00 verified id=c2 change="stop the migration" signal="shard write time" result=same
    """
    assert points(rule, text) == 0


def test_preparing_is_not_changing(points):
    assert points(rule, FAILOVER + '0:06:00 change-prepared change="roll back app" owner=bo') is None


def test_an_order_that_waits_for_its_owner_counts_from_when_it_is_begun(points):
    text = f"""
        {FAILOVER}
        0:06:00 change-ordered id=c2 change="stop the migration" owner=ana
        0:20:00 verified id=c1 change="fail over a shard" signal="shard write time" result=same
        0:20:00 change-started id=c2 change="stop the migration" owner=ana
    """
    assert points(rule, text) == 1


def test_a_reason_alone_excuses_nothing(points):
    assert points(rule, beside("stop the migration", because="we are in a hurry")) == 0


def test_the_same_change_at_once_on_many_is_a_shotgun_until_one_was_seen_to_help(points):
    assert points(rule, beside("fail over a shard", because="all shards are sick")) == 0


def test_the_same_change_on_the_next_unit_is_fine_once_it_was_seen_to_help(points):
    text = """
        0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
        0:05:00 change-started id=c1 change="fail over a shard" owner=ana
        0:12:00 change-done id=c1 change="fail over a shard" owner=ana
        0:15:00 verified id=c1 change="fail over a shard" signal="shard write time" result=better
        0:16:00 decided text="It worked on shard 3, so shards 4 and 5 at once."
        0:16:30 change-ordered id=c2 change="fail over a shard" owner=ana
        0:16:30 change-started id=c2 change="fail over a shard" owner=ana
        0:17:00 change-ordered id=c3 change="fail over a shard" owner=raj
        0:17:00 change-started id=c3 change="fail over a shard" owner=raj
        0:30:00 verified id=c2 change="fail over a shard" signal="shard write time" result=better
        0:31:00 verified id=c3 change="fail over a shard" signal="shard write time" result=recovered
    """
    assert points(rule, text) == 1


WORKSTREAM = '0:08:00 workstream-opened name=mail leader=raj scope="{scope}" within=20m'


def test_a_workstream_with_its_own_leader_and_signal_may_work_beside(points, judge):
    text = beside(
        "roll back app", because="the release is bad too", before=WORKSTREAM.format(scope="the app")
    )
    assert points(rule, text) == 1
    assert judge(rule, text)[0].evidence == (3, 6, 7)


def test_but_not_where_both_are_watched_on_one_signal_nor_where_nobody_said_why_both(points):
    app = WORKSTREAM.format(scope="the app")
    both, one = "the release is bad too", "nodes do not come back by themselves"
    assert points(rule, beside("roll back app", because=both, before=app, watched="shard write time")) == 0
    assert points(rule, beside("roll back app", because=one, before=app)) == 0
    named = "to fail over a shard mends no release"
    assert points(rule, beside("roll back app", because=named, before=app)) == 1


def test_or_beside_a_workstream_of_the_others(points):
    streams = '0:08:00 workstream-opened name=shards leader=ana scope="db-shards" within=20m\n'
    streams += WORKSTREAM.format(scope="app")
    assert points(rule, beside("roll back app", before=streams)) == 1


@pytest.mark.parametrize(
    ("scope", "because", "excused"),
    [
        ("the app", "", 0), ("", "the release is bad too", 0), ("mail out", "the release is bad too", 0),
        ("roll back", "the release is bad too", 1), ("undo c2's app", "the release is bad too", 1),
        ("rolling releases", "the release is bad too", 1),
    ],
    ids=["no reason", "about nothing", "about something else", "the change", "the place", "another form"],
)  # fmt: skip
def test_a_workstream_excuses_what_it_is_about_and_what_was_said_why(points, scope, because, excused):
    text = beside("roll back app", because=because, before=WORKSTREAM.format(scope=scope))
    assert points(rule, text) == excused


def test_a_workstream_that_watches_the_same_signal_may_not(points):
    assert (
        points(
            rule,
            beside("stop the migration", because="it may be", before=WORKSTREAM.format(scope="migration")),
        )
        == 0
    )


def test_a_closed_workstream_excuses_nothing(points):
    opened = WORKSTREAM.format(scope="the app") + "\n0:08:30 workstream-closed name=mail"
    assert points(rule, beside("roll back app", because="the release is bad too", before=opened)) == 0


HANGS = "0:08:00 change-hung id=c1 change='fail over a shard' owner=ana"


def test_what_is_stuck_half_way_holds_nothing_up(points, judge):
    text = beside("stop the migration", because="the failover hangs", before=HANGS)
    assert points(rule, text) == 1
    assert "with good reason: the first was stuck half-way" in judge(rule, text)[0].summary
    assert points(rule, beside("stop the migration", before=HANGS)) == 0, "nobody said why"
    early = beside("stop the migration", "0:07:30", "it hangs", HANGS)
    assert points(rule, early) == 0, "it did not hang yet"


TOLD_OF_LOSS = '0:08:00 said who=raj says="We are losing data with every write."'


def test_containment_may_not_wait_when_the_call_was_told_of_a_loss(points):
    reason = "stop the loss first"
    assert points(rule, beside("block the noisiest customer", because=reason, before=TOLD_OF_LOSS)) == 1
    assert points(rule, beside("block the noisiest customer", because=reason)) == 0
    assert points(rule, beside("block the noisiest customer", before=TOLD_OF_LOSS)) == 0
    for line in ("noted", "sitrep-given", "spoke seat=commander"):
        said = f'{TOLD_OF_LOSS}\n0:08:10 {line} text="We block the noisiest customer, because we lose data."'
        assert points(rule, beside("block the noisiest customer", before=said)) == 1
    assert points(rule, beside("stop the migration", because=reason, before=TOLD_OF_LOSS)) == 0


def test_a_fix_that_belongs_together_may_overlap_while_its_cause_is_believed(points, composite):
    text = beside("stop the migration", because="neither works alone")
    assert points(rule, text, scenario=composite) == 1
    assert points(rule, beside("stop the migration"), scenario=composite) == 0


def test_a_fix_that_belongs_together_may_not_once_its_cause_is_ruled_out(points, composite):
    clue = '0:08:00 clue-found person=ana place=db-shards clue=1 says="Writes are stuck." '
    ruled_out = clue + '\n0:08:30 clue-found person=bo place=app clue=1 says="Since the release." '
    text = beside("stop the migration", because="neither works alone", before=ruled_out)
    assert points(rule, text, scenario=composite) == 0


@pytest.fixture(scope="session")
def composite(write_stall):
    """Under a runaway migration the migration can only be stopped once a shard was failed over.

    The clues are sharpened, so that two of them rule that cause out.
    """
    from simulator.domain.value import replace

    changes = dict(write_stall.outcomes)
    stops = changes["stop the migration"]["runaway migration"]
    changes["stop the migration"] = {"runaway migration": replace(stops, after=("fail over a shard",))}
    clues = {
        place: tuple(replace(clue, odds={**clue.odds, "runaway migration": 0.01}) for clue in told)
        for place, told in write_stall.clues.items()
    }
    return replace(write_stall, outcomes=changes, clues=clues)


def test_what_was_changed_beside_another_weighs_as_much_as_both(judge):
    weights = {
        at: judge(rule, beside("stop the migration", at))[0].weight
        for at in ("0:19:45", "0:18:00", "0:09:00")
    }
    assert weights == {"0:19:45": 1, "0:18:00": pytest.approx(1.5), "0:09:00": 2}


def test_what_was_told_to_have_worn_off_is_confused_with_nothing_from_then_on(judge):
    """The failover is gone at 10: the stop of 9 overlaps it for a minute, the restart of 12 only the stop."""
    gone = '0:10:00 change-wore-off id=c1 change="fail over a shard" owner=ana says="It is back."\n'
    failover = FAILOVER.replace("0:12:00 change-done", "0:08:00 change-done")
    text = f"""
        {failover}
        0:09:00 change-ordered id=c2 change="stop the migration" owner=raj
        0:09:00 change-started id=c2 change="stop the migration" owner=raj
        {gone}
        0:12:00 change-ordered id=c3 change="add shard replicas" owner=raj
        0:12:00 change-started id=c3 change="add shard replicas" owner=raj
        0:40:00 noted
    """
    stopped, added = (mark.summary for mark in judge(rule, text))
    assert "for 60 s nobody could tell" in stopped
    assert added == (
        "'add shard replicas' was begun at 0:12:00 while 'stop the migration' was unverified: "
        "for 28 min nobody could tell which of them acted."
    )


SLOW = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:05:00 change-started id=c1 change="fail over a shard" owner=ana
0:09:00 change-ordered id=c2 change="stop the migration" owner=raj
0:09:00 change-started id=c2 change="stop the migration" owner=raj
0:11:00 change-done id=c2 change="stop the migration" owner=raj
0:18:00 verified id=c2 change="stop the migration" signal="shard write time" result=same
{} change-done id=c1 change="fail over a shard" owner=ana
0:50:00 verified id=c1 change="fail over a shard" signal="shard write time" result=recovered
"""


def test_of_what_was_not_made_yet_nobody_says_that_it_may_have_acted(judge):
    """Two were under way at once all the same, and the second was told of before the first was made."""
    slow, quick = (judge(rule, SLOW.format(done))[0] for done in ("0:19:00", "0:17:00"))
    assert (slow.earned, quick.earned) == (0, 0)
    assert slow.summary.endswith(
        "while 'fail over a shard' was still being made: for 9 min two changes were under way at once."
    )
    assert "nobody could tell which of them acted" in quick.summary


def test_who_left_is_told_of_the_overlap_for_as_long_as_they_led(judge):
    """It costs what it does all the same: leaving shortens nothing."""
    both = SLOW.split("0:11:00", maxsplit=1)[0] + "{}6:00:00 ended\n"
    (stayed,), (left,) = (
        judge(rule, both.format(text)) for text in ("", "0:10:00 command-left person=commander\n")
    )
    assert left.summary.endswith("for 60 s nobody could tell which of them acted.")
    assert stayed.summary.endswith("for 5 h 51 min nobody could tell which of them acted.")
    assert (stayed.earned, stayed.weight) == (left.earned, left.weight) == (0, 2)


BOTH = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="cache hits" signal="cache hits" pages=datastores
{told}
0:05:00 change-ordered id=c1 change="pause the infrastructure rollout" owner=ana
0:05:00 change-started id=c1 change="pause the infrastructure rollout" owner=ana
0:06:00 change-ordered id=c2 change="{change}" owner=petra{why}
0:06:00 change-started id=c2 change="{change}" owner=petra
0:10:00 change-done id=c1 change="pause the infrastructure rollout" owner=ana
0:11:00 change-done id=c2 change="{change}" owner=petra
{watched}
0:50:00 noted
"""
WHY = ' because="they belong together"'
STRANGERS = """
0:03:00 clue-found person=ana place=edge clue=1 says="Many first visits."
0:03:10 clue-found person=ana place=cache clue=2 says="All nodes are here."
"""


@pytest.mark.parametrize(
    ("change", "why", "told", "earned"),
    [
        ("throttle traffic", WHY, "", 1),
        ("throttle traffic", "", "", 0),
        ("throttle traffic", WHY, STRANGERS, 0),
        ("turn off inbox counts", WHY, "", 0),
    ],
    ids=["said why", "not said", "ruled out", "no part"],
)
def test_two_parts_that_a_third_change_needs_may_be_made_at_once(points, outage, change, why, told, earned):
    """The trigger is paused and the load is shed, so that the throttle can be lifted on a full cache."""
    text = BOTH.format(change=change, why=why, told=told, watched="")
    assert points(rule, text, scenario=outage("cold-cache")) == earned


def test_the_ground_names_what_needs_both(judge, outage):
    text = BOTH.format(change="throttle traffic", why=WHY, told="", watched="")
    (mark,) = judge(rule, text, scenario=outage("cold-cache"))
    assert mark.summary.endswith(
        "with good reason: 'lift the throttle slowly' only ends it with both of them in place."
    )


WATCHED = '0:18:00 verified id=c2 change="{}" signal="main database load" window=5m result=better\n'


@pytest.mark.parametrize(
    ("change", "why", "watched", "earned"),
    [
        ("throttle traffic", WHY, True, [1]),
        ("throttle traffic", "", True, [0, 1]),
        ("throttle traffic", WHY, False, [0, 0]),
        ("turn off inbox counts", WHY, True, [0, 1]),
    ],
    ids=["told by the other", "not said why", "neither watched", "no part"],
)
def test_one_watch_tells_of_two_parts_that_belong_together(judge, outage, change, why, watched, earned):
    seen = WATCHED.format(change) if watched else ""
    text = BOTH.format(change=change, why=why, told="", watched=seen)
    marks = judge(verify_before_next, text, scenario=outage("cold-cache"))
    assert [mark.earned for mark in marks] == earned
