"""The gauntlet: what a flaw costs, which gate is missed and by how much, told and drawn alike every time."""

import json
from pathlib import Path

import pytest

from simulator.domain.doctrine import AXES
from simulator.domain.value import replace
from simulator.exercise.players.flaws import FLAWS
from simulator.library import Library
from simulator.library.gauntlet import (
    Gauntlet,
    as_record,
    matrix,
    missed,
    nowhere,
    plays,
    run_gauntlet,
    tell,
    tell_nowhere,
    tell_pooled,
)
from simulator.library.gauntlet.bout import Bout, Judged
from simulator.library.gauntlet.cast import cast
from simulator.library.gauntlet.couplings import COUPLINGS
from simulator.library.gauntlet.gates import missed_in_all
from simulator.library.gauntlet.matrix import pooled
from simulator.library.gauntlet.picture import draw, heat_map
from simulator.library.gauntlet.saved import saved
from simulator.library.trouble import Unknown, Unusable

SHELF = Path(__file__).parent / "shelf"
FINE = dict.fromkeys(AXES, 100.0)
PERFECT = {"by-the-book": 100.0, "optimum": 100.0, "random": 10.0}
AXIS = {flaw.name: flaw.axis for flaw in FLAWS}


@pytest.fixture(scope="module")
def outage():
    return Library.open([SHELF]).outage("slow-shop")


def _plain(name):
    return name.replace(" ", "_").replace("-", "_")


def judged(axes):
    """A verdict: full points but for some axes, by their names with underscores."""
    named = {_plain(axis): axis for axis in AXES}
    points = {**FINE, **{named[name]: value for name, value in axes.items()}}
    worst = min(value for value in points.values() if value is not None)
    return Judged(points, "distinction" if worst >= 90 else "pass" if worst >= 70 else "not yet")


def bout(player, seed, **axes):
    """A bout as a judge without a fault would find it, but for what is given."""
    usual = {AXIS[player]: 80.0} if player in AXIS else {}
    cheats = {role.player for role in cast() if role.part == "cheat"}
    if player in cheats | {"random"}:
        usual = {"sequencing": 10.0}
    found = judged({_plain(name): value for name, value in usual.items()} | axes)
    lost = {"optimum": 90.0}.get(player, 100.0)
    return Bout(player, seed, lost, 1 if player in AXIS else 0, {"own": found})


@pytest.fixture
def gauntlet(outage):
    """A gauntlet in which all is as it should be, but for some players' points."""

    def make(shown=None, lost=None, seeds=3, **others):
        bouts = []
        for role in cast():
            key = role.player.replace("-", "_")
            for seed in range(1, seeds + 1):
                made = bout(role.player, seed, **others.get(key, {}))
                times = (shown or {}).get((role.player, seed), made.shown)
                cost = (lost or {}).get(role.player, made.lost)
                bouts.append(Bout(made.player, seed, cost, times, made.judged))
        return Gauntlet(outage, ("own",), seeds, tuple(bouts))

    return make


def gates(found):
    return [(gate.gate, gate.player, gate.axis, round(gate.by, 1)) for gate in missed(found)]


def test_where_all_is_as_it_should_be_every_gate_is_held(gauntlet):
    found = gauntlet()
    assert not gates(found)
    assert tell(found).endswith("\n\nEvery gate is held.")


def test_the_cast_has_good_ones_25_flaws_24_cheats_and_noise():
    parts = [role.part for role in cast()]
    assert [parts.count(part) for part in ("good", "flaw", "cheat", "noise")] == [2, 25, 24, 1]
    assert plays(50) == 52 * 50


@pytest.mark.parametrize(("points", "by"), [(85.0, None), (86.0, 1.0), (100.0, 15.0), (None, 15.0)])
def test_a_flaw_has_to_cost_15_points_on_its_own_axis(gauntlet, points, by):
    found = gates(gauntlet(lingers={"wrap_up": points}))
    assert found == ([] if by is None else [("own axis", "lingers", "wrap-up", by)])


@pytest.mark.parametrize(("points", "by"), [(95.0, None), (94.0, 1.0), (None, None)])
def test_and_at_most_5_on_any_other(gauntlet, points, by):
    found = gates(gauntlet(lingers={"sequencing": points}))
    assert found == ([] if by is None else [("other axes", "lingers", "sequencing", by)])


