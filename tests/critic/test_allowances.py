"""Allowances: a comment that keeps what is meant, and what is said of one that is wrong."""

import pytest

from simulator.authoring.critic import allowances

LOPSIDED = ("    weight: 5\n", "    weight: 500\n")
RULE = "lopsided-causes"


def lopsided(comment: str = "", above: str = "") -> tuple[str, str]:
    return LOPSIDED[0], f"{above}    weight: 500{comment}\n"


@pytest.fixture
def rules(criticised):
    """The rules whose findings are left."""
    return lambda: [problem.rule for problem, _ in criticised()]


def others(rewrite, comment: str) -> None:
    """The rarely drawn causes of a lopsided outage, each with a comment."""
    rewrite(
        "seats",
        ("    weight: 2\n", f"    weight: 2{comment}\n"),
        ("    weight: 2\n", f"    weight: 2{comment}\n"),
    )


def test_a_finding_is_kept_by_a_comment_on_its_line(rewrite, rules):
    comment = f"  # allow: {RULE} because everybody should meet it"
    rewrite("seats", lopsided(comment))
    assert rules() == [RULE, RULE]
    others(rewrite, comment)
    assert rules() == []


def test_a_finding_is_kept_by_a_comment_alone_above_it(rewrite, rules):
    rewrite("seats", lopsided(above=f"    # allow: {RULE} because of the lesson\n"))
    others(rewrite, f" # allow: {RULE} because of the lesson")
    assert rules() == []


def test_a_comment_behind_something_else_does_not_speak_of_the_next_line(rewrite, rules):
    rewrite("seats", ("  stuck primary:\n", f"  stuck primary:  # allow: {RULE} because no\n"), lopsided())
    assert sorted(set(rules())) == ["allowance", RULE]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("lopsided-causes", "this allowance cannot be read"),
        ("lopsided-causes because", "this allowance cannot be read"),
        ("lopsided causes because I say so", "this allowance cannot be read"),
        ("lopsided-cause because I say so", "there is no rule 'lopsided-cause'"),
        ("clue-never-said because I say so", "'clue-never-said' cannot be allowed: it is no matter of taste"),
        ("too-long because I say so", "'too-long' cannot be allowed: it is no matter of taste"),
        ("lopsided-causes because I say so", "nothing on line 16 needs 'lopsided-causes' to be allowed"),
    ],
)
def test_a_wrong_allowance_is_a_finding(rewrite, said, comment, told):
    rewrite("seats", ("    weight: 5\n", f"    weight: 5   # allow: {comment}\n"))
    (shown,) = said()
    assert shown.startswith(f"shelf/seats.yaml:16:17: {told}")
    assert "[allowance]" in shown
    assert f"   |                 ^{'^' * 5}" in shown


def test_a_misspelt_rule_gets_the_near_one(rewrite, said):
    rewrite("seats", ("    weight: 5\n", "    weight: 5   # allow: lopsided-cause because I say so\n"))
    assert "did you mean 'lopsided-causes'?" in said()[0]


def test_two_rules_are_allowed_by_two_comments(rewrite, rules):
    rewrite(
        "seats", ("length: 40m\n", "length: 6m # allow: cure-too-late because a # allow: no-such because b\n")
    )
    assert "cure-too-late" not in rules()
    assert "allowance" in rules()


@pytest.mark.parametrize(
    "text",
    [
        'title: "say # allow: spoiler because x"\n',
        "title: 'say # allow: spoiler because x'\n",
        "title: |\n  say\n  # allow: spoiler because x\n",
        "title: say#allow: spoiler\n",
        "title: say  # allowed: spoiler because x\n",
    ],
)
def test_what_is_no_comment_is_no_allowance(text):
    assert allowances(text, "x.yaml") == ()


def test_the_place_of_an_allowance_counts_from_its_number_sign():
    (one,) = allowances('a: "# no" # allow: spoiler because it is old news\r\nb: c\r\n', "x.yaml")
    assert (one.origin.line, one.origin.column, one.line) == (1, 11, 1)
    assert (one.rule, one.why) == ("spoiler", "it is old news")
