"""The guide's examples hold, and it names every key."""

import re
from pathlib import Path

import pytest

from simulator.authoring import KINDS, read_doctrine, read_organisation, read_scenario, schema
from simulator.exercise.players import ByTheBook, play
from simulator.library import Library
from simulator.library.checking import criticise
from simulator.library.starting import put, start, text_of
from simulator.library.timelines import incident_in
from simulator.library.trying import sweep, tell, trial

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


FILES = ("lost-orders", "march")
"""The outages that the guide begins with `icsim new`, and changes."""


def sections(text: str) -> dict[str, str]:
    """A file's text by its keys at the margin."""
    begins = [match.start() for match in re.finditer(r"^[a-z]", text, re.MULTILINE)]
    parts = [text[begin:end] for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)]
    return {part.split(":")[0]: part for part in parts}


def test_every_example_is_one_of_a_kind():
    told = (*KINDS, *(f"{name}.yaml" for name in FILES))
    assert GUIDE.count("```yaml") == sum(len(pieces(kind)) for kind in told) > 10
    assert all(pieces(kind) for kind in told)


def test_the_scenario_in_pieces_is_whole():
    parley = read_organisation(WHOLE["organisation"].read_text(encoding="utf-8"), "parley.yaml").value
    assert parley
    reading = read_scenario("".join(pieces("scenario")), "guide", parley, {"intercom"})
    assert reading.problems == ()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_the_guide_begins_and_changes_can_be_played(name, tmp_path):
    table = re.search(r"```csv march.csv\n(.*?)```", GUIDE, re.DOTALL)
    assert table
    (tmp_path / "march.csv").write_text(table[1], encoding="utf-8")
    library = Library.open(())
    history = incident_in(tmp_path / "march.csv", None) if name == "march" else None
    company = start("organisation", "teahouse", tmp_path, library)
    put(company, text_of(company, library, None, None, None))
    begun = start("scenario", name, tmp_path, library)
    whole = sections(text_of(begun, library, None, None, history))
    for piece in pieces(f"{name}.yaml"):
        assert set(sections(piece)) <= set(whole)
        whole |= sections(piece)
    begun.path.write_text("\n".join(whole.values()), encoding="utf-8")
    outage = library.outage(str(begun.path))
    assert outage.scenario.title in "".join(whole.values())
    assert play(outage.exercise(1), ByTheBook()).over


def test_the_critic_has_nothing_against_it(tmp_path):
    path = tmp_path / "guide.yaml"
    path.write_text("".join(pieces("scenario")), encoding="utf-8")
    assert criticise(path, Library.open([])).problems == ()


def test_every_cause_of_it_can_be_solved_and_all_of_it_is_reached(tmp_path):
    path = tmp_path / "guide.yaml"
    path.write_text("".join(pieces("scenario")), encoding="utf-8")
    found = trial(sweep(Library.open([]).outage(str(path)), ("idle", "by-the-book"), 4))
    assert found.fine, tell(found, {})
    assert not any(cause.lingers.mostly for cause in found.causes)


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
