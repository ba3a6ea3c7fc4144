"""What counts after a hand-over: what was led, as it stood; and handing on early is no way to a pass."""

import pytest

from simulator.domain.fact import LedOn
from simulator.scoring.decisions import decisions
from simulator.scoring.patterns import sightings
from simulator.scoring.score import all_marks, score

BEGUN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=commander
0:04:00 joined person=ana
0:05:00 posted audience="status page" state=investigating scope="send a message" next_in=20m
0:06:00 sitrep-given text="Ana takes it from here."
0:07:00 command-offered person=ana
0:08:00 command-handed person=ana
"""
ASIDE = "0:08:30 led-on person=ana\n"
SILENCE = """
0:30:00 change-ordered id=c1 change="roll back app" owner=bo
0:30:01 change-started id=c1 change="roll back app" owner=bo
0:31:00 change-ordered id=c2 change="restart app" owner=raj
0:31:01 change-started id=c2 change="restart app" owner=raj
2:30:00 impact-changed failing=0 arriving=9000 seen=truth
3:00:00 ended why="ended by the commander"
"""
BACK = "1:00:00 command-handed person=commander\n"


def marks(case, text):
    return tuple(all_marks(case(text)))


def test_what_was_verified_by_whoever_led_on_is_not_called_never_verified(case):
    made = """
0:06:10 change-ordered id=c1 change="roll back app" owner=bo
0:06:10 change-started id=c1 change="roll back app" owner=bo
0:06:30 change-done id=c1 change="roll back app"
"""
    aside = made + "0:40:00 command-offered person=ana\n0:40:30 command-handed person=ana\n"
    aside += "0:41:00 led-on person=ana\n"
    begun = BEGUN[: BEGUN.index("0:07:00")]
    told = [one.summary for one in marks(case, begun + aside + SILENCE.replace("id=c1", "id=c3"))]
    assert "'roll back app' was made at 0:06:30 and not verified until command was handed over." in told
    alone = [one.summary for one in marks(case, begun + made + '0:41:00 noted text="on"')]
    assert "'roll back app' was made at 0:06:30 and never verified." in alone


def test_what_whoever_led_on_did_is_not_charged(case):
    led, own = marks(case, BEGUN + ASIDE + SILENCE), marks(case, BEGUN + SILENCE)
    assert any(mark.rule == "promises-kept" and mark.earned == 0 for mark in own)
    assert [mark for mark in led if mark.at > 8 * 60 + 30] == []
    assert {"declare-early", "first-post", "hand-over"} <= {mark.rule for mark in led}


def test_it_is_judged_as_it_stood_then(case):
    assert marks(case, BEGUN + ASIDE + SILENCE) == marks(case, BEGUN + ASIDE)


def test_nor_is_it_merit(case):
    better = SILENCE.replace("0:30:00", '0:25:00 posted audience="status page" state=identified\n0:30:00', 1)
    assert marks(case, BEGUN + ASIDE + better) == marks(case, BEGUN + ASIDE + SILENCE)


def test_what_comes_after_it_was_taken_back_is_ones_own(case):
    late = '1:05:00 posted audience="status page" state=identified next_in=20m\n'
    rest = SILENCE[SILENCE.index("2:30:00") :]
    found = marks(case, BEGUN + ASIDE + BACK + late + rest)
    assert any(mark.rule == "promises-kept" and mark.at > 3600 and mark.earned == 0 for mark in found)
    assert not [mark for mark in found if 8 * 60 + 30 < mark.at < 3600]


def test_their_decisions_are_none_of_ones_own(case):
    assert [one for one in decisions(case(BEGUN + ASIDE + SILENCE)) if one.at > 8 * 60 + 30] == []
    assert [one for one in decisions(case(BEGUN + SILENCE)) if one.at > 8 * 60 + 30] != []


def test_nor_are_patterns_seen_in_them(case):
    assert any(one.at > 30 * 60 for one in sightings(case(BEGUN + SILENCE)))
    assert not any(one.at > 30 * 60 for one in sightings(case(BEGUN + ASIDE + SILENCE)))


WATCHED = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=commander
0:04:00 joined person=bo
0:05:00 change-ordered id=c1 change="roll back app" owner=bo
0:05:01 change-started id=c1 change="roll back app" owner=bo
0:10:00 change-done id=c1 change="roll back app" owner=bo
"""
WATCH = '0:12:00 verify-started id=c1 change="roll back app" signal="app errors" window=30m owner=bo\n'


