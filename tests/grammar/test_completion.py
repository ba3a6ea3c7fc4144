"""What is offered while one types."""

import pytest

from simulator.domain.command import Help, Look
from simulator.grammar import Completion, Unreadable, complete, read
from simulator.grammar.table import TABLE

PEOPLE = ["ana", "raj", "bo", "carol", "niamh", "Sam Lee", "Sam Wolfe", "josé"]
TOPICS = ["what changed", "impact", "options", "progress", "theory", "evidence"]
CHANGES = [
    "roll back app", "fail over a shard", "stop the migration", "restart app", "clear cache",
    "turn off new inbox", "turn off search", "add shard replicas", "drain traffic by region",
]  # fmt: skip
CLAUSES = ["affecting", "cause", "workaround", "data", "eta", "next in", "via", "sure", "saying"]

OFFERS = {
    # verbs
    "o": ["order"],
    "or": ["order"],
    "order": [],
    "p": ["people", "page", "poll", "prepare", "post"],
    "please or": ["order"],
    "work": ["workstream open", "workstream close"],
    "workstream ": ["workstream open", "workstream close"],
    "workstream c": ["workstream close"],
    "hand o": ["hand over"],
    "frobnicate": [],
    "frobnicate ": [],
    "board ": [],
    # the first slot
    "order ": CHANGES,
    "order r": ["roll back app", "restart app", "add shard replicas", "drain traffic by region"],
    "order roll": ["roll back app"],
    "order roll ": ["roll back app"],
    "order rollb": ["roll back app"],
    "order the rest": ["restart app"],
    "order turn of": ["turn off new inbox", "turn off search"],
    "order flush": ["clear cache"],
    "order roll back app": [],
    "page sam": ["Sam Lee", "Sam Wolfe"],
    "page d": ["datastores", "carol"],
    "hand over ": PEOPLE,
    "ask ": PEOPLE + TOPICS,
    "ask b": ["bo"],
    "ask w": ["Sam Wolfe", "what changed"],
    "ask bo ": TOPICS,
    "ask bo th": ["theory"],
    "declare ": ["P0", "P1", "P2", "P3"],
    "assign b": ["business lead"],
    "look s": ["services", "signals", "severities", "board"],
    "wait ": ["5m", "10m", "20m", "30m", "1h", "until news", "until"],
    "wait 1": ["10m", "1h"],
    "help ord": ["order"],
    "post ": ["status page", "leadership", "sales", "support"],
    "brief ": ["leadership", "sales", "support"],
    "post status page ": ["investigating", "identified", "monitoring", "resolved"],
    "post status page i": ["investigating", "identified"],
    # clauses
    "order roll back app ": ["by", "in workstream", "staged", "because"],
    "order roll back app b": ["by", "because"],
    "order roll back app staged ": ["by", "in workstream", "because"],
    "order roll back app by ": [*PEOPLE, "me"],
    "order roll back app by a": ["ana"],
    "order roll back app by ana ": ["in workstream", "staged", "because"],
    "order roll back app because it ": [],
    'order roll back app because "it fits" ': ["by", "in workstream", "staged"],
    "verify roll back app on ": ["app errors", "message delivery", "shard write time"],
    "verify roll back app on app errors for ": ["5m", "10m", "20m", "30m", "1h"],
    "verify roll back app on app errors for 5m ": ["by", "in workstream"],
    "assign business lead ": ["to"],
    "assign business lead to c": ["carol", "me"],
    "post status page investigating ": CLAUSES,
    "post status page investigating next in 20m ": [
        "affecting",
        "cause",
        "workaround",
        "data",
        "eta",
        "via",
        "sure",
        "saying",
    ],
    "post status page resolved data ": ["safe", "lost", "unknown"],
    "post status page investigating n": ["next in"],
    "post status page investigating affecting send a message, s": ["send a message", "search", "db-shards"],
    "post status page investigating affecting send a message ": CLAUSES[1:],
    "post status page investigating saying we are on it ": [],
    "workstream open cache ": ["led by", "scope", "within"],
    "workstream open cache led by r": ["raj", "ana"],
    'follow-up "add alarm" ': ["for", "due"],
    "follow-up add alarm for ": [*PEOPLE, "me"],
    "note all is ": [],
}


@pytest.mark.parametrize(("typed", "offers"), OFFERS.items())
def test_what_is_offered(typed, offers, vocabulary):
    assert [offer.text for offer in complete(typed, vocabulary)] == offers


def test_an_empty_line_offers_every_verb_in_the_order_of_the_overview(vocabulary):
    assert [offer.text for offer in complete("", vocabulary)] == [row.verb for row in TABLE]
    assert complete("   ", vocabulary) == complete("", vocabulary)


def test_an_offer_says_what_it_is_and_what_it_replaces(vocabulary):
    assert complete("ord", vocabulary) == (
        Completion("order", -3, "order CHANGE ...", "have a change made on production"),
    )
    assert complete("order roll b", vocabulary) == (
        Completion("roll back app", -6, "roll back app", "rollback on app"),
    )
    assert complete("page Rui", vocabulary) == (Completion("ana", -3, "Ana Ruiz", "datastores"),)
    assert complete("verify rollback f", vocabulary)[0] == Completion(
        "for", -1, "for DURATION", "a duration such as 5m or 1h30m"
    )


@pytest.mark.parametrize(
    "row", [row for row in TABLE if row.kind not in (Look, Help)], ids=lambda row: row.verb
)
def test_taking_what_is_offered_leads_to_a_command(row, vocabulary):
    """The first offer is taken until the line says something; free words are typed."""
    line = f"{row.verb} "
    for _ in range(6):
        if not isinstance(read(line, vocabulary), Unreadable):
            return
        offers = complete(line, vocabulary)
        line = f"{line[: len(line) + offers[0].start]}{offers[0].text} " if offers else f'{line}"anything" '
    pytest.fail(f"no command yet: {line}")
