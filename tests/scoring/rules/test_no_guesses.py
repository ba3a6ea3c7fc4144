"""No guesses: a cause once it is known, a time only where it may be given and is kept."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.rules import no_guesses as rule
from tests.scoring.doctrines import with_threshold

BEGUN = """
0:00:00 cause-drawn cause="stalled primary" truth="It stopped." seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""
CLUES = """
0:08:00 clue-found person=raj place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:09:00 clue-found person=mei place=app clue=2 says="Every error is a database time-out."
"""
HELPED = (
    '0:09:30 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=better\n'
)
SURE = CLUES + HELPED
"""One cause stands out at 86 %, and a change that is for it was seen to help."""
CAUSE = '0:15:00 posted audience="{}" state=investigating cause="{}"\n'
PUBLIC = "status page"


def found(judge, text, **given):
    return [
        (mark.earned, mark.summary.partition("which was ")[2].partition(":")[0])
        for mark in judge(rule, text, **given)
    ]


def test_a_cause_that_is_not_known_yet_is_a_guess_though_it_be_right(judge):
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, "a stalled primary")) == [(0, "guessed")]


@pytest.mark.parametrize("drawn", ["stalled primary", "runaway migration"])
def test_the_word_for_a_guess_does_not_hang_on_what_was_drawn(judge, drawn):
    """That it was not so is told beside it."""
    said = BEGUN.replace("stalled primary", drawn) + CLUES + CAUSE.format(PUBLIC, "a stalled primary")
    assert found(judge, said) == [(0, "guessed")]
    because = "that was 86 % likely then" + ("" if drawn == "stalled primary" else ", and was not so")
    assert f"guessed: {because}." in judge(rule, said)[0].summary


def test_a_cause_that_stands_out_may_be_said_once_a_fix_was_seen_to_help(judge):
    assert found(judge, BEGUN + SURE + CAUSE.format(PUBLIC, "a primary that stopped committing")) == [
        (1, "true")
    ]


def test_before_that_it_is_a_guess_at_86_percent_though_it_be_right(judge):
    said = BEGUN + CLUES + CAUSE.format(PUBLIC, "a primary that stopped committing")
    assert found(judge, said) == [(0, "guessed")]
    assert "that was 86 % likely then" in judge(rule, said)[0].summary


@pytest.mark.parametrize(("known_at", "earned"), [(0.95, 0), (0.87, 0), (0.86, 1), (0.5, 1)])
def test_the_doctrine_says_how_likely_is_known(judge, intercom, known_at, earned):
    doctrine = with_threshold(intercom, "cause known at", known_at)
    said = BEGUN + CLUES + CAUSE.format(PUBLIC, "a primary that stopped committing")
    assert [mark.earned for mark in judge(rule, said, doctrine=doctrine)] == [earned]


@pytest.mark.parametrize(("needs", "earned"), [(0.87, 0), (0.86, 1), (0.5, 1)])
def test_and_how_likely_is_enough_once_something_helped(judge, intercom, needs, earned):
    doctrine = with_threshold(intercom, "identified needs", needs)
    said = BEGUN + SURE + CAUSE.format(PUBLIC, "a primary that stopped committing")
    assert [mark.earned for mark in judge(rule, said, doctrine=doctrine)] == [earned]


def test_help_that_wore_off_makes_it_a_guess_again(judge):
    """While the news of it is on its way, it is stale."""
    worn = '0:09:50 change-wore-off id=c1 change="fail over a shard" owner=raj says="It is back."\n'
    said = BEGUN + SURE + worn + CAUSE.format(PUBLIC, "a primary that stopped committing")
    assert found(judge, said) == [(0, "guessed")]
    soon = said.replace("0:15:00", "0:14:00")
    assert found(judge, soon) == [(0.5, "stale")]


def test_another_cause_than_the_one_that_stands_out_is_false(judge):
    assert found(judge, BEGUN + SURE + CAUSE.format(PUBLIC, "a runaway migration")) == [(0, "false")]


def test_words_that_fit_nothing_are_a_guess_while_several_causes_are_possible(judge):
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, "sunspots")) == [(0, "guessed")]


def test_words_that_fit_nothing_are_not_judged_once_the_cause_is_known(judge):
    assert found(judge, BEGUN + CLUES + CAUSE.format(PUBLIC, "sunspots")) == [(0, "guessed")]
    assert found(judge, BEGUN + SURE + CAUSE.format(PUBLIC, "sunspots")) == []


