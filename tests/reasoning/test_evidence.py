"""What the seat had been told, from a timeline: what counts, what does not, and when it is known."""

import pytest

from simulator.domain.duration import read_clock
from simulator.domain.entry import visible
from simulator.domain.notation import read_timeline
from simulator.reasoning import ClueHeard, EffectSeen, HazardSeen, WordsHeard, evidence, in_place, made

LATE = 24 * 3600


def told(text, until="24:00:00"):
    return evidence(read_timeline(text), read_clock(until) or 0)


def change(name="restart", number="c1", ordered="1:00", done="5:00", staged="no"):
    return f"""
        {ordered} change-ordered id={number} change={name} owner=ana staged={staged} because=""
        {ordered} change-started id={number} change={name} owner=ana
        {done} change-done id={number} change={name} owner=ana
    """


def verified(at, result, name="restart", number="c1", signal="errors", early="no"):
    return f"""
        {at} verified id={number} change={name} signal={signal} window=3m result={result} before=0.4 after=0.2
             early={early} owner=ana
    """.replace("\n             early", " early")


def alert(at, signal="errors"):
    return f"""
        {at} alert-fired alert="errors high" signal={signal} reading=0.4 pages=product
    """


def sorted_by_time(*texts):
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    return "\n".join(sorted(lines, key=lambda line: read_clock(line.split()[0]) or 0))


class TestClues:
    text = """
        4:00 clue-found person=ana place=db clue=1 says="lock waits"
        9:00 clue-found person=bo place=app clue=0 says="nothing yet"
    """

    def test_they_are_heard_in_order(self):
        assert told(self.text) == (ClueHeard("db", 1), ClueHeard("app", 0, "bo"))

    def test_what_happens_at_a_second_is_known_after_it(self):
        assert told(self.text, "9:00") == (ClueHeard("db", 1),)
        assert told(self.text, "9:01") == (ClueHeard("db", 1), ClueHeard("app", 0, "bo"))

    def test_a_place_looked_at_twice_counts_once(self):
        again = '10:00 clue-found person=cy place=db clue=1 says="lock waits"'
        assert told(self.text + again) == told(self.text)

    def test_who_corrects_themselves_is_believed(self):
        again = '10:00 clue-found person=bo place=db clue=2 says="no: writes are stuck"'
        assert told(self.text + again) == (ClueHeard("app", 0, "bo"), ClueHeard("db", 2))

    def test_truth_is_never_evidence(self):
        hidden = "4:00 hazard-drawn change=restart hazard=lag holds=yes seen=truth"
        assert told(hidden + self.text) == told(self.text)


def test_what_is_said_when_a_change_is_made_or_fails_is_heard_the_last_of_each():
    text = """
        4:00 change-ordered id=c1 change=restart owner=ana
        5:00 change-done id=c1 change=restart owner=ana says="It is up."
        6:00 change-ordered id=c2 change=failover owner=bo
        7:00 change-failed id=c2 change=failover owner=bo says="It will not."
        8:00 change-ordered id=c3 change=restart owner=ana
        9:00 change-done id=c3 change=restart owner=ana says="It is up, as before."
    """
    assert told(text) == (
        WordsHeard("failover", "It will not."),
        WordsHeard("restart", "It is up, as before."),
    )
    assert told(text, "8:00") == (WordsHeard("restart", "It is up."), WordsHeard("failover", "It will not."))


def test_checked_hazards():
    text = """
        4:00 hazard-checked person=ana change=failover hazard=lag holds=yes says=careful
        5:00 hazard-checked person=ana change=failover hazard="split brain" holds=no says=fine
    """
    assert told(text) == (HazardSeen("failover", "lag", True), HazardSeen("failover", "split brain", False))


class TestEffects:
    @pytest.mark.parametrize(
        ("result", "seen"),
        [("recovered", "helped"), ("better", "helped"), ("same", "nothing"), ("worse", "worse")],
    )
    def test_a_verification_says_what_was_seen(self, result, seen):
        text = sorted_by_time(change(), verified("8:00", result))
        (piece,) = told(text)
        assert isinstance(piece, EffectSeen)
        assert (piece.change, piece.seen) == ("restart", seen)

    def test_to_see_no_help_has_its_delay(self):
        text = sorted_by_time(change(), verified("8:00", "same"))
        assert told(text) == (EffectSeen("restart", "nothing", delay=180),)

    def test_an_unclear_verification_says_nothing(self):
        assert told(sorted_by_time(change(), verified("8:00", "unclear"))) == ()

    def test_to_see_nothing_too_early_says_nothing(self):
        assert told(sorted_by_time(change(), verified("6:00", "same", early="yes"))) == ()

    def test_to_see_recovery_early_is_to_see_it(self):
        text = sorted_by_time(change(), verified("6:00", "better", early="yes"))
        assert told(text) == (EffectSeen("restart", "helped"),)

    def test_the_last_verification_of_an_attempt_counts(self):
        text = sorted_by_time(change(), verified("8:00", "same"), verified("12:00", "better"))
        assert told(text) == (EffectSeen("restart", "helped"),)

    def test_the_same_change_made_again_counts_once(self):
        again = change(number="c2", ordered="10:00", done="14:00")
        text = sorted_by_time(
            change(), verified("8:00", "same"), again, verified("17:00", "same", number="c2")
        )
        assert told(text) == (EffectSeen("restart", "nothing", delay=180),)

    def test_what_was_in_place_when_it_was_made(self):
        before = change("shed", "c0", "0:10", "0:30")
        text = sorted_by_time(before, change(), verified("8:00", "same"))
        assert told(text) == (EffectSeen("restart", "nothing", frozenset({"shed"}), 180),)

    def test_what_came_into_place_later_does_not_count(self):
        text = sorted_by_time(change(), change("shed", "c2", "5:30", "6:00"), verified("8:00", "same"))
        assert told(text) == (EffectSeen("restart", "nothing", delay=180),)


