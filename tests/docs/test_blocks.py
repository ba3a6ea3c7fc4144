"""What the tutorial, the guides and the README show is what the program says."""

import os
import subprocess
import sys

import pytest

from tests.docs.blocks import Shown, renewed, shown, strays
from tests.docs.markdown import ROOT, fences

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "tutorial").glob("*.md"))]
PAGES += sorted((ROOT / "docs" / "guides").glob("*.md"))
RUN = [page for page in PAGES if shown(page.read_text("utf-8"))]


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def run(told, page, folder):
    """What a command says, with what stands beside the page typed into the play that the page begins."""
    script = page.with_suffix(".txt")
    typed = script.read_text("utf-8") if script.exists() and told.words[1] == "play" else ""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ICSIM_", "COLUMNS"))}
    settings = {
        **kept,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "PYTHONIOENCODING": "utf-8",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "simulator", *told.words[1:]], input=typed, cwd=folder, capture_output=True,
        text=True, encoding="utf-8", env={**settings, "PYTHONPATH": str(ROOT)}, timeout=300, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def lay_out(page, folder):
    """The tables, JSON and scripts that a page shows, as the files that it calls them."""
    for fence in fences(page.read_text("utf-8")):
        if fence.info.startswith(("csv ", "json ", "script ")):
            (folder / fence.info.split()[1]).write_text(fence.text, "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_the_output_shown_is_what_the_program_says(page, tmp_path, regold):
    lay_out(page, tmp_path)
    for number in range(len(shown(page.read_text("utf-8")))):
        told = shown(page.read_text("utf-8"))[number]
        output = run(told, page, tmp_path)
        if regold:
            page.write_text(renewed(page.read_text("utf-8"), told, output), "utf-8")
            told = shown(page.read_text("utf-8"))[number]
        for piece in strays(told, output):
            assert "\n".join(output) == "\n".join(piece.lines), f"{name_of(page)}, line {piece.begins + 1}"


def test_the_tutorial_is_run():
    assert ROOT / "docs" / "tutorial" / "first-outage.md" in RUN


def test_what_is_typed_into_the_tutorial_is_shown_in_it():
    page = ROOT / "docs" / "tutorial" / "first-outage.md"
    lines = [line for fence in fences(page.read_text("utf-8")) for line in fence.lines]
    typed = [
        line for line in page.with_suffix(".txt").read_text("utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    assert [words for words in typed if not any(line.endswith(f" > {words}") for line in lines)] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_command_of_icsim_is_run_or_needs_a_person(page):
    for fence in fences(page.read_text("utf-8")):
        if any(line.startswith("$ icsim") for line in fence.lines):
            assert fence.info == "console"


# ---- the blocks themselves ----

TOLD = """\
```console
$ icsim say
one 1
...
```

And on:

```console
three 3
four
```
"""


def the_one(text: str) -> Shown:
    (told,) = shown(text)
    return told


def test_pieces_go_on_with_what_was_said():
    told = the_one(TOLD)
    assert [piece.lines for piece in told.pieces] == [("one 1",), ("three 3", "four")]
    assert list(strays(told, ["one 1", "two 2", "three 3", "four"])) == []


@pytest.mark.parametrize(
    "output",
    [
        ["one 2", "three 3", "four"],
        ["one 1", "three 3", "and", "four"],
        ["one 1", "three 3", "four", "five"],
        ["zero", "one 1", "three 3", "four"],
    ],
)
def test_another_output_is_noticed(output):
    assert list(strays(the_one(TOLD), output))


def test_a_page_is_made_again_from_the_output():
    again = renewed(TOLD, the_one(TOLD), ["one 10", "two", "three 30", "three and a half", "four"])
    assert again == TOLD.replace("one 1", "one 10").replace("three 3", "three 30\nthree and a half")


def test_a_page_that_tells_another_story_wants_a_hand():
    with pytest.raises(LookupError, match="'three 0'"):
        renewed(TOLD, the_one(TOLD), ["one", "two"])
