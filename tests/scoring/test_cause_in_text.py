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
    "This is caused by a bad release, no doubt about it.": "a bad release, no doubt about it",
    "There is no doubt that this is caused by a bad release.": "a bad release",
    "The root cause is a bad release, not a disk.": "a bad release, not a disk",
    "It was caused by a release that nobody tested.": "a release that nobody tested",
    "It is due to a stuck database, which cannot commit.": "a stuck database, which cannot commit",
    "It was triggered by a change that did not close its work.": "a change that did not close its work",
    "It was caused by nothing but the release.": "nothing but the release",
    "The cause is not a disk but the migration.": "the migration",
    "Root cause: a bad release.": "a bad release",
    "Root cause - a bad release.": "a bad release",
    "Cause: bad release of the app.": "bad release of the app",
    "The culprit: a runaway migration.": "a runaway migration",
    "The root cause of this incident was identified as a bad release.": "a bad release",
    "The cause of the delays is the release of 21:20.": "the release of 21:20",
    "The cause is what we think is the migration.": "the migration",
    "It was caused by the release of 12.40, and we undo it.": "the release of 12.40",
    "The new release broke it: it is rolled back.": "The new release",
    "A bad build of the app is at fault.": "A bad build of the app",
    "This is the release's fault.": "the release's fault",
    "The release did it.": "The release",
    "The release broke search.": "The release",
    "The 21:20 release took down sending.": "The 21:20 release",
    "The migration is behind this.": "The migration",
    "The migration is responsible for the outage.": "The migration",
    "The release is what broke it.": "The release",
    "The release that nobody tested caused this.": "The release that nobody tested",
    "The release, which cannot be undone, caused this.": "The release, which cannot be undone",
    "A release caused messages to fail.": "A release",
    "The migration is causing errors.": "The migration",
    "It is a bad release.": "a bad release",
    "It's the new release.": "the new release",
    "Yes, it was the release.": "the release",
    "The problem is the last release.": "the last release",
    "It looks like the migration ran away.": "the migration ran away",
    "We believe it's the migration.": "the migration",
    "We believe this to be the migration.": "the migration",
    "We are confident that it is the release.": "the release",
    "Our best guess is the migration.": "the migration",
    "We blame the migration.": "the migration",
    "Everything points to the migration.": "the migration",
    "It came in with the release of 21:20.": "the release of 21:20",
    "It all comes down to a bad release.": "a bad release",
    "The incident stems from a bad release.": "a bad release",
    "We have narrowed it down to the release or the migration.": "the release or the migration",
    "Messages cannot be sent because of a bad release.": "a bad release",
    "Nobody can send because the primary stopped committing.": "the primary stopped committing",
    "Due to a bad release, shard 3 cannot commit.": "a bad release",
    "If you cannot send, this is due to a bad release.": "a bad release",
    "Errors began due to a release, and we are failing over the primary.": "a release",
    "This was due to a change which has since been undone.": "a change which has since been undone",
    "The issue stemmed from an upgrade of an internal dependency.": "an upgrade of an internal dependency",
    "Payments fail now and then. It looks like card testing by fraudsters; we are on it.": (
        "card testing by fraudsters"
    ),
    "Card testing probably.": "Card testing",
    "Probably card testing.": "card testing",
    "A feature flag did this; it is off now.": "A feature flag",
    "A security update caused an average 28% of jobs to fail.": "A security update",
    "This was due to a service with 22.4% of all jobs.": "a service with 22.4% of all jobs",
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
    "It is not the release.",
    "The release was ruled out: it is not the cause.",
    "We ruled out that the release caused this.",
    "It is unlikely that the release caused this.",
    "We doubt that the release caused this.",
    "It is too early to say that the release caused this.",
    "Nothing says that this is due to the release.",
    "There is no sign that it was caused by the release.",
    "Nobody knows what caused this, the release or the migration.",
    "We cannot say whether it is due to the release.",
    "We do not think that this is due to the release.",
    "We don't believe it is the release.",
    "It is not clear that it is the release.",
    "Earlier we believed it was the release. That was wrong.",
    "Neither the release nor the migration caused this.",
    "None of our releases caused this.",
    "We are failing over shard 3. If it helps, the primary was the cause.",
    "Once the release is undone we will know more.",
    "Is it the release?",
    "Did the release break it?",
    "The root cause is not known.",
    "The cause is still being looked for in the release.",
    "Cause: not known yet.",
    "The suspected cause was ruled out.",
    "We have identified a suspected root cause and are working on the release.",
    "We have found the cause and are rolling back the release.",
    "We are investigating an issue in the database causing errors.",
    "The release of 21:20 went out before the first errors.",
    "The first errors came after the release of 21:20.",
    "It is the second update after the release.",
    "The DNS name points to the new database.",
    "We rule nothing out: the release, the migration or a disk.",
    "We are sorry for the trouble this caused.",
    "It looks like payments work again.",
    "It looks like card payments fail more often.",
    "It looks like better weather is not the cause.",
    "Probably ten more minutes.",
    "Some card payments, perhaps.",
    "Card testing, perhaps?",
    "Probably not card testing.",
    "Card testing.",
]
OURS = [
    "The inbox may be slow for a minute because of a failover of a database that we are making now.",
    "The inbox may be slow for a minute due to our failover of shard 3.",
    "You may see errors for a minute because of the restart of the app that we are doing now.",
    "Search is slower than usual because we are restarting the index nodes.",
    "The failover of shard 3 caused errors for a minute.",
    "It is the failover of shard 3 that takes a minute.",
    "Due to a release freeze nothing else changes meanwhile.",
    "Messages flow again because we rolled back the release.",
    "Because we rolled back the release, it works again.",
    "Probably the rollback of the release.",
    "Error rates have decreased due to the rollback of the release.",
    "It is better because the release was rolled back.",
]


@pytest.mark.parametrize(("text", "cause"), GIVEN.items(), ids=GIVEN)
def test_a_cause_is_read_from_the_usual_ways_to_say_it(text, cause):
    assert cause in [one.lstrip() for one in causes_in(text)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_denied_asked_or_left_open_is_none(text):
    assert not list(causes_in(text))


@pytest.mark.parametrize("text", OURS)
def test_a_measure_of_our_own_is_none_nor_is_what_made_it_better(text):
    assert not causes_in(text)


def test_a_cause_in_the_text_of_a_post_is_a_claim(case):
    begun = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    post = '0:08:00 posted audience="status page" state=investigating text="{}"\n'
    text = "We are rolling back the last release, which we think caused this."
    (claim,) = (one for one in claims_of(case(begun + post.format(text))) if one.what == "cause")
    assert claim.verdict == "guessed"


def test_a_long_text_takes_no_time():
    """Each link before what makes it a cause is tried once, however many there are."""
    assert not causes_in("which that and this it " * 2000)
