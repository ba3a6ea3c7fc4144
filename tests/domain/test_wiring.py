"""Services laid out by number."""

import pytest

from simulator.domain.wiring import CacheLine, wiring_of

TOWN = """
    db capacity 1.25 retries 0.4
    memory shields db hits 0.9 refill 600
    app needs db calls mail capacity 2
    mail parts 5
    door needs app calls mail
    paper
    journey buy 0.5: door, mail
    journey browse 0.3: door
    journey read 0.2: paper
"""


@pytest.fixture(scope="module")
def town(company):
    return wiring_of(company(TOWN))


def _named(wiring, numbers):
    return {wiring.names[number] for number in numbers}


def test_services_have_the_numbers_of_their_order_in_the_file(town):
    assert town.names == ("db", "memory", "app", "mail", "door", "paper")
    assert town.number["mail"] == 3


def test_callers_come_before_those_they_call(town):
    place = {name: town.order.index(town.number[name]) for name in town.names}
    assert sorted(town.order) == [0, 1, 2, 3, 4, 5]
    assert place["door"] < place["app"] < place["db"]
    assert place["app"] < place["mail"]
    assert place["memory"] < place["db"]


def test_callers_are_those_who_need_or_call_but_not_caches(town):
    assert _named(town, town.callers[town.number["mail"]]) == {"app", "door"}
    assert _named(town, town.callers[town.number["db"]]) == {"app"}
    assert town.callers[town.number["door"]] == ()


def test_the_usual_load_is_what_capacity_leaves(town):
    assert town.usual == (0.8, 0.0, 0.5, 0.0, 0.0, 0.0)
    assert town.retries[0] == 0.4
    assert town.parts[3] == 5


def test_caches(town):
    assert town.caches == (CacheLine(1, 0, 0.9, 600),)


def test_a_cache_takes_at_least_a_second_to_warm(company):
    assert wiring_of(company("a\nb shields a\njourney x 1: a")).caches == (CacheLine(1, 0, 0.0, 1),)


def test_a_journey_needs_what_its_services_need_but_not_all_they_call(town):
    shares = [(share, _named(town, needs)) for share, needs in town.journeys]
    assert shares == [(0.5, {"door", "app", "db", "mail"}), (0.3, {"door", "app", "db"}), (0.2, {"paper"})]


def test_below_is_what_is_needed_there(town):
    assert _named(town, town.below[town.number["door"]]) == {"door", "app", "db"}
    assert _named(town, town.below[town.number["mail"]]) == {"mail"}


def _passages(wiring, name):
    return [(p.share, _named(wiring, p.below)) for p in wiring.passages[wiring.number[name]]]


def test_the_journeys_that_pass_a_service_and_what_can_fail_them_there_or_below(town):
    assert _passages(town, "app") == [(0.5, {"app", "db", "mail"}), (0.3, {"app", "db"})]
    assert _passages(town, "mail") == [(0.5, {"mail"})]
    assert _passages(town, "paper") == [(0.2, {"paper"})]
    assert _passages(town, "memory") == []


def test_a_wiring_is_worked_out_once(company):
    town = company(TOWN)
    assert wiring_of(town) is wiring_of(town)
