"""The letters that free words are read in."""

import pytest

from simulator.domain.plain_text import plain


@pytest.mark.parametrize("mark", ["'", "\u2019", "\u2018", "\u02bc", "\u00b4", "\uff07"])
def test_an_apostrophe_is_one_however_it_was_typed(mark):
    assert plain(f"we don{mark}t") == "we don't"


def test_a_place_in_it_is_a_place_in_what_was_typed():
    typed = "\u201cCaf\u00e9\u201d isn\u2019t down"
    assert len(plain(typed)) == len(typed)
    assert plain(typed) == "\u201cCaf\u00e9\u201d isn't down"
