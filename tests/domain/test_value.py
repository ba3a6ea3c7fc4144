import dataclasses
import importlib
import pkgutil

import pytest

import simulator
from simulator.domain.value import Value, parts_of, replace


class Place(Value):
    name: str
    floor: int = 0


class Room(Value):
    name: str
    floor: int = 0


class Team(Value):
    place: Place
    people: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Written:
    text: str
    line: int = dataclasses.field(default=0, compare=False)


def kinds(kind: type[Value] = Value) -> list[type[Value]]:
    return [each for one in kind.__subclasses__() for each in (one, *kinds(one))]


def test_nobody_changes_a_value():
    with pytest.raises(AttributeError):
        Place("hall").name = "attic"  # type: ignore[misc]


def test_values_of_equal_parts_are_equal_and_hash_alike():
    assert Place("hall", 2) == Place("hall", 2)
    assert len({Place("hall", 2), Place("hall", 2), Place("hall", 3)}) == 2


def test_a_value_of_another_kind_is_not_equal():
    unlike: tuple[object, object] = (Place("hall", 2), Room("hall", 2))

    assert unlike[0] != unlike[1]


def test_replace_leaves_the_other_parts_and_the_first_value_alone():
    hall = Place("hall", 2)

    assert (replace(hall, floor=3), hall) == (Place("hall", 3), Place("hall", 2))


def test_replace_takes_a_dataclass_too():
    assert replace(Written("a", 4), text="b").line == 4


@pytest.mark.parametrize("value", [Place("hall"), Written("a")])
def test_replace_knows_which_parts_there_are(value):
    with pytest.raises(TypeError, match="size"):
        replace(value, size=3)


def test_the_parts_of_a_value_are_plain_all_the_way_down():
    team = Team(Place("hall"), ("bo",))

    assert parts_of(team) == {"place": {"name": "hall", "floor": 0}, "people": ("bo",)}


def test_no_value_has_the_default_of_a_dataclass():
    for found in pkgutil.walk_packages(simulator.__path__, "simulator."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    wrong = [
        (kind.__name__, part.name)
        for kind in kinds()
        for part in kind.__struct_defaults__
        if isinstance(part, dataclasses.Field)
    ]

    assert len(kinds()) > 400
    assert wrong == []
