"""A sheet to draw on: inches from the top left, a handful of shapes, out comes SVG or PNG.

Shapes may link to a line of the timeline and carry a title that a pointer shows and a reader reads.
"""

import io
from collections.abc import Sequence
from typing import Any

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from simulator.debrief.figures.inline import inline
from simulator.debrief.figures.palette import INK, PAPER, QUIET
from simulator.domain.value import Value

STYLE: dict[Any, Any] = {
    "svg.hashsalt": "icsim",
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "hatch.linewidth": 0.7,
    "path.simplify": False,
}
_UNSIGNED = dict.fromkeys(("Date", "Creator", "Format", "Type"))


class About(Value):
    """What a shape stands for: the line of the timeline it links to, and its words."""

    link: int = 0
    title: str = ""


class Fill(Value):
    """How a shape is filled. With a hatch only its lines have the colour, and the ground is empty."""

    colour: str
    alpha: float = 1.0
    hatch: str = ""
    edge: str = "none"


NOTHING = About()


class Canvas:
    """One figure in the making. What is drawn later lies above.

    The sheet has its limits, so shapes are added as artists: nothing need be worked out of where they lie.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width, height))
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()
        self._titles: dict[str, str] = {}
        self._drawn = 0

    def _put(self, artist: Artist, about: About) -> None:
        self._drawn += 1
        artist.set_zorder(self._drawn)
        artist.set_clip_on(False)
        if about.link:
            artist.set_url(f"#e{about.link}")
        if about.title:
            name = f"said{len(self._titles) + 1}"
            artist.set_gid(name)
            self._titles[name] = about.title

    def box(
        self, span: tuple[float, float], top: float, height: float, fill: Fill, about: About = NOTHING
    ) -> None:
        """A rectangle from one x to another."""
        left, right = span
        shape = Rectangle((left, top), max(0.015, right - left), height, alpha=fill.alpha)
        shape.set(linewidth=0 if fill.edge == "none" else 0.8, edgecolor=fill.edge, facecolor=fill.colour)
        if fill.hatch:
            shape.set(facecolor="none", edgecolor=fill.colour, hatch=fill.hatch)
        self._axes.add_artist(shape)
        self._put(shape, about)

    def area(self, points: Sequence[tuple[float, float]], fill: Fill) -> None:
        """A filled outline; a hatch is cut out of it."""
        shape = Polygon(list(points), closed=True, alpha=fill.alpha, linewidth=0, facecolor=fill.colour)
        if fill.hatch:
            shape.set(edgecolor=PAPER, hatch=fill.hatch)
        self._axes.add_artist(shape)
        self._put(shape, NOTHING)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str = INK,
        width: float = 0.8,
        *,
        dash: tuple[float, float] | None = None,
        about: About = NOTHING,
    ) -> None:
        """A line through points."""
        xs, ys = zip(*points, strict=True)
        shape = Line2D(xs, ys, color=colour, linewidth=width, solid_capstyle="butt")
        if dash:
            shape.set_linestyle((0, dash))
        self._axes.add_line(shape)
        self._put(shape, about)

    def mark(
        self,
        x: float,
        y: float,
        shape: str,
        colour: str,
        *,
        size: float = 6.0,
        hollow: bool = False,
        about: About = NOTHING,
    ) -> None:
        """A small sign; `shape` is one of matplotlib's markers."""
        fill = PAPER if hollow else colour
        sign = Line2D([x], [y], marker=shape, markersize=size, linestyle="none")
        sign.set(markerfacecolor=fill, markeredgecolor=colour, markeredgewidth=1.1)
        self._axes.add_artist(sign)
        self._put(sign, about)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 7.5,
        colour: str = INK,
        align: str = "left",
        link: int = 0,
    ) -> None:
        """Words whose middle is at a height."""
        written = self._axes.text(x, y, words.replace("$", r"\$"), fontsize=size, color=colour)
        written.set(horizontalalignment=align, verticalalignment="center_baseline")
        self._put(written, About(link))

    def heading(self, x: float, y: float, words: str, *, size: float = 7.5) -> None:
        """Words in bold."""
        self.text(x, y, words, size=size)
        self._axes.texts[-1].set_fontweight("bold")

    def quiet(self, x: float, y: float, words: str, *, size: float = 6.8, align: str = "left") -> None:
        """Words in the background."""
        self.text(x, y, words, size=size, colour=QUIET, align=align)

    def svg(self, name: str, title: str, about: str) -> str:
        """The figure for a page; every id in it begins with `name`."""
        written = io.StringIO()
        with rc_context(STYLE):
            self._figure.savefig(written, format="svg", metadata=_UNSIGNED)
        return inline(written.getvalue(), name, (title, about), self._titles)

    def png(self, dpi: int = 150) -> bytes:
        """The figure as a picture on white paper."""
        written = io.BytesIO()
        with rc_context(STYLE):
            self._figure.savefig(written, format="png", dpi=dpi, metadata={"Software": None})
        return written.getvalue()
