"""The outline of a kind of file, read from its JSON Schema: what may stand where, and what for."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from simulator.authoring.text.node import Path

Schema: TypeAlias = Mapping[str, Any]
KEY = "[key]"


def keys(schema: Schema, path: Path) -> tuple[str, ...]:
    """The keys that may stand at a path, in the order in which they are best written."""
    found = (key for part in _parts(schema, path) for key in part.get("properties", {}))
    return tuple(dict.fromkeys(found))


def required(schema: Schema, path: Path) -> tuple[str, ...]:
    """The keys that must stand at a path."""
    return tuple(dict.fromkeys(key for part in _parts(schema, path) for key in part.get("required", ())))


def fits(schema: Schema, path: Path, word: str) -> bool:
    """Whether a word is written as what stands at a path is, as far as there is a pattern for that."""
    patterns = [part["pattern"] for part in _parts(schema, path) if "pattern" in part]
    return not patterns or any(re.search(pattern, word) for pattern in patterns)


def choices(schema: Schema, path: Path) -> tuple[str, ...]:
    """The words that may stand at a path, where only some may."""
    found = (str(word) for part in _parts(schema, path) for word in _words(part))
    return tuple(dict.fromkeys(found))


def about(schema: Schema, path: Path) -> str:
    """What stands at a path, in words; empty when it is not known."""
    return next(
        (part["description"] for part in _parts(schema, path, resolved=False) if "description" in part), ""
    )


def _words(part: Schema) -> tuple[object, ...]:
    return tuple(part.get("enum", ())) + ((part["const"],) if "const" in part else ())


def _parts(schema: Schema, path: Path, *, resolved: bool = True) -> list[Schema]:
    parts: list[Schema] = [schema]
    for step in path:
        parts = [
            child for part in parts for whole in _alternatives(schema, part) for child in _step(whole, step)
        ]
    return [whole for part in parts for whole in _alternatives(schema, part)] if resolved else parts


def _alternatives(schema: Schema, part: Schema) -> Iterator[Schema]:
    if "$ref" in part:
        yield from _alternatives(schema, schema["$defs"][part["$ref"].rsplit("/", 1)[-1]])
    yield part
    for other in (*part.get("anyOf", ()), *part.get("allOf", ())):
        yield from _alternatives(schema, other)


def _step(part: Schema, step: str | int) -> Iterator[Schema]:
    if step == KEY:
        children = [part.get("propertyNames")]
    elif isinstance(step, int):
        children = [part.get("items")]
    else:
        named = part.get("patternProperties", {}).values()
        children = [part.get("properties", {}).get(step), *named, part.get("additionalProperties")]
    return (child for child in children if isinstance(child, Mapping))
