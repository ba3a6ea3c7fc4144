"""The script `dev`: what it says, when it installs, and how it fails."""

import ast
import importlib.machinery
import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "dev"


@pytest.fixture
def dev():
    """The script as a module."""
    loader = importlib.machinery.SourceFileLoader("dev_script", str(SCRIPT))
    spec = importlib.util.spec_from_loader("dev_script", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def filled(dev, tmp_path):
    """An environment with a stamp and a Python in it, which nothing ever runs."""
    env = dev.Environment(tmp_path / ".venv")
    env.bin.mkdir(parents=True)
    env.python.touch()
    env.write({name: dev.digest(name) for name in ("core", "dev")})
    return env


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the script by this Python."""
    return subprocess.run([sys.executable, SCRIPT, *words], capture_output=True, text=True, timeout=60)


def test_without_a_command_it_teaches(dev):
    told = run()
    assert told.returncode == 0
    for name in dev.COMMANDS:
        assert f"./dev {name}" in told.stdout


def test_an_unknown_command_is_quoted_and_the_others_shown():
    told = run("tset")
    assert told.returncode == 2
    assert "no command 'tset'" in told.stderr
    assert "./dev test" in told.stderr


def test_a_python_that_is_not_there_is_quoted():
    told = run("test", "--python", "python9.9")
    assert told.returncode != 0
    assert "'python9.9'" in told.stderr


def test_an_older_python_gets_a_sentence():
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    told = subprocess.run([sys.executable, "-c", pretend, SCRIPT], capture_output=True, text=True)
    assert told.returncode == 1
    assert "this is Python 3.9.2, and icsim needs 3.11 or newer" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_old_python_can_read_the_script():
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 7))


def test_nothing_is_installed_when_the_stamp_fits(dev, filled, monkeypatch, capsys):
    monkeypatch.setattr(dev, "fill", lambda *_: pytest.fail("installed again"))
    started = time.perf_counter()
    dev.ensure(filled, "core")
    dev.ensure(filled, "dev")
    assert time.perf_counter() - started < 0.2
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("change", ["python", "checkout"])
def test_another_python_or_place_makes_the_environment_anew(dev, filled, change):
    stamp = json.loads(filled.stamp.read_text("utf-8"))
    filled.stamp.write_text(json.dumps({**stamp, change: "another"}), "utf-8")
    assert filled.read() == {}
    assert not filled.is_current("core")


def test_a_changed_lock_is_installed_again_in_the_same_environment(dev, filled, monkeypatch):
    filled.write({"core": "the hash of an older lock"})
    done: list[str] = []
    monkeypatch.setattr(dev, "create", lambda env: done.append("create"))
    monkeypatch.setattr(dev, "install", lambda env, *words: done.append(words[0]))
    dev.ensure(filled, "core")
    assert done == ["--require-hashes", "--no-deps"]
    assert filled.is_current("core")


def test_an_installation_that_broke_off_is_not_taken_for_done(dev, filled, monkeypatch):
    def fail(env, *words):
        raise dev.SetupError("no network")

    filled.write({})
    monkeypatch.setattr(dev, "install", fail)
    with pytest.raises(dev.SetupError):
        dev.ensure(filled, "core")
    assert not filled.is_current("core")


def test_what_the_tests_need_includes_what_a_play_needs(dev, filled, monkeypatch):
    filled.write({})
    monkeypatch.setattr(dev, "install", lambda env, *words: None)
    dev.ensure(filled, "dev")
    assert filled.is_current("core")
    assert not filled.is_current("quality")
