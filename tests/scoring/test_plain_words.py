"""Reading free text: what is found, and that ordinary sentences are left in peace."""

import pytest

from simulator.scoring.plain_words import findings, promised, unfair

ORDINARY = """
We are investigating reports of degraded performance.
Some customers cannot send messages. We are looking into it.
We are seeing elevated error rates and slower responses for about 4 % of requests.
A fix has been rolled out and we are monitoring the results.
We rolled back a recent change and see recovery.
This incident has been resolved. Thank you for your patience and understanding.
We sincerely apologise for the inconvenience.
We are sorry for the trouble this causes.
Between 14:02 and 15:10 UTC, customers in Europe could not log in.
Queued webhooks are being delivered; some may arrive up to 30 minutes late.
Messages that could not be sent will be sent again within 30 minutes.
The next update follows in 20 minutes, or sooner if there is news.
We will provide another update by 15:30 UTC.
Our mail provider has reported an outage, and we are working with them.
API requests from some regions time out.
A network provider is having problems in one region.
Payments by card fail for some shops; cash and transfers work.
We have identified the issue and are working on a fix.
We have mitigated the issue and continue to monitor.
No data was lost.
Logging in with single sign-on works again; logging in with a password always did.
If you still see errors, please reload the page.
We do not yet know the cause.
Search results may be incomplete until about noon.
Nobody is at fault, and nothing has to be done on your side.
It is not your fault if a page does not load.
We fixed a fault in the release of this morning.
A default setting was wrong.
The team is working on a resolution.
Engineers are called together to examine it.
Versions 2.4.1 and 3.0.0 are affected; 2.3.9 is not.
See CVE-2021-44228 and RFC-9110 for details.
This affects HTTP-2 clients and AES-256 keys.
Ubuntu-22.04 and macos-11 runners start late.
Order 66-12 was not affected.
Of two measures taken one made a difference.
To send a message fails 19 times in 100.
The copy of the database has caught up.
Traffic is back to normal levels, and no further updates are planned.
We expect to have more information within the hour.
Users should see improvement soon.
The queue is being worked off; delays get shorter.
This will take a while.
Requests in the last 10 minutes were fine.
It was resolved in 25 minutes.
We paused all deployments until tomorrow.
We regret the disruption.
Customers who are affected have been told by mail.
A power failure in one building slowed down storage.
Please do not send a payment twice.
Most likely cause: a shop's traffic meeting a fault of our 10:45 release, not proven.
The fault of our release is being taken out.
It was our release's fault.
It is not their fault, and we blame nobody.
Not the Oslo customer's fault: a bug of ours.
This is in no way your fault.
None of this is your fault.
It was never your fault.
It isn\u2019t your fault.
We do not think it is your fault.
This is no fault of the customer.
Neither the shop nor its provider is to blame.
A page fault or a segmentation fault is nobody's fault.
The user error rate is 20 in 100.
User errors are back to 2 in 100.
The user error page is shown to 3 of 100.
This morning's fault is repaired.
Last night's fault came back.
The region's fault is contained.
The index's fault tolerance held.
A customer's fault report helped us.
A configuration change is to blame.
The new release was to blame.
A full disk is to blame.
We do not know whether it was human error.
The team broke the work into two parts.
Our engineers broke it down by region.
Our team forgot nothing: every part was checked.
A bad release of our app is being undone by our product team.
Our provider failed over to the second site.
Customers who forgot their password are not affected.
We take full responsibility for this mistake.
This is due to an issue with an upstream provider.
The upstream provider continues to return intermittent errors.
Our service provider has resolved the issue.
The issue was caused by a configuration change that our production system deemed invalid.
Thanks to Bo and Raj for staying on.
Bo is looking at the database.
Raj rolled back the release.
Raj deployed it without trouble.
Bo shipped the repair at 14:02.
Bo failed to reach the provider.
Mei did not look at the cache yet.
Mei did not test the copy yet.
Ida should have the result at 14:00.
Sean failed over the database.
Sean is responsible for this.
Grace broke the work into two parts.
Nobody says that Bo broke it.
""".strip().splitlines()


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_are_left_in_peace(text, parley):
    assert findings(text, parley) == ()
    assert promised(text) == ""