@pytest.mark.parametrize(("watch", "charged"), [("", True), (WATCH, False)])
def test_what_is_being_watched_is_for_the_next_to_hear(case, watch, charged):
    """Whoever leads on hears the answer; what nobody watches is one's own."""
    found = marks(case, WATCHED + watch + "0:40:00 led-on person=ana\n")
    assert ("verify-before-next" in {mark.rule for mark in found}) == charged


def test_who_leads_when(case):
    it = case(BEGUN + ASIDE + BACK + "2:00:00 noted text=on\n")
    assert [it.leads(at) for at in (0, 509, 510, 3599, 3600, 7000)] == [True, True, False, False, True, True]
    assert [one.begins.fact for one in it.others] == [LedOn("ana")]


# ---- a pass is withheld where too little was led ----


def graded(card):
    return card.grade, card.withheld


@pytest.fixture
def well_led(case, monkeypatch):
    """The card of a timeline, of which only that it was declared is judged."""
    from simulator.scoring import score as judge
    from simulator.scoring.rules import declare_early

    monkeypatch.setattr(judge, "RULES", (declare_early,))
    return lambda text: score(case(text))


def at(hours, minutes, text):
    """The hand-over, so much later."""
    head, _, _ = BEGUN.partition("0:06:00")
    shifted = (
        f"{hours}:{minutes:02}:00 command-handed person=ana\n{hours}:{minutes:02}:30 led-on person=ana\n"
    )
    return f"{head}{shifted}{text}"


END = '5:00:00 ended why="ended by the commander"\n'


def test_handed_on_at_once_is_not_graded(well_led):
    card = well_led(BEGUN + ASIDE + SILENCE)
    assert card.grade is None
    assert card.withheld == (
        "Command was handed on at 0:08:30, after 6 min: too little was led to be graded. "
        "Half a shift, 2 h, is enough."
    )


def test_the_same_led_on_by_oneself_is_graded(well_led):
    assert graded(well_led(BEGUN + SILENCE)) == ("distinction", "")


def test_after_half_a_shift_it_is(well_led):
    assert well_led(at(2, 2, END)).grade is None
    assert graded(well_led(at(2, 3, END))) == ("distinction", "")


def test_taking_it_back_for_the_end_does_not_help(well_led):
    back = "4:58:00 command-handed person=commander\n"
    assert well_led(at(0, 20, back + END)).grade is None
    assert well_led(at(2, 20, back + END)).grade == "distinction"


def test_taken_back_and_handed_on_again_within_minutes(well_led):
    again = """3:00:00 command-handed person=commander
3:05:00 command-handed person=ana
3:05:30 led-on person=ana
"""
    assert well_led(at(2, 20, again + END)).grade is None


LATE = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:58:00 declared severity=P1 commander=commander
1:00:00 command-handed person=ana
1:00:30 led-on person=ana
5:00:00 ended why="ended by the commander"
"""


def test_a_bad_grade_is_not_got_rid_of(well_led):
    assert graded(well_led(LATE)) == ("not yet", "")


def declared_at(minute, ends="0:50:00 command-handed person=ana\n0:50:30 led-on person=ana\n"):
    return f"""
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:{minute:02}:00 declared severity=P1 commander=commander
{ends}5:00:00 ended why="ended by the commander"
"""


def test_a_plain_pass_is_withheld_as_well(well_led):
    assert well_led(declared_at(9, ends="")).grade == "pass"
    assert well_led(declared_at(9)).grade is None


def test_half_a_shift_to_the_second_is_enough(well_led):
    ends = "2:02:00 command-handed person=ana\n2:{} led-on person=ana\n"
    assert well_led(declared_at(3, ends.format("02:59"))).grade is None
    assert well_led(declared_at(3, ends.format("03:00"))).grade == "distinction"


def test_who_never_declared_has_led_nothing_that_could_be_too_little(well_led):
    undeclared = "\n".join(line for line in declared_at(3).splitlines() if "declared" not in line)
    assert graded(well_led(undeclared)) == ("not yet", "")
