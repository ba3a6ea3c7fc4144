"""Imports go down only, each library stays in its layer, and nobody draws by chance."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = {contract["id"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
# The import names of a distribution. pydantic holds its core to one exact version: the two are one library.
IMPORT_NAMES = {"pyyaml": {"yaml"}, "pydantic": {"pydantic", "pydantic_core"}}
DOORS = {"__main__", "cli", "bench", "terminal", "room"}


def imported_roots(path: Path) -> set[str]:
    """The top-level names that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def layers() -> set[str]:
    """The folders that the layers contract names."""
    words = " ".join(CONTRACTS["layers"]["layers"]).replace("|", " ").replace("(", " ").replace(")", " ")
    return set(words.split())


def libraries() -> set[str]:
    """The import names of the declared dependencies, optional ones too."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = [*PROJECT["project"]["dependencies"], *(text for extra in extras for text in extra)]
    names = {canonicalize_name(Requirement(text).name) for text in declared}
    return set().union(*(IMPORT_NAMES.get(name, {name.replace("-", "_")}) for name in names))


def test_the_contracts_hold():
    linter = Path(sys.executable).parent / "lint-imports"
    outcome = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_no_contract_has_exceptions():
    loosened = {name: [key for key in contract if "ignore" in key] for name, contract in CONTRACTS.items()}
    assert not any(loosened.values()), loosened
    assert CONTRACTS["layers"]["exhaustive"] is True


def test_every_layer_below_the_doors_is_kept_from_clocks():
    kept = {name.removeprefix("simulator.") for name in CONTRACTS["clocks"]["source_modules"]}
    assert kept == layers() - DOORS


SHARED = {"jinja2", "markupsafe", "simpy"}
"""Templates are filled by the two layers that make pages; SimPy runs the world, and alone in a measure."""


def test_every_declared_library_has_its_layer():
    kept = [contract for contract in CONTRACTS.values() if contract["type"] == "protected"]
    assigned = {
        name: contract["allowed_importers"] for contract in kept for name in contract["protected_modules"]
    }
    assert assigned.keys() == libraries()
    shared = {name for name, importers in assigned.items() if len(importers) != 1}
    assert shared == SHARED


@pytest.mark.parametrize(
    "path", sorted((ROOT / "simulator").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_only_declared_libraries_are_imported(path):
    assert imported_roots(path) <= libraries() | sys.stdlib_module_names | {"simulator"}


def test_nothing_draws_by_chance():
    places = [*ROOT.glob("simulator/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "dev"]
    assert [str(path.relative_to(ROOT)) for path in places if "random" in imported_roots(path)] == []
