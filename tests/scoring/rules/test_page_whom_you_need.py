"""Page whom you need: gaps are filled, and nobody stands by for nothing."""

import pytest

from simulator.scoring.rules import page_whom_you_need as rule

START = "0:00:00 declared severity=P1 commander=you\n"
MISSED = "0:05:00 paged person=raj team=datastores\n0:10:00 page-unanswered person=raj\n"


def on(at="1:00:00"):
    return f"{at} noted text=on\n"


def gaps(judge, text):
    return [mark for mark in judge(rule, text) if mark.at == 600]


@pytest.mark.parametrize(
    ("again", "earned"), [("0:10:30", 1), ("0:15:00", 1), ("0:20:00", 0.5), ("0:25:00", 0), ("0:40:00", 0)]
)
def test_a_missed_page_goes_to_the_next_within_five_minutes(judge, again, earned):
    (mark,) = gaps(judge, START + MISSED + f'{again} paged person=ana team=""\n' + on())
    assert mark.earned == pytest.approx(earned)
    assert mark.evidence == (3, 4)


def test_the_sentence_says_so(judge):
    (mark,) = gaps(judge, START + MISSED + '0:12:00 paged person=ana team=""\n' + on())
    assert mark.summary == "The page of Raj was missed (0:10:00); the next one was called on after 2 min."
    (mark,) = gaps(judge, START + MISSED + on())
    assert (mark.earned, mark.evidence) == (0, (3,))
    assert mark.summary == "The page of Raj was missed (0:10:00), and nobody else was called on."


def test_where_all_others_had_missed_theirs_there_is_nobody_to_call_on(judge, parley):
    desk = sorted(one for one, known in parley.people.items() if known.team == "support")
    last, *others = desk
    before = "".join(f'0:02:00 paged person={one} team=""\n' for one in others)
    before += "".join(f"0:07:00 page-unanswered person={one}\n" for one in others)
    missed = MISSED.replace("raj", last)
    assert gaps(judge, START + before + missed + on()) == []
    assert len(gaps(judge, START + missed + on())) == 1


@pytest.mark.parametrize(
    ("person", "helps"), [("ana", 1), ("niamh", 1), ("dario", 1), ("sean", 0), ("raj", 1)]
)
def test_the_next_one_is_of_the_same_team_or_knows_the_same(judge, person, helps):
    (mark,) = gaps(judge, START + MISSED + f'0:12:00 paged person={person} team=""\n' + on())
    assert mark.earned == helps


def test_somebody_of_use_who_comes_by_themselves_is_one(judge):
    (mark,) = gaps(judge, START + MISSED + "0:14:00 joined person=ana\n" + on())
    assert mark.earned == 1


@pytest.mark.parametrize(
    "line",
    [
        "0:02:00 joined person=ana\n",
        '0:02:00 paged person=ana team=""\n',
        '0:02:00 paged person=ana team=""\n0:03:00 acknowledged person=ana\n',
    ],
)
def test_nobody_is_owed_where_somebody_of_use_is_here_or_coming(judge, line):
    assert gaps(judge, START + line + MISSED + on()) == []


@pytest.mark.parametrize(
    "line",
    [
        "0:02:00 joined person=ana\n0:03:00 left person=ana\n",
        '0:02:00 paged person=ana team=""\n0:07:00 page-unanswered person=ana\n',
        "0:02:00 joined person=sean\n",
    ],
)
def test_who_is_gone_or_knows_other_things_is_not(judge, line):
    assert [mark.earned for mark in gaps(judge, START + line + MISSED + on())] == [0]


def test_the_pager_that_goes_on_by_itself_earns_nobody_anything(judge):
    itself = "0:10:00 paged person=ana team=datastores #=3\n"
    assert gaps(judge, START + MISSED + itself + on()) == []


def test_it_is_not_owed_any_more_once_customers_are_well(judge):
    for closing in ("called-mitigated", "resolved"):
        assert gaps(judge, START + MISSED + f"0:14:00 {closing}\n" + on()) == []
        assert len(gaps(judge, START + MISSED + f"0:15:00 {closing}\n" + on())) == 1
        assert gaps(judge, START + f"0:09:00 {closing}\n" + MISSED + on()) == []


def stuck(person="sean", place="db-shards"):
    return f'0:02:00 joined person={person}\n0:10:00 not-known person={person} place="{place}" says=no\n'


def test_an_expert_who_does_not_know_a_place_gets_help(judge):
    (mark,) = gaps(judge, START + stuck() + on())
    assert (mark.earned, mark.evidence) == (0, (3,))
    assert mark.summary == "Sean did not know 'db-shards' (0:10:00), and nobody else was called on."
    (mark,) = gaps(judge, START + stuck() + '0:12:00 paged person=ana team=""\n' + on())
    assert mark.earned == 1


