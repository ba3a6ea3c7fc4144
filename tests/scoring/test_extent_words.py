"""How far it reaches, in free words: what is read as everybody, a few or nobody, and what is not."""

import pytest

from simulator.scoring.claims.extent_words import reach_in

EVERYBODY = """
All customers cannot send.
All of our users are unable to log in.
Every customer is affected.
All customers are currently affected.
Everybody is affected, in all regions.
All systems are down.
All services are currently unavailable.
All users see failing pages.
Nobody can send anything.
Nobody can log in.
No one can pay by card.
Nobody can buy.
This is a complete outage.
We do not know why. Nobody can open the inbox.
Everything is down.
""".strip().splitlines()
FEW = """
A small number of customers cannot send messages.
A tiny share of our customers see a slight delay, and everybody else works as usual.
Only a handful of users have trouble.
A very small percentage of customers may see slow pages.
A few customers have issues with search.
This affects only a small number of customers.
This is impacting a small fraction of customers.
We see authentication failures for a small percentage of users.
""".strip().splitlines()
NOBODY = """
Nothing has failed, nobody is affected, and every server is healthy.
Nothing failed. Nobody is affected.
Nobody is affected.
No customers are affected so far.
No one is impacted at the moment.
Everything works normally.
All works as usual.
All our systems are operating normally.
Everything is operating normally.
We can confirm that nobody is affected.
Currently, everything works.
Check number 7 was normal. No users are affected.
""".strip().splitlines()
NONE = """
Not all customers are affected.
Not everybody is affected.
There is no full outage.
This is slow, not a full outage.
We switch over to prevent a full outage.
It could become a total outage.
We had a full outage last year.
A full outage of our mail provider makes mail late.
Nobody can say yet how long it takes.
No one can tell yet whether data is safe, so we assume nothing.
Nobody can rule out a second wave.
Nobody can read your messages.
We are sorry to all customers affected.
We apologise to all customers affected by this.
Thank you to all users who are affected for bearing with us.
All customers affected will be told by mail.
All customers who cannot log in may use the mobile app.
All customers can send messages again; some pages still fail.
All services are running after the failover.
All users can now log in, though some still see failing pages.
All customers are told by mail which payments failed.
Are all customers affected?
We do not know whether everybody is affected.
If everything is down for you, please tell us.
Every customer sees errors in search.
Nobody in Oslo is affected.
Nobody else is affected.
Nobody is affected in other regions.
Nobody is affected by the switch.
Nobody is affected, except for users of search.
No customers outside Europe are affected.
No customers are affected who pay by card.
Nothing has failed since 14:02.
Nothing has been lost.
Everything else works normally.
Everything works normally but search.
Everything works normally, except search.
Everything works again when you load the page once more.
In Oslo, everything works normally.
Is nobody affected?
We keep watching until everything works normally.
All other systems are operating normally.
All other regions are continuing to function without issue.
All of our servers are healthy, and we do not know the cause yet.
Hosted and self-hosted runners are not impacted.
Existing pull requests and other functionality were not affected.
Most customers cannot send. A small number of users also see delays in search.
A few customers wrote to us.
A small number of machines fail.
Some customers cannot send messages.
It is not only a small number of customers who see errors.
We have resolved the bug and are working to notify all affected users.
Between 23:35 and 00:24 all Git operations were unavailable.
All queued messages were fully processed, and project updates are back to normal.
During this window 100% of jobs were delayed in starting for up to 11 minutes.
Nobody is at fault, and nothing has to be done on your side.
""".strip().splitlines()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        *((text, "everybody") for text in EVERYBODY),
        *((text, "few") for text in FEW),
        *((text, "nobody") for text in NOBODY),
        *((text, None) for text in NONE),
    ],
)
def test_who_is_said_to_be_affected(text, who):
    reach = reach_in(text)
    assert (reach.who if reach else None) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sorry. Nothing has failed, and all is well.", "Nothing has failed"),
        ("All customers are now affected.", "All customers are now affected"),
    ],
)
def test_the_words_are_quoted(text, words):
    reach = reach_in(text)
    assert reach
    assert reach.words == words