JARGON = [
    "p99", "5xx errors", "OOM-killed", "split-brain", "thundering herd", "Kubernetes", "shards", "deadlocks",
    "replication lag", "connection pool", "hotfix", "SEV-1", "crash-looping", "Redis", "load balancers",
    "feature flag",
]  # fmt: skip


@pytest.mark.parametrize("term", JARGON)
def test_terms_of_the_trade_are_found(term, parley):
    (one,) = findings(f"There was a problem with {term} today.", parley)
    assert one.fault == "jargon"
    assert one.words in term.lower()


def test_a_term_is_found_once(parley):
    assert [one.words for one in findings("Kafka. kafka! Redis, KAFKA", parley)] == ["kafka", "redis"]


@pytest.mark.parametrize(
    "text", ["kafka.example.com is ours", "the docs/redis/faq page", "redis-like stores"]
)
def test_a_term_inside_another_word_is_none(text, parley):
    assert findings(text, parley) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We restart db-shards now.", "db-shards"),
        ("Errors on MAIL-QUEUE.", "mail-queue"),
        ("10.0.3.17 does not answer.", "10.0.3.17"),
        ("See web-eu-04 and more.", "web-eu-04"),
        ("It is app.prod.internal that fails.", "app.prod.internal"),
        ("Change c12 is under way.", "c12"),
        ("As in INC-4711.", "INC-4711"),
        ("Since commit 8f3e2a9b1c4d it fails.", "8f3e2a9b1c4d"),
    ],
)
def test_names_that_only_people_inside_know_are_found(text, name, parley):
    assert [(one.fault, one.words) for one in findings(text, parley)] == [("inside name", name)]


def test_a_service_that_is_called_like_an_everyday_word_is_none(parley):
    assert findings("Search and the app are slow, and so is the cache.", parley) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This was human error.", "human error"),
        ("An engineer made a mistake.", "An engineer made a mistake"),
        ("Our provider let us down again.", "Our provider let us down"),
        ("The vendor's fault, not ours.", "vendor's fault"),
        ("It was the fault of our mail provider.", "the fault of our mail provider"),
        ("It was the fault of one of our shops.", "the fault of one of our shops"),
        ("The fault lies with them.", "The fault lies with them"),
        ("Joana's fault, as before.", "Joana's fault"),
        ("It is your own fault.", "your own fault"),
        ("The network team is to blame.", "is to blame"),
        ("We blame the cloud for it.", "blame the"),
        ("A mistake by one of our engineers.", "mistake by one of our engineers"),
        ("A careless change.", "careless"),
        ("It is not only the vendor's fault.", "vendor's fault"),
        ("It does not work because of the vendor's fault.", "vendor's fault"),
        ("It was not tested. Joana's fault.", "Joana's fault"),
        ("It is not back, and it is the vendor's fault.", "vendor's fault"),
        ("It was user error.", "user error"),
        ("The network provider is to blame.", "is to blame"),
        ("The app team ignored the warning.", "The app team ignored"),
        ("A bad release by our product team.", "bad release by our product team"),
        ("A bad release by our product team broke sending.", "bad release by our product team"),
        ("Our own product engineering team broke sending.", "Our own product engineering team broke"),
        ("Bo shipped this without a test again.", "Bo shipped this without a test"),
        ("Raj ignored the warning.", "Raj ignored"),
        ("Raj has again forgot the flag.", "Raj has again forgot"),
        ("Petra overlooked it.", "Petra overlooked"),
        ("Sean caused this.", "Sean caused this"),
        ("Bo broke the app.", "Bo broke"),
        ("Mei made a mistake.", "Mei made a mistake"),
        ("Raj should have known.", "Raj should have known"),
        ("Sean failed to check it.", "Sean failed to check"),
        ("Bo did not test it.", "Bo did not test"),
    ],
)
def test_blame_is_found(text, words, parley):
    assert [(one.fault, one.words) for one in findings(text, parley)] == [("blame", words)]


