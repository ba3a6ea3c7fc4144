import pytest

from simulator.authoring.text.characters import unfit, unfit_character


@pytest.mark.parametrize(
    "text", ["", "Tickets, 5 % \u2013 für alle\n\tand more\u00a0\U0001f40c\r\n", "\ufffd\x85"]
)
def test_readable_text_is_fit(text):
    assert unfit(text) == ""
    assert unfit_character(text, "a.yaml") is None


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x80", "\ud800", "\ufffe", "\u202e", "\u2066"])
def test_what_moves_a_cursor_or_turns_text_around_is_not(character):
    assert unfit(f"a{character}b") == f"the character U+{ord(character):04X} cannot stand in a file like this"


@pytest.mark.parametrize(
    ("text", "first", "place"),
    [
        ("a: b\nc: \u202e \x1b", 0x202E, (2, 4)),
        ("a: \x1b\nc: \u202e", 0x1B, (1, 4)),
        ("\u2066\n\0", 0x2066, (1, 1)),
    ],
)
def test_the_first_one_is_told_with_its_place(text, first, place):
    problem = unfit_character(text, "a.yaml")

    assert problem is not None
    assert f"U+{first:04X}" in problem.message
    assert (problem.origin.line, problem.origin.column) == place
