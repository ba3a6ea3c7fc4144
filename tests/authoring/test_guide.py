"""The guide's examples hold, and it names every key."""

import re
from pathlib import Path

import pytest

from simulator.authoring import KINDS, read_doctrine, read_organisation, read_scenario, schema

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
GUIDE = (GUIDES / "authoring.md").read_text(encoding="utf-8")
MORE = (GUIDES / "mechanisms.md").read_text(encoding="utf-8")
WHOLE = {
    "organisation": ROOT / "scenarios" / "organisations" / "parley.yaml",
    "doctrine": ROOT / "scenarios" / "doctrines" / "intercom.yaml",
}


def pieces(kind: str) -> list[str]:
    return re.findall(rf"```yaml\n# {kind}\n(.*?)```", GUIDE, re.DOTALL)


def sections(text: str) -> dict[str, str]:
    """A file's text by its keys at the margin."""
    begins = [match.start() for match in re.finditer(r"^[a-z]", text, re.MULTILINE)]
    parts = [text[begin:end] for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)]
    return {part.split(":")[0]: part for part in parts}


def test_every_example_is_one_of_a_kind():
    assert GUIDE.count("```yaml") == sum(len(pieces(kind)) for kind in KINDS) > 10


def test_the_scenario_in_pieces_is_whole():
    parley = read_organisation(WHOLE["organisation"].read_text(encoding="utf-8"), "parley.yaml").value
    assert parley
    reading = read_scenario("".join(pieces("scenario")), "guide", parley, {"intercom"})
    assert reading.problems == ()


@pytest.mark.parametrize("piece", pieces("doctrine"))
def test_a_piece_of_a_doctrine_fits_into_a_whole_one(piece):
    whole = sections(WHOLE["doctrine"].read_text(encoding="utf-8")) | sections(piece)
    assert read_doctrine("".join(whole.values()), "guide").problems == ()


def test_the_pieces_of_an_organisation_fit_into_a_whole_one():
    whole = sections(WHOLE["organisation"].read_text(encoding="utf-8"))
    for piece in pieces("organisation"):
        whole |= sections(piece)
    assert read_organisation("".join(whole.values()), "guide").problems == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_in_the_guide(kind):
    whole = schema(kind)
    keys = {key for part in (whole, *whole["$defs"].values()) for key in part.get("properties", {})}
    told = re.sub(r"\s+", " ", GUIDE + MORE)
    assert sorted(key for key in keys if not re.search(rf"[`{{ ]{re.escape(key)}[`:]", told)) == []
