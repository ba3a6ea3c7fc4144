"""Claims: every one of every update, in order; and how a cause is known by its words."""

import pytest

from simulator.scoring.claims import claims_of
from simulator.scoring.claims.cause_words import spoken_of, supposed, unsaid
from simulator.scoring.claims.in_words import marked
from simulator.scoring.claims.tells_apart import tells_apart
from tests.plays import shipped

MORE = 'scope="send a message" cause="the release" data=unknown workaround="call them"'
STORY = f"""
0:00:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.4" seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:10:00 posted audience=support state=investigating eta=1h
0:11:00 posted audience="status page" state=identified {MORE}
0:12:00 replied audience=leadership how=eta eta=30m text=""
2:00:00 noted
"""


def test_every_claim_is_listed_in_the_order_it_was_made(case):
    found = [(claim.entry, claim.what, claim.verdict) for claim in claims_of(case(STORY))]
    assert found == [
        (3, "state", "true"),
        (3, "time", "broken"),
        (4, "state", "over-claimed"),
        (4, "scope", "true"),
        (4, "cause", "guessed"),
        (4, "workaround", "not checked"),
        (4, "data", "true"),
        (5, "time", "broken"),
    ]


def test_a_claim_that_was_not_checked_makes_no_mark(case):
    open_ = next(claim for claim in claims_of(case(STORY)) if claim.earned is None)
    with pytest.raises(ValueError, match="was not checked"):
        marked("no-guesses", open_)


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("the migration", {"runaway migration"}),
        ("background migrations holding locks", {"runaway migration"}),
        ("last deploy", {"bad release"}),
        ("a new version of the app", {"bad release"}),
        ("the primary stopped committing", {"stalled primary"}),
        ("a database", {"stalled primary", "runaway migration", "bad release"}),
        ("the release or the migration", {"bad release", "runaway migration"}),
        (
            "a stalled primary, a migration or a release",
            {"stalled primary", "runaway migration", "bad release"},
        ),
        ("the release or the database", {"bad release"}),
        ("the release/migration, not verified", {"bad release", "runaway migration"}),
        ("the release, not the migration", {"bad release"}),
        ("a bad release, no migration and no stalled primary", {"bad release"}),
        ("a database or a server", {"stalled primary", "runaway migration", "bad release"}),
        ("sunspots", set()),
        ("a problem with an error", set()),
        ("", set()),
    ],
)
def test_a_cause_is_known_by_its_words(write_stall, text, causes):
    assert spoken_of(write_stall, text) == causes


@pytest.mark.parametrize("text", ["card testing", "fraudsters test cards", "stolen numbers", "Robots"])
def test_one_of_several_is_the_same_word(text):
    """`cards` are in the cause's name, and a single card means no other."""
    assert spoken_of(shipped("comes-and-goes")[0], text) == {"robots with stolen cards"}


def test_every_shipped_cause_is_known_by_its_name_and_its_truth(write_stall):
    for cause in write_stall.causes.values():
        assert spoken_of(write_stall, cause.name) == {cause.name}
        assert spoken_of(write_stall, cause.truth) == {cause.name}


@pytest.mark.parametrize(
    "text", ["Not known yet", "we don't know", "the cause is unknown", "not the release"]
)
def test_that_nothing_is_known_is_no_cause(text):
    assert unsaid(text)


@pytest.mark.parametrize(
    ("text", "so"),
    [("we suspect it", True), ("Maybe", True), ("likely", True), ("not verified", True), ("it is", False)],
)
def test_a_supposition_is_known_by_its_words(text, so):
    assert supposed(text) == so


def test_what_is_right_beside_words_about_nothing_is_not_credited(case):
    begun = "".join(STORY.splitlines(keepends=True)[:3])
    post = '0:15:00 posted audience=support state=investigating text="{}"\n'
    (true,) = claims_of(case(begun + post.format("")))
    (void,) = claims_of(case(begun + post.format("Banana carrot.")))
    assert (true.earned, void.earned, void.verdict) == (1, None, "not checked")


def test_words_that_fit_every_cause_tell_none_apart(write_stall, case):
    assert not tells_apart(case(STORY), frozenset(write_stall.causes))
    assert tells_apart(case(STORY), frozenset({"bad release"}))
