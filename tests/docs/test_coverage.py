"""What is asked and where it is judged: each demand once, each name there, nothing of the judge left out."""

import re

import pytest

from simulator.exercise.players.cast import EVERYONE
from simulator.exercise.players.cheats import CHEATS
from simulator.scoring.documentation import page
from simulator.scoring.patterns import PATTERNS
from simulator.scoring.patterns.documentation import pattern_page
from simulator.scoring.rules import RULES
from tests.docs.markdown import ROOT

TEXT = (ROOT / "docs" / "background" / "coverage.md").read_text("utf-8")
GROUPS = {"A": 6, "B": 9, "C": 9, "D": 7, "E": 6, "F": 13, "G": 4, "H": 6}
ASKED = [f"{group}{number}" for group, last in GROUPS.items() for number in range(1, last + 1)]
WRONG = [f"X{number}" for number in range(1, 27)]
WAYS = [str(number) for number in range(1, 18)]
NOTHING = ("nothing", "none")


def rows(*columns: str) -> list[list[str]]:
    """The rows of all tables whose head has these columns."""
    found, wanted = list[list[str]](), False
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells or (head := cells[0]) in ("id", "no"):
            wanted = bool(cells) and cells[1:] == list(columns)
        elif wanted and set(head) != {"-"}:
            found.append(cells)
    return found


DEMANDS = rows("asked", "judged by", "not judged")
PATTERN_ROWS = rows("in our words", "pattern", "rule", "not seen")
WAY_ROWS = rows("way", "what answers it", "who tries")


def anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


RULE_LINKS = {rule.NAME: f"../reference/rules.md#{anchor(page(rule).title)}" for rule in RULES}
PATTERN_LINKS = {one.NAME: f"../reference/patterns.md#{anchor(pattern_page(one).title)}" for one in PATTERNS}
LINKED = re.findall(r"\[`([a-z-]+)`\]\(([^)]+)\)", TEXT)


def test_every_demand_has_one_row_in_order():
    assert [cells[0] for cells in DEMANDS] == ASKED
    assert [cells[0] for cells in PATTERN_ROWS] == WRONG
    assert [cells[0] for cells in WAY_ROWS if cells[0] != "+"] == WAYS


@pytest.mark.parametrize("demand", ASKED + WRONG)
def test_and_is_named_nowhere_else(demand):
    assert len(re.findall(rf"\b{demand}\b", TEXT)) == 1


@pytest.mark.parametrize("cells", [*DEMANDS, *PATTERN_ROWS, *WAY_ROWS], ids=lambda cells: " ".join(cells[:2]))
def test_what_nothing_judges_has_a_reason(cells):
    judged = " ".join(cells[2:-1])
    assert all(cells[:-1])
    assert "`" in judged or cells[-1]
    if cells[2].startswith(NOTHING) or cells[3] in NOTHING:
        assert len(cells[-1].split()) > 3


def test_a_name_leads_to_its_own_page():
    known = set(RULE_LINKS.items()) | set(PATTERN_LINKS.items())
    assert [link for link in LINKED if link not in known] == []


def test_every_other_name_in_code_is_a_player():
    bare = re.findall(r"`([^`]+)`", re.sub(r"\[`[^`]+`\]\([^)]+\)", "", TEXT))
    assert [name for name in bare if name not in EVERYONE] == []


def test_every_rule_and_every_pattern_is_on_it():
    judging = "".join([*(cells[2] for cells in DEMANDS), *(cells[2] + cells[3] for cells in PATTERN_ROWS)])
    missing = [link for link in [*RULE_LINKS.values(), *PATTERN_LINKS.values()] if f"({link})" not in judging]
    assert missing == []


def test_every_pattern_is_in_the_row_of_what_goes_wrong():
    named = [name for cells in PATTERN_ROWS for name in re.findall(r"`([a-z-]+)`", cells[2])]
    assert sorted(named) == sorted(PATTERN_LINKS)


def test_a_pattern_stands_where_its_page_says():
    for one in PATTERNS:
        (cells,) = (row for row in PATTERN_ROWS if f"`{one.NAME}`" in row[2])
        assert re.search(rf"\b{cells[0]}\b", pattern_page(one).source), one.NAME


def test_every_cheat_is_on_it():
    tried = " ".join(cells[-1] for cells in WAY_ROWS)
    assert [cheat.name for cheat in CHEATS if f"`{cheat.name}`" not in tried] == []


def test_a_player_in_brackets_is_no_cheat_and_every_other_is_one():
    tried = " ".join(cells[-1] for cells in WAY_ROWS)
    flawed = {
        name for inside in re.findall(r"\(([^)]*)\)", tried) for name in re.findall(r"`([^`]+)`", inside)
    }
    cheats = {cheat.name for cheat in CHEATS}
    assert flawed.isdisjoint(cheats)
    assert set(re.findall(r"`([^`]+)`", tried)) - flawed == cheats


def test_an_id_that_a_rule_cites_is_answered_by_it():
    for rule in RULES:
        why = page(rule).why
        for cells in DEMANDS:
            if re.search(rf"\b{cells[0]}\b", why):
                assert f"`{rule.NAME}`" in cells[2], (rule.NAME, cells[0])
