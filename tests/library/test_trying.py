"""Trying an outage out: what is unreachable is found and nothing else, whatever the number of processes."""

import json
from pathlib import Path

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import Ended
from simulator.domain.notation import read_timeline
from simulator.exercise.players import PLAYERS
from simulator.library import Library
from simulator.library.trying import as_record, sweep, tell, trial, write_transcripts
from simulator.library.trying.attempt import played
from simulator.library.trying.items import ENDINGS, KINDS, items_of, when
from simulator.library.trying.whereabouts import whereabouts

SHELF = Path(__file__).parent / "shelf"
SOUND = (SHELF / "slow-shop.yaml").read_text("utf-8")
FEW = ("idle", "by-the-book", "systematic", "shotgun", "memorised")


@pytest.fixture
def tried(tmp_path, monkeypatch):
    """Try the small outage, written otherwise: old text, new text, and again; the trial and its paths."""

    def run(*other: tuple[str, str], seeds=4, players=FEW, jobs=1):
        text = SOUND
        for old, new in other:
            assert old in text, old
            text = text.replace(old, new)
        monkeypatch.chdir(tmp_path)
        path = tmp_path / "slow-shop.yaml"
        path.write_text(text, "utf-8")
        library = Library.open([SHELF])
        outage = library.outage(str(path))
        found = trial(sweep(outage, players, seeds, jobs))
        return found, whereabouts(outage, library, str(path))

    return run


def never(found):
    return [(covered.item.kind, covered.item.name) for covered in found.coverage.of("never")]


def line_of(text, words):
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_sound_outage_is_fine_and_everything_in_it_is_reached(tried):
    found, _ = tried()
    assert found.fine
    assert not never(found)
    assert set(found.coverage.counts) == set(KINDS)
    assert all(reached == of for reached, of in found.coverage.counts.values())


PLANTED = [
    ("inject", "at 2h, ben: Shall I restart it?", ("at 6m, who: ben", "at 2h, who: ben")),
    ("inject", "1h50m after clear cache", ("5m after clear cache", "1h50m after clear cache")),
    ("clue", "db: Part 2 takes no writes.", ("{stuck primary: 80%, bad release: 10%}", "{always: 0%}")),
    ("hazard", "fail over db: replica is behind", ("{stuck primary: 10%, always: 30%}", "{always: 0%}")),
    ("outcome", "clear cache, under stuck primary", ("for 5m, chance: 50%", "for 5m, chance: 0%")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "planted"), PLANTED, ids=[name for _, name, _ in PLANTED])
def test_what_is_planted_out_of_reach_is_found_with_its_place(tried, tmp_path, kind, name, planted):
    found, paths = tried(planted)
    assert never(found) == [(kind, name)]
    assert not found.fine
    text = (tmp_path / "slow-shop.yaml").read_text("utf-8")
    written = {"hazard": "replica is behind", "clue": "Part 2 takes", "outcome": "30% for 5m"}
    line = line_of(text, written.get(kind, planted[1][:10]))
    assert f"slow-shop.yaml:{line}:" in tell(found, paths)
    assert tell(found, paths).endswith("1 thing can never be reached.")


def test_a_cause_that_nothing_cures_cannot_be_solved(tried):
    found, paths = tried(("bad release: {cures: 90%}", "bad release: {relieves: 20% for 5m}"))
    assert "bad release" in [cause.cause for cause in found.unsolved]
    assert not found.fine
    assert "cause bad release cannot be solved: by-the-book never ends it" in tell(found, paths)


OVERLOADED = (
    "    does: {to: db/2, errors: 90%}\n",
    "    does: {to: db, load: +300%}\n",
)
"""The cache before it cools meanwhile, and nothing sheds what then comes."""


def test_of_an_overload_that_outlives_its_cause_the_end_says_what_keeps_it(tried):
    found, paths = tried(OVERLOADED)
    cause = next(cause for cause in found.causes if cause.cause == "stuck primary")
    assert cause.solvable is False
    assert cause.lingers.cured == cause.lingers.stayed > 0
    told = f"cured in {cause.lingers.cured} plays, and customers still failed: db behind a cold cache"
    assert f"cause stuck primary: {told}" in tell(found, paths)


def test_where_a_cure_ends_it_nothing_is_said_of_what_stays(tried):
    found, paths = tried()
    assert not any(cause.lingers.mostly for cause in found.causes)
    assert "still failed" not in tell(found, paths)


def test_a_cause_that_the_seeds_do_not_draw_is_looked_for(tried):
    found, _ = tried(("weight: 3", "weight: 40"), seeds=2)
    assert {play.cause for play in found.swept.plays} == {"stuck primary"}
    assert len(found.swept.sought) == 3
    assert not found.unsolved
    assert ("cause", "bad release") not in never(found)