def test_a_coupling_is_spared_and_shown_in_brackets(gauntlet):
    assert COUPLINGS["silent", "command"]
    found = gauntlet(silent={"command": 40.0})
    assert not gates(found)
    row = next(line for line in tell(found).splitlines() if line.strip().startswith("silent "))
    assert "(-60)" in row
    assert "[-20]" in row


def test_every_coupling_is_of_a_flaw_and_of_another_axis():
    assert all(AXIS[player] != axis and axis in AXES and why for (player, axis), why in COUPLINGS.items())


@pytest.mark.parametrize(("player", "least"), [("by-the-book", 85), ("optimum", 95)])
def test_good_play_has_to_reach_its_points_on_every_axis(gauntlet, player, least):
    key = player.replace("-", "_")
    at, below = ({key: {"severity": float(points)}} for points in (least, least - 2))
    assert [gate for gate in gates(gauntlet(**at)) if gate[0] == "good play"] == []
    assert ("good play", player, "severity", 2.0) in gates(gauntlet(**below))


def test_no_cheat_may_pass_even_once(gauntlet):
    found = gauntlet(waiter={"sequencing": 75.0})
    assert gates(found) == [("cheats", "waiter", None, 100.0)]
    assert "waiter passes in 100% of its plays under own" in tell(found)


def test_where_the_book_changed_nothing_there_was_nothing_to_lead(gauntlet):
    """It went by itself, and whoever waited has done what there was to do; a third of the plays is left."""
    found = gauntlet(waiter={"sequencing": 75.0})
    bouts = [replace(one, ordered=int(one.seed == 2 or one.player != "by-the-book")) for one in found.bouts]
    quiet = replace(found, bouts=tuple(bouts))
    assert gates(quiet) == [("cheats", "waiter", None, 100.0)]
    failed = {1: "pass", 2: "not yet", 3: "pass"}
    some = [
        replace(one, judged={"own": replace(one.own, grade=failed[one.seed])})
        if one.player == "waiter"
        else one
        for one in bouts
    ]
    assert gates(replace(found, bouts=tuple(some))) == []
    none = [replace(one, ordered=0) for one in bouts]
    assert gates(replace(found, bouts=tuple(none))) == []


@pytest.mark.parametrize(("best", "asked"), [(90.0, True), (94.9, True), (95.0, False), (100.0, False)])
def test_where_nobody_could_have_ended_it_sooner_there_was_nothing_to_lead(gauntlet, best, asked):
    """Only the provider could: whoever told everybody in time has led, whatever else they left undone."""
    found = gauntlet(waiter={"sequencing": 75.0}, lost={"optimum": best})
    cheats = [gate for gate in gates(found) if gate[0] == "cheats"]
    assert cheats == ([("cheats", "waiter", None, 100.0)] if asked else [])


def test_random_words_stay_below_30_on_the_axis_that_decides(gauntlet):
    assert gates(gauntlet(random={"sequencing": 31.0})) == [("noise", "random", None, 1.0)]


def test_the_optimum_loses_the_least_of_all_who_are_honest(gauntlet):
    found = gauntlet(lost={"lingers": 80.0, "waiter": 1.0})
    assert gates(found) == [("quickest", "optimum", None, 10.0)]
    assert "optimum loses 10 customer-minutes more than lingers" in tell(found)


@pytest.mark.parametrize(
    ("gains", "clear"),
    [
        ((10, 10, 10, 10), True),
        ((10, 12, 8, 10), True),
        ((90, -40, 10, -20), False),
        ((-1, -2, 0, -1), False),
    ],
)
def test_and_what_another_gains_by_the_luck_of_a_seed_is_no_merit(gauntlet, gains, clear):
    """Whoever loses less in one seed of four, and more in the others, was lucky once."""
    found = gauntlet(seeds=4)
    bouts = [
        replace(one, lost=90.0 - gains[one.seed - 1]) if one.player == "lingers" else one
        for one in found.bouts
    ]
    assert gates(replace(found, bouts=tuple(bouts))) == (
        [("quickest", "optimum", None, 10.0)] if clear else []
    )


