"""A tiny company in two lines, and facts of every kind."""

from types import UnionType
from typing import Literal, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from simulator.domain.codec import slots_of
from simulator.domain.duration import Spread
from simulator.domain.entry import ROOM, Entry
from simulator.domain.fact import FACTS
from simulator.domain.organisation import Change, Journey, Organisation, Service, Signal
from simulator.domain.update import Update
from simulator.domain.value import NODEFAULT

# A busy machine is no failure.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAME = TEXT.map(str.strip).filter(bool)
_PLAIN = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(-5, 10**6),
    float: st.floats(allow_nan=False, allow_infinity=False),
}


def _values(kind):
    """Any value of a field's type; the items of a list are names."""
    origin, args = get_origin(kind), get_args(kind)
    if kind is Update:
        return _facts(Update)
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, UnionType):
        return st.none() | _values(args[0])
    if origin is tuple and args[1] is Ellipsis:
        return st.lists(NAME if args[0] is str else _values(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(NAME, _values(float))
    return _PLAIN[kind]


def _facts(shape):
    return st.builds(shape, **{slot.name: _values(slot.type) for slot in slots_of(shape)})


ENTRIES = st.builds(
    Entry,
    number=st.integers(1, 10**6),
    at=st.integers(0, 10**6),
    fact=st.one_of([_facts(shape) for shape in FACTS]),
    seen=st.just(ROOM) | st.just("truth") | NAME,
    because=st.integers(0, 10**6),
    source=st.just("") | TEXT,
)


@pytest.fixture(scope="session")
def entries():
    """A strategy of entries of every kind."""
    return ENTRIES


@pytest.fixture(scope="session")
def needed():
    """The names of the fields that a fact or an update must have."""
    return lambda shape: [slot.name for slot in slots_of(shape) if slot.default is NODEFAULT]


def _service(line: str) -> Service:
    """`app needs db, calls search`, `db capacity 1.25 retries 0.4 parts 5`, `memory shields db`."""
    name, *words = line.replace(",", " ").split()
    given: dict = {}
    key = ""
    for word in words:
        if word in ("needs", "calls", "capacity", "retries", "parts", "shields", "hits", "refill"):
            key = {"hits": "hit_rate"}.get(word, word)
            given.setdefault(key, () if word in ("needs", "calls") else None)
        elif key in ("needs", "calls"):
            given[key] = (*given[key], word)
        elif key == "shields":
            given[key] = word
        else:
            given[key] = int(word) if key in ("parts", "refill") else float(word)
    return Service(name, given.pop("team", "team"), **given)


@pytest.fixture(scope="session")
def company():
    """A company from a line for each service and journey: `journey buy 0.5: app, search`."""

    def made(text: str, **signals) -> Organisation:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        services = [_service(line) for line in lines if not line.startswith("journey ")]
        journeys = []
        for line in lines:
            if line.startswith("journey "):
                head, _, needs = line.removeprefix("journey ").partition(":")
                name, share = head.rsplit(None, 1)
                journeys.append(Journey(name, float(share), tuple(needs.replace(",", " ").split())))
        return Organisation(
            id="tiny", title="Tiny", doctrine="", about="", customers=1000, rhythm=(1.0,) * 168, sites={},
            services={service.name: service for service in services},
            journeys={journey.name: journey for journey in journeys},
            signals={
                name.replace("_", " "): Signal(name.replace("_", " "), of, shows, 60, 0.0)
                for name, (of, shows) in signals.items()
            },
            alerts=(), runbook={}, people={}, rotas={}, stakeholders={}, tools={},
        )  # fmt: skip

    return made


@pytest.fixture(scope="session")
def change():
    """A change made on a service, watched on a signal."""
    return lambda on, signal, name="": Change(name or f"mend {on}", "config", on, Spread(60), None, signal)
