"""The lock files: exact, hashed, for every Python named, in agreement, and free of addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]
LOCKS = ("core", "dev", "quality", "lock")
PYTHONS = ("3.11", "3.12", "3.13")


def text_of(lock: str) -> str:
    """A lock file as it is written."""
    return (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")


def pins(lock: str) -> list[Requirement]:
    """The packages that a lock file names."""
    lines = [line for line in text_of(lock).splitlines() if line and not line.startswith(" ")]
    return [Requirement(line.removesuffix("\\").strip()) for line in lines]


def version_of(pin: Requirement) -> str:
    """The one version that a pin allows."""
    (exact,) = pin.specifier
    assert exact.operator == "==", f"{pin} is not exact"
    return exact.version


def wanted(group: str) -> list[Requirement]:
    """A dependency group, with the groups that it includes."""
    found: list[Requirement] = []
    for entry in GROUPS[group]:
        found += [Requirement(entry)] if isinstance(entry, str) else wanted(entry["include-group"])
    return found


def asked_of(lock: str) -> list[Requirement]:
    """What pyproject.toml wants in a lock."""
    if lock == "lock":
        return wanted("lock")
    project = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    return project + wanted("build" if lock == "core" else lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_place(lock):
    allowed = re.compile(
        r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+( ; [^/\\@]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
    )
    odd = [line for line in text_of(lock).splitlines() if not allowed.fullmatch(line)]
    assert odd == []


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_is_asked_in_a_version_that_is_allowed(lock, python):
    here = {"python_version": python, "python_full_version": f"{python}.0"}
    apply = [pin for pin in pins(lock) if not pin.marker or pin.marker.evaluate(here)]
    chosen = {canonicalize_name(pin.name): version_of(pin) for pin in apply}
    for requirement in asked_of(lock):
        version = chosen.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not in requirements/{lock}.txt; run ./dev lock"
        assert requirement.specifier.contains(version), f"{requirement} against {version}; run ./dev lock"


@pytest.mark.parametrize(("smaller", "larger"), [("core", "dev"), ("dev", "quality")])
def test_a_larger_lock_agrees_with_the_smaller(smaller, larger):
    versions = {(pin.name, str(pin.marker)): version_of(pin) for pin in pins(larger)}
    differing = [
        str(pin) for pin in pins(smaller) if versions.get((pin.name, str(pin.marker))) != version_of(pin)
    ]
    assert differing == []
