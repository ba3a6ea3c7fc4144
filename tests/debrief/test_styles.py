"""Colours can be read: text stands out from every ground in both modes, and the figures' colours exist."""

import re

import pytest

from simulator.debrief.figures.palette import NAMES
from tests.debrief.conftest import REPORTS

PALETTE = (REPORTS / "styles" / "palette.css").read_text("utf-8")
PRINT = (REPORTS / "styles" / "print.css").read_text("utf-8")
LIGHT, DARK = PALETTE.split("@media (prefers-color-scheme: dark)")


def _colours(css):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", css))


def _light(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    bright, dim = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("css", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize("text", ["ink", "quiet", "loss", "work", "good"])
@pytest.mark.parametrize("ground", ["paper", "ground", "tint"])
def test_text_stands_out(css, text, ground):
    colours = _colours(css)

    assert _contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("css", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_causes_stand_out_from_the_paper(css):
    colours = _colours(css)

    assert all(_contrast(colours[f"cause-{n}"], colours["paper"]) >= 3 for n in range(1, 7))


@pytest.mark.parametrize("css", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_every_colour_of_the_figures_is_in_the_palette(css):
    assert set(NAMES.values()) <= set(_colours(css))


def test_paper_is_light_mode():
    light, paper = _colours(LIGHT), _colours(PRINT)

    assert {name: paper[name] for name in paper if name != "ground"} == {
        n: light[n] for n in paper if n != "ground"
    }
