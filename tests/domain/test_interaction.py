"""Which changes confound each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.interaction import can_show, domain_of, interact, path_of

TOWN = """
    door needs app
    app needs db calls mail
    memory shields db
    db
    mail
    search
    paper
    journey buy 0.6: door
    journey find 0.3: search
    journey read 0.1: paper
"""
SIGNALS = {
    "app_errors": ("app", "errors"), "db_time": ("db", "latency"), "mail_time": ("mail", "latency"),
    "hits": ("memory", "hit rate"), "finding": ("find", "success"), "buying": ("buy", "success"),
    "reading": ("read", "success"), "search_time": ("search", "latency"), "paper_time": ("paper", "latency"),
    "db_load": ("db", "load"),
}  # fmt: skip


@pytest.fixture(scope="module")
def town(company):
    return company(TOWN, **SIGNALS)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("app", "app errors"), ("app", "finding"), "the same service"),
        (("app", "search time"), ("db", "paper time"), "one depends on the other"),
        (("db", "paper time"), ("door", "search time"), "one depends on the other, through a third"),
        (("app", "search time"), ("mail", "paper time"), "one calls the other"),
        (("memory", "search time"), ("db", "paper time"), "one shields the other"),
        (("search", "buying"), ("mail", "search time"), "what shows the one shows the other"),
        (("search", "search time"), ("paper", "finding"), "the same signal shows both"),
    ],
)
def test_changes_that_confound_each_other(town, change, one, other, why):
    assert interact(change(*one), change(*other), town), why
    assert interact(change(*other), change(*one), town), why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("search", "finding"), ("db", "db time")),
        (("paper", "reading"), ("app", "app errors")),
        (("mail", "mail time"), ("db", "db time")),  # both below the app, watched each for itself
        (("memory", "hits"), ("mail", "mail time")),
    ],
)
def test_changes_in_independent_parts(town, change, one, other):
    assert not interact(change(*one), change(*other), town)
    assert not interact(change(*other), change(*one), town)


@given(st.sampled_from(["door", "app", "db", "mail", "search", "paper", "memory"]), st.data())
def test_it_does_not_matter_which_came_first(town, change, one, data):
    signals = sorted(town.signals)
    other = data.draw(st.sampled_from(["door", "app", "db", "mail", "search", "paper", "memory"]))
    first = change(one, data.draw(st.sampled_from(signals)))
    second = change(other, data.draw(st.sampled_from(signals)))
    assert interact(first, second, town) == interact(second, first, town)


def test_a_change_may_act_on_all_that_its_service_depends_on(town, change):
    assert domain_of(change("app", "app errors"), town) == {"app", "db", "mail"}
    assert domain_of(change("nowhere", "app errors"), town) == {"nowhere"}


def test_the_path_of_a_signal(town):
    assert path_of("db time", town) == {"db"}
    assert path_of("app errors", town) == {"app", "db", "mail"}
    assert path_of("finding", town) == {"search"}
    assert path_of("buying", town) == {"door", "app", "db", "mail"}


def test_a_signal_shows_what_is_behind_it_and_nothing_else(town, change):
    assert can_show(change("db", "db time"), "app errors", town)
    assert not can_show(change("app", "app errors"), "db time", town)
    assert not can_show(change("search", "finding"), "buying", town)


def test_the_load_of_a_service_shows_what_is_done_to_those_that_send_it_work(town, change):
    assert can_show(change("door", "app errors"), "db load", town)
    assert can_show(change("memory", "hits"), "db load", town)
    assert can_show(change("db", "db time"), "db load", town)
    assert not can_show(change("mail", "mail time"), "db load", town)