@pytest.mark.parametrize("text", ["not known yet", "we do not know", "Under investigation"])
def test_that_it_is_not_known_is_no_cause(judge, text):
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, text)) == []


def test_what_belongs_to_every_cause_is_no_virtue_and_no_guess(judge):
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, "a database")) == []
    assert found(judge, BEGUN + SURE + CAUSE.format(PUBLIC, "a database")) == []


ONE = '0:08:00 clue-found person=raj place=db-shards clue=2 says="Shard 3 is full of lock waits."\n'


def test_inside_the_company_a_supposition_may_be_told_as_one(judge):
    likeliest = "we suspect the migration"
    assert found(judge, BEGUN + ONE + CAUSE.format("support", likeliest)) == [(1, "true")]
    assert found(judge, BEGUN + ONE + CAUSE.format("support", "the migration")) == [(0, "guessed")]
    assert found(judge, BEGUN + ONE + CAUSE.format(PUBLIC, likeliest)) == [(0, "guessed")]


@pytest.mark.parametrize(
    "text",
    [
        "probably a stalled primary",
        "possibly the release or the database, not verified",
        "perhaps the release or the migration, nobody has looked yet",
        "possibly stalled primary or runaway migration or bad release",
        "maybe sunspots",
    ],
)
def test_a_supposition_that_is_not_the_likeliest_is_not_judged_inside(judge, text):
    assert found(judge, BEGUN + CAUSE.format("leadership", text)) == []


@pytest.mark.parametrize(
    ("beside", "judged"),
    [
        ("That is what we think, it is not verified.", []),
        ("The release may be it.", []),
        ("Perhaps more in ten minutes.", [(0, "guessed")]),
    ],
)
def test_the_words_beside_a_cause_make_it_a_supposition_where_they_are_about_it(judge, beside, judged):
    said = CAUSE.format("leadership", "the release").rstrip() + f' text="{beside}"\n'
    assert found(judge, BEGUN + said) == judged


def test_a_supposition_is_right_where_the_likeliest_is_in_it(judge):
    both = "possibly the release or the migration"
    assert found(judge, BEGUN + ONE + CAUSE.format("leadership", both)) == [(1, "true")]
    assert found(judge, BEGUN + ONE + CAUSE.format("leadership", "possibly the release")) == []


def test_a_supposition_of_another_cause_than_the_one_that_is_known_is_false(judge):
    assert found(judge, BEGUN + SURE + CAUSE.format("leadership", "possibly the release")) == [(0, "false")]


def test_in_public_one_cause_or_another_is_a_guess(judge):
    both = "possibly the release or the migration"
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, both)) == [(0, "guessed")]
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, "the release or a stalled primary")) == [(0, "guessed")]
    all_three = "a stalled primary, a migration or a release"
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, all_three)) == []


def test_a_cause_in_the_free_text_counts_where_it_fits_one(judge):
    text = '0:15:00 posted audience="status page" state=investigating text="{}"\n'
    assert found(judge, BEGUN + text.format("This was caused by a bad release.")) == [(0, "guessed")]
    assert found(judge, BEGUN + text.format("This is caused by a bad release, no doubt.")) == [(0, "guessed")]
    assert found(judge, BEGUN + text.format("You may see errors due to high demand.")) == []


def test_without_causes_nothing_is_judged(judge, write_stall):
    bare = replace(write_stall, causes={}, outcomes={}, dangers=(), clues={})
    assert found(judge, BEGUN + CAUSE.format(PUBLIC, "a bad release"), scenario=bare) == []


def test_a_cause_said_again_weighs_a_quarter_be_it_true_or_not(judge):
    again = CAUSE.replace("0:15", "0:45")
    true = [c.format(PUBLIC, "a stalled primary") for c in (CAUSE, again)]
    assert [m.weight for m in judge(rule, BEGUN + SURE + "".join(true))] == [1, 0.25]
    wrong = [c.format(PUBLIC, "the last release") for c in (CAUSE, again)]
    assert [m.weight for m in judge(rule, BEGUN + "".join(wrong))] == [3.75]


def told_to_all(cause, minute):
    audiences = (PUBLIC, "support", "leadership", "sales")
    return "".join(
        CAUSE.replace("0:15", f"0:{minute + n}").format(who, cause) for n, who in enumerate(audiences)
    )


