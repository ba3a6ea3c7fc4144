"""Plain words: customers are told in words that they know."""

import pytest

from simulator.scoring.rules import plain_words as rule

POST = '0:08:00 posted audience="{}" state=investigating {}\n'


def marked(judge, text, to="status page", field="text"):
    return [(mark.earned, mark.summary) for mark in judge(rule, POST.format(to, f'{field}="{text}"'))]


def test_an_update_without_words_is_not_read(judge):
    assert judge(rule, POST.format("status page", "")) == ()


def test_ordinary_words_earn_all(judge):
    assert marked(judge, "Some customers cannot send messages.") == [
        (1, "The update to customers at 0:08:00 was put in plain words.")
    ]


def test_one_kind_of_fault_costs_half_and_quotes_its_words(judge):
    assert marked(judge, "Kafka and Redis are down.") == [
        (0.5, "The update to customers at 0:08:00 used jargon ('kafka' and 'redis').")
    ]


def test_two_kinds_cost_all(judge):
    assert marked(judge, "Kafka is down after human error.") == [
        (0, "The update to customers at 0:08:00 used jargon ('kafka') and blame ('human error').")
    ]


def test_three_kinds_cost_no_more(judge):
    assert [one for one, _ in marked(judge, "So sorry, human error in db-shards, Kafka.")] == [0]


@pytest.mark.parametrize("field", ["cause", "workaround"])
def test_all_free_words_are_read(judge, field):
    assert [one for one, _ in marked(judge, "db-shards", field=field)] == [0.5]


def test_inside_the_company_only_blame_counts(judge):
    assert marked(judge, "Kafka and db-shards. So sorry, sorry.", to="support") == []
    assert [one for one, _ in marked(judge, "That was human error.", to="support")] == [0.5]


def test_inside_the_company_people_have_names(judge, parley):
    name = next(iter(parley.people.values())).name
    assert marked(judge, f"{name} is looking.", to="support") == []
    assert [one for one, _ in marked(judge, f"{name} is looking.")] == [0.5]


@pytest.mark.parametrize("to", ["support", "status page"])
def test_what_somebody_did_badly_is_blame_to_whomever_it_is_told(judge, to):
    text = "Bo shipped this without a test again and Raj ignored the warning."
    who = "customers" if to == "status page" else to
    says = "used blame ('Bo shipped this without a test' and 'Raj ignored')."
    assert marked(judge, text, to=to) == [(0.5, f"The update to {who} at 0:08:00 {says}")]


def test_an_empty_update_earns_nothing_by_its_plain_words(judge):
    """It is left out, unless its words are at fault."""
    posts = "".join(
        f'{at} posted audience="status page" state=investigating text="We are investigating."\n'
        for at in ("0:05:00", "0:20:00", "0:40:00")
    )
    sorry = '0:59:00 posted audience="status page" state=investigating text="Sorry. We are so sorry."\n'
    marks = judge(rule, "0:03:00 declared severity=P1 commander=you\n" + posts + sorry)
    assert [(mark.at, mark.earned) for mark in marks] == [(3540, 0.5)]
