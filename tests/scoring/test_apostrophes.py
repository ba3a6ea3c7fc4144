"""A curly apostrophe, which phones type, means to every rule what a straight one means."""

import pytest

from simulator.domain.own_words import own_words
from simulator.domain.promises import promise
from simulator.domain.scope_in_text import journeys_in
from simulator.domain.turns import turns
from simulator.domain.update import Update
from simulator.domain.value import replace
from simulator.scoring.claims.cause_in_text import causes_in
from simulator.scoring.claims.cause_words import unsaid
from simulator.scoring.claims.data_words import says_safe
from simulator.scoring.claims.extent_words import reach_in
from simulator.scoring.otherwise import named_next
from simulator.scoring.plain_words import findings, promised

RESTART = "restart app"


@pytest.fixture(scope="module")
def company(parley):
    who = next(iter(parley.people.values()))
    return replace(parley, people={who.id: replace(who, id="mei", name="Mei O\u2019Hara")})


READERS = {
    "what comes if not": (
        lambda text, company: named_next(company, text, RESTART, frozenset()),
        ["If it doesn't help, we roll back app.", "If it fails, we won't roll back app."],
    ),
    "how far it reaches": (
        lambda text, _: reach_in(text),
        ["All customers can't send messages.", "We don't see why, all is well.", "It isn't everybody."],
    ),
    "the cause is not known": (lambda text, _: unsaid(text), ["we don't know yet"]),
    "the cause": (
        lambda text, _: causes_in(text),
        ["It's a bad release.", "It isn't caused by a release.", "The release's fault."],
    ),
    "data": (
        lambda text, _: says_safe(text),
        ["We can't rule out that data was lost.", "Nothing was lost."],
    ),
    "whom it hurts": (
        journeys_in,
        ["Customers can't send messages.", "It doesn't affect sending messages."],
    ),
    "when it is over": (
        lambda text, _: promised(text),
        ["It'll be fixed in ten minutes.", "It's back in 5 minutes."],
    ),
    "the next update": (
        lambda text, _: promise(text, 0),
        ["We'll update you in ten minutes.", "We can't promise an update in ten minutes."],
    ),
    "what turned": (
        lambda text, _: turns(Update("x", "identified", text=text)),
        ["It didn't help.", "The fix didn't last."],
    ),
    "words of its own": (
        lambda text, _: own_words(Update("x", "identified", text=text)),
        ["It couldn't commit."],
    ),
    "whose fault": (findings, ["It is Mei's fault.", "Mei didn't test it.", "Mei O'Hara broke it."]),
}


@pytest.mark.parametrize(
    ("read", "text"),
    [(read, text) for read, texts in READERS.values() for text in texts],
    ids=[f"{name}: {text}" for name, (_, texts) in READERS.items() for text in texts],
)
def test_it_is_read_alike(read, text, company):
    assert read(text.replace("'", "\u2019"), company) == read(text, company)