def test_one_belief_told_to_four_audiences_and_again_is_one_misjudgement(judge):
    """The first is the mark; the other seven are cited in it and weigh a quarter each."""
    said = told_to_all("one of our storage machines is not well", 26)
    (mark,) = judge(rule, BEGUN + said + said.replace("0:2", "0:3"))
    assert (mark.at, mark.weight) == (26 * 60, 3 * (1 + 7 * 0.25))
    assert mark.evidence == (3, 4, 5, 6, 7, 8, 9, 10)
    assert mark.summary.endswith(
        "several causes were still possible. It was told 7 more times, to support, leadership, sales and "
        "customers, until 0:39:00."
    )


def test_other_words_for_the_same_cause_are_the_same_belief(judge):
    said = CAUSE.format(PUBLIC, "the last release") + CAUSE.format("support", "a bad deploy of ours")
    (mark,) = judge(rule, BEGUN + said)
    assert mark.summary.endswith("It was told once more, to support, at 0:15:00.")


def test_a_dozen_beliefs_are_a_dozen_misjudgements(judge):
    wrong = ("sunspots", "the last release", "the migration", "a bad cable", "gremlins", "solar wind",
             "a leap second", "the moon", "mice", "a rival", "the weather", "magnets")  # fmt: skip
    said = "".join(CAUSE.replace("0:15", f"0:{n}").format(PUBLIC, cause) for n, cause in enumerate(wrong, 15))
    assert [(mark.earned, mark.weight) for mark in judge(rule, BEGUN + said)] == [(0, 3)] * 12


@pytest.mark.parametrize(("at", "verdict"), [("0:07:30", (0.8, "early")), ("0:07:29", (0, "guessed"))])
def test_what_could_be_known_two_minutes_later_was_said_early(judge, at, verdict):
    """The same words are true a minute on: that costs a little, and is no guess."""
    said = CAUSE.format(PUBLIC, "a primary that stopped committing").replace("0:15:00", at)
    assert found(judge, BEGUN + said + SURE) == [verdict]
    if verdict[0]:
        assert "early: that could be known only at 0:09:30" in judge(rule, BEGUN + said + SURE)[0].summary


def test_early_is_what_is_known_then_and_not_another_cause(judge):
    said = CAUSE.format(PUBLIC, "the last release").replace("0:15:00", "0:09:00")
    assert found(judge, BEGUN + said + SURE) == [(0, "guessed")]


FAILING = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""
ETA = '0:10:00 posted audience="{}" state=identified eta={}\n'
WELL = "0:30:00 impact-changed failing=0 arriving=0 seen=truth\n1:30:00 noted\n"


def test_a_time_in_public_is_a_guess_though_it_be_kept(judge):
    assert found(judge, FAILING + ETA.format(PUBLIC, "1h") + WELL) == [(0, "guessed")]


def test_a_time_in_public_may_be_given_where_the_doctrine_allows(judge, intercom):
    allowed = replace(intercom, switches={**intercom.switches, "recovery times in public": True})
    assert found(judge, FAILING + CLUES + ETA.format(PUBLIC, "1h") + WELL, doctrine=allowed) == [(1, "kept")]


@pytest.mark.parametrize(
    ("eta", "earned"), [("20m", (1, "kept")), ("18m", (1, "kept")), ("17m59s", (0, "broken"))]
)
def test_a_time_inside_the_company_is_kept_or_broken(judge, eta, earned):
    assert found(judge, FAILING + CLUES + ETA.format("leadership", eta) + WELL) == [earned]


@pytest.mark.parametrize(("eta", "ends"), [("20m", "at 0:30:00."), ("18m", "at 0:30:00, about as promised.")])
def test_what_is_late_by_no_more_than_nobody_minds_is_said_to_be_so(judge, eta, ends):
    marks = judge(rule, FAILING + CLUES + ETA.format("leadership", eta) + WELL)
    assert [mark.summary.split("customers were well ")[-1] for mark in marks if "well" in mark.summary] == [
        ends
    ]


def test_a_time_that_was_replaced_before_it_passed_earns_half(judge):
    again = '0:15:00 posted audience="leadership" state=identified eta=20m\n'
    text = FAILING + CLUES + ETA.format("leadership", "10m") + again + WELL
    assert found(judge, text) == [(0.5, "revised"), (1, "kept")]
    late = again.replace("0:15", "0:20")
    assert found(judge, FAILING + CLUES + ETA.format("leadership", "10m") + late + WELL)[0] == (0, "broken")


def test_a_time_beyond_the_timeline_is_not_judged(judge):
    assert found(judge, FAILING + CLUES + ETA.format("leadership", "1h") + "0:40:00 noted\n") == []


