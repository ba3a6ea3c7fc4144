"""How a problem is shown."""

from simulator.authoring import Problem, render
from simulator.domain.origin import Origin


def at(line: int, column: int, message: str = "wrong", **more) -> Problem:
    return Problem(Origin("x.yaml", line, column), message, **more)


def test_place_source_and_advice():
    source = "services:\n  app:\n    depnds_on: []\n"
    problem = at(
        3,
        5,
        "unknown key 'depnds_on' in service 'app'",
        expected="one of: needs, calls",
        hint="did you mean 'needs'?",
        path="services.app.depnds_on",
        width=9,
    )
    assert render(problem, source) == (
        "x.yaml:3:5: unknown key 'depnds_on' in service 'app'  [services.app.depnds_on]\n"
        "3 |     depnds_on: []\n"
        "  |     ^^^^^^^^^\n"
        "  = expected one of: needs, calls\n"
        "  = did you mean 'needs'?"
    )


def test_a_line_that_is_not_there():
    assert render(at(9, 1), "one line") == "x.yaml:9:1: wrong"


def test_a_line_number_of_two_digits_keeps_the_margin():
    assert render(at(10, 1, expected="more"), "\n" * 9 + "abc").splitlines()[1:] == [
        "10 | abc",
        "   | ^",
        "   = expected more",
    ]


def test_a_long_line_is_shown_around_the_place():
    source = "x" * 300 + " here " + "y" * 300
    shown = render(at(1, 302, width=4), source).splitlines()
    assert len(shown[1]) <= 130
    assert shown[1][shown[2].index("^") :].startswith("here")


def test_nothing_reaches_the_terminal_that_moves_it():
    shown = render(at(1, 1, "wrong \x1b[31m", hint="a\nb"), "\x1b[2J\u202etitle")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert len(shown.splitlines()) == 4


def test_a_tab_is_one_column_wide():
    assert render(at(1, 2), "\tx").splitlines()[1:] == ["1 |  x", "  |  ^"]
