"""Blessed plays: kept small, made again with the outage as it is now, and compared."""

import pytest

from simulator.exercise import read_recording
from simulator.library import Library, Unknown, Unusable
from simulator.library.blessing import (
    Blessed,
    difference,
    every,
    from_recording,
    from_script,
    keep,
    make_again,
    named,
)

SCRIPT = """\
declare high
page data
@joined
order fail over db by ada
@change-done
verify fail over db by ada
@verified
mitigated
wait 5m
resolve
end
"""


@pytest.fixture
def mine(shelf):
    """A folder of one's own."""
    return Library.open([shelf])


@pytest.fixture
def blessed(mine, shelf) -> Blessed:
    """A play of the small outage, written as a script and kept."""
    outage = mine.outage("slow-shop")
    play = named("fails-over", outage, mine)
    play.path.parent.mkdir(parents=True)
    play.script.write_text(SCRIPT, "utf-8")
    keep(play, from_script(play.script, outage, 1))
    return play


def spoil(shelf, old, new):
    path = shelf / "slow-shop.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_play_lies_beside_its_outage(blessed, shelf):
    assert blessed.path == shelf / "plays" / "slow-shop" / "fails-over.jsonl"
    assert list(every([shelf / "plays"])) == [blessed] == list(every([blessed.transcript]))


def test_the_recording_holds_commands_and_nothing_that_may_change(blessed):
    recording = read_recording(blessed.path.read_text("utf-8")).recording
    assert recording
    assert [line.text for line in recording.commands][:2] == ["declare high", "page data"]
    assert (recording.entries, recording.header.sources) == ((), ())


def test_the_transcript_tells_what_was_seen_what_was_so_and_the_judgement(blessed):
    seen, truth, judged = blessed.transcript.read_text("utf-8").split("\n\n")[1:4]
    assert "0:00:00 > declare high\n" in seen
    assert "customer-minute" not in seen
    assert truth.startswith("What was really so\n0:00:00   What is wrong is '")
    assert judged.startswith("How it was judged\nsequencing")
    assert "customer-minutes lost" in judged
    assert "over at " in judged


def test_it_comes_out_as_it_was(blessed, mine):
    assert difference(blessed, make_again(blessed, mine)) == ""


def test_a_changed_outage_shows_where_its_plays_change(blessed, shelf):
    title = Library.open([shelf]).outage("slow-shop").scenario.title
    spoil(shelf, title, "Everything is blue")
    again = Library.open([shelf])
    told = difference(blessed, make_again(blessed, again))
    assert "line 3 differs" in told
    assert f"- 0:00:00   {title}" in told
    assert "+ 0:00:00   Everything is blue" in told
    keep(blessed, make_again(blessed, again))
    assert difference(blessed, make_again(blessed, again)) == ""


def test_the_outage_beside_the_plays_is_found_without_a_setting(blessed):
    assert difference(blessed, make_again(blessed, Library.open([]))) == ""


def test_a_script_is_said_again_and_the_recording_follows(blessed, mine):
    blessed.script.write_text(SCRIPT.replace("wait 5m", "wait 7m"), "utf-8")
    made = make_again(blessed, mine)
    assert difference(blessed, made)
    keep(blessed, made)
    assert '"wait 7m"' in blessed.path.read_text("utf-8")


def test_without_a_script_the_commands_keep_their_seconds(blessed, mine):
    blessed.script.unlink()
    before = blessed.path.read_text("utf-8")
    made = make_again(blessed, mine)
    assert difference(blessed, made) == ""
    keep(blessed, made)
    assert blessed.path.read_text("utf-8") == before


def test_lines_that_went_astray_are_in_the_transcript(blessed, mine):
    blessed.script.write_text("flurb\n" + SCRIPT, "utf-8")
    made = make_again(blessed, mine)
    assert "Lines of the script that went astray\nline 1: 'flurb'" in made.transcript


def test_a_recording_whose_outage_has_changed_since_is_played_with_the_new_one(blessed, mine, shelf):
    outage = mine.outage("slow-shop")
    exercise = outage.exercise(1)
    exercise.submit("commander", "declare high")
    spoil(shelf, outage.scenario.title, "Everything is blue")
    made = from_recording(exercise.recording, Library.open([shelf]).outage("slow-shop"))
    assert "Everything is blue" in made.transcript
    assert "nobody led it any more" in made.transcript


def test_a_release_of_the_program_is_no_difference(blessed, mine):
    text = blessed.path.read_text("utf-8")
    blessed.path.write_text(text.replace('"program":"', '"program":"9.'), "utf-8")
    assert difference(blessed, make_again(blessed, mine)) == ""


def test_a_transcript_that_is_missing_is_told(blessed, mine):
    blessed.transcript.unlink()
    assert "there is no such transcript yet" in difference(blessed, make_again(blessed, mine))


@pytest.mark.parametrize("name", ["", "Über", "a b", "../up", "a_b", "-a"])
def test_names_are_plain(mine, name):
    with pytest.raises(Unusable, match="is no name for a play"):
        named(name, mine.outage("slow-shop"), mine)


def test_a_damaged_recording_is_told(blessed, mine):
    blessed.path.write_text(blessed.path.read_text("utf-8") + "{", "utf-8")
    with pytest.raises(Unusable, match="damaged at line"):
        make_again(blessed, mine)


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(Unknown, match="there is no blessed play"):
        list(every([tmp_path / "nothing.jsonl"]))
