"""A cause in free words: what is given as one, and what is denied, asked or left open."""

import pytest

from simulator.scoring.claims import claims_of
from simulator.scoring.claims.cause_in_text import causes_in

GIVEN = {
    "This was caused by a bad release.": "a bad release",
    "The root cause is the migration": "the migration",
    "We are undoing yesterday's release, which we think caused this.": "We are undoing yesterday's release",
    "It did not help. We undo the release, which caused this.": "We undo the release",
    "Rolled back the 12:40 release, that was it": "Rolled back the 12:40 release",
    "It is the release that caused this.": "It is the release",
    "The release was the culprit.": "The release",
    "The migration is to blame.": "The migration",
    "The cause is the release of 12:40.": "the release of 12:40",
    "We suspect the migration.": "the migration",
    "We traced it to the migration.": "the migration",
    "We think it is the release.": "the release",
}
NONE = [
    "We do not yet know what caused this.",
    "It was not caused by the release.",
    "The release did not cause this.",
    "We checked the release, but that was not it.",
    "We are checking whether the release caused this.",
    "Was this caused by the release?",
    "Is the release the cause?",
    "We don't know the cause. The release was rolled back.",
    "Nothing in the release caused this.",
    "We think it is fixed by the rollback of the release.",
    "We rolled back a release and it is recovering.",
]


@pytest.mark.parametrize(("text", "cause"), GIVEN.items(), ids=GIVEN)
def test_a_cause_is_read_from_the_usual_ways_to_say_it(text, cause):
    assert cause in [one.lstrip() for one in causes_in(text)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_denied_asked_or_left_open_is_none(text):
    assert not list(causes_in(text))


def test_a_cause_in_the_text_of_a_post_is_a_claim(case):
    begun = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    post = '0:08:00 posted audience="status page" state=investigating text="{}"\n'
    text = "We are rolling back the last release, which we think caused this."
    (claim,) = (one for one in claims_of(case(begun + post.format(text))) if one.what == "cause")
    assert claim.verdict == "guessed"
