"""The figures' colours, as they are on white paper; in a page the style sheet has the last word."""

import re
from collections.abc import Mapping

INK = "#1d2126"
QUIET = "#59616b"
RULE = "#d5d9df"
PAPER = "#ffffff"
LOSS = "#b3372b"
WORK = "#2a5d8f"
GOOD = "#2b7a4b"
CAUSES = ("#3d6fa3", "#c08a2e", "#5b8a72", "#8a6da8", "#9a9fa6", "#b5675f")
HATCHES = ("", "///", "\\\\\\", "xx", "|||", "--")

NAMES: Mapping[str, str] = {
    INK: "ink", QUIET: "quiet", RULE: "rule", PAPER: "paper", LOSS: "loss", WORK: "work", GOOD: "good",
    **{colour: f"cause-{number}" for number, colour in enumerate(CAUSES, 1)},
}  # fmt: skip
"""The variable of the style sheet that stands for each colour."""

_COLOUR = re.compile("|".join(NAMES))


def follow_the_page(svg: str) -> str:
    """The drawing with every colour replaced by the page's own, and as it was where there is no page."""
    return _COLOUR.sub(lambda found: f"var(--{NAMES[found.group()]}, {found.group()})", svg)