def test_a_flaw_is_compared_where_it_showed_and_not_judged_where_it_seldom_does(gauntlet):
    seldom = gauntlet(shown={("lingers", seed): 0 for seed in (1, 2, 3)}, seeds=4, lingers={"wrap_up": 100.0})
    row = next(row for row in matrix(seldom) if row.role.player == "lingers")
    assert (row.showed, row.of, row.why_not) == (1, 4, "it had an occasion in 1 of 4 plays")
    assert not gates(seldom)
    assert "Not applicable here\n" in tell(seldom)


def test_a_flaw_that_does_not_fit_says_what_it_needs(gauntlet, outage):
    rows = {row.role.player: row for row in matrix(gauntlet())}
    assert rows["no-hand-over"].why_not == "it needs an outage in which command is handed over"
    assert "no-hand-over" in gauntlet().unfit


def test_a_flaw_that_applies_nowhere_is_named(gauntlet):
    names = [gate.player for gate in nowhere([gauntlet(), gauntlet()])]
    assert "no-hand-over" in names
    assert "lingers" not in names
    assert "no-hand-over applies on no outage" in tell_nowhere(nowhere([gauntlet()]))


def test_over_all_outages_the_median_is_of_all_plays(gauntlet):
    """What costs in one outage of three by bad luck costs nothing in the median of all its plays."""
    unlucky, usual = gauntlet(lingers={"sequencing": 60.0}), gauntlet()
    assert gates(unlucky)
    assert not missed_in_all([unlucky, usual, usual])
    assert [gate.says for gate in missed_in_all([unlucky, unlucky, usual])] == [
        "lingers costs 40.0 on sequencing as well, and 5 are tolerated"
    ]
    row = next(row for row in pooled([unlucky, usual, usual]) if row.role.player == "lingers")
    assert (row.showed, row.of, row.costs["sequencing"], row.own) == (9, 9, 0, -20)


def test_over_all_outages_only_those_count_where_a_flaw_applies(gauntlet):
    seldom = gauntlet(shown={("lingers", seed): 0 for seed in (1, 2, 3)}, seeds=4, lingers={"wrap_up": 100.0})
    rows = {row.role.player: row for row in pooled([seldom, gauntlet()])}
    assert (rows["lingers"].showed, rows["lingers"].of) == (3, 3)
    assert rows["no-hand-over"].why_not == "it applies on none of them"


def test_several_outages_are_told_together_and_one_is_not(gauntlet):
    told = tell_pooled([gauntlet(), gauntlet(lingers={"wrap_up": 60.0})])
    assert told.startswith("All 2 outages together\n")
    assert told.endswith("\n\nEvery gate is held.")
    row = next(line for line in told.splitlines() if line.strip().startswith("lingers "))
    assert "[-30]" in row
    assert "no-hand-over" not in told
    assert tell_pooled([gauntlet()]) == ""
    record = json.loads(json.dumps(as_record([gauntlet(), gauntlet()], ())))
    flaw = next(each for each in record["pooled"] if each["player"] == "lingers")
    assert (flaw["costs"]["wrap-up"], flaw["of"]) == (-20, 6)


def test_scripts_read_what_was_missed_and_by_how_much(gauntlet):
    found = gauntlet(lingers={"wrap_up": 86.0})
    record = json.loads(json.dumps(as_record([found], nowhere([found]))))
    assert record["held"] is False
    gate = record["outages"][0]["missed"][0]
    assert (gate["player"], gate["axis"], gate["by"]) == ("lingers", "wrap-up", 1.0)
    flaw = next(each for each in record["outages"][0]["flaws"] if each["player"] == "lingers")
    assert (flaw["costs"]["wrap-up"], flaw["applies"], flaw["shown"]) == (-14.0, True, 3)
    assert {"points", "passes", "doctrines", "seeds"} <= set(record["outages"][0])


def test_the_picture_is_the_same_every_time(gauntlet):
    found = as_record([gauntlet(lingers={"wrap_up": 0.0})], ())
    svg = draw(found, ".svg")
    assert svg == draw(found, ".svg")
    assert svg.startswith(b"<svg ")
    assert b"lingers, wrap-up: -100.0" in svg
    assert draw(found, ".png").startswith(b"\x89PNG")


def test_a_saved_record_makes_the_same_picture(gauntlet, tmp_path):
    record = as_record([gauntlet(lingers={"wrap_up": 0.0})], ())
    file = tmp_path / "one.json"
    file.write_text(json.dumps(record), "utf-8")
    assert draw(saved([file]), ".svg") == draw(record, ".svg")


