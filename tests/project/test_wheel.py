"""The wheel, installed elsewhere and run from an empty folder, works as the checkout does."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = "simulator/_shipped"
SCRIPT = "wait 1m\nend\n"

pytestmark = [pytest.mark.wheel, pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT]
    built = subprocess.run(words, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = out.glob("icsim-*.whl")
    return made


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory) -> Path:
    """The programs of an environment that holds the wheel and sees this one's libraries, not the checkout."""
    home = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    paths = {"base": str(home), "platbase": str(home)}
    python = Path(sysconfig.get_path("scripts", "venv", paths), "python")
    words = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel]
    installed = subprocess.run(words, capture_output=True, text=True)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    # A folder that a .pth names is not searched for more .pth files: the checkout stays out of sight.
    libraries = sysconfig.get_path("purelib")
    Path(sysconfig.get_path("purelib", "venv", paths), "libraries.pth").write_text(libraries + "\n")
    return python.parent


@pytest.fixture
def run(elsewhere, tmp_path):
    """Run a program of that environment in an empty folder, with an empty home."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "home").mkdir()
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "ICSIM", "VIRTUAL"))
    }

    def run_there(program: str, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [elsewhere / program, *words],
            cwd=tmp_path / "empty",
            env={**kept, "HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run_there


def files_of(folder: str) -> set[str]:
    """The files of a top-level data folder that belong in the wheel."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return {name for name in listed if not name.startswith("reports/gallery/") and (ROOT / name).exists()}


def test_the_wheel_ships_the_data_and_no_gallery(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {name.removeprefix(f"{SHIPPED}/") for name in names if name.startswith(f"{SHIPPED}/")}
    assert any(name.startswith("scenarios/") for name in shipped), "no scenario in the wheel"
    assert any(name.startswith("reports/") for name in shipped), "no report template in the wheel"
    assert shipped == files_of("scenarios") | files_of("reports")


def test_the_wheel_holds_one_package_and_its_licence(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    roots = {name.partition("/")[0] for name in names}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"simulator"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_package_comes_from_the_wheel(run, elsewhere):
    told = run("python", "-c", "import simulator; print(simulator.__file__)")
    assert told.returncode == 0, told.stderr
    assert Path(told.stdout.strip()).is_relative_to(elsewhere.parent)


def test_help_runs_from_an_empty_folder(run):
    told = run("icsim", "--help")
    assert told.returncode == 0, told.stderr
    assert "play" in told.stdout


def test_the_shipped_outages_are_listed(run):
    told = run("icsim", "list", "--json")
    assert told.returncode == 0, told.stderr
    assert "write-stall" in [outage["id"] for outage in json.loads(told.stdout)]


def test_an_outage_is_played_from_the_wheel(run, tmp_path):
    script = tmp_path / "commands.txt"
    script.write_text(SCRIPT, "utf-8")
    told = run("icsim", "play", "write-stall", "--seed", "1", "--script", str(script))
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Traceback" not in told.stderr


def test_a_file_is_begun_from_the_wheel(run):
    told = run("icsim", "new", "organisation", "teahouse")
    assert told.returncode == 0, told.stdout + told.stderr
    told = run("icsim", "check", "organisations")
    assert told.returncode == 0, told.stdout + told.stderr
