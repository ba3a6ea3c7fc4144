"""The JSON Schemas that editors use."""

import json
from pathlib import Path

import pytest

from simulator.authoring import KINDS, schema
from simulator.authoring.schema import DIALECT

FOLDER = Path(__file__).parents[2] / "scenarios" / "schemas"


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_current(kind, regold):
    path = FOLDER / f"{kind}.schema.json"
    text = json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"
    if regold:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_is_for(kind):
    whole = schema(kind)
    assert whole["$schema"] == DIALECT
    for name, part in {"": whole, **whole["$defs"]}.items():
        assert part["description"], name
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), f"{name}.{key}"


@pytest.mark.parametrize("kind", KINDS)
def test_no_key_may_be_made_up_and_none_may_be_empty(kind):
    whole = schema(kind)
    for part in (whole, *whole["$defs"].values()):
        assert part["additionalProperties"] is False
    assert '"null"' not in json.dumps(whole)