def test_naming_one_of_our_people_in_public_is_blame_and_inside_it_is_not(parley):
    who = next(iter(parley.people.values())).name
    assert [one.words for one in findings(f"{who} deployed it.", parley)] == [who]
    assert unfair(f"{who} deployed it.", parley) == ()
    assert [one.words for one in unfair("It was human error.", parley)] == ["human error"]
    assert [one.words for one in unfair(f"{who} ignored it.", parley)] == [f"{who} ignored"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We are sorry. We apologise again. Sorry!", "sorry, apologise, sorry"),
        ("We are so sorry for this.", "so sorry"),
        ("We are terribly sorry.", "terribly sorry"),
    ],
)
def test_more_than_one_apology_is_found(text, words, parley):
    assert [(one.fault, one.words) for one in findings(text, parley)] == [("too many apologies", words)]


@pytest.mark.parametrize(
    "text",
    [
        "This will be fixed in 10 minutes.",
        "Service should be back to normal within half an hour.",
        "We expect everything to be restored by 15:00.",
        "We'll be back in about 2 hours.",
        "Fixed in 10 minutes!",
        "ETA: 30 minutes",
        "It is going to be resolved within an hour.",
        "We expect recovery in 20 minutes.",
        "We are restarting a part of it, it should be back within minutes.",
        "Recovery is expected within the hour.",
        "We expect a fix in 10-15 minutes.",
        "It will work again in half an hour.",
        "We do not know why. It should be back within a few minutes.",
        "It did not help, but this will be fixed in 20 minutes.",
        "The repair lands at 13:30 and all messages flow again five minutes later, guaranteed.",
        "The fix will be in place by 14:00.",
        "The fix is live in 10 minutes.",
        "Everything works again in ten minutes.",
        "All messages flow again by 14:00.",
        "Payments run as usual 20 minutes from now.",
        "We are back in 10 minutes.",
        "This is over by noon.",
        "Service will be restored at 15:30.",
        "Search will be back five minutes from now.",
        "Ten more minutes of errors, no longer: the repair is nearly through.",
        "Our team expects to see full recovery in the next 20 minutes.",
    ],
)
def test_a_time_to_recovery_is_a_promise(text):
    assert promised(text)


@pytest.mark.parametrize(
    "text",
    [
        "We will update you within minutes.",
        "We'll be back with news in 15 minutes.",
        "We will get back to you within the hour.",
        "We expect the next update in 20 minutes.",
        "There is no ETA.",
        "We do not expect recovery in the next 20 minutes.",
        "We cannot say whether it will be fixed in 20 minutes.",
        "If it is not back in 10 minutes we roll back.",
        "Will it be fixed in 20 minutes?",
        "We will switch over in 10 minutes.",
        "It was fixed in 10 minutes last time.",
        "We expect to know more in 20 minutes.",
        "We expect to say more in 20 minutes, when the copy is online.",
        "We watch it for ten more minutes before we call it over.",
        "There were ten more minutes of errors before that.",
        "The fix is in place since 13:30.",
        "The fix was in place at 13:30.",
        "Service was restored at 15:30.",
        "It works again since 14:02.",
        "Most messages flow again.",
        "It comes and goes: each time it works again within 10 minutes.",
        "When you reload the page it works again in a few seconds.",
        "Of such faults most are over within two hours.",
        "After a reload search usually works again within a minute.",
        "The fix is not in place at 3 of 5 sites.",
        "Work is back at 80 of 100, and grows.",
        "Users should start seeing improvements soon.",
        "We are expecting the rollout to take a couple more hours.",
        "The fix is still building and is expected to deploy within 60 minutes.",
        "Newly added issues are taking 30-60 minutes to appear.",
        "Over the past 30 minutes, all jobs have started in less than 5 minutes.",
        "We continue to see recovery and will update again within 2 hours.",
        "Nobody can say that it is back by noon.",
    ],
)
def test_what_is_denied_or_left_open_is_none_and_the_next_update_is_no_recovery(text):
    assert promised(text) == ""


def test_a_promise_is_quoted_with_who_makes_it():
    assert promised("Sorry. We'll be back in 20 minutes.") == "We'll be back in 20 minutes"
    assert promised("It's over in ten minutes.") == "It's over in ten minutes"
