"""The JSON Schema of each kind of file, for editors that complete and check while one types."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

from simulator.authoring.shapes.company import OrganisationShape
from simulator.authoring.shapes.outage import ScenarioShape
from simulator.authoring.shapes.process import DoctrineShape

Kind: TypeAlias = Literal["organisation", "doctrine", "scenario"]
KINDS: tuple[Kind, ...] = ("organisation", "doctrine", "scenario")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES: Mapping[Kind, type[BaseModel]] = {
    "organisation": OrganisationShape,
    "doctrine": DoctrineShape,
    "scenario": ScenarioShape,
}


@cache
def schema(kind: Kind) -> dict[str, Any]:
    """JSON Schema (2020-12) of a kind of file. The caller must not change it."""
    made = _tidy(_SHAPES[kind].model_json_schema(mode="validation"))
    assert isinstance(made, dict)
    return {"$schema": DIALECT, **made, "title": f"icsim {kind}"}


def _tidy(part: Any) -> Any:
    """Without titles that only repeat a name, and without null: an empty value is never right here."""
    if isinstance(part, list):
        return [_tidy(item) for item in part if item != {"type": "null"}]
    if not isinstance(part, dict):
        return part
    tidy = {key: _tidy(value) for key, value in part.items() if not _needless(key, value)}
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if len(tidy.get("anyOf", ())) == 1:
        only = tidy.pop("anyOf")[0]
        return {**only, **tidy}
    return tidy


def _needless(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and not value)
