"""JSON: which of its values are incidents of a status page and which are events of one timeline."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.authoring.history.making import make_history
from simulator.authoring.history.pointer import Json
from simulator.authoring.history.raw import Label, Place, Raw, problem
from simulator.authoring.history.status_page import UPDATES, read_incident, text_of
from simulator.authoring.history.words import plain
from simulator.authoring.problem import Problem
from simulator.authoring.reading import MOST, Reading
from simulator.domain.history import History
from simulator.domain.origin import Origin

_EXPECTED = "a list of events with 'time', 'kind' and 'text', or incidents of a status page"


def read_json(text: str, file: str) -> tuple[Reading[History], ...]:
    """The histories in a JSON text, or in JSON Lines."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return _lines_or_broken(text, file, error)
    except (ValueError, RecursionError):
        return (_one(Problem(Origin(file, 1, 1), "the JSON is too deep, or holds a number too long")),)
    return tuple(_whole(value, Json(file, text)))


def _lines_or_broken(text: str, file: str, error: json.JSONDecodeError) -> tuple[Reading[History], ...]:
    lines = tuple((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip())
    source = Json(file, text, lines)
    values, broken = list[Any](), list[Problem]()
    for number, line in lines:
        try:
            values.append(json.loads(line))
        except (ValueError, RecursionError) as wrong:
            column = wrong.colno if isinstance(wrong, json.JSONDecodeError) else 1
            broken.append(Problem(Origin(file, number, column), f"no JSON: {_said(wrong)}"))
            if len(broken) == MOST:
                break
    if not values or (broken and broken[0].origin.line == lines[0][0]):
        return (_one(Problem(Origin(file, error.lineno, error.colno), f"no JSON: {_said(error)}")),)
    return (Reading(None, tuple(broken)),) if broken else tuple(_several(values, (), source))


def _said(error: Exception) -> str:
    return (
        error.msg if isinstance(error, json.JSONDecodeError) else "too deep, or a number too long"
    ).lower()


def _one(wrong: Problem) -> Reading[History]:
    return Reading(None, (wrong,))


def _whole(value: Any, source: Json) -> Iterator[Reading[History]]:
    if isinstance(value, list):
        yield from _several(value, (), source)
    elif not isinstance(value, dict):
        yield _one(problem(source, (), "neither a list nor an object", _EXPECTED))
    elif isinstance(value.get("incidents"), list):
        yield from _several(value["incidents"], ("incidents",), source)
    elif isinstance(value.get("incident"), dict):
        yield read_incident(value["incident"], ("incident",), source)
    elif isinstance(value.get("events"), list):
        yield _timeline(value["events"], ("events",), source, value)
    else:
        yield from _several([value], None, source)


def _several(values: Sequence[Any], place: Place | None, source: Json) -> Iterator[Reading[History]]:
    """Incidents, each a history; or the events of one. Without a place the only value is the whole text."""
    places: list[Place] = [() if place is None else (*place, index) for index in range(len(values))]
    if any(_is_incident(value) for value in values):
        for value, where in zip(values, places, strict=True):
            if _is_incident(value):
                yield read_incident(value, where, source)
            else:
                yield _one(problem(source, where, "this is no incident of a status page", "its updates"))
    elif place is None and not (isinstance(values[0], dict) and "time" in values[0]):
        yield _one(problem(source, (), "the object is neither an incident nor an event", _EXPECTED))
    else:
        yield _timeline(values, place, source, {})


def _is_incident(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(value.get(name), list) for name in UPDATES)


def _timeline(
    values: Sequence[Any], place: Place | None, source: Json, about: Mapping[str, Any]
) -> Reading[History]:
    wrong = [
        problem(source, (*(place or ()), index), "this is no event", "an object with 'time' and 'text'")
        for index, value in enumerate(values)
        if not isinstance(value, dict)
    ]
    if wrong:
        return Reading(None, tuple(wrong[:MOST]))
    raws = [_raw(value, () if place is None else (*place, index)) for index, value in enumerate(values)]
    label = Label(
        place or (), text_of(about, "title"), text_of(about, "id"), source=text_of(about, "source"),
        records=_records(about.get("records")),
    )  # fmt: skip
    return make_history(raws, label, source)


def _records(value: Any) -> tuple[tuple[Place, str], ...]:
    """The kinds of event that a timeline says it holds: a word, or a list of words."""
    if isinstance(value, list):
        return tuple((("records", index), str(word)) for index, word in enumerate(value))
    return ((("records",), str(value)),) if value else ()


def _raw(value: Mapping[str, Any], place: Place) -> Raw:
    time, kind, text, who, about, state, following = (
        text_of(value, name) for name in ("time", "kind", "text", "who", "id", "state", "next")
    )
    return Raw(place, time, kind, text, who, about, state, _scope(value), following)


def _scope(value: Mapping[str, Any]) -> tuple[str, ...] | None:
    """What a post named as affected; None where that is not told."""
    named = value.get("scope")
    if isinstance(named, list):
        return tuple(plain(str(each)) for each in named)
    return (plain(named),) if isinstance(named, str) and named else None