class TestRelapse:
    helped = sorted_by_time(change(), verified("8:00", "better"))

    def test_the_alert_again_is_a_relapse(self):
        assert told(self.helped + alert("15:00")) == (EffectSeen("restart", "relapsed"),)

    def test_it_is_not_known_before(self):
        assert told(self.helped + alert("15:00"), "15:00") == (EffectSeen("restart", "helped"),)

    def test_another_signal_is_no_relapse(self):
        assert told(self.helped + alert("15:00", "latency")) == (EffectSeen("restart", "helped"),)

    def test_after_another_change_it_may_be_that_one(self):
        other = change("clear", "c2", "10:00", "12:00")
        assert told(sorted_by_time(self.helped, other) + alert("15:00")) == (EffectSeen("restart", "helped"),)

    def test_undoing_what_helped_is_no_relapse(self):
        undone = """
            10:00 revert-started id=c1 change=restart owner=ana
            12:00 change-reverted id=c1 change=restart owner=ana
        """
        assert told(self.helped + undone + alert("15:00")) == (EffectSeen("restart", "helped"),)

    def test_to_verify_again_and_see_nothing_is_a_relapse(self):
        text = sorted_by_time(self.helped, verified("20:00", "same"))
        assert told(text) == (EffectSeen("restart", "relapsed"),)

    def test_the_owner_saying_that_it_wore_off_is_a_relapse(self):
        text = sorted_by_time(change(), '16:00 change-wore-off id=c1 change=restart owner=ana says="back"')
        assert told(text) == (EffectSeen("restart", "relapsed"),)

    def test_a_watch_that_ends_after_it_wore_off_shows_the_relapse(self):
        worn = '16:00 change-wore-off id=c1 change=restart owner=ana says="back"'
        text = sorted_by_time(change(), worn, verified("20:00", "same"))
        assert told(text) == (EffectSeen("restart", "relapsed"),)

    def test_one_that_ended_before_that_had_seen_that_it_did_nothing_until_then(self):
        text = sorted_by_time(change(), verified("8:00", "same"))
        worn = '16:00 change-wore-off id=c1 change=restart owner=ana says="back"'
        assert told(text)[0].seen == "nothing"
        assert told(sorted_by_time(text, worn)) == (EffectSeen("restart", "relapsed"),)


class TestInPlace:
    def test_made_and_not_undone(self):
        text = sorted_by_time(change(), change("shed", "c2", "2:00", "6:00"))
        entries = read_timeline(text)
        assert in_place(entries, 5 * 60) == frozenset()
        assert in_place(entries, 5 * 60 + 1) == {"restart"}
        assert in_place(entries, LATE) == made(entries, LATE) == {"restart", "shed"}

    def test_undone_it_was_made_but_is_not_in_place(self):
        text = change() + "9:00 change-reverted id=c1 change=restart owner=ana"
        assert in_place(read_timeline(text), LATE) == frozenset()
        assert made(read_timeline(text), LATE) == {"restart"}

    def test_a_failed_change_was_not_made(self):
        text = """
            1:00 change-ordered id=c1 change=restart owner=ana staged=no because=""
            2:00 change-failed id=c1 change=restart owner=ana says="it will not"
        """
        assert made(read_timeline(text), LATE) == in_place(read_timeline(text), LATE) == frozenset()

    def test_a_small_first_form_shows_what_it_does_but_is_not_the_change(self):
        text = sorted_by_time(change(staged="yes"), verified("8:00", "better"))
        entries = read_timeline(text)
        assert in_place(entries, LATE) == made(entries, LATE) == frozenset()
        assert evidence(entries, LATE) == (EffectSeen("restart", "helped"),)


def test_a_seat_is_told_what_it_may_see():
    text = '4:00 clue-found person=ana place=db clue=1 says="lock waits" seen=deputy'
    entries = read_timeline(text)
    assert evidence(visible(entries, "commander"), LATE) == ()