def test_or_the_place_goes_to_somebody_who_does(judge):
    work = "0:12:00 task-given task=t9 what=investigate subject={} owner={} within=600\n"
    for place, owner, earned in (("db-shards", "ana", 1), ("cache", "ana", 0), ("db-shards", "petra", 0)):
        (mark,) = gaps(judge, START + stuck() + work.format(place, owner) + on())
        assert mark.earned == earned


def test_a_time_box_that_was_too_short_or_a_place_of_nobodys_is_no_gap(judge):
    assert gaps(judge, START + stuck("ana") + on()) == []
    assert gaps(judge, START + stuck(place="what changed?") + on()) == []
    assert gaps(judge, START + stuck("commander") + on()) == []
    assert gaps(judge, START + "0:02:00 joined person=ana\n" + stuck() + on()) == []


def work(at, until, task="t1", owner="lee"):
    same = f"task={task} what=investigate subject=app owner={owner}"
    return f"{at} task-given {same} within=600\n{at} task-started {same}\n{until} task-ended {same}\n"


LEE = START + "0:05:00 joined person=lee\n"


@pytest.mark.parametrize(
    ("ends", "earned"), [("0:20:00", None), ("0:20:01", 1), ("0:27:30", 0.5), ("0:35:00", 0), ("2:00:00", 0)]
)
def test_who_stands_by_for_longer_than_a_quarter_of_an_hour_costs(judge, ends, earned):
    marks = judge(rule, LEE + on(ends))
    assert [mark.earned for mark in marks] == [] if earned is None else [pytest.approx(earned, abs=0.01)]


def test_the_sentence_says_from_when_on(judge):
    (mark,) = judge(rule, LEE + work("0:08:00", "0:10:00") + on())
    assert mark.summary == "Lee was kept on the call with nothing to do for 50 min, from 0:10:00 on."
    assert (mark.evidence, mark.at) == ((2,), 300)
    (mark,) = judge(rule, LEE + work("0:08:00", "0:50:00") + on())
    assert mark.summary == "Lee joined at 0:05:00 and was put to use."


@pytest.mark.parametrize(
    ("line", "earned"),
    [
        (work("0:15:00", "0:50:00"), 1),
        (work("0:15:00", "0:25:00") + work("0:35:00", "0:50:00", "t2"), 1),
        (work("0:15:00", "0:20:00") + work("0:42:30", "0:55:00", "t2"), 0.5),
        (work("0:15:00", "0:50:00", owner="bo"), 0),
        ("0:15:00 role-assigned role=scribe person=lee\n", None),
        ("0:15:00 workstream-opened name=x leader=lee scope=x within=600\n", 0),
        (
            "0:12:00 workstream-opened name=x leader=lee scope=x within=600\n" + work("0:15:00", "0:20:00"),
            None,
        ),
        (
            "0:10:00 role-assigned role=scribe person=lee\n0:10:30 role-assigned role=scribe person=bo\n",
            0,
        ),
        (
            "0:10:00 role-assigned role=scribe person=lee\n0:40:00 role-assigned role=scribe person=bo\n",
            pytest.approx(2 / 3),
        ),
        ("0:15:00 command-handed person=lee\n", None),
        ("0:15:00 role-assigned role=scribe person=bo\n", 0),
        ("0:19:00 left person=lee\n", None),
        ("0:21:00 left person=lee\n", 14 / 15),
        ("0:20:00 called-mitigated\n", None),
        ("0:20:00 resolved\n", None),
    ],
)
def test_work_a_role_or_leave_to_go_is_use(judge, line, earned):
    marks = judge(rule, LEE + line + on())
    assert [mark.earned for mark in marks] == ([] if earned is None else [pytest.approx(earned)])


def test_a_question_is_use_for_a_moment(judge):
    def asked(at, who="lee"):
        return f"{at} answered person={who} topic=theory says=x sure=0.5\n"

    every = asked("0:18:00") + asked("0:32:00") + asked("0:46:00")
    assert [mark.earned for mark in judge(rule, LEE + every + on())] == [1]
    assert [mark.earned for mark in judge(rule, LEE + asked("0:18:00", "bo") + on())] == [0]


def test_work_that_never_ended_is_use_to_the_end(judge):
    text = work("0:15:00", "0:50:00").split("0:50:00", maxsplit=1)[0]
    assert [mark.earned for mark in judge(rule, LEE + text + on())] == [1]


def test_nobody_is_kept_before_the_declaration(judge):
    late = "0:05:00 joined person=lee\n0:40:00 declared severity=P1 commander=you\n"
    assert judge(rule, late + on("0:55:00")) == ()
    assert len(judge(rule, late + on("0:56:00"))) == 1
    assert judge(rule, "0:05:00 joined person=lee\n" + on()) == ()


