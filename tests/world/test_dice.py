"""Keyed dice and the noise of signals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.duration import Spread
from simulator.world.dice import Dice, Redrawn, noise


def test_the_same_key_gives_the_same_number_anywhere():
    assert Dice(7).fixed("ana", "joins", 2) == Dice(7).fixed("ana", "joins", 2) == 0.8762603346965979


@pytest.mark.parametrize(
    "other", [(8, "ana", "joins", 2), (7, "bo", "joins", 2), (7, "ana", "acks", 2), (7, "ana", "joins", 3)]
)
def test_any_other_key_gives_another(other):
    seed, *key = other
    assert Dice(seed).fixed(*key) != Dice(7).fixed("ana", "joins", 2)


def test_each_key_has_its_own_row():
    alone, crowded = Dice(3), Dice(3)
    row = [alone("ana", "joins") for _ in range(4)]
    mixed = []
    for _ in range(4):
        crowded("bo", "joins")
        mixed.append(crowded("ana", "joins"))
        crowded("ana", "acks")
    assert mixed == row
    assert len(set(row)) == 4
    assert row[0] == Dice(3).fixed("ana", "joins", 1)


@given(st.integers(0, 2**40), st.text(), st.text())
def test_a_row_of_its_own_rolls_what_its_key_would(seed, who, what):
    dice, plain = Dice(seed), Dice(seed)
    row = dice.row(who, what)
    assert [row(), row(), row()] == [plain(who, what) for _ in range(3)]


def test_a_row_of_its_own_goes_on_where_its_key_was():
    dice, plain = Dice(3), Dice(3)
    first = dice("ana", "joins")
    assert [first, dice.row("ana", "joins")()] == [plain("ana", "joins") for _ in range(2)]


def test_a_row_of_its_own_is_drawn_anew_with_all_else():
    now = [0]
    plain, dice = (Dice(3, Redrawn(8, 60), lambda: now[0]) for _ in range(2))
    row = dice.row("ana", "joins")
    before = row(), plain("ana", "joins")
    now[0] = 60
    after = row(), plain("ana", "joins")
    assert before == (Dice(3).fixed("ana", "joins", 1),) * 2
    assert after == (Dice(8).fixed("ana", "joins", 2),) * 2


def test_draws_are_even():
    draws = sorted(Dice(1).fixed("x", "y", n) for n in range(2000))
    assert draws[0] >= 0
    assert draws[-1] < 1
    assert all(abs(draw - n / 2000) < 0.04 for n, draw in enumerate(draws))


def test_a_duration_is_the_quantile_of_the_draw():
    assert Dice(5).lasts("ana", "looks", Spread(240, 0.5)) == Spread(240, 0.5).at(Dice(5)("ana", "looks"))


def test_every_choice_comes_up():
    dice = Dice(1)
    picks = [dice.choose("x", "y", "abc") for _ in range(300)]
    assert all(70 < picks.count(each) < 130 for each in "abc")


@given(st.integers(), st.text(), st.integers())
def test_noise_is_a_pure_function_between_minus_one_and_one(seed, signal, at):
    assert -1 <= noise(seed, signal)(at) <= 1
    assert noise(seed, signal)(at) == noise(seed, signal)(at)


def test_noise_has_no_bias_and_differs_by_seed_signal_and_second():
    shivers = [noise(1, "errors")(at) for at in range(4000)]
    assert abs(sum(shivers) / 4000) < 0.02
    assert sum(each**2 for each in shivers) / 4000 == pytest.approx(1 / 6, rel=0.1)  # two even draws
    assert noise(1, "errors")(5) != noise(2, "errors")(5)
    assert noise(1, "errors")(5) != noise(1, "time")(5)
