"""Words in, entries out: what the one class that all doors share promises."""

from simulator.domain.command import Revert, Verify
from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded, Declared, Looked, Misread, Refused, ResidualLogged
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise, Line, may_see
from simulator.grammar import Unreadable
from tests.plays import say, shipped


def facts(exercise, kind):
    return [entry.fact for entry in exercise.entries if isinstance(entry.fact, kind)]


def test_a_command_is_recorded_carried_out_and_costs_attention(exercise):
    receipt = exercise.submit(COMMANDER, "declare P1")
    assert receipt.status == "done"
    assert [type(entry.fact) for entry in receipt.entries] == [Commanded, Declared]
    assert receipt.until == exercise.free_at(COMMANDER) == receipt.entries[0].fact.takes
    assert exercise.recording.commands == (Line(0, COMMANDER, "declare P1"),)


def test_a_turn_lets_time_run_until_the_seat_is_free(exercise):
    (receipt,) = say(exercise, "declare P1")
    assert exercise.now == receipt.until > 0


def test_words_that_cannot_be_read_are_on_record_and_take_no_time(exercise):
    receipt = exercise.submit(COMMANDER, "flibber the gibbet")
    assert receipt.status == "unreadable"
    assert "flibber" in receipt.answer
    assert receipt.until == exercise.now == 0
    assert facts(exercise, Misread)[0].answer == receipt.answer
    assert exercise.recording.commands[0].text == "flibber the gibbet"


def test_words_that_could_mean_two_things_name_both(exercise):
    receipt = exercise.submit(COMMANDER, "order fail over")
    assert receipt.status == "ambiguous"
    assert "fail over a shard" in receipt.answer
    assert "fail over main database" in receipt.answer


def test_what_could_be_several_changes_is_the_one_that_was_ordered(exercise):
    for words in ("declare P1", "page datastores", "wait 10m"):
        say(exercise, words)
    assert say(exercise, "verify the failover")[0].status == "ambiguous"
    say(exercise, "order fail over a shard")
    (receipt,) = say(exercise, "verify the failover")
    assert (receipt.status, receipt.command) == ("done", Verify("fail over a shard"))
    assert say(exercise, "order fail over")[0].status == "ambiguous", "another may be meant"


def test_it_is_the_one_change_in_hand(exercise):
    """Two in hand are not told apart; once one of them is undone, it is the other."""
    for words in ("declare P1", "page datastores", "page product", "wait 10m"):
        say(exercise, words)
    assert say(exercise, "verify it")[0].status == "unreadable"
    say(exercise, "order stop the migration")
    assert isinstance(exercise.meaning(COMMANDER, "did you verify it?"), Unreadable)
    assert exercise.meaning(COMMANDER, "verify it") == Verify("stop the migration")
    assert exercise.meaning(COMMANDER, "can you confirm it's working?") == Verify("stop the migration")
    say(exercise, "order roll back app")
    assert isinstance(exercise.meaning(COMMANDER, "undo it"), Unreadable)
    say(exercise, "undo stop the migration")
    for _ in range(10):
        say(exercise, "wait 5m")
    assert exercise.meaning(COMMANDER, "undo it") == Revert("roll back app")


def test_a_watch_on_a_signal_is_of_the_one_change_that_shows_there(exercise):
    """Where none was ordered that does, or several were, nobody guesses."""
    for words in ("declare P1", "page datastores", "page product", "wait 10m"):
        say(exercise, words)
    watch = "watch app errors for 5 minutes"
    assert say(exercise, watch)[0].status == "unreadable"
    say(exercise, "order fail over a shard")
    assert say(exercise, watch)[0].status == "unreadable", "it shows in shard write time"
    say(exercise, "order roll back app")
    receipt = say(exercise, watch)[0]
    assert receipt.command == Verify("roll back app", "app errors", 300)
    say(exercise, "order restart app")
    assert say(exercise, watch)[0].status == "unreadable", "two show there"


def test_a_change_that_was_ordered_is_called_by_its_number(exercise):
    """As the board and the debrief do; a number that was never given names nothing."""
    for words in ("declare P1", "page datastores", "wait 10m", "order fail over a shard"):
        say(exercise, words)
    say(exercise, "keep c1 because it helps")
    kept = facts(exercise, ResidualLogged)
    assert [fact.change for fact in kept] == ["fail over a shard"]
    for words in ("verify c7", "undo change c2", "order c99 by raj"):
        (receipt,) = say(exercise, words)
        assert receipt.status == "refused"
        assert receipt.answer.startswith("Nothing has been ordered as 'c")


def test_a_refusal_says_why_is_on_record_and_costs_only_attention(exercise):
    receipt = exercise.submit(COMMANDER, "resolve")
    assert receipt.status == "refused"
    assert receipt.answer == facts(exercise, Refused)[0].reason
    assert 0 < receipt.until < 10


