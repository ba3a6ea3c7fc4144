"""The reference says what the program is: its pages are current, and nothing is left out."""

from importlib import import_module

import click
import pytest

from simulator.authoring import KINDS, schema
from simulator.cli import COMMANDS
from simulator.domain.codec import KINDS as ENTRIES
from simulator.domain.doctrine import AXES
from simulator.domain.duration import show_clock
from simulator.domain.notation import read_timeline, write_timeline
from simulator.exercise.recording import FORMAT
from simulator.grammar.table import TABLE
from simulator.library.critic import ALL_RULES
from simulator.library.diary import SETTING
from simulator.library.places import OWN_FOLDERS
from simulator.scoring.rules import RULES
from tests.docs.markdown import fences
from tests.docs.pages import DOCS, PAGES, made


def page(name: str) -> str:
    return (DOCS / "reference" / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_program_says(name, regold):
    if regold:
        (DOCS / "reference" / f"{name}.md").write_text(made(name), "utf-8")
    assert page(name) == made(name), "made from the program; to make it again: ./dev regold tests/docs"


def test_every_page_of_the_reference_is_made():
    assert {path.stem for path in (DOCS / "reference").glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.verb)
def test_every_command_is_documented(row):
    text = page("commands")
    assert f"### {row.verb}\n" in text
    assert row.shown in text
    assert all(f"`{verb}`" in text for verb in row.verbs[1:])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_every_rule_is_documented(rule):
    assert f"\n`{rule.NAME}`\n" in page("rules")


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.NAME)
def test_every_rule_of_the_critic_is_documented(rule):
    assert f"\n`{rule.NAME}`" in page("checks")


@pytest.mark.parametrize("axis", AXES)
def test_every_axis_is_in_the_rules_and_in_the_guide(axis):
    assert f"## {axis[0].upper()}{axis[1:]}\n" in page("rules")
    assert f"**{axis}**" in (DOCS / "guides" / "reading-a-debrief.md").read_text("utf-8").lower()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_the_command_line_is_documented(name):
    text = page("cli").partition(f"## icsim {name}\n")[2].partition("\n## ")[0]
    command = import_module(COMMANDS[name][0]).command
    for option in command.params:
        spellings = option.opts if isinstance(option, click.Option) else [option.make_metavar(_context())]
        assert all(spelling in text for spelling in spellings), option.name


def _context() -> click.Context:
    return click.Context(click.Command("icsim"))


def test_every_setting_of_the_environment_is_documented():
    assert all(f"`{name}`" in page("cli") for name in (OWN_FOLDERS, SETTING, "NO_COLOR"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_scenario_file_is_documented(kind):
    text = page("scenario-keys").partition(f"\n## {kind.capitalize()}\n")[2].partition("\n## ")[0]
    whole = schema(kind)
    for shape in (whole, *whole["$defs"].values()):
        for key, part in shape.get("properties", {}).items():
            assert f"\n| `{key}`" in text
            assert part.get("description", "") in text.replace("\\|", "|")


@pytest.mark.parametrize("kind", ENTRIES)
def test_every_kind_of_entry_is_documented(kind):
    assert f"#### {kind}\n" in page("recording")


def test_the_timeline_shown_is_in_the_notation():
    (shown,) = [fence.text for fence in fences(page("recording")) if fence.text.startswith("0:")]
    entries = read_timeline(shown)
    assert [show_clock(entry.at) for entry in entries] == ["0:00:00", "0:07:05", "0:31:30"]
    assert read_timeline(write_timeline(entries)) == entries


def test_the_format_told_is_the_format_written():
    assert f"format {FORMAT}." in page("recording")
