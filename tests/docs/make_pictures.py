"""Makes the pictures of the documentation and the gallery of debriefs from real plays.

Run it by hand when the console or the debrief looks different, and look at what it made:

    .venv/bin/python -m tests.docs.make_pictures
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import pexpect
import pyte

from tests.conftest import PROGRAMS
from tests.docs import room_pictures

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
GALLERY = ROOT / "reports" / "gallery"
SCRIPT = ROOT / "docs" / "tutorial" / "first-outage.txt"
PLAY = ("play", "write-stall", "--seed", "28")

COLUMNS, LINES = 90, 27
UNTIL = "investigate app"
TYPED = "check "
"""The console is shown after the command that begins with `UNTIL`, with this typed and Tab pressed."""

PAPER, INK = "#1d2126", "#d7dce2"
COLOURS = {
    "black": "#1d2126", "red": "#ff7b72", "green": "#7ee787", "brown": "#e3b341", "blue": "#79c0ff",
    "magenta": "#d2a8ff", "cyan": "#76d9e6", "white": "#d7dce2", "default": INK,
    "brightblack": "#8b949e", "brightred": "#ffa198", "brightgreen": "#9ff0a8", "brightbrown": "#f2cc60",
    "brightblue": "#a5d6ff", "brightmagenta": "#e2c5ff", "brightcyan": "#a5e8f0", "brightwhite": "#ffffff",
}  # fmt: skip
WIDE, HIGH, SIZE, EDGE = 8.43, 18, 14, 14
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
SAYS = "The console in the middle of an outage"


def main() -> None:
    """Make everything."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        console = svg(console_screen(folder / "console"))
        (PICTURES / "console.svg").write_text(console, "utf-8")
        debriefs(folder)
        photograph(GALLERY / "write-stall-28.html", PICTURES / "debrief.png", 760)
        photograph(only("story", folder), PICTURES / "story.png", 1050)
    room_pictures.main()


# ---- the console ----


def console_screen(folder: Path) -> pyte.Screen:
    """The screen of a real terminal in which the tutorial is played up to the look at the app."""
    folder.mkdir()
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.Stream(screen)
    icsim = _start(folder)
    for words in _commands():
        icsim.send(words + "\r")
        _settle(icsim, stream)
        if words.startswith(UNTIL):
            break
    icsim.send(TYPED)
    _settle(icsim, stream)
    icsim.send("\t")
    _settle(icsim, stream)
    icsim.close(force=True)
    return screen


def _start(folder: Path) -> pexpect.spawn:
    settings = {**os.environ, "TERM": "xterm-256color", "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    settings.pop("NO_COLOR", None)
    return pexpect.spawn(
        sys.executable, ["-m", "simulator", *PLAY], cwd=str(folder), env=settings,
        dimensions=(LINES, COLUMNS), encoding="utf-8", timeout=30,
    )  # fmt: skip


def _commands() -> list[str]:
    return [line for line in SCRIPT.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _settle(icsim: pexpect.spawn, stream: pyte.Stream) -> None:
    """Take what is written until nothing comes for a moment, and answer the terminal's questions."""
    while True:
        try:
            text = icsim.read_nonblocking(65536, timeout=0.7)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        stream.feed(text)
        if "\x1b[6n" in text:
            cursor = stream.listener.cursor  # type: ignore[union-attr]
            icsim.send(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")


def svg(screen: pyte.Screen) -> str:
    """A screen as a picture."""
    width, height = COLUMNS * WIDE + 2 * EDGE, LINES * HIGH + 2 * EDGE
    lines = [text for row in range(LINES) for text in _row(screen, row)]
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{SAYS}">',
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
        f'<g font-family="{FONTS}" font-size="{SIZE}">',
        *lines, "</g>", "</svg>", "",
    ])  # fmt: skip


def _row(screen: pyte.Screen, row: int) -> Iterator[str]:
    at = 0
    cells = [screen.buffer[row][column] for column in range(COLUMNS)]
    for (ink, paper, bold), run in groupby(cells, key=_look):
        text = "".join(cell.data for cell in run)
        x, y = EDGE + at * WIDE, EDGE + row * HIGH
        if paper != PAPER:
            yield f'<rect x="{x:.1f}" y="{y}" width="{len(text) * WIDE:.1f}" height="{HIGH}" fill="{paper}"/>'
        if text.strip():
            weight = ' font-weight="bold"' if bold else ""
            yield (
                f'<text x="{x:.1f}" y="{y + 13.5}" textLength="{len(text) * WIDE:.1f}" fill="{ink}"{weight}>'
                f"{_tied(text)}</text>"
            )
        at += len(text)


def _tied(text: str) -> str:
    """Text whose blanks nobody takes away."""
    return escape(text).replace(" ", "\N{NO-BREAK SPACE}")


def _look(cell: pyte.screens.Char) -> tuple[str, str, bool]:
    ink = _colour(cell.fg, INK)
    paper = _colour(cell.bg, PAPER)
    return (paper, ink, cell.bold) if cell.reverse else (ink, paper, cell.bold)


def _colour(name: str, default: str) -> str:
    if name == "default":
        return default
    return COLOURS.get(name, f"#{name}")


# ---- the debriefs ----


def debriefs(folder: Path) -> None:
    """The gallery: the tutorial's play, and the same outage with a program in the chair, and with nobody."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    _gallery(folder, "write-stall-28", "--script", str(SCRIPT))
    _gallery(folder, "write-stall-28-by-the-book", "--player", "by-the-book")
    _gallery(folder, "write-stall-28-idle", "--player", "idle")


def _gallery(folder: Path, name: str, *how: str) -> None:
    _icsim(
        *PLAY, *how, "--out", f"{name}.jsonl", inside=folder
    )  # a page names its recording as it was called
    shutil.copy(folder / f"{name}.html", GALLERY / f"{name}.html")


def _icsim(*words: str, inside: Path | None = None) -> None:
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "simulator", *words]
    subprocess.run(command, check=True, env=settings, stdout=subprocess.DEVNULL, cwd=inside)


def only(section: str, folder: Path) -> Path:
    """The page of the tutorial's play with one section and nothing else."""
    text = (GALLERY / "write-stall-28.html").read_text("utf-8")
    hidden = f"<style>header, nav, footer, section:not(#{section}) {{ display: none !important }}</style>"
    page = folder / f"{section}.html"
    page.write_text(text.replace("</head>", f"{hidden}</head>"), "utf-8")
    return page


def photograph(page: Path, picture: Path, height: int) -> None:
    """What a browser shows of the top of a page."""
    browser = next(filter(None, map(shutil.which, PROGRAMS["browser"])), None)
    if browser is None:
        sys.exit(f"none of {', '.join(PROGRAMS['browser'])} is on this machine")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={profile}", "--force-device-scale-factor=1.5", f"--window-size=1100,{height}",
             f"--screenshot={picture}", page.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


if __name__ == "__main__":
    main()