def test_a_busy_seat_is_told_so_and_its_words_wait(exercise):
    exercise.submit(COMMANDER, "declare P1")
    receipt = exercise.submit(COMMANDER, "page datastores")
    assert receipt.status == "waiting"
    assert "busy" in receipt.answer
    assert len(exercise.recording.commands) == 1
    exercise.tick(receipt.until + 1)
    assert [line.text for line in exercise.recording.commands] == ["declare P1", "page datastores"]
    assert exercise.recording.commands[1].at == receipt.until


def test_help_waits_for_nobody_and_is_not_on_record(exercise):
    exercise.submit(COMMANDER, "declare P1")
    receipt = exercise.submit(COMMANDER, "help page")
    assert receipt.status == "help"
    assert "page" in receipt.answer
    assert len(exercise.recording.commands) == 1


def test_a_seat_does_not_wait_for_another_that_is_busier(exercise):
    exercise.submit(COMMANDER, "declare P1")
    exercise.submit("scribe", "note begun")
    exercise.submit(COMMANDER, "page datastores")
    exercise.submit("scribe", "note datastores are paged")
    exercise.tick(exercise.free_at(COMMANDER) - 1)
    assert [line.seat for line in exercise.recording.commands] == [COMMANDER, "scribe", "scribe"]
    exercise.tick(exercise.free_at(COMMANDER) + 1)
    assert exercise.recording.commands[3].text == "page datastores"


def test_each_seat_speaks_in_its_role(exercise):
    receipt = exercise.submit("scribe", "declare P1")
    assert receipt.status == "refused"
    assert "scribe" in receipt.answer
    assert exercise.submit("observer", "signals").status == "done"


def test_help_is_answered_and_never_enters_the_world(exercise):
    before = list(exercise.entries)
    receipt = exercise.submit(COMMANDER, "help order")
    assert receipt.status == "help"
    assert "order" in receipt.answer
    assert exercise.entries == before
    assert exercise.recording.commands == ()


def test_waiting_lets_time_run_and_waiting_alone_runs_to_the_next_news(exercise):
    say(exercise, "wait 90s")
    assert exercise.now == 90
    (receipt,) = say(exercise, "wait")
    news = [entry for entry in exercise.entries if entry.at >= 90 and may_see(entry, COMMANDER)]
    assert exercise.now <= receipt.at + 600
    assert exercise.now == news[-1].at + 1


def test_nothing_is_heard_after_the_end(exercise):
    say(exercise, "end")
    assert exercise.over
    assert exercise.submit(COMMANDER, "declare P1").status == "over"
    exercise.tick(9999)
    assert exercise.now < 9999


def test_the_exercise_ends_by_itself_at_its_limit(exercise):
    limit = exercise.scenario.limit
    exercise.tick(limit + 1000)
    assert exercise.over
    assert exercise.entries[-1].at == limit
    assert exercise.entries[-1].fact.why == "time is up"


def test_watchers_hear_every_entry_once_and_in_order(exercise):
    heard: list[Entry] = []
    begun = len(exercise.entries)
    exercise.watch(heard.append)
    say(exercise, "declare P1\npage datastores\nwait 10m")
    assert heard == exercise.entries[begun:]


def test_who_watches_later_hears_what_comes_from_then_on(exercise):
    say(exercise, "declare P1\npage datastores\nwait 10m")
    heard: list[Entry] = []
    begun = len(exercise.entries)
    exercise.watch(heard.append)
    assert heard == []
    say(exercise, "signals\nwait 5m")
    assert heard == exercise.entries[begun:] != []


def test_commands_are_kept_among_entries_as_they_came_whether_or_not_anybody_listens():
    kept: list[str] = []
    scenario, doctrine = shipped()
    alone, told = (Exercise(scenario, doctrine, 1, journal=journal) for journal in (None, kept.append))
    for exercise in (alone, told):
        say(exercise, "declare P1\npage datastores\nwait 10m\nsignals\nflibber\nwait 5m")
    assert alone.recording.text() == told.recording.text() == "".join(f"{line}\n" for line in kept)


def test_the_journal_has_a_command_before_what_it_brings_about():
    lines: list[str] = []
    scenario, doctrine = shipped()
    exercise = Exercise(scenario, doctrine, 1, journal=lines.append)
    exercise.submit(COMMANDER, "declare P1")
    assert lines[0].startswith('{"icsim":"recording"')
    written = next(n for n, line in enumerate(lines) if line.startswith('{"command"'))
    assert '"declared"' in lines[written + 2]
    assert exercise.recording.text() == "".join(f"{line}\n" for line in lines)


def test_looking_at_signals_shows_every_signal_as_it_reads_then(exercise):
    say(exercise, "signals")
    (looked,) = facts(exercise, Looked)
    assert [name for name, _ in looked.readings] == list(exercise.scenario.organisation.signals)


def test_the_truth_reaches_no_seat(exercise):
    say(exercise, "declare P1\nwait 20m")
    shown = [entry for entry in exercise.entries if may_see(entry, COMMANDER)]
    cause = next(e.fact.cause for e in exercise.entries if type(e.fact).__name__ == "CauseDrawn")
    assert not any(entry.seen == "truth" for entry in shown)
    assert not any(cause in str(entry.fact) for entry in shown)