def test_without_truth_the_response_says_when_it_was_well(judge):
    bare = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n' + CLUES
    over = "0:30:00 called-mitigated\n1:30:00 noted\n"
    assert found(judge, bare + ETA.format("leadership", "20m") + over) == [(1, "kept")]
    assert found(judge, bare + ETA.format("leadership", "10m") + over) == [(0, "broken")]
    assert found(judge, bare + ETA.format("leadership", "10m") + "1:30:00 noted\n") == [(0, "broken")]


@pytest.mark.parametrize("audience", ["leadership", "support"])
def test_a_time_that_was_kept_by_luck_earns_half(judge, audience):
    """Nobody had found anything to reckon by."""
    assert found(judge, FAILING + ETA.format(audience, "20m") + WELL) == [(0.5, "guessed")]
    assert found(judge, FAILING + ETA.format(audience, "10m") + WELL) == [(0, "broken")]
    helped = '0:09:00 verified id=c1 change="fail over a shard" signal="shard write time" result=better\n'
    assert found(judge, FAILING + helped + ETA.format(audience, "20m") + WELL) == [(1, "kept")]


def test_a_time_told_to_someone_in_the_room_counts_too(judge):
    reply = '0:10:00 replied audience=leadership how={} eta={} text=""\n'
    assert found(judge, FAILING + reply.format("eta", "10m") + WELL) == [(0, "broken")]
    assert found(judge, FAILING + reply.format('"no eta"', 0) + WELL) == []


def test_a_time_in_the_free_words_of_a_post_is_a_promise(judge, intercom):
    text = '0:10:00 posted audience="status page" state=identified text="This will be fixed in 10 minutes."\n'
    (mark,) = judge(rule, FAILING + text + WELL)
    assert mark.earned == 0
    assert "promised 'will be fixed in 10 minutes'" in mark.summary
    allowed = replace(intercom, switches={**intercom.switches, "recovery times in public": True})
    assert found(judge, FAILING + text + WELL, doctrine=allowed) == []


def test_the_next_update_is_no_time_to_recovery(judge):
    text = '0:10:00 posted audience="status page" state=identified text="Next update in 20 minutes."\n'
    assert found(judge, FAILING + text + WELL) == []


def test_a_resolved_update_promises_nothing(judge):
    text = '0:40:00 posted audience="support" state=resolved eta=1m\n'
    assert found(judge, FAILING + WELL.replace("1:30:00 noted\n", "") + text) == []


def test_a_way_round_that_is_known_to_fail_is_false(judge):
    both = 'journeys="send a message:0.4, search:0.5"'
    fails = f"0:00:00 impact-changed failing=9000 arriving=9000 {both} seen=truth\n"
    post = '0:20:00 posted audience="status page" state=identified scope="send a message" workaround="{}"\n'
    assert found(judge, fails + post.format("Use search instead")) == [(0, "false")]
    assert found(judge, fails + post.format("Open the inbox instead")) == []


@pytest.mark.parametrize(("text", "marks"), [("Search fails for some.", []), ("", [(0, "false")])])
def test_what_of_it_fails_may_have_been_said_in_plain_words(judge, text, marks):
    both = 'journeys="send a message:0.4, search:0.5"'
    fails = f"0:00:00 impact-changed failing=9000 arriving=9000 {both} seen=truth\n"
    post = f'0:20:00 posted audience=support state=identified text="{text}" workaround="Use search again"\n'
    assert found(judge, fails + post) == marks


@pytest.mark.parametrize(("at", "verdict"), [("0:15:00", (0.5, "stale")), ("0:18:01", (0, "false"))])
def test_a_cause_that_was_known_some_minutes_ago_is_stale(judge, at, verdict):
    """News is on its way for five minutes; what was disproved before that is a plain error."""
    disproved = '0:13:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."\n'
    told = CAUSE.format(PUBLIC, "a primary that stopped committing").replace("0:15:00", at)
    text = (BEGUN + SURE + disproved + told).replace(
        'cause="stalled primary" truth', 'cause="bad release" truth'
    )
    assert found(judge, text) == [verdict]


@pytest.mark.parametrize(("at", "verdict"), [("0:13:30", (0.5, "stale")), ("0:15:01", (0, "false"))])
def test_so_is_one_that_was_known_for_a_moment_only(judge, at, verdict):
    """Known from 9 to 10, which no look back at one single moment need meet."""
    disproved = '0:10:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."\n'
    told = CAUSE.format(PUBLIC, "a primary that stopped committing").replace("0:15:00", at)
    text = (BEGUN + SURE + disproved + told).replace(
        'cause="stalled primary" truth', 'cause="bad release" truth'
    )
    assert found(judge, text) == [verdict]