def test_each_time_on_the_call_counts_for_itself(judge):
    twice = "0:25:00 left person=lee\n0:30:00 joined person=lee\n" + work("0:31:00", "0:55:00")
    marks = judge(rule, LEE + twice + on())
    assert [(mark.earned, mark.evidence) for mark in marks] == [(pytest.approx(2 / 3), (2,)), (1, (4,))]


def test_a_change_in_ones_hands_is_use_also_where_no_task_tells_of_it(judge):
    order = '0:15:00 change-ordered id=c1 change="roll back app" owner=lee\n'
    order += order.replace("ordered", "started")
    done = '0:50:00 change-done id=c1 change="roll back app" owner=lee says=done\n'
    failed = done.replace("change-done", "change-failed")
    for line in (done, failed, ""):
        assert [mark.earned for mark in judge(rule, LEE + order + line + on())] == [1]
    soon = done.replace("0:50:00", "0:20:00")
    assert [mark.earned for mark in judge(rule, LEE + order + soon + on())] == [0]
    other = order.replace("owner=lee", "owner=bo")
    assert [mark.earned for mark in judge(rule, LEE + other + done + on())] == [0]


def crowd(*people, used=()):
    """All of these paged and here, some of them at work."""
    lines = [f'0:05:00 paged person={person} team=""' for person in people]
    lines += [f"0:06:00 joined person={person}" for person in people]
    lines += [
        f'0:07:00 task-given task=t{number} what=check subject="fail over a shard" owner={person}'
        for number, person in enumerate(used)
    ]
    return START + "\n".join(lines) + "\n" + on("0:15:00")


@pytest.mark.parametrize(("many", "earned"), [(3, None), (4, 0.75), (5, 0.5), (7, 0)])
def test_many_who_come_for_nothing_were_not_needed(judge, many, earned):
    people = ("raj", "ana", "bo", "lee", "omar", "mei", "sean")[:many]
    marks = [mark for mark in judge(rule, crowd(*people)) if "were given nothing" in mark.summary]
    assert [(mark.earned, mark.weight) for mark in marks] == (
        [] if earned is None else [(earned, pytest.approx(many * (3 - 2 * earned)))]
    )


def test_whoever_has_work_did_not_come_for_nothing(judge):
    text = crowd("raj", "ana", "bo", "lee", "omar", used=("raj", "ana"))
    assert not [mark for mark in judge(rule, text) if "were given nothing" in mark.summary]
    (mark,) = [m for m in judge(rule, crowd("raj", "ana", "bo", "lee", used=())) if m.weight > 1]
    assert mark.summary == "4 of the 4 people who were paged were given nothing to do when they came."
    assert mark.evidence == (2, 3, 4, 5)


KNOWN = {
    "ana": "db-shards", "raj": "cache", "bo": "app", "mei": "lists", "kofi": "search", "sean": "workers",
    "petra": "edge",
}  # fmt: skip
"""People with a place that they know."""


def look(person, place, at="0:07:00", done=""):
    task = f"task=l{person} what=investigate subject={place} owner={person}"
    ended = f"{done} task-ended {task}\n" if done else ""
    return f"{at} task-given {task} within=15m\n{at} task-started {task}\n{ended}"


def came_for_nothing(judge, looks):
    text = crowd(*KNOWN).replace(on("0:15:00"), looks + on("0:15:00"))
    return [mark.summary for mark in judge(rule, text) if "were given nothing" in mark.summary]


def test_a_look_at_what_one_knows_is_work(judge):
    assert came_for_nothing(judge, "".join(look(person, place) for person, place in KNOWN.items())) == []


@pytest.mark.parametrize("first", ["ana", "sean"])
def test_to_look_where_one_can_tell_nothing_or_another_looks_is_none(judge, first):
    """All at the shards: of those who know them the first one is needed, whoever else was there before."""
    looks = "".join(look(person, "db-shards") for person in sorted(KNOWN, key=lambda one: one != first))
    assert came_for_nothing(judge, looks) == [
        "6 of the 7 people who were paged were given nothing to do that needed them."
    ]


def test_to_look_again_when_somebody_else_is_done_is_work(judge):
    others = "".join(look(person, "db-shards") for person in KNOWN if person not in ("ana", "raj"))
    again = look("ana", "db-shards", done="0:08:00") + look("raj", "db-shards", "0:09:00")
    assert came_for_nothing(judge, others + again)[0].startswith("5 of the 7")


