"""YAML's traps do not bite, and every value keeps its place."""

import pytest

from simulator.authoring.text import compose as module
from simulator.authoring.text.compose import compose
from simulator.authoring.text.loader import FastLoader, PureLoader


@pytest.fixture(params=[FastLoader, PureLoader], ids=["fast", "pure"])
def loader(request, monkeypatch):
    monkeypatch.setattr(module, "FastLoader", request.param)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12:30", "12:30"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("010", "010"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("2024-02-28", "2024-02-28"),
        ("true", True),
        ("False", False),
        ("7", 7),
        ("-3", -3),
        ("1.25", 1.25),
        ("1e3", 1000.0),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("9" * 30, "9" * 30),
        ("null", None),
        ("~", None),
        ("'7'", "7"),
        ('"true"', "true"),
        ("+80%", "+80%"),
        ("95%", "95%"),
        ("4x", "4x"),
    ],
)
def test_words_are_what_they_look_like(loader, word, value):
    tree = compose(f"at: {word}\n", "x.yaml").tree
    assert tree is not None
    assert tree["at"].value == value
    assert type(tree["at"].value) is type(value)


def test_every_value_keeps_its_place(loader):
    tree = compose("a:\n  b: [one, 'two']\n  ü: {c: three}\n", "x.yaml").tree
    assert tree is not None
    two, three = tree["a"]["b"].each[1], tree["a"]["ü"]["c"]
    assert (str(two.mark.origin), two.mark.width) == ("x.yaml:2:12", 5)
    assert (str(three.mark.origin), str(three.key.origin)) == ("x.yaml:3:10", "x.yaml:3:7")


def test_the_same_tree_from_both_loaders(texts, monkeypatch):
    for text in texts.values():
        fast = compose(text, "x.yaml")
        monkeypatch.setattr(module, "FastLoader", PureLoader)
        assert compose(text, "x.yaml") == fast
        monkeypatch.undo()


def test_windows_line_ends(loader):
    tree = compose("a: 1\r\nb: 2\r\n", "x.yaml").tree
    assert tree is not None
    assert str(tree["b"].mark.origin) == "x.yaml:2:4"


def test_a_byte_order_mark_does_no_harm(loader):
    tree = compose("\ufeffa: 1\n", "x.yaml").tree
    assert tree is not None
    assert tree.plain == {"a": 1}


def test_a_missing_key_leads_on_to_nothing():
    tree = compose("a: 1\n", "x.yaml").tree
    assert tree is not None
    nothing = tree["b"]["c"]
    assert not nothing.present
    assert nothing.each == ()
    assert list(nothing) == []
    assert nothing.text is None


def test_a_key_may_be_any_word():
    tree = compose("404: not found\ntrue: yes\n", "x.yaml").tree
    assert tree is not None
    assert list(tree.names) == ["404", "true"]