def test_what_is_rare_by_its_odds_is_no_fault(tried):
    found, paths = tried(("odds: {always: 20%}", "odds: {always: 0.01%}"))
    assert [covered.item.name for covered in found.coverage.of("rare")] == ["db: It is busy."]
    assert found.fine
    assert "clue db: It is busy. (0.0% of plays)" in tell(found, paths)


def test_injects_that_need_silence_or_patience_are_reached_though_the_named_players_do_neither(tried):
    found, _ = tried(players=("by-the-book",), seeds=1)
    assert not never(found)
    assert found.swept.players == ("by-the-book",)
    assert found.difficulty is None


def test_the_table_does_not_depend_on_the_number_of_processes(tried):
    one, paths = tried(seeds=12, players=("idle", "by-the-book", "random"))
    two, _ = tried(seeds=12, players=("idle", "by-the-book", "random"), jobs=2)
    assert tell(one, paths) == tell(two, paths)
    assert as_record(one, paths) == as_record(two, paths)


def test_a_script_reads_who_solved_what_and_what_was_reached(tried):
    found, paths = tried(PLANTED[0][2])
    record = json.loads(json.dumps(as_record(found, paths)))
    assert (record["outage"], record["seeds"], record["plays"], record["fine"]) == ("slow-shop", 4, 20, False)
    assert [each["player"] for each in record["players"]] == list(FEW)
    assert [each["cause"] for each in record["causes"]] == ["stuck primary", "bad release"]
    book = [each["solved"]["by-the-book"] for each in record["causes"]]
    assert sum(each["of"] for each in book) >= 4
    (missing,) = [each for each in record["coverage"] if each["verdict"] == "never"]
    assert missing["kind"] == "inject"
    assert missing["place"].startswith("slow-shop.yaml:")
    assert 1 <= record["difficulty"]["measured"] <= 5


def test_the_worst_and_the_median_play_can_be_read(tried, tmp_path):
    found, _ = tried(players=("idle", "by-the-book"), seeds=3)
    paths = write_transcripts(found.swept, tmp_path / "plays")
    assert [path.name for path in paths] == [
        "slow-shop-idle-worst.txt", "slow-shop-idle-median.txt",
        "slow-shop-by-the-book-worst.txt", "slow-shop-by-the-book-median.txt",
    ]  # fmt: skip
    worst = paths[2].read_text("utf-8")
    lost = max(play.lost for play in found.swept.plays if play.player == "by-the-book")
    assert f"{lost:,.0f} customer-minutes" in worst.splitlines()[0]
    assert isinstance(read_timeline(worst)[-1].fact, Ended)


def test_every_item_has_a_place_and_a_key_of_its_own():
    for outage in Library.open([SHELF]).outages():
        items = items_of(outage.scenario)
        assert len({item.key for item in items}) == len(items)
        assert all(item.origin.line for item in items)


def test_the_endings_are_the_worlds():
    outage = Library.open([SHELF]).outage("slow-shop")
    idle, book = (played(outage, player, 1).entries for player in ("idle", "by-the-book"))
    left = outage.exercise(1)
    left.submit("commander", "end")
    ends = [fact.why for entries in (book, idle, left.entries) for _, fact in each(entries, Ended)]
    assert ends == list(ENDINGS)


@pytest.mark.parametrize("outage", ["write-stall", "customer-config", "cold-cache"])
def test_who_knows_one_world_by_heart_does_worse_than_the_book_in_others(outage):
    found = trial(sweep(Library.open([]).outage(outage), ("by-the-book", "memorised"), 8))
    others = {standing.player: standing.others for standing in found.standings}
    assert others["memorised"] > 1.2 * others["by-the-book"]
    weakest = {s.player: min(p for p in s.axes.values() if p is not None) for s in found.standings}
    assert weakest["memorised"] < weakest["by-the-book"]


def test_every_player_has_a_name_and_is_told_in_the_guide():
    guide = (Path(__file__).parents[2] / "docs" / "guides" / "trying.md").read_text("utf-8")
    for name, player in PLAYERS.items():
        assert player.name == name
        assert f"`{name}`" in guide


@pytest.mark.parametrize(
    "words",
    [
        "declared and impact for 20m unless declared", "20m after declared", "support told and at 5m",
        "while clear cache in place for 45m", "nobody in command for 10m", "no support update for 12m",
    ],
)  # fmt: skip
def test_an_inject_is_called_by_the_words_of_the_file(tmp_path, words):
    path = tmp_path / "slow-shop.yaml"
    path.write_text(SOUND.replace("when: at 6m,", f"when: {words},"), "utf-8")
    scenario = Library.open([SHELF]).outage(str(path)).scenario
    assert when(scenario.injects[0]) == words
