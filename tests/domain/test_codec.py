"""Entries as JSON and back: one spelling each, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.codec import KINDS, Misfit, from_json, kind_of, slots_of, to_json
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import FACTS, ChangeOrdered, Drafted, ImpactChanged, Noted, Verified
from simulator.domain.notation import read_entry
from simulator.domain.update import Update
from simulator.domain.value import NODEFAULT


def fact_of(record):
    return from_json(record).fact


@given(st.data())
def test_every_entry_survives_json(entries, data):
    entry = data.draw(entries)
    text = json.dumps(to_json(entry))
    again = from_json(json.loads(text))
    assert again == entry
    assert json.dumps(to_json(again)) == text


@pytest.mark.parametrize("fact", FACTS)
def test_every_kind_of_fact_is_known_by_its_name(fact):
    assert KINDS[kind_of(fact)] is fact
    assert kind_of(fact) == kind_of(fact).lower()


def test_kinds_are_the_words_of_their_names():
    assert kind_of(ChangeOrdered) == "change-ordered"
    assert kind_of(Noted("x")) == "noted"
    assert len(KINDS) == len(FACTS)


def test_what_goes_without_saying_is_left_out():
    assert to_json(Entry(3, 60, Noted("x"))) == {"entry": 3, "at": 60, "kind": "noted", "fact": {"text": "x"}}


def test_what_does_not_is_said():
    record = to_json(Entry(3, 60, Noted("x"), TRUTH, 2, "a.yaml:3:1"))
    assert (record["seen"], record["because"], record["source"]) == (TRUTH, 2, "a.yaml:3:1")


def _record(line, **changed):
    record: dict = to_json(read_entry(line, 1))
    fact = {**record["fact"], **changed.pop("fact", {})}
    return {**record, "fact": fact, **changed}


VERIFIED = "0:10:00 verified id=c1 change=x signal=y window=60 result=same before=0.5 after=1 owner=bo"
POSTED = '0:10:00 posted audience=sales state=identified scope="a, b" eta=600 by=gus'
IMPACT = '0:10:00 impact-changed failing=10 total=1.5 journeys="buy:0.5"'


@pytest.mark.parametrize(
    ("line", "changed", "named"),
    [
        (VERIFIED, {"kind": "verifyed"}, "unknown kind of entry 'verifyed'"),
        (VERIFIED, {"kind": 3}, "unknown kind of entry 3"),
        (VERIFIED, {"at": -1}, "'at' is not a whole number: -1"),
        (VERIFIED, {"at": True}, "'at' is not a whole number: True"),
        (VERIFIED, {"at": 1.5}, "'at' is not a whole number: 1.5"),
        (VERIFIED, {"entry": "1"}, "'entry' is not a whole number: '1'"),
        (VERIFIED, {"because": None}, "'because' is not a whole number: None"),
        (VERIFIED, {"seen": 3}, "'seen' and 'source' are text"),
        (VERIFIED, {"source": None}, "'seen' and 'source' are text"),
        (VERIFIED, {"sene": "truth"}, "an entry has no field 'sene'"),
        (VERIFIED, {"fact": {"id": 1}}, "verified.id is not str: 1"),
        (VERIFIED, {"fact": {"id": None}}, "verified.id is not str: None"),
        (VERIFIED, {"fact": {"window": 1.0}}, "verified.window is not int: 1.0"),
        (VERIFIED, {"fact": {"window": True}}, "verified.window is not int: True"),
        (VERIFIED, {"fact": {"before": "0.5"}}, "verified.before is not float: '0.5'"),
        (VERIFIED, {"fact": {"before": False}}, "verified.before is not float: False"),
        (VERIFIED, {"fact": {"before": float("nan")}}, "verified.before is not float: nan"),
        (VERIFIED, {"fact": {"before": 10**400}}, "verified.before is not float"),
        (VERIFIED, {"fact": {"early": 1}}, "verified.early is not bool: 1"),
        (VERIFIED, {"fact": {"result": "fine"}}, "verified.result is none of recovered, better"),
        (VERIFIED, {"fact": {"confounded": "c2"}}, "verified.confounded is not a list: 'c2'"),
        (VERIFIED, {"fact": {"confounded": [2]}}, "verified.confounded is not str: 2"),
        (VERIFIED, {"fact": {"befor": 1}}, "verified has no field 'befor'"),
        (IMPACT, {"fact": {"journeys": [["buy"]]}}, "impact-changed.journeys has 1 items, not 2"),
        (IMPACT, {"fact": {"journeys": [["buy", "x"]]}}, "impact-changed.journeys is not float: 'x'"),
        (IMPACT, {"fact": {"journeys": [[1, 1]]}}, "impact-changed.journeys is not str: 1"),
        (POSTED, {"fact": {"update": None}}, "expected an object for Update, found None"),
        (POSTED, {"fact": {"update": {"audience": "x"}}}, "update lacks the field 'state'"),
        (
            POSTED,
            {"fact": {"update": {"audience": "x", "state": "identified", "eta": "soon"}}},
            "update.eta is not int: 'soon'",
        ),
    ],
)
def test_anything_else_is_a_misfit_that_names_its_field(line, changed, named):
    with pytest.raises(Misfit) as misfit:
        from_json(_record(line, **changed))
    assert named in str(misfit.value)


@pytest.mark.parametrize("name", ["entry", "at"])
def test_an_entry_says_its_number_and_its_second(name):
    record = _record(VERIFIED)
    del record[name]
    with pytest.raises(Misfit, match=f"'{name}' is not a whole number: None"):
        from_json(record)


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_a_fact_is_an_object(value):
    with pytest.raises(Misfit, match="expected an object for Noted"):
        from_json({"entry": 1, "at": 0, "kind": "noted", "fact": value})


@pytest.mark.parametrize(
    "fact",
    [fact for fact in FACTS if any(slot.default is NODEFAULT for slot in slots_of(fact))],
)
def test_a_fact_has_all_its_fields(fact, needed):
    record: dict = {"entry": 1, "at": 0, "kind": kind_of(fact), "fact": {}}
    with pytest.raises(Misfit, match=f"lacks the field '{needed(fact)[0]}'"):
        from_json(record)


def test_an_update_may_leave_out_what_it_does_not_claim():
    record = _record(POSTED, fact={"update": {"audience": "sales", "state": "resolved"}})
    assert fact_of(record).update == Update("sales", "resolved")


def test_whole_numbers_may_stand_for_amounts():
    fact = fact_of(_record(VERIFIED, fact={"before": 1}))
    assert fact.before == 1.0
    assert isinstance(fact.before, float)


def test_what_a_fact_is_made_of_can_be_listed():
    names = [slot.name for slot in slots_of(ImpactChanged)]
    assert names == ["failing", "arriving", "total", "journeys", "losing", "stranded"]


def test_what_is_as_usual_is_not_spelled():
    assert "losing" not in str(to_json(read_entry(IMPACT, 1)))
    assert "'losing': 3" in str(to_json(read_entry(f"{IMPACT} losing=3", 1)))
    assert [slot.name for slot in slots_of(Drafted)] == ["update", "by"]
    assert slots_of(Verified)[0].type is str