def test_who_came_for_nothing_is_not_of_use_by_a_question(judge):
    """The crowd stands in the place of their time on the call."""
    people = ("ana", "bo", "raj", "mei")
    text = START + "".join(f'0:01:00 paged person={one} team=""\n' for one in people)
    text += "".join(f"0:03:00 joined person={one}\n" for one in people)
    asked = "".join(f'0:10:00 answered person={one} topic=theory says="No." sure=0.5\n' for one in people)
    (mark,) = judge(rule, text + asked + on("0:20:00"))
    assert (mark.weight, mark.earned) == (6, 0.75)
    busy = "0:05:00 task-given task=t1 what=investigate subject=app owner=bo within=10m\n"
    assert [one.weight for one in judge(rule, text + busy + asked + on("0:20:00"))] == [1, 1, 1, 1]


def test_a_role_that_goes_round_is_work_for_nobody(judge):
    people = ("ana", "bo", "raj", "mei", "sean")
    text = START + "".join(f'0:01:00 paged person={one} team=""\n' for one in people)
    text += "".join(f"0:03:00 joined person={one}\n" for one in people)
    round_ = "".join(
        f"0:0{5 + n}:00 role-assigned role=scribe person={one}\n" for n, one in enumerate(people)
    )
    marks = judge(rule, text + round_ + on("0:30:00"))
    (mark,) = [mark for mark in marks if "were given nothing" in mark.summary]
    assert mark.summary.startswith("4 of the 5 people")


def test_neither_are_workstreams_in_which_nobody_works(judge):
    people = ("ana", "bo", "raj", "mei", "sean")
    text = START + "".join(f'0:01:00 paged person={one} team=""\n' for one in people)
    text += "".join(f"0:03:00 joined person={one}\n" for one in people)
    opened = "".join(
        f"0:05:00 workstream-opened name={one} leader={one} scope=x within=600\n" for one in people
    )
    marks = judge(rule, text + opened + on("0:30:00"))
    assert [mark.earned for mark in marks if "were given nothing" in mark.summary] == [0.5]


def test_who_left_keeps_nobody_any_more(judge):
    failing = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    came = f"{failing}{START}0:05:00 joined person=ana\n"
    (stayed,) = judge(rule, f"{came}{on('8:00:00')}")
    assert stayed.summary.startswith("Ana was kept on the call with nothing to do for 7 h 55 min")
    assert judge(rule, f"{came}0:15:00 command-left person=commander\n{on('8:00:00')}") == ()


FLYING = """
0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:06:00 change-started id=c1 change="fail over a shard" owner=ana
{ready}
0:{done}:00 change-done id=c1 change="fail over a shard" owner=ana
{told}
"""
MIGRATED = 'hazard="data has been migrated since"'
SAFE = '0:{at}:00 hazard-checked person={who} change="{change}" ' + MIGRATED + " holds={holds}"
READY = '0:{at}:00 change-prepared owner={who} change="{change}"'
TOLD = '0:50:00 verified id=c1 change="fail over a shard" signal="shard write time" window=3m result=same'


def standing_by(judge, ready, people=("bo",), done="45", told=TOLD):
    """Who was kept with nothing to do, of some people who came at 0:03."""
    came = "".join(f"0:03:00 joined person={one}\n" for one in ("ana", *people))
    flying = FLYING.format(ready=ready, done=done, told=told)
    idle = [
        mark for mark in judge(rule, START + came + flying + on("0:51:00")) if "nothing to do" in mark.summary
    ]
    return [mark.summary.split()[0] for mark in idle]


@pytest.mark.parametrize(
    ("ready", "kept"),
    [
        (SAFE.format(at="08", who="bo", change="roll back app", holds="no"), []),
        (READY.format(at="08", who="bo", change="roll back app"), []),
        (SAFE.format(at="08", who="bo", change="roll back app", holds="yes"), ["Bo"]),
        (READY.format(at="08", who="bo", change="rebuild a search node"), ["Bo"]),
        (READY.format(at="08", who="bo", change="fail over a shard"), ["Bo"]),
        ("", ["Bo"]),
    ],
    ids=["safe", "ready", "not safe", "not theirs", "no other change", "nothing"],
)
def test_who_has_plan_b_in_hand_stands_by_for_something(judge, ready, kept):
    assert standing_by(judge, ready) == kept


def test_one_person_stands_by_for_each_change(judge):
    ready = "\n".join(
        READY.format(at=at, who=who, change="roll back app") for at, who in (("08", "bo"), ("09", "mei"))
    )
    assert standing_by(judge, ready, people=("bo", "mei")) == ["Mei"]


def test_nobody_stands_by_for_what_nobody_watches(judge):
    ready = READY.format(at="08", who="bo", change="roll back app")
    assert standing_by(judge, ready, done="10", told="") == ["Ana", "Bo"]