def cells(record, player):
    """The cells of a flaw's row, by axis."""
    row = next(row for row in heat_map(record).rows if row.name == player)
    return dict(zip(AXES, row.cells, strict=True)), row


def test_of_one_outage_the_numbers_are_its_own(gauntlet):
    record = as_record([gauntlet(lingers={"wrap_up": 90.0, "command": 92.0})], ())
    found, row = cells(record, "lingers")
    assert (found["wrap-up"].value, found["wrap-up"].wrong) == (-10, True)
    assert (found["command"].value, found["command"].low, found["command"].wrong) == (-8, None, True)
    assert not found["severity"].wrong
    assert AXES[row.own] == "wrap-up"
    assert heat_map(record).beside == ""


def test_of_several_it_is_the_median_with_the_range_and_any_gate_missed(gauntlet):
    many = [gauntlet(lingers={"wrap_up": points}) for points in (40.0, 70.0, 90.0)]
    found, row = cells(as_record(many, ()), "lingers")
    assert (found["wrap-up"].value, found["wrap-up"].low, found["wrap-up"].high) == (-30, -60, -10)
    assert found["wrap-up"].wrong
    assert row.beside == "3 of 3"


def test_a_stated_coupling_is_told_apart(gauntlet):
    found, _ = cells(as_record([gauntlet(silent={"command": 80.0})], ()), "silent")
    assert (found["command"].excused, found["command"].wrong) == (True, False)


def renamed(record, name):
    return {**record, "outages": [{**record["outages"][0], "outage": name}]}


@pytest.fixture
def files(gauntlet, tmp_path):
    """Two saved gauntlets, of the outages `one` and `two`."""
    record = as_record([gauntlet()], ())
    for name in ("one", "two"):
        (tmp_path / f"{name}.json").write_text(json.dumps(renamed(record, name)), "utf-8")
    return [tmp_path / "one.json", tmp_path / "two.json"]


def test_saved_files_are_put_together_by_outage(files):
    assert [each["outage"] for each in saved([*files, files[0]])["outages"]] == ["one", "two"]
    assert [each["outage"] for each in saved(files, ["two"])["outages"]] == ["two"]


def test_an_outage_that_was_not_saved_is_unknown(files):
    with pytest.raises(Unknown, match="'three' is in none of them; there is one, two"):
        saved(files, ["three"])


FLAW = '{"player": "x", "axis": "command", "applies": true, "costs": {}}'
ONE = f'{{"outage": "a", "seeds": 1, "doctrines": [], "missed": [], "flaws": [{FLAW}]}}'
BARE = f'{{"outages": [{ONE}], "couplings": []}}'
"""A flaw that says what it costs on no axis."""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "it is no JSON"),
        ("[]", "it holds no 'outages'"),
        ('{"outages": []}', "it holds no 'outages'"),
        ('{"outages": [{}]}', "it holds no 'couplings'"),
        ('{"outages": [{}], "couplings": []}', "outage 1 has no 'outage'"),
        ('{"outages": [3], "couplings": []}', "outage 1 has no 'outage'"),
        (
            BARE,
            "outage 1 has no 'sequencing' for each flaw",
        ),
    ],
)
def test_what_no_gauntlet_wrote_is_told_with_its_file(tmp_path, text, says):
    file = tmp_path / "odd.json"
    file.write_text(text, "utf-8")
    with pytest.raises(Unusable) as problem:
        saved([file])
    assert str(problem.value).startswith(f"{file}: ")
    assert says in str(problem.value)


@pytest.mark.slow
def test_the_table_does_not_depend_on_the_number_of_processes(outage):
    under = [Library.open([SHELF]).outage("slow-shop", name) for name in ("intercom", "pagerduty")]
    one, two = (run_gauntlet(outage, under, 2, jobs) for jobs in (1, 2))
    assert tell(one) == tell(two)
    assert as_record([one], ()) == as_record([two], ())
    assert set(one.doctrines) >= {"intercom", "pagerduty"}
    cheat = one.of("waiter")[0]
    assert tuple(cheat.judged) == one.doctrines
    assert len(one.of("by-the-book")[0].judged) == 1
