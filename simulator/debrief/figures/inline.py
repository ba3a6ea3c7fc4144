"""A drawing made fit for the middle of a page: bare, its ids unique, titled, in the page's colours."""

import re
from collections.abc import Mapping
from html import escape

from simulator.debrief.figures.palette import follow_the_page

_HEAD = re.compile(r"^.*?<svg[^>]*>", re.DOTALL)
_BOX = re.compile(r'viewBox="([^"]*)"')
_LEFT_OUT = re.compile(
    r"<metadata>.*?</metadata>"
    r"|<style[^>]*>.*?</style>"
    r"|<!--.*?-->"
    r'| target="_blank"'
    r'| transform="rotate\(-?0 [^"]*\)"'
    r"|font-family: [^;\"]*; ?",
    re.DOTALL,
)
_ID = re.compile(r'\bid="([^"]+)"')
_POINTER = re.compile(r'xlink:href="#(?!e\d)([^"]+)"|url\(#([^)]+)\)')
_LINE_ENDS = re.compile(r"\s*\n\s*")
_EMPTY = re.compile(r"<defs>\s*</defs>")


def inline(svg: str, name: str, about: tuple[str, str], titles: Mapping[str, str]) -> str:
    """The drawing for the middle of a page.

    It has no size of its own; ids begin with `name`; `about` is its title and description, `titles` are
    those of its parts by id; colours and type follow the page.
    """
    bare = _LEFT_OUT.sub("", _HEAD.sub("", svg, count=1))
    for part, words in titles.items():
        bare = bare.replace(f'<g id="{part}">', f'<g id="{part}"><title>{escape(words)}</title>', 1)
    body = _EMPTY.sub("", _LINE_ENDS.sub("\n", bare))
    found = _BOX.search(svg)
    box = found.group(1) if found else "0 0 720 360"
    return follow_the_page(f"{_opening(name, box, about)}{_prefixed(body, name)}")


def _opening(name: str, box: str, about: tuple[str, str]) -> str:
    title, description = about
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box}" '
        f'role="group" aria-labelledby="{name}-title {name}-about" stroke-linejoin="round">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-about">{escape(description)}</desc>'
    )


def _prefixed(body: str, name: str) -> str:
    body = _ID.sub(rf'id="{name}-\1"', body)
    return _POINTER.sub(lambda found: _pointed(found, name), body)


def _pointed(found: re.Match[str], name: str) -> str:
    link, part = found.groups()
    return f'xlink:href="#{name}-{link}"' if link else f"url(#{name}-{part})"
