"""Who can read a place or answer a question: as in the world, and not whoever is merely there."""

import pytest

RULE = "clue-nobody-reads"
QUESTION = "  what changed?:\n    - says: A release at 14:00, and a sale that began at noon.\n"
WENDY = "  wendy: {name: Wendy Pool, site: here, team: desk}\non call:\n  desk: {here hours: [wendy]}\n"


def test_a_question_that_only_somebody_tells_who_knows_no_service_is_never_answered(rewrite, said):
    rewrite("corner", ("on call:\n", WENDY))
    rewrite("seats", (QUESTION, f"{QUESTION}      only: [wendy]\n"))
    (told,) = said(RULE)
    assert "none of those who alone can tell this can answer 'what changed?'" in told


@pytest.mark.parametrize("only", ["[ben]", "[wendy, ben]"])
def test_one_of_them_who_can_is_enough(rewrite, said, only):
    rewrite("corner", ("on call:\n", WENDY))
    rewrite("seats", (QUESTION, f"{QUESTION}      only: {only}\n"))
    assert said(RULE) == []


def test_who_is_of_the_team_of_a_service_can_read_it(rewrite, said):
    rewrite("corner", ("knows: [web, search]", "knows: [web]"))
    assert said(RULE) == []


def test_a_service_is_looked_into_by_whoever_is_of_its_team(rewrite, said):
    rewrite("corner", ("team: data, knows: [db, cache]}", "team: data, knows: [db]}"))
    assert said("service-nobody-knows") == []
    rewrite("corner", ("team: data, knows: [db]}", "team: site, knows: [db]}"))
    assert said("service-nobody-knows")
