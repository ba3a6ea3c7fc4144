"""What the tests need to know of a Markdown page: its fences, its links, its anchors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_SOURCE = re.compile(r"<(?:img|source|a)\b[^>]*?\b(?:src|srcset|href)=\"([^\"]+)\"")
_HEADING = re.compile(r"#{1,6} +(.*?) *#*")


@dataclass(frozen=True)
class Fence:
    """A block of code: what stands behind its opening marks, its lines, and where it begins (from 0)."""

    info: str
    lines: tuple[str, ...]
    begins: int

    @property
    def text(self) -> str:
        """All its lines."""
        return "".join(f"{line}\n" for line in self.lines)


def pages() -> list[Path]:
    """Every page of the project: at the top, in docs/ and beside the gallery."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "reports").rglob("*.md")])


def fences(text: str) -> Iterator[Fence]:
    """The blocks of code of a page."""
    begins, info, held = -1, "", list[str]()
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("```"):
            held.append(line)
        elif begins < 0:
            begins, info, held = number, line[3:].strip(), []
        else:
            yield Fence(info, tuple(held), begins)
            begins = -1
    assert begins < 0, f"a block of code is not closed: line {begins + 1}"


def prose(text: str) -> str:
    """A page without its blocks of code and without code in a line."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE))


def links(text: str) -> list[str]:
    """Where a page's links and pictures lead."""
    told = prose(text)
    return [*_LINK.findall(told), *_SOURCE.findall(told)]


def anchors(text: str) -> set[str]:
    """The anchors that a page's headings make, as repositories' pages make them."""
    seen: dict[str, int] = {}
    for line in re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE).splitlines():
        match = _HEADING.fullmatch(line)
        if match:
            words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", match[1]).lower()
            slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
            seen[slug] = seen.get(slug, -1) + 1
    return {f"{slug}-{times}" if times else slug for slug, last in seen.items() for times in range(last + 1)}
