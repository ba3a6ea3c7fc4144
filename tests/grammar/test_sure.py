"""How sure one is: a share at the end of a commitment, with or without the word; never a part of a text."""

import pytest

from simulator.domain.command import Mitigated, Post
from simulator.grammar import Unreadable, read, spell

POSTS = {
    "post status page identified 80%": ("", "", 80),
    "post status page identified 80% next in 20m": ("", "", 80),
    'post status page identified cause "bad release" 80%': ("bad release", "", 80),
    "post status page identified cause a bad release 80%": ("a bad release", "", 80),
    "post status page identified cause a bad release sure 80 %": ("a bad release", "", 80),
    "post status page identified cause 50% of the shards are stuck": (
        "50% of the shards are stuck",
        "",
        None,
    ),
    "post status page identified saying we are 80% there": ("", "we are 80% there", None),
    "post status page identified saying we are at 80%": ("", "we are at 80%", None),
    "post status page identified saying we know it sure 60%": ("", "we know it", 60),
    'post status page identified saying "we know it" 60%': ("", "we know it", 60),
}


@pytest.mark.parametrize("text", POSTS)
def test_a_share_beside_a_post_is_how_sure_one_is_and_within_its_text_it_is_text(text, vocabulary):
    command = read(text, vocabulary)
    assert isinstance(command, Post)
    update = command.update
    assert (update.cause, update.text, update.sure) == POSTS[text]
    assert read(spell(command, vocabulary), vocabulary) == command


def test_how_sure_one_is_makes_no_update_new(vocabulary):
    plain, sure = (read(f"post status page identified{more}", vocabulary) for more in ("", " 80%"))
    assert isinstance(plain, Post)
    assert isinstance(sure, Post)
    assert plain.update.claims == sure.update.claims


@pytest.mark.parametrize("text", ["mitigated 101%", "mitigated 120%", "mitigated sure", "mitigated 90"])
def test_what_is_no_share_is_not_understood(text, vocabulary):
    assert isinstance(read(text, vocabulary), Unreadable)


def test_a_wrong_share_is_quoted_with_what_is_expected(vocabulary):
    said = read("mitigated sure maybe", vocabulary)
    assert isinstance(said, Unreadable)
    assert "'maybe'" in said.answer
    assert "how sure, such as 80%" in said.answer
    assert read("mitigated sure 0%", vocabulary) == Mitigated(0)
