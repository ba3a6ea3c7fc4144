"""Sheets: one picture that shows a view in every size and light that it is made for."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FOLDER = Path(__file__).parents[2] / "docs" / "pictures" / "views"
QUALITY = 26
PAPER, INK = "#c3c8cf", "#1d2126"
GAP, CAPTION = 16, 26
LETTERS = 15


@dataclass(frozen=True)
class Frame:
    """One size and light, and how large it stands on a sheet."""

    caption: str
    size: tuple[int, int]
    scheme: str
    shown: tuple[int, int]

    @property
    def viewport(self) -> dict[str, int]:
        """The size as a browser wants it."""
        return dict(zip(("width", "height"), self.size, strict=True))

    @property
    def narrow(self) -> bool:
        """Whether it is a phone's."""
        return self.size[0] < 600


DESKTOP, PHONE, WALL = (1360, 860), (390, 844), (1920, 1080)
ROWS = (
    (
        Frame("Desktop, light", DESKTOP, "light", (738, 467)),
        Frame("Desktop, dark", DESKTOP, "dark", (738, 467)),
    ),
    (
        Frame("Big screen", WALL, "light", (960, 540)),
        Frame("Phone, light", PHONE, "light", (250, 540)),
        Frame("Phone, dark", PHONE, "dark", (250, 540)),
    ),
)
FRAMES = tuple(frame for row in ROWS for frame in row)


def composed(shots: Mapping[Frame, bytes]) -> Image.Image:
    """A sheet of what was shown in each frame."""
    wide = max(sum(frame.shown[0] + GAP for frame in row) for row in ROWS) + GAP
    high = sum(CAPTION + row[0].shown[1] for row in ROWS) + GAP
    sheet = Image.new("RGB", (wide, high), PAPER)
    down = 0
    for row in ROWS:
        across = GAP
        for frame in row:
            _put(sheet, frame, shots[frame], (across, down))
            across += frame.shown[0] + GAP
        down += CAPTION + row[0].shown[1]
    return sheet


def _put(sheet: Image.Image, frame: Frame, shot: bytes, corner: tuple[int, int]) -> None:
    across, down = corner
    font = ImageFont.load_default(LETTERS)
    told = f"{frame.caption}, {frame.size[0]} x {frame.size[1]}"
    ImageDraw.Draw(sheet).text((across, down + CAPTION - 5), told, INK, font, anchor="ls")
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    sheet.paste(seen.resize(frame.shown, Image.Resampling.LANCZOS), (across, down + CAPTION))


def keep(sheet: Image.Image, name: str) -> None:
    """Write a sheet to where the pages of the docs look for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    sheet.save(FOLDER / f"{name}.webp", quality=QUALITY, method=6)
