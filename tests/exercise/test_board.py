"""What whoever takes over finds on the board."""

from simulator.domain.notation import read_timeline
from simulator.exercise import Stream, board_of

NIGHT = """
0:00:10 declared severity=P1 commander=commander
0:05:00 joined person=raj
0:06:00 workstream-opened name=cache leader=raj scope="warm it" within=20m
0:10:00 sitrep-given text="First look."
0:20:00 swooped who=leadership audience=leadership says="When?" wants=eta
0:22:00 posted audience=leadership state=investigating next_in=30m
0:30:00 decided text="Warm before lifting."
0:40:00 notice-due who=authority audience=regulator within=4h why="data loss"
0:50:00 sitrep-given text="Half warm."
0:55:00 mood-changed who=sales mood=angry anger=26
"""


def board(more="", now=7200):
    return board_of(read_timeline(NIGHT + more), "commander", now)


def test_who_takes_over_finds_the_last_summing_up_and_the_decisions():
    assert board().sitrep == (3000, "Half warm.")
    assert board().decisions == [(1800, "Warm before lifting.")]


def test_how_many_have_written_in_is_known_as_of_when_support_said_so():
    assert board().reports is None
    told = '0:56:00 customers-reported count=5 says="Five."\n1:10:00 customers-reported count=15 says="Many."'
    assert board(told).reports == (4200, 15)


def test_who_leads_what_since_when_and_how_long_people_are_here():
    assert board().workstreams == {"cache": Stream("raj", "warm it", 1200, 360)}
    assert board().since == {"raj": 300}
    assert board("1:00:00 left person=raj\n1:01:00 workstream-closed name=cache").workstreams == {}
    assert board("1:00:00 left person=raj").since == {}


def test_who_wants_a_time_stays_after_a_brief_and_leaves_with_their_own_words():
    assert board().swoops == ["leadership"]
    assert board().wants == {"leadership": "eta"}
    gone = board('1:00:00 stepped-back who=leadership audience=leadership says="Fine."')
    assert (gone.swoops, gone.wants) == ([], {})


def test_who_wants_news_leaves_with_a_brief():
    steps_in = "1:00:00 stepped-back who=leadership audience=leadership\n1:01:00 swooped who=leadership "
    told = board(f"{steps_in}audience=leadership\n1:02:00 posted audience=leadership state=investigating")
    assert told.swoops == []


def test_legal_clocks_run_until_they_hear_and_moods_are_kept():
    assert board().notices == {"regulator": 2400 + 4 * 3600}
    assert board("1:00:00 posted audience=regulator state=investigating").notices == {}
    assert board().moods == {"sales": "angry"}
