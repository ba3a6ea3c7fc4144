"""The way back from a page that stands by itself: a debrief or a comparison, opened from a room."""

from html import escape

BEGINS = '<div class="sheet">'
"""Where the content of such a page begins."""
STYLE = "padding-top: 1rem; margin-bottom: -1rem; font-size: .95rem"


def with_way_back(html: str, to: str, called: str = "Afterwards") -> str:
    """The page with a link to where its reader came from; the file that is kept has none."""
    link = f'<a href="{escape(to)}">\N{LEFTWARDS ARROW} {escape(called)}</a>'
    way = f'<nav aria-label="Way back" style="{STYLE}">{link}</nav>'
    head, begins, rest = html.partition(BEGINS)
    return f"{head}{begins}\n{way}{rest}" if begins else html
