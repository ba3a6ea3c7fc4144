"""An HTML page taken apart: its elements, ids, links and words. Raises when tags do not match."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input", "hr", "source", "wbr", "col"}


@dataclass
class Page:
    """What stands on a page."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def section(self, name: str) -> str:
        """The words of a section."""
        begins = self.html.index(f'<section id="{name}"')
        return parsed(self.html[begins : self.html.index("</section>", begins) + len("</section>")]).text


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.open = page, list[str]()

    def handle_starttag(self, tag, attrs):
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        held = dict(attrs)
        self.page.tags.append((tag, held))
        if held.get("id"):
            self.page.ids.append(str(held["id"]))
        for name in ("href", "xlink:href"):
            if held.get(name) is not None:
                self.page.links.append(str(held[name]))
        self.page.loaded += [str(held[name]) for name in ("src", "srcset", "data") if held.get(name)]

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.open[-1:] == [tag], f"</{tag}> ends <{self.open[-1:]}> at {self.getpos()}"
        self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open:
            self.page.words.append(data)


def parsed(html: str) -> Page:
    """A page taken apart; every tag must be closed in its place."""
    page = Page(html)
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    assert not reader.open, f"never closed: {reader.open}"
    return page
